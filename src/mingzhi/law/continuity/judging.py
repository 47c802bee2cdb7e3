"""The judgement: what of the time on the scene is recorded, and everything about the recordings that is not as it should be.

Pure: clips, photographs, the time on the scene, readings of clocks and thresholds in; time line and findings out. (记录制度 12, 13)
"""

from __future__ import annotations

from collections import Counter as Tally
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from mingzhi.law.continuity.findings import Continuity, Finding, Kind, Placed, Track
from mingzhi.law.continuity.material import Clip, ClockReading, Photo, Thresholds
from mingzhi.law.continuity.ordering import absent_numbers, kept_and_repeated, recorded_order, runs_of, true_time
from mingzhi.law.continuity.spans import NOTHING, Span, common, hull, united, without
from mingzhi.law.continuity.wording import Wording


def continuity_of(
    clips: Iterable[Clip],
    photos: Iterable[Photo] = (),
    *,
    span: Span | None = None,
    readings: Iterable[ClockReading] = (),
    thresholds: Thresholds,
) -> Continuity:
    """Time line and findings for the clips and photographs of one activity; `span` is from arrival to departure.

    Cameras stand in for each other: time counts as recorded when any camera recorded it, because the regulation asks for a record of the
    activity and not of each camera. So a hole of one camera that others fill is told (“他机补录”), breaks nothing and needs no
    explanation; what no camera recorded is one gap, whoever was silent. A camera that joins later or leaves sooner is no finding. Who thinks
    one of the cameras was not at the scene leaves its clips out.

    Up to the threshold a hole, or an overlap by a buffer that records before the button is pressed, is normal. A drop-out inside a clip is
    a hole like any other, with its own threshold. After a jump of a camera's clock its times are still taken as they are, but then nothing
    is called unbroken. Photographs are moments and never cover time; they do use up numbers. The order of what is given does not matter.
    Raises ValueError when a key comes twice, a moment is naive, or the span ends before it begins.
    """
    return _Judgement(tuple(clips), tuple(photos), span, tuple(readings), thresholds).result()


