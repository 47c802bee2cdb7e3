"""Who handles the case, and who must keep out of it. Source: penalty-law-42, penalty-law-43, personnel-25."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine.models import Handler
from mingzhi.core.organs.models import User

from ..models import Case, Recusal


def _present(case: Case) -> dict[int, Handler]:
    return {row.person_id: row for row in case.handlers.filter(until_at__isnull=True).order_by("id")}


def assign(case: Case, *, actor: User, at: datetime, officers: list[User], reasons: str) -> list[Handler]:
    """Put other officers in charge; those not named any more cease to handle the case."""
    held, wanted = _present(case), {officer.pk for officer in officers}
    leaving = [row for person_id, row in held.items() if person_id not in wanted]
    for row in leaving:
        row.until_at = at
    return leaving + [Handler(matter=case, person=officer, since_at=at) for officer in officers if officer.pk not in held]


def request_recusal(case: Case, *, actor: User, at: datetime, person: User, own: bool, asked_by: str, reason: str, **given: Any) -> Recusal:
    """Ask that somebody keep out; the investigation goes on until it is decided. Source: penalty-law-43.3."""
    return Recusal(matter=case, person=person, own=own, asked_by=asked_by, reason=reason, asked_at=at)


def decide_recusal(case: Case, *, actor: User, at: datetime, recusal: Recusal, granted: str, reasons: str) -> list:
    """Grant or reject; a handler who must keep out ceases to handle the case. Source: penalty-law-43.3."""
    recusal.granted = granted == "yes"
    recusal.decided_by, recusal.decided_at, recusal.decision_reason = actor, at, reasons
    rows: list[Any] = [recusal]
    leaving = _present(case).get(recusal.person_id) if recusal.granted else None
    if leaving is not None:
        leaving.until_at = at
        rows.append(leaving)
    return rows
