"""Patterns that are tried only where their first letters stand: one walk over a text finds those of all of them.

A pattern that looks for itself walks the whole text, and there are some thirty. What a match can begin with, one letter or two, is read from
the pattern, so that nothing is missed; where that cannot be read, the pattern looks for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

try:
    from re import _constants as ops  # type: ignore[attr-defined]
    from re import _parser as parser  # type: ignore[attr-defined]
except ImportError:  # pragma: no cover - another interpreter keeps them elsewhere
    parser = None

#: Classes of more letters than these lead nowhere: whatever stands there has to be tried.
_MOST_IN_A_CLASS = 64
_all: list[Headed] = []


class Headed:
    """A pattern, and what its matches begin with. `finditer` and `search` answer as those of `re` do."""

    def __init__(self, source: str) -> None:
        self.pattern = re.compile(source)
        heads = _heads(source)
        self.alone = {head for head in heads or () if len(head) == 1}
        self.pairs = {head for head in heads or () if len(head) == 2 and head[0] not in self.alone}
        self.number = len(_all) if heads else -1
        if heads:
            _all.append(self)
            _asked.cache_clear()

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every match, from left to right and without overlaps."""
        if self.number < 0:
            yield from self.pattern.finditer(text)
            return
        end = 0
        for place in _places(text)[self.number]:
            if place >= end and (found := self.pattern.match(text, place)):
                yield found
                end = found.end()

    def search(self, text: str) -> re.Match[str] | None:
        """The first match."""
        return next(self.finditer(text), None)


class _Asked:
    """What all patterns together ask for: letters and pairs of letters, with the numbers of the patterns that ask."""

    def __init__(self) -> None:
        self.letters: dict[str, list[int]] = {}
        self.pairs: dict[str, list[int]] = {}
        for one in _all:
            for heads, asked in ((one.alone, self.letters), (one.pairs, self.pairs)):
                for head in heads:
                    asked.setdefault(head, []).append(one.number)
        first, second = ({pair[at] for pair in self.pairs} for at in (0, 1))
        self.any_letter = re.compile(_class_of(self.letters))
        self.any_pair = re.compile(f"{_class_of(first)}(?={_class_of(second)})")


_asked = lru_cache(maxsize=1)(_Asked)


@lru_cache(maxsize=1)
def _places(text: str) -> list[list[int]]:
    """For each pattern, in order, where it may begin. Kept for the detectors that look at the same text one after the other."""
    asked = _asked()
    found: list[list[int]] = [[] for _ in _all]
    for match in asked.any_pair.finditer(text):
        place = match.start()
        for number in asked.pairs.get(text[place : place + 2], ()):
            found[number].append(place)
    for match in asked.any_letter.finditer(text):
        for number in asked.letters[match[0]]:
            found[number].append(match.start())
    for number, one in enumerate(_all):
        if one.alone and one.pairs:
            found[number].sort()
    return found


def _class_of(letters: Iterable[str]) -> str:
    return "[" + "".join(map(re.escape, sorted(letters))) + "]"


def _heads(source: str) -> set[str] | None:
    """What a match can begin with, two letters or one where the second may be anything; None where the first may be."""
    if parser is None:
        return None
    heads = _firsts(list(parser.parse(source)), 2)
    return None if heads is None or "" in heads or _ANYTHING in {head[:1] for head in heads} else {head.rstrip(_ANYTHING) for head in heads}


#: Stands for any letter at all while heads are read.
_ANYTHING = "\0"


def _firsts(tokens: list[Any], size: int) -> set[str]:
    """The first letters, at most `size`, of what tokens of a pattern match; shorter where they end before."""
    heads = {""}
    for operator, value in tokens:
        open_ends = {head for head in heads if len(head) < size and not head.endswith(_ANYTHING)}
        if not open_ends:
            break
        heads -= open_ends
        heads |= {head + more for head in open_ends for more in _firsts_of(operator, value, size - min(map(len, open_ends)))}
        heads = {head[:size] for head in heads}
    return heads


def _firsts_of(operator: Any, value: Any, size: int) -> set[str]:
    if operator is ops.LITERAL:
        return {chr(value)}
    if operator is ops.IN:
        return _class(value)
    if operator is ops.BRANCH:
        return set().union(*(_firsts(list(branch), size) for branch in value[1]))
    if operator is ops.SUBPATTERN:
        return {_ANYTHING} if value[1] else _firsts(list(value[3]), size)
    if operator in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT):
        least, most, body = value
        once = _firsts(list(body), size)
        heads = {""} if least == 0 else set()
        grown = {""}
        for count in range(1, min(int(most), size) + 1):
            grown = {(head + more)[:size] for head in grown for more in once}
            if count >= least or count == size:
                heads |= grown
        return heads or grown
    if operator in (ops.ASSERT, ops.ASSERT_NOT, ops.AT):
        return {""}
    return {_ANYTHING}


def _class(items: list[Any]) -> set[str]:
    letters: set[str] = set()
    for operator, value in items:
        if operator is ops.LITERAL:
            letters.add(chr(value))
        elif operator is ops.RANGE and value[1] - value[0] < _MOST_IN_A_CLASS:
            letters |= set(map(chr, range(value[0], value[1] + 1)))
        else:
            return {_ANYTHING}
    return letters if len(letters) <= _MOST_IN_A_CLASS else {_ANYTHING}
