"""How often letters stand in given names, beside how often in words: grades from 0, seldom, to 7, for the second and the third letter of a name.

Counted in the names of the dictionary that `lexicon.txt` is from (its notice is `words.license.txt`); a letter that no name there holds has no grade.
"""

from __future__ import annotations

from importlib.resources import files


def _read(place: str) -> dict[str, str]:
    """Letters with their grades; lines of `given.txt` are a place in the name, a grade, and the letters."""
    lines = (line.split() for line in files(__package__).joinpath("given.txt").read_text("utf-8").splitlines())
    return {letter: which[1] for which, letters in lines if which[0] == place for letter in letters}


SECOND, THIRD = _read("2"), _read("3")
