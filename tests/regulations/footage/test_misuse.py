"""Misuse of cameras: the six kinds, heard, and educated about or handed on, with what came of it."""

from __future__ import annotations

import pytest

from mingzhi.core.engine.errors import Refused
from mingzhi.regulations.footage.models import Misuse
from mingzhi.regulations.footage.stages import Conduct

from . import story
from .conftest import refused
from .story import act


@pytest.mark.parametrize("kind", Misuse.Kind.values)
def test_each_of_the_six_kinds_is_registered(town, kind):
    """footage-16"""
    told = story.misuse_told(misuse_kind=kind)
    assert act(town, "misuse.register", None, "luokaifu", "2026-03-05 09:00", **told).matter.stage == Conduct.REGISTERED


def test_there_are_six():
    """footage-16"""
    assert len(Misuse.Kind) == 6


def test_the_person_is_heard_first(town):
    """footage-16"""
    found = story.misuse_registered(town)
    with pytest.raises(Refused) as shut:
        act(town, "misuse.educate", found, "luokaifu", "2026-03-05 10:00", measure="谈话。", result="改正。")
    assert "还没有听取吴敏的说明" in refused(shut, of="footage-16")
    done = act(town, "misuse.educate", story.misuse_heard(town), "luokaifu", "2026-03-05 11:00", measure="谈话。", result="改正。").matter
    assert (done.stage, done.result) == (Conduct.EDUCATED, "改正。")


def test_what_is_serious_is_handed_on_and_its_result_kept(town):
    """footage-16"""
    found = story.misuse_handed_on(town)
    assert (found.stage, found.serious, found.handed_to) == (Conduct.HANDED_ON, True, "镇纪委")
    done = act(town, "misuse.record_result", found, "zhouweimin", "2026-03-20 09:00", result="诫勉谈话。").matter
    assert (done.stage, done.result) == (Conduct.CONCLUDED, "诫勉谈话。")


def test_nobody_handles_the_own_misuse(town):
    """footage-16, town-separation"""
    with pytest.raises(Refused, match="本人的行为由他人登记"):
        act(town, "misuse.register", None, "luokaifu", "2026-03-05 09:00", **story.misuse_told(person="罗开富"))
    told = story.misuse_told(person="罗开富")
    found = act(town, "misuse.register", None, "zhouweimin", "2026-03-05 09:00", **told).matter
    with pytest.raises(Refused, match="您是本件的行为人"):
        act(town, "misuse.hear", found, "luokaifu", "2026-03-05 10:00", statement="没有。")
