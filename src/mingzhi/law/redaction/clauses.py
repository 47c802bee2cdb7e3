"""Clauses, and the signs by which one is told that speaks of somebody's means or health.

A sign is a short text, and how much it speaks for such a clause or against one was learned (`circumstances.txt`). Pairs of letters are asked
first; the others only of clauses of which these leave hope.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .spans import Bounds
from .words import KINDS

_CLAUSE = re.compile("[^，。；：！？、“”（）｜│\n,;:!?()| \t\u3000]+")
#: How many or how much is no matter: digits, and numerals before what they count.
_NUMBER = re.compile("[0-9]+|[一二三四五六七八九十百千万两几]{1,8}(?=[元块个年月岁亩万多])")
#: A sign of every clause: how seldom one tells anything.
ANY = "."
_AROUND = range(-3, 4)
_LONGEST, _STEP = 6, 3


def clauses(text: str) -> list[Bounds]:
    """Where the clauses of a folded text stand, between marks and blanks."""
    return [one.span() for one in _CLAUSE.finditer(text)]


def pairs(text: str) -> list[str]:
    """The pairs of letters in a clause."""
    return [text[at : at + 2] for at in range(len(text) - 1)]


def of_clause(text: str, all_clauses: Sequence[Bounds], number: int) -> list[str]:
    """The signs of one clause: its letters by one, two and three, kinds of its words, its length, the marks around it, its neighbours."""
    start, end = all_clauses[number]
    plain = _plain(text, all_clauses[number])
    whole = f"^{plain}$"
    grams = {f"={whole[at : at + size]}" for size in (1, 2, 3) for at in range(len(whole) - size + 1)}
    kinds = {f"K{kind}" for pair in pairs(plain) if (kind := KINDS.get(pair))}
    signs = [
        ANY,
        *sorted(grams),
        *sorted(kinds),
        f"#{min(len(plain) // _STEP, _LONGEST)}",
        f"<{text[start - 1 : start]}",
        f">{text[end : end + 1]}",
    ]
    for mark, neighbour in (("p", number - 1), ("n", number + 1)):
        if 0 <= neighbour < len(all_clauses):
            signs += sorted({mark + pair for pair in pairs(_plain(text, all_clauses[neighbour]))})
    return signs


def of_letter(clause: str, at: int) -> list[str]:
    """The signs of one letter of a clause that tells something: whether it belongs to what is told."""
    letters = [_at(clause, at + step) for step in _AROUND]
    signs = [f"u{step}{letter}" for step, letter in zip(_AROUND, letters, strict=True)]
    signs += [f"b{step}{letters[step + 3]}{letters[step + 4]}" for step in range(-3, 3)]
    signs += [f"t{step}{letters[step + 3]}{letters[step + 4]}{letters[step + 5]}" for step in range(-2, 1)]
    signs += [f"k{KINDS.get(letters[3] + letters[4], '')}/{KINDS.get(letters[2] + letters[3], '')}"]
    signs += [f"s{min(at, _LONGEST)}", f"e{min(len(clause) - at, _LONGEST)}"]
    return [*signs, *sorted({f"L{pair}" for pair in pairs(clause[:at])}), *sorted({f"R{pair}" for pair in pairs(clause[at:])})]


def _plain(text: str, bounds: Bounds) -> str:
    return _NUMBER.sub("0", text[slice(*bounds)])


def _at(clause: str, at: int) -> str:
    if not 0 <= at < len(clause):
        return "^"
    return "0" if clause[at].isdigit() else clause[at]
