"""The court's way: application, acceptance, ruling, the way to the higher court, and how it ended. Source: compulsion-law-53 to 58."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.models import User

from ..models import Application, Enforcement
from ..stages import Stage
from ..times import application_of


def apply_to_court(enforcement: Enforcement, *, actor: User, at: datetime, court: str, requested: str, **given: Any) -> Application:
    """Apply, with everything that compulsion-law-55 asks for."""
    return Application(matter=enforcement, court=court, requested=requested, applied_on=local_day(at))


def record_acceptance(enforcement: Enforcement, *, actor: User, at: datetime, accepted: bool, on: date, docket: str, reasons: str) -> Any:
    """Put on record whether the court took it. Source: compulsion-law-56."""
    row = application_of(enforcement)
    row.docket, row.reasons = docket, reasons
    if accepted:
        row.accepted_on = on
    else:
        row.refused_on = on
    enforcement.stage = Stage.ACCEPTED if accepted else Stage.TURNED_DOWN
    return row


def record_ruling(enforcement: Enforcement, *, actor: User, at: datetime, granted: bool, on: date, docket: str, reasons: str) -> Any:
    """Put on record what the court ruled. Source: compulsion-law-57, compulsion-law-58."""
    row = application_of(enforcement)
    row.ruled_on, row.granted, row.reasons, row.docket = on, granted, reasons, docket or row.docket
    enforcement.stage = Stage.GRANTED if granted else Stage.TURNED_DOWN
    return row


def appeal(enforcement: Enforcement, *, actor: User, at: datetime, reasons: str) -> Application:
    """Go to the court above. Source: compulsion-law-56.2, compulsion-law-58.3."""
    row = application_of(enforcement)
    row.appealed_on = local_day(at)
    return row


def record_appeal(enforcement: Enforcement, *, actor: User, at: datetime, upheld: bool, on: date, reasons: str) -> Application:
    """What the court above ruled: back to where the first court stood, or the end of this way."""
    row = application_of(enforcement)
    row.reasons = reasons
    if not upheld:
        row.appeal_lost = True
        enforcement.stage = Stage.TURNED_DOWN
    elif row.granted is False:
        row.granted, enforcement.stage = True, Stage.GRANTED
    else:
        row.accepted_on, enforcement.stage = on, Stage.ACCEPTED
    return row


def record_result(enforcement: Enforcement, *, actor: User, at: datetime, result: str, on: date, words: str) -> None:
    """How the court's execution ended."""
    enforcement.result, enforcement.result_words = result, words
