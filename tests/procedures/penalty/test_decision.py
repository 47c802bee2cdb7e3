"""决定: every gate before it, what the decision prints, and when the party is not punished."""

from datetime import date

import pytest

from mingzhi.core.engine.errors import InvalidInput, PostNotHeld
from mingzhi.core.engine.perform import perform
from mingzhi.core.engine.standing import possible
from mingzhi.procedures.penalty.models import Case
from tests.cast import Town, at

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
    reported,
    served,
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


def test_a_major_case_stops_in_words_under_both_articles(town: Town):
    """penalty-law-58, review-4, penalty-law-57.2"""
    case = decision_endorsed(town)
    case.needs_review = "可能造成重大社会影响"
    case.save()
    found = refused("penalty.decide", case, actor=town["zhouweimin"], data=deciding(case), at=at("2026-04-01 15:00"))
    assert set(found) == {"penalty-law-58", "penalty-law-57.2"}
    assert "尚未开通法制审核程序" in found["penalty-law-58"].sentence
    assert "尚未开通集体讨论程序" in found["penalty-law-57.2"].sentence


def test_a_decision_at_the_hearing_threshold_stops_in_words(town: Town):
    """penalty-law-63, penalty-law-58"""
    town.powers["litter"].fine_max_citizen_yuan = 20000
    town.powers["litter"].save()
    case = decision_endorsed(town)
    Case.objects.filter(pk=case.pk).update(proposed_penalties=fine("5000.00"), told_penalties=fine("5000.00"))
    case = Case.objects.get(pk=case.pk)
    found = refused("penalty.decide", case, actor=town["zhouweimin"], data=deciding(case), at=at("2026-04-01 15:00"))
    assert set(found) == {"penalty-law-63", "penalty-law-58"}


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


def test_the_decision_carries_the_six_items_of_the_law(town: Town):
    """penalty-law-59"""
    done = decide(town)
    case, (sheet, paper) = done.matter, done.documents
    assert (sheet.code, paper.code) == ("D29", "D30")
    data = paper.data
    assert data["party"]["name"] == "刘大成"
    assert data["facts"] and data["evidence"]
    assert data["penalties"] and data["basis"]
    assert data["performance"] and data["payment"]["bank"] == town.authority.fine_bank and data["payment"]["days"] == 15
    assert data["remedy"]["review_days"] == 60 and data["remedy"]["suit_months"] == 6
    assert data["organ"] == town.authority.name and data["made_on"] == "2026-04-01"
    assert data["payment"]["rate_percent"] == 3
    assert data["publication"] and "清运" in data["correction"] and "没有提出陈述、申辩" in data["process"]
    assert paper.number == case.decision_number == "綦石壕府罚决字〔2026〕1号"
    assert case.stage == "service" and case.fine_yuan == 300 and str(case.decided_on) == "2026-04-01"
    assert [row["label"] for row in sheet.data["opinions"]] == ["承办人意见", "承办机构意见", "负责人意见"]


def test_a_decision_without_a_fine_asks_for_no_payment(town: Town):
    """penalty-law-59"""
    case = decided(town, decision_endorsed(town, decision_proposed(town, told(town, agreed(town, reported(town))))))
    assert case.fine_yuan is None
    assert not case.documents.get(code="D30").data.get("payment")


def test_an_entrusted_power_decides_in_the_entrusting_organs_name(town: Town):
    """penalty-law-20.4"""
    power = town.powers["litter"]
    power.kind, power.entrusting_organ, power.entrusting_word = "entrusted", "重庆市綦江区城市管理局", "綦城管"
    power.entrusting_review_organ, power.entrusting_court = "重庆市綦江区人民政府", "重庆市綦江区人民法院"
    power.entrustment_number = "綦城管委托〔2025〕3号"
    power.save()
    paper = decide(town).documents[1]
    assert paper.number == "綦城管罚决字〔2026〕1号"
    assert paper.data["organ"] == paper.data["seal_organ"] == "重庆市綦江区城市管理局"
    assert paper.data["acting_organ"] == town.authority.name


def test_the_ninety_days_are_shown_and_never_shut_the_decision(town: Town):
    """penalty-law-60, personnel-24-term"""
    case = decision_endorsed(town)
    row = case.deadlines.get(provision="penalty-law-60")
    assert row.due_at.date().isoformat() == "2026-06-01"
    late = perform("penalty.decide", case, actor=town["zhouweimin"], data=deciding(case), at=at("2026-06-10 15:00")).matter
    row.refresh_from_db()
    assert late.stage == "service" and row.met_at > row.due_at


def not_punishing(ground: str, **changes) -> dict:
    return {
        "ground": ground,
        "reasons": "情节显著轻微。",
        "education": "已讲解有关规定，要求今后不再违反。",
        "educated_at": "2026-03-24 09:00",
        "place": "石壕镇综合行政执法大队",
        "party_opinion": "知道错了。",
        **changes,
    }


def unpunished(town: Town, case: Case, ground: str, **changes) -> Case:
    data = not_punishing(ground, **changes)
    return perform("penalty.not_punish", case, actor=town["zhouweimin"], data=data, at=at("2026-03-24 10:00")).matter


def why_not(town: Town, case: Case, ground: str, **changes) -> dict:
    return refused("penalty.not_punish", case, actor=town["zhouweimin"], data=not_punishing(ground, **changes), at=at("2026-03-24 10:00"))


