"""Original and public text side by side, line by line, cut where something is hidden: what the page of a publication shows.

Pure: an edition's words and places in, frozen values out. Serves disclosure-7.2-mask, disclosure-8.1 to disclosure-8.4.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["same", "hidden", "doubt"]
Place = Mapping[str, Any]


@dataclass(frozen=True)
class Piece:
    """Some words of a line; what is hidden or doubtful has the number by which it is opened."""

    kind: Kind
    words: str
    number: int = 0


@dataclass(frozen=True)
class Line:
    """One line of the original and of what is proposed for it."""

    label: str
    original: Sequence[Piece]
    proposed: Sequence[Piece]


@dataclass(frozen=True)
class Span:
    """One hidden or doubtful place, as it is told to whoever clicks on it."""

    number: int
    kind: str
    words: str
    replacement: str
    why: str
    provision: str
    doubtful: bool


def compared(text: str, hidden: Sequence[Place], doubts: Sequence[Place], first: int, label: str = "") -> tuple[list[Line], list[Span]]:
    """The lines of a text and its places, numbered from `first` in their order. label: of every line; without it what stands before its “：”."""
    places = sorted([(row, False) for row in hidden] + [(row, True) for row in doubts], key=lambda one: (one[0]["start"], one[1]))
    spans = [
        Span(number, row["kind"], text[row["start"] : row["end"]], "" if doubt else row["replacement"], row["why"], row["provision"], doubt)
        for number, (row, doubt) in enumerate(places, start=first)
    ]
    numbered = [(row["start"], row["end"], span) for (row, _), span in zip(places, spans, strict=True)]
    lines, begins = [], 0
    for words in text.split("\n"):
        ends = begins + len(words)
        # What is hidden over the end of a line is shown where it begins, and nothing of it on the next.
        here = [one for one in numbered if one[0] < ends and begins < one[1]]
        lines.append(
            Line(label or _label(words), list(_pieces(text, begins, ends, here, True)), list(_pieces(text, begins, ends, here, False)))
        )
        begins = ends + 1
    return lines, spans


def _label(words: str) -> str:
    head, colon, _ = words.partition("：")
    return head if colon and len(head) <= _LONGEST_LABEL else ""


#: The longest name of an item of the summary; what is longer before a colon is a sentence.
_LONGEST_LABEL = 14


def _pieces(text: str, begins: int, ends: int, here: Sequence[tuple[int, int, Span]], original: bool) -> Iterator[Piece]:
    at = begins
    for start, end, span in here:
        if start < begins:
            at = min(end, ends)
        if start < at:
            continue
        if at < start:
            yield Piece("same", text[at:start])
        words = span.words if original or span.doubtful else span.replacement
        if words:
            yield Piece("doubt" if span.doubtful else "hidden", words, span.number)
        at = min(end, ends)
    if at < ends:
        yield Piece("same", text[at:ends])
