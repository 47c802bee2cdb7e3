"""By which words a seizure is found besides number, title and handlers: its case, the parties, the things."""

from __future__ import annotations

from collections.abc import Iterable

from mingzhi.core.engine.search import searchable

from .models import Seizure


@searchable("seizure")
def case_parties_and_things(seizure: Seizure) -> Iterable[str]:
    """The case's number, the names of its parties, what is held and where."""
    yield seizure.case.number
    yield from seizure.case.penalty_partys.order_by("id").values_list("name", flat=True)
    yield seizure.place
    for row in seizure.goods:
        yield row["name"]
        yield row.get("mark", "")
