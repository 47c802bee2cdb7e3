"""听证之后: nothing is decided past a hearing, and what is decided follows its report."""

import pytest

from mingzhi.core.engine.perform import perform
from mingzhi.core.organs.models import Appointment
from mingzhi.procedures.penalty.conclusions import conclusion
from mingzhi.procedures.penalty.queries import heard_in_hearing
from tests.cast import Town, at

from . import hearing_steps as steps
from .refusing import refused
from .story import fine

#: What only hearings stop a decision under, whatever else is lacking.
HEARING = {"penalty-law-63", "penalty-law-64", "penalty-law-65"}


def stopped(town: Town, case, when: str, amount: str = "5000") -> set[str]:
    return steps.cited_against(town, case, when, fine(amount)) & HEARING


def test_the_day_after_the_window_nothing_is_waited_for_any_more(town: Town):
    """penalty-law-64"""
    case = steps.told(town)
    assert stopped(town, case, "2026-03-31 17:00") == {"penalty-law-63", "penalty-law-64"}
    assert stopped(town, case, "2026-04-01 00:10") == set()


@pytest.mark.parametrize(("step", "mend"), [(steps.asked, "penalty.arrange_hearing"), (steps.arranged, "penalty.hold_hearing")])
def test_a_hearing_asked_for_is_held_before_anything_is_decided(town: Town, step, mend: str):
    """penalty-law-63: and the refusal leads to what is wanting."""
    case = step(town)
    assert stopped(town, case, "2026-04-10 09:00") == {"penalty-law-63"}
    data = {"penalties": case.proposed_penalties, "opinion": "建议处罚。"}
    found = refused("penalty.propose_decision", case, actor=town["lixuemei"], data=data, at=at("2026-04-10 09:00"))
    assert found["penalty-law-63"].mend == mend


def test_a_hearing_held_is_reported_before_anything_is_decided(town: Town):
    """penalty-law-65"""
    case = steps.held(town)
    assert stopped(town, case, "2026-04-10 09:00") == {"penalty-law-65"}
    assert heard_in_hearing(case) is None


def test_the_decision_is_not_heavier_than_the_report_advises(town: Town):
    """penalty-law-65"""
    case = steps.concluded(town)
    assert stopped(town, case, "2026-04-10 15:00", "3000.01") == {"penalty-law-65"}
    assert stopped(town, case, "2026-04-10 15:00", "3000") == set()
    assert heard_in_hearing(case) == steps.only(case)


def test_a_report_that_agrees_lets_the_case_go_on_as_told(town: Town):
    """penalty-law-65"""
    case = steps.concluded(town, advice="agree", penalties=[])
    assert stopped(town, case, "2026-04-10 15:00") == set()
    assert "听证报告建议同意拟作出的处罚" in conclusion("hearing", case, "")


@pytest.mark.parametrize(("advice", "mend"), [("not_punish", "penalty.not_punish"), ("investigate", "penalty.return_report")])
def test_a_report_that_does_not_agree_says_what_is_to_be_done(town: Town, advice: str, mend: str):
    """penalty-law-65"""
    case = steps.concluded(town, advice=advice, penalties=[])
    data = {"penalties": case.proposed_penalties, "opinion": "建议处罚。"}
    assert (
        refused("penalty.propose_decision", case, actor=town["lixuemei"], data=data, at=at("2026-04-10 15:00"))["penalty-law-65"].mend
        == mend
    )


def test_a_report_advises_nothing_heavier_than_what_was_told(town: Town):
    """penalty-law-45.2"""
    data = steps.report(penalties=fine("5000.01"))
    found = refused("penalty.report_hearing", steps.held(town), actor=town["fangzhongzheng"], data=data, at=at("2026-04-10 10:00"))
    assert "penalty-law-45.2" in found


def test_a_withdrawn_application_lets_the_case_go_on(town: Town):
    """penalty-law-63"""
    case = steps.end(town, steps.asked(town), "withdrawn", "2026-03-30 10:00", who="zhouweimin").matter
    assert stopped(town, case, "2026-04-01 09:00") == set()
    assert "当事人撤回听证申请" in conclusion("hearing", case, "")


def test_a_hearing_ended_to_tell_anew_leaves_the_right_where_it_was(town: Town):
    """penalty-law-44, penalty-law-63"""
    case = steps.asked(town)
    data = {"reasons": "发现新的证据"}
    found = refused("penalty.return_report", case, actor=town["luokaifu"], data=data, at=at("2026-03-30 09:00"))
    assert found["penalty-law-63"].mend == "penalty.end_hearing"
    case = steps.end(town, case, "told_anew", "2026-03-30 10:00", who="zhouweimin").matter
    assert "penalty-law-63" in stopped(town, case, "2026-04-10 09:00")
    assert (
        perform("penalty.return_report", case, actor=town["luokaifu"], data=data, at=at("2026-03-30 11:00")).matter.stage == "investigation"
    )


def test_a_hearing_on_an_earlier_notice_does_not_stand_for_the_new_one(town: Town):
    """penalty-law-63: told anew, the party has its right anew."""
    case = steps.concluded(town)
    data = {"reasons": "清楚", "new_facts": "另查明又搭建一处。"}
    case = perform("penalty.notify", case, actor=town["lixuemei"], data=data, at=at("2026-04-13 09:00")).matter
    case = steps.serve(town, case, "2026-04-13 10:00", "D23", "D24")
    assert stopped(town, case, "2026-04-14 09:00") == {"penalty-law-63", "penalty-law-64"}
    assert heard_in_hearing(case) is not None


def test_a_change_past_the_threshold_needs_the_right_to_have_been_told(town: Town):
    """penalty-law-63, cq-hearing-threshold"""
    case = steps.serve(town, steps.notified(town, fine("4999.99")), "2026-03-24 10:00", "D23")
    assert stopped(town, case, "2026-04-01 09:00", "5000") == {"penalty-law-63"}
    assert stopped(town, case, "2026-04-01 09:00", "4999.99") == set()


def test_the_chair_neither_decides_nor_investigates_afterwards(town: Town):
    """town-separation, penalty-law-64.4"""
    case = steps.concluded(town)
    for post in ("deputy", "officer"):
        Appointment.objects.create(person=town["fangzhongzheng"], authority=town.authority, post=post, from_on="2025-01-01")
    assert "town-separation" in refused("penalty.not_punish", case, actor=town["fangzhongzheng"], data=_NOT, at=at("2026-04-13 09:00"))
    data = {"officers": ["李雪梅", "方中正"], "reasons": "调整"}
    assert "penalty-law-64.4" in refused("penalty.assign", case, actor=town["luokaifu"], data=data, at=at("2026-04-13 09:00"))


_NOT = {
    "ground": "slight", "slight": "on", "harmless": "on", "corrected": "on", "reasons": "轻微并及时改正。",
    "education": "已经教育。", "educated_at": "2026-04-13 08:00", "place": "镇政府", "party_opinion": "接受。",
}  # fmt: skip


def test_what_became_of_the_right_is_said_on_the_approval_sheet(town: Town):
    """penalty-law-57, penalty-law-63"""
    case = steps.told(town)
    assert conclusion("hearing", case, "").endswith("当事人在规定期限内没有要求听证。")


def test_of_a_right_that_nobody_had_nothing_is_said(town: Town):
    """penalty-law-57"""
    case = steps.serve(town, steps.notified(town, fine("300")), "2026-03-24 10:00", "D23")
    assert conclusion("hearing", case, "不属于应当告知听证的情形。") == "不属于应当告知听证的情形。"
