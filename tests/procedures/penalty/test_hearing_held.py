"""听证的组织与举行: who presides, how long before it was told, who must be there, how it is put off or ended."""

from datetime import date

import pytest

from mingzhi.core.engine.perform import perform
from mingzhi.core.organs import Post
from mingzhi.core.organs.models import Appointment
from mingzhi.procedures.penalty.models import Recusal
from tests.cast import Town, at

from . import hearing_steps as steps
from .refusing import refused


def test_a_hearing_goes_from_the_notice_to_its_report(town: Town):
    """penalty-law-63, penalty-law-64, penalty-law-65"""
    case = steps.told(town)
    assert [paper.code for paper in steps.ask(town, case).documents] == ["D26"]
    done = steps.arrange(town, case)
    assert [paper.code for paper in done.documents] == ["D26b", "D26c"]
    case = steps.serve(town, done.matter, "2026-03-27 10:00", "D26b")
    assert [paper.code for paper in steps.hold(town, case).documents] == ["D27"]
    assert case.penalty_presences.filter(what="听证").count() == 4
    assert [paper.code for paper in steps.conclude(town, case).documents] == ["D27b"]


def arrange_in_vain(town: Town, case, **changes):
    return refused("penalty.arrange_hearing", case, actor=town["zhouweimin"], data=steps.arrangement(**changes), at=at("2026-03-27 09:00"))


def appoint(town: Town, account: str) -> None:
    Appointment.objects.create(person=town[account], authority=town.authority, post=Post.HEARING_CHAIR, from_on=date(2025, 1, 1))


@pytest.mark.parametrize("account", ["lixuemei", "wumin"])
def test_whoever_investigates_or_did_so_before_does_not_preside(town: Town, account: str):
    """penalty-law-64.4"""
    appoint(town, account)
    case = steps.asked(town)
    for row in case.handlers.filter(person=town["chenzhiqiang"]):
        row.person, row.until_at = town["wumin"], at("2026-03-20")
        row.save()
    case.handlers.create(person=town["chenzhiqiang"], since_at=at("2026-03-20"))
    assert "调查人员" in arrange_in_vain(town, case, chair=town[account].pk)["penalty-law-64.4"].sentence


def test_who_decided_something_in_the_case_does_not_preside(town: Town):
    """town-separation"""
    appoint(town, "luokaifu")
    assert "town-separation" in arrange_in_vain(town, steps.asked(town), chair=town["luokaifu"].pk)


def test_a_person_who_must_keep_out_is_not_chosen(town: Town):
    """penalty-law-43"""
    case = steps.asked(town)
    row = {"matter": case, "asked_by": "刘大成", "reason": "亲属", "asked_at": at("2026-03-26"), "granted": True}
    Recusal.objects.create(person=town["sunjing"], **row)
    assert "孙静" in arrange_in_vain(town, case)["penalty-law-43"].sentence


def test_only_seven_clear_working_days_leave_time_enough(town: Town):
    """penalty-law-64.2, cq-hearing-notice: over 清明 the eighth working day after 03-27 is 04-09."""
    case = steps.asked(town)
    assert "2026-04-09" in arrange_in_vain(town, case, begins_at="2026-04-08 09:30")["penalty-law-64.2"].sentence
    assert steps.only(steps.arrange(town, case).matter).status == "arranged"


def test_a_working_saturday_counts_among_the_clear_days(town: Town):
    """penalty-law-85: 2026-05-09 is worked in exchange for 劳动节."""
    case = steps.asked(town)
    data = steps.arrangement(begins_at="2026-05-11 09:30")
    found = refused("penalty.arrange_hearing", case, actor=town["zhouweimin"], data=data, at=at("2026-04-28 09:00"))
    assert "2026-05-12" in found["penalty-law-64.2"].sentence
    steps.arrange(town, case, "2026-04-28 09:00", begins_at="2026-05-12 09:30")


def test_a_closed_hearing_says_why_and_is_not_announced(town: Town):
    """penalty-law-64.3"""
    done = steps.arrange(town, closed_because="privacy")
    assert [paper.code for paper in done.documents] == ["D26b"]
    assert "个人隐私" in done.documents[0].data["openness"]


def hold_in_vain(town: Town, case, who: str = "fangzhongzheng", when: str = "2026-04-09 11:10", **changes):
    return refused("penalty.hold_hearing", case, actor=town[who], data=steps.hearing(**changes), at=at(when))


def test_the_notice_must_have_reached_the_party_in_time(town: Town):
    """penalty-law-64.2"""
    case = steps.arrange(town).matter
    assert hold_in_vain(town, case)["penalty-law-64.2"].mend == "penalty.serve"
    case = steps.serve(town, case, "2026-03-30 10:00", "D26b")
    found = hold_in_vain(town, case)["penalty-law-64.2"]
    assert found.mend == "penalty.postpone_hearing" and "2026-04-10" in found.sentence


