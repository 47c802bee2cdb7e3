"""当场处罚: one form on the spot, then money, record, a look back, and the file."""

from datetime import date
from decimal import Decimal

import pytest

from mingzhi.core.engine.errors import InvalidInput, Refused, WrongStage
from mingzhi.core.engine.perform import perform
from mingzhi.core.engine.standing import possible
from mingzhi.core.organs import Post
from mingzhi.core.organs.models import Appointment
from mingzhi.procedures.penalty.models import FileItem, Payment
from mingzhi.procedures.penalty.queries import owed
from tests.cast import CITIZEN, Town, at

PEN = {"kind": "paper"}
COMPANY = {
    "party_kind": "organisation",
    "party_name": "重庆石壕建材有限公司",
    "party_identifier": "91500399MA5U000033",
    "party_address": "重庆市綦江区石壕镇",
    "party_representative": "何大勇",
}


def on_the_spot(town: Town, **changes) -> dict:
    """A street stall that leaves its rubbish: a fine on the spot."""
    return {
        **CITIZEN,
        "power": town.powers["litter"].pk,
        "cause": "乱堆垃圾，拒不改正",
        "place": "石壕镇市场街8号门前",
        "acted_at": "2026-03-05 09:10",
        "officers": ["李雪梅", "陈志强"],
        "showed_card": True,
        "told_recording": True,
        "facts": "当事人在门前乱堆垃圾，经责令拒不改正。",
        "facts_clear": True,
        "evidence": [{"kind": "object", "name": "现场照片2张", "proves": "门前乱堆垃圾"}],
        "told_rights": True,
        "statement": "无",
        "penalty_kinds": ["fine"],
        "fine_yuan": "200",
        "discretion": "违法程度一般，在法定幅度内裁量。",
        "discretion_basis": "《重庆市村镇规划建设管理条例》第五十条第一款",
        "correction": "立即清除门前垃圾",
        "handed_at": "2026-03-05 09:40",
        "party_signature": PEN,
        **changes,
    }


def punished(town: Town, **changes):
    return perform("summary.punish", actor=town["lixuemei"], data=on_the_spot(town, **changes), at=at("2026-03-05 09:45"))


def act(town: Town, name: str, case, who: str, when: str, **data):
    return perform(f"summary.{name}", case, actor=town[who], data=data, at=at(when))


def reported(town: Town, **changes):
    case = punished(town, **changes).matter
    return act(town, "report", case, "lixuemei", "2026-03-05 16:00", received_by="罗开富").matter


def collection(**changes) -> dict:
    return {
        "ground": "remote",
        "reason": "地处山区，当事人提出到银行缴款确有困难",
        "amount_yuan": "200",
        "receipt_kind": "重庆市罚没财物专用票据",
        "receipt_number": "0031225",
        "collected_at": "2026-03-05 09:50",
        "place": "石壕镇市场街8号门前",
        "officers": ["李雪梅", "陈志强"],
        **changes,
    }


