"""Candidates for names of Chinese people in a text, each with the sum of what its signs weigh.

Every candidate gets a first look at its near signs alone; most are given up there. Who is left is weighed by all signs, with other weights,
and one of these signs is how good at first look the others are with which it shares letters: of 钱微信 and 微信 one can be right. Whom
the signs leave open is weighed by the network too (`network.py`), which reads what stands around.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from mingzhi.law.names import COMPOUND_SURNAMES

from . import weightlists
from .parts import find_parted
from .patterns import alternation
from .signs import (
    SURNAMES,
    Candidate,
    around,
    company,
    of_before,
    of_behind,
    of_edge,
    of_head,
    of_long_head,
    of_parted,
    of_tail,
    of_third,
    rival,
    tail_size,
)

if TYPE_CHECKING:
    from .network import Network

#: What is taken for a name, and what a person is asked about: the logarithm of the odds that it is one.
HIDE, DOUBT = -1.0, -2.5
#: How much of a weight is what the network says. Who weighs less or more than this by signs alone is not worth its time: with all others asked
#: too no more was found.
BY_NETWORK, WORTH_A_LOOK = 0.5, (-3.0, 5.0)
#: Longer names end like those of four letters.
_TAILS = (2, 3, 4)
_HAN = "\u4e00-\u9fff"
_HEAD = re.compile(f"[{''.join(sorted(SURNAMES))}](?=[{_HAN}])")
_HANS = re.compile(f"[{_HAN}]+")
_LONG = re.compile(f"(?:{alternation(COMPOUND_SURNAMES)})(?=[{_HAN}])")
#: A table of letters that stand beside one another is forgotten when it has grown to this size: a text of random letters would fill memory.
_MOST_KEPT = 100_000


class _Sums(dict[str, float]):
    """What signs weigh together, by the letters that show them; reckoned when first asked for."""

    def __init__(self, weights: Mapping[str, float], shown: Callable[[str], list[str]]) -> None:
        super().__init__()
        self._weights, self._shown = weights, shown

    def __missing__(self, letters: str) -> float:
        if len(self) > _MOST_KEPT:
            self.clear()
        self[letters] = found = sum(self._weights.get(sign, 0.0) for sign in self._shown(letters))
        return found


class Hopeless(NamedTuple):
    """What at first look a surname of one letter and the letter after it weigh at least in a name, and what all its near signs do."""

    head: float
    near: float


_NOTHING = float("-inf")
EVERYTHING = Hopeless(_NOTHING, _NOTHING)
Looked = tuple[float, Candidate]


class _Near:
    """What near signs weigh together, by the letters that show them."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self.heads = _Sums(weights, of_head)
        self.long_heads = _Sums(weights, of_long_head)
        self.befores, self.behinds = _Sums(weights, of_before), _Sums(weights, of_behind)
        self.edges = _Sums(weights, of_edge)
        self.tails = {size: _Sums(weights, partial(of_tail, size)) for size in _TAILS}
        self.parted = _Sums(weights, of_parted)
        self.thirds = _Sums(weights, of_third)

    def weight(self, text: str, one: Candidate) -> float:
        start, end, surname = one
        weight = self.befores[text[start - 2 : start]] + self.edges[text[start - 1 : start + 1]]
        weight += self.tails[tail_size(one)][text[end - 1 : end + 1]] + self.behinds[text[end : end + 2]]
        if not surname:
            return weight + self.parted[text[start:end]]
        weight += (self.heads if surname == 1 else self.long_heads)[text[start : start + surname + 1]]
        return weight + (self.thirds[text[end - 1]] if end - start - surname > 1 else 0.0)


