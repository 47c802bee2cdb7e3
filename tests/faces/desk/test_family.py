"""The matters about a case, as its page names them: what each is, where it stands, what came of it."""

from __future__ import annotations

import pytest

from tests.cast import Town
from tests.procedures.remedy import story as remedy_story
from tests.regulations.review import story as review_story

from .seats import seat, shown


@pytest.fixture(autouse=True)
def passwords_do_not_age(settings) -> None:
    """People of the cast never chose a password."""
    settings.PASSWORD_DAYS = 0


def family(town: Town, case_id: int) -> str:
    html = shown(seat(town, "lixuemei").get(f"/penalty/{case_id}/"))
    return html[html.index('id="family"') :]


def test_a_review_that_did_not_agree_says_what_it_asked_for(town: Town) -> None:
    """review-11.2"""
    review = review_story.corrected(town)
    assert '>法制审核</a>　<span class="tag">未通过</span> <b>改正</b>' in family(town, review.case_id)


def test_a_result_that_the_stage_says_is_not_said_twice(town: Town) -> None:
    """review-11.1"""
    review = review_story.agreed(town)
    assert '>法制审核</a>　<span class="tag quiet">同意</span><br>' in family(town, review.case_id)


def test_a_reconsideration_is_named_by_its_kind_and_its_result(town: Town) -> None:
    """reconsideration-law-62"""
    remedy = remedy_story.final(town, "upheld")
    assert ">行政复议</a>" in family(town, remedy.case_id) and "<b>维持</b>" in family(town, remedy.case_id)
