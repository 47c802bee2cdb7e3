"""What each action of a transfer changes. Source: 行政执法机关移送涉嫌犯罪案件的规定, by its ids `crime-transfer-*`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from mingzhi.core.engine.models import Handler
from mingzhi.core.organs.models import User

from .models import CrimeTransfer
from .stages import Stage


def form_team(transfer: CrimeTransfer, *, actor: User, at: datetime, members: Sequence[User], suspicion: str) -> list[Handler]:
    """Put a team in charge; from here it handles the transfer, whoever handles the case. Source: crime-transfer-5-team."""
    transfer.title = f"{transfer.case.title}涉嫌犯罪移送"
    transfer.suspicion = suspicion
    return [Handler(matter=transfer, person=person, since_at=at) for person in members]


def report(transfer: CrimeTransfer, *, actor: User, at: datetime, **told: str) -> None:
    """The team's written report to the head of the organ. Source: crime-transfer-5."""
    for name, value in told.items():
        setattr(transfer, name, value)
    transfer.reported_by, transfer.reported_at = actor, at


def approve(transfer: CrimeTransfer, *, actor: User, at: datetime, opinion: str) -> None:
    """The head approves; the hours to hand over begin. Source: crime-transfer-5."""
    _decide(transfer, actor, at, opinion, approved=True)


def refuse(transfer: CrimeTransfer, *, actor: User, at: datetime, reasons: str) -> None:
    """The head does not approve, and the reasons are on record. Source: crime-transfer-5-handover."""
    _decide(transfer, actor, at, reasons, approved=False)


def _decide(transfer: CrimeTransfer, actor: User, at: datetime, words: str, *, approved: bool) -> None:
    transfer.decided_by, transfer.decided_at, transfer.decision, transfer.approved = actor, at, words, approved


def hand_over(
    transfer: CrimeTransfer, *, actor: User, at: datetime, police: str, handed_at: datetime, materials: list[dict[str, Any]],
    goods: list[dict[str, Any]], receiver: str, receipt: str, file: Any,
) -> None:  # fmt: skip
    """Hand the case to the police with letter, report, lists and findings, against a receipt. Source: crime-transfer-6."""
    transfer.police, transfer.handed_at = police, handed_at
    transfer.materials, transfer.goods = materials, goods
    transfer.receipt = f"{receiver}签收（{receipt}）"


def record_filed(transfer: CrimeTransfer, *, actor: User, at: datetime, answer_number: str, answered_on: date, file: Any) -> None:
    """The police file; what is still here goes to them. Source: crime-transfer-12."""
    transfer.answer_number, transfer.answered_on = answer_number, answered_on


def record_not_filed(
    transfer: CrimeTransfer, *, actor: User, at: datetime, answer_number: str, answered_on: date, answer_reasons: str, file: Any
) -> None:
    """The police do not file. Source: crime-transfer-9."""
    transfer.answer_number, transfer.answered_on, transfer.answer_reasons = answer_number, answered_on, answer_reasons


def ask_again(transfer: CrimeTransfer, *, actor: User, at: datetime, way: str, reasons: str) -> None:
    """Ask the police to think again, or the procuratorate to look at it. Source: crime-transfer-9."""
    transfer.asked_again = reasons


def record_reconsidered(
    transfer: CrimeTransfer, *, actor: User, at: datetime, filed: str, answer_number: str, answered_on: date, file: Any
) -> None:
    """They file after all, or they do not and the case goes on here."""
    transfer.answer_number, transfer.answered_on = answer_number, answered_on
    transfer.stage = Stage.FILED if filed == "yes" else Stage.RETURNED


def accept_not_filed(transfer: CrimeTransfer, *, actor: User, at: datetime, reasons: str) -> None:
    """Leave it at that: the case is dealt with as the law on penalties says."""


def hand_over_goods(
    transfer: CrimeTransfer, *, actor: User, at: datetime, handed_at: datetime, goods: list[dict[str, Any]], receiver: str, receipt: str,
    file: Any,
) -> None:  # fmt: skip
    """Goods and papers are with the police. Source: crime-transfer-12."""
    transfer.goods, transfer.goods_handed_at = goods, handed_at
    transfer.goods_receipt = f"{receiver}接收（{receipt}）"
