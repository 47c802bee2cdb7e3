"""决定: every gate before it."""

from datetime import date

import pytest

from mingzhi.core.engine.errors import InvalidInput, PostNotHeld
from mingzhi.core.engine.perform import perform
from mingzhi.core.engine.standing import possible
from mingzhi.procedures.penalty.forms.decision import ProposeDecision
from mingzhi.procedures.penalty.models import Case
from tests.cast import Town, at

from . import hearing_steps
from .refusing import refused
from .story import (
    DRAWN,
    agreed,
    answered,
    decide,
    decided,
    deciding,
    decision_endorsed,
    decision_proposed,
    fine,
    heard,
    notified,
    statement,
    told,
)

AFTER_WINDOW = at("2026-04-01 09:00")


def proposing(case: Case, **changes) -> dict:
    return {"penalties": case.proposed_penalties, "opinion": "建议处罚。", **changes}


def test_a_decision_before_any_notice_is_refused_with_what_mends_it(town: Town):
    """penalty-law-44, penalty-law-62, disclosure-6.2, posts-6.1"""
    case = agreed(town)
    found = refused("penalty.propose_decision", case, actor=town["lixuemei"], data=proposing(case), at=AFTER_WINDOW)
    assert set(found) == {"penalty-law-44"}
    assert found["penalty-law-44"].mend == "penalty.notify"
    assert {row.id for row in found["penalty-law-44"].provisions} == {"penalty-law-44", "penalty-law-62", "disclosure-6.2", "posts-6.1"}


def test_a_notice_not_served_is_no_notice(town: Town):
    """penalty-law-44"""
    case = notified(town)
    found = refused("penalty.propose_decision", case, actor=town["lixuemei"], data=proposing(case), at=AFTER_WINDOW)
    assert found["penalty-law-44"].mend == "penalty.serve"


@pytest.mark.parametrize(("moment", "opens"), [("2026-03-31 23:59", False), ("2026-04-01 00:00", True)])
def test_the_statement_window_counts_working_days_to_midnight(town: Town, moment: str, opens: bool):
    """town-statement-window, penalty-law-62"""
    case = told(town)
    if opens:
        assert decision_proposed(town, case, when=moment).stage == "decision"
    else:
        found = refused("penalty.propose_decision", case, actor=town["lixuemei"], data=proposing(case), at=at(moment))
        assert set(found) == {"penalty-law-62"}
        assert "2026-03-31" in found["penalty-law-62"].sentence


def test_a_written_waiver_opens_the_decision_early(town: Town):
    """penalty-law-62"""
    case = told(town)
    waiver = {"made_by": "刘大成", "signed_at": "2026-03-25 09:00", "declaration": "自愿放弃。", "party_signature": DRAWN}
    case = perform("penalty.waive_statement", case, actor=town["lixuemei"], data=waiver, at=at("2026-03-25 10:00")).matter
    assert decision_proposed(town, case, when="2026-03-25 11:00").stage == "decision"


def test_a_statement_must_be_answered_first(town: Town):
    """penalty-law-45"""
    case = heard(town)
    found = refused("penalty.propose_decision", case, actor=town["lixuemei"], data=proposing(case), at=at("2026-03-27 11:00"))
    assert set(found) == {"penalty-law-45"}
    assert found["penalty-law-45"].mend == "penalty.review_statement"
    assert decision_proposed(town, answered(town, case), when="2026-03-27 11:00").stage == "decision"


def test_a_statement_made_while_the_decision_is_pending_is_answered_too(town: Town):
    """penalty-law-45"""
    case = decision_endorsed(town)
    changes = {"from_at": "2026-04-01 10:10", "until_at": "2026-04-01 10:20"}
    perform("penalty.hear_statement", case, actor=town["lixuemei"], data=statement(**changes), at=at("2026-04-01 10:30"))
    found = refused("penalty.decide", case, actor=town["zhouweimin"], data=deciding(case), at=at("2026-04-01 15:00"))
    assert set(found) == {"penalty-law-45"}


