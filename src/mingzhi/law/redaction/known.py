"""Names the matter knows, found in every way they are written: split by blanks and line breaks, full-width, any interpunct."""

from __future__ import annotations

import re
from bisect import bisect_right
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
        # Chinese names by their first two letters, longest first.
        self._by_head: dict[str, list[str]] = {}
        for name in sorted((name for name in self.names if _ALL_HAN.fullmatch(name)), key=len, reverse=True):
            self._by_head.setdefault(name[:2], []).append(name)
        self._first = sorted({head[0] for head in self._by_head})
        others = [name for name in self.names if not _ALL_HAN.fullmatch(name)]
        # A pattern whose every branch begins with one letter skips what cannot begin a name; Latin names begin with either of two.
        halves = ([name for name in others if not name[0].isascii()], [name for name in others if name[0].isascii()])
        self._patterns = [re.compile(_pattern(half)) for half in halves if half]

    def __contains__(self, name: str) -> bool:
        return name in self._people

    def find(self, text: str) -> Iterator[Found]:
        """Every place in a folded text where one of the names stands."""
        at = -1
        for start, end, name in sorted(self._places(text), key=lambda one: (one[0], -one[1])):
            if start < at:
                continue
            at = end
            person = self._people[name]
            yield Found(start, end, self._shown[name], person.role, person.surname)

    def _places(self, text: str) -> Iterator[tuple[int, int, str]]:
        """(start, end, name), also of names inside others. Chinese names are looked for without the gaps: a pattern costs more to make than to use."""
        bare = _BETWEEN_HAN.sub("", text) if self._first else ""
        gaps = _Gaps(text) if self._first and len(bare) < len(text) else None
        for letter in self._first:
            at = bare.find(letter)
            while at >= 0:
                for name in self._by_head.get(bare[at : at + 2], ()):
                    if bare.startswith(name, at):
                        end = at + len(name)
                        yield (at, end, name) if gaps is None else (gaps.start(at), gaps.start(end - 1) + 1, name)
                        break
                at = bare.find(letter, at + 1)
        for match in (match for pattern in self._patterns for match in pattern.finditer(text)):
            yield match.start(), match.end(), match[0] if match[0] in self._people else self._closest(match[0])

    def _closest(self, written: str) -> str:
        """Which name this is, where blanks and marks between its letters are not those of the name as it was given."""
        bare = _GAPS.sub("", written).casefold()
        return bare if bare in self._people else next(name for name in self.names if _letters(name) == _letters(written))


_GAPS = re.compile(GAP + "+")
_HAN = "[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af]"
_ALL_HAN = re.compile(_HAN + "+")
#: What a copy leaves between the letters of a name.
_BETWEEN_HAN = re.compile(f"{GAP}(?<={_HAN}{GAP}){GAP}{{0,3}}(?={_HAN})")


class _Gaps:
    """How offsets of a text without its gaps lead back to the text."""

    def __init__(self, text: str) -> None:
        self._at: list[int] = []
        self._moved: list[int] = []
        moved = 0
        for gap in _BETWEEN_HAN.finditer(text):
            self._at.append(gap.start() - moved)
            moved += gap.end() - gap.start()
            self._moved.append(moved)

    def start(self, at: int) -> int:
        """Where the letter at this offset stands in the text with its gaps."""
        index = bisect_right(self._at, at) - 1
        return at + self._moved[index] if index >= 0 else at


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