class Weigher:
    """Weights of signs at first look and of all signs, what the network says besides, if there is one, and what candidates weigh by them."""

    def __init__(
        self, first: Mapping[str, float], weights: Mapping[str, float], hopeless: Hopeless, network: Network | None = None
    ) -> None:
        self.first, self.weights, self.hopeless, self.network = first, weights, hopeless, network
        self._first, self._near = _Near(first), _Near(weights)
        self.most_company = sum(max(0.0, *(weights.get(sign, 0.0) for sign in signs)) for signs in (("1",), ("2",), ("31", "32", "33")))

    def weighed(self, text: str) -> Iterator[Looked]:
        """Candidates of a padded text that are not hopeless, with their weights but for their company."""
        looked = list(self.looked(text, self.hopeless))
        by_signs = [(self._by_signs(text, one, heaviest), one) for (_, one), heaviest in zip(looked, rivals(looked), strict=True)]
        yield from self._by_all(text, by_signs)

    def may_begin(self, two: str) -> bool:
        """Whether a name may begin with a surname of one letter and the letter after it."""
        return self._first.heads[two] >= self.hopeless.head

    def weight(self, text: str, one: Candidate, sifted: bool = False) -> float:
        """What one candidate of a padded text weighs without company; `sifted`: nothing, where it is hopeless at first look."""
        if sifted and self._first.weight(text, one) < self.hopeless.near:
            return _NOTHING
        others = (
            weight for weight, other in self.looked(text, self.hopeless) if other.start < one.end and one.start < other.end and other != one
        )
        by_signs = self._by_signs(text, one, max(others, default=_NOTHING))
        return next(self._by_all(text, [(by_signs, one)]))[0]

    def company(self, is_after_one: bool, is_before_one: bool, alike: int) -> float:
        """What it weighs to be listed beside somebody, or to stand between the same letters as so many others."""
        # Most candidates have none.
        return self._sum(company(is_after_one, is_before_one, alike)) if is_after_one or is_before_one or alike else 0.0

    def _by_all(self, text: str, by_signs: Sequence[Looked]) -> Iterator[Looked]:
        """Who is worth it with what the network says too."""
        if self.network is None:
            yield from by_signs
            return
        least, most = WORTH_A_LOOK
        worth = [one for weight, one in by_signs if least <= weight <= most]
        said = iter(self.network.weights(text, worth))
        for weight, one in by_signs:
            yield (weight + BY_NETWORK * (next(said) - weight) if least <= weight <= most else weight), one

    def _by_signs(self, text: str, one: Candidate, heaviest: float) -> float:
        return self._near.weight(text, one) + self._sum(around(text, one)) + self.weights.get(rival(heaviest), 0.0)

    def looked(self, text: str, least: Hopeless) -> Iterator[Looked]:
        """Every candidate of a padded text whose near signs weigh so much at least at first look, with what they weigh."""
        yield from self._of_one_letter(text, least)
        yield from self._of_more(text, least)
        yield from self._without(text, least)

    def _of_one_letter(self, text: str, least: Hopeless) -> Iterator[Looked]:
        # One letter of six begins a candidate: what is done here is done for each of them.
        heads, edges, thirds = self._first.heads, self._first.edges, self._first.thirds
        befores, behinds = self._first.befores, self._first.behinds
        two_tails, three_tails = self._first.tails[2], self._first.tails[3]
        least_head, least_near = least
        for head in _HEAD.finditer(text):
            start = head.start()
            base = heads[text[start : start + 2]]
            if base < least_head:
                continue
            base += befores[text[start - 2 : start]] + edges[text[start - 1 : start + 1]]
            two = base + two_tails[text[start + 1 : start + 3]] + behinds[text[start + 2 : start + 4]]
            if two >= least_near:
                yield two, Candidate(start, start + 2, 1)
            third = text[start + 2]
            if "\u4e00" <= third <= "\u9fff":
                three = base + thirds[third] + three_tails[text[start + 2 : start + 4]] + behinds[text[start + 3 : start + 5]]
                if three >= least_near:
                    yield three, Candidate(start, start + 3, 1)

    def _of_more(self, text: str, least: Hopeless) -> Iterator[Looked]:
        for head in _LONG.finditer(text):
            start, given = head.span()
            for end in (given + 1, given + 2):
                if not _HANS.fullmatch(text, given, end):
                    break
                yield from self._if_hopeful(text, Candidate(start, end, given - start), least)

    def _without(self, text: str, least: Hopeless) -> Iterator[Looked]:
        for start, end in find_parted(text):
            yield from self._if_hopeful(text, Candidate(start, end, 0), least)

    def _if_hopeful(self, text: str, one: Candidate, least: Hopeless) -> Iterator[Looked]:
        weight = self._first.weight(text, one)
        if weight >= least.near:
            yield weight, one

    def _sum(self, signs: list[str]) -> float:
        weights = self.weights
        return sum([weights.get(sign, 0.0) for sign in signs])


def rivals(looked: Sequence[Looked]) -> list[float]:
    """For each of them, what the heaviest of the others weighs with which it shares letters; minus infinity where there is none."""
    sharing: dict[int, list[int]] = defaultdict(list)
    for index, (_, one) in enumerate(looked):
        for place in range(one.start, one.end):
            sharing[place].append(index)
    return [
        max(
            (looked[other][0] for place in range(one.start, one.end) for other in sharing[place] if other != index),
            default=_NOTHING,
        )
        for index, (_, one) in enumerate(looked)
    ]


def written(first: Mapping[str, float], weights: Mapping[str, float], hopeless: Hopeless, learned_from: str) -> str:
    """Weights as they are kept: what they were learned from and what is hopeless; those of the first look, and those of all signs."""
    return weightlists.written(f"{learned_from} {hopeless.head:g} {hopeless.near:g}", (first, weights))


def read(lines: str, network: Network | None = None) -> Weigher:
    """The weigher with kept weights."""
    first_line, (first, weights) = weightlists.read(lines)
    return Weigher(first, weights, Hopeless(*map(float, first_line.split()[1:])), network)


@cache
def weigher() -> Weigher:
    """The one with the learned weights and the network."""
    # Loaded here: a process that hides nothing needs no arithmetic of many numbers, which takes a tenth of a second to load.
    from .network import network

    return read(weightlists.kept("weights.txt"), network())
