"""催告书怎样到当事人手里: once, by public notice where nothing else helps, and struck out only while it is still here."""

from __future__ import annotations

from mingzhi.core.engine.standing import possible
from mingzhi.core.organs.models import User
from mingzhi.procedures.enforcement.models import Enforcement
from mingzhi.procedures.enforcement.times import demand_ends, demand_of
from tests.cast import Town, at
from tests.procedures.penalty.refusing import refused

from . import story
from .story import HANDLER, HEAD


def shut(row: Enforcement, action: str, who: User, when: str) -> str:
    """Why an action is not offered; empty where it is."""
    standing = {one.action.name: one for one in possible(row, who, at(when))}[action]
    return standing.refusals[0].sentence if standing.refusals else ""


def test_a_demand_that_was_served_is_not_made_again(town: Town):
    """compulsion-law-35"""
    row = story.demanded(town)
    assert "期满之前不必再作催告" in shut(row, "demand", town[HEAD], "2026-05-08 09:00")
    assert "不必再作催告。请进入下一环节" in shut(row, "demand", town[HEAD], "2026-05-11 09:00")


def test_who_was_right_may_be_called_upon_anew(town: Town):
    """compulsion-law-36"""
    row = story.demanded(town)
    row = story.act(town, "hear", row, HANDLER, "2026-04-23 10:00", **story.hearing(answer="partly")).matter
    assert "期满之前" in shut(row, "demand", town[HEAD], "2026-05-08 09:00")
    assert shut(row, "demand", town[HEAD], "2026-05-11 09:00") == ""


def test_what_is_cleared_at_once_is_not_demanded(town: Town):
    """compulsion-law-52"""
    row = story.begun(town, way="clear", covers=["act"], duties="清除公路上的建筑材料")
    assert "不必催告" in shut(row, "demand", town[HEAD], "2026-04-20 15:00")


def test_an_announced_demand_counts_from_the_end_of_its_thirty_days(town: Town):
    """compulsion-law-38, civil-procedure-95, compulsion-law-54"""
    row = story.demand_announced(town)
    found = refused("enforcement.complete_announcement", row, actor=town[HANDLER], at=at("2026-05-21 23:00"))
    assert "2026-05-21届满" in found["civil-procedure-95"].sentence
    done = story.act(town, "complete_announcement", row, HANDLER, "2026-05-25 09:00")
    receipt = done.documents[0].data
    assert (receipt["manner"], receipt["recipient"]) == ("公告送达", "刘大成")
    assert str(demand_ends(done.matter)) == "2026-06-04"
    waiting = done.matter.deadlines.get(provision="compulsion-law-54")
    assert str(waiting.since_at)[:10] in ("2026-05-20", "2026-05-21")


def test_an_announcement_is_printed_with_what_it_announces(town: Town):
    """civil-procedure-95"""
    paper = story.demand_announced(town).documents.get(code="D35").data
    assert (paper["paper_title"], paper["days"]) == ("催告书", 30)


def test_a_demand_struck_out_is_made_anew_under_the_next_number(town: Town):
    """recording-2"""
    row = story.demand_made(town)
    first = demand_of(row)
    row = story.act(town, "void_paper", row, "luokaifu", "2026-04-20 15:30", document=first.pk, reasons="金额写错").matter
    assert demand_of(row) is None
    second = demand_of(story.demand_made(town, row, "2026-04-20 16:00"))
    assert second.number != first.number


def test_what_was_served_or_announced_and_every_decision_stays(town: Town):
    """recording-2"""
    assert "没有可以作废的文书" in shut(story.ordered(town), "void_paper", town["luokaifu"], "2026-05-11 10:00")


def test_what_was_announced_is_not_struck_out(town: Town):
    """recording-2"""
    assert "没有可以作废的文书" in shut(story.demand_announced(town), "void_paper", town["luokaifu"], "2026-04-22 10:00")
