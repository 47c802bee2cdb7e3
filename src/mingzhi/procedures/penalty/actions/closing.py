"""结案: asked for by the handler, endorsed by the brigade, approved by the head. Source: penalty-law-66, archive-3.1."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.models import User

from .. import approving
from ..models import Approval, Case, Demand, Surcharge
from ..stages import Stage
from ..unperformed import ENDED_ELSEWHERE


def ask_closing(case: Case, *, actor: User, at: datetime, opinion: str, uncorrected_because: str) -> Approval:
    """Ask for the case to be closed; how it ended is read off what was done, unless an exit has set it."""
    if not case.outcome:
        forced = Demand.objects.filter(matter_id=case.pk).exists() or Surcharge.objects.filter(matter_id=case.pk).exists()
        case.outcome = Case.Outcome.COLLECTED if forced else Case.Outcome.PERFORMED
    if uncorrected_because:
        case.uncorrected_because = uncorrected_because
    return approving.ask(case, "closing", actor, at, opinion)


def endorse_closing(case: Case, *, actor: User, at: datetime, opinion: str) -> Approval:
    """The brigade's opinion."""
    return approving.endorse(approving.pending(case, "closing"), actor, at, opinion)


def return_closing(case: Case, *, actor: User, at: datetime, reasons: str) -> Approval:
    """Send it back to performance; a case that ended elsewhere has none and waits to be asked for again."""
    if case.outcome not in ENDED_ELSEWHERE:
        case.stage = Stage.PERFORMANCE
        if case.outcome in (Case.Outcome.PERFORMED, Case.Outcome.COLLECTED):
            case.outcome = ""
    return approving.decide(approving.pending(case, "closing"), actor, at, reasons, grant=False)


def approve_closing(case: Case, *, actor: User, at: datetime, opinion: str) -> Any:
    """Close the case: the month for its file runs from today. Source: archive-1.3."""
    case.closed_on = local_day(at)
    return approving.decide(approving.pending(case, "closing"), actor, at, opinion, grant=True)
