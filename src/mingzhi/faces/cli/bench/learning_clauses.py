"""How much each sign of a clause weighs that tells of somebody's means or health, learned from passages in which both are marked."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mingzhi.law.redaction import Kind
from mingzhi.law.redaction.circumstances import Listener
from mingzhi.law.redaction.clauses import ANY, clauses, of_clause, of_letter, pairs
from mingzhi.law.redaction.folding import folded
from mingzhi.law.redaction.spans import Bounds
from mingzhi.law.redaction.weightlists import total

from .learning import Shown, learned
from .passages import Marked

#: A clause tells something when so many of its letters are marked.
_TOLD = 2
#: Of a thousand clauses that pairs did not learn from, so many may be given up at first look: hardly any of these would be told at second
#: look, and most clauses of a text that tells nothing weigh a little less than these.
_GIVEN_UP = 150 / 1000
_SEED = 1
_LEAST = 0.2


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause, its signs, which of its letters are told, and whether these tell of health."""

    text: str
    pairs: list[str]
    signs: list[str]
    told: tuple[bool, ...]
    is_health: bool

    @property
    def tells(self) -> bool:
        return sum(self.told) >= _TOLD


def clauses_of(text: str, gone: Iterable[Marked]) -> list[Clause]:
    """Every clause of a text in which these spans are marked."""
    plain = folded(text)
    marks: dict[int, str] = {at: kind for start, end, kind in gone if kind in (Kind.PROPERTY, Kind.HEALTH) for at in range(start, end)}
    found: list[Bounds] = clauses(plain)
    return [
        Clause(
            plain[start:end],
            pairs(plain[start:end]),
            of_clause(plain, found, number),
            tuple(at in marks for at in range(start, end)),
            any(marks.get(at) == Kind.HEALTH for at in range(start, end)),
        )
        for number, (start, end) in enumerate(found)
    ]


def learn_clauses(given: Sequence[Clause]) -> Listener:
    """Who tells such clauses from others, taught by these. What has no hope is told by halves, as for names."""
    chance = random.Random(_SEED)
    halves: tuple[list[Clause], list[Clause]] = ([], [])
    for one in given:
        chance.choice(halves).append(one)
    sums = sorted(
        total(by_others, one.pairs)
        for half, others in (halves, halves[::-1])
        if (by_others := _of_pairs(others))
        for one in half
        if one.tells
    )
    telling = [one for one in given if one.tells]
    letters = (Shown(of_letter(one.text, at), is_told) for one in telling for at, is_told in enumerate(one.told))
    return Listener(
        _of_pairs(given),
        _learned(Shown(one.signs, one.tells) for one in given),
        _learned(letters),
        _learned(Shown(one.signs, one.is_health) for one in telling),
        round(sums[int(len(sums) * _GIVEN_UP)], 2) if sums else float("-inf"),
    )


def _of_pairs(given: Sequence[Clause]) -> dict[str, float]:
    """What pairs weigh beside a sign that every clause has: one that nobody has seen says nothing."""
    weights = _learned(Shown([ANY, *one.pairs], one.tells) for one in given)
    return {sign: weight for sign, weight in weights.items() if sign != ANY}


def _learned(given: Iterable[Shown]) -> dict[str, float]:
    """What weighs little in many thousand signs is left out: nothing is told better with it."""
    return {sign: weight for sign, weight in learned(list(given)).items() if abs(weight) >= _LEAST}
