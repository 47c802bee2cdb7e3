"""调查终结报告: what it needs, what it may propose, what was found against the party before."""

from datetime import date
from decimal import Decimal

import pytest

from mingzhi.core.engine.errors import InvalidInput, Refused
from mingzhi.core.engine.perform import perform
from mingzhi.core.engine.standing import possible
from mingzhi.procedures.penalty.forms.reporting import Report
from mingzhi.procedures.penalty.models import Case, Party, Power
from mingzhi.procedures.penalty.queries import earlier_cases, like_decisions
from tests.cast import Town, at

from . import story
from .refusing import refused
from .story import corrected, filed, final_report, inspected, investigated, questioned, refused_under, reported

#: Born on 2013-01-01 and 2009-01-01: under fourteen and under eighteen in 2026.
CHILD, YOUTH = "500399201301010016", "500399200901010015"


def fine(amount: str, content: str = "罚款") -> dict:
    return {"proposed_penalties": [{"kind": "fine", "content": content, "amount_yuan": amount}]}


def report(town: Town, case, **changes):
    return perform("penalty.report", case, actor=town["lixuemei"], data=final_report(case, **changes), at=at("2026-03-23 10:00"))


def test_a_whole_investigation_is_reported(town: Town):
    """penalty-law-57"""
    case = investigated(town, littering=True)
    done = report(town, case)
    assert done.matter.stage == "reported"
    assert done.matter.proposed_penalties == [{"kind": "fine", "content": "罚款", "amount_yuan": "300.00"}]
    data = done.documents[0].data
    assert [row["name"] for row in data["evidence"]] == ["2026年3月4日现场检查笔录", "2026年3月5日刘大成询问笔录"]
    assert "2026年3月5日责令改正" in data["correction"]
    assert data["proposal"].startswith("给予行政处罚：罚款300元")


def test_a_report_without_an_order_to_correct_is_refused(town: Town):
    """penalty-law-28"""
    case = filed(town).matter
    inspected(town, case)
    questioned(town, case)
    with pytest.raises(Refused) as refused:
        report(town, case)
    assert refused_under(refused) == {"penalty-law-28"}
    assert [refusal.mend for refusal in refused.value.refusals] == ["penalty.ask_correction"]


def test_a_breach_that_cannot_be_corrected_any_more_is_reported_with_the_reason(town: Town):
    """penalty-law-28"""
    case = inspected(town, filed(town).matter).matter
    done = report(town, case, uncorrected_because="垃圾已于检查前清运，没有可以改正的内容")
    assert "垃圾已于检查前清运" in done.documents[0].data["correction"]


def test_a_report_without_any_evidence_is_refused(town: Town):
    """penalty-law-40"""
    standing = {row.action.name: row for row in possible(filed(town).matter, town["lixuemei"], at("2026-03-23 10:00"))}
    assert "penalty.inspect" in [refusal.mend for refusal in standing["report"].refusals]


@pytest.mark.parametrize("amount", ["500.01", "3000"])
def test_a_fine_above_the_power_is_refused(town: Town, amount: str):
    """penalty-law-4, posts-6.3"""
    with pytest.raises(Refused) as refused:
        report(town, investigated(town, littering=True), **fine(amount))
    assert refused_under(refused) == {"penalty-law-4", "penalty-law-9", "posts-6.3"}


def test_the_highest_fine_of_the_power_may_be_proposed(town: Town):
    """penalty-law-4"""
    assert report(town, investigated(town, littering=True), **fine("500")).matter.stage == "reported"


def test_a_fine_below_the_power_names_the_ground_of_reduction(town: Town):
    """penalty-law-32"""
    power = town.powers["litter"]
    power.fine_min_citizen_yuan = Decimal(200)
    power.save()
    case = investigated(town, littering=True)
    with pytest.raises(Refused) as refused:
        report(town, case, **fine("100"))
    assert "penalty-law-32" in refused_under(refused)
    done = report(town, case, reduced_because="主动消除违法行为危害后果", **fine("100"))
    assert "主动消除违法行为危害后果" in done.documents[0].data["discretion"]


def test_a_kind_the_power_does_not_know_is_refused(town: Town):
    """penalty-law-4"""
    with pytest.raises(Refused) as refused:
        report(town, investigated(town), **fine("100"))
    assert "penalty-law-4" in refused_under(refused)


@pytest.mark.parametrize("blank", ["discretion", "discretion_basis"])
def test_a_penalty_without_reasons_of_discretion_is_refused(town: Town, blank: str):
    """posts-6.3, personnel-21"""
    with pytest.raises(Refused) as refused:
        report(town, investigated(town), **{blank: ""})
    assert refused_under(refused) == {"posts-6.3", "posts-6.2", "personnel-21"}


