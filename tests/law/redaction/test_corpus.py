"""The labelled passages: what has been reached on them is not lost again. `mingzhi bench redact` tells it by kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from mingzhi.faces.cli.bench.passages import KEEP, TEACHING, read_passages, scored
from mingzhi.faces.cli.bench.redact import ours
from mingzhi.law.redaction import Kind

CORPUS = Path(__file__).parent / "corpus"


def test_the_corpus_is_as_large_as_it_says_and_uses_known_marks():
    passages = [one for name in (*TEACHING, "unseen") for one in read_passages(CORPUS / f"{name}.txt")]
    assert len(passages) >= 20000
    marks = {kind for one in passages for _, _, kind in (*one.gone, *one.kept)}
    assert marks <= {kind.value for kind in Kind} | {"person", "officer", KEEP}
    assert marks >= {kind.value for kind in Kind} - {"minor"}


def test_no_passage_that_measures_has_taught_anything():
    """What was looked at while rules were made, or was learned from, would measure nothing."""
    taught = {one.text for name in TEACHING for one in read_passages(CORPUS / f"{name}.txt")}
    for name in ("unseen", "prose"):
        assert taught.isdisjoint(one.text for one in read_passages(CORPUS / f"{name}.txt"))


def test_official_text_in_which_nobody_is_named_is_hardly_harmed():
    """disclosure-8.2: at most one place in eight hundred letters, of text that taught nothing."""
    passages = read_passages(CORPUS / "prose.txt")
    assert not any(one.gone for one in passages)
    places = sum(len(list(ours(one))) for one in passages)
    assert places <= sum(len(one.text) for one in passages) / 800


@pytest.mark.parametrize(("name", "recall", "precision"), [("development", 0.985, 0.985), ("unseen", 0.97, 0.97)])
def test_what_was_reached_is_kept(name, recall, precision):
    """disclosure-8.1, disclosure-8.2, disclosure-8.3"""
    whole = scored(read_passages(CORPUS / f"{name}.txt"), ours).whole
    assert whole.recall >= recall
    assert whole.precision >= precision
