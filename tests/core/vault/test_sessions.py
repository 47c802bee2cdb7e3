"""Whole evenings of body cameras made with ffmpeg: every defect beyond the thresholds is found, and none is invented.

A recording of one length and one defect is made and read once, then used under many names and at many times; a box of no meaning at its end
makes each use a content of its own.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from mingzhi.core.vault import read_name
from mingzhi.core.vault.clips import clip_of, photo_of
from mingzhi.core.vault.probing import MediaFacts, probe
from mingzhi.law.continuity import Continuity, Span, Thresholds, continuity_of
from mingzhi.law.periods import SHANGHAI

from .filming import box, cut, ffmpeg, film, needs_ffmpeg

TEN = datetime(2026, 3, 5, 10, tzinfo=SHANGHAI)
LIMITS = Thresholds.on(date(2026, 3, 5))
SECONDS_FROM_1904 = 2_082_844_800
#: How far a found length may lie from the one that was made: a picture is a fifth of a second.
TOLERANCE = 0.25

# Names as makers write them: moment and number in, name out; None where that maker gives no numbers.
NAMES: dict[str, Callable[[datetime, int, str], str]] = {
    "serial": lambda at, number, camera: f"SH26000{camera}_500399_{at:%Y%m%d%H%M%S}_{number:04d}.MP4",
    "daily": lambda at, number, camera: f"YL-1044{camera}@000312_{at:%Y%m%d_%H%M%S}_{number:03d}.mp4",
    "number first": lambda at, number, camera: f"REC{number:05d}-{at:%y%m%d%H%M%S}-QJ00{camera}.MP4",
    "no number": lambda at, number, camera: f"{at.astimezone(UTC):%Y-%m-%dT%H%M%SZ}_SF000000{camera}.mp4",
    "inside": lambda at, number, camera: f"现场{camera}-{number}.mp4",
}
NUMBERED = frozenset({"serial", "daily", "number first"})


@dataclass(frozen=True)
class Shot:
    """One file of a session: when it begins (seconds after ten), which recording, and how it stands among the others."""

    begins: float
    recording: str
    number: int | None = None
    camera: str = "17"
    same_as: int | None = None


@dataclass(frozen=True)
class Session:
    """What was done and what must be found: (kind, seconds), seconds None where the length is not the point."""

    name: str
    shots: tuple[Shot, ...]
    found: tuple[tuple[str, float | None], ...] = ()
    span: tuple[float, float] | None = None
    photos: tuple[tuple[float, int], ...] = ()
    #: Instead, where the camera gives no numbers; None where the session means nothing without them.
    found_unnumbered: tuple[tuple[str, float | None], ...] | None = field(default=())
    #: Instead, where the time is only inside the file.
    found_inside: tuple[tuple[str, float | None], ...] | None = None


def shots(*rows: tuple[float, str]) -> tuple[Shot, ...]:
    return tuple(Shot(begins, recording, number) for number, (begins, recording) in enumerate(rows, start=1))


def same(found: tuple[tuple[str, float | None], ...]) -> dict[str, object]:
    return {"found": found, "found_unnumbered": found}


ROW = shots((0, "6"), (6, "4"), (10, "10"))
SESSIONS = [
    Session("unbroken", ROW, span=(0, 20)),
    Session("unbroken without an activity", ROW),
    Session("unbroken with steps just below two seconds", shots((0, "4.2"), (6, "3.8"), (8, "4")), span=(0, 12)),
    Session("unbroken with steps of exactly two seconds", shots((0, "4"), (6, "6"), (10, "4")), span=(-2, 16)),
    Session("gap just above two seconds", shots((0, "3.8"), (6, "4")), span=(0, 10), **same((("gap", 2.2),))),
    Session("gap of seven minutes", shots((0, "10"), (430, "10")), span=(0, 440), **same((("gap", 420),))),
    Session("gap without an activity", shots((0, "4"), (9, "4"), (13, "4")), **same((("gap", 5),))),
    Session("two gaps", shots((0, "4"), (8, "4"), (30, "6")), span=(0, 36), **same((("gap", 4), ("gap", 18)))),
    Session("overlap just above two seconds", shots((0, "6.2"), (4, "6")), span=(0, 10), **same((("overlap", 2.2),))),
    Session("overlap of four seconds", shots((0, "10"), (6, "10")), span=(0, 16), **same((("overlap", 4),))),
    Session(
        "duplicate",
        (Shot(0, "6", 1), Shot(6, "4", 2), Shot(6, "4", 2, same_as=1), Shot(10, "10", 3)),
        span=(0, 20),
        **same((("duplicate", None),)),
    ),
    Session("missing number", (Shot(0, "6", 7), Shot(6, "4", 9)), found=(("missing", None),), span=(0, 10)),
    Session(
        "missing number and its time",
        (Shot(0, "6", 7), Shot(16, "4", 9)),
        found=(("gap", 10), ("missing", 10)),
        found_unnumbered=(("gap", 10),),
        span=(0, 20),
    ),
    Session("photograph between", (Shot(0, "6", 7), Shot(6, "4", 9)), span=(0, 10), photos=((5, 8),), found_unnumbered=()),
    Session(
        "clock set back",
        (Shot(0, "6", 1), Shot(6, "4", 2), Shot(-3600, "10", 3)),
        found=(("clock_jump", None),),
        found_unnumbered=None,
    ),
    Session(
        "clock set back in an activity",
        (Shot(0, "6", 1), Shot(6, "4", 2), Shot(-3600, "10", 3)),
        found=(("clock_jump", None), ("tail", 10)),
        found_unnumbered=None,
        span=(0, 20),
    ),
    Session("cut behind its head", shots((0, "cut"), (10, "4")), span=(0, 14), **same((("gap", None), ("truncated", None)))),
    Session(
        "cut without its head",
        shots((0, "4"), (4, "gone"), (14, "4")),
        span=(0, 18),
        **same((("gap", 10), ("truncated", None))),
        found_inside=(("gap", 10), ("truncated", None), ("unplaced", None)),
    ),
    Session(
        "pictures missing for exactly a second",
        shots(
            (0, "drop 1"),
        ),
        span=(0, 10),
    ),
    Session(
        "pictures missing for little more",
        shots(
            (0, "drop 1.2"),
        ),
        span=(0, 10),
        **same((("dropout", 1.2),)),
    ),
    Session("pictures missing for three seconds", shots((0, "6"), (6, "drop 3")), span=(0, 16), **same((("dropout", 3),))),
    Session("head of exactly two seconds", ROW, span=(-2, 20)),
    Session("head just above", ROW, span=(-2.001, 20), **same((("head", 2.001),))),
    Session("tail of exactly two seconds", ROW, span=(0, 22)),
    Session("tail just above", ROW, span=(0, 22.001), **same((("tail", 2.001),))),
    Session(
        "head, gap, drop-out and tail",
        shots((60, "6"), (90, "drop 3")),
        span=(0, 200),
        **same((("head", 60), ("gap", 24), ("dropout", 3), ("tail", 100))),
    ),
    Session("gap and overlap", shots((0, "6"), (4, "6"), (7, "4"), (20, "4")), **same((("overlap", 3), ("gap", 9)))),
    Session(
        "gap, cut, missing",
        (Shot(0, "4", 1), Shot(10, "cut", 2), Shot(20, "4", 5)),
        found=(("gap", 6), ("gap", None), ("truncated", None), ("missing", None)),
        found_unnumbered=(("gap", 6), ("gap", None), ("truncated", None)),
        span=(0, 24),
    ),
    Session(
        "another camera fills the gap",
        (Shot(0, "6", 1), Shot(12, "4", 2), Shot(4, "10", 1, camera="18")),
        span=(0, 16),
        **same((("filled", 6),)),
    ),
    Session(
        "another camera fills a part",
        (Shot(0, "6", 1), Shot(20, "4", 2), Shot(4, "10", 1, camera="18")),
        span=(0, 24),
        **same((("filled", 8), ("gap", 6))),
    ),
    Session(
        "another camera saw what one lost",
        (Shot(0, "drop 3", 1), Shot(2, "6", 1, camera="18")),
        span=(0, 10),
        **same((("dropout", 3),)),
    ),
    Session("two cameras side by side", (Shot(0, "10", 1), Shot(1, "6", 1, camera="18")), span=(0, 10)),
    Session("nothing at all", (), span=(0, 30), **same((("gap", 30),))),
]


def cases() -> Iterator[tuple[str, Session, tuple[tuple[str, float | None], ...]]]:
    """Every session under every way of naming in which it means something."""
    for session in SESSIONS:
        for maker in NAMES:
            if maker in NUMBERED:
                yield maker, session, session.found
            elif maker == "inside" and session.found_inside is not None:
                yield maker, session, session.found_inside
            elif session.found_unnumbered is not None:
                yield maker, session, session.found_unnumbered


CASES = list(cases())


@pytest.fixture(scope="module")
def recordings(tmp_path_factory) -> Path:
    """Where the recordings are, each made once."""
    folder = tmp_path_factory.mktemp("recordings")
    for long in ("3.8", "4", "4.2", "6", "6.2", "10"):
        film(folder / long, float(long), "-f", "mp4")
    for drop in (1, 1.2, 3):
        film(folder / f"drop {drop}", 10, "-f", "mp4", drop=(4, 4 + drop))
    ffmpeg("-i", str(folder / "10"), "-c", "copy", "-movflags", "+faststart", "-f", "mp4", str(folder / "front"))
    cut(folder / "front", folder / "cut", 0.6)
    cut(folder / "10", folder / "gone", 0.6)
    return folder


@cache
def facts_of(recording: Path) -> MediaFacts:
    return probe(recording)


def created(content: bytes, at: datetime) -> bytes:
    """The file with its creation_time set, as a camera would have."""
    place = content.find(b"mvhd")
    if place < 0:
        return content
    return content[: place + 8] + struct.pack(">I", int(at.timestamp()) + SECONDS_FROM_1904) + content[place + 12 :]


def performed(session: Session, maker: str, recordings: Path, folder: Path) -> Continuity:
    """The judgement about the files of a session, written under the names of a maker and read back."""
    clips, contents = [], []
    for place, shot in enumerate(session.shots):
        at = TEN + timedelta(seconds=shot.begins)
        name = NAMES[maker](at, shot.number or 0, shot.camera)
        recording = recordings / shot.recording
        content = recording.read_bytes()
        if maker == "inside":
            content = created(content, at)
        # What is cut has nothing behind its cut.
        unique = b"" if shot.recording in {"cut", "gone"} else box(b"free", f"{maker} {session.name} {place}".encode())
        content = contents[shot.same_as] if shot.same_as is not None else content + unique
        contents.append(content)
        if maker == "inside":
            file = folder / f"{place}.mp4"
            file.write_bytes(content)
            facts = probe(file, read_name(name))
        else:
            facts = facts_of(recording)
        digest = hashlib.sha256(content).hexdigest()
        device = shot.camera if maker == "inside" else ""
        clips.append(clip_of(f"{place} {name}", read_name(name), facts, sha256=digest, device=device))
    photos = []
    for seconds, number in session.photos:
        at = TEN + timedelta(seconds=seconds)
        name = NAMES[maker](at, number, "17").replace(".MP4", ".JPG")
        photos.append(photo_of(f"photo {name}", read_name(name), at))
    span = Span(*(TEN + timedelta(seconds=seconds) for seconds in session.span)) if session.span else None
    return continuity_of(clips, photos, span=span, thresholds=LIMITS)


def test_there_are_more_than_a_hundred_sessions():
    assert len(CASES) >= 100
    told = {kind for _, _, found in CASES for kind, _ in found}
    assert told == {"head", "gap", "tail", "filled", "dropout", "overlap", "duplicate", "missing", "clock_jump", "truncated", "unplaced"}


@needs_ffmpeg
@pytest.mark.parametrize(("maker", "session", "expected"), CASES, ids=[f"{session.name}, {maker}" for maker, session, _ in CASES])
def test_what_was_done_is_found_and_nothing_else(maker: str, session: Session, expected, recordings: Path, tmp_path: Path):
    """recording-12-continuous, town-continuity-gap, town-continuity-dropout, footage-7"""
    judgement = performed(session, maker, recordings, tmp_path)
    found = [(finding.kind.value, finding.seconds) for finding in judgement.findings]
    assert sorted(kind for kind, _ in found) == sorted(kind for kind, _ in expected), [one.sentence for one in judgement.findings]
    for kind, seconds in expected:
        if seconds is not None:
            assert any(one == kind and abs(length - seconds) <= TOLERANCE for one, length in found), (kind, seconds, found)
    breaking = {"head", "gap", "tail", "clock_jump"} | ({"dropout"} if "another camera saw" not in session.name else set())
    assert judgement.is_unbroken == (not breaking & {kind for kind, _ in expected})


@needs_ffmpeg
def test_what_is_cut_covers_as_much_as_can_be_read(recordings: Path):
    facts = facts_of(recordings / "cut")
    assert timedelta(seconds=3) < facts.duration < timedelta(seconds=8)
    assert facts_of(recordings / "gone").duration is None


@needs_ffmpeg
def test_a_box_of_no_meaning_changes_nothing_that_is_read(recordings: Path, tmp_path: Path):
    """What lets one recording stand for many."""
    (tmp_path / "x.mp4").write_bytes((recordings / "drop 3").read_bytes() + box(b"free", b"x"))
    marked, plain = probe(tmp_path / "x.mp4"), facts_of(recordings / "drop 3")
    assert replace(marked, raw={}) == replace(plain, raw={})
