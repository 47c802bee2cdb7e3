"""执行协议: what it lets go of the surcharge, until it is broken; and which way the page shows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from mingzhi.core.engine.perform import perform
from mingzhi.core.engine.procedure import procedure_of
from mingzhi.core.engine.standing import line_of
from mingzhi.procedures.enforcement.models import Enforcement
from mingzhi.procedures.penalty.models import Case, Waiver
from mingzhi.procedures.penalty.owing import owed
from tests.cast import Town, at
from tests.procedures.penalty import story as case_story

from . import story
from .story import HANDLER, HEAD

MAY, LATER = date(2026, 5, 12), date(2026, 6, 30)
WAIVING = {"waived_yuan": "225", "remedial": "已清运垃圾并平整场地。"}


def surcharged(town: Town) -> Enforcement:
    """A fine of 300 yuan due on 2026-04-17: 25 days of 3 percent are 225 yuan on 2026-05-12."""
    row = story.demanded(town)
    perform("penalty.surcharge", row.case, actor=town[HEAD], data={"opinion": "同意。"}, at=at("2026-05-12 08:00"))
    return Enforcement.objects.get(pk=row.pk)


def left(row: Enforcement, on: date) -> Decimal:
    return owed(Case.objects.get(pk=row.case_id), on).surcharge.left_yuan


def test_what_was_waived_is_owed_no_more_from_that_day(town: Town):
    """compulsion-law-42"""
    row = surcharged(town)
    assert left(row, MAY) == 225
    row = story.agreed(town, row, **WAIVING)
    assert left(row, MAY) == 0
    assert row.documents.get(code="D42c").data["duties"] == ["缴纳罚款人民币300.00元", "缴纳加处罚款人民币225.00元"]
    assert left(row, date(2026, 5, 11)) == 216, "the day before, nothing was waived"
    last = Case.objects.get(pk=row.case_id).records.last()
    assert last.action == "penalty.waive_surcharge" and "减免加处罚款225" in last.sentence


def test_a_broken_agreement_brings_it_back(town: Town):
    """compulsion-law-42: 当事人不履行执行协议的，行政机关应当恢复强制执行."""
    row = story.agreed(town, surcharged(town), **WAIVING)
    row = story.act(town, "resume", row, HEAD, "2026-06-30 09:00", reasons="第一期没有履行。").matter
    assert left(row, LATER) == 300
    assert left(row, date(2026, 6, 29)) == 75, "while it was kept, the waived part was not owed"
    assert Waiver.objects.get().restored_on == LATER
    assert Case.objects.get(pk=row.case_id).records.last().action == "penalty.restore_surcharge"


def test_going_on_after_a_suspension_brings_nothing_back(town: Town):
    """compulsion-law-39"""
    row = story.suspended(town, surcharged(town))
    story.act(town, "resume", row, HEAD, "2026-06-01 09:00", reasons="当事人出院。")
    assert not Waiver.objects.exists()


def test_the_fine_alone_makes_an_agreement_kept(town: Town):
    """compulsion-law-42, penalty-law-66"""
    row = story.agreed(town, surcharged(town), **WAIVING)
    money = case_story.receipt(purpose="fine", amount_yuan="300", paid_on="2026-05-12", receipt_number="P-1")
    perform("penalty.pay", row.case, actor=town["wangli"], data=money, at=at("2026-05-12 15:00"))
    row = story.act(town, "keep", row, HANDLER, "2026-05-13 09:00", on="2026-05-13", words="已缴清罚款。").matter
    assert row.stage == "done"


@pytest.mark.parametrize(
    ("make", "way"),
    [
        (story.begun, ["prepared", "applied", "accepted", "granted", "ended"]),
        (story.demolition, ["prepared", "decided", "announced", "done", "ended"]),
        (story.to_substitute, ["prepared", "decided", "done", "ended"]),
        (story.agreed, ["prepared", "agreed", "done", "ended"]),
        (story.concluded, ["prepared", "decided", "announced", "done", "ended"]),
    ],
)
def test_the_progress_list_shows_the_way_of_its_kind(town: Town, make, way: list[str]):
    """compulsion-law-42, 44, 51, 53"""
    row = make(town)
    assert list(procedure_of(row).path_of(row)) == way


def test_of_what_ended_early_only_what_was_reached_is_shown(town: Town):
    """compulsion-law-40"""
    row = story.act(town, "end", story.demanded(town), HEAD, "2026-05-12 09:00", ground="gone", reasons="房屋垮塌。").matter
    assert list(procedure_of(row).path_of(row)) == ["prepared", "ended"]


@pytest.mark.parametrize(
    ("make", "when", "line"),
    [
        (story.begun, "2026-04-20 11:00", ["demand", "serve", "apply_to_court"]),
        (story.demolition, "2026-05-09 09:00", ["propose", "discuss", "decide"]),
        (story.proposed, "2026-05-09 09:30", ["discuss", "decide"]),
        (story.to_substitute, "2026-05-11 09:00", ["order_substitute"]),
        (story.announced, "2026-05-13 09:00", ["serve", "carry_out"]),
        (story.demand_announced, "2026-05-22 09:00", ["complete_announcement", "apply_to_court"]),
    ],
)
def test_what_comes_next_is_of_its_own_way(town: Town, make, when: str, line: list[str]):
    """compulsion-law-35, 37, 51, 53"""
    assert [action.name for action in line_of(make(town), at(when))] == line
