"""What the other names of a text say of a candidate: whether it is listed beside one, and how many stand between the same letters.

东邻曲波，同意；西邻艾明，不同意: whoever is sure to be one speaks for the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from .signs import JOINS, Candidate
from .spans import Bounds


class Company:
    """The names of a text as they stand so far."""

    def __init__(self, text: str, names: Iterable[Bounds]) -> None:
        self._text, self._names = text, set(names)
        self._begins, self._ends = {start for start, _ in self._names}, {end for _, end in self._names}
        self._between = Counter(self._letters(*one) for one in self._names)

    def of(self, one: Candidate) -> tuple[bool, bool, int]:
        """(whether it is listed right after one, or right before one, how many others stand between the same two letters)."""
        start, end, _ = one
        before, after = self._letters(start, end)
        alike = self._between[before, after] if before and after else 0
        return (
            before in JOINS and start - 1 in self._ends,
            after in JOINS and end + 1 in self._begins,
            alike - (alike > 0 and (start, end) in self._names),
        )

    def _letters(self, start: int, end: int) -> tuple[str, str]:
        return self._text[start - 1 : start], self._text[end : end + 1]
