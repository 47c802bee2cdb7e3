"""What comes out: the time line of every camera, the time with and without a record, and findings in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from mingzhi.law.continuity.material import Clip, Photo
from mingzhi.law.continuity.spans import Span


class Kind(StrEnum):
    """What was found; `label` is its name in Chinese."""

    HEAD = "head"
    GAP = "gap"
    TAIL = "tail"
    FILLED = "filled"
    DROPOUT = "dropout"
    OVERLAP = "overlap"
    DUPLICATE = "duplicate"
    MISSING = "missing"
    CLOCK_JUMP = "clock_jump"
    TRUNCATED = "truncated"
    UNPLACED = "unplaced"

    @property
    def label(self) -> str:
        """Its name in Chinese."""
        return LABELS[self]


LABELS = {
    Kind.HEAD: "开头未录",
    Kind.GAP: "记录中断",
    Kind.TAIL: "结尾未录",
    Kind.FILLED: "他机补录",
    Kind.DROPOUT: "片内断点",
    Kind.OVERLAP: "时间重叠",
    Kind.DUPLICATE: "内容重复",
    Kind.MISSING: "编号缺失",
    Kind.CLOCK_JUMP: "时钟倒退",
    Kind.TRUNCATED: "文件残缺",
    Kind.UNPLACED: "时间不明",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found.

    span: the time it is about, None where it is about none. clips: keys of the recordings concerned. device: of the camera it is
    about, empty for the activity as a whole. numbers: what is missing. filled_by: cameras that recorded the same time.
    breaks: the activity is not proven to be recorded throughout as long as this stands.
    """

    kind: Kind
    sentence: str
    span: Span | None = None
    clips: tuple[str, ...] = ()
    device: str = ""
    numbers: tuple[int, ...] = ()
    filled_by: tuple[str, ...] = ()
    breaks: bool = False

    @property
    def length(self) -> timedelta:
        """How long the time is that it is about."""
        return self.span.length if self.span else timedelta(0)

    @property
    def seconds(self) -> float:
        """Its length in seconds."""
        return self.length.total_seconds()

    @property
    def is_harmless(self) -> bool:
        """Whether another camera makes up for it: told, and nothing to explain."""
        return self.kind == Kind.FILLED or (self.kind == Kind.DROPOUT and bool(self.filled_by))


@dataclass(frozen=True, slots=True)
class Placed:
    """A clip on the true time line; `ends_at` equals `begins_at` where no duration can be read."""

    clip: Clip
    begins_at: datetime
    ends_at: datetime

    @property
    def span(self) -> Span:
        """From its beginning to its end."""
        return Span(self.begins_at, self.ends_at)


@dataclass(frozen=True, slots=True)
class Track:
    """The clips of one camera in the order of their recording, duplicates left out. `runs` are parted by jumps of its clock."""

    device: str
    runs: tuple[tuple[Placed, ...], ...]

    @property
    def clips(self) -> tuple[Placed, ...]:
        """All of them in order."""
        return tuple(placed for run in self.runs for placed in run)


@dataclass(frozen=True, slots=True)
class Continuity:
    """The judgement.

    span: what was asked, None when no activity bounds it. extents: the time judged (the span; without one, from the first to the last
    moment of the clips). covered and uncovered are disjoint and together make up the extents. photos: with their true moments, in order.
    """

    span: Span | None
    extents: tuple[Span, ...]
    tracks: tuple[Track, ...]
    photos: tuple[tuple[Photo, datetime], ...]
    covered: tuple[Span, ...]
    uncovered: tuple[Span, ...]
    findings: tuple[Finding, ...]

    @property
    def is_unbroken(self) -> bool:
        """Whether the whole time judged is proven to be recorded; never without any time to judge."""
        return bool(self.extents) and not any(finding.breaks for finding in self.findings)

    @property
    def missing_seconds(self) -> float:
        """How much of the time judged has no record."""
        return sum(span.length.total_seconds() for span in self.uncovered)

    def of(self, *kinds: Kind) -> tuple[Finding, ...]:
        """The findings of these kinds."""
        return tuple(finding for finding in self.findings if finding.kind in kinds)
