"""当场处罚: what may be decided on the spot, what its paper says, and its report."""

from datetime import date
from decimal import Decimal

import pytest

from mingzhi.core.engine.errors import InvalidInput, Refused
from mingzhi.core.engine.perform import perform
from tests.cast import Town, at

from .spot_steps import act, cited, filed, on_the_spot, punished

COMPANY = {
    "party_kind": "organisation",
    "party_name": "重庆石壕建材有限公司",
    "party_identifier": "91500399MA5U000033",
    "party_address": "重庆市綦江区石壕镇",
    "party_representative": "何大勇",
}


def test_a_penalty_on_the_spot_is_decided_numbered_printed_and_served_at_once(town: Town):
    """penalty-law-51, penalty-law-52, penalty-law-67"""
    done = punished(town)
    case = done.matter
    assert case.stage == "punished"
    assert case.number == case.decision_number == "綦石壕府当罚字〔2026〕1号"
    assert case.decided_on == case.decision_served_on == date(2026, 3, 5)
    assert case.pay_by_on == date(2026, 3, 20)
    assert [(paper.code, paper.number) for paper in done.documents] == [("D31", case.number)]


def test_the_paper_sends_the_party_to_reconsideration_first(town: Town):
    """reconsideration-law-23"""
    paper = punished(town).documents[0]
    assert paper.data["remedy"]["review_first"] is True
    assert paper.data["remedy"]["review_organ"] == "重庆市綦江区人民政府"
    assert paper.data["paid"] == "银行缴纳"


def test_the_paper_of_a_warning_speaks_of_no_payment(town: Town):
    """penalty-law-51"""
    town.powers["litter"].penalty_kinds = ["fine", "warning"]
    town.powers["litter"].save()
    done = punished(town, penalty_kinds=["warning"], fine_yuan="")
    assert done.matter.fine_yuan is None
    assert done.matter.pay_by_on is None
    assert done.documents[0].data["paid"] == "无罚款"


def test_a_refusal_to_sign_is_noted_with_its_witness(town: Town):
    """penalty-law-52"""
    refusal = {"kind": "refused", "reason": "当事人认为处罚过重", "witness": "村民周长贵"}
    assert punished(town, party_signature=refusal).documents[0].data["signatures"]["party"] == refusal


@pytest.mark.parametrize(
    ("dressed", "words"),
    [
        ({}, "执法人员已按规定着装、佩戴执法标识；已出示执法证件"),
        ({"attire": "not_issued"}, "执法人员尚未配置统一执法服装、执法标识；"),
        ({"attire": "not_worn", "attire_because": "夜间应急出动"}, "执法人员未按规定着装、佩戴执法标识，原因：夜间应急出动；"),
    ],
)
def test_how_the_officers_were_dressed_stands_on_the_paper(town: Town, dressed: dict, words: str):
    """disclosure-6.1"""
    assert punished(town, **dressed).documents[0].data["told"].startswith(words)


def test_whoever_came_out_of_uniform_says_why(town: Town):
    """disclosure-6.1"""
    with pytest.raises(InvalidInput) as invalid:
        punished(town, attire="not_worn")
    assert "attire_because" in invalid.value.errors


@pytest.mark.parametrize(
    ("changes", "provision"),
    [
        ({"fine_yuan": "200.01"}, "penalty-law-51"),
        ({"penalty_kinds": ["fine", "confiscation"]}, "penalty-law-51"),
        ({"penalty_kinds": ["criticism"], "fine_yuan": ""}, "penalty-law-51"),
        ({"penalty_kinds": ["warning"], "fine_yuan": ""}, "penalty-law-4"),
        ({"facts_clear": False}, "penalty-law-51"),
        ({"evidence": []}, "penalty-law-40"),
        ({"showed_card": False}, "penalty-law-52"),
        ({"attire": ""}, "disclosure-6.1"),
        ({"told_recording": False}, "footage-8"),
        ({"told_rights": False}, "penalty-law-44"),
        ({"correction": ""}, "penalty-law-28"),
        ({"officers": ["李雪梅"]}, "penalty-law-42"),
        ({"officers": ["李雪梅", "钱新来"]}, "personnel-4"),
        ({"collect_ground": "small"}, "penalty-law-68"),
    ],
)
def test_what_the_law_does_not_allow_on_the_spot_is_refused_under_its_article(town: Town, changes: dict, provision: str):
    """penalty-law-51"""
    with pytest.raises(Refused) as refused:
        punished(town, **changes)
    assert provision in cited(refused.value)


def test_more_than_the_cap_is_sent_to_the_ordinary_procedure(town: Town):
    """penalty-law-51"""
    with pytest.raises(Refused) as refused:
        punished(town, fine_yuan="300")
    assert "请改用普通程序" in str(refused.value)


