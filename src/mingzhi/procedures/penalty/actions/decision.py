"""决定: proposed, endorsed, decided by a head, or the party left unpunished on a statutory ground. Source: penalty-law-57, 59."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.numbers import take_number
from mingzhi.core.organs.models import User
from mingzhi.law.fines import PenaltyKind

from .. import approving
from ..models import Case, Power
from ..papers.catalogue import PAPERS
from ..severity import plain, total


def propose_decision(case: Case, *, actor: User, at: datetime, penalties: list[dict[str, Any]], lighter_reasons: str, opinion: str) -> Any:
    """Ask for a decision; it may be lighter than what was told."""
    case.proposed_penalties = plain(penalties)
    _add_reasons(case, lighter_reasons)
    return approving.ask(case, "decision", actor, at, opinion)


def endorse_decision(case: Case, *, actor: User, at: datetime, opinion: str) -> Any:
    """The brigade's opinion. Source: recording-8.2."""
    return approving.endorse(approving.pending(case, "decision"), actor, at, opinion)


def return_decision(case: Case, *, actor: User, at: datetime, reasons: str) -> Any:
    """Send the proposal back to be put right."""
    asked = approving.pending(case, "decision")
    return approving.decide(asked, actor, at, reasons, grant=False) if asked else None


def decide(
    case: Case, *, actor: User, at: datetime, penalties: list[dict[str, Any]], lighter_reasons: str, performance: str, opinion: str
) -> Any:
    """Decide the penalty; its paper carries the six items of the law. Source: penalty-law-57, penalty-law-59."""
    _add_reasons(case, lighter_reasons)
    rows = plain(penalties)
    case.decided_penalties = rows
    case.fine_yuan = total(rows, PenaltyKind.FINE)
    case.confiscated_yuan = total(rows, PenaltyKind.CONFISCATION)
    _date_and_number(case, at, "D30")
    return approving.decide(approving.pending(case, "decision"), actor, at, opinion, grant=True)


def not_punish(case: Case, *, actor: User, at: datetime, ground: str, reasons: str, **given: Any) -> Any:
    """Decide not to punish, with the party educated. Source: penalty-law-57, penalty-law-33.3."""
    case.outcome = Case.Outcome.NOT_PUNISHED
    case.decided_penalties = []
    _date_and_number(case, at, "D32")
    asked = approving.pending(case, "decision")
    return approving.decide(asked, actor, at, reasons, grant=False) if asked else None


def _date_and_number(case: Case, at: datetime, code: str) -> None:
    """The case keeps the decision's number, so that lists and later papers need not look for it."""
    case.decided_on = local_day(at)
    organ_word = case.power.entrusting_word if case.power.kind == Power.Kind.ENTRUSTED else ""
    case.decision_number = take_number(case.authority, PAPERS[code].word or "", case.decided_on, organ_word)


def _add_reasons(case: Case, reasons: str) -> None:
    if reasons and reasons not in case.discretion:
        case.discretion = f"{case.discretion}\n{reasons}".strip()
