"""Candidates for names of Chinese people in a text, each with the sum of what its signs weigh."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from importlib.resources import files
from typing import NamedTuple

from mingzhi.law.names import COMPOUND_SURNAMES

from .parts import find_parted
from .patterns import alternation
from .signs import SURNAMES, Candidate, around, beside, of_edge, of_head, of_long_head, of_parted, of_tail, of_third, tail_size

#: What is taken for a name, and what a person is asked about: the logarithm of the odds that it is one.
HIDE, DOUBT = -0.75, -2.5
#: Longer names end like those of four letters.
_TAILS = (2, 3, 4)
_HAN = "\u4e00-\u9fff"
_HEAD = re.compile(f"[{''.join(sorted(SURNAMES))}](?=[{_HAN}])")
_HANS = re.compile(f"[{_HAN}]+")
_LONG = re.compile(f"(?:{alternation(COMPOUND_SURNAMES)})(?=[{_HAN}])")
#: A table of letters that stand beside one another is forgotten when it has grown to this size: a text of random letters would fill memory.
_MOST_KEPT = 100_000
_LINE_END = "⏎"


class _Sums(dict[str, float]):
    """What signs weigh together, by the letters that show them; reckoned when first asked for."""

    def __init__(self, weights: dict[str, float], shown: Callable[[str], list[str]]) -> None:
        super().__init__()
        self._weights, self._shown = weights, shown

    def __missing__(self, letters: str) -> float:
        if len(self) > _MOST_KEPT:
            self.clear()
        self[letters] = found = sum(self._weights.get(sign, 0.0) for sign in self._shown(letters))
        return found


class Hopeless(NamedTuple):
    """What a surname of one letter and the letter after it weigh at least in a name, and what all its near signs do."""

    head: float
    near: float


EVERYTHING = Hopeless(float("-inf"), float("-inf"))


class Weigher:
    """Weights of signs, and what candidates weigh by them."""

    def __init__(self, weights: dict[str, float], hopeless: Hopeless) -> None:
        self.weights, self.hopeless = weights, hopeless
        self._beside = {which: self._sum(beside(*which)) for which in ((False, False), (True, False), (False, True), (True, True))}
        self.most_beside = max(self._beside.values())
        self._heads = _Sums(weights, of_head)
        self._long_heads = _Sums(weights, of_long_head)
        self._edges = _Sums(weights, of_edge)
        self._tails = {size: _Sums(weights, partial(of_tail, size)) for size in _TAILS}
        self._parted = _Sums(weights, of_parted)
        self._thirds = _Sums(weights, of_third)

    def weighed(self, text: str) -> Iterator[tuple[float, Candidate]]:
        """Candidates of a padded text that are not hopeless, with their weights."""
        for weight, one in self.near(text, self.hopeless):
            yield weight + self._sum(around(text, one)), one

    def may_begin(self, two: str) -> bool:
        """Whether a name may begin with a surname of one letter and the letter after it."""
        return self._heads[two] >= self.hopeless.head

    def weight(self, text: str, one: Candidate, sifted: bool = False) -> float:
        """What one candidate of a padded text weighs; `sifted`: nothing, where its near signs are hopeless."""
        weight = self._near(text, one)
        if sifted and weight < self.hopeless.near:
            return float("-inf")
        return weight + self._sum(around(text, one))

    def near(self, text: str, least: Hopeless) -> Iterator[tuple[float, Candidate]]:
        """Every candidate of a padded text whose near signs weigh so much at least, with what they weigh."""
        yield from self._of_one_letter(text, least)
        yield from self._of_more(text, least)
        yield from self._without(text, least)

    def _of_one_letter(self, text: str, least: Hopeless) -> Iterator[tuple[float, Candidate]]:
        # One letter of six begins a candidate: what is done here is done for each of them.
        heads, edges, thirds = self._heads, self._edges, self._thirds
        two_tails, three_tails = self._tails[2], self._tails[3]
        least_head, least_near = least
        for head in _HEAD.finditer(text):
            start = head.start()
            base = heads[text[start : start + 2]]
            if base < least_head:
                continue
            base += edges[text[start - 1 : start + 1]]
            two = base + two_tails[text[start + 1 : start + 3]]
            if two >= least_near:
                yield two, Candidate(start, start + 2, 1)
            third = text[start + 2]
            if "\u4e00" <= third <= "\u9fff":
                three = base + thirds[third] + three_tails[text[start + 2 : start + 4]]
                if three >= least_near:
                    yield three, Candidate(start, start + 3, 1)

    def _of_more(self, text: str, least: Hopeless) -> Iterator[tuple[float, Candidate]]:
        for head in _LONG.finditer(text):
            start, given = head.span()
            base = self._long_heads[text[start : given + 1]] + self._edges[text[start - 1 : start + 1]]
            for end in (given + 1, given + 2):
                letters = text[given:end]
                if not _HANS.fullmatch(letters):
                    break
                one = Candidate(start, end, given - start)
                weight = (
                    base + (self._thirds[letters[-1]] if len(letters) > 1 else 0.0) + self._tails[tail_size(one)][text[end - 1 : end + 1]]
                )
                if weight >= least.near:
                    yield weight, one

    def _without(self, text: str, least: Hopeless) -> Iterator[tuple[float, Candidate]]:
        for start, end in find_parted(text):
            one = Candidate(start, end, 0)
            weight = (
                self._parted[text[start:end]]
                + self._edges[text[start - 1 : start + 1]]
                + self._tails[tail_size(one)][text[end - 1 : end + 1]]
            )
            if weight >= least.near:
                yield weight, one

    def _near(self, text: str, one: Candidate) -> float:
        start, end, surname = one
        weight = self._edges[text[start - 1 : start + 1]] + self._tails[tail_size(one)][text[end - 1 : end + 1]]
        if not surname:
            return weight + self._parted[text[start:end]]
        weight += (self._heads if surname == 1 else self._long_heads)[text[start : start + surname + 1]]
        return weight + (self._thirds[text[end - 1]] if end - start - surname > 1 else 0.0)

    def beside(self, is_after_one: bool, is_before_one: bool) -> float:
        """What it weighs to be listed beside somebody."""
        return self._beside[is_after_one, is_before_one]

    def _sum(self, signs: list[str]) -> float:
        weights = self.weights
        return sum([weights.get(sign, 0.0) for sign in signs])


def written(weights: dict[str, float], hopeless: Hopeless, learned_from: str) -> str:
    """Weights as they are kept: what they were learned from, then one line each, a line end in a sign as `_LINE_END`."""
    lines = (f"{sign.replace(chr(10), _LINE_END)} {weight:g}" for sign, weight in weights.items())
    return "\n".join((f"{learned_from} {hopeless.head:g} {hopeless.near:g}", *lines, ""))


def read(lines: str) -> Weigher:
    """The weigher with kept weights."""
    first, *rest = lines.removesuffix("\n").split("\n")
    pairs = (line.rsplit(" ", 1) for line in rest)
    return Weigher({sign.replace(_LINE_END, "\n"): float(weight) for sign, weight in pairs}, Hopeless(*map(float, first.split()[1:])))


@cache
def weigher() -> Weigher:
    """The one with the learned weights."""
    return read(kept())


def kept() -> str:
    """The learned weights as they are kept."""
    return files(__package__).joinpath("weights.txt").read_text("utf-8")
