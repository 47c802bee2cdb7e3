"""Whether an activity is on record without a break: its clips and photographs judged by `law.continuity`, each break with its explanation.

Nothing is kept: what is judged are the rows as they stand, so a clip that comes in later changes the answer. Serves recording-12, footage-11.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from mingzhi.core import vault
from mingzhi.core.engine.days import local_day
from mingzhi.law import continuity as law
from mingzhi.law.continuity import Continuity, Finding, Kind
from mingzhi.regulations.footage.models import Clip

from .models import Activity, Explanation

#: What leaves the record in doubt; overlaps and duplicates are told and do not.
_DOUBTS = frozenset({Kind.HEAD, Kind.GAP, Kind.TAIL, Kind.DROPOUT, Kind.TRUNCATED, Kind.CLOCK_JUMP, Kind.MISSING, Kind.UNPLACED})
#: Time that nobody recorded: somebody or something stopped.
STOPS = frozenset({Kind.HEAD, Kind.GAP, Kind.TAIL, Kind.DROPOUT})
#: After these the recording went on, and the reason is to be spoken. Source: recording-12.
RESUMED = frozenset({Kind.HEAD, Kind.GAP, Kind.DROPOUT})


@dataclass(frozen=True, slots=True)
class Break:
    """A finding that is to be explained; `key` stays the same as long as what is found does."""

    key: str
    finding: Finding
    explanation: Explanation | None
    recorded_after: bool

    @property
    def resumed(self) -> bool:
        """Whether recording went on after it, so that the reason was to be spoken."""
        return self.finding.kind in RESUMED and self.recorded_after


@dataclass(frozen=True, slots=True)
class Judged:
    """The judgement of one activity. unknown: names of recordings whose content nobody could read yet, so that their length is not known."""

    continuity: Continuity
    breaks: tuple[Break, ...]
    unknown: tuple[str, ...]

    @property
    def unexplained(self) -> tuple[Break, ...]:
        """Breaks that nobody has explained."""
        return tuple(one for one in self.breaks if one.explanation is None)


def judged(activity: Activity) -> Judged:
    """The time line of an activity that has ended, with its breaks. Two queries and one more for explanations."""
    rows = list(Clip.objects.filter(activity_id=activity.pk).select_related("blob", "device").order_by("id"))
    span = law.Span(activity.arrived_at, max(activity.departed_at or activity.arrived_at, activity.arrived_at))
    recordings = [row for row in rows if row.medium != Clip.Medium.PHOTO]
    found = law.continuity_of(
        [_clip(row) for row in recordings],
        [_photo(row) for row in rows if row.medium == Clip.Medium.PHOTO],
        span=span,
        thresholds=law.Thresholds.on(local_day(activity.arrived_at)),
    )
    explained = {row.finding: row for row in Explanation.objects.filter(matter_id=activity.pk)}
    breaks = tuple(
        Break(key, finding, explained.get(key), _recorded_after(found, finding))
        for finding in found.findings
        if finding.kind in _DOUBTS and not finding.is_harmless
        for key in (key_of(finding),)
    )
    return Judged(found, breaks, tuple(row.name for row in recordings if _length(row) is None))


def key_of(finding: Finding) -> str:
    """What is found, as one word: its kind and its time, else its files and numbers."""
    when = "/".join(f"{moment.timestamp():.3f}" for moment in finding.span) if finding.span else ""
    about = ",".join((*finding.clips[:2], *map(str, finding.numbers[:2])))
    return f"{finding.kind}:{when or about}"[:200]


def _recorded_after(found: Continuity, finding: Finding) -> bool:
    return finding.span is not None and any(span.to_at > finding.span.to_at for span in found.covered)


def _length(row: Clip) -> timedelta | None:
    milliseconds = row.facts.get("duration_ms")
    if milliseconds is not None:
        return timedelta(milliseconds=milliseconds)
    return row.ended_at - row.began_at if row.ended_at and row.began_at else None


def _clip(row: Clip) -> law.Clip:
    """True times were reckoned when it was taken in, so no reading of a clock is given along."""
    name = vault.read_name(row.name)
    drops = row.facts.get("dropouts_ms") or ()
    return law.Clip(
        str(row.pk),
        begun_at=row.began_at,
        duration=_length(row),
        device=row.device.code if row.device else "",
        number=row.sequence,
        series=name.series if name else "",
        counter=law.Counter(name.numbers.first, name.numbers.last) if name and name.numbers else None,
        sha256=row.blob.sha256,
        truncated=bool(row.facts.get("is_truncated")),
        dropouts=tuple((timedelta(milliseconds=begins), timedelta(milliseconds=ends)) for begins, ends in drops),
        title=row.name,
    )


def _photo(row: Clip) -> law.Photo:
    name = vault.read_name(row.name)
    return law.Photo(
        str(row.pk),
        taken_at=row.began_at,
        device=row.device.code if row.device else "",
        number=row.sequence,
        series=name.series if name else "",
        counter=law.Counter(name.numbers.first, name.numbers.last) if name and name.numbers else None,
        title=row.name,
    )
