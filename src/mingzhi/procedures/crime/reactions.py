"""What a transfer does to its case: once the police have everything, the case leaves the house."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine import after
from mingzhi.core.engine.perform import entail

from .models import CrimeTransfer


@after("crime.hand_over_goods", cites=("crime-transfer-11", "crime-transfer-12"))
def case_leaves_for_the_police(transfer: CrimeTransfer, *, actor: Any, at: datetime, given: dict) -> None:
    told = {"police": transfer.police, "notice": transfer.answer_number}
    entail("penalty.leave_to_police", transfer.case_id, actor=actor, at=at, data=told)
