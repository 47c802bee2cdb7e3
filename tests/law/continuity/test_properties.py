"""What holds of every session, whatever cameras and people did."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from mingzhi.law.continuity import Clip, ClockReading, Continuity, Kind, Photo, Span, Thresholds, continuity_of
from mingzhi.law.continuity.spans import common, united
from mingzhi.law.periods import SHANGHAI

TEN = datetime(2026, 3, 5, 10, tzinfo=SHANGHAI)
LIMITS = Thresholds.on(date(2026, 3, 5))
moments = st.integers(0, 7_200_000).map(lambda ms: TEN + timedelta(milliseconds=ms))
lengths = st.integers(0, 900_000).map(lambda ms: timedelta(milliseconds=ms))
offsets = st.integers(-10_000_000, 10_000_000).map(lambda ms: timedelta(milliseconds=ms))


@st.composite
def clips(draw) -> Clip:
    long = draw(lengths)
    drops = draw(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 9000)), max_size=2))
    return Clip(
        key="",
        begun_at=draw(moments | st.none()),
        duration=draw(st.sampled_from([long, long, long, None])),
        device=draw(st.sampled_from(["A", "B"])),
        number=draw(st.integers(1, 12) | st.none()),
        sha256=draw(st.sampled_from(["", "", "aa", "bb"])),
        truncated=draw(st.booleans()),
        dropouts=tuple((long * part, long * part + timedelta(milliseconds=ms)) for part, ms in drops),
    )


def named(drawn: list[Clip]) -> list[Clip]:
    return [Clip(**{**{name: getattr(clip, name) for name in Clip.__slots__}, "key": f"c{place}"}) for place, clip in enumerate(drawn)]


sessions = st.lists(clips(), max_size=7).map(named)
spans = st.none() | st.tuples(moments, moments).map(lambda pair: Span(*sorted(pair)))
photos = st.lists(st.tuples(moments, st.integers(1, 12) | st.none()), max_size=3).map(
    lambda drawn: [Photo(f"p{place}", moment, "A", number) for place, (moment, number) in enumerate(drawn)]
)


def told(judgement: Continuity, moved: timedelta = timedelta(0)) -> list[tuple[object, ...]]:
    """The findings without their words, put back by how far everything was moved."""
    return [
        (
            finding.kind,
            finding.span and (finding.span.from_at - moved, finding.span.to_at - moved),
            finding.clips,
            finding.numbers,
            finding.filled_by,
            finding.breaks,
        )
        for finding in judgement.findings
    ]


@settings(deadline=None)
@given(sessions, photos, spans, st.randoms())
def test_the_order_of_what_is_given_does_not_matter(session, pictures, span, chance):
    """recording-12-continuous"""
    judgement = continuity_of(session, pictures, span=span, thresholds=LIMITS)
    other, others = session[:], pictures[:]
    chance.shuffle(other)
    chance.shuffle(others)
    again = continuity_of(other, others, span=span, thresholds=LIMITS)
    assert again == judgement


@settings(deadline=None)
@given(sessions, spans, offsets)
def test_moving_every_clock_and_the_activity_by_one_offset_changes_nothing(session, span, offset):
    """recording-12-continuous"""
    judgement = continuity_of(session, span=span, thresholds=LIMITS)
    moved = [
        Clip(**{**{name: getattr(clip, name) for name in Clip.__slots__}, "begun_at": clip.begun_at and clip.begun_at + offset})
        for clip in session
    ]
    there = span and Span(span.from_at + offset, span.to_at + offset)
    assert told(continuity_of(moved, span=there, thresholds=LIMITS), offset) == told(judgement)
    readings = [ClockReading(device, TEN + offset, TEN) for device in ("A", "B")]
    assert told(continuity_of(moved, span=span, readings=readings, thresholds=LIMITS)) == told(judgement)


@settings(deadline=None)
@given(sessions, spans)
def test_covered_and_uncovered_time_together_are_the_time_judged(session, span):
    """recording-12-continuous"""
    judgement = continuity_of(session, span=span, thresholds=LIMITS)
    assert united([*judgement.covered, *judgement.uncovered]) == united(judgement.extents)
    assert common(judgement.covered, judgement.uncovered) == []
    if span:
        assert judgement.extents == (span,)


@settings(deadline=None)
@given(sessions, spans)
def test_every_second_without_a_record_is_told(session, span):
    """recording-12-continuous"""
    judgement = continuity_of(session, span=span, thresholds=LIMITS)
    told_of = [finding.span for finding in judgement.of(Kind.HEAD, Kind.GAP, Kind.TAIL, Kind.DROPOUT) if finding.breaks]
    assert common(judgement.uncovered, told_of) == united(judgement.uncovered)
    assert all(finding.length > LIMITS.gap for finding in judgement.of(Kind.HEAD, Kind.GAP, Kind.TAIL, Kind.FILLED))
    assert all(finding.sentence.endswith("。") for finding in judgement.findings)
    assert judgement.is_unbroken <= (not judgement.uncovered)


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 900_000), st.integers(-2000, 2000)), min_size=1, max_size=8),
    st.booleans(),
    st.integers(-2000, 2000),
    st.integers(-2000, 2000),
)
def test_nothing_is_found_in_clips_that_follow_each_other(parts, numbered, head, tail):
    """town-continuity-gap: steps of up to two seconds either way are how cameras are."""
    session, at = [], TEN
    for place, (long, step) in enumerate(parts):
        session.append(Clip(f"c{place}", at, timedelta(milliseconds=long + 2000), number=place + 1 if numbered else None))
        at = session[-1].begun_at + session[-1].duration + timedelta(milliseconds=step)
    last = max(clip.begun_at + clip.duration for clip in session)
    if not all(former.begun_at <= latter.begun_at for former, latter in pairwise(session)):
        return
    span = Span(TEN + timedelta(milliseconds=head), max(TEN + timedelta(milliseconds=head), last + timedelta(milliseconds=tail)))
    judgement = continuity_of(session, span=span, thresholds=LIMITS)
    assert judgement.findings == ()
    assert judgement.is_unbroken
