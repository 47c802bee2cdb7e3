"""From which day the deadlines of money run, on which they were met, and which of several they are.

Both procedures ask this when they declare them. Money is often put on record days after it moved: the day it moved counts.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from mingzhi.core.engine.days import local_day

from .models import Case, Payment, SpotCollection
from .owing import fine_left
from .serving import DECISION_CODES, codes_served


def pay_from(case: Case, at: datetime, given: dict[str, Any]) -> date | None:
    """The day the decision arrived, when this very service brought it and it has a fine."""
    return case.decision_served_on if case.fine_yuan and codes_served(given) & set(DECISION_CODES) else None


def unless_something_is_left(case: Case, given: dict[str, Any]) -> str:
    """Names the deadline to pay only when nothing of the fine is left: a part payment does not meet it."""
    return "部分缴款" if "amount_yuan" in given and fine_left(case) else ""


def paid_up(case: Case, at: datetime, given: dict[str, Any]) -> date | None:
    """The day on which the last part of the fine was paid or taken, whenever that was put on record. Source: penalty-law-67."""
    standing = Payment.objects.filter(matter_id=case.pk, purpose=Payment.Purpose.FINE, reverses__isnull=True, reversed_by__isnull=True)
    taken = SpotCollection.objects.filter(matter_id=case.pk, handed_in_at__isnull=True).values_list("collected_at", flat=True)
    return max([*standing.values_list("paid_on", flat=True), *map(local_day, taken)], default=None)


def handed_in(case: Case, at: datetime, given: dict[str, Any]) -> datetime:
    """The moment the organ received what was collected."""
    return given["handed_in_at"]


def banked(case: Case, at: datetime, given: dict[str, Any]) -> datetime:
    """The moment the bank received it."""
    return given["banked_at"]


def collection_landed(case: Case, at: datetime, given: dict[str, Any]) -> Any:
    """The moment of collection, or the day of landing for what was collected on water."""
    return given["landed_on"] or given["collected_at"]


def collection_named(case: Case, given: dict[str, Any]) -> str:
    """The receipt under which the money was collected."""
    row = given.get("collection")
    return row.receipt_number if row is not None else given.get("receipt_number", "")
