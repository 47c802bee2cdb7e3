"""By which words an execution is found besides number, title and handlers: those of its case."""

from __future__ import annotations

from collections.abc import Iterable

from mingzhi.core.engine.search import searchable

from .models import Enforcement


@searchable("enforcement")
def case_and_parties(enforcement: Enforcement) -> Iterable[str]:
    """The case's number and decision, and the names of its parties."""
    yield enforcement.case.number
    yield enforcement.case.decision_number
    yield from enforcement.case.penalty_partys.order_by("id").values_list("name", flat=True)
