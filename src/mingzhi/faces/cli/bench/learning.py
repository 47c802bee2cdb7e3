"""How much each sign of a name weighs, learned from passages in which every name is marked.

Logistic regression, one candidate at a time, with a step of its own for each sign and a penalty that leaves most signs without weight
(FTRL-Proximal; McMahan and others, Ad Click Prediction, 2013). The same passages give the same weights.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mingzhi.law.redaction.company import Company
from mingzhi.law.redaction.folding import folded
from mingzhi.law.redaction.signs import PAD, Candidate, around, company, near, of_head, padded, rival
from mingzhi.law.redaction.spans import Bounds
from mingzhi.law.redaction.weighing import EVERYTHING, Hopeless, Weigher, rivals
from mingzhi.law.redaction.weightlists import total

_ROUNDS = 10
_STEP, _SLOWING, _SPARSE, _SMALL = 0.3, 0.1, 1.0, 0.3
#: How often another name is not shown: while names are looked for, some are not found yet.
_UNSEEN = 0.25
_SURE = 1e-3
_LEAST_KEPT = 0.01
_NOTHING = float("-inf")
#: Of a thousand names that weights did not learn from, so many may be given up because of their first letters alone, and so many because of
#: their near signs. First letters say little about seldom names, which are found at second look; near signs say more.
_GIVEN_UP_BY_HEAD, _GIVEN_UP = 4.5 / 1000, 16 / 1000
_SEED = 1


@dataclass(frozen=True, slots=True)
class Example:
    """One candidate, its signs, the company that names are to it, and whether it is one. `head`: the signs of its first letters."""

    one: Candidate
    head: list[str]
    near: list[str]
    far: list[str]
    company: tuple[bool, bool, int]
    is_name: bool


_ALONE = (False, False, 0)


@dataclass(frozen=True, slots=True)
class Shown:
    """What is learned from at once: all signs but for company, whether it is what is looked for, and company."""

    signs: list[str]
    is_one: bool
    company: tuple[bool, bool, int] = _ALONE


def examples(text: str, names: Iterable[Bounds]) -> list[Example]:
    """Every candidate of a text in which names stand at these places."""
    size = len(PAD)
    marked = padded(folded(text))
    places = {(start + size, end + size) for start, end in names}
    others = Company(marked, places)
    return [
        Example(
            one,
            of_head(marked[one.start : one.start + 2]) if one.surname == 1 else [],
            near(marked, one),
            around(marked, one),
            others.of(one),
            (one.start, one.end) in places,
        )
        for _, one in Weigher({}, {}, EVERYTHING).looked(marked, EVERYTHING)
    ]


def learn(given: Sequence[Sequence[Example]]) -> tuple[dict[str, float], dict[str, float], Hopeless]:
    """(weights at first look, weights of all signs, below which sums at first look there is no hope), from the candidates of each text.

    What has no hope and what rivals weigh is told by halves: weights think better of the names that they were learned from than of others.
    """
    chance = random.Random(_SEED)
    halves: tuple[list[Sequence[Example]], list[Sequence[Example]]] = ([], [])
    for text in given:
        chance.choice(halves).append(text)
    by_others = [learned(_at_first_look(halves[1])), learned(_at_first_look(halves[0]))]
    names = [(first, one) for texts, first in zip(halves, by_others, strict=True) for text in texts for one in text if one.is_name]
    hopeless = Hopeless(
        _least((total(first, one.head) for first, one in names if one.head), _GIVEN_UP_BY_HEAD),
        _least((total(first, one.near) for first, one in names), _GIVEN_UP),
    )
    shown = [
        one for texts, first in zip(halves, by_others, strict=True) for text in texts for one in _at_second_look(text, first, hopeless)
    ]
    return learned(_at_first_look(given)), learned(shown), hopeless


def _at_first_look(texts: Iterable[Sequence[Example]]) -> list[Shown]:
    return [Shown(one.near, one.is_name) for text in texts for one in text]


def _at_second_look(text: Sequence[Example], first: dict[str, float], hopeless: Hopeless) -> list[Shown]:
    """Everybody by all signs, with the rivals as `first` sees them. Who has no hope is no rival, but still teaches what is no name."""
    looked = [(total(first, one.near), one.one) for one in text]
    heaviest = rivals([(weight if weight >= hopeless.near else _NOTHING, one) for weight, one in looked])
    return [Shown([*one.near, *one.far, rival(other)], one.is_name, one.company) for one, other in zip(text, heaviest, strict=True)]


def learned(given: Sequence[Shown]) -> dict[str, float]:
    """What signs weigh, by what was shown."""
    weights = _Weights()
    chance = random.Random(_SEED)
    order = list(range(len(given)))
    for _ in range(_ROUNDS):
        chance.shuffle(order)
        for index in order:
            one = given[index]
            after, before, alike = one.company
            seen = (
                after and chance.random() > _UNSEEN,
                before and chance.random() > _UNSEEN,
                sum(chance.random() > _UNSEEN for _ in range(alike)),
            )
            weights.meet([*one.signs, *company(*seen)], one.is_one)
    return {sign: round(weight, 2) for sign, weight in weights.all() if abs(weight) >= _LEAST_KEPT}


def _least(of_names: Iterable[float], given_up: float) -> float:
    """What all but such a part of them weigh."""
    sums = sorted(of_names)
    return round(sums[int(len(sums) * given_up)], 2) if sums else _NOTHING


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
