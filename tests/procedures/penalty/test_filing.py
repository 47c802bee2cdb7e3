"""立案: from the proposal to the filed case."""

import pytest

from mingzhi.core.engine.errors import PostNotHeld, Refused
from mingzhi.core.engine.perform import perform
from mingzhi.core.engine.standing import possible
from tests.cast import Town, at

from .story import filed, propose


def test_an_approved_proposal_is_filed_with_number_and_printed_sheet(town: Town):
    """penalty-law-54"""
    done = filed(town)
    assert done.matter.number == "綦石壕府立字〔2026〕1号"
    assert done.matter.stage == "investigation"
    assert [paper.code for paper in done.documents] == ["D02"]


def test_one_officer_is_refused(town: Town):
    """penalty-law-42"""
    with pytest.raises(Refused) as refused:
        propose(town, officers=["李雪梅"])
    assert "penalty-law-42" in {row.id for refusal in refused.value.refusals for row in refusal.provisions}


def test_an_officer_may_not_approve(town: Town):
    """penalty-law-54"""
    case = propose(town)
    with pytest.raises(PostNotHeld):
        perform("penalty.approve_filing", case, actor=town["lixuemei"], data={"opinion": "同意"}, at=at("2026-03-03 15:00"))


def test_the_closed_approval_says_what_is_missing(town: Town):
    """recording-8.2"""
    case = propose(town)
    standing = {row.action.name: row for row in possible(case, town["zhouweimin"], at("2026-03-03 12:00"))}
    assert not standing["approve_filing"].allowed
    assert [refusal.mend for refusal in standing["approve_filing"].refusals] == ["penalty.endorse_filing"]
