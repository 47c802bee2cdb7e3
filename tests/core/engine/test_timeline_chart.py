"""The picture of a time line: what it shows, that a strict page takes it, and the same in words."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from mingzhi.core.engine.timeline_chart import timeline_svg, timeline_words
from mingzhi.law.continuity import Clip, Continuity, Photo, Span, Thresholds, continuity_of
from mingzhi.law.periods import SHANGHAI

TEN = datetime(2026, 3, 5, 10, tzinfo=SHANGHAI)
SVG = "{http://www.w3.org/2000/svg}"


def at(minute: float) -> datetime:
    return TEN + timedelta(minutes=minute)


def clip(begins: float, ends: float, device: str = "A", **given: object) -> Clip:
    return Clip(f"{device}{begins}.MP4", at(begins), timedelta(minutes=ends - begins), device, **given)


def judged(*clips: Clip, photos: tuple[Photo, ...] = (), span: tuple[float, float] | None = (0, 30)) -> Continuity:
    whole = Span(at(span[0]), at(span[1])) if span else None
    return continuity_of(clips, photos, span=whole, thresholds=Thresholds.on(date(2026, 3, 5)))


def drawn(judgement: Continuity, **given: object) -> ElementTree.Element:
    return ElementTree.fromstring(timeline_svg(judgement, **given))


def marks(picture: ElementTree.Element, kind: str) -> list[ElementTree.Element]:
    return [element for element in picture.iter() if element.get("class") == kind]


SEVEN_MINUTES = judged(clip(0, 7), clip(14, 30), photos=(Photo("门头.jpg", at(3)),))


def test_a_gap_is_a_red_band_with_its_length():
    """recording-12-continuous"""
    picture = drawn(SEVEN_MINUTES)
    bands = [element for element in marks(picture, "missing") if element.tag == f"{SVG}rect"]
    assert len(bands) == 1
    assert "缺 7 分钟" in "".join(picture.itertext())
    assert "10:07:00 至 10:14:00 没有记录，7 分钟" in "".join(bands[0].itertext())


def test_every_clip_and_photograph_is_drawn():
    """footage-10"""
    picture = drawn(SEVEN_MINUTES)
    assert len(marks(picture, "clip")) == 2
    assert len(marks(picture, "photo")) == 1


def test_an_unbroken_record_has_nothing_red():
    picture = drawn(judged(clip(0, 30)))
    assert marks(picture, "missing") == []
    assert "没有记录" not in "".join(picture.itertext())


def test_the_drawing_is_to_scale():
    picture = drawn(judged(clip(0, 10), clip(10, 30)))
    first, second = (float(bar.get("width")) for bar in marks(picture, "clip"))
    assert second / first == pytest.approx(2, rel=0.02)


def test_a_strict_page_takes_it():
    """No style, no script, no address: the content security policy forbids them."""
    text = timeline_svg(SEVEN_MINUTES)
    assert not re.search(r"\bstyle=|<style|<script|\bon\w+=|href|javascript:", text)
    assert not re.search(r"url\((?!#)", text)


def test_names_that_a_stranger_gave_stay_text():
    bad = '<script>alert(1)</script>"&'
    judgement = judged(Clip(bad, at(0), timedelta(minutes=7), bad, title=bad), photos=(Photo("p", at(1), title=bad),))
    drawn(judgement)
    assert "<script" not in timeline_svg(judgement)


def test_no_letter_is_smaller_than_twelve_pixels():
    assert min(float(text.get("font-size")) for text in drawn(SEVEN_MINUTES).iter(f"{SVG}text")) >= 12


def test_lengths_of_many_gaps_never_lie_on_each_other():
    picture = drawn(judged(*(clip(place * 2, place * 2 + 1.8) for place in range(15))))
    texts = [element for element in marks(picture, "missing") if element.tag == f"{SVG}text"]
    places = sorted((float(text.get("y")), float(text.get("x"))) for text in texts)
    assert all(b[0] != a[0] or b[1] - a[1] > 50 for a, b in pairwise(places))


def test_even_a_gap_of_seconds_in_a_day_can_be_seen():
    picture = drawn(judged(clip(0, 700), clip(700.1, 1440), span=(0, 1440)))
    assert float(next(one for one in marks(picture, "missing") if one.tag == f"{SVG}rect").get("width")) >= 3


def test_two_pictures_on_a_page_keep_their_marks_apart():
    assert 'id="second-missing"' in timeline_svg(SEVEN_MINUTES, name="second")
    assert "#timeline-missing" not in timeline_svg(SEVEN_MINUTES, name="second")


def test_a_hole_that_another_camera_fills_is_drawn_without_red():
    picture = drawn(judged(clip(0, 10), clip(15, 30), clip(8, 16, "B")))
    assert len(marks(picture, "filled")) == 1
    assert marks(picture, "missing") == []


def test_clips_far_from_the_activity_are_counted_at_its_edge():
    text = timeline_svg(judged(clip(-300, -290), clip(0, 30), clip(400, 410)))
    assert "此前另有 1 段" in text
    assert "此后另有 1 段" in text


def test_nothing_to_judge_is_no_picture():
    assert timeline_svg(judged(span=None)) == ""


def test_an_activity_without_any_clip_is_all_red():
    picture = drawn(judged())
    assert "缺 30 分钟" in "".join(picture.itertext())
    assert "全程没有记录，共 30 分钟。" in picture.find(f"{SVG}desc").text


def test_the_same_is_told_in_words():
    """footage-10: for whoever cannot see the picture."""
    told = {part.heading: part.lines for part in timeline_words(SEVEN_MINUTES)}
    assert told == {
        "结论": ("记录有中断，有记录 23 分钟，没有记录 7 分钟。",),
        "发现": ("记录中断：10:07:00 至 10:14:00 没有记录，中断 7 分钟（在 A0.MP4 与 A14.MP4 之间）。",),
        "设备 A": ("10:00:00 至 10:07:00，7 分钟，A0.MP4", "10:14:00 至 10:30:00，16 分钟，A14.MP4"),
        "照片": ("10:03:00，门头.jpg",),
    }


def test_the_description_of_the_picture_says_what_was_found():
    assert "记录中断：10:07:00 至 10:14:00 没有记录" in drawn(SEVEN_MINUTES).find(f"{SVG}desc").text