@pytest.mark.parametrize("content", ["罚款500元以下", "罚款约300元", "罚款200-500元"])
def test_an_indefinite_amount_is_refused(town: Town, content: str):
    """penalty-law-5"""
    with pytest.raises(Refused) as refused:
        report(town, investigated(town, littering=True), **fine("300", content))
    assert "penalty-law-5" in refused_under(refused)


@pytest.mark.parametrize("amount", ["", "0", "-1"])
def test_a_fine_has_an_amount(town: Town, amount: str):
    """penalty-law-4"""
    with pytest.raises(InvalidInput) as wrong:
        report(town, investigated(town, littering=True), **fine(amount))
    assert "proposed_penalties" in wrong.value.errors


def test_a_proposal_and_its_penalties_agree(town: Town):
    """penalty-law-57"""
    case = investigated(town)
    for changes in ({"proposed_penalties": []}, {"conclusion": "not_punish"}):
        with pytest.raises(InvalidInput) as wrong:
            report(town, case, **changes)
        assert "proposed_penalties" in wrong.value.errors


def test_not_to_punish_may_be_proposed_without_discretion(town: Town):
    """penalty-law-57"""
    done = report(town, investigated(town), conclusion="not_punish", proposed_penalties=[], discretion="", discretion_basis="")
    assert done.matter.proposed_penalties == []


def case_of(town: Town, number: str) -> Case:
    case = filed(town, littering=True, party_identifier=number).matter
    inspected(town, case)
    return corrected(town, case).matter


def test_a_child_is_not_to_be_punished(town: Town):
    """penalty-law-30"""
    with pytest.raises(Refused) as refused:
        report(town, case_of(town, CHILD))
    assert "penalty-law-30" in refused_under(refused)


def test_a_minor_is_punished_more_lightly_and_the_report_says_how(town: Town):
    """penalty-law-30"""
    case = case_of(town, YOUTH)
    with pytest.raises(Refused) as refused:
        report(town, case, discretion="属一般情节。")
    assert refused_under(refused) == {"penalty-law-30"}
    assert report(town, case, discretion="行为时不满十八周岁，从轻处罚。").matter.stage == "reported"


def decided(case: Case, on: date) -> Case:
    """As a decision leaves it, for the search alone."""
    Case.objects.filter(pk=case.pk).update(decided_on=on)
    return case


def test_earlier_findings_of_the_last_years_are_shown(town: Town):
    """penalty-law-33-first, town-first-offence"""
    earlier = decided(filed(town, littering=True).matter, date(2025, 6, 1))
    case = filed(town).matter
    party = case.penalty_partys.get()
    assert list(earlier_cases(party, town.authority, date(2026, 3, 23))) == [earlier]
    form = Report(matter=case, actor=town["lixuemei"], at=at("2026-03-23 10:00"))
    assert f"已有违法记录：{earlier.number}（2025-06-01）" in form.filled["course"]


@pytest.mark.parametrize(("decided_on", "counts"), [(date(2024, 3, 23), True), (date(2024, 3, 22), False), (date(2026, 3, 24), False)])
def test_findings_count_for_the_years_the_town_looks_back(town: Town, decided_on: date, counts: bool):
    """town-first-offence"""
    decided(filed(town, littering=True).matter, decided_on)
    party = filed(town).matter.penalty_partys.get()
    assert earlier_cases(party, town.authority, date(2026, 3, 23)).exists() is counts


def test_another_partys_findings_do_not_count(town: Town):
    """town-first-offence"""
    decided(filed(town, littering=True, party_identifier="500399198801010018").matter, date(2025, 6, 1))
    case = filed(town).matter
    assert not earlier_cases(case.penalty_partys.get(), town.authority, date(2026, 3, 23)).exists()
    assert "没有违法记录" in Report(matter=case, actor=town["lixuemei"], at=at("2026-03-23 10:00")).filled["course"]


def test_the_story_of_a_fine_is_reported(town: Town):
    """penalty-law-57"""
    assert reported(town, littering=True).stage == "reported"


def no(town: Town, case, **changes) -> dict:
    return refused("penalty.report", case, actor=town["lixuemei"], data=final_report(case, **changes), at=at("2026-03-23 10:00"))


def test_unlawful_gain_is_confiscated_or_said_not_to_be(town: Town):
    """penalty-law-28.2"""
    case = investigated(town, littering=True)
    Power.objects.filter(pk=case.power_id).update(penalty_kinds=["fine", "confiscation"])
    assert set(no(town, case)) == {"penalty-law-28.2"}
    gain = [*fine("300")["proposed_penalties"], {"kind": "confiscation", "content": "没收违法所得", "amount_yuan": "50"}]
    assert "penalty-law-28.2" not in no(town, case, proposed_penalties=gain, discretion="")
    assert report(town, case, discretion="当事人初次违法，没有违法所得。").matter.stage == "reported"


