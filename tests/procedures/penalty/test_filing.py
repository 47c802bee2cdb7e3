"""立案: from the proposal to the filed case."""

import pytest

from mingzhi.core.engine.errors import PostNotHeld, Refused
from mingzhi.core.engine.perform import perform
from mingzhi.core.engine.standing import possible
from tests.cast import CITIZEN, Town, at


def proposal(town: Town, **changes) -> dict:
    return {
        **CITIZEN,
        "power": town.powers["building"].pk,
        "cause": "未取得乡村建设规划许可证建设",
        "source": "巡查发现",
        "place": "万隆村三组",
        "acted_from_on": "2026-02-20",
        "discovered_on": "2026-03-02",
        "facts": "当事人在万隆村三组自建房屋，未取得乡村建设规划许可证。",
        "officers": ["李雪梅", "陈志强"],
        "opinion": "涉嫌违反《城乡规划法》第四十一条第一款，建议立案。",
        **changes,
    }


def propose(town: Town, **changes):
    return perform("penalty.propose", actor=town["lixuemei"], data=proposal(town, **changes), at=at("2026-03-03 10:00")).matter


def filed(town: Town):
    case = propose(town)
    perform("penalty.endorse_filing", case, actor=town["luokaifu"], data={"opinion": "同意。"}, at=at("2026-03-03 11:00"))
    return perform("penalty.approve_filing", case, actor=town["zhouweimin"], data={"opinion": "同意立案。"}, at=at("2026-03-03 15:00"))


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
