"""Patterns tried only where their first letters stand find what they find by themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from mingzhi.faces.cli.bench.passages import read_passages
from mingzhi.law.provisions import all_provisions
from mingzhi.law.redaction import heads
from mingzhi.law.redaction.folding import folded

CORPUS = Path(__file__).parent / "corpus" / "development.txt"


def test_every_pattern_of_the_house_finds_the_same():
    """disclosure-8.1, disclosure-8.2: a head that is missed would be a name that is missed."""
    text = folded("\n".join([*(one.text for one in read_passages(CORPUS)), *(row.must for row in all_provisions())]))
    assert len(heads._all) >= 10
    for one in heads._all:
        assert [found.span() for found in one.finditer(text)] == [found.span() for found in one.pattern.finditer(text)]


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("住(?:在|于)?", {"住在", "住于", "住"}),
        ("(?<=在)[甲乙]丙{2,3}", {"甲丙", "乙丙"}),
        ("(?:(?:甲|乙丙)?丁)+戊", {"甲丁", "乙丙", "丁戊", "丁甲", "丁乙", "丁丁"}),
        ("甲(?!乙)[^丙]", {"甲"}),
        ("甲{2}丙|丁", {"甲甲", "丁"}),
        ("[\u4e00-\u9fff]甲", None),
        ("(?:甲)?", None),
        (".甲", None),
        ("(?i:a)b", None),
    ],
)
def test_what_a_match_begins_with_is_read_from_its_pattern(source, read):
    """Where that cannot be read, the pattern looks for itself."""
    assert heads._heads(source) == read


def test_without_heads_a_pattern_looks_for_itself(monkeypatch):
    monkeypatch.setattr(heads, "parser", None)
    one = heads.Headed("甲乙|丙")
    assert (one.number, [found.span() for found in one.finditer("丙甲乙")]) == (-1, [(0, 1), (1, 3)])
    assert one.search("丁") is None
