"""What a final result does to everything that hangs on the decision: money, deadlines, stage, closing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from mingzhi.core.engine.errors import PostNotHeld, Refused
from mingzhi.core.engine.perform import perform
from mingzhi.core.ledger import verify
from mingzhi.procedures.penalty.models import Case
from mingzhi.procedures.penalty.owing import overpaid, owed
from mingzhi.procedures.penalty.pending import open_remedies, suing_ended, surcharge_pauses
from tests.cast import Town, at
from tests.procedures.penalty import story as case_story
from tests.procedures.penalty.spot_steps import reported as spot_reported
from tests.procedures.penalty.story import fine, refused_under

from . import story


def case_of(remedy) -> Case:
    return Case.objects.get(pk=remedy.case_id)


def test_a_revoked_decision_leaves_nothing_to_pay_and_the_case_to_be_closed(town: Town):
    """penalty-law-75, penalty-law-48.2"""
    case = case_of(story.final(town, "revoked"))
    assert (case.stage, case.outcome, case.decision_standing) == ("closing", Case.Outcome.ANNULLED, Case.Standing.REVOKED)
    assert owed(case, date(2026, 6, 11)).left_yuan == 0
    assert case.deadlines.get(provision="penalty-law-67").lifted_at is not None
    assert "决定不再有效" in case.records.order_by("-version").first().sentence
    assert verify().ok


def test_what_was_paid_goes_back_before_the_case_is_closed(town: Town):
    """compensation-law-36"""
    remedy = story.answered(town, story.received(town, case_story.paid(town)))
    case = case_of(story.final(town, "revoked", remedy))
    closing = {"opinion": "决定已撤销，建议结案。"}
    with pytest.raises(Refused) as caught:
        perform("penalty.ask_closing", case, actor=town["lixuemei"], data=closing, at=at("2026-06-12 09:00"))
    assert "compensation-law-36" in refused_under(caught)
    back = {"amount_yuan": "300.01", "refunded_on": "2026-06-12", "payee": "刘大成", "receipt_number": "退0001"}
    with pytest.raises(Refused, match=r"只有300\.00元"):
        perform("penalty.refund", case, actor=town["wangli"], data=back, at=at("2026-06-12 10:00"))
    perform("penalty.refund", case, actor=town["wangli"], data=back | {"amount_yuan": "300"}, at=at("2026-06-12 10:00"))
    assert overpaid(case, date(2026, 6, 12)) == 0


def test_nothing_goes_back_where_nothing_was_paid_too_much(town: Town):
    """compensation-law-36"""
    back = {"amount_yuan": "1", "refunded_on": "2026-04-10", "payee": "刘大成", "receipt_number": "退0001"}
    with pytest.raises(Refused, match="没有多收"):
        perform("penalty.refund", case_story.paid(town), actor=town["wangli"], data=back, at=at("2026-04-10 15:00"))


def test_a_changed_decision_is_owed_as_it_now_reads(town: Town):
    """penalty-law-75"""
    remedy = story.answered(town, story.received(town, case_story.paid(town)))
    case = case_of(story.final(town, "changed", remedy, penalties=fine("100")))
    assert case.fine_yuan == Decimal(100) and case.decision_standing == Case.Standing.CHANGED and case.stage == "performance"
    assert overpaid(case, date(2026, 6, 12)) == Decimal(200)


@pytest.mark.parametrize(
    ("result", "standing"), [("upheld", "upheld"), ("withdrawn", "upheld"), ("dismissed", "upheld"), ("unlawful", "unlawful")]
)
def test_other_results_leave_the_money_as_it_is(town: Town, result: str, standing: str):
    """penalty-law-73"""
    case = case_of(story.final(town, result))
    assert case.decision_standing == standing and case.stage == "performance"
    assert owed(case, date(2026, 6, 11)).fine.left_yuan == 300


def test_a_void_decision_falls_like_a_revoked_one(town: Town):
    """penalty-law-75"""
    assert case_of(story.final(town, "void")).decision_standing == Case.Standing.VOID


def test_a_decision_that_is_filed_away_is_marked_and_stays_where_it_is(town: Town):
    """penalty-law-48.2"""
    case = case_story.archived(town).matter
    remedy = story.answered(town, story.received(town, case))
    assert case_of(story.final(town, "revoked", remedy)).stage == "filed"


def test_while_it_is_open_no_surcharge_runs(town: Town):
    """penalty-law-73.3: from the day of the application until the result is final, both included."""
    remedy = story.received(town)
    case = case_of(remedy)
    assert surcharge_pauses(case) == [(date(2026, 4, 20), None)] and open_remedies(case)
    # Payable until 2026-04-17: the 18th and 19th count, then nothing until the result.
    assert owed(case, date(2026, 6, 1), supposing_decided=True).surcharge_yuan == Decimal("18.00")
    case = case_of(story.final(town, "upheld", story.answered(town, remedy)))
    assert surcharge_pauses(case) == [(date(2026, 4, 20), date(2026, 6, 10))] and open_remedies(case) == []
    assert owed(case, date(2026, 6, 12), supposing_decided=True).surcharge_yuan == Decimal("36.00")


def test_the_right_to_sue_after_a_review_ends_after_fifteen_days(town: Town):
    """litigation-law-45"""
    assert suing_ended(case_of(story.final(town, "upheld"))) == date(2026, 6, 25)


def test_a_stop_of_execution_keeps_from_surcharge_and_demand(town: Town):
    """reconsideration-law-42, penalty-law-73"""
    remedy = story.received(town)
    data = {"stopped_on": "2026-04-25", "stopped_because": "綦江府复停〔2026〕2号"}
    story.act(town, "stop_execution", remedy, story.HANDLER, "2026-04-27 09:00", **data)
    with pytest.raises(Refused) as caught:
        perform("penalty.surcharge", case_of(remedy), actor=town["zhouweimin"], data={"opinion": "加处。"}, at=at("2026-04-28 09:00"))
    assert {"reconsideration-law-42", "penalty-law-73"} <= refused_under(caught)


def test_a_case_is_not_closed_while_a_remedy_is_open(town: Town):
    """penalty-law-66"""
    case = case_story.closing_endorsed(town)
    remedy = story.received(town, case)
    with pytest.raises(Refused, match="结果可能改变决定"):
        perform("penalty.approve_closing", case_of(remedy), actor=town["zhouweimin"], data={"opinion": "同意。"}, at=at("2026-04-27 09:00"))


def test_a_penalty_on_the_spot_falls_too_and_then_nothing_is_collected(town: Town):
    """penalty-law-75"""
    case = spot_reported(town)
    remedy = story.received(town, case)
    fallen = case_of(story.final(town, "revoked", story.answered(town, remedy)))
    assert (fallen.decision_standing, fallen.kind, fallen.stage) == (Case.Standing.REVOKED, "summary", case.stage)
    receipt = {"purpose": "fine", "channel": "bank", "amount_yuan": "50", "paid_on": "2026-06-12", "receipt_number": "0051299"}
    with pytest.raises(Refused, match="不得再收缴"):
        perform("summary.pay", fallen, actor=town["wangli"], data=receipt, at=at("2026-06-12 10:00"))


def test_nobody_annuls_a_decision_by_hand(town: Town):
    """penalty-law-75: it follows from a remedy."""
    data = {"standing": "revoked", "words": "撤销", "penalties": []}
    with pytest.raises(PostNotHeld, match="不单独办理"):
        perform("penalty.annul", case_story.served(town), actor=town["lixuemei"], data=data, at=at("2026-04-10 09:00"))
