"""A flow as a picture (SVG): the ordinary way down the middle, returns on the left, exits on the right.

Pure drawing: text stays text, there is no script and no style that a strict page would refuse. Sizes are in CSS pixels.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape
from unicodedata import east_asian_width

from .flow import Flow, Step, Way
from .procedure import Action

_BOX, _SIDE = 330, 200  # widths of a stage on the way and beside it
_TITLE, _TEXT = 15, 12.5  # sizes of letters
_LINE = 18  # from line to line
_PAD, _GAP = 12, 34
#: Marks that never begin a line.
_CLOSING = "、，。；：）》”"
_LABEL = 186  # room for the words of a way, left and right of the middle
_LANE = 14


def width_of(text: str, size: float) -> float:
    """How wide a text is, near enough: a Chinese letter is square, a Latin one a little more than half."""
    return sum(size if east_asian_width(letter) in "WF" else size * 0.56 for letter in text)


def wrapped(text: str, size: float, room: float) -> list[str]:
    """The text in lines no wider than the room; broken between letters, as Chinese is."""
    lines, line = [], ""
    for letter in text:
        if line and width_of(line + letter, size) > room and letter not in _CLOSING:
            lines.append(line)
            line = ""
        line += letter
    return [*lines, line] if line else lines


@dataclass
class Box:
    """One stage as drawn."""

    step: Step
    x: float
    width: float
    lines: list[str]
    y: float = 0
    #: Heights already taken by lines that leave or reach the box on either side.
    left: float = 0
    right: float = 0

    @property
    def height(self) -> float:
        needed = max(self.left, self.right)
        return max(2 * _PAD + _TITLE + 6 + _LINE * len(self.lines), needed + _PAD)

    @property
    def middle(self) -> float:
        return self.x + self.width / 2


@dataclass
class _Sheet:
    """What has been drawn so far."""

    parts: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, text: str, *, size: float = _TEXT, anchor: str = "start", kind: str = "") -> None:
        mark = f' class="{kind}"' if kind else ""
        self.parts.append(f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}"{mark}>{escape(text)}</text>')

    def line(self, points: Sequence[tuple[float, float]], *, arrow: bool = True, dashed: bool = False) -> None:
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        end = ' marker-end="url(#to)"' if arrow else ""
        dash = ' stroke-dasharray="4 3"' if dashed else ""
        self.parts.append(f'<polyline points="{path}" fill="none" stroke="currentColor" stroke-width="1.2"{dash}{end}/>')

    def box(self, box: Box) -> None:
        # Names of their own: width and height of a page's class would be taken for those of the box.
        kind = "stage-end" if box.step.end else "stage-main" if box.step.main else "stage-side"
        self.parts.append(
            f'<rect x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width}" height="{box.height:.1f}" rx="6" class="{kind}" '
            f'fill="none" stroke="currentColor" stroke-width="{2.4 if box.step.end else 1.2}"/>'
        )
        self.text(box.middle, box.y + _PAD + _TITLE - 3, box.step.title, size=_TITLE, anchor="middle", kind="stage-title")
        for place, line in enumerate(box.lines, start=1):
            self.text(box.x + _PAD, box.y + _PAD + _TITLE + 4 + _LINE * place - 3, line)


def words_of(actions: Iterable[Action]) -> str:
    """“移送、终止调查”; what only follows from another matter is marked so."""
    return "、".join(f"{action.title}（随有关办件）" if action.follows else action.title for action in actions)


def as_svg(flow: Flow) -> str:
    """The chart as one SVG element with title and description; as wide as it must be, to be scrolled or scaled by the page."""
    return _Drawing(flow).draw()


class _Drawing:
    """Places boxes from top to bottom, then draws the ways between them."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.sheet = _Sheet()
        self.widespread = frozenset(flow.widespread())
        self.main = [step for step in flow.steps if step.main]
        self.place = {step.stage: number for number, step in enumerate(self.main)}
        targets_back = {way.target for step in self.main for way in step.ways if self._is_back(way)}
        targets_on = {way.target for step in self.main for way in step.ways if self._is_skip(way)}
        self.left_lanes = {stage: number for number, stage in enumerate(sorted(targets_back, key=self._rank))}
        self.right_lanes = {stage: number for number, stage in enumerate(sorted(targets_on, key=self._rank, reverse=True))}
        self.x = (_LABEL if self.left_lanes else 20) + _LANE * len(self.left_lanes) + 10
        self.side_x = self.x + _BOX + _LABEL + _LANE * len(self.right_lanes) + 30
        self.boxes: dict[str, Box] = {}

    def _rank(self, stage: str) -> int:
        return self.place.get(stage, len(self.place) + [step.stage for step in self.flow.steps].index(stage))

    def _is_back(self, way: Way) -> bool:
        return way.target in self.place and self.place[way.target] < self.place[way.source]

    def _is_skip(self, way: Way) -> bool:
        return way.target not in self.place or self.place[way.target] > self.place[way.source] + 1

    def draw(self) -> str:
        height = self._lay_main(20)
        height = max(height, self._lay_sides())
        for box in self.boxes.values():
            self.sheet.box(box)
        for step in self.main:
            self._draw_ways(step)
        sides = any(not step.main for step in self.flow.steps)
        width = self.side_x + _SIDE + 20 if sides else self.side_x
        height += _PAD
        for lead, actions in (
            ("多数环节都可以：", sorted(self.widespread, key=lambda one: one.code)),
            ("任何环节都可以：", self.flow.always),
        ):
            for line in wrapped(lead + words_of(actions), _TEXT, width - 40) if actions else ():
                height += _LINE
                self.sheet.text(20, height, line)
        return self._whole(width, height + 20)

    def _lay_main(self, y: float) -> float:
        openings = words_of(action for way in self.flow.openings for action in way.actions)
        for line in wrapped(f"开始：{openings}", _TEXT, _BOX):
            y += _LINE
            self.sheet.text(self.x + _BOX / 2, y, line, anchor="middle")
        y += 6
        self.sheet.line([(self.x + _BOX / 2, y), (self.x + _BOX / 2, y + _GAP - 4)])
        y += _GAP
        for number, step in enumerate(self.main):
            box = Box(step, self.x, _BOX, wrapped(self._inside(step), _TEXT, _BOX - 2 * _PAD), y)
            self._reserve(box)
            self.boxes[step.stage] = box
            y += box.height
            if number + 1 < len(self.main):
                direct = wrapped(self._direct_words(step, self.main[number + 1]), _TEXT, _BOX / 2 - 8)
                y += max(_GAP, _LINE * len(direct) + 14)
        return y

    def _inside(self, step: Step) -> str:
        return words_of(action for action in step.inside if action not in self.widespread)

    def _direct_words(self, step: Step, following: Step) -> str:
        return words_of(action for way in step.ways if way.target == following.stage for action in way.actions)

    def _reserve(self, box: Box) -> None:
        """Room beside the box for the words of every way that leaves it there."""
        for way in box.step.ways:
            lines = len(wrapped(words_of(way.actions), _TEXT, _LABEL - 20))
            if self._is_back(way):
                box.left += _LINE * lines + 10
            elif self._is_skip(way):
                box.right += _LINE * lines + 10

    def _lay_sides(self) -> float:
        """Stages beside the way, each no higher than where it is first reached, none upon another."""
        free = 20.0
        sides = [step for step in self.flow.steps if not step.main]
        reached = self._reached()
        for step in sorted(sides, key=lambda one: reached[one.stage]):
            told = [self._inside(step)] if step.inside else []
            told += [f"{words_of(way.actions)} → {self.flow.step(way.target).title}" for way in step.ways]
            lines = [line for text in told for line in wrapped(text, _TEXT, _SIDE - 2 * _PAD)]
            top = self.boxes[self.main[int(reached[step.stage])].stage].y
            box = Box(step, self.side_x, _SIDE, lines, max(free, top))
            self.boxes[step.stage] = box
            free = box.y + box.height + 20
        return free

    def _reached(self) -> dict[str, float]:
        """How far down each stage beside the way is first reached; one that only another leads to comes after that one."""
        found: dict[str, float] = dict(self.place)
        for _ in self.flow.steps:
            for step in self.flow.steps:
                for way in step.ways:
                    if way.target not in self.place and step.stage in found:
                        beyond = found[step.stage] + (0 if step.main else 0.1)
                        found[way.target] = min(found.get(way.target, beyond), beyond)
        return {step.stage: found.get(step.stage, 0) for step in self.flow.steps}

    def _draw_ways(self, step: Step) -> None:
        box = self.boxes[step.stage]
        left, right = box.y + 8, box.y + 8
        for way in step.ways:
            dashed = all(action.follows for action in way.actions)
            words = wrapped(words_of(way.actions), _TEXT, _LABEL - 20)
            if self._is_back(way):
                left = self._turn(box, self.boxes[way.target], left, words, dashed, -1)
            elif self._is_skip(way):
                right = self._turn(box, self.boxes[way.target], right, words, dashed, 1)
            else:
                self._down(box, self.boxes[way.target], wrapped(words_of(way.actions), _TEXT, _BOX / 2 - 8), dashed)

    def _down(self, box: Box, target: Box, words: list[str], dashed: bool) -> None:
        top = box.y + box.height
        self.sheet.line([(box.middle, top), (box.middle, target.y - 4)], dashed=dashed)
        start = (top + target.y) / 2 - _LINE * (len(words) - 1) / 2 + 4
        for place, line in enumerate(words):
            self.sheet.text(box.middle + 8, start + _LINE * place, line)

    def _turn(self, box: Box, target: Box, y: float, words: list[str], dashed: bool, side: int) -> float:
        """A way out at the side: words, then a line to the lane of its target, along it, and into the target."""
        for place, line in enumerate(words, start=1):
            self.sheet.text(
                box.x - 10 if side < 0 else box.x + box.width + 10, y + _LINE * place - 4, line, anchor="end" if side < 0 else "start"
            )
        y += _LINE * len(words) + 2
        edge = box.x if side < 0 else box.x + box.width
        stage = target.step.stage
        if side < 0:
            lane = self.x - _LABEL - _LANE * self.left_lanes[stage]
            entry = (target.x - 4, target.y + target.height - 8)
        else:
            lane = self.x + _BOX + _LABEL + _LANE * self.right_lanes[stage]
            entry = (
                (target.x - 4, target.y + _PAD + 6) if not target.step.main else (target.x + target.width + 4, target.y + target.height - 8)
            )
        self.sheet.line([(edge, y), (lane, y), (lane, entry[1]), entry], dashed=dashed)
        return y + 8

    def _whole(self, width: float, height: float) -> str:
        title = f"{self.flow.procedure.title}流程图"
        way = " → ".join(step.title for step in self.main)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}" '
            f'font-family="sans-serif" fill="currentColor"><title>{escape(title)}</title><desc>{escape(way)}</desc>'
            '<defs><marker id="to" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">'
            '<path d="M0 0 L8 4 L0 8 z" fill="currentColor"/></marker></defs>'
            f"{''.join(self.sheet.parts)}</svg>"
        )
