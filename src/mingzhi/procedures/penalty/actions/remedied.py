"""What a remedy left of the decision, and the money given back. Source: penalty-law-75, penalty-law-73.3, compensation-law-36."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from mingzhi.core.organs.models import User
from mingzhi.law.fines import PenaltyKind

from ..models import Case, Refund
from ..severity import plain, total
from ..stages import Stage


def keep_result(case: Case, *, actor: User, at: datetime, standing: str, words: str, penalties: list[dict[str, Any]]) -> None:
    """The decision stands, was changed, or is unlawful without falling; a changed one is owed as it now reads."""
    case.decision_standing = standing
    if standing == Case.Standing.CHANGED:
        case.decided_penalties = plain(penalties)
        case.fine_yuan = total(case.decided_penalties, PenaltyKind.FINE)
        case.confiscated_yuan = total(case.decided_penalties, PenaltyKind.CONFISCATION)


def annul(case: Case, *, actor: User, at: datetime, standing: str, words: str, penalties: list[dict[str, Any]]) -> None:
    """The decision has fallen: nothing is owed any more, what was paid goes back, and the case is closed.

    A penalty on the spot has no stage of closing: it stays where it is until its file is made.
    """
    case.decision_standing = standing
    case.outcome = Case.Outcome.ANNULLED
    if case.kind == "penalty" and case.stage in (Stage.SERVICE, Stage.PERFORMANCE):
        case.stage = Stage.CLOSING


def refund(
    case: Case, *, actor: User, at: datetime, amount_yuan: Decimal, refunded_on: date, payee: str, receipt_number: str, file: Any
) -> Refund:
    """Give back what was paid without ground. Source: compensation-law-36."""
    return Refund(
        matter=case, amount_yuan=amount_yuan, refunded_on=refunded_on, payee=payee, receipt_number=receipt_number, registered_by=actor,
        registered_at=at,
    )  # fmt: skip
