"""The labelled passages of `tests/law/redaction/corpus`, and how well something that hides spans does on them.

A passage marks what must go, `<name:张三>`, and what must stay, `<keep:石壕镇>`; `<person:时光>` is a name that the matter knows and `<officer:吴敏>`
one that it knows and shows. Passages stand apart by a line `--`. `development.txt` may be looked at while rules are made, `learning.txt` teaches what
signs of a name weigh (both do), `unseen.txt` only measures: nobody who makes rules reads it. So does `prose.txt`, in which nothing has to go.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from mingzhi.law.redaction import Person, Role

#: The files that teach.
TEACHING = ("development", "learning")
KEEP, PERSON, OFFICER = "keep", "person", "officer"
_MARK = re.compile(r"<(?P<kind>[a-z]+):(?P<text>[^<>]*)>")

Marked = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, with (start, end, kind) of what must go and of what must stay."""

    text: str
    gone: tuple[Marked, ...]
    kept: tuple[Marked, ...]

    @property
    def people(self) -> list[Person]:
        """Whom the matter knows: people named as such, and officers."""
        return [
            Person(self.text[start:end], Role.OFFICER if kind == OFFICER else Role.OTHER)
            for start, end, kind in (*self.gone, *self.kept)
            if kind in (PERSON, OFFICER)
        ]


#: Spans that are hidden in a passage, with the kind that the hider gives them.
Hider = Callable[[Passage], Iterable[Marked]]


def read_passages(path: Path) -> list[Passage]:
    """The passages of one file."""
    return [_passage(block.strip("\n")) for block in re.split(r"^--$", path.read_text("utf-8"), flags=re.MULTILINE) if block.strip()]


def _passage(marked: str) -> Passage:
    parts, at, size, spans = [], 0, 0, []
    for mark in _MARK.finditer(marked):
        plain = marked[at : mark.start()]
        start = size + len(plain)
        parts += (plain, mark["text"])
        size, at = start + len(mark["text"]), mark.end()
        spans.append((start, size, mark["kind"]))
    text = "".join((*parts, marked[at:]))
    return Passage(
        text, tuple(one for one in spans if one[2] not in (KEEP, OFFICER)), tuple(one for one in spans if one[2] in (KEEP, OFFICER))
    )


def digest(paths: Iterable[Path]) -> str:
    """By what passages can be told apart from others: whether weights were learned from them as they stand."""
    return sha256(b"\0".join(path.read_bytes() for path in sorted(paths))).hexdigest()[:16]


@dataclass
class Score:
    """Counts of one kind. found of wanted: recall. right of hidden: precision."""

    wanted: int = 0
    found: int = 0
    hidden: int = 0
    right: int = 0

    @property
    def recall(self) -> float:
        return self.found / self.wanted if self.wanted else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.hidden if self.hidden else 1.0


@dataclass
class Result:
    """What one hider did: scores by kind, protected spans it touched, what it missed and what it hid without need."""

    kinds: dict[str, Score] = field(default_factory=dict)
    protected: int = 0
    touched: int = 0
    missed: list[tuple[str, str, str]] = field(default_factory=list)
    wrong: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def whole(self) -> Score:
        return Score(*(sum(getattr(one, name) for one in self.kinds.values()) for name in ("wanted", "found", "hidden", "right")))


def scored(passages: Iterable[Passage], hide: Hider) -> Result:
    """What must go is found when each of its letters is hidden, of a name all but the surname; blanks in it do not count."""
    result = Result()
    for passage in passages:
        spans = sorted(hide(passage))
        covered = {at for start, end, _ in spans for at in range(start, end)}
        for start, end, kind in passage.gone:
            score = result.kinds.setdefault(kind, Score())
            score.wanted += 1
            if all(at in covered or passage.text[at].isspace() for at in range(start, end)):
                score.found += 1
            else:
                result.missed.append((kind, passage.text[start:end], passage.text))
        for start, end, kind in spans:
            met = next((one[2] for one in passage.gone if start < one[1] and one[0] < end), kind)
            score = result.kinds.setdefault(PERSON if met == PERSON else kind, Score())
            score.hidden += 1
            if any(start < last and first < end for first, last, _ in passage.gone):
                score.right += 1
            else:
                result.wrong.append((kind, passage.text[start:end], passage.text))
        for start, end, _ in passage.kept:
            result.protected += 1
            result.touched += not covered.isdisjoint(range(start, end))
    return result
