"""What stands around a candidate for a name, weighed by a small network.

Signs are weighed one by one (`weighing.py`), and what two of them mean together has to be a sign of its own. A network finds such pairs by
itself: 阳光不信这话 is somebody, because nothing else does not believe. It sees the letters before, of, and after a candidate, each as the sum
of what was learned about its own signs; and it was taught with the same sentences about many other people, so that it goes by what stands
around rather than by the letters of names.

Several networks, each taught by itself, are asked; their mean is what it says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy

from . import taught
from .letters import NOWHERE, Letters, Numbers
from .signs import Candidate

#: How many letters are seen before and after a candidate, and of it.
AROUND, OF_IT = 8, 4
PLACES = 2 * AROUND + OF_IT
#: So many candidates are looked at together: some megabytes, however long the text is.
_AT_ONCE = 1000
_FILE = "network.npz"


def places(one: Candidate, size: int) -> Iterator[int]:
    """Where the letters stand that the network sees, in a text of so many; NOWHERE where there is none."""
    start, end, _ = one
    yield from (at if at > 0 else NOWHERE for at in range(start - AROUND, start))
    yield from (start + at if start + at < end else NOWHERE for at in range(OF_IT))
    yield from (at if at + 2 < size else NOWHERE for at in range(end, end + AROUND))


def length(one: Candidate) -> int:
    """By which length it is told."""
    return min(one.end - one.start, OF_IT) - 1


class Layers(NamedTuple):
    """The numbers of all networks, the first axis; the rows of signs, then three layers."""

    rows: Numbers
    first: Numbers
    first_of_length: Numbers
    second: Numbers
    second_base: Numbers
    last: Numbers
    last_base: Numbers


class Network:
    """Networks that were taught, and the signs whose rows they know."""

    def __init__(self, signs: Mapping[str, int], layers: Layers) -> None:
        self._layers = layers
        self._letters = Letters(signs, layers.rows)

    def weights(self, text: str, candidates: Sequence[Candidate]) -> list[float]:
        """What each candidate of a padded text weighs: the logarithm of the odds that it is a name."""
        parts = [candidates[at : at + _AT_ONCE] for at in range(0, len(candidates), _AT_ONCE)]
        return [weight for part in parts for weight in self._weights(text, part)]

    def _weights(self, text: str, candidates: Sequence[Candidate]) -> list[float]:
        layers = self._layers
        nets, count = len(layers.rows), len(candidates)
        seen = self._letters.seen(text, [at for one in candidates for at in places(one, len(text))])
        around = seen.reshape(count, PLACES, nets, -1).transpose(2, 0, 1, 3).reshape(nets, count, -1)
        lengths = [length(one) for one in candidates]
        hidden = numpy.maximum(around @ layers.first + layers.first_of_length[:, lengths], 0)
        hidden = numpy.maximum(hidden @ layers.second + layers.second_base[:, None], 0)
        said = (hidden @ layers.last[:, :, None])[:, :, 0] + layers.last_base[:, None]
        found: list[float] = said.mean(0).tolist()
        return found


def write(path: Path, signs: Sequence[str], layers: Layers, learned_from: str) -> None:
    """Keep what was learned."""
    taught.write(path, signs, layers._asdict(), learned_from)


def read(path: Path) -> tuple[Network, str]:
    """(the networks, what it was learned from)."""
    kept = taught.read(path)
    return Network(kept.signs, Layers(**kept.numbers)), kept.learned_from


def kept() -> tuple[Network, str]:
    """The ones of this package, and what it was learned from."""
    with taught.of_this_package(_FILE) as path:
        return read(path)


@cache
def network() -> Network:
    """The ones that were taught, read once."""
    return kept()[0]