def test_a_slight_offence_needs_its_three_facts(town: Town):
    """penalty-law-33"""
    case = reported(town, littering=True)
    found = why_not(town, case, "slight", slight=True, corrected=True)
    assert "没有造成危害后果" in found["penalty-law-33"].sentence
    case = unpunished(town, case, "slight", slight=True, corrected=True, harmless=True)
    assert case.stage == "service" and case.outcome == "not_punished"
    assert case.decision_number == "綦石壕府不罚字〔2026〕1号"


def test_a_decision_not_to_punish_records_the_education(town: Town):
    """penalty-law-33.3, personnel-20"""
    case = unpunished(town, agreed(town), "slight", slight=True, corrected=True, harmless=True)
    paper, record = case.documents.get(code="D32"), case.documents.get(code="D32b")
    assert paper.data["basis"] == [{"law": "《中华人民共和国行政处罚法》", "article": "第三十三条第一款"}]
    assert record.data["education"] == "已讲解有关规定，要求今后不再违反。"


def test_education_is_not_left_out(town: Town):
    """penalty-law-33.3"""
    case = reported(town, littering=True)
    with pytest.raises(InvalidInput) as invalid:
        unpunished(town, case, "slight", slight=True, corrected=True, harmless=True, education="")
    assert "education" in invalid.value.errors


def test_a_first_offence_is_one_without_earlier_findings(town: Town):
    """penalty-law-33-first, town-first-offence"""
    earlier = served(town)
    earlier.penalty_presences.all().delete()
    earlier.penalty_questionings.all().delete()
    Case.objects.filter(pk=earlier.pk).update(closed_at=at("2026-04-02 12:00"), decided_on="2026-01-10")
    case = reported(town, littering=True)
    found = why_not(town, case, "first", slight_harm=True, corrected=True)
    assert "2026-01-10" in found["penalty-law-33-first"].sentence
    Case.objects.filter(pk=earlier.pk).update(decided_on="2024-03-23")
    assert unpunished(town, case, "first", slight_harm=True, corrected=True).outcome == "not_punished"


def test_a_first_offence_needs_its_facts(town: Town):
    """penalty-law-33-first"""
    found = why_not(town, reported(town, littering=True), "first", slight_harm=True)
    assert "及时改正" in found["penalty-law-33-first"].sentence


def test_a_childs_guardian_is_told(town: Town):
    """penalty-law-30"""
    case = reported(town, littering=True)
    case.penalty_partys.update(birth_on="2013-05-01")
    assert "penalty-law-30" in why_not(town, case, "child")
    case = unpunished(town, case, "child", guardian="刘父", guardian_told=True)
    assert "刘父" in case.documents.get(code="D32").data["reasons"]


def test_an_adult_is_no_child(town: Town):
    """penalty-law-30"""
    found = why_not(town, reported(town, littering=True), "child", guardian="刘父", guardian_told=True)
    assert "不适用" in found["penalty-law-30"].sentence


def test_a_mental_state_is_proved_and_the_guardian_told(town: Town):
    """penalty-law-31"""
    case = reported(town, littering=True)
    assert "鉴定意见" in why_not(town, case, "mental", guardian="刘父", guardian_told=True)["penalty-law-31"].sentence
    done = unpunished(town, case, "mental", guardian="刘父", guardian_told=True, proof="司法鉴定意见书（2026）第8号")
    assert done.stage == "service"


def test_absence_of_fault_is_proved(town: Town):
    """penalty-law-33.2"""
    case = reported(town, littering=True)
    assert set(why_not(town, case, "no_fault")) == {"penalty-law-33.2"}
    assert unpunished(town, case, "no_fault", proof="村委会指定堆放点的通知").stage == "service"


def test_a_limitation_that_is_not_over_is_no_ground(town: Town):
    """penalty-law-36"""
    case = reported(town, littering=True)
    assert "仍在连续" in why_not(town, case, "limitation")["penalty-law-36"].sentence
    Case.objects.filter(pk=case.pk).update(acted_from_on="2024-03-01", acted_until_on="2024-03-02")
    assert "没有超过时效" in why_not(town, Case.objects.get(pk=case.pk), "limitation")["penalty-law-36"].sentence
    Case.objects.filter(pk=case.pk).update(acted_until_on="2024-03-01")
    assert unpunished(town, Case.objects.get(pk=case.pk), "limitation").stage == "service"


def test_of_several_parties_the_youngest_and_the_strictest_count(town: Town):
    """penalty-law-30, penalty-law-63"""
    case = agreed(town)
    second = case.penalty_partys.get()
    second.pk, second.name, second.birth_on = None, "刘小成", date(2013, 5, 1)
    second.save()
    found = refused("penalty.notify", case, actor=town["lixuemei"], data={"reasons": "清楚"}, at=at("2026-03-24 09:00"))
    assert set(found) == {"penalty-law-30"}


def test_a_simulation_is_no_intention(town: Town):
    """penalty-law-59"""
    case = decision_endorsed(town)
    case.found += "有现场模拟对比照片为证。"
    case.save()
    assert decided(town, case).stage == "service"


def test_the_decision_says_what_became_of_the_statement_and_why(town: Town):
    """penalty-law-45"""
    case = answered(town, heard(town))
    paper = decide(town, decision_endorsed(town, decision_proposed(town, case))).documents[1]
    assert "垃圾已经清走了，请求少罚。" in paper.data["process"]
    assert "全部采纳" in paper.data["process"] and "已主动消除后果" in paper.data["process"]