@pytest.mark.parametrize(
    ("penalties", "word"),
    [
        (fine("300.01"), "罚款由300元增加到300.01元"),
        ([*fine("300"), {"kind": "other", "content": "限期清理"}], "其他行政处罚"),
    ],
)
def test_a_decision_is_never_heavier_than_what_was_told(town: Town, penalties: list, word: str):
    """penalty-law-45.2"""
    town.powers["litter"].penalty_kinds = ["fine", "other", "warning"]
    town.powers["litter"].save()
    case = decision_endorsed(town)
    data = deciding(case, penalties=penalties)
    found = refused("penalty.decide", case, actor=town["zhouweimin"], data=data, at=at("2026-04-01 15:00"))
    assert set(found) == {"penalty-law-45.2"}
    assert word in found["penalty-law-45.2"].sentence
    assert found["penalty-law-45.2"].mend == "penalty.notify"


def test_a_decision_may_be_lighter_than_what_was_told(town: Town):
    """penalty-law-45.2"""
    case = decided(town, penalties=fine("200"), lighter_reasons="采纳申辩意见，从轻处罚。")
    assert case.fine_yuan == 200
    assert "采纳申辩意见" in case.documents.get(code="D30").data["discretion"]


def test_a_decision_stays_within_the_power(town: Town):
    """penalty-law-4"""
    case = decision_endorsed(town)
    data = deciding(case, penalties=fine("501"))
    found = refused("penalty.decide", case, actor=town["zhouweimin"], data=data, at=at("2026-04-01 15:00"))
    assert set(found) == {"penalty-law-4", "penalty-law-45.2"}


def test_a_kind_the_power_has_not_is_refused(town: Town):
    """penalty-law-4"""
    case = decision_endorsed(town)
    data = deciding(case, penalties=[{"kind": "warning", "content": "警告"}])
    found = refused("penalty.decide", case, actor=town["zhouweimin"], data=data, at=at("2026-04-01 15:00"))
    assert set(found) == {"penalty-law-4"}
    assert "警告" in found["penalty-law-4"].sentence


def test_a_fine_without_an_amount_is_not_a_fine(town: Town):
    """penalty-law-59"""
    case = decision_endorsed(town)
    with pytest.raises(InvalidInput) as invalid:
        decide(town, case, penalties=[{"kind": "fine", "content": "罚款"}])
    assert "penalties" in invalid.value.errors


def test_a_fine_under_the_least_one_names_its_ground(town: Town):
    """penalty-law-32"""
    town.powers["litter"].fine_min_citizen_yuan = 100
    town.powers["litter"].save()
    case = agreed(town)
    case.proposed_penalties = fine("50.00")
    case.save()
    found = refused("penalty.notify", case, actor=town["lixuemei"], data={"reasons": "清楚"}, at=at("2026-03-24 09:00"))
    assert set(found) == {"penalty-law-32"}
    case.discretion = "当事人主动消除后果，减轻处罚。"
    case.save()
    assert notified(town, case).told_penalties == fine("50.00")


def test_a_decision_without_an_order_to_correct_is_refused(town: Town):
    """penalty-law-28"""
    case = decision_endorsed(town)
    case.penalty_correctionorders.update(ordered_at=None)
    found = refused("penalty.decide", case, actor=town["zhouweimin"], data=deciding(case), at=at("2026-04-01 15:00"))
    assert set(found) == {"penalty-law-28"}


def test_a_decision_without_evidence_is_refused(town: Town):
    """penalty-law-40"""
    case = decision_endorsed(town)
    case.penalty_questionings.all().delete()
    case.penalty_inspections.all().delete()
    found = refused("penalty.decide", case, actor=town["zhouweimin"], data=deciding(case), at=at("2026-04-01 15:00"))
    assert set(found) == {"penalty-law-40"}


def test_a_party_under_eighteen_is_treated_more_lightly_with_reasons(town: Town):
    """penalty-law-30"""
    case = told(town)
    case.penalty_partys.update(birth_on="2010-05-01")
    case.discretion = "属一般情节。"
    case.save()
    found = refused("penalty.propose_decision", case, actor=town["lixuemei"], data=proposing(case), at=AFTER_WINDOW)
    assert set(found) == {"penalty-law-30"}
    data = proposing(case, penalties=fine("100"), lighter_reasons="当事人不满十八周岁，从轻处罚。")
    done = perform("penalty.propose_decision", case, actor=town["lixuemei"], data=data, at=AFTER_WINDOW)
    paper = decide(town, decision_endorsed(town, done.matter)).documents[1]
    assert "未成年人" in paper.data["publication"]


