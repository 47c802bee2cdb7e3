"""听证的告知、申请与放弃: who has the right, from when until when, and how it is used or given up."""

import pytest

from mingzhi.core.engine.errors import InvalidInput
from mingzhi.core.engine.perform import perform
from mingzhi.procedures.penalty.gates.notice import hearing_reason
from mingzhi.procedures.penalty.hearings import application_ends
from tests.cast import Town, at

from . import hearing_steps as steps
from .refusing import refused
from .story import DRAWN, fine

CONFISCATION = [{"kind": "confiscation", "content": "没收违法所得", "amount_yuan": "5000"}]
CLOSURE = [{"kind": "stop_business", "content": "责令停产停业"}]


def ask_in_vain(town: Town, case, when: str, **changes):
    return refused("penalty.ask_hearing", case, actor=town["lixuemei"], data=steps.application(**changes), at=at(when))


@pytest.mark.parametrize(
    ("kind", "penalties", "right"),
    [
        ("citizen", fine("4999.99"), False),
        ("citizen", fine("5000"), True),
        ("trader", fine("5000"), True),
        ("organisation", fine("49999.99"), False),
        ("organisation", fine("50000"), True),
        ("citizen", CONFISCATION, True),
        ("organisation", CONFISCATION, False),
        ("organisation", CLOSURE, True),
    ],
)
def test_the_right_begins_at_the_threshold_of_the_partys_kind(town: Town, kind: str, penalties: list, right: bool):
    """penalty-law-63, cq-hearing-threshold"""
    case = steps.reported(town)
    case.penalty_partys.update(kind=kind)
    assert (hearing_reason(case, penalties, at("2026-03-24").date()) is not None) is right


def test_at_the_threshold_the_notice_of_the_right_goes_with_the_notice(town: Town):
    """penalty-law-63"""
    case = steps.notified(town)
    assert [paper.code for paper in case.documents.filter(code__in=("D23", "D24"))] == ["D23", "D24"]
    paper = case.documents.get(code="D24")
    assert paper.number == "綦石壕府听告字〔2026〕1号"
    assert paper.data["application_workdays"] == 5
    assert paper.data["hearing_because"] == "拟对公民罚款5000元，达到较大数额5000元（标准见《重庆市行政处罚听证程序规定》）。"


def test_a_cent_below_there_is_no_notice_of_a_right(town: Town):
    """cq-hearing-threshold"""
    case = steps.notified(town, fine("4999.99"))
    assert not case.documents.filter(code="D24").exists()
    case = steps.serve(town, case, "2026-03-24 10:00", "D23")
    assert str(case.told_on) == "2026-03-24"
    assert not case.deadlines.filter(provision="penalty-law-64").exists()
    assert ask_in_vain(town, case, "2026-03-26 10:00")["penalty-law-63"].mend == "penalty.notify"


def test_the_party_is_told_when_both_papers_are_served(town: Town):
    """penalty-law-44, penalty-law-63"""
    case = steps.serve(town, steps.notified(town), "2026-03-24 10:00", "D23")
    assert case.told_on is None
    assert "penalty-law-64" in {
        row.id for row in ask_in_vain(town, case, "2026-03-24 11:00", asked_on="2026-03-24")["penalty-law-63"].provisions
    }
    case = steps.serve(town, case, "2026-03-25 10:00", "D24")
    assert str(case.told_on) == "2026-03-25"
    assert (
        case.deadlines.get(provision="town-statement-window").due_at.date() == case.deadlines.get(provision="penalty-law-64").due_at.date()
    )


def test_five_working_days_to_ask(town: Town):
    """penalty-law-64"""
    case = steps.told(town)
    assert application_ends(case) == at("2026-03-31 23:59").replace(second=59)
    assert case.deadlines.get(provision="penalty-law-64").due_at == application_ends(case)


def test_the_fifth_day_is_in_time_and_the_sixth_is_not(town: Town):
    """penalty-law-64, cq-hearing-apply"""
    case = steps.told(town)
    assert "2026-03-31" in ask_in_vain(town, case, "2026-04-01 09:00", asked_on="2026-04-01")["penalty-law-64"].sentence
    case = steps.ask(town, case, "2026-03-31 17:30", asked_on="2026-03-31").matter
    assert case.deadlines.get(provision="penalty-law-64").met_at is not None


