"""The same sentences about other people: what a name is told by is not only its own letters.

Names that are swapped are Chinese ones with a surname: one for another of the passages, or a surname of one with the given name of another.
The same person has the same new name all through a text.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from mingzhi.law.names import COMPOUND_SURNAMES
from mingzhi.law.redaction.signs import SURNAMES
from mingzhi.law.redaction.spans import Bounds

Named = tuple[str, Sequence[Bounds]]

#: How many of the new names are whole names of somebody else.
_WHOLE = 0.6
_LETTERS = re.compile("[\u4e00-\u9fff]{2,4}")
_SHORT = 3


def renamed(texts: Sequence[Named], times: int, seed: int) -> Iterator[Named]:
    """Every text in which somebody is named, so many times, with other names, and where these stand; others for each seed."""
    chance = random.Random(seed)
    split = sorted({parts for text, names in texts for start, end in names if (parts := _parts(text[start:end]))})
    short = [parts for parts in split if len(parts[0]) == 1]
    compound = [parts for parts in split if len(parts[0]) > 1]

    def other(surname: str) -> str:
        if len(surname) > 1 or chance.random() < _WHOLE:
            return "".join(chance.choice(compound if len(surname) > 1 else short))
        return chance.choice(short)[0] + chance.choice(short)[1]

    for _ in range(times):
        for text, names in texts:
            if not names:
                continue
            new: dict[str, str] = {}
            for start, end in names:
                if (name := text[start:end]) not in new:
                    parts = _parts(name)
                    new[name] = other(parts[0]) if parts else name
            yield _put(text, names, new)


def _parts(name: str) -> tuple[str, str] | None:
    """Surname and given name; nothing for names of other peoples, and those whose letters stand apart."""
    if not _LETTERS.fullmatch(name):
        return None
    if name[:2] in COMPOUND_SURNAMES and len(name) > 2:
        return name[:2], name[2:]
    return (name[0], name[1:]) if name[0] in SURNAMES and len(name) <= _SHORT else None


def _put(text: str, names: Sequence[Bounds], new: dict[str, str]) -> Named:
    """The text with new names, and where they stand. Names within names are left."""
    pieces: list[str] = []
    found: list[Bounds] = []
    size = at = 0
    for start, end in sorted(names):
        if start < at:
            continue
        name = new[text[start:end]]
        pieces += [text[at:start], name]
        size += start - at
        found.append((size, size + len(name)))
        size, at = size + len(name), end
    return "".join((*pieces, text[at:])), found
