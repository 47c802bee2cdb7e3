"""强制拆除、代履行: what the organ may do itself, and what holds it."""

from __future__ import annotations

import pytest

from mingzhi.procedures.penalty.models import Case, Power
from tests.cast import Town, at
from tests.procedures.penalty.refusing import refused
from tests.procedures.remedy import story as remedies

from . import story
from .story import HANDLER


def test_only_a_power_that_the_list_gives_is_used(town: Town):
    """compulsion-law-34"""
    case = story.to_demolish(town)
    Power.objects.update(enforcement=[])
    case = Case.objects.get(pk=case.pk)
    found = refused("enforcement.begin", None, actor=town[HANDLER], data=story.beginning(case), at=at("2026-04-20 10:00"))
    assert "自行强制拆除" in found["compulsion-law-34"].sentence


@pytest.mark.parametrize(
    ("first", "last", "shut"),
    [
        ("2026-10-12 07:00", "2026-10-12 20:00", False),
        ("2026-10-12 06:59", "2026-10-12 10:00", True),
        ("2026-10-12 10:00", "2026-10-12 20:01", True),
    ],
)
def test_the_night_begins_and_ends_with_the_towns_hours(town: Town, first: str, last: str, shut: bool):
    """compulsion-law-43, town-night"""
    row = story.announced(town, story.order_served(town, story.ordered(town, begins_at="2026-10-12 06:00")))
    if shut:
        data = story.on_the_spot(from_at=first, until_at=last)
        found = refused("enforcement.carry_out", row, actor=town[HANDLER], data=data, at=at("2026-10-12 21:00"))
        assert set(found) == {"compulsion-law-43"}
    else:
        assert story.carried_out(town, row, "2026-10-12 21:00", from_at=first, until_at=last).stage == "done"


def test_an_emergency_opens_the_night(town: Town):
    """compulsion-law-43"""
    row = story.announced(town)
    data = {"from_at": "2026-10-12 21:00", "until_at": "2026-10-12 22:00", "emergency": "房屋即将垮塌，危及公路行人。"}
    assert story.carried_out(town, row, "2026-10-12 23:00", **data).stage == "done"


def test_a_weekend_is_no_statutory_holiday(town: Town):
    """compulsion-law-43: 24 October 2026 is a Saturday, 1 October a holiday."""
    row = story.announced(town)
    data = {"from_at": "2026-10-24 09:30", "until_at": "2026-10-24 16:00"}
    assert story.carried_out(town, row, "2026-10-24 17:00", **data).stage == "done"


def test_the_case_learns_that_the_building_is_down(town: Town):
    """recording-9.3"""
    row = story.concluded(town)
    case = Case.objects.get(pk=row.case_id)
    assert (row.result, case.outcome, case.enforcement_result) == ("enforced", Case.Outcome.ENFORCED, "")
    assert "强制拆除：强制执行完毕" in case.uncorrected_because


def test_only_a_surcharge_is_waived_and_only_for_a_remedy(town: Town):
    """compulsion-law-42"""
    row = story.demanded(town)
    data = {**story.AGREEMENT, "waived_yuan": "1", "remedial": "已清运。"}
    found = refused("enforcement.agree", row, actor=town[story.HEAD], data=data, at=at("2026-05-12 09:00"))
    assert "罚款本数不能减免" in found["compulsion-law-42"].sentence


STOPPED = {"stopped_on": "2026-05-18", "stopped_because": "复议机关决定停止执行（綦府复停〔2026〕2号）。"}


def test_a_remedy_that_stops_execution_holds_a_substitution_back(town: Town):
    """reconsideration-law-42, penalty-law-73: an open remedy alone does not."""
    row = story.reminded(town)
    remedy = remedies.received(town, row.case, "2026-05-15 09:00")
    spot = {**story.cleared(), "from_at": "2026-05-20 09:30", "until_at": "2026-05-20 11:00"}
    remedies.act(town, "stop_execution", remedy, HANDLER, "2026-05-18 09:00", **STOPPED)
    found = refused("enforcement.carry_out", row, actor=town[HANDLER], data=spot, at=at("2026-05-20 12:00"))
    assert "停止执行，不得强制执行" in found["reconsideration-law-42"].sentence
    assert set(found) == {"reconsideration-law-42"}


def test_an_open_remedy_alone_stops_no_substitution(town: Town):
    """reconsideration-law-42: 行政复议期间行政行为不停止执行."""
    row = story.reminded(town)
    remedies.received(town, row.case, "2026-05-15 09:00")
    done = story.act(town, "carry_out", row, HANDLER, "2026-05-20 12:00", **story.cleared())
    assert done.matter.stage == "done"
