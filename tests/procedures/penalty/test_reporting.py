"""调查终结报告: what it needs, what it may propose, what was found against the party before."""

from datetime import date
from decimal import Decimal

import pytest

from mingzhi.core.engine.errors import InvalidInput, Refused
from mingzhi.core.engine.perform import perform
from mingzhi.core.engine.standing import possible
from mingzhi.procedures.penalty.forms.reporting import Report
from mingzhi.procedures.penalty.models import Case
from mingzhi.procedures.penalty.queries import earlier_cases
from tests.cast import Town, at

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
    assert "2026-03-05责令改正" in data["correction"]
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
    assert refused_under(refused) == {"penalty-law-4", "posts-6.3"}


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
    assert refused_under(refused) == {"posts-6.3", "personnel-21"}


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
