"""What each action changes in a lapse. Source: disclosure-15."""

from __future__ import annotations

from datetime import date, datetime

from mingzhi.core.engine.models import Handler, Matter
from mingzhi.core.organs.models import User

from .models import Lapse
from .stages import Stage


def register(
    lapse: Lapse, *, actor: User, at: datetime, lapse_kind: str, concerns: Matter | None, responsible: User, found_on: date, what: str
) -> Handler:
    """Put on record what was found, by whom and about whom; the responsible person has to put it right."""
    lapse.lapse_kind, lapse.concerns, lapse.responsible = lapse_kind, concerns, responsible
    lapse.found_on, lapse.what = found_on, what
    about = f"：{concerns.title}" if concerns else ""
    lapse.title = f"{Lapse.Kind(lapse_kind).label}{about}"[: Lapse._meta.get_field("title").max_length]
    return Handler(matter=lapse, person=responsible, since_at=at)


def order_correction(lapse: Lapse, *, actor: User, at: datetime, demand: str, serious: bool) -> None:
    """It is to be put right within the town's days; what is serious will be answered for besides."""
    lapse.demand, lapse.serious = demand, serious


def dismiss(lapse: Lapse, *, actor: User, at: datetime, reasons: str) -> None:
    """There was nothing to it, with reasons."""


def report_correction(lapse: Lapse, *, actor: User, at: datetime, corrected_on: date, correction: str) -> None:
    """It was put right, on that day and so."""
    lapse.corrected_on, lapse.correction = corrected_on, correction


def accept(lapse: Lapse, *, actor: User, at: datetime, opinion: str) -> None:
    """Somebody above looked: it is right now. What was serious still has to be answered for."""
    lapse.stage = Stage.ACCOUNTING if lapse.serious else Stage.CLOSED


def send_back(lapse: Lapse, *, actor: User, at: datetime, reasons: str) -> None:
    """It is not right yet: the days to put it right begin anew."""


def hold_accountable(lapse: Lapse, *, actor: User, at: datetime, measure: str) -> None:
    """What was decided about the responsible person."""
    lapse.measure = measure
