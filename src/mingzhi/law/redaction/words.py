"""Ordinary words that begin like a name, end where one would begin, or go on where one would end; none is a name by itself."""

from importlib.resources import files


def _read(name: str) -> frozenset[str]:
    return frozenset(files(__package__).joinpath(name).read_text("utf-8").split())


WORDS = _read("words.txt")
#: Those of them that parents choose and that do not often follow a label: 康健, 耿直, 巫峡.
NAMEABLE = _read("nameable.txt")
#: Ordinary words of every kind: who is known only by what stands around is not called like one.
LEXICON = _read("lexicon.txt")
