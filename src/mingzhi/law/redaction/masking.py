"""What stands in the place of a name, and how two people who would look alike are told apart.

One `Masks` serves all texts of one publication, so that title and body give the same person the same word.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from mingzhi.law.names import Style, masked

from .kinds import Role

INFORMANT = "举报人"
MINOR = "某未成年人"


@dataclass
class Masks:
    """Words for names. Register every name first (`meet`), in the order of the texts; then ask for each word."""

    style: Style = "some"
    _words: dict[str, str] = field(default_factory=dict)
    _alike: dict[str, list[str]] = field(default_factory=dict)

    def meet(self, name: str, role: Role, surname: str | None = None) -> None:
        """Take note of a person that is hidden."""
        key = name.casefold()
        if key in self._words:
            return
        word = INFORMANT if role == Role.INFORMANT else MINOR if role == Role.MINOR else masked(name, self.style, surname)
        self._words[key] = word
        self._alike.setdefault(word, []).append(key)

    def word(self, name: str, before_digit: bool = False) -> str:
        """The word for a person that was met. Before a digit the number stands in brackets: 张某某1 and 5000元 are not 15000元."""
        word = self._words[name.casefold()]
        alike = self._alike[word]
        if len(alike) == 1 or word == INFORMANT:
            return word
        number = alike.index(name.casefold()) + 1
        return f"{word}（{number}）" if before_digit else f"{word}{number}"
