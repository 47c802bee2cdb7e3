"""What a form says to what has been filled in so far: above the field it is about, told anew on the way, and kept nowhere."""

from __future__ import annotations

import pytest

from mingzhi.core.engine.models import Draft
from mingzhi.core.engine.procedure import PROCEDURES
from tests.cast import Town
from tests.procedures.penalty import story
from tests.procedures.penalty.discretion_steps import benchmark

from .seats import seat, shown

FORMS = sorted(
    {action.form for procedure in PROCEDURES.values() for action in procedure.actions.values() if action.form and action.form.hints_over},
    key=lambda form: form.__name__,
)
TICKED = {
    "circumstances": "stubborn",
    "conclusion": "punish",
    "proposed_penalties-0-kind": "fine",
    "proposed_penalties-0-amount_yuan": "320",
}


@pytest.mark.parametrize("form", FORMS)
def test_hints_stand_over_a_field_and_follow_fields_that_the_form_has(form) -> None:
    assert {form.hints_over, *form.hints_of} <= set(form.base_fields)


def test_the_report_proposes_tier_and_range_to_what_is_ticked(town: Town):
    """personnel-21, penalty-law-34"""
    benchmark(town)
    case = story.investigated(town, littering=True)
    desk = seat(town, "lixuemei")
    piece = shown(desk.post(f"/penalty/{case.pk}/report/hints", TICKED))
    assert "建议一般档（100元至300元）" in piece and "须写明偏离裁量基准的理由" in piece
    assert "<html" not in piece
    assert not Draft.objects.exists()


def test_without_scripts_a_saved_draft_shows_the_same(town: Town):
    """personnel-21"""
    benchmark(town)
    case = story.investigated(town, littering=True)
    desk = seat(town, "lixuemei")
    desk.post(f"/penalty/{case.pk}/report/draft", TICKED)
    page = shown(desk.get(f"/penalty/{case.pk}/?do=report"))
    assert "建议一般档（100元至300元）" in page and "高于一般档（100元至300元）" in page
    assert f'hx-post="/penalty/{case.pk}/report/hints"' in page and "input from:#at-id_circumstances" in page


def test_hints_to_a_broken_input_are_no_error(town: Town):
    benchmark(town)
    case = story.investigated(town, littering=True)
    broken = {"circumstances": "none-such", "proposed_penalties": '[1, "a"]', "mitigations": "x"}
    assert "请勾选查明的裁量情节" in shown(seat(town, "lixuemei").post(f"/penalty/{case.pk}/report/hints", broken))


def test_an_action_without_a_form_and_a_matter_of_others_have_none(town: Town):
    case = story.investigated(town, littering=True)
    shown(seat(town, "lixuemei").post(f"/penalty/{case.pk}/none_such/hints", {}), 404)
    shown(seat(town, "sysadmin").post(f"/penalty/{case.pk}/report/hints", {}), 404)
