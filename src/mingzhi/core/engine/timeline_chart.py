"""The time line of an activity as a picture (SVG) and as a list in words: cameras, photographs, and in red what nobody recorded.

Pure drawing: text stays text, there is no script and no style that a strict page would refuse. Sizes are in CSS pixels.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import escape

from mingzhi.law.continuity import Continuity, Kind, Span
from mingzhi.law.continuity.spans import common, hull, united, without
from mingzhi.law.continuity.wording import device_words, length_words, verdict, wording_of
from mingzhi.law.periods import SHANGHAI

from .flow_chart import width_of

_TEXT, _SMALL = 13, 12
_LEFT, _RIGHT, _TOP = 124, 16, 46
_ROW, _BAR = 38, 20
_LABELS = 3  # lines below the last row on which lengths of gaps find room
#: Nothing is too short to be seen.
_LEAST = 3.0
#: From tick to tick, in seconds; the first that leaves room is taken.
_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200, 86400)
_RECORDED, _MISSING, _FILLED = "#2f6496", "#b3261e", "#6b7280"


@dataclass(frozen=True, slots=True)
class Told:
    """One part of the list in words: a heading and its lines."""

    heading: str
    lines: tuple[str, ...]


def timeline_words(judgement: Continuity) -> tuple[Told, ...]:
    """Everything the picture shows, for whoever cannot see it: the verdict, what was found, each camera, the photographs."""
    words = wording_of(judgement)
    parts = [Told("结论", (verdict(judgement),))]
    if judgement.findings:
        parts.append(Told("发现", tuple(f"{finding.kind.label}：{finding.sentence}" for finding in judgement.findings)))
    for track in judgement.tracks:
        lines = (f"{words.span(one.span)}，{length_words(one.span.length)}，{one.clip.name}" for one in track.clips)
        parts.append(Told(device_words(track.device), tuple(lines)))
    if judgement.photos:
        parts.append(Told("照片", tuple(f"{words.at(at)}，{photo.name}" for photo, at in judgement.photos)))
    return tuple(parts)


def timeline_svg(judgement: Continuity, *, name: str = "timeline", width_px: int = 960) -> str:
    """The picture as one SVG element with title and description; empty where there is no time to draw.

    `name` keeps the marks of several pictures on one page apart: letters and hyphens.
    """
    whole = hull(judgement.extents)
    if whole is None or not whole.length:
        return ""
    return _Drawing(judgement, whole, name, width_px).draw()


class _Drawing:
    """Rows from top to bottom: the activity, each camera, photographs; then the bands of what is missing."""

    def __init__(self, judgement: Continuity, whole: Span, name: str, width_px: int) -> None:
        self.judgement, self.name, self.width = judgement, name, width_px
        margin = whole.length * 0.02
        self.range = Span(whole.from_at - margin, whole.to_at + margin)
        self.scale = (width_px - _LEFT - _RIGHT) / self.range.length.total_seconds()
        self.words = wording_of(judgement)
        self.parts: list[str] = []
        self.y = float(_TOP)
        self.bottom = self.y

    def draw(self) -> str:
        """All rows, in order."""
        self._axis()
        self._activity()
        self._missing()
        if not self.judgement.tracks:
            self._row("录像")
            self.y += _ROW
        for track in self.judgement.tracks:
            self._row(device_words(track.device))
            filled = [one.span for one in self.judgement.of(Kind.FILLED) if one.span and one.device == track.device]
            for span in filled:
                self._bar(span, "filled", fill="none", stroke=_FILLED, dashed=True)
            for one in track.clips:
                drops = [found.span for found in self.judgement.of(Kind.DROPOUT) if found.span and found.clips == (one.clip.key,)]
                for part in without([one.span], drops):
                    self._bar(part, "clip", fill=_RECORDED, stroke="#ffffff", hint=f"{one.clip.name}，{self.words.span(one.span)}")
                for drop in drops:
                    self._bar(drop, "dropout", fill=f"url(#{self.name}-missing)", stroke=_MISSING)
                self._number(one.span, one.clip.number)
            self._beyond([one.span for one in track.clips])
            self.y += _ROW
        self._photos()
        self.y = self.bottom + 12
        return self._whole()

    def _x(self, at: datetime) -> float:
        return _LEFT + (at - self.range.from_at).total_seconds() * self.scale

    def _text(self, x: float, y: float, text: str, *, size: float = _TEXT, anchor: str = "start", kind: str = "", fill: str = "") -> None:
        marks = (f' class="{kind}"' if kind else "") + (f' fill="{fill}"' if fill else "")
        self.parts.append(f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}"{marks}>{escape(text)}</text>')

    def _row(self, title: str, *, based: bool = True) -> None:
        """The name of a row, shortened to its room, and its base line. Of a long number the end tells it from others."""
        shown = title
        while width_of(shown, _TEXT) > _LEFT - 12:
            shown = "…" + shown.lstrip("…")[1:]
        hint = f"<title>{escape(title)}</title>" if shown != title else ""
        self.parts.append(f'<text x="0" y="{self.y + _BAR / 2 + 5:.1f}" font-size="{_TEXT}">{escape(shown)}{hint}</text>')
        if not based:
            return
        middle = self.y + _BAR / 2
        self.parts.append(
            f'<line x1="{_LEFT}" y1="{middle:.1f}" x2="{self.width - _RIGHT}" y2="{middle:.1f}" '
            'stroke="currentColor" stroke-opacity="0.25"/>'
        )

    def _bar(self, span: Span, kind: str, *, fill: str, stroke: str = "", dashed: bool = False, hint: str = "") -> None:
        for part in common([span], [self.range]):
            begins = self._x(part.from_at)
            wide = max(_LEAST, self._x(part.to_at) - begins)
            edge = f' stroke="{stroke}"' if stroke else ""
            dash = ' stroke-dasharray="4 3"' if dashed else ""
            inside = f"<title>{escape(hint)}</title>" if hint else ""
            self.parts.append(
                f'<rect x="{begins:.1f}" y="{self.y:.1f}" width="{wide:.1f}" height="{_BAR}" class="{kind}" fill="{fill}"{edge}{dash}>'
                f"{inside}</rect>"
            )

    def _number(self, span: Span, number: int | None) -> None:
        """The number of a clip, where the bar has room for it."""
        shown = span.shared(self.range)
        text = "" if number is None else f"{number:04d}"
        if shown and text and (self._x(shown.to_at) - self._x(shown.from_at)) > width_of(text, _SMALL) + 8:
            middle = (self._x(shown.from_at) + self._x(shown.to_at)) / 2
            self._text(middle, self.y + _BAR / 2 + 4.5, text, size=_SMALL, anchor="middle", kind="on", fill="#ffffff")

    def _beyond(self, spans: list[Span]) -> None:
        """How many clips lie outside of what is drawn."""
        before = sum(span.to_at <= self.range.from_at for span in spans)
        after = sum(span.from_at >= self.range.to_at for span in spans)
        # A white rim keeps the words legible on the band of a gap.
        rim = 'stroke="#ffffff" stroke-width="4" stroke-linejoin="round" paint-order="stroke"'
        y = self.y + _BAR + 13
        for count, x, anchor, text in (
            (before, _LEFT + 2, "start", f"◀ 此前另有 {before} 段"),
            (after, self.width - _RIGHT, "end", f"此后另有 {after} 段 ▶"),
        ):
            if count:
                self.parts.append(f'<text x="{x}" y="{y:.1f}" font-size="{_SMALL}" text-anchor="{anchor}" {rim}>{text}</text>')

    def _axis(self) -> None:
        """Ticks at round times, as dense as their words allow."""
        room = width_of("00:00:00", _SMALL) + 18
        step = next((one for one in _STEPS if one * self.scale >= room), _STEPS[-1])
        midnight = self.range.from_at.astimezone(SHANGHAI).replace(hour=0, minute=0, second=0, microsecond=0)
        count = int((self.range.from_at - midnight).total_seconds() // step) + 1
        while (tick := midnight + timedelta(seconds=count * step)) < self.range.to_at:
            x = self._x(tick)
            clock = f"{tick:%H:%M:%S}" if step < 60 else f"{tick:%H:%M}"
            self.parts.append(
                f'<line x1="{x:.1f}" y1="{_TOP - 16}" x2="{x:.1f}" y2="{_TOP - 10}" stroke="currentColor" stroke-opacity="0.6"/>'
            )
            self._text(x, _TOP - 20, clock, size=_SMALL, anchor="middle")
            count += 1
        day = self.range.from_at.astimezone(SHANGHAI)
        self._text(0, _TOP - 20, f"{day.year}-{day:%m-%d}", size=_SMALL)

    def _activity(self) -> None:
        """The time on the scene, or without one what the clips span."""
        self._row("活动" if self.judgement.span else "核对的时间", based=False)
        for span in self.judgement.extents:
            self._bar(span, "activity", fill="none", stroke="currentColor")
            if self.judgement.span:
                words = f"{self.words.at(span.from_at)} 到达　{self.words.at(span.to_at)} 离开　共 {length_words(span.length)}"
                if width_of(words, _SMALL) + 12 < self._x(span.to_at) - self._x(span.from_at):
                    middle = (self._x(span.from_at) + self._x(span.to_at)) / 2
                    self._text(middle, self.y + _BAR / 2 + 4.5, words, size=_SMALL, anchor="middle")
        self.y += _ROW

    def _photos(self) -> None:
        if not self.judgement.photos:
            return
        self._row("照片")
        middle = self.y + _BAR / 2
        for photo, at in self.judgement.photos:
            if self.range.from_at <= at <= self.range.to_at:
                x = self._x(at)
                self.parts.append(
                    f'<path d="M{x:.1f} {middle - 7:.1f} l7 7 l-7 7 l-7 -7 z" class="photo" fill="currentColor">'
                    f"<title>{escape(photo.name)}，{self.words.at(at)}</title></path>"
                )
        self.y += _ROW

    def _missing(self) -> None:
        """A band behind all rows for each piece nobody recorded, its length below on the first line that has room."""
        rows = max(1, len(self.judgement.tracks)) + bool(self.judgement.photos)
        top, bottom = self.y - 8, self.y + _ROW * (rows - 1) + _BAR + 8
        ends = [-1.0] * _LABELS
        used = 0
        for piece in united(self.judgement.uncovered):
            begins = self._x(piece.from_at)
            wide = max(_LEAST, self._x(piece.to_at) - begins)
            hint = f"{self.words.span(piece)} 没有记录，{length_words(piece.length)}"
            self.parts.append(
                f'<rect x="{begins:.1f}" y="{top:.1f}" width="{wide:.1f}" height="{bottom - top:.1f}" class="missing" '
                f'fill="url(#{self.name}-missing)" stroke="{_MISSING}"><title>{escape(hint)}</title></rect>'
            )
            text = f"缺 {length_words(piece.length)}"
            half = width_of(text, _TEXT) / 2
            x = min(max(begins + wide / 2, _LEFT + half), self.width - _RIGHT - half)
            line = next((place for place, end in enumerate(ends) if x - half > end + 6), None)
            if line is not None:
                ends[line] = x + half
                used = max(used, line + 1)
                self._text(x, bottom + 17 * (line + 1), text, anchor="middle", kind="missing", fill=_MISSING)
        self.bottom = bottom + 17 * used

    def _legend(self) -> Iterator[str]:
        """What the marks mean; only of marks that there are."""
        if self.judgement.tracks:
            yield f'<rect width="22" height="12" fill="{_RECORDED}"/>|有录像'
        if self.judgement.uncovered or any(not found.filled_by for found in self.judgement.of(Kind.DROPOUT)):
            yield f'<rect width="22" height="12" fill="url(#{self.name}-missing)" stroke="{_MISSING}"/>|没有记录'
        if self.judgement.of(Kind.FILLED):
            yield f'<rect width="22" height="12" fill="none" stroke="{_FILLED}" stroke-dasharray="4 3"/>|该机未录，另有设备记录'
        if self.judgement.photos:
            yield '<path d="M11 -1 l7 7 l-7 7 l-7 -7 z" fill="currentColor"/>|照片'

    def _whole(self) -> str:
        x = float(_LEFT)
        for mark, _, text in (one.partition("|") for one in self._legend()):
            self.parts.append(f'<g transform="translate({x:.1f} {self.y:.1f})">{mark}</g>')
            self._text(x + 28, self.y + 11, text, size=_SMALL)
            x += 28 + width_of(text, _SMALL) + 22
        height = self.y + 24
        said = " ".join([verdict(self.judgement), *(f"{one.kind.label}：{one.sentence}" for one in self.judgement.findings)])
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {self.width} {height:.0f}" width="{self.width}" '
            f'height="{height:.0f}" font-family="sans-serif" fill="currentColor" class="timeline"><title>记录时间线</title>'
            f"<desc>{escape(said)}</desc>"
            f'<defs><pattern id="{self.name}-missing" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
            f'<rect width="7" height="7" fill="#fdecea"/><line x1="0" y1="0" x2="0" y2="7" stroke="{_MISSING}" stroke-width="3"/>'
            f"</pattern></defs>{''.join(self.parts)}</svg>"
        )
