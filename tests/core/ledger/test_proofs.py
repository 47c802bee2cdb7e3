"""Proofs from the stored log hold for an outsider who has only the root."""

from __future__ import annotations

import dataclasses

import pytest

from mingzhi.core import ledger
from mingzhi.core.ledger import merkle

pytestmark = pytest.mark.django_db


@pytest.fixture
def long_log(town, write) -> int:
    for _ in range(523):
        log_id = write(town).log_id
    return log_id


@pytest.mark.parametrize("algorithm", ["sha256", "sm3"])
def test_every_kind_of_place_in_a_long_log_has_a_proof_that_holds(long_log, algorithm):
    """Before, at and after tile borders, in the full and in the ragged part."""
    size, root = ledger.root_at(long_log, algorithm=algorithm)
    assert size == 523
    for seq in (0, 1, 255, 256, 257, 511, 512, 520, 522):
        proof = ledger.inclusion_proof(long_log, seq, algorithm=algorithm)
        assert proof.holds()
        assert proof.root == root
        assert merkle.included(merkle.hasher(algorithm), proof.leaf, seq, size, proof.path, root)


def test_a_proof_for_another_payload_does_not_hold(long_log):
    proof = ledger.inclusion_proof(long_log, 300)
    assert not dataclasses.replace(proof, payload=proof.payload.replace(b'"version":4', b'"version":5')).holds()


def test_an_entry_has_a_proof_in_every_older_state_that_contains_it(long_log):
    for size in (301, 400, 512, 523):
        assert ledger.inclusion_proof(long_log, 300, size=size).holds()


@pytest.mark.parametrize("algorithm", ["sha256", "sm3"])
def test_older_states_are_prefixes_of_newer_ones(long_log, algorithm):
    hasher = merkle.hasher(algorithm)
    for old, new in ((0, 523), (1, 2), (255, 256), (256, 523), (300, 512), (512, 523), (523, 523)):
        old_root = ledger.root_at(long_log, old, algorithm=algorithm)[1]
        new_root = ledger.root_at(long_log, new, algorithm=algorithm)[1]
        assert merkle.consistent(hasher, old, old_root, new, new_root, ledger.consistency_proof(long_log, old, new, algorithm=algorithm))


def test_a_proof_reads_few_rows_groups_however_long_the_log(long_log, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        ledger.inclusion_proof(long_log, 100)


def test_asking_for_what_is_not_there_is_refused_in_words(long_log):
    with pytest.raises(ledger.NotInLog, match="523"):
        ledger.inclusion_proof(long_log, 523)
    with pytest.raises(ledger.NotInLog):
        ledger.inclusion_proof(long_log, 10, size=10)
    with pytest.raises(ledger.NotInLog):
        ledger.consistency_proof(long_log, 10, 600)
    with pytest.raises(ledger.NotInLog):
        ledger.root_at(999_999)
    with pytest.raises(ValueError, match="md5"):
        ledger.inclusion_proof(long_log, 1, algorithm="md5")
