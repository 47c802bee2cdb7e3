"""Ordinary words that begin like a name, end where one would begin, or go on where one would end; none is a name by itself."""

from importlib.resources import files

WORDS = frozenset(files(__package__).joinpath("words.txt").read_text("utf-8").split())
