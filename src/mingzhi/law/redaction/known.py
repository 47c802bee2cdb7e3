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
        self.names = sorted(key for key in self._people if len(key) > 1)
        self._shown = {key: folded(normalised(person.name)) for key, person in self._people.items()}
        # A pattern whose every branch begins with one letter skips what cannot begin a name; Latin names begin with either of two.
        halves = ([name for name in self.names if not name[0].isascii()], [name for name in self.names if name[0].isascii()])
        self._patterns = [re.compile(_pattern(half)) for half in halves if half]

    def __contains__(self, name: str) -> bool:
        return name in self._people

    def find(self, text: str) -> Iterator[Found]:
        """Every place in a folded text where one of the names stands."""
        matches = [match for pattern in self._patterns for match in pattern.finditer(text)]
        for match in sorted(matches, key=lambda match: match.start()) if len(self._patterns) > 1 else matches:
            name = match[0] if match[0] in self._people else self._closest(match[0])
            person = self._people[name]
            yield Found(match.start(), match.end(), self._shown[name], person.role, person.surname)

    def _closest(self, written: str) -> str:
        """Which name this is, where blanks and marks between its letters are not those of the name as it was given."""
        bare = _GAPS.sub("", written).casefold()
        return bare if bare in self._people else next(name for name in self.names if _letters(name) == _letters(written))


_GAPS = re.compile(GAP + "+")


def _letters(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _pattern(names: Iterable[str]) -> str:
    """All names in one pattern that looks at each letter once; between letters may stand whatever a copy leaves there."""
    tree: dict[str, dict] = {}
    for name in names:
        node = tree
        for letter in name:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branches(tree, "")


def _branches(node: dict[str, dict], before: str) -> str:
    parts = []
    for letter, below in sorted(node.items()):
        if not letter:
            continue
        if letter == INTERPUNCT:
            own = f"(?:{GAP}*[{INTERPUNCT}.]?{GAP}*)"
        elif letter == " ":
            own = rf"(?:{GAP}|[.{INTERPUNCT},])+"
        else:
            gap = "" if before in ("", INTERPUNCT, " ") else f"{GAP}{{0,4}}"
            own = gap + _letter(letter) if before or not letter.isascii() else _letter(letter) + "(?<![A-Za-z]{2})"
        if letter.isascii() and letter.isalpha() and "" in below:
            own += "(?![A-Za-z])"
        parts.append(own + _branches(below, letter))
    if not parts:
        return ""
    one = parts[0] if len(parts) == 1 else "(?:" + "|".join(parts) + ")"
    return f"(?:{one})?" if "" in node else one


def _letter(letter: str) -> str:
    either = {letter, letter.upper()}
    return re.escape(letter) if len(either) == 1 or any(len(one) != 1 for one in either) else f"[{''.join(sorted(either))}]"
