"""The two ways to the matters in whose texts some words stand, which find the same: asking the index, and reading the newest texts.

FTS5 hands out what it has newest first and stops when that is enough. PostgreSQL gathers all that its index has before it takes the
newest twenty, which is slow where a word stands in a hundred thousand texts; but such a word stands in one of the next few texts.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from django.db import connection

from .models import Matter
from .sampling import Sample, sample
from .terms import pieces_of, term_of

#: Of the index words of a question so many are looked up, the rarest, and none that is so much more common than the rarest of all:
#: putting its long list beside the short one costs more than reading what the short one gives.
_MOST_TERMS = 4
_MOST_COMMON = 10
#: So many texts are read in the time in which a database gathers one by its index.
_READ_FOR_ONE = {"sqlite": 0.0, "postgresql": 9.0}
#: First those are read in which three times as many as are wanted may be expected; each time after that four times as many as before.
_EXPECTED = 3
_MORE = 4


class Asked(NamedTuple):
    """The words of a question, and in SQL which rows of engine_matter may be found by it."""

    words: list[str]
    where: str
    values: tuple[Any, ...]


def matters_with(asked: Asked, limit: int, before: int | None) -> list[Matter]:
    """The newest matters in whose text every word stands, older than the one with the id `before`; the text comes along as `found_text`."""
    known = sample()
    share = known.share(asked.words)
    found: list[Matter] = []
    window = _EXPECTED * limit / (share or 1)
    while window <= share * known.newest * _READ_FOR_ONE[connection.vendor]:
        since = (known.newest if before is None else before) - int(window)
        found += _newest(asked, since, limit - len(found), before)
        if len(found) == limit or since <= 1:
            return found
        before, window = since, window * _MORE
    return found + _by_index(asked, known, limit - len(found), before)


class _Rows(NamedTuple):
    """Where texts come from: tables, the column with the id of the matter, and a condition with its value."""

    tables: str
    key: str
    where: str
    value: Any


def _newest(asked: Asked, since: int, limit: int, before: int | None) -> list[Matter]:
    """Those with an id of at least `since`, text by text from the newest on."""
    key = "engine_searchtext.matter_id"
    return _matters(_Rows("engine_searchtext", key, f"{key} >= %s", since), asked, limit, before)


def _by_index(asked: Asked, known: Sample, limit: int, before: int | None) -> list[Matter]:
    terms = [term_of(piece) for piece in _rarest(asked.words, known)]
    key = "engine_searchtext.matter_id"
    if connection.vendor == "postgresql":
        # Gathered before anything else: the planner would else go through all texts where it thinks that there are many such.
        where = f"{key} = ANY(ARRAY(SELECT matter_id FROM engine_searchterms WHERE terms @> %s::bigint[]))"
        return _matters(_Rows("engine_searchtext", key, where, terms), asked, limit, before)
    # Only ordered by its own row id FTS5 hands matters out newest first and stops at the limit.
    tables = f"engine_searchterms CROSS JOIN engine_searchtext ON {key} = engine_searchterms.rowid"
    match = " AND ".join(map(lite_word, terms))
    return _matters(_Rows(tables, "engine_searchterms.rowid", "engine_searchterms MATCH %s", match), asked, limit, before)


def _rarest(words: list[str], known: Sample) -> list[str]:
    shares = {piece: known.share_of(piece) for word in words for piece in pieces_of(word)}
    most = min(shares.values()) * _MOST_COMMON
    return [piece for piece in sorted(shares, key=shares.__getitem__) if shares[piece] <= most][:_MOST_TERMS]


def lite_word(term: int) -> str:
    """An index word as FTS5 keeps it: letters and digits alone."""
    return f"g{term:x}" if term >= 0 else f"n{~term:x}"


_COLUMNS = ", ".join(f"engine_matter.{field.column}" for field in Matter._meta.concrete_fields)


def _matters(rows: _Rows, asked: Asked, limit: int, before: int | None) -> list[Matter]:
    """In SQL as it stands, for building the same from models takes longer than running it."""
    # CROSS: SQLite takes the tables in the order they are written in.
    join, place = ("JOIN", "strpos") if connection.vendor == "postgresql" else ("CROSS JOIN", "instr")
    where = [rows.where, *[f"{place}(engine_searchtext.text, %s) > 0"] * len(asked.words), f"({asked.where})"]
    values = [rows.value, *asked.words, *asked.values]
    if before is not None:
        where.append(f"{rows.key} < %s")
        values.append(before)
    sql = (
        f"SELECT {_COLUMNS}, engine_searchtext.text AS found_text FROM {rows.tables} "
        f"{join} engine_matter ON engine_matter.id = engine_searchtext.matter_id "
        f"WHERE {' AND '.join(where)} ORDER BY {rows.key} DESC LIMIT {limit}"
    )
    return list(Matter.objects.raw(sql, values))
