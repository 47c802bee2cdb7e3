"""By which words a clue is found besides number, title and handlers; never by its informant, who is kept apart (complaint-8)."""

from __future__ import annotations

from collections.abc import Iterable

from mingzhi.core.engine.search import searchable

from .models import Clue


@searchable("clue")
def suspect_and_place(clue: Clue) -> Iterable[str]:
    """Who is suspected, where, and to whom it was handed."""
    return (clue.suspect, clue.place, clue.handed_to)
