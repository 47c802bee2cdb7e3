"""What was learned of letters: each in its place is the sum of rows of numbers, for itself and for each of its sorts.

Its sorts are whether it is a surname, how well it goes into names, and the kinds of the words that begin and end with it. So a letter that
was seldom met is told by what it has in common with others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy
from numpy.typing import NDArray

from .given import SECOND, THIRD
from .signs import SURNAMES, sort_of_letter, sort_of_word
from .words import KINDS, LEXICON

#: The place of a letter that is none.
NOWHERE = -1
#: Rows of letters that stand together are forgotten when so many are kept.
_MOST_KEPT = 20_000

Numbers = NDArray[numpy.float32]


def of_letter(letter: str) -> list[str]:
    """The signs of a letter by itself."""
    return [
        f"l{letter}",
        f"s{SURNAMES.get(letter, '')}",
        f"k{sort_of_letter(letter)}",
        f"2{SECOND.get(letter, '')}",
        f"3{THIRD.get(letter, '')}",
        f"w{KINDS.get(letter, '')}",
    ]


def of_begun(two: str) -> list[str]:
    """The signs of a letter and the one after it."""
    return [f"b{KINDS.get(two, '')}", f"v{sort_of_word(two)}"]


def of_ended(two: str) -> list[str]:
    """The signs of a letter and the one before it."""
    return [f"e{KINDS.get(two, '')}"]


def of_three(letters: str) -> list[str]:
    """The signs of a letter and the two after it."""
    return [f"t{letters in LEXICON}"]


def in_place(four: str) -> list[str]:
    """All signs of the second of four letters; the first of them is the letter itself."""
    return [*of_letter(four[1]), *of_begun(four[1:3]), *of_ended(four[:2]), *of_three(four[1:])]


class _Rows(dict[str, Numbers]):
    """The sum of the rows of the signs that letters show, of all networks one behind the other; reckoned when first asked for."""

    def __init__(self, signs: Mapping[str, int], rows: Numbers, shown: Callable[[str], list[str]]) -> None:
        super().__init__()
        self._signs, self._rows, self._shown = signs, rows, shown
        self._sums: dict[tuple[str, ...], Numbers] = {}

    def __missing__(self, letters: str) -> Numbers:
        if len(self) > _MOST_KEPT:
            self.clear()
        signs = tuple(self._shown(letters))
        if signs not in self._sums:
            self._sums[signs] = self._rows[:, [self._signs[sign] for sign in signs if sign in self._signs]].sum(1).reshape(-1)
        self[letters] = found = self._sums[signs]
        return found


class Letters:
    """Signs with their rows, of one network or of several; rows: (networks, signs, width)."""

    def __init__(self, signs: Mapping[str, int], rows: Numbers) -> None:
        self._of_letter, self._of_begun, self._of_ended, self._of_three = (
            _Rows(signs, rows, shown) for shown in (of_letter, of_begun, of_ended, of_three)
        )

    def seen(self, text: str, wanted: Sequence[int]) -> Numbers:
        """(places, networks × width): the sums of the rows of the letters at these places of a padded text; noughts for NOWHERE."""
        distinct = sorted(set(wanted) - {NOWHERE})
        of_letter, of_begun, of_ended, of_three = self._of_letter, self._of_begun, self._of_ended, self._of_three
        rows = numpy.array([of_letter[text[at]] for at in distinct])
        rows += [of_begun[text[at : at + 2]] for at in distinct]
        rows += [of_ended[text[at - 1 : at + 1]] for at in distinct]
        rows += [of_three[text[at : at + 3]] for at in distinct]
        rows = numpy.concatenate([rows, numpy.zeros_like(rows[:1])])
        number = {at: row for row, at in enumerate(distinct)}
        return rows[[number.get(at, -1) for at in wanted]]
