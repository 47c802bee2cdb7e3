"""申请法院强制执行: when it is time, with what, and what its end means for the case."""

from __future__ import annotations

from datetime import date

import pytest

from mingzhi.core.engine.perform import perform
from mingzhi.core.organs.models import WorkYear
from mingzhi.procedures.enforcement import times
from mingzhi.procedures.penalty.models import Case
from tests.cast import Town, at
from tests.procedures.penalty import story as case_story
from tests.procedures.penalty.refusing import refused
from tests.procedures.penalty.spot_steps import punished
from tests.procedures.penalty.test_performance import deferral

from . import story
from .story import HANDLER, HEAD


def test_both_remedies_run_from_service_and_the_later_one_counts(town: Town):
    """reconsideration-law-20, litigation-law-46: sixty days and six months, each rolling off rest days."""
    case = story.fined(town)
    assert times.review_ends(case) == date(2026, 6, 1)
    assert times.suit_ends(case) == date(2026, 10, 8)
    assert times.remedies_end(case) == date(2026, 10, 8)


def test_a_penalty_on_the_spot_goes_to_review_first_and_only_its_period_counts(town: Town):
    """reconsideration-law-23"""
    case = punished(town).matter
    assert times.suit_ends(case) is None
    assert times.remedies_end(case) == times.review_ends(case) == date(2026, 5, 6)


@pytest.mark.parametrize(
    ("when", "cited"),
    [
        ("2026-10-08 16:00", {"compulsion-law-53"}),
        ("2026-10-09 09:00", set()),
        ("2027-01-08 16:00", set()),
        ("2027-01-09 09:00", {"compulsion-law-53"}),
    ],
)
def test_the_court_is_asked_from_the_day_after_the_remedies_until_the_last_day_of_three_months(town: Town, when: str, cited: set[str]):
    """compulsion-law-53, litigation-interpretation-156"""
    WorkYear.objects.create(
        authority=town.authority,
        year=2027,
        rest_days=["2027-01-01"],
        makeup_days=[],
        entered_by=town["wangli"],
        entered_at=at("2026-12-01"),
    )
    row = story.demanded(town)
    if cited:
        assert set(refused("enforcement.apply_to_court", row, actor=town[HEAD], data=story.application(), at=at(when))) == cited
    else:
        assert story.applied(town, row, when).stage == "applied"


def test_what_was_put_off_moves_the_three_months(town: Town):
    """penalty-law-72.2: they run from the end of the deferral, if that is later."""
    case = story.fined(town)
    data = deferral(instalments=[{"due_on": "2026-11-20", "amount_yuan": "300"}])
    perform("penalty.ask_deferral", case, actor=town[HANDLER], data=data, at=at("2026-04-08 10:00"))
    perform("penalty.decide_deferral", case, actor=town[HEAD], data={"granted": "yes", "opinion": "同意。"}, at=at("2026-04-09 10:00"))
    row = story.begun(town, Case.objects.get(pk=case.pk), "2026-11-23 10:00", due_on="2026-11-20")
    assert (times.court_from(row), times.court_until(row)) == (date(2026, 11, 20), date(2027, 2, 20))


def test_the_demand_of_the_case_is_taken_over_for_money(town: Town):
    """compulsion-law-54: what was demanded in the case need not be demanded again."""
    case = story.fined(town)
    perform("penalty.demand", case, actor=town[HEAD], data={"manner": "到银行缴款"}, at=at("2026-04-18 09:00"))
    case_story.serve(town, case, "D39", "2026-04-20 09:00")
    row = story.begun(town, Case.objects.get(pk=case.pk))
    assert times.demand_ends(row) == date(2026, 5, 7)
    assert story.applied(town, row).stage == "applied"


def test_the_package_holds_what_the_law_asks_for_in_the_order_of_the_file(town: Town):
    """compulsion-law-55"""
    row = story.applied(town)
    names = [one["name"] for one in row.documents.get(code="D41b").data["materials"]]
    assert names[:2] == ["强制执行申请书", "行政处罚决定书"]
    assert {"送达回证", "催告书", "案件调查终结报告"} <= set(names)
    assert names[-1] == "被申请人身份证复印件"


def test_an_execution_the_court_ended_lets_the_case_close(town: Town):
    """compulsion-law-34, recording-9.3: what is still owed holds the case no more."""
    row = story.ruled(town)
    case_story.rechecked(town, row.case, when="2026-10-26 10:00")
    waiting = refused(
        "penalty.ask_closing",
        row.case,
        actor=town[HANDLER],
        data={"opinion": "建议结案。", "uncorrected_because": ""},
        at=at("2026-10-26 11:00"),
    )
    assert "请提起强制执行" in waiting["compulsion-law-53"].sentence
    data = {"result": "court_stopped", "on": "2026-12-09", "words": "没有可供执行的财产。"}
    row = story.act(town, "record_result", row, HANDLER, "2026-12-10 09:00", **data).matter
    case = Case.objects.get(pk=row.case_id)
    assert (case.enforcement_result, case.outcome) == ("court_stopped", Case.Outcome.ENFORCEMENT_ENDED)
    assert case.records.last().action == "penalty.conclude_enforcement"
    assert case_story.closing_asked(town, case, when="2026-12-11 09:00").stage == "closing"
