"""What a clause tells of somebody's means or health, in whatever words: told by learned weights, as names are.

Every clause gets a first look at its pairs of letters; most are given up there. Who is left is weighed by all signs, and of a clause that
weighs enough the letters tell where what has to go begins and ends. (执法公示制度 8（二）；个人信息保护法 28)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import accumulate, pairwise, repeat
from typing import NamedTuple

from . import weightlists
from .clauses import clauses, of_clause, of_letter
from .kinds import Hidden, Kind
from .spans import BY_OTHER_LAW, Bounds, of_its_owner, span
from .weightlists import total

#: What is hidden, and what a person is asked about: the logarithm of the odds that a clause tells something.
HIDE, DOUBT = 0.5, -2.5
_BREATHS = frozenset("，,、 \u3000")
_FEWEST = 2


class Told(NamedTuple):
    """What a clause tells: where, how much it weighs, and whether it is health, not means."""

    start: int
    end: int
    weight: float
    is_health: bool


class Listener:
    """Weights of pairs at first look, of all signs of a clause, of letters in what is told, and of health against means."""

    def __init__(
        self,
        pairs: Mapping[str, float],
        signs: Mapping[str, float],
        inside: Mapping[str, float],
        health: Mapping[str, float],
        hopeless: float,
    ) -> None:
        self.pairs, self.signs, self.inside, self.health, self.hopeless = pairs, signs, inside, health, hopeless
        # As they come from a text: it may have a million of them, and most weigh nothing.
        self._by_letters = {(pair[0], pair[1]): weight for pair, weight in pairs.items()}

    def told(self, text: str, least: float) -> Iterator[Told]:
        """What clauses of a folded text tell that weigh so much at least."""
        found = clauses(text)
        sums = list(accumulate(map(self._by_letters.get, pairwise(text), repeat(0.0)), initial=0.0))
        for number, (start, end) in enumerate(found):
            if end - start < _FEWEST or sums[end - 1] - sums[start] < self.hopeless:
                continue
            signs = of_clause(text, found, number)
            weight = total(self.signs, signs)
            if weight >= least:
                yield Told(*self._trimmed(text, start, end), weight, total(self.health, signs) > 0)

    def _trimmed(self, text: str, start: int, end: int) -> Bounds:
        clause = text[start:end]
        inside = [at for at in range(len(clause)) if total(self.inside, of_letter(clause, at)) > 0]
        return (start + inside[0], start + inside[-1] + 1) if inside else (start, end)


def find_circumstances(text: str) -> tuple[list[Hidden], list[Hidden]]:
    """(what has to go, what a person should look at) of means and health in a folded text."""
    hidden: list[Hidden] = []
    unsure: list[Hidden] = []
    for start, end, weight, is_health in _in_one_breath(text, listener().told(text, DOUBT)):
        kind, what = (Kind.HEALTH, "健康等敏感个人信息") if is_health else (Kind.PROPERTY, "财产状况")
        provision = BY_OTHER_LAW if is_health else of_its_owner(text, start)
        if weight >= HIDE:
            hidden.append(span(kind, start, end, f"像是说到{what}", provision))
        else:
            unsure.append(span(kind, start, end, f"可能说到{what}，也可能不是", provision, sure=False))
    return hidden, unsure


def _in_one_breath(text: str, told: Iterable[Told]) -> Iterator[Told]:
    """Clauses of one kind that only a breath parts are one: 糖尿病截了一只脚，离不开胰岛素."""
    last: Told | None = None
    for one in told:
        if last and text[last.end : one.start] in _BREATHS and _alike(last, one):
            last = last._replace(end=one.end, weight=max(last.weight, one.weight))
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def _alike(one: Told, other: Told) -> bool:
    """Whether both tell of the same, and are as sure."""
    return one.is_health == other.is_health and (one.weight >= HIDE) == (other.weight >= HIDE)


def written(listener: Listener, learned_from: str) -> str:
    """Weights as they are kept: what they were learned from and what is hopeless; those of pairs, of signs, of letters, of health."""
    lists = (listener.pairs, listener.signs, listener.inside, listener.health)
    return weightlists.written(f"{learned_from} {listener.hopeless:g}", lists)


def read(lines: str) -> Listener:
    """The listener with kept weights."""
    first_line, (pairs, signs, inside, health) = weightlists.read(lines)
    return Listener(pairs, signs, inside, health, float(first_line.split()[1]))


@cache
def listener() -> Listener:
    """The one with the learned weights."""
    return read(weightlists.kept("circumstances.txt"))
