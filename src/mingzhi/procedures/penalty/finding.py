"""By which words a case is found besides number, title and handlers: its parties, its place, its power."""

from __future__ import annotations

from collections.abc import Iterable

from mingzhi.core.engine.search import searchable

from .models import Case


@searchable("penalty", "summary")
def parties_and_place(case: Case) -> Iterable[str]:
    """Names of the parties and of who acts for them; never their identifiers, which nobody should search people by."""
    for row in case.penalty_partys.order_by("id").values_list("name", "trade_name", "operator", "representative"):
        yield from row
    yield case.place
    yield case.cause
    yield case.decision_number
