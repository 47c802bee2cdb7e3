"""Nothing that the program itself writes is taken for somebody: a page of the house with a hole in it could not be published."""

from __future__ import annotations

from mingzhi.faces.cli.bench.house import house_words
from mingzhi.law.redaction import Kind, redact

#: People who are examples in comments.
_EXAMPLES = frozenset(("王德明", "何平"))


def test_nobody_is_named_in_words_of_the_house():
    """disclosure-8.1"""
    pieces = [(file, piece) for file, pieces in house_words() for piece in pieces]
    hidden = {
        (file, piece[one.start : one.end])
        for file, piece in pieces
        for one in redact(piece).hidden
        if one.kind == Kind.NAME and not piece[one.start : one.end].isascii()
    }
    assert len(pieces) > 5_000
    assert {(file, name) for file, name in hidden if name not in _EXAMPLES} == set()
