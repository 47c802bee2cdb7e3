"""裁量: what the report proposes follows every tick, and nothing that was typed is lost on the way."""

import pytest

from tests.cast import Town
from tests.procedures.penalty import story
from tests.procedures.penalty.discretion_steps import benchmark

from .desk import Desk

pytestmark = pytest.mark.journey


def test_the_proposed_tier_follows_the_ticks_and_the_typed_text_stays(desk: Desk, staffed: Town):
    """personnel-21, penalty-law-34"""
    benchmark(staffed)
    case = story.investigated(staffed, littering=True)
    desk.be("lixuemei", "2026-03-23 10:00")
    desk.go(f"/penalty/{case.pk}/?do=report")
    hints = desk.page.locator(".hints")
    assert "请勾选查明的裁量情节" in hints.inner_text()
    desk.fill({"discretion": "多次劝告后仍不清理。", "circumstances": ["责令后没有改正"]})
    hints.get_by_text("建议一般档（100元至300元）").wait_for()
    desk.fill({"proposed_penalties": [{"kind": "fine", "content": "罚款", "amount_yuan": "320"}]})
    hints.get_by_text("高于一般档（100元至300元）").wait_for()
    desk.shoot("beyond-the-range")
    desk.fill({"proposed_penalties": [{"amount_yuan": "300"}]})
    hints.get_by_text("在建议的幅度之内").wait_for()
    assert desk.page.input_value("[name=discretion]") == "多次劝告后仍不清理。"
    desk.page.locator("[name=conclusion]").select_option("not_punish")
    hints.get_by_text("建议一般档").wait_for(state="detached")
    assert desk.errors == []
