"""What networks were taught, as it is kept in the repository: their numbers, the signs whose rows they know, and what they were learned from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, NamedTuple

import numpy

from .letters import Numbers


class Taught(NamedTuple):
    """The row of each sign, the numbers by their names, and a digest of the passages they were learned from."""

    signs: Mapping[str, int]
    numbers: Mapping[str, Numbers]
    learned_from: str


def write(path: Path, signs: Sequence[str], numbers: Mapping[str, Numbers], learned_from: str) -> None:
    """Keep what was learned, in numbers of half length: they say as much."""
    halves: dict[str, Any] = {name: value.astype(numpy.float16) for name, value in numbers.items()}
    with path.open("wb") as file:
        numpy.savez_compressed(file, signs=numpy.array(signs), learned_from=numpy.array(learned_from), **halves)


def read(path: Path) -> Taught:
    """What was kept."""
    with numpy.load(path, allow_pickle=False) as kept:
        numbers = {name: kept[name].astype(numpy.float32) for name in kept.files if name not in ("signs", "learned_from")}
        return Taught({str(sign): row for row, sign in enumerate(kept["signs"])}, numbers, str(kept["learned_from"]))


@contextmanager
def of_this_package(name: str) -> Iterator[Path]:
    """A file of this package."""
    with as_file(files(__package__).joinpath(name)) as path:
        yield path
