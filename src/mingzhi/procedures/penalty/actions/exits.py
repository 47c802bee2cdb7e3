"""移送、中止、终止、撤案: asked by a handler with reasons, decided by a head. Source: penalty-law-22, penalty-law-57, personnel-19-transfer."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.models import User

from .. import approving
from ..models import Approval, Case, Transfer


def waiting_transfer(case: Case) -> Transfer | None:
    """The transfer that is asked for and not decided."""
    return Transfer.objects.filter(matter_id=case.pk, sent_on__isnull=True, refused_at__isnull=True).last()


def sent_transfer(case: Case) -> Transfer | None:
    return Transfer.objects.filter(matter_id=case.pk, sent_on__isnull=False).last()


def ask_transfer(case: Case, *, actor: User, at: datetime, reasons: str, **given: Any) -> list:
    """Ask that the case go to the organ that is competent, with its materials and goods listed."""
    return [
        Transfer(matter=case, reasons=reasons, asked_by=actor, asked_at=at, **given),
        approving.ask(case, "transfer", actor, at, reasons),
    ]


def transfer(case: Case, *, actor: User, at: datetime, opinion: str) -> list:
    """Hand the case over; its receipt is recorded when it comes. Source: penalty-law-22, personnel-19-transfer."""
    row = waiting_transfer(case)
    row.sent_on = local_day(at)
    case.outcome = Case.Outcome.TRANSFERRED
    return [row, _grant(case, "transfer", actor, at, opinion)]


def record_receipt(case: Case, *, actor: User, at: datetime, received_on: date, received_by: str, receipt: str, file: Any) -> Transfer:
    """Keep the receiving organ's acknowledgement."""
    row = sent_transfer(case)
    row.received_on, row.received_by, row.receipt, row.attachment = received_on, received_by, receipt, file
    return row


def ask_suspension(case: Case, *, actor: User, at: datetime, reasons: str, **given: Any) -> Approval:
    """Ask that the investigation rest."""
    return approving.ask(case, "suspension", actor, at, reasons)


def suspend(case: Case, *, actor: User, at: datetime, opinion: str) -> Approval:
    """Let the investigation rest; the case remembers where it stood. The ninety days run on: no law stops them."""
    case.suspended_stage = case.stage
    return _grant(case, "suspension", actor, at, opinion)


def ask_resumption(case: Case, *, actor: User, at: datetime, reasons: str, **given: Any) -> Approval:
    """Ask that the investigation go on."""
    return approving.ask(case, "resumption", actor, at, reasons)


def resume(case: Case, *, actor: User, at: datetime, opinion: str) -> Approval:
    """Take the case up where it stood."""
    case.stage = case.suspended_stage
    case.suspended_stage = ""
    return _grant(case, "resumption", actor, at, opinion)


def ask_termination(case: Case, *, actor: User, at: datetime, reasons: str, **given: Any) -> Approval:
    """Ask that the investigation end without a decision."""
    return approving.ask(case, "termination", actor, at, reasons)


def terminate(case: Case, *, actor: User, at: datetime, opinion: str) -> Approval:
    """End the investigation without a decision."""
    case.outcome = Case.Outcome.TERMINATED
    return _grant(case, "termination", actor, at, opinion)


def ask_withdrawal(case: Case, *, actor: User, at: datetime, reasons: str, **given: Any) -> Approval:
    """Ask that the filing be withdrawn."""
    return approving.ask(case, "withdrawal", actor, at, reasons)


def withdraw(case: Case, *, actor: User, at: datetime, opinion: str) -> Approval:
    """Withdraw the filing: it should not have been made, or its facts do not hold. Source: penalty-law-57."""
    case.outcome = Case.Outcome.WITHDRAWN
    return _grant(case, "withdrawal", actor, at, opinion)


def refuse_exit(case: Case, *, actor: User, at: datetime, request: str, reasons: str) -> list:
    """Refuse one request; the case goes on where it stands."""
    rows: list[Any] = [approving.decide(approving.pending(case, request), actor, at, reasons, grant=False)]
    if request == "transfer" and (row := waiting_transfer(case)):
        row.refused_at = at
        rows.append(row)
    return rows


def _grant(case: Case, subject: str, actor: User, at: datetime, opinion: str) -> Approval:
    return approving.decide(approving.pending(case, subject), actor, at, opinion, grant=True)
