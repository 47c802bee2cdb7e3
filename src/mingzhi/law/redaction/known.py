"""Names the matter knows, found in every way they are written: split by blanks and line breaks, full-width, any interpunct."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mingzhi.law.names import INTERPUNCT, normalised

from .folding import GAP, folded
from .kinds import Person, Role

#: Letters that stand where a name was hidden already.
MASKS = frozenset("某*×Ｘ＊")


@dataclass(frozen=True, slots=True)
class Found:
    """A name at its place, in its normal form, and the role of whoever bears it."""

    start: int
    end: int
    name: str
    role: Role
    surname: str | None = None

    @property
    def key(self) -> str:
        return self.name.casefold()


def spelled(name: str) -> str:
    """The one form in which names are compared: folded, interpuncts alike, letters small."""
    return folded(normalised(name)).casefold()


class KnownNames:
    """The people of a matter as one pattern, longest name first."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._people: dict[str, Person] = {}
        for person in people:
            if not person.name.strip() or MASKS & set(person.name):
                continue
            key = spelled(person.name)
            before = self._people.get(key)
            # Where one name belongs to an officer and to somebody else, nobody can tell them apart in a text: it is hidden.
            if before is None or (before.role == Role.OFFICER and person.role != Role.OFFICER):
                self._people[key] = person
        # A name of one letter would be found in every second word.
        self.names = sorted((key for key in self._people if len(key) > 1), key=len, reverse=True)
        self._pattern = re.compile("|".join(f"({_pattern(name)})" for name in self.names)) if self.names else None

    def __contains__(self, name: str) -> bool:
        return name in self._people

    def find(self, text: str) -> Iterator[Found]:
        """Every place in a folded text where one of the names stands."""
        if self._pattern is None:
            return
        for match in self._pattern.finditer(text):
            name = self.names[(match.lastindex or 1) - 1]
            person = self._people[name]
            yield Found(match.start(), match.end(), folded(normalised(person.name)), person.role, person.surname)


def _pattern(name: str) -> str:
    letters = [
        f"(?:{GAP}*[{INTERPUNCT}.]?{GAP}*)"
        if letter == INTERPUNCT
        else rf"(?:{GAP}|[.{INTERPUNCT},])+"
        if letter == " "
        else _letter(letter)
        for letter in name
    ]
    joined = letters[0]
    for before, letter in zip(name, letters[1:], strict=False):
        between = "" if letter.startswith("(?:") or before in f"{INTERPUNCT} " else f"{GAP}{{0,4}}"
        joined += between + letter
    if name.isascii():
        return rf"(?<![A-Za-z]){joined}(?![A-Za-z])"
    return joined


def _letter(letter: str) -> str:
    either = {letter, letter.upper()}
    return re.escape(letter) if len(either) == 1 or any(len(one) != 1 for one in either) else f"[{''.join(sorted(either))}]"
