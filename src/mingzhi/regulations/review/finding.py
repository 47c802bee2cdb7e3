"""By which words a review is found besides number, title and handlers: those of its case."""

from __future__ import annotations

from collections.abc import Iterable

from mingzhi.core.engine.search import searchable

from .models import Review


@searchable("review")
def case_and_parties(review: Review) -> Iterable[str]:
    """The case's number and the names of its parties."""
    yield review.case.number
    yield from review.case.penalty_partys.order_by("id").values_list("name", flat=True)