def test_what_was_posted_in_time_is_in_time(town: Town):
    """civil-procedure-85"""
    case = steps.told(town)
    assert steps.only(steps.ask(town, case, "2026-04-02 09:00", channel="post", asked_on="2026-03-31").matter).channel == "post"


def test_a_spoken_application_is_written_down_with_its_agents(town: Town):
    """cq-hearing-apply, penalty-law-64.5"""
    agent = {"name": "何代理", "about": "某法律服务所", "phone": "13900000119", "powers": "一般代理", "mandate": True}
    done = steps.ask(town, channel="oral", agents=[agent], applicant_signature=DRAWN)
    assert [paper.code for paper in done.documents] == ["D26", "D26e"]
    assert done.documents[0].data["channel"] == "口头"


def test_a_third_agent_or_one_without_mandate_is_refused(town: Town):
    """penalty-law-64.5"""
    case = steps.told(town)
    agent = {"name": "何代理", "about": "某法律服务所", "phone": "13900000119", "powers": "一般代理", "mandate": True}
    assert "3人" in ask_in_vain(town, case, "2026-03-26 10:00", agents=[agent] * 3)["penalty-law-64.5"].sentence
    lacking = ask_in_vain(town, case, "2026-03-26 10:00", agents=[agent | {"mandate": False}])
    assert "授权委托书" in lacking["penalty-law-64.5"].sentence


def test_an_application_before_service_is_a_mistake(town: Town):
    """penalty-law-64"""
    case = steps.told(town)
    with pytest.raises(InvalidInput) as invalid:
        steps.ask(town, case, asked_on="2026-03-23")
    assert "asked_on" in invalid.value.errors


def test_one_hearing_is_asked_for_once(town: Town):
    """penalty-law-63"""
    assert "不必再次登记" in ask_in_vain(town, steps.asked(town), "2026-03-27 10:00")["penalty-law-63"].sentence


def waive(town: Town, case, when: str = "2026-03-25 10:00"):
    data = {"made_by": "刘大成", "signed_at": when, "declaration": "自愿放弃听证。", "party_signature": DRAWN}
    return perform("penalty.waive_hearing", case, actor=town["lixuemei"], data=data, at=at(when))


def test_a_waiver_in_writing_ends_the_waiting(town: Town):
    """penalty-law-63"""
    case = steps.told(town)
    assert "penalty-law-64" in steps.cited_against(town, case, "2026-03-31 17:00")
    done = waive(town, case)
    assert [paper.code for paper in done.documents] == ["D26f"]
    assert "penalty-law-64" not in steps.cited_against(town, done.matter, "2026-03-31 17:00")


def test_a_waiver_may_be_taken_back_within_the_period(town: Town):
    """penalty-law-64: the period is the party's; the law takes nothing away before it ends."""
    case = waive(town, steps.told(town)).matter
    case = steps.ask(town, case).matter
    assert "penalty-law-63" in steps.cited_against(town, case, "2026-04-01 10:00")


def test_after_an_application_a_waiver_is_its_withdrawal(town: Town):
    """penalty-law-63"""
    data = {"made_by": "刘大成", "signed_at": "2026-03-27 10:00", "declaration": "放弃。", "party_signature": DRAWN}
    found = refused("penalty.waive_hearing", steps.asked(town), actor=town["lixuemei"], data=data, at=at("2026-03-27 10:00"))
    assert found["penalty-law-63"].mend == "penalty.end_hearing"


def test_a_notice_struck_out_takes_the_notice_of_the_right_with_it(town: Town):
    """penalty-law-44, penalty-law-63"""
    case = steps.notified(town)
    data = {"document": case.documents.get(code="D23").pk, "reasons": "数额写错"}
    case = perform("penalty.void_paper", case, actor=town["luokaifu"], data=data, at=at("2026-03-24 11:00")).matter
    assert not case.documents.filter(code__in=("D23", "D24"), voided_at__isnull=True).exists()
