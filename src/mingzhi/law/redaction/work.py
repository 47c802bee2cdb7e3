"""What the texts of one publication share: its people, the names found on the way, the words for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .folding import GAP, folded
from .kinds import Options, Person, Role
from .known import Found, KnownNames
from .masking import Masks
from .spans import Bounds, Guard

_SHORTEST_NUMBER = 7


class Work:
    """People and options of one publication, and who was met in its texts."""

    def __init__(self, people: Sequence[Person], options: Options) -> None:
        self.people = tuple(people)
        self.options = options
        self.known = KnownNames(people)
        self.masks = Masks(options.style)
        self.kept = options.kept_roles
        self._allowed = re.compile("|".join(map(_loosely, sorted(options.allowed, key=len, reverse=True)))) if options.allowed else None
        self._met: dict[str, Found] = {}
        self._met_names = KnownNames(())

    def meet(self, found: Sequence[Found]) -> None:
        """Remember names that the matter does not know, with the role that was read at their first place."""
        new = [one for one in found if one.key not in self.known and self._learns(one)]
        if new:
            self._met_names = KnownNames(Person(one.name, one.role, one.surname) for one in self._met.values())

    def _learns(self, one: Found) -> bool:
        before = self._met.get(one.key)
        # A label says more than no label; an officer who is somebody else too is hidden.
        if before is None or (before.role == Role.OTHER and one.role != Role.OTHER):
            self._met[one.key] = one
            return True
        return False

    def mentions(self, text: str) -> Iterator[Found]:
        """Every place in a folded text where a known name or one that was met stands."""
        yield from self.known.find(text)
        yield from self._met_names.find(text)

    def is_known(self, key: str) -> bool:
        return key in self.known

    def allowed(self, text: str) -> Guard:
        """Where a folded text holds what was allowed to stay."""
        spans: Iterator[Bounds] = (found.span() for found in self._allowed.finditer(text)) if self._allowed else iter(())
        return Guard(spans)


def _loosely(text: str) -> str:
    """An allowed text as a pattern; a number may be written with or without its marks, but never inside a longer one."""
    plain = folded(text.strip())
    digits = re.sub(r"\D", "", plain)
    if len(digits) >= _SHORTEST_NUMBER and not re.search(r"[^\d\s()（）+-]", plain):
        return r"(?<!\d)[(（]?" + f"(?:{GAP}|[-()（）])?".join(digits) + r"(?!\d)"
    return re.escape(plain) if plain else r"(?!)"