def test_a_decision_waits_for_the_brigade(town: Town):
    """recording-8.2"""
    case = decision_proposed(town)
    found = refused("penalty.decide", case, actor=town["zhouweimin"], data=deciding(case), at=at("2026-04-01 15:00"))
    assert found["recording-8.2"].mend == "penalty.endorse_decision"


def test_a_decision_does_not_speak_like_a_notice(town: Town):
    """penalty-law-59"""
    case = decision_endorsed(town)
    data = deciding(case, penalties=[{"kind": "fine", "content": "拟作出罚款", "amount_yuan": "300"}])
    found = refused("penalty.decide", case, actor=town["zhouweimin"], data=data, at=at("2026-04-01 15:00"))
    assert set(found) == {"penalty-law-59"}


def test_only_a_head_decides(town: Town):
    """penalty-law-57"""
    case = decision_endorsed(town)
    with pytest.raises(PostNotHeld):
        perform("penalty.decide", case, actor=town["luokaifu"], data=deciding(case), at=at("2026-04-01 15:00"))


def test_a_head_who_handles_the_case_does_not_decide_it(town: Town):
    """town-separation"""
    case = decision_endorsed(town)
    case.handlers.filter(person=town["chenzhiqiang"]).update(person=town["zhouweimin"])
    found = refused("penalty.decide", case, actor=town["zhouweimin"], data=deciding(case), at=at("2026-04-01 15:00"))
    assert "town-separation" in found


def test_the_captain_who_endorsed_the_filing_may_endorse_the_decision(town: Town):
    """town-separation"""
    assert decision_endorsed(town).penalty_approvals.get(subject="decision").endorsed_by == town["luokaifu"]


def test_a_proposal_sent_back_is_asked_for_again(town: Town):
    """penalty-law-57"""
    case = decision_proposed(town)
    data = {"reasons": "裁量理由不充分"}
    case = perform("penalty.return_decision", case, actor=town["zhouweimin"], data=data, at=at("2026-04-01 11:00")).matter
    assert case.stage == "notice"
    assert decision_proposed(town, case, when="2026-04-01 14:00").stage == "decision"


def test_all_refusals_of_a_decision_come_together(town: Town):
    """penalty-law-44, penalty-law-28, penalty-law-58"""
    case = decision_proposed(town)
    case.penalty_correctionorders.update(ordered_at=None)
    Case.objects.filter(pk=case.pk).update(told_on=None, needs_review="疑难复杂")
    found = refused("penalty.decide", case, actor=town["zhouweimin"], data=deciding(case), at=at("2026-04-01 15:00"))
    assert set(found) == {"penalty-law-44", "penalty-law-28", "penalty-law-58", "penalty-law-57.2", "recording-8.2"}
    standing = {row.action.name: row for row in possible(Case.objects.get(pk=case.pk), town["zhouweimin"], at("2026-04-01 15:00"))}
    assert len(standing["decide"].refusals) == len(found)


def test_of_several_parties_the_youngest_and_the_strictest_count(town: Town):
    """penalty-law-30, penalty-law-63"""
    case = agreed(town)
    second = case.penalty_partys.get()
    second.pk, second.name, second.birth_on = None, "刘小成", date(2013, 5, 1)
    second.save()
    found = refused("penalty.notify", case, actor=town["lixuemei"], data={"reasons": "清楚"}, at=at("2026-03-24 09:00"))
    assert set(found) == {"penalty-law-30"}


def test_what_the_hearing_advises_is_filled_in_when_the_decision_is_asked_for(town: Town):
    """penalty-law-65: the decision follows the hearing's record"""
    lightened = hearing_steps.concluded(town)
    known = ProposeDecision(matter=lightened, actor=town["lixuemei"], at=at("2026-04-10 11:00")).filled
    assert known["penalties"] == fine("3000.00")
    assert known["opinion"] == "建议采纳听证报告的意见，按上述内容作出行政处罚决定。"


def test_without_a_hearing_the_decision_asked_for_is_what_was_told(town: Town):
    """penalty-law-44"""
    case = told(town)
    assert ProposeDecision(matter=case, actor=town["lixuemei"], at=AFTER_WINDOW).filled["penalties"] == case.proposed_penalties
