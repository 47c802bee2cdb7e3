"""What stands around a candidate for a name, weighed by a network that reads the text letter by letter, forwards and backwards.

Signs are weighed one by one (`weighing.py`), and what two of them mean together has to be a sign of its own. The network finds such pairs by
itself: 阳光不信这话 is somebody, because nothing else does not believe. It sees the candidate's own letters and what is in mind
(`recurrence.py`) where it begins and ends; and it was taught with the same sentences about many other people, so that it goes by what stands
around rather than by the letters of names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy

from . import recurrence, taught
from .letters import NOWHERE, Letters, Numbers
from .recurrence import pieces
from .signs import Candidate

#: Where minds are asked that read forwards and backwards: so many letters from where the candidate begins (`False`) or has ended (`True`).
FORWARDS = ((False, -1), (True, -1), (True, 1))
BACKWARDS = ((True, 0), (False, 0), (False, -2))
#: How many of its own letters are seen.
OF_IT = 4
#: So many letters are read before and after, and so many from the first of the candidates that are read of together to the last.
AROUND, TOGETHER = 24, 80
#: The first letter of a padded text that is read; as many are left at its end.
FIRST = 1
#: So many pieces are read at once: some megabytes, however long the text is.
_AT_ONCE = 100
_FILE = "network.npz"


def length(one: Candidate) -> int:
    """By which length it is told."""
    return min(one.end - one.start, OF_IT) - 1


class Layers(NamedTuple):
    """The numbers of the network: rows of signs, what it remembers by (`Remembering`), thoughts: (6 × mind + 4 × width, thoughts), of what is in
    mind at each of its places and of its letters, thoughts_of_length: (4, thoughts), and last: (thoughts,)."""

    rows: Numbers
    seen: Numbers
    seen_base: Numbers
    kept: Numbers
    new_base: Numbers
    thoughts: Numbers
    thoughts_of_length: Numbers
    last: Numbers
    last_base: Numbers


class Network:
    """The network that was taught, and the signs whose rows it knows."""

    def __init__(self, signs: Mapping[str, int], layers: Layers) -> None:
        self._layers = layers
        self._letters = Letters(signs, layers.rows[None])

    def weights(self, text: str, candidates: Sequence[Candidate]) -> list[float]:
        """What each candidate of a padded text weighs: the logarithm of the odds that it is a name."""
        order = sorted(range(len(candidates)), key=lambda number: candidates[number].start)
        places = [(number, (candidates[number].start, candidates[number].end)) for number in order]
        some = list(pieces(places, (FIRST, len(text) - FIRST), AROUND, TOGETHER))
        found = [0.0] * len(candidates)
        for at in range(0, len(some), _AT_ONCE):
            part = some[at : at + _AT_ONCE]
            minds = recurrence.read(self._letters, self._layers, text, [(piece.start, piece.end) for piece in part])
            asked = [number for piece in part for number in piece.asked]
            heard = [
                _heard(mind, piece.start, candidates[number]) for mind, piece in zip(minds, part, strict=True) for number in piece.asked
            ]
            for number, weight in zip(
                asked, self._weights(text, [candidates[number] for number in asked], numpy.array(heard)), strict=True
            ):
                found[number] = weight
        return found

    def _weights(self, text: str, candidates: Sequence[Candidate], heard: Numbers) -> list[float]:
        layers = self._layers
        own = [at if at < one.end else NOWHERE for one in candidates for at in range(one.start, one.start + OF_IT)]
        seen = self._letters.seen(text, own).reshape(len(candidates), -1)
        thoughts = (
            numpy.concatenate([heard, seen], axis=1) @ layers.thoughts + layers.thoughts_of_length[[length(one) for one in candidates]]
        )
        found: list[float] = (numpy.maximum(thoughts, 0) @ layers.last + layers.last_base).tolist()
        return found


def _heard(mind: Numbers, begins: int, one: Candidate) -> Numbers:
    """What is in mind at the places of a candidate, read forwards and backwards; mind: (letters, 2 × mind) from `begins` on."""
    half = mind.shape[1] // 2
    forwards = [mind[(one.end if ended else one.start) + step - begins, :half] for ended, step in FORWARDS]
    backwards = [mind[(one.end if ended else one.start) + step - begins, half:] for ended, step in BACKWARDS]
    return numpy.concatenate([*forwards, *backwards])


def write(path: Path, signs: Sequence[str], layers: Layers, learned_from: str) -> None:
    """Keep what was learned."""
    taught.write(path, signs, layers._asdict(), learned_from)


def read(path: Path) -> tuple[Network, str]:
    """(the network, what it was learned from)."""
    kept = taught.read(path)
    return Network(kept.signs, Layers(**kept.numbers)), kept.learned_from


def kept() -> tuple[Network, str]:
    """The one of this package, and what it was learned from."""
    with taught.of_this_package(_FILE) as path:
        return read(path)


@cache
def network() -> Network:
    """The one that was taught, read once."""
    return kept()[0]
