"""Reading letter by letter: a network that keeps some numbers in mind and changes them with every letter, forwards and backwards.

Gated recurrent units (Cho and others, 2014). What stands far from a word still counts there, and how much it does was learned.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

import numpy

from .letters import NOWHERE, Letters, Numbers
from .spans import Bounds


class Remembering(Protocol):
    """Numbers of such a network; their first axis is the way it reads: forwards, backwards.

    seen: (2, width, 3 × mind), what a letter changes: how much of the mind it opens, how much stays, what is new; seen_base beside it.
    kept: (2, mind, 3 × mind), the same from what is in mind; new_base: (2, mind), what is added to what is opened of it.
    """

    @property
    def seen(self) -> Numbers: ...
    @property
    def seen_base(self) -> Numbers: ...
    @property
    def kept(self) -> Numbers: ...
    @property
    def new_base(self) -> Numbers: ...


def read(letters: Letters, layers: Remembering, whole: str, pieces: Sequence[Bounds]) -> list[Numbers]:
    """(letters, 2 × mind) of each piece of a padded text: what is in mind after each letter, read forwards, and read backwards."""
    sizes = [end - start for start, end in pieces]
    longest = max(sizes)
    places = [at if at < end else NOWHERE for start, end in pieces for at in range(start, start + longest)]
    rows = letters.seen(whole, places).reshape(len(pieces), longest, -1)
    # Read backwards the last letter comes first; what is no letter stands at the end either way.
    backwards = [[size - 1 - step if step < size else step for step in range(longest)] for size in sizes]
    both = numpy.stack([rows, numpy.take_along_axis(rows, numpy.array(backwards)[:, :, None], 1)])
    seen = (both.reshape(2, len(pieces) * longest, -1) @ layers.seen + layers.seen_base[:, None]).reshape(2, len(pieces), longest, -1)
    mind = numpy.zeros((2, len(pieces), layers.kept.shape[1]), numpy.float32)
    minds = numpy.empty((2, len(pieces), longest, mind.shape[2]), numpy.float32)
    for step in range(longest):
        mind = remembered(mind, seen[:, :, step], layers)
        minds[:, :, step] = mind
    return [numpy.concatenate([minds[0, number, :size], minds[1, number, :size][::-1]], axis=1) for number, size in enumerate(sizes)]


def remembered(mind: Numbers, seen: Numbers, layers: Remembering) -> Numbers:
    """What is in mind after one more letter; mind: (2, pieces, mind), seen: (2, pieces, 3 × mind)."""
    size = mind.shape[2]
    kept = mind @ layers.kept
    gates = gate(seen[:, :, : 2 * size] + kept[:, :, : 2 * size])
    new = numpy.tanh(seen[:, :, 2 * size :] + gates[:, :, :size] * (kept[:, :, 2 * size :] + layers.new_base[:, None]))
    found: Numbers = new + gates[:, :, size:] * (mind - new)
    return found


def gate(numbers: Numbers) -> Numbers:
    """From nought, shut, to one, open."""
    found: Numbers = 0.5 + 0.5 * numpy.tanh(0.5 * numbers)
    return found


class Piece(NamedTuple):
    """What is read at one go for some places, by their numbers."""

    start: int
    end: int
    asked: list[int]


def pieces(places: Iterable[tuple[int, Bounds]], within: Bounds, around: int, together: int) -> Iterator[Piece]:
    """What has to be read for numbered places in order, so many letters around each; those that stand near each other share a piece."""
    some: list[int] = []
    begins = ends = 0
    for number, (start, end) in places:
        if some and end - begins > together:
            yield Piece(max(within[0], begins - around), min(within[1], ends + around), some)
            some = []
        if not some:
            begins, ends = start, end
        some.append(number)
        ends = max(ends, end)
    if some:
        yield Piece(max(within[0], begins - around), min(within[1], ends + around), some)
