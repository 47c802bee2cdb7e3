"""By which words a transfer is found besides number, title and handlers: those of its case, and the offence."""

from __future__ import annotations

from collections.abc import Iterable

from mingzhi.core.engine.search import searchable

from .models import CrimeTransfer


@searchable("crime")
def case_and_offence(transfer: CrimeTransfer) -> Iterable[str]:
    """The case's number, its parties, the offence suspected and the police it went to."""
    yield transfer.case.number
    yield from transfer.case.penalty_partys.order_by("id").values_list("name", flat=True)
    yield transfer.offence
    yield transfer.police
