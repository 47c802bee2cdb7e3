"""Lists of signs with what they weigh, as they are kept in the repository: a first line, then lists apart by an empty line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.resources import files

#: A sign may hold a line end; this letter stands for it.
_LINE_END = "⏎"


def written(first_line: str, lists: Iterable[Mapping[str, float]]) -> str:
    """The lines of a file of weights."""
    parts = ("\n".join(f"{sign.replace(chr(10), _LINE_END)} {weight:g}" for sign, weight in one.items()) for one in lists)
    return f"{first_line}\n" + "\n\n".join(parts) + "\n"


def read(lines: str) -> tuple[str, list[dict[str, float]]]:
    """(the first line, the lists) of a file of weights."""
    first_line, rest = lines.split("\n", 1)
    return first_line, [
        {sign.replace(_LINE_END, "\n"): float(weight) for sign, weight in (line.rsplit(" ", 1) for line in part.split("\n") if line)}
        for part in rest.removesuffix("\n").split("\n\n")
    ]


def total(weights: Mapping[str, float], signs: Iterable[str]) -> float:
    """What signs weigh together."""
    return sum([weights.get(sign, 0.0) for sign in signs])


def kept(name: str) -> str:
    """A file of this package as text."""
    return files(__package__).joinpath(name).read_text("utf-8")
