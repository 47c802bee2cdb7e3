"""The pages of the flows: every procedure has one, with its picture and the same as a list."""

from __future__ import annotations

import re

import pytest

from mingzhi.core.engine.flow import flow_of
from mingzhi.core.engine.flow_chart import as_svg
from mingzhi.core.engine.procedure import PROCEDURES
from tests.cast import Town

from .house import STATIC
from .seats import seat, shown

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("code", sorted(PROCEDURES))
def test_each_procedure_has_its_page_with_picture_and_list(town: Town, code: str):
    page = shown(seat(town, "lixuemei").get(f"/procedures/{code}/"))
    assert "<svg" in page
    for action in PROCEDURES[code].actions.values():
        assert action.title in page


def test_the_list_names_every_stage_an_action_may_lead_to(town: Town):
    """review-11.1, review-11.2: an opinion that agrees ends the review, another sends the papers back."""
    page = shown(seat(town, "lixuemei").get("/procedures/review/"))
    assert "出具审核意见</b> → 同意或者未通过" in page


def test_a_limit_says_by_how_much_it_may_be_extended(town: Town):
    """review-8, review-8-extend"""
    page = shown(seat(town, "lixuemei").get("/procedures/review/"))
    assert "5 个工作日，经批准可以延长 3 个工作日" in page


def test_how_to_record_is_written_down_step_by_step(town: Town):
    """recording-3: every step of recording, who does it, under which article and by when, for everyone who goes out."""
    page = shown(seat(town, "chenzhiqiang").get("/procedures/activity/"))
    for action in PROCEDURES["activity"].actions.values():
        assert action.title in page
        assert all(post.label in page for post in action.by)
        assert all(row.id in page for row in action.provisions)
    assert "24 小时" in page


def test_an_unknown_procedure_is_not_found(town: Town):
    assert seat(town, "lixuemei").get("/procedures/nothing/").status_code == 404


@pytest.mark.parametrize("code", sorted(PROCEDURES))
def test_no_class_of_a_chart_is_one_of_the_page(code: str):
    """A page's width of a class would be laid on the box of a stage, and its words would run over the edge."""
    drawn = set(re.findall(r'class="([\w-]+)"', as_svg(flow_of(PROCEDURES[code]))))
    sheet = (STATIC / "desk" / "desk.css").read_text(encoding="utf-8")
    assert drawn & set(re.findall(r"\.([a-z][\w-]*)", sheet)) == set()
    assert drawn