def test_nobody_but_the_appointed_chair_presides(town: Town):
    """penalty-law-64.4"""
    appoint(town, "wumin")
    assert "方中正" in hold_in_vain(town, steps.arranged(town), who="wumin")["penalty-law-64.4"].sentence


def test_another_day_than_the_one_told_needs_a_postponement(town: Town):
    """penalty-law-64.2"""
    times = {"from_at": "2026-04-10 09:30", "until_at": "2026-04-10 10:30"}
    found = hold_in_vain(town, steps.arranged(town), when="2026-04-10 11:00", **times)
    assert found["penalty-law-64.2"].mend == "penalty.postpone_hearing"


def test_without_the_party_there_is_no_hearing(town: Town):
    """penalty-law-64.6"""
    found = hold_in_vain(town, steps.arranged(town), attendants=[{"role": "证人", "name": "王德明", "about": "石壕社区"}])
    assert found["penalty-law-64.6"].mend == "penalty.end_hearing"


def test_rights_are_told_and_agents_counted_at_the_hearing_too(town: Town):
    """penalty-law-64.4, penalty-law-64.5"""
    agents = [{"role": "委托代理人", "name": f"代理{number}", "about": "某所"} for number in range(3)]
    assert {"penalty-law-64.4", "penalty-law-64.5"} <= set(hold_in_vain(town, steps.arranged(town), attendants=agents, told_rights=""))


def test_a_recusal_of_the_chair_is_decided_first(town: Town):
    """penalty-law-43.3, penalty-law-64.4"""
    case = steps.arranged(town)
    data = {"person": "方中正", "asked_by": "刘大成", "reason": "与举报人是亲属"}
    case = perform("penalty.request_recusal", case, actor=town["lixuemei"], data=data, at=at("2026-04-08 09:00")).matter
    assert hold_in_vain(town, case)["penalty-law-43.3"].mend == "penalty.decide_recusal"
    data = {"granted": "yes", "reasons": "属实"}
    case = perform("penalty.decide_recusal", case, actor=town["zhouweimin"], data=data, at=at("2026-04-08 10:00")).matter
    assert hold_in_vain(town, case)["penalty-law-43"]


def test_a_postponed_hearing_is_told_anew_with_its_days_clear(town: Town):
    """penalty-law-64.2"""
    case = steps.arranged(town)
    done = perform("penalty.postpone_hearing", case, actor=town["zhouweimin"], data={"reasons": "当事人住院"}, at=at("2026-04-07 09:00"))
    assert done.documents[0].title == "行政处罚听证延期通知书"
    done = steps.arrange(town, done.matter, "2026-04-07 10:00", begins_at="2026-04-17 09:30")
    case = steps.serve(town, done.matter, "2026-04-07 11:00", "D26b")
    steps.hold(town, case, "2026-04-17 11:00", from_at="2026-04-17 09:30", until_at="2026-04-17 10:30")
    assert steps.only(case).status == "held"


def test_a_notice_of_a_time_that_is_no_more_is_not_served(town: Town):
    """penalty-law-64.2"""
    case = steps.arrange(town).matter
    perform("penalty.postpone_hearing", case, actor=town["zhouweimin"], data={"reasons": "会议室占用"}, at=at("2026-03-27 15:00"))
    assert case.documents.get(code="D26b").voided_because == "听证延期，不再送达"


def test_absence_ends_a_hearing_only_after_a_due_notice(town: Town):
    """penalty-law-64.6"""
    case = steps.arranged(town)
    data = {"because": "absent", "ended_at": "2026-04-09 09:00", "reasons": "没有到场"}
    found = refused("penalty.end_hearing", case, actor=town["fangzhongzheng"], data=data, at=at("2026-04-09 09:00"))
    assert "还没有到" in found["penalty-law-64.2"].sentence
    done = steps.end(town, case, "absent", "2026-04-09 10:30")
    assert done.documents[0].data["because"] == "当事人及其代理人无正当理由拒不出席"


def test_absence_after_a_late_notice_takes_nothing_away(town: Town):
    """penalty-law-64.2, penalty-law-64.6"""
    case = steps.serve(town, steps.arrange(town).matter, "2026-03-31 10:00", "D26b")
    data = {"because": "absent", "ended_at": "2026-04-09 10:30", "reasons": "没有到场"}
    found = refused("penalty.end_hearing", case, actor=town["fangzhongzheng"], data=data, at=at("2026-04-09 10:30"))
    assert "不能视为放弃" in found["penalty-law-64.2"].sentence


def test_a_handler_at_the_hearing_is_nowhere_else(town: Town):
    """town-one-place"""
    case = steps.held(town)
    assert set(case.penalty_presences.filter(what="听证").values_list("person__name", flat=True)) == {"李雪梅", "陈志强", "方中正", "王丽"}
