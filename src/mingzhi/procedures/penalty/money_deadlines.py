"""From which day the deadlines of money run, and which of several they are: what both procedures ask when they declare them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from .models import Case
from .owing import fine_left
from .serving import DECISION_CODES, codes_served


def pay_from(case: Case, at: datetime, given: dict[str, Any]) -> date | None:
    """The day the decision arrived, when this very service brought it and it has a fine."""
    return case.decision_served_on if case.fine_yuan and codes_served(given) & set(DECISION_CODES) else None


def unless_something_is_left(case: Case, given: dict[str, Any]) -> str:
    """Names the deadline to pay only when nothing of the fine is left: a part payment does not meet it."""
    return "部分缴款" if "amount_yuan" in given and fine_left(case) else ""


def collection_landed(case: Case, at: datetime, given: dict[str, Any]) -> Any:
    """The moment of collection, or the day of landing for what was collected on water."""
    return given["landed_on"] or given["collected_at"]


def collection_named(case: Case, given: dict[str, Any]) -> str:
    """The receipt under which the money was collected."""
    row = given.get("collection")
    return row.receipt_number if row is not None else given.get("receipt_number", "")
