"""Before a case is closed: performed in full or said why not, nothing left in the house, asked for, endorsed, decided by another."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine import Already, before

from .. import approving, unperformed
from ..actions.exits import sent_transfer
from ..models import Case
from .performance import confiscates


@before("penalty.ask_closing", cites="penalty-law-66")
def closing_is_not_asked_for_already(case: Case, *, actor: Any, at: datetime) -> str | None:
    return Already("结案审批已经提请，请等待审核、审批。") if approving.pending(case, "closing") else None


@before("penalty.ask_closing", cites=("penalty-law-66", "penalty-law-67"), mend="penalty.pay")
def fine_is_paid(case: Case, *, actor: Any, at: datetime) -> str | None:
    return unperformed.money(case, at)


@before("penalty.ask_closing", cites=("compulsion-law-53", "penalty-law-72-execute"), mend="penalty.pay")
def overdue_fine_is_paid(case: Case, *, actor: Any, at: datetime) -> str | None:
    return unperformed.money_overdue(case, at)


@before("penalty.ask_closing", cites=("penalty-law-71.1", "penalty-law-71.2", "fine-collection-4"), mend="penalty.bank_in")
def collected_money_is_banked(case: Case, *, actor: Any, at: datetime) -> str | None:
    return unperformed.cash(case)


@before("penalty.ask_closing", cites=("penalty-law-28", "recording-9.2"), mend="penalty.recheck")
def correction_was_looked_at(case: Case, *, actor: Any, at: datetime) -> str | None:
    return unperformed.correction(case)


@before("penalty.ask_closing", cites="penalty-law-28", mend="penalty.recheck")
def disobedience_is_explained(case: Case, *, actor: Any, at: datetime, given: dict) -> str | None:
    if unperformed.uncorrected(case) and not given["uncorrected_because"].strip():
        return "复查没有改正。请继续督促改正后再复查，或者写明未改正的原因和处理。"
    return None


@before("penalty.ask_closing", cites="penalty-law-56", mend="penalty.dispose_preserved")
def preserved_goods_are_disposed_of(case: Case, *, actor: Any, at: datetime) -> str | None:
    return unperformed.preserved(case)


@before("penalty.ask_closing", cites="penalty-law-74", mend="penalty.ask_goods_disposal")
def confiscated_goods_are_disposed_of(case: Case, *, actor: Any, at: datetime) -> str | None:
    return unperformed.goods(case, confiscates(case) and not case.confiscated_yuan)


@before("penalty.ask_closing", cites=("personnel-19-transfer", "penalty-law-22"), mend="penalty.record_receipt")
def transfer_has_its_receipt(case: Case, *, actor: Any, at: datetime) -> str | None:
    row = sent_transfer(case) if case.outcome == Case.Outcome.TRANSFERRED else None
    return f"{row}的材料还没有回执，案件还在本镇手中。请收到签收回执并登记后再提请结案。" if row and not row.received_on else None


@before("penalty.endorse_closing", "penalty.return_closing", "penalty.approve_closing", cites="penalty-law-66", mend="penalty.ask_closing")
def closing_was_asked_for(case: Case, *, actor: Any, at: datetime) -> str | None:
    return None if approving.pending(case, "closing") else "承办人没有提请结案，或者已经退回、尚未重新提请。"


@before("penalty.endorse_closing", cites="penalty-law-66")
def brigade_speaks_once_on_closing(case: Case, *, actor: Any, at: datetime) -> str | None:
    asked = approving.pending(case, "closing")
    return Already("大队已经签署结案意见，请等待负责人审批。") if asked and asked.endorsed_by_id else None


@before("penalty.approve_closing", cites="penalty-law-66", mend="penalty.endorse_closing")
def brigade_gave_its_opinion_on_closing(case: Case, *, actor: Any, at: datetime) -> str | None:
    asked = approving.pending(case, "closing")
    return "承办机构（大队）尚未签署结案意见。" if asked and asked.endorsed_by_id is None else None
