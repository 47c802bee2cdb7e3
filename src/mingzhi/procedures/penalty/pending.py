"""What a remedy means for a case while it is open: what is pending, and on which days the surcharge does not run.

Upper floors answer here; the case knows none of them. Serves penalty-law-73: a remedy does not stop execution unless ordered,
but no surcharge is counted while it is open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

Span = tuple[date, date | None]
Pending = Callable[[Any], Iterable[str]]
Pauses = Callable[[Any], Iterable[Span]]
Ended = Callable[[Any], date | None]

_pending: list[Pending] = []
_pauses: list[Pauses] = []
_ended: list[Ended] = []
_stops: list[Pending] = []


def pending_remedies(function: Pending) -> Pending:
    """Answer with a phrase for each remedy still open against the case: “綦江区人民政府 2026-05-06 受理的行政复议”."""
    _pending.append(function)
    return function


def pauses_surcharge(function: Pauses) -> Pauses:
    """Answer with the days, first and last (None: still open), on which the surcharge of the case does not run."""
    _pauses.append(function)
    return function


def ends_suing(function: Ended) -> Ended:
    """Answer with the day on which the right to sue ended after remedies that were taken and are over, or None where there were none."""
    _ended.append(function)
    return function


def stops_execution(function: Pending) -> Pending:
    """Answer with a sentence for each order that stops the execution of the decision while a remedy is open. Source: reconsideration-law-42."""
    _stops.append(function)
    return function


def execution_stopped(case: Any) -> list[str]:
    return [sentence for answer in _stops for sentence in answer(case)]


def suing_ended(case: Any) -> date | None:
    return max(filter(None, (answer(case) for answer in _ended)), default=None)


def open_remedies(case: Any) -> list[str]:
    return [phrase for answer in _pending for phrase in answer(case)]


def surcharge_pauses(case: Any) -> list[Span]:
    return sorted(span for answer in _pauses for span in answer(case))
