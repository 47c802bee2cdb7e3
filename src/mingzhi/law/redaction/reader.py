"""What a clause tells of somebody, weighed by a network that reads the text letter by letter, forwards and backwards.

Signs of a clause are weighed one by one (`clauses.py`), so that 没钱 speaks for itself wherever it stands and a turn of phrase that was never
taught says nothing. Whoever reads on knows who is spoken of and how: of 地里一年白忙 or 走路要人扶 it is the course of the words that tells.
The network keeps some numbers in mind (a gated recurrent unit; Cho and others, 2014), changes them with every letter, and of a clause hears the
loudest of each, beside those of the clauses before and after.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy

from . import taught
from .letters import NOWHERE, Letters, Numbers
from .signs import PAD, padded
from .spans import Bounds

#: What a clause can tell: nothing, means, health.
NOTHING, MEANS, HEALTH = range(3)
ANSWERS = 3
#: So many letters are read before and after the clauses that are asked about, and so many from the first of these to the last together.
AROUND, TOGETHER = 40, 160
_AT_ONCE = 64
_FILE = "reader.npz"


class Layers(NamedTuple):
    """The numbers of the network. The first axis of what it keeps in mind is the way it reads: forwards, backwards.

    rows: (signs, width). seen: (2, width, 3 × mind), what a letter changes: how much of the mind it opens, how much stays, what is new.
    kept: (2, mind, 3 × mind), the same from what is in mind. told: (6 × mind, thoughts), a clause and its neighbours. answers: (thoughts, 3).
    """

    rows: Numbers
    seen: Numbers
    seen_base: Numbers
    kept: Numbers
    new_base: Numbers
    told: Numbers
    told_base: Numbers
    answers: Numbers
    answers_base: Numbers


class Answer(NamedTuple):
    """Logarithms of odds: that a clause tells something, and that it is health rather than means."""

    weight: float
    health: float


class Reader:
    """The network that was taught, and the signs whose rows it knows."""

    def __init__(self, signs: Mapping[str, int], layers: Layers) -> None:
        self._layers = layers
        self._letters = Letters(signs, layers.rows[None])

    def answers(self, text: str, clauses: Sequence[Bounds], asked: Sequence[int]) -> list[Answer]:
        """What each clause tells that is asked about, by its number; in order, and so are the answers. The text is folded."""
        whole = padded(text)
        found: list[Answer] = []
        pieces = list(_pieces(clauses, asked, len(text)))
        for at in range(0, len(pieces), _AT_ONCE):
            some = pieces[at : at + _AT_ONCE]
            minds = self._read(whole, [(piece.start + len(PAD), piece.end + len(PAD)) for piece in some])
            heard = [_heard(mind, piece.start, clauses, number) for mind, piece in zip(minds, some, strict=True) for number in piece.asked]
            found += self._told(numpy.array(heard))
        return found

    def _read(self, whole: str, pieces: Sequence[Bounds]) -> list[Numbers]:
        """(letters, 2 × mind) of each piece: what is in mind after each letter, read forwards, and read backwards."""
        sizes = [end - start for start, end in pieces]
        longest = max(sizes)
        places = [at if at < end else NOWHERE for start, end in pieces for at in range(start, start + longest)]
        rows = self._letters.seen(whole, places).reshape(len(pieces), longest, -1)
        # Read backwards the last letter comes first; what is no letter stands at the end either way.
        backwards = [[size - 1 - step if step < size else step for step in range(longest)] for size in sizes]
        both = numpy.stack([rows, numpy.take_along_axis(rows, numpy.array(backwards)[:, :, None], 1)])
        layers = self._layers
        seen = (both.reshape(2, len(pieces) * longest, -1) @ layers.seen + layers.seen_base[:, None]).reshape(2, len(pieces), longest, -1)
        mind = numpy.zeros((2, len(pieces), layers.kept.shape[1]), numpy.float32)
        minds = numpy.empty((2, len(pieces), longest, mind.shape[2]), numpy.float32)
        for step in range(longest):
            mind = remembered(mind, seen[:, :, step], layers)
            minds[:, :, step] = mind
        return [numpy.concatenate([minds[0, number, :size], minds[1, number, :size][::-1]], axis=1) for number, size in enumerate(sizes)]

    def _told(self, heard: Numbers) -> Iterator[Answer]:
        layers = self._layers
        thoughts = numpy.maximum(heard @ layers.told + layers.told_base, 0)
        answers = thoughts @ layers.answers + layers.answers_base
        weights = numpy.logaddexp(answers[:, MEANS], answers[:, HEALTH]) - answers[:, NOTHING]
        for weight, (_, means, health) in zip(weights.tolist(), answers.tolist(), strict=True):
            yield Answer(weight, health - means)


class _Piece(NamedTuple):
    """What is read at one go for some clauses, by their numbers."""

    start: int
    end: int
    asked: list[int]


def remembered(mind: Numbers, seen: Numbers, layers: Layers) -> Numbers:
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


def _pieces(clauses: Sequence[Bounds], asked: Sequence[int], size: int) -> Iterator[_Piece]:
    """What has to be read for the clauses that are asked about; those that stand near each other share a piece."""
    some: list[int] = []
    for number in asked:
        if some and clauses[number][1] - clauses[some[0]][0] > TOGETHER:
            yield _piece(clauses, some, size)
            some = []
        some.append(number)
    if some:
        yield _piece(clauses, some, size)


def _piece(clauses: Sequence[Bounds], asked: list[int], size: int) -> _Piece:
    return _Piece(max(0, clauses[asked[0]][0] - AROUND), min(size, clauses[asked[-1]][1] + AROUND), asked)


def _heard(mind: Numbers, begins: int, clauses: Sequence[Bounds], number: int) -> Numbers:
    """The loudest of each number in a clause, in the one before and in the one after, as far as these were read; noughts where there is none."""
    found = []
    for one in (number, number - 1, number + 1):
        start, end = clauses[one] if 0 <= one < len(clauses) else (0, 0)
        letters = mind[max(0, start - begins) : max(0, end - begins)]
        found.append(letters.max(0) if len(letters) else numpy.zeros(mind.shape[1], numpy.float32))
    return numpy.concatenate(found)


def write(path: Path, signs: Sequence[str], layers: Layers, learned_from: str) -> None:
    """Keep what was learned."""
    taught.write(path, signs, layers._asdict(), learned_from)


def read(path: Path) -> tuple[Reader, str]:
    """(the network, what it was learned from)."""
    kept = taught.read(path)
    return Reader(kept.signs, Layers(**kept.numbers)), kept.learned_from


def kept() -> tuple[Reader, str]:
    """The one of this package, and what it was learned from."""
    with taught.of_this_package(_FILE) as path:
        return read(path)


@cache
def reader() -> Reader:
    """The one that was taught, read once."""
    return kept()[0]