class _Judgement:
    """One judgement, in the order in which a person would make it."""

    def __init__(
        self, clips: tuple[Clip, ...], photos: tuple[Photo, ...], span: Span | None, readings: tuple[ClockReading, ...], limits: Thresholds
    ) -> None:
        _check(clips, photos, span, readings)
        self.clips, self.span, self.limits = clips, span, limits
        self.all_photos = sorted(photos, key=lambda photo: photo.key)
        self.kept, self.repeated = kept_and_repeated(clips)
        self.photos = tuple(
            sorted(
                ((photo, true_time(photo.taken_at, photo.device, readings)) for photo in photos if photo.taken_at),
                key=lambda pair: (pair[1], pair[0].key),
            )
        )
        self.tracks = _tracks(self.kept, readings, limits.gap)
        self.placed = {one.clip.key: one for track in self.tracks for one in track.clips}
        self.extents = (span,) if span else tuple(_extents(self.tracks))
        self.dropouts = {one.clip.key: _dropouts(one, limits.dropout) for one in self.placed.values()}
        self.recorded = {track.device: self._recorded(track.clips) for track in self.tracks}
        everything = united(part for parts in self.recorded.values() for part in parts)
        self.uncovered = tuple(self._uncovered(without(self.extents, everything)))
        self.words = Wording([*self.extents, *(one.span for one in self.placed.values())], len(self.tracks) > 1)

    def result(self) -> Continuity:
        """Everything together, findings in the order of their time."""
        findings = [
            *self._holes(),
            *self._filled(),
            *self._dropout_findings(),
            *self._order_findings(),
            *self._number_findings(),
            *self._file_findings(),
        ]
        findings.sort(key=_place)
        covered = tuple(without(self.extents, self.uncovered))
        return Continuity(self.span, self.extents, self.tracks, self.photos, covered, self.uncovered, tuple(findings))

    def _recorded(self, clips: Sequence[Placed]) -> list[Span]:
        """The time for which these clips have a picture."""
        return united(part for one in clips for part in without([one.span], self.dropouts[one.clip.key]))

    def _uncovered(self, pieces: Iterable[Span]) -> Iterator[Span]:
        """Of the time nobody recorded: the pieces beyond the threshold, and in shorter ones the drop-outs that are beyond theirs."""
        drops = united(drop for drops in self.dropouts.values() for drop in drops)
        for piece in pieces:
            if piece.length > self.limits.gap:
                yield piece
            else:
                yield from (part for part in common([piece], drops) if part.length > self.limits.dropout)

    def _holes(self) -> Iterator[Finding]:
        """Time of the activity without any record, but for what lies inside clips: that is told as drop-outs."""
        drops = [drop for drops in self.dropouts.values() for drop in drops]
        for piece in self.uncovered:
            if not without([piece], drops):
                continue
            before, after = self._beside(piece)
            kind = Kind.GAP
            if self.span and piece != self.span:
                kind = Kind.HEAD if piece.from_at == self.span.from_at else Kind.TAIL if piece.to_at == self.span.to_at else Kind.GAP
            clips = tuple(one.clip.key for one in (before, after) if one)
            yield Finding(kind, self.words.hole(kind, piece, before, after, piece == self.span), piece, clips=clips, breaks=True)

    def _beside(self, piece: Span) -> tuple[Placed | None, Placed | None]:
        """The clips that end before a hole and begin after it, of whichever camera."""
        before = [one for one in self.placed.values() if one.ends_at <= piece.from_at]
        after = [one for one in self.placed.values() if one.begins_at >= piece.to_at]
        return (
            max(before, key=lambda one: (one.ends_at, one.begins_at, one.clip.key), default=None),
            min(after, key=lambda one: (one.begins_at, one.ends_at, one.clip.key), default=None),
        )

    def _filled(self) -> Iterator[Finding]:
        """Holes of one camera, between its clips, for which others have a record."""
        for track in self.tracks:
            for run in track.runs:
                whole = hull(one.span for one in run)
                holes = without([whole] if whole else [], [one.span for one in run])
                for hole in common(holes, self.extents):
                    if hole.length <= self.limits.gap:
                        continue
                    for part in without([hole], self.uncovered):
                        by = self._recorders(part, track.device)
                        if by and part.length > self.limits.gap:
                            yield Finding(Kind.FILLED, self.words.filled(part, track.device, by), part, device=track.device, filled_by=by)

    def _recorders(self, part: Span, but: str) -> tuple[str, ...]:
        """The other cameras that recorded something of this time."""
        return tuple(device for device, spans in sorted(self.recorded.items()) if device != but and common([part], spans))

    def _dropout_findings(self) -> Iterator[Finding]:
        for key, drops in self.dropouts.items():
            one = self.placed[key]
            for drop in drops:
                inside = common([drop], self.extents)
                breaks = bool(common([drop], self.uncovered))
                by = self._recorders(drop, one.clip.device) if inside and not breaks else ()
                yield Finding(
                    Kind.DROPOUT,
                    self.words.dropout(drop, one, by),
                    drop,
                    clips=(key,),
                    device=one.clip.device,
                    filled_by=by,
                    breaks=breaks,
                )

    def _order_findings(self) -> Iterator[Finding]:
        """Clips of one camera that were recorded at the same time, and jumps of its clock."""
        for track in self.tracks:
            for run in track.runs:
                yield from self._overlaps(track.device, run)
            for former, latter in pairwise(track.runs):
                before, after = former[-1], latter[0]
                yield Finding(
                    Kind.CLOCK_JUMP,
                    self.words.clock_jump(before, after),
                    Span(after.begins_at, before.ends_at),
                    clips=(before.clip.key, after.clip.key),
                    device=track.device,
                    breaks=True,
                )

    def _overlaps(self, device: str, run: Sequence[Placed]) -> Iterator[Finding]:
        furthest = run[0]
        for one in run[1:]:
            shared = one.span.shared(furthest.span)
            if shared and furthest.ends_at - one.begins_at > self.limits.gap:
                yield Finding(
                    Kind.OVERLAP,
                    self.words.overlap(shared, furthest, one),
                    shared,
                    clips=(furthest.clip.key, one.clip.key),
                    device=device,
                )
            if one.ends_at > furthest.ends_at:
                furthest = one

    def _number_findings(self) -> Iterator[Finding]:
        clips = {(clip.device, clip.series, clip.number): clip for clip in self.kept if clip.number is not None}
        names: dict[tuple[str, str, int | None], str] = {(one.device, one.series, one.number): one.name for one in self.all_photos}
        names.update({place: clip.name for place, clip in clips.items()})
        for device, series, before, after, missing in absent_numbers(self.kept, self.all_photos):
            beside = [clip for number in (before, after) if (clip := clips.get((device, series, number)))]
            sides = [self.placed[clip.key] for clip in beside if clip.key in self.placed]
            ends = min(sides[0].ends_at, sides[1].begins_at) if len(sides) == 2 else None
            yield Finding(
                Kind.MISSING,
                self.words.missing(missing, device, names[device, series, before], names[device, series, after]),
                Span(ends, sides[1].begins_at) if ends else None,
                clips=tuple(clip.key for clip in beside),
                device=device,
                numbers=missing,
            )

    def _file_findings(self) -> Iterator[Finding]:
        """What is wrong with a file by itself."""
        for copy, kept in self.repeated:
            where = self.placed.get(kept.key)
            span = where.span if where else None
            yield Finding(Kind.DUPLICATE, self.words.duplicate(copy, kept), span, clips=(kept.key, copy.key), device=copy.device)
        for clip in self.kept:
            one = self.placed.get(clip.key)
            if clip.truncated:
                end = Span(one.ends_at, one.ends_at) if one else None
                yield Finding(Kind.TRUNCATED, self.words.truncated(clip, one), end, clips=(clip.key,), device=clip.device)
            if one is None:
                yield Finding(Kind.UNPLACED, self.words.unplaced(clip), clips=(clip.key,), device=clip.device)


