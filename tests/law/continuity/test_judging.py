"""Continuity: every hole, overlap and oddity of a body camera's evening is found, and none is invented."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from mingzhi.law.continuity import Clip, ClockReading, Continuity, Counter, Kind, Photo, Span, Thresholds, continuity_of
from mingzhi.law.periods import SHANGHAI

TEN = datetime(2026, 3, 5, 10, tzinfo=SHANGHAI)
LIMITS = Thresholds.on(date(2026, 3, 5))


def at(minute: float) -> datetime:
    return TEN + timedelta(minutes=minute)


def clip(begins: float | None, ends: float | None = None, **given: object) -> Clip:
    """A clip from one minute after ten to another."""
    key = str(given.pop("key", f"{given.get('device', '')}{begins}"))
    duration = None if ends is None else timedelta(minutes=ends - (begins or 0))
    return Clip(key, None if begins is None else at(begins), duration, **given)


def judged(*clips: Clip, span: tuple[float, float] | None = None, **given: object) -> Continuity:
    return continuity_of(clips, span=Span(at(span[0]), at(span[1])) if span else None, thresholds=LIMITS, **given)


def found(judgement: Continuity) -> list[tuple[str, float]]:
    return [(finding.kind.value, round(finding.seconds, 3)) for finding in judgement.findings]


def minutes(spans: tuple[Span, ...]) -> list[tuple[float, float]]:
    return [((span.from_at - TEN) / timedelta(minutes=1), (span.to_at - TEN) / timedelta(minutes=1)) for span in spans]


def test_the_numbers_are_the_towns_own():
    """town-continuity-gap, town-continuity-dropout"""
    assert Thresholds(timedelta(seconds=2), timedelta(seconds=1)) == LIMITS


def test_clips_that_follow_each_other_are_one_record():
    """recording-12-continuous"""
    judgement = judged(clip(0, 10), clip(10, 20), clip(20, 30), span=(0, 30))
    assert (found(judgement), judgement.is_unbroken) == ([], True)
    assert minutes(judgement.covered) == [(0, 30)]


def test_a_gap_of_seven_minutes_is_found_and_told():
    """recording-12-continuous"""
    judgement = judged(clip(0, 7, title="0001.MP4"), clip(14, 30, title="0002.MP4"), span=(0, 30))
    assert found(judgement) == [("gap", 420)]
    assert not judgement.is_unbroken
    assert minutes(judgement.uncovered) == [(7, 14)]
    assert judgement.findings[0].sentence == "10:07:00 至 10:14:00 没有记录，中断 7 分钟（在 0001.MP4 与 0002.MP4 之间）。"


@pytest.mark.parametrize(("seconds", "kinds"), [(0, []), (1.5, []), (2.0, []), (2.001, ["gap"]), (3, ["gap"])])
def test_more_than_two_seconds_between_clips_are_a_gap_and_exactly_two_are_not(seconds: float, kinds: list[str]):
    """town-continuity-gap"""
    judgement = judged(clip(0, 10), clip(10 + seconds / 60, 20))
    assert [kind for kind, _ in found(judgement)] == kinds


@pytest.mark.parametrize(("seconds", "kinds"), [(1.5, []), (2.0, []), (2.001, ["overlap"]), (40, ["overlap"])])
def test_a_little_overlap_is_the_buffer_before_the_button_and_more_is_told(seconds: float, kinds: list[str]):
    """town-continuity-gap"""
    judgement = judged(clip(0, 10), clip(10 - seconds / 60, 20))
    assert [kind for kind, _ in found(judgement)] == kinds
    assert judgement.is_unbroken


@pytest.mark.parametrize(("seconds", "kinds"), [(0.5, []), (1.0, []), (1.001, ["dropout"]), (5, ["dropout"])])
def test_more_than_a_second_without_a_picture_is_a_drop_out(seconds: float, kinds: list[str]):
    """town-continuity-dropout"""
    judgement = judged(clip(0, 10, dropouts=((timedelta(seconds=60), timedelta(seconds=60 + seconds)),)), span=(0, 10))
    assert [kind for kind, _ in found(judgement)] == kinds
    assert judgement.is_unbroken == (not kinds)


@pytest.mark.parametrize(("seconds", "kinds"), [(2.0, []), (2.001, ["head", "tail"])])
def test_arrival_and_departure_must_be_on_record(seconds: float, kinds: list[str]):
    """footage-7, recording-12-continuous"""
    judgement = judged(clip(seconds / 60, 30 - seconds / 60), span=(0, 30))
    assert [kind for kind, _ in found(judgement)] == kinds


def test_head_and_tail_say_when_they_are():
    judgement = judged(clip(3, 25, title="0001.MP4"), span=(0, 30))
    assert [finding.sentence for finding in judgement.findings] == [
        "自到达（10:00:00）至 10:03:00 没有记录，共 3 分钟。最早的资料是 0001.MP4。",
        "自 10:25:00 至离开（10:30:00）没有记录，共 5 分钟。最后的资料是 0001.MP4。",
    ]


def test_an_activity_without_any_clip_is_one_gap():
    judgement = judged(span=(0, 30))
    assert found(judgement) == [("gap", 1800)]
    assert judgement.findings[0].sentence == "自到达（10:00:00）至离开（10:30:00）没有任何记录，共 30 分钟。"


def test_nothing_at_all_is_not_called_unbroken():
    assert not judged().is_unbroken


def test_what_was_recorded_on_the_way_is_no_matter_of_the_activity():
    judgement = judged(clip(-60, -50), clip(-5, 35), clip(50, 60), span=(0, 30))
    assert (found(judgement), minutes(judgement.covered)) == ([], [(0, 30)])


def test_a_gap_that_begins_before_arrival_is_the_head():
    assert found(judged(clip(-20, -10), clip(5, 30), span=(0, 30))) == [("head", 300)]


# Several cameras


def test_a_gap_of_one_camera_that_another_filled_is_told_and_breaks_nothing():
    """recording-12-continuous: a record of the activity, not of each camera."""
    judgement = judged(clip(0, 10, device="A"), clip(15, 30, device="A"), clip(9, 16, device="B"), span=(0, 30))
    assert found(judgement) == [("filled", 300)]
    assert judgement.is_unbroken
    filled = judgement.findings[0]
    assert (filled.device, filled.filled_by, filled.is_harmless) == ("A", ("B",), True)
    assert filled.sentence == "设备 A 在 10:10:00 至 10:15:00 没有记录，共 5 分钟；同一时间由设备 B 记录，不算中断。"


def test_what_the_other_camera_does_not_fill_stays_a_gap():
    judgement = judged(clip(0, 10, device="A"), clip(20, 30, device="A"), clip(5, 18, device="B"), span=(0, 30))
    assert found(judgement) == [("filled", 480), ("gap", 120)]
    assert minutes(judgement.uncovered) == [(18, 20)]


def test_cameras_that_take_turns_are_one_record():
    judgement = judged(clip(0, 10, device="A"), clip(10, 20, device="B"), clip(20, 30, device="A"), span=(0, 30))
    assert [finding.kind for finding in judgement.findings] == [Kind.FILLED]
    assert judgement.is_unbroken


def test_what_all_cameras_miss_is_one_gap():
    judgement = judged(clip(0, 10, device="A"), clip(15, 30, device="A"), clip(0, 12, device="B"), clip(14, 30, device="B"), span=(0, 30))
    assert found(judgement) == [("filled", 120), ("gap", 120), ("filled", 60)]


def test_a_camera_that_joins_later_is_no_finding():
    assert found(judged(clip(0, 30, device="A"), clip(10, 20, device="B"), span=(0, 30))) == []


def test_a_drop_out_that_another_camera_recorded_breaks_nothing():
    drop = (timedelta(seconds=60), timedelta(seconds=90))
    judgement = judged(clip(0, 30, device="A", dropouts=(drop,)), clip(0, 30, device="B"), span=(0, 30))
    assert (found(judgement), judgement.is_unbroken) == ([("dropout", 30)], True)
    assert judgement.findings[0].is_harmless


def test_two_cameras_that_record_at_once_do_not_overlap():
    assert found(judged(clip(0, 30, device="A"), clip(0, 30, device="B"), span=(0, 30))) == []


# Order, numbers, clocks


def test_the_same_content_counts_once_and_is_told():
    judgement = judged(clip(0, 10, sha256="aa"), clip(0, 10, sha256="aa", key="copy"), clip(10, 20, sha256="bb"))
    assert found(judgement) == [("duplicate", 600)]
    assert judgement.findings[0].sentence == "copy 与 0 内容完全相同，只计一次。"


def test_a_copy_under_a_missing_number_does_not_hide_that_it_is_missing():
    judgement = judged(
        clip(0, 10, sha256="aa", number=1), clip(10, 20, sha256="aa", number=2, key="copy"), clip(20, 30, sha256="cc", number=3)
    )
    assert {finding.kind for finding in judgement.findings} == {Kind.DUPLICATE, Kind.MISSING, Kind.GAP}


def test_a_missing_number_is_found_also_between_clips_that_follow_each_other():
    """recording-17-immutable: what was taken out leaves a hole in the numbers."""
    judgement = judged(clip(0, 10, number=1), clip(10, 20, number=4))
    assert found(judgement) == [("missing", 0)]
    assert judgement.findings[0].numbers == (2, 3)


def test_photographs_use_up_numbers_and_cover_no_time():
    """footage-10"""
    photo = Photo("p", at(12), number=2)
    judgement = judged(clip(0, 10, number=1), clip(15, 30, number=3), photos=[photo], span=(0, 30))
    assert found(judgement) == [("gap", 300)]
    assert judgement.photos == ((photo, at(12)),)


def test_a_counter_that_goes_round_misses_nothing():
    counter = Counter(1, 9999)
    clips = [clip(10 * place, 10 * place + 10, number=number, counter=counter) for place, number in enumerate((9998, 9999, 1, 2))]
    assert found(judged(*clips)) == []
    assert found(judged(*(one for one in clips if one.number != 9999), span=(0, 40))) == [("gap", 600), ("missing", 600)]


def test_a_counter_that_begins_anew_every_day_misses_nothing_over_midnight():
    clips = [
        clip(0, 10, number=41, series="2026-03-05", counter=Counter(1, 999)),
        clip(10, 20, number=1, series="2026-03-06", counter=Counter(1, 999)),
    ]
    assert found(judged(*clips)) == []


def test_the_same_number_on_two_days_is_two_numbers():
    counter = Counter(1, 999)
    first = [clip(0, 10, number=1, series="03-05", counter=counter), clip(10, 20, number=3, series="03-05", counter=counter)]
    second = [clip(20, 30, number=1, series="03-06", counter=counter), clip(30, 40, number=2, series="03-06", counter=counter)]
    judgement = judged(*first, *second)
    assert [(finding.clips, finding.numbers) for finding in judgement.findings] == [(("0", "10"), (2,))]


def test_a_clip_that_begins_before_the_one_before_it_is_a_jump_of_the_clock():
    judgement = judged(clip(0, 10, number=1), clip(10, 20, number=2), clip(-120, -110, number=3))
    assert [finding.kind for finding in judgement.findings] == [Kind.CLOCK_JUMP]
    assert judgement.findings[0].clips == ("10", "-120")
    assert not judgement.is_unbroken


def test_a_jump_of_the_clock_is_never_called_unbroken_even_where_time_is_covered():
    judgement = judged(clip(10, 30, number=1), clip(0, 10, number=2), span=(0, 30))
    assert ([finding.kind for finding in judgement.findings], judgement.is_unbroken) == ([Kind.CLOCK_JUMP], False)


def test_readings_of_the_clock_put_a_jump_right():
    readings = [ClockReading("", at(5), at(5)), ClockReading("", at(-100), at(40))]
    judgement = judged(clip(0, 10, number=1), clip(10, 20, number=2), clip(-120, -110, number=3), readings=readings, span=(0, 30))
    assert (found(judgement), judgement.is_unbroken) == ([], True)


def test_a_measured_offset_moves_clips_and_photographs_of_that_camera_only():
    reading = ClockReading("A", at(0), at(5))
    judgement = judged(clip(-5, 25, device="A"), clip(0, 10, device="B"), photos=[Photo("p", at(1), "A")], readings=[reading], span=(0, 30))
    assert found(judgement) == []
    assert judgement.photos[0][1] == at(6)


def test_without_numbers_the_clock_gives_the_order():
    assert found(judged(clip(20, 30), clip(0, 10), clip(10, 20))) == []


def test_a_clip_inside_another_does_not_make_a_gap_behind_it():
    assert found(judged(clip(0, 30), clip(5, 6), clip(30, 40))) == [("overlap", 60)]


# Files


def test_a_file_cut_short_is_told_and_what_it_lost_is_a_gap():
    judgement = judged(clip(0, 6, truncated=True, title="0001.MP4"), clip(10, 20), span=(0, 20))
    assert found(judgement) == [("gap", 240), ("truncated", 0)]
    assert judgement.of(Kind.TRUNCATED)[0].sentence.startswith("0001.MP4 不完整，能读到 10:06:00。")


def test_a_file_of_which_nothing_can_be_read_covers_nothing():
    judgement = judged(clip(0, 10), clip(10, None, truncated=True), clip(20, 30), span=(0, 30))
    assert found(judgement) == [("gap", 600), ("truncated", 0)]


def test_a_clip_of_an_unknown_moment_is_told_and_its_number_counts():
    judgement = judged(clip(0, 10, number=1), clip(None, 5, number=2), clip(10, 20, number=3))
    assert [finding.kind for finding in judgement.findings] == [Kind.UNPLACED]


def test_the_end_of_the_picture_before_the_end_of_the_file_joins_the_gap_behind_it():
    drop = (timedelta(minutes=9), timedelta(minutes=10))
    judgement = judged(clip(0, 10, dropouts=(drop,)), clip(12, 20), span=(0, 20))
    assert found(judgement) == [("gap", 180), ("dropout", 60)]
    assert minutes(judgement.uncovered) == [(9, 12)]


def test_a_drop_out_just_before_a_small_step_to_the_next_clip_still_breaks_the_record():
    """town-continuity-dropout"""
    drop = (timedelta(minutes=10, seconds=-1.2), timedelta(minutes=10))
    judgement = judged(clip(0, 10, dropouts=(drop,)), clip(10 + 0.4 / 60, 20), span=(0, 20))
    assert (found(judgement), judgement.is_unbroken) == ([("dropout", 1.2)], False)


# What cannot be asked


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda: judged(clip(0, 1), clip(0, 1)), "给出了两次"),
        (lambda: judged(Clip("a", datetime(2026, 3, 5, 10), timedelta(1))), "带时区"),
        (lambda: judged(span=(30, 0)), "早于到达"),
        (lambda: judged(clip(5, 0)), "不能为负"),
    ],
)
def test_contradictions_are_refused_in_words(ask, said: str):
    with pytest.raises(ValueError, match=said):
        ask()


def test_over_midnight_a_sentence_says_the_day():
    judgement = judged(clip(13 * 60, 13 * 60 + 55), clip(14 * 60 + 5, 15 * 60))
    assert judgement.findings[0].sentence.startswith("3月5日 23:55:00 至 3月6日 00:05:00 没有记录，中断 10 分钟")


def test_moments_in_other_zones_mean_the_same():
    assert found(judged(Clip("a", at(0).astimezone(UTC), timedelta(minutes=30)), span=(0, 30))) == []
