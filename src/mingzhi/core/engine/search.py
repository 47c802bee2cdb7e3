"""Finding matters by any piece of their words, names of two characters included: an index of character pairs.

The index (FTS5 on SQLite, a GIN of tsvector on PostgreSQL) only narrows; LIKE on the kept text decides, so what is found is
exactly what LIKE would find. It is derived from matters and may be rebuilt at any time; the ledger does not answer for it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.db import connection, transaction
from django.db.models import F, QuerySet
from django.db.models.expressions import RawSQL

from mingzhi.core.organs.models import User

from .models import Matter, SearchText
from .viewing import visible

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


def bigrams(text: str) -> list[str]:
    """The index words of a text: every pair of neighbouring characters and the last one alone, each once, as plain letters.

    Characters are written with six hexadecimal digits, so that no tokenizer of either database can cut or fold them, and a
    single character is the beginning of every pair it begins.
    """
    codes = [f"{ord(one):06x}" for one in plain(text)]
    pairs = [f"b{one}{other}" for one, other in pairwise([*codes, ""])]
    return list(dict.fromkeys(pairs))


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
        if connection.vendor == "postgresql":
            cursor.executemany(_PG_PUT, [(pk, text, bigrams(text)) for pk, text in changed.items()])
            return
        cursor.executemany(_LITE_FORGET, [(pk, " ".join(bigrams(kept[pk]))) for pk in changed if pk in kept])
        cursor.executemany(_LITE_PUT, list(changed.items()))
        cursor.executemany(_LITE_INDEX, [(pk, " ".join(bigrams(text))) for pk, text in changed.items()])


_PG_PUT = (
    "INSERT INTO engine_searchtext (matter_id, text, pairs) VALUES (%s, %s, array_to_tsvector(%s::text[])) "
    "ON CONFLICT (matter_id) DO UPDATE SET text = EXCLUDED.text, pairs = EXCLUDED.pairs"
)
_LITE_PUT = "INSERT INTO engine_searchtext (matter_id, text) VALUES (%s, %s) ON CONFLICT (matter_id) DO UPDATE SET text = excluded.text"
_LITE_INDEX = "INSERT INTO engine_searchpairs (rowid, pairs) VALUES (%s, %s)"
# The index keeps no text of its own: what is taken out has to be told again, word for word.
_LITE_FORGET = "INSERT INTO engine_searchpairs (engine_searchpairs, rowid, pairs) VALUES ('delete', %s, %s)"


def rebuild(batch: int = 500) -> int:
    """Index every matter anew, after a restore or a change of what is indexed. Gives how many."""
    from .procedure import PROCEDURES

    with transaction.atomic():
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute("INSERT INTO engine_searchpairs (engine_searchpairs) VALUES ('delete-all')")
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


def asked_words(question: str) -> list[str]:
    """The words of a question, each to be found: cut at spaces, made plain."""
    return list(dict.fromkeys(plain(question)[:ASKED_CHARACTERS].split()))[:ASKED_WORDS]


def find(question: str, viewer: User, limit: int = 20, after: int | None = None, kinds: Iterable[str] = ()) -> list[Hit]:
    """The matters this person may see in whose text every word of the question stands, the newest opened first.

    after: the id of the last matter of the page before. kinds: only these. An empty question finds nothing.
    """
    words = asked_words(question)
    if not words:
        return []
    rows = visible(Matter.objects.all(), viewer)
    if kinds:
        rows = rows.filter(kind__in=list(kinds))
    if after is not None:
        rows = rows.filter(pk__lt=after)
    for word in words:
        rows = rows.filter(searchtext__text__contains=word)
    rows = rows.annotate(found_text=F("searchtext__text"))
    found = _among_the_newest(rows, limit, after) if all(len(word) == 1 for word in words) else []
    if len(found) < limit:
        found = list(_narrowed(rows, words, after)[:limit])
    return [Hit(row, text, tuple(_places(text, words))) for row in found for text in (vars(row)["found_text"],)]


#: Where a single character is looked for without the index first: nearly all that stand in every hundredth text are found here.
NEWEST = 5000


def _among_the_newest(rows: QuerySet[Matter], limit: int, before: int | None) -> list[Matter]:
    """A single character begins so many pairs that putting them together costs more than reading the newest texts (older than `before`)."""
    newest = before or Matter.objects.order_by("-pk").values_list("pk", flat=True).first()
    return list(rows.filter(pk__gt=newest - NEWEST).order_by("-pk")[:limit]) if newest else []


def _narrowed(rows: QuerySet[Matter], words: list[str], after: int | None) -> QuerySet[Matter]:
    """Only those whose index has every pair of every word, the newest first."""
    if connection.vendor == "postgresql":
        terms = " & ".join(f"'{term}'{':*' if prefix else ''}" for term, prefix in _terms(words))
        return rows.filter(pk__in=RawSQL("SELECT matter_id FROM engine_searchtext WHERE pairs @@ %s::tsquery", [terms])).order_by("-pk")
    terms = " AND ".join(f"{term}{'*' if prefix else ''}" for term, prefix in _terms(words))
    # Ordered by the index's own row id, FTS5 hands matches out newest first and stops at the limit, without sorting them all.
    found = rows.extra(
        tables=["engine_searchpairs"],
        where=["engine_searchpairs.rowid = engine_matter.id", "engine_searchpairs MATCH %s"],
        params=[terms],
        order_by=["-engine_searchpairs.rowid"],
    )
    return found if after is None else found.extra(where=["engine_searchpairs.rowid < %s"], params=[after])


#: “〔2026〕” within a number, its brackets left to what stands beside them.
_YEAR = re.compile(r"(?<=〔)\d{4}(?=〕)")


def _terms(words: list[str]) -> Iterator[tuple[str, bool]]:
    """Index words to look up, and whether anything may follow: pairs as they are, a single character by its beginning.

    The pairs of a year in its brackets stand in nearly every text: where a word says more than that, the rest narrows better without them.
    """
    for word in words:
        parts = [part for part in _YEAR.split(word) if len(part) > 1] or [word]
        pairs = dict.fromkeys(pair for part in parts for pair in (bigrams(part)[:-1] or bigrams(part)))
        yield from ((pair, len(word) == 1) for pair in pairs)


def _places(text: str, words: list[str]) -> Iterator[tuple[int, int]]:
    """Where each word stands first."""
    for word in words:
        start = text.find(word)
        if start >= 0:
            yield start, start + len(word)
