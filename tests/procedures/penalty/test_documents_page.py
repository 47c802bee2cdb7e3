"""The table of docs/documents.md says what the catalogue and the procedures say."""

from __future__ import annotations

import re
from pathlib import Path

from mingzhi.core.engine.procedure import PROCEDURES
from mingzhi.procedures.penalty.papers import PAPERS

PAGE = Path(__file__).parents[3] / "docs" / "documents.md"
SHORT = {"clue": "线索", "penalty": "普通", "summary": "当场"}


def rows() -> dict[str, list[str]]:
    """The cells of each paper's row after its code."""
    lines = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if re.match(r"\| D\d", line)]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {code: rest for code, *rest in cells}


def test_the_table_lists_every_paper_with_its_title_word_seal_and_way():
    """law.md §2.9"""
    told = {code: (title, word, seal, where) for code, (title, _, word, seal, where) in rows().items()}
    assert told == {
        code: (paper.title, paper.word or "—", "有" if paper.sealed else "—", "内" if paper.inward else "外")
        for code, paper in PAPERS.items()
    }


def test_the_table_names_the_actions_that_print_a_paper():
    """penalty-law-54"""
    for code, (_, printed_by, *_rest) in rows().items():
        told = {
            (procedure, title)
            for title, procedures in re.findall(r"([^；]+?)（((?:线索|普通|当场)(?:、(?:线索|普通|当场))*)）", printed_by)
            for procedure in procedures.split("、")
        }
        assert told == {
            (SHORT[procedure.code], action.title)
            for procedure in PROCEDURES.values()
            if procedure.code in SHORT
            for action in procedure.actions.values()
            if code in action.prints
        }, code


def test_every_paper_is_printed_by_some_action():
    """law.md §2.9"""
    printed = {code for procedure in PROCEDURES.values() for action in procedure.actions.values() for code in action.prints}
    assert printed >= set(PAPERS)