def cited(refused: Refused) -> set[str]:
    return {row.id for refusal in refused.refusals for row in refusal.provisions}


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
    ("changes", "provision"),
    [
        ({"fine_yuan": "200.01"}, "penalty-law-51"),
        ({"penalty_kinds": ["fine", "confiscation"]}, "penalty-law-51"),
        ({"penalty_kinds": ["criticism"], "fine_yuan": ""}, "penalty-law-51"),
        ({"penalty_kinds": ["warning"], "fine_yuan": ""}, "penalty-law-4"),
        ({"facts_clear": False}, "penalty-law-51"),
        ({"evidence": []}, "penalty-law-40"),
        ({"showed_card": False}, "penalty-law-52"),
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


def test_a_small_fine_is_collected_handed_in_and_banked_each_within_two_working_days(town: Town):
    """penalty-law-68, penalty-law-70, penalty-law-71.1, penalty-law-71.2"""
    case = punished(town, fine_yuan="100", collect_ground="small").matter
    done = act(town, "collect", case, "lixuemei", "2026-03-05 10:00", **collection(ground="small", reason="", amount_yuan="100"))
    assert [paper.code for paper in done.documents] == ["D37"]
    assert owed(case, date(2026, 3, 5)).left_yuan == 0
    assert case.deadlines.get(provision="penalty-law-67").met_at is not None
    assert case.deadlines.get(provision="penalty-law-71.1").due_at.date() == date(2026, 3, 9)
    act(town, "hand_in", case, "wangli", "2026-03-06 10:00", handed_in_at="2026-03-06 09:55")
    assert case.deadlines.get(provision="penalty-law-71.2").due_at.date() == date(2026, 3, 10)
    act(town, "bank_in", case, "wangli", "2026-03-09 10:00", banked_at="2026-03-09 09:30", bank_slip="202603090017")
    assert not case.deadlines.filter(provision__startswith="penalty-law-71", met_at__isnull=True).exists()
    assert Payment.objects.get(matter_id=case.pk).channel == "spot"
    assert owed(case, date(2026, 3, 9)).paid_yuan == Decimal(100)


def test_more_than_a_hundred_yuan_is_collected_only_on_a_ground(town: Town):
    """penalty-law-68, penalty-law-69"""
    case = punished(town).matter
    with pytest.raises(Refused) as refused:
        act(town, "collect", case, "lixuemei", "2026-03-05 10:00", **collection(ground="small"))
    assert "penalty-law-68" in cited(refused.value)
    assert act(town, "collect", case, "lixuemei", "2026-03-05 10:00", **collection()).documents


def test_nothing_is_collected_without_the_receipt_of_the_finance_department(town: Town):
    """penalty-law-70"""
    case = punished(town).matter
    with pytest.raises(Refused) as refused:
        act(town, "collect", case, "lixuemei", "2026-03-05 10:00", **collection(receipt_number=""))
    assert "penalty-law-70" in cited(refused.value)


def test_what_was_collected_on_water_is_handed_in_from_the_day_of_landing(town: Town):
    """penalty-law-71.1"""
    case = punished(town).matter
    act(town, "collect", case, "lixuemei", "2026-03-09 10:00", **collection(landed_on="2026-03-08"))
    assert case.deadlines.get(provision="penalty-law-71.1").due_at.date() == date(2026, 3, 10)


def filed(town: Town):
    """The whole way: paid at the bank, corrected, filed."""
    case = reported(town, corrected_now=True)
    act(
        town,
        "pay",
        case,
        "wangli",
        "2026-03-10 10:00",
        purpose="fine",
        channel="bank",
        amount_yuan="200",
        paid_on="2026-03-09",
        receipt_number="A1",
    )
    assert case.deadlines.get(provision="archive-1.3").due_at.date() == date(2026, 4, 10)
    act(town, "make_file", case, "lixuemei", "2026-03-12 10:00", file_number="2026-0001", situation="本卷材料齐全。")
    return act(town, "check_file", case, "heping", "2026-03-13 10:00", checker_signature=PEN)


def test_a_paid_and_corrected_penalty_goes_to_the_archive(town: Town):
    """archive-1.2, archive-1.3, archive-1.4, penalty-law-53, archive-3.2"""
    done = filed(town)
    case = done.matter
    assert case.stage == "filed"
    assert case.closed_at is not None
    assert case.kept_for == "30年"
    assert [paper.code for paper in done.documents] == ["D48b"]
    assert [item.title for item in FileItem.objects.filter(matter_id=case.pk)] == ["当场行政处罚决定书"]
    assert not [row for row in possible(case, town["lixuemei"], at("2026-03-14")) if row.allowed]
    with pytest.raises(WrongStage):
        act(town, "recheck", case, "lixuemei", "2026-03-14 10:00")


def test_an_unpaid_or_uncorrected_penalty_is_not_filed(town: Town):
    """penalty-law-67, penalty-law-28"""
    case = reported(town)
    with pytest.raises(Refused) as refused:
        act(town, "make_file", case, "lixuemei", "2026-03-12 10:00", file_number="2026-0001", situation="齐全")
    assert {"penalty-law-67", "penalty-law-28"} <= cited(refused.value)
    assert {refusal.mend for refusal in refused.value.refusals} == {"summary.pay", "summary.recheck"}


def test_an_overdue_fine_ends_in_words_where_the_court_would_be_asked(town: Town):
    """compulsion-law-53"""
    case = reported(town, corrected_now=True)
    with pytest.raises(Refused) as refused:
        act(town, "make_file", case, "lixuemei", "2026-04-12 10:00", file_number="2026-0001", situation="齐全")
    assert "compulsion-law-53" in cited(refused.value)
    assert "尚未开通申请强制执行" in str(refused.value)


def test_the_correction_is_looked_at_again_with_its_record(town: Town):
    """penalty-law-28"""
    case = reported(town)
    look = {
        "checked_at": "2026-03-09 09:00", "place": "市场街8号", "officers": ["李雪梅", "陈志强"], "findings": "垃圾已清除", "corrected": "yes",
        "party_opinion": "无异议",
    }  # fmt: skip
    done = act(town, "recheck", case, "lixuemei", "2026-03-09 10:00", **look)
    assert [paper.code for paper in done.documents] == ["D16"]
    with pytest.raises(Refused):
        act(town, "recheck", case, "lixuemei", "2026-03-10 10:00", **look)


def test_an_overdue_fine_is_surcharged_demanded_and_the_papers_served(town: Town):
    """penalty-law-72.1, compulsion-law-35, civil-procedure-88"""
    case = reported(town, corrected_now=True)
    surcharge = act(town, "surcharge", case, "zhouweimin", "2026-03-23 09:00", opinion="同意。")
    demand = act(town, "demand", case, "zhouweimin", "2026-03-23 10:00", manner="到代收机构缴款")
    assert demand.documents[0].data["surcharge_yuan"] == "18.00"
    papers = [paper.pk for step in (surcharge, demand) for paper in step.documents]
    served = act(
        town, "serve", case, "lixuemei", "2026-03-24 10:00", documents=papers, acted_at="2026-03-24 09:00", method="direct",
        recipient="刘大成", receiver="刘大成", relation="本人", place="万隆村三组", officers=["李雪梅", "陈志强"], receiver_signature=PEN,
    )  # fmt: skip
    assert [paper.code for paper in served.documents] == ["D33", "D33"]
    assert served.matter.stage == "performance"


def test_a_paper_handed_over_on_the_spot_is_not_served_again(town: Town):
    """penalty-law-52"""
    case = punished(town).matter
    standing = {row.action.name: row for row in possible(case, town["lixuemei"], at("2026-03-05 11:00"))}
    assert {row.id for refusal in standing["serve"].refusals for row in refusal.provisions} == {"penalty-law-61", "civil-procedure-87"}


def test_a_deferral_is_decided_by_somebody_who_did_not_handle_the_case(town: Town):
    """penalty-law-66.2, town-separation"""
    case = punished(town).matter
    instalments = [{"due_on": "2026-06-01", "amount_yuan": "200"}]
    asked = act(
        town, "ask_deferral", case, "lixuemei", "2026-03-06 10:00", applied_on="2026-03-06", reasons="困难", instalments=instalments,
        opinion="建议准许。",
    )  # fmt: skip
    assert [paper.code for paper in asked.documents] == ["D36"]
    Appointment.objects.create(person=town["chenzhiqiang"], authority=town.authority, post=Post.DEPUTY, from_on=date(2026, 1, 1))
    with pytest.raises(Refused) as refused:
        act(town, "decide_deferral", case, "chenzhiqiang", "2026-03-09 10:00", granted="yes", opinion="同意")
    assert "town-separation" in cited(refused.value)
    done = act(town, "decide_deferral", case, "zhouweimin", "2026-03-09 10:00", granted="yes", opinion="同意")
    assert done.matter.pay_by_on == date(2026, 6, 1)


def test_a_clerk_who_took_part_cannot_take_the_money_in(town: Town):
    """bans-3, penalty-law-67.1"""
    case = punished(town).matter
    act(town, "collect", case, "lixuemei", "2026-03-05 10:00", **collection())
    Appointment.objects.create(person=town["chenzhiqiang"], authority=town.authority, post=Post.CLERK, from_on=date(2026, 1, 1))
    with pytest.raises(Refused) as refused:
        act(town, "hand_in", case, "chenzhiqiang", "2026-03-05 11:00", handed_in_at="2026-03-05 10:30")
    assert "bans-3" in cited(refused.value)


def test_every_row_of_a_penalty_on_the_spot_is_held_by_its_record(town: Town):
    """penalty-law-47"""
    case = filed(town).matter
    assert [record.action for record in case.records.all()] == [
        "summary.punish", "summary.report", "summary.pay", "summary.make_file", "summary.check_file",
    ]  # fmt: skip
    assert "当场交付决定书" in case.records.first().sentence
