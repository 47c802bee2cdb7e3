"""Enforcement without force is a way of dealing with a case, on record like every other."""

from __future__ import annotations

import pytest

from mingzhi.core.engine.errors import Refused
from mingzhi.core.engine.perform import perform
from tests.cast import Town, at

from . import story

TALK = {
    "way": "interview",
    "officers": story.OFFICERS,
    "place": "万隆村村委会",
    "acted_at": "2026-03-06 09:00",
    "person": "刘大成",
    "content": "讲明规定，要求三日内清走垃圾。",
    "response": "答应三日内清走。",
}


@pytest.mark.parametrize(
    ("way", "words"), [("persuasion", "说服教育"), ("showing", "劝导示范"), ("interview", "指导约谈"), ("admonition", "警示告诫")]
)
def test_each_of_the_four_ways_is_put_on_record(town: Town, way: str, words: str):
    """posts-6.4, personnel-20"""
    case = story.investigated(town, littering=True)
    done = perform("penalty.guide", case, actor=town["lixuemei"], data=TALK | {"way": way}, at=at("2026-03-06 10:00"))
    assert done.record.sentence == f"{words}刘大成"
    assert done.matter.penalty_guidances.get().response == "答应三日内清走。"


def test_two_officers_talk_to_the_party(town: Town):
    """penalty-law-42"""
    case = story.investigated(town, littering=True)
    with pytest.raises(Refused, match="不得少于2人"):
        perform("penalty.guide", case, actor=town["lixuemei"], data=TALK | {"officers": ["李雪梅"]}, at=at("2026-03-06 10:00"))