def test_a_power_that_changed_since_the_act_says_which_law_applies(town: Town):
    """penalty-law-37"""
    case = investigated(town, littering=True)
    newer = Power.objects.get(pk=case.power_id)
    Power.objects.filter(pk=newer.pk).update(valid_until="2026-03-10")
    newer.pk, newer.version, newer.valid_from = None, "2026", date(2026, 3, 11)
    newer.save()
    Case.objects.filter(pk=case.pk).update(acted_until_on="2026-02-20")
    case.refresh_from_db()
    found = no(town, case)
    assert set(found) == {"penalty-law-37"}
    assert "2025版" in found["penalty-law-37"].sentence and "2026版" in found["penalty-law-37"].sentence
    told = report(town, case, discretion="新规定处罚不轻于行为时的规定，适用行为时的规定，一般情节。")
    assert told.matter.stage == "reported"


def test_a_power_that_did_not_change_since_the_act_asks_nothing(town: Town):
    """penalty-law-37"""
    case = investigated(town, littering=True)
    Case.objects.filter(pk=case.pk).update(acted_until_on="2026-02-20")
    assert report(town, case).matter.stage == "reported"


def test_a_second_fine_of_the_same_day_and_place_says_why_it_is_another_act(town: Town):
    """penalty-law-29"""
    first = investigated(town, littering=True)
    beside = Power.objects.get(pk=first.power_id)
    beside.pk, beside.code, beside.name = None, "法定-004", "擅自占用道路堆放"
    beside.save()
    other = Case.objects.create(
        authority=town.authority, region=town.authority.region, kind="penalty", stage="performance", title="刘大成占道案", power=beside,
        opened_at=at("2026-03-03"), changed_at=at("2026-03-03"), cause="占道", source="巡查", place=first.place, facts="占道",
        acted_from_on=first.acted_from_on, discovered_on=first.discovered_on, fine_yuan=200,
    )  # fmt: skip
    party = Party.objects.get(matter_id=first.pk)
    party.pk, party.matter = None, other
    party.save()
    found = no(town, first)
    assert set(found) == {"penalty-law-29"} and "200元" in found["penalty-law-29"].sentence
    assert report(town, first, discretion="占道与倾倒不是同一违法行为，一般情节。").matter.stage == "reported"


def test_the_report_shows_how_like_cases_were_decided(town: Town):
    """posts-6.2, cq-discretion-5"""
    case = filed(town, littering=True, party_name="张二", party_identifier="500399197001010015", acted_from_on="2026-02-21").matter
    first = story.decided(town)
    shown = Report(matter=case, actor=town["lixuemei"], at=at("2026-04-03 10:00")).known()["course"]
    assert f"{first.decision_number}（2026-04-01）罚款300" in shown and "岗位责任制度" in shown
    assert "刘大成" not in like_decisions(case, at("2026-04-03 10:00"))
    assert like_decisions(first, at("2026-04-03 10:00")) == ""


def test_a_kind_that_is_no_kind_of_penalty_is_not_proposed(town: Town):
    """penalty-law-9"""
    case = investigated(town, littering=True)
    with pytest.raises(InvalidInput) as invalid:
        report(town, case, proposed_penalties=[{"kind": "shaming", "content": "游街示众"}])
    assert "proposed_penalties" in invalid.value.errors
    assert "penalty-law-4" in no(town, case, proposed_penalties=[{"kind": "stop_business", "content": "责令停业"}])
    with pytest.raises(Refused) as caught:
        report(town, case, proposed_penalties=[{"kind": "stop_business", "content": "责令停业"}])
    assert "penalty-law-9" in refused_under(caught)


def test_what_was_approved_and_never_done_is_said_and_blocks_nothing(town: Town):
    """penalty-law-56-approve, recording-7.6"""
    case = investigated(town, littering=True)
    asked = {"ground": "可能灭失", "reason": "垃圾车", "goods": [{"name": "三轮车", "quantity": "1"}], "place": "库房", "method": "异地"}
    perform("penalty.ask_preservation", case, actor=town["lixuemei"], data=asked, at=at("2026-03-06 09:00"))
    perform("penalty.approve_preservation", case, actor=town["zhouweimin"], data={"opinion": "同意。"}, at=at("2026-03-06 10:00"))
    case = Case.objects.get(pk=case.pk)
    assert (
        "2026年3月6日批准的先行登记保存（三轮车）没有实施。"
        in Report(matter=case, actor=town["lixuemei"], at=at("2026-03-23")).known()["measures"]
    )
    assert report(town, case).matter.stage == "reported"
