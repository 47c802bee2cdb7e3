"""How much each sign of a name weighs, learned from passages in which every name is marked.

Logistic regression, one candidate at a time, with a step of its own for each sign and a penalty that leaves most signs without weight
(FTRL-Proximal; McMahan and others, Ad Click Prediction, 2013). The same passages give the same weights.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mingzhi.law.redaction.folding import folded
from mingzhi.law.redaction.signs import JOINS, PAD, around, beside, near, of_head, padded
from mingzhi.law.redaction.spans import Bounds
from mingzhi.law.redaction.weighing import EVERYTHING, Hopeless, Weigher

_ROUNDS = 10
_STEP, _SLOWING, _SPARSE, _SMALL = 0.3, 0.1, 1.0, 0.3
#: How often a neighbour in a list is not shown: while names are looked for, some are not found yet.
_UNSEEN = 0.25
_SURE = 1e-3
#: Of a thousand names, so many may be given up because of their first letters alone, and as many because of their near signs.
_GIVEN_UP = 2 / 1000
_SEED = 1


@dataclass(frozen=True, slots=True)
class Example:
    """The signs of one candidate, those of its neighbours in a list, and whether it is a name. `head`: those of its first letters."""

    head: list[str]
    near: list[str]
    far: list[str]
    beside: tuple[bool, bool]
    is_name: bool


def examples(text: str, names: Iterable[Bounds]) -> Iterator[Example]:
    """Every candidate of a text in which names stand at these places."""
    size = len(PAD)
    marked = padded(folded(text))
    places = {(start + size, end + size) for start, end in names}
    begins, ends = {start for start, _ in places}, {end for _, end in places}
    for _, one in Weigher({}, EVERYTHING).near(marked, EVERYTHING):
        yield Example(
            of_head(marked[one.start : one.start + 2]) if one.surname == 1 else [],
            near(marked, one),
            around(marked, one),
            (
                marked[one.start - 1] in JOINS and one.start - 1 in ends,
                marked[one.end] in JOINS and one.end + 1 in begins,
            ),
            (one.start, one.end) in places,
        )


def learn(given: Sequence[Example]) -> tuple[dict[str, float], Hopeless]:
    """(weights of the signs that have one, below which sums of them there is no hope)."""
    weights = _Weights()
    chance = random.Random(_SEED)
    order = list(range(len(given)))
    for _ in range(_ROUNDS):
        chance.shuffle(order)
        for index in order:
            one = given[index]
            seen = (one.beside[0] and chance.random() > _UNSEEN, one.beside[1] and chance.random() > _UNSEEN)
            weights.meet([*one.near, *one.far, *beside(*seen)], one.is_name)
    found = {sign: round(weight, 2) for sign, weight in weights.all() if abs(weight) >= 0.01}
    names = [one for one in given if one.is_name]
    return found, Hopeless(_least(found, [one.head for one in names if one.head]), _least(found, [one.near for one in names]))


def _least(weights: dict[str, float], of_names: Sequence[list[str]]) -> float:
    """What all but a few of them weigh."""
    sums = sorted(sum(weights.get(sign, 0.0) for sign in signs) for signs in of_names)
    return round(sums[int(len(sums) * _GIVEN_UP)], 2) if sums else float("-inf")


class _Weights:
    """Sums of gradients and of their squares, by sign; the weights follow from them."""

    def __init__(self) -> None:
        self._sums: dict[str, float] = {}
        self._squares: dict[str, float] = {}

    def meet(self, signs: Sequence[str], is_name: bool) -> None:
        """Learn from one candidate."""
        weights = {sign: weight for sign in signs if (weight := self._weight(sign))}
        total = sum(weights.get(sign, 0.0) for sign in signs)
        wrong = 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - is_name
        if abs(wrong) < _SURE:
            return
        square = wrong * wrong
        sums, squares = self._sums, self._squares
        for sign in signs:
            before = squares.get(sign, 0.0)
            step = (math.sqrt(before + square) - math.sqrt(before)) / _STEP
            sums[sign] = sums.get(sign, 0.0) + wrong - step * weights.get(sign, 0.0)
            squares[sign] = before + square

    def all(self) -> Iterator[tuple[str, float]]:
        """Every sign that has a weight."""
        for sign in sorted(self._sums):
            if weight := self._weight(sign):
                yield sign, weight

    def _weight(self, sign: str) -> float:
        total = self._sums.get(sign)
        if total is None or -_SPARSE <= total <= _SPARSE:
            return 0.0
        return -(total - math.copysign(_SPARSE, total)) / ((_SLOWING + math.sqrt(self._squares[sign])) / _STEP + _SMALL)
