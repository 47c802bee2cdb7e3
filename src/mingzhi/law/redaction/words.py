"""Ordinary words that begin like a name, end where one would begin, or go on where one would end; none is a name by itself."""

from importlib.resources import files


def _read(name: str) -> list[list[str]]:
    return [line.split() for line in files(__package__).joinpath(name).read_text("utf-8").splitlines()]


WORDS = frozenset(word for line in _read("words.txt") for word in line)
#: Those of them that parents choose and that do not often follow a label: 康健, 耿直, 巫峡.
NAMEABLE = frozenset(word for line in _read("nameable.txt") for word in line)
#: Words and letters of every kind, with the mark that the dictionary gives the kind: v does something, n is a thing, p leads to one.
KINDS = {word: kind for kind, *words in _read("lexicon.txt") for word in words}
#: The words among them: who is known only by what stands around is not called like one.
LEXICON = frozenset(word for word in KINDS if len(word) > 1)
