"""Destroying a private body: it is gone, it is said, and no root moves."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import connection, transaction

from mingzhi.core import ledger

pytestmark = pytest.mark.django_db
AT = datetime(2026, 4, 1, tzinfo=UTC)
ARCHIVIST = {"id": "u9", "role": "archivist", "session": "s9"}


def destroy(authority, log_id, seq):
    with transaction.atomic():
        return ledger.destroy_private(authority, log_id, seq, at=AT, actor=ARCHIVIST, reason="依当事人申请删除")


def test_destroying_a_private_body_changes_no_root(town, write):
    """I7."""
    for number in range(7):
        log_id = write(town, private={"party": f"第{number}人"}).log_id
    before = [ledger.root_at(log_id, algorithm=algorithm) for algorithm in ("sha256", "sm3")]
    entry = destroy(town, log_id, 3)
    assert [ledger.root_at(log_id, 7, algorithm=algorithm) for algorithm in ("sha256", "sm3")] == before
    assert ledger.inclusion_proof(log_id, 3, size=7).holds()
    report = ledger.verify(town)
    assert report.ok, report.first
    assert (report.logs[0].size, report.logs[0].destroyed, entry.seq) == (8, 1, 7)


def test_nothing_of_the_destroyed_body_or_its_salt_is_left_in_its_table(town, write):
    entry = write(town, private={"party": "赵某某"})
    destroy(town, entry.log_id, 0)
    found = next(ledger.entries(entry.log_id))
    assert (found.salt, found.body, found.private) == (None, None, None)
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq FROM ledger_private")
        assert cursor.fetchall() == [(1,)]


def test_the_ledger_says_who_destroyed_what_and_keeps_the_reason_apart(town, write):
    entry = write(town)
    said = destroy(town, entry.log_id, 0)
    found = next(ledger.entries(entry.log_id, said.seq))
    assert found.said["actor"] == ARCHIVIST
    assert found.said["d"]["seq"] == 0
    assert found.private == {"reason": "依当事人申请删除"}


def test_what_is_already_destroyed_or_belongs_to_another_town_cannot_be_destroyed(town, other_town, write):
    entry = write(town)
    with pytest.raises(ledger.NothingToDestroy):
        destroy(other_town, entry.log_id, 0)
    destroy(town, entry.log_id, 0)
    with pytest.raises(ledger.NothingToDestroy):
        destroy(town, entry.log_id, 0)


def test_the_same_event_after_destruction_is_still_recognised_by_its_public_part(town, write):
    first = write(town, "event-1")
    destroy(town, first.log_id, 0)
    assert write(town, "event-1") == first
