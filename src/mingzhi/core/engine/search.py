"""Finding matters by any piece of their words, names of two characters included: an index of single characters, pairs and numbers.

The index (FTS5 on SQLite, a GIN of whole numbers on PostgreSQL) only narrows; the kept text decides, so what is found is
exactly what LIKE would find: `terms` says what is filed, `search_ways` how it is asked. It is derived from matters and may be rebuilt at
any time; the ledger does not answer for it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from mingzhi.core.organs.models import User

from .models import Matter, SearchText
from .search_ways import Asked, lite_word, matters_with
from .terms import terms_of
from .viewing import visible, whole_region

Words = Callable[[Any], Iterable[str]]

#: What a person may ask for: a longer question is cut, more words are left out.
ASKED_CHARACTERS = 60
ASKED_WORDS = 8

_words: defaultdict[str, list[Words]] = defaultdict(list)


def searchable(*kinds: str) -> Callable[[Words], Words]:
    """Have matters of these kinds (all kinds when none is named) found by the words a function gives for a matter as well.

    Never give what is kept apart from the matter, such as an informant: whoever sees the matter finds it by these words.
    """

    def keep(function: Words) -> Words:
        for kind in kinds or ("",):
            if function not in _words[kind]:
                _words[kind].append(function)
        return function

    return keep


def searchable_text(matter: Matter) -> str:
    """Number, title, handlers, and what was registered for its kind: what the matter is found by."""
    parts = [matter.number, matter.title, matter.handler_names]
    for give in (*_words[""], *_words[matter.kind]):
        parts += give(matter)
    return " ".join(dict.fromkeys(part for part in parts if part))


def plain(text: str) -> str:
    """Text as it is compared: one width, one case, single spaces, no control characters."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return re.sub(r"\s+", " ", "".join(" " if unicodedata.category(one) in _UNKEPT else one for one in folded)).strip()


#: Control characters and halves of surrogate pairs, which a database cannot keep, and unassigned ones.
_UNKEPT = frozenset({"Cc", "Cs", "Cn"})


def index(matter: Matter, text: str) -> None:
    """Keep what the matter is found by; call it inside the transaction that changed the matter."""
    index_many([(matter.pk, text)])


def index_many(rows: Iterable[tuple[int, str]]) -> None:
    """Keep the texts of several matters, by id, in a few statements. Texts that did not change cost one read."""
    texts = {pk: plain(text) for pk, text in rows}
    kept = dict(SearchText.objects.filter(pk__in=texts).values_list("pk", "text"))
    changed = {pk: text for pk, text in texts.items() if kept.get(pk) != text}
    if not changed:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.executemany(_LITE_FORGET, [(pk, _words_of(kept[pk])) for pk in changed if pk in kept])
        cursor.executemany(_PUT, list(changed.items()))
    lay_terms(changed.items())


def lay_terms(rows: Iterable[tuple[int, str]]) -> None:
    """Put the terms of plain texts into the index, by the id of their matters; on SQLite none of them may be in it."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.executemany(_PG_LAY, [(pk, terms_of(text)) for pk, text in rows])
        else:
            cursor.executemany(_LITE_LAY, [(pk, _words_of(text)) for pk, text in rows])


_PUT = "INSERT INTO engine_searchtext (matter_id, text) VALUES (%s, %s) ON CONFLICT (matter_id) DO UPDATE SET text = EXCLUDED.text"
_PG_LAY = (
    "INSERT INTO engine_searchterms (matter_id, terms) VALUES (%s, %s::bigint[]) "
    "ON CONFLICT (matter_id) DO UPDATE SET terms = EXCLUDED.terms"
)
_LITE_LAY = "INSERT INTO engine_searchterms (rowid, terms) VALUES (%s, %s)"
# The index keeps no text of its own: what is taken out has to be told again, word for word.
_LITE_FORGET = "INSERT INTO engine_searchterms (engine_searchterms, rowid, terms) VALUES ('delete', %s, %s)"


def _words_of(text: str) -> str:
    return " ".join(map(lite_word, terms_of(text)))


_LITE_EMPTY = "INSERT INTO engine_searchterms (engine_searchterms) VALUES ('delete-all')"


def rebuild(batch: int = 500) -> int:
    """Index every matter anew, after a restore or a change of what is indexed. Gives how many."""
    from .procedure import PROCEDURES

    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(_LITE_EMPTY if connection.vendor == "sqlite" else "DELETE FROM engine_searchterms")
        SearchText.objects.all().delete()
        count = 0
        for procedure in PROCEDURES.values():
            rows: list[tuple[int, str]] = []
            for matter in procedure.matter.objects.filter(kind=procedure.code).order_by("pk").iterator(chunk_size=batch):
                rows.append((matter.pk, searchable_text(matter)))
                count += 1
                if len(rows) == batch:
                    index_many(rows)
                    rows = []
            index_many(rows)
    return count


@dataclass(frozen=True)
class Hit:
    """One matter found, the text it was found by, and where in it the words asked for stand (start, end)."""

    matter: Matter
    text: str
    places: tuple[tuple[int, int], ...]


#: No matter has a greater id, and SQLite refuses to compare with one.
_GREATEST = (1 << 63) - 1


def asked_words(question: str) -> list[str]:
    """The words of a question, each to be found: cut at spaces, made plain."""
    return list(dict.fromkeys(plain(question)[:ASKED_CHARACTERS].split()))[:ASKED_WORDS]


def find(question: str, viewer: User, limit: int = 20, after: int | None = None) -> list[Hit]:
    """The matters this person may see in whose text every word of the question stands, the newest opened first.

    after: the id of the last matter of the page before. An empty question finds nothing.
    """
    words = asked_words(question)
    if not words:
        return []
    found = matters_with(Asked(words, *_seen_by(viewer)), limit, None if after is None else min(after, _GREATEST))
    return [Hit(row, text, tuple(_places(text, words))) for row in found for text in (vars(row)["found_text"],)]


def _seen_by(viewer: User) -> tuple[str, tuple[Any, ...]]:
    """What this person may see, as a condition on engine_matter and its values. Most people see one region, which needs no building."""
    region = whole_region(viewer, timezone.localdate())
    if region is not None:
        return "engine_matter.region = %s", (region,)
    query = visible(Matter.objects.all(), viewer).query
    where, values = query.get_compiler(connection=connection).compile(query.where)
    return where, tuple(values)


def _places(text: str, words: list[str]) -> Iterator[tuple[int, int]]:
    """Where each word stands first."""
    for word in words:
        start = text.find(word)
        if start >= 0:
            yield start, start + len(word)
