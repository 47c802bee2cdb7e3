"""The index words of the search: what a text is filed under, and by which of them a word is looked up.

A piece is a single character, a pair, three digits in a row, or a whole number with the character on either side of it. Each is filed as
one whole number, so that either database keeps it small and neither can cut or fold it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

#: Of a character: enough for every code point.
_BITS = 21
_DIGITS = "0123456789"
_THREE_DIGITS = re.compile("(?=([0-9]{3}))")
#: In whatever text such a number stands, it stands there whole, which makes 〔2026〕77号 one short list among a million.
_NUMBER = re.compile("(?<=[^0-9])[0-9]+(?=[^0-9])")


def terms_of(text: str) -> list[int]:
    """All index words of a plain text, each once. No word that is asked for has a space in it, so none is filed."""
    found: dict[int, None] = {}
    for part in text.split(" "):
        codes = [ord(one) for one in part]
        found.update(dict.fromkeys(codes))
        found.update(dict.fromkeys(one << _BITS | other for one, other in pairwise(codes)))
        found.update(dict.fromkeys(map(term_of, _of_digits(part))))
    return list(found)


def pieces_of(word: str) -> list[str]:
    """The longest pieces a word is made of, each once: in whatever text it stands, they stand."""
    pairs = (word[at : at + 2] for at in range(len(word) - 1))
    return list(dict.fromkeys([*pairs, *_of_digits(word)])) or [word]


def _of_digits(text: str) -> Iterator[str]:
    yield from _THREE_DIGITS.findall(text)
    for number in _NUMBER.finditer(text):
        yield text[number.start() - 1 : number.end() + 1]


def term_of(piece: str) -> int:
    """The whole number of a piece; that of a number with its neighbours is below zero. Two long numbers may share one."""
    if len(piece) > 2 and piece[0] not in _DIGITS:
        # Cut, because Python refuses to read numbers of thousands of digits.
        return -1 - (ord(piece[0]) << 41 | ord(piece[-1]) << 20 | int(piece[1:-1][-9:]) % (1 << 20))
    term = 0
    for one in piece:
        term = term << _BITS | ord(one)
    return term