def test_a_unit_may_be_fined_up_to_its_own_cap(town: Town):
    """penalty-law-51"""
    town.powers["litter"].fine_max_unit_yuan = 5000
    town.powers["litter"].save()
    assert punished(town, **COMPANY, fine_yuan="3000").matter.fine_yuan == Decimal(3000)
    with pytest.raises(Refused) as refused:
        punished(town, **COMPANY, fine_yuan="3000.01", acted_at="2026-03-05 09:41", handed_at="2026-03-05 09:44")
    assert "penalty-law-51" in cited(refused.value)


def test_a_fine_above_the_powers_range_is_refused(town: Town):
    """penalty-law-4"""
    town.powers["litter"].fine_max_citizen_yuan = 150
    town.powers["litter"].save()
    with pytest.raises(Refused) as refused:
        punished(town)
    assert "penalty-law-4" in cited(refused.value)


def test_all_refusals_come_together(town: Town):
    """penalty-law-51, penalty-law-52, penalty-law-28"""
    with pytest.raises(Refused) as refused:
        punished(town, fine_yuan="300", showed_card=False, correction="", evidence=[])
    assert {"penalty-law-51", "penalty-law-52", "penalty-law-28", "penalty-law-40"} <= cited(refused.value)


def test_a_child_is_not_punished(town: Town):
    """penalty-law-30"""
    with pytest.raises(Refused) as refused:
        punished(town, party_birth_on="2013-01-01")
    assert "penalty-law-30" in cited(refused.value)


def test_a_youth_is_punished_only_more_lightly_and_with_a_guardian(town: Town):
    """penalty-law-30"""
    youth = {"party_birth_on": "2010-01-01"}
    with pytest.raises(Refused):
        punished(town, **youth)
    with pytest.raises(Refused):
        punished(town, **youth, lightened=True)
    assert punished(town, **youth, lightened=True, party_guardian="刘建国").matter.stage == "punished"


def test_a_power_that_ran_out_cannot_be_used(town: Town):
    """penalty-law-17"""
    town.powers["litter"].valid_until = date(2026, 1, 31)
    town.powers["litter"].save()
    with pytest.raises(Refused) as refused:
        punished(town)
    assert "penalty-law-17" in cited(refused.value)


def test_the_same_act_is_not_punished_twice(town: Town):
    """penalty-law-29"""
    punished(town)
    with pytest.raises(Refused) as refused:
        punished(town, acted_at="2026-03-05 09:41", handed_at="2026-03-05 09:44")
    assert "penalty-law-29" in cited(refused.value)


def test_the_same_act_is_not_fined_again_after_its_case_is_closed(town: Town):
    """penalty-law-29"""
    filed(town)
    with pytest.raises(Refused) as refused:
        punished(town, acted_at="2026-03-05 09:41", handed_at="2026-03-05 09:44")
    assert "penalty-law-29" in cited(refused.value)


def test_the_paper_cannot_be_made_up_the_next_day(town: Town):
    """penalty-law-52"""
    with pytest.raises(InvalidInput) as invalid:
        perform("summary.punish", actor=town["lixuemei"], data=on_the_spot(town), at=at("2026-03-06 09:00"))
    assert "handed_at" in invalid.value.errors


def test_what_the_party_says_must_be_answered(town: Town):
    """penalty-law-45"""
    with pytest.raises(InvalidInput) as invalid:
        punished(town, statement="垃圾是邻居堆的")
    assert set(invalid.value.errors) == {"statement_review"}
    told = punished(town, statement="垃圾是邻居堆的", statement_review="照片显示为当事人堆放，不采纳").documents[0].data["told"]
    assert "垃圾是邻居堆的" in told
    assert "不采纳" in told


def test_an_entrusted_power_speaks_in_the_entrusting_organs_name(town: Town):
    """penalty-law-20"""
    power = town.powers["litter"]
    power.kind, power.entrusting_organ, power.entrusting_word = "entrusted", "重庆市綦江区城市管理局", "綦城管"
    power.entrusting_review_organ, power.entrusting_court = "重庆市綦江区人民政府", "重庆市綦江区人民法院"
    power.entrustment_number = "綦城管委托〔2025〕3号"
    power.save()
    done = punished(town)
    assert done.matter.number == "綦城管当罚字〔2026〕1号"
    assert done.documents[0].data["organ"] == "重庆市綦江区城市管理局"


def test_the_penalty_is_reported_within_two_working_days(town: Town):
    """town-summary-report-sla"""
    case = punished(town).matter
    row = case.deadlines.get(provision="town-summary-report-sla")
    assert row.due_at.date() == date(2026, 3, 9)
    case = act(town, "report", case, "lixuemei", "2026-03-06 10:00", received_by="罗开富").matter
    assert case.stage == "performance"
    assert case.deadlines.get(provision="town-summary-report-sla").met_at is not None
