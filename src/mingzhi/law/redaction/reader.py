"""What a clause tells of somebody, weighed by a network that reads the text letter by letter, forwards and backwards.

Signs of a clause are weighed one by one (`clauses.py`), so that 没钱 speaks for itself wherever it stands and a turn of phrase that was never
taught says nothing. Whoever reads on knows who is spoken of and how: of 地里一年白忙 or 走路要人扶 it is the course of the words that tells.
Of what the network has in mind (`recurrence.py`) it hears in a clause the loudest of each number, beside those of the clauses before and after.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy

from . import recurrence, taught
from .letters import Letters, Numbers
from .recurrence import pieces
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
    """The numbers of the network: rows of signs, what it remembers by (`Remembering`), told: (6 × mind, thoughts), a clause and its neighbours,
    and answers: (thoughts, 3)."""

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
        to_read = list(pieces(((number, clauses[number]) for number in asked), (0, len(text)), AROUND, TOGETHER))
        for at in range(0, len(to_read), _AT_ONCE):
            some = to_read[at : at + _AT_ONCE]
            minds = recurrence.read(self._letters, self._layers, whole, [(one.start + len(PAD), one.end + len(PAD)) for one in some])
            heard = [_heard(mind, piece.start, clauses, number) for mind, piece in zip(minds, some, strict=True) for number in piece.asked]
            found += self._told(numpy.array(heard))
        return found

    def _told(self, heard: Numbers) -> Iterator[Answer]:
        layers = self._layers
        thoughts = numpy.maximum(heard @ layers.told + layers.told_base, 0)
        answers = thoughts @ layers.answers + layers.answers_base
        weights = numpy.logaddexp(answers[:, MEANS], answers[:, HEALTH]) - answers[:, NOTHING]
        for weight, (_, means, health) in zip(weights.tolist(), answers.tolist(), strict=True):
            yield Answer(weight, health - means)


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
