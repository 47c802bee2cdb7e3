"""What an execution means for its case: the case learns of its end and of a waived surcharge by actions of its own, in the same transaction."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine import after
from mingzhi.core.engine.perform import entail
from mingzhi.core.engine.procedure import action_of
from mingzhi.procedures.penalty.models import Waiver

from .gates.opening import PERFORMING
from .models import Enforcement
from .times import agreement_of


@after(
    "enforcement.conclude", "enforcement.end", "enforcement.record_performed", "enforcement.record_result",
    cites=("compulsion-law-34", "recording-9.3"),
)  # fmt: skip
def case_learns_of_the_end(enforcement: Enforcement, *, actor: Any, at: datetime, given: dict) -> None:
    case = enforcement.case
    if case.stage not in PERFORMING[case.kind]:
        return
    covers = [name for name in ("money", "act") if getattr(enforcement, f"covers_{name}")]
    words = f"{enforcement.get_way_display()}：{enforcement.get_result_display()}。{enforcement.result_words}"
    data = {"result": str(enforcement.result), "covers": covers, "words": words}
    entail(f"{case.kind}.conclude_enforcement", case.pk, actor=actor, at=at, data=data)


@after("enforcement.agree", cites="compulsion-law-42")
def waived_surcharge_is_owed_no_more(enforcement: Enforcement, *, actor: Any, at: datetime, given: dict) -> None:
    agreement, case = agreement_of(enforcement), enforcement.case
    code = f"{case.kind}.waive_surcharge"
    if agreement is None or not agreement.waived_yuan or not action_of(code).allowed_at(case.stage):
        return
    entail(code, case.pk, actor=actor, at=at, data={"agreement": enforcement.number, "amount_yuan": agreement.waived_yuan})


@after("enforcement.resume", cites="compulsion-law-42")
def broken_agreement_brings_the_surcharge_back(enforcement: Enforcement, *, actor: Any, at: datetime, given: dict) -> None:
    case = enforcement.case
    code = f"{case.kind}.restore_surcharge"
    waived = Waiver.objects.filter(matter_id=case.pk, agreement=enforcement.number, restored_on__isnull=True)
    if waived.exists() and action_of(code).allowed_at(case.stage):
        entail(code, case.pk, actor=actor, at=at, data={"agreement": enforcement.number})