def _place(finding: Finding) -> tuple[bool, float, int, str, tuple[str, ...], tuple[int, ...]]:
    """By time, those without any at the end."""
    begins = finding.span.from_at.timestamp() if finding.span else 0.0
    return finding.span is None, begins, list(Kind).index(finding.kind), finding.device, finding.clips, finding.numbers


def _tracks(clips: Iterable[Clip], readings: Sequence[ClockReading], gap: timedelta) -> tuple[Track, ...]:
    found: dict[str, list[Placed]] = defaultdict(list)
    for clip in clips:
        if clip.begun_at is not None:
            begins = true_time(clip.begun_at, clip.device, readings)
            found[clip.device].append(Placed(clip, begins, begins + (clip.duration or NOTHING)))
    return tuple(Track(device, tuple(map(tuple, runs_of(recorded_order(placed), gap)))) for device, placed in sorted(found.items()))


def _extents(tracks: Sequence[Track]) -> list[Span]:
    """The time to judge where no activity bounds it: from the first to the last moment of all clips.

    Where a clock jumped nobody knows how its two sides lie to each other, so each side is judged by itself.
    """
    steady = [one.span for track in tracks if len(track.runs) == 1 for one in track.clips]
    jumped = [hull(one.span for one in run) for track in tracks if len(track.runs) > 1 for run in track.runs]
    return united(one for one in (hull(steady), *jumped) if one)


def _dropouts(one: Placed, least: timedelta) -> list[Span]:
    """The drop-outs beyond the threshold, as far as they lie inside the clip."""
    drops = (Span(one.begins_at + begins, one.begins_at + ends) for begins, ends in one.clip.dropouts if ends - begins > least)
    return common(drops, [one.span])


def _check(clips: Sequence[Clip], photos: Sequence[Photo], span: Span | None, readings: Sequence[ClockReading]) -> None:
    keys = [*(clip.key for clip in clips), *(photo.key for photo in photos)]
    twice = [key for key, count in Tally(keys).items() if count > 1]
    if twice:
        raise ValueError(f"同一资料给出了两次：{'、'.join(twice)}。请各给一次。")
    moments: list[datetime | None] = [
        *(span or ()),
        *(clip.begun_at for clip in clips),
        *(photo.taken_at for photo in photos),
        *(moment for reading in readings for moment in (reading.device_at, reading.true_at)),
    ]
    if any(moment is not None and moment.tzinfo is None for moment in moments):
        raise ValueError("时刻须带时区，请用北京时间（UTC+8）。")
    if span and span.to_at < span.from_at:
        raise ValueError("离开时间早于到达时间。请核对活动的起止时间。")
    if any(clip.duration is not None and clip.duration < NOTHING for clip in clips):
        raise ValueError("时长不能为负。请核对资料的时长。")
