"""What makes a decision major: every trigger on either side of its boundary, and that nobody takes an automatic one away."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mingzhi.core.engine.procedure import ACTIONS
from mingzhi.law.fines import PenaltyKind
from mingzhi.procedures.penalty.discussing import MAJOR_FACTS
from mingzhi.procedures.penalty.models import Case, Hearing, Party
from mingzhi.regulations.review.triggers import in_words, major_reasons
from tests.cast import Town, at
from tests.procedures.penalty import story

ON = date(2026, 3, 23)


def reasons(case: Case, rows: Any = None) -> list[tuple[str, str, bool]]:
    return [(reason.sentence, reason.provision.id, reason.automatic) for reason in major_reasons(case, ON, rows)]


def test_an_ordinary_fine_is_not_major(town: Town):
    """review-2"""
    assert reasons(story.agreed(town)) == []


@pytest.mark.parametrize(
    ("kind", "amount", "major"),
    [("citizen", "4999.99", False), ("citizen", "5000.00", True), ("organisation", "49999.99", False), ("organisation", "50000.00", True)],
)
def test_a_fine_is_major_from_the_hearing_threshold_on(town: Town, kind: str, amount: str, major: bool):
    """review-2, cq-hearing-threshold"""
    case = story.agreed(town)
    Party.objects.filter(matter_id=case.pk).update(kind=kind)
    found = reasons(case, story.fine(amount))
    assert bool(found) is major
    assert {row[1] for row in found} <= {"cq-hearing-threshold"}


@pytest.mark.parametrize(
    "kind",
    ["confiscation", "lower_grade", "revoke_licence", "restrict_business", "stop_business", "close_business", "restrict_employment"],
)
def test_what_takes_away_goods_licence_trade_or_work_is_major_whatever_the_amount(town: Town, kind: str):
    """review-2（三）"""
    found = reasons(story.agreed(town), [{"kind": kind, "content": PenaltyKind(kind).title, "amount_yuan": "1.00"}])
    assert ("review-2", True) in {row[1:] for row in found}


@pytest.mark.parametrize("kind", ["warning", "criticism", "suspend_licence"])
def test_lighter_kinds_are_not_major_by_themselves(town: Town, kind: str):
    """review-2"""
    assert reasons(story.agreed(town), [{"kind": kind, "content": PenaltyKind(kind).title}]) == []


@pytest.mark.parametrize(("content", "major"), [("限期拆除违法建设", False), ("强制拆除违法建设", True), ("由镇人民政府代为拆除", True)])
def test_demolition_by_the_organ_is_major_and_an_order_to_demolish_is_not_yet(town: Town, content: str, major: bool):
    """review-2（三）"""
    assert bool(reasons(story.agreed(town), [{"kind": "other", "content": content}])) is major


def test_a_heard_case_is_major(town: Town):
    """review-2（四）, penalty-law-58"""
    case = story.told(town)
    notice = case.documents.get(code="D23")
    Hearing.objects.create(matter=case, notice=notice, status="held", asked_by="刘大成", asked_on="2026-03-25")
    assert reasons(case) == []
    Hearing.objects.update(status="reported", reported_at=at("2026-04-10"))
    assert reasons(case) == [("经过听证程序", "penalty-law-58", True)]


@pytest.mark.parametrize(
    ("flag", "provision_id"),
    [
        ("public_interest", "penalty-law-58"),
        ("social_risk", "review-2"),
        ("weighty_interest", "review-2"),
        ("complex", "penalty-law-58"),
        ("several_relations", "penalty-law-58"),
    ],
)
def test_each_fact_the_report_names_is_a_reason_of_its_own(town: Town, flag: str, provision_id: str):
    """review-2（一）（二）（三）（五）, penalty-law-58"""
    case = story.agreed(town)
    case.major_facts = [flag]
    assert reasons(case) == [(MAJOR_FACTS[flag], provision_id, True)]


def test_an_officer_adds_a_reason_and_takes_none_away(town: Town):
    """review-2: what is found is computed anew each time; no action of the case can write it off."""
    case = story.agreed(town)
    case.needs_review = "当地群众十分关注"
    case.major_facts = ["complex"]
    found = reasons(case, story.fine("6000"))
    assert [row[2] for row in found] == [True, True, False]
    assert in_words(major_reasons(case, ON)) == "案件情况疑难复杂；当地群众十分关注"
    case.needs_review = ""
    assert len(reasons(case, story.fine("6000"))) == 2


def test_no_other_action_than_the_report_names_what_is_major():
    """review-2"""
    fields = {"needs_review", "major_facts"}
    asking = {code for code, action in ACTIONS.items() if action.form and fields & set(action.form.base_fields)}
    assert asking == {"penalty.report"}
