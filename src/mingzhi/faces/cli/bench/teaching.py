"""What teaching a network needs, whichever it is: the signs it knows, what is hidden from it while it learns, and how far its numbers go.

A step of its own for each number, that fades to the end (Adam; Kingma and Ba, 2015). What a network sees is partly hidden while it learns
(dropout; Srivastava and others, 2014), so that it learns nothing by heart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy
from numpy.typing import NDArray

from mingzhi.law.redaction.letters import Numbers, in_place

#: Letters that are met more seldom are known by their sorts alone.
LEAST_MET = 3
_STEP, _LAST_STEP, _DECAY = 4e-3, 0.02, 1e-2
_FORGET, _FORGET_SQUARES, _SMALL = 0.9, 0.999, 1e-8

Indexes = NDArray[numpy.int32]


class Book:
    """The signs that a network knows: letters that were met often enough, and all other signs. Row 0 is that of letters nobody knows."""

    def __init__(self, texts: Sequence[str]) -> None:
        met = Counter(letter for text in texts for letter in text)
        self._letters = {f"l{letter}": row for row, letter in enumerate(sorted(one for one in met if met[one] >= LEAST_MET), 1)}
        fours = {text[at : at + 4] for text in texts for at in range(len(text) - 3)}
        self._sorts = {sign: row for row, sign in enumerate(sorted({sign for four in fours for sign in in_place(four)[1:]}))}
        self.letters, self.sorts = list(self._letters), list(self._sorts)

    def rows_of(self, four: str) -> tuple[int, list[int]]:
        """(the row of the second of four letters, those of its sorts)."""
        letter, *sorts = in_place(four)
        return self._letters.get(letter, 0), [self._sorts[sign] for sign in sorts if sign in self._sorts]


class Contexts:
    """The contexts in which letters stand, numbered as they are met: a letter with the one before and the two after. Context 0 is none."""

    def __init__(self, book: Book) -> None:
        self._book, self._numbers = book, {"": 0}
        self._letters, self._sorts = [0], [list[int]()]

    def number(self, text: str, at: int) -> int:
        """The context of a letter of a padded text; no letter stands at a place below one."""
        four = text[at - 1 : at + 3] if at > 0 else ""
        if four not in self._numbers:
            self._numbers[four] = len(self._numbers)
            letter, sorts = self._book.rows_of(four)
            self._letters.append(letter)
            self._sorts.append(sorts)
        return self._numbers[four]

    def letters(self) -> Indexes:
        """(contexts,): the row of each letter."""
        return numpy.array(self._letters, numpy.int32)

    def sorts(self) -> NDArray[numpy.uint8]:
        """(contexts, sorts): 1 where a letter in its context has the sign."""
        hot = numpy.zeros((len(self._sorts), len(self._book.sorts)), numpy.uint8)
        for row, sorts in enumerate(self._sorts):
            hot[row, sorts] = 1
        return hot


def opened(chance: numpy.random.Generator, shape: tuple[int, int], hidden: float) -> Numbers:
    """What is shown, a little louder for what is not."""
    return (chance.random(shape, numpy.float32) >= hidden).astype(numpy.float32) / numpy.float32(1 - hidden)


def gathered(rows: Indexes, of_places: Numbers, count: int) -> Numbers:
    """What the places say of their rows: sorted by row, each run of one row added up. The first row stays nought: of it nothing is known."""
    order = numpy.argsort(rows, kind="stable")
    ordered = rows[order]
    begins = numpy.flatnonzero(numpy.concatenate([[True], ordered[1:] != ordered[:-1]]))
    found = numpy.zeros((count, of_places.shape[1]), numpy.float32)
    found[ordered[begins]] = numpy.add.reduceat(of_places[order], begins, axis=0)
    found[0] = 0
    return found


class Steps:
    """How far each number goes against its slope; the steps fade like half a wave."""

    def __init__(self, net: dict[str, Numbers], rounds: int, longest: float = float("inf")) -> None:
        """longest: slopes that are longer together are shortened to this."""
        self._net, self._rounds, self._longest = net, rounds, longest
        self._number, self._done = 0, 0.0
        self._means = {name: numpy.zeros_like(value) for name, value in net.items()}
        self._squares = {name: numpy.zeros_like(value) for name, value in net.items()}

    def go(self, slopes: dict[str, Numbers], of_a_round: float) -> None:
        """One step, which is such a part of a round."""
        self._number += 1
        self._done += of_a_round
        part = min(1.0, self._done / self._rounds)
        step = _STEP * (_LAST_STEP + (1 - _LAST_STEP) * 0.5 * (1 + numpy.cos(numpy.pi * part)))
        mean_part, square_part = 1 - _FORGET**self._number, 1 - _FORGET_SQUARES**self._number
        whole = sum(float((slope * slope).sum()) for slope in slopes.values()) ** 0.5
        shortened = numpy.float32(min(1.0, self._longest / (whole + _SMALL)))
        for name, full in slopes.items():
            slope = full * shortened
            mean, square = self._means[name], self._squares[name]
            mean += (1 - _FORGET) * (slope - mean)
            square += (1 - _FORGET_SQUARES) * (slope * slope - square)
            change = mean / mean_part / (numpy.sqrt(square / square_part) + _SMALL) + _DECAY * self._net[name]
            self._net[name] -= numpy.float32(step) * change
