"""决定书里的听证: what the decision tells the party of its right, for each course that right can take."""

from collections.abc import Callable
from typing import Any

import pytest

from mingzhi.core.engine.perform import perform
from mingzhi.procedures.penalty.filling.decision import decision
from mingzhi.procedures.penalty.models import Case
from tests.cast import Town, at

from . import hearing_steps as steps
from . import story
from .test_notice import WAIVER

TOLD = "2026年3月24日向当事人送达《行政处罚听证告知书》（綦石壕府听告字〔2026〕1号）。"
ASKED = f"{TOLD}当事人2026年3月26日要求听证。"


def course(town: Town, case: Case) -> str:
    """The course of the case as its decision would put it, were it made now with what was told."""
    case.decided_penalties = case.told_penalties
    data = decision(case, actor=town["zhouweimin"], at=at("2026-04-13 10:00"), given={"performance": "十五日内缴清罚款。"})
    return str(data["process"])


def waived(town: Town) -> Case:
    data = {**WAIVER, "signed_at": "2026-03-25 10:00"}
    return perform("penalty.waive_hearing", steps.told(town), actor=town["lixuemei"], data=data, at=at("2026-03-25 10:10")).matter


def withdrawn(town: Town) -> Case:
    return steps.end(town, steps.asked(town), "withdrawn", "2026-03-30 10:00", who="zhouweimin").matter


def behind_closed_doors(town: Town) -> Case:
    summoned = steps.serve(town, steps.arrange(town, closed_because="privacy").matter, "2026-03-27 10:00", "D26b")
    return steps.concluded(town, steps.held(town, summoned), advice="agree", penalties=[], reasons="当事人的意见不能成立")


@pytest.mark.parametrize(
    ("come", "words"),
    [
        (steps.told, f"{TOLD}当事人在规定期限内没有要求听证。"),
        (waived, f"{TOLD}当事人2026年3月25日书面放弃听证。"),
        (withdrawn, f"{ASKED}因当事人撤回听证申请，2026年3月30日终止听证。"),
        (
            steps.concluded,
            f"{ASKED}2026年4月9日公开举行听证，由方中正主持。当事人在听证中提出：已经拆了一半，请求减轻。"
            "听证认定：擅自搭建铁皮棚的事实清楚。当事人听证前主动拆除一半。本机关根据听证笔录作出本决定。",
        ),
        (
            behind_closed_doors,
            f"{ASKED}2026年4月9日不公开举行（涉及个人隐私）听证，由方中正主持。当事人在听证中提出：已经拆了一半，请求减轻。"
            "听证认定：擅自搭建铁皮棚的事实清楚。当事人的意见不能成立。本机关根据听证笔录作出本决定。",
        ),
    ],
    ids=["not asked", "waived", "withdrawn", "held", "not public"],
)
def test_the_decision_says_what_became_of_the_hearing(town: Town, come: Callable[[Town], Case], words: str):
    """penalty-law-59, penalty-law-63, penalty-law-65"""
    told = course(town, come(town))
    assert words in told
    assert told.startswith("本机关于2026年3月3日立案调查，2026年3月24日向当事人送达《行政处罚事先告知书》")
    assert told.endswith("本案现已调查终结。")
    assert "。。" not in told


def test_a_statement_and_a_hearing_stand_side_by_side(town: Town):
    """penalty-law-45, penalty-law-65"""
    case = steps.told(town)
    said: dict[str, Any] = story.statement(from_at="2026-03-25 09:00", until_at="2026-03-25 09:30")
    case = perform("penalty.hear_statement", case, actor=town["lixuemei"], data=said, at=at("2026-03-25 10:00")).matter
    case = story.answered(town, case)
    told = course(town, steps.concluded(town, steps.held(town, steps.arranged(town, steps.asked(town, case)))))
    assert "当事人2026年3月25日提出陈述、申辩" in told and "本机关已经复核，全部采纳" in told
    assert told.index("复核意见") < told.index("要求听证") < told.index("根据听证笔录")


def test_where_there_was_no_such_right_nothing_is_said_of_a_hearing(town: Town):
    """penalty-law-59"""
    assert "听证" not in course(town, story.told(town))
