"""Before a case leaves its way: somebody asked for it with reasons, and a crime goes another way."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine import Already, before
from mingzhi.core.organs.models import User

from .. import approving
from ..actions.exits import sent_transfer, waiting_transfer
from ..forms.exits import EXITS
from ..models import Case

_CRIME = "违法行为涉嫌犯罪的，必须移送公安机关，不得以行政处罚代替移送，也不按无管辖权移送。请由负责人在本件“可以开始的办件”中指定专案组。"

#: Deciding action → asking action → subject of the request.
_ASKED = (
    ("transfer", "ask_transfer", "transfer"),
    ("suspend", "ask_suspension", "suspension"),
    ("resume", "ask_resumption", "resumption"),
    ("terminate", "ask_termination", "termination"),
    ("withdraw", "ask_withdrawal", "withdrawal"),
)


def _request_first(deciding: str, asking: str, subject: str) -> None:
    title = EXITS[subject]

    @before(f"penalty.{deciding}", cites=("recording-8.1", "recording-8.4"), mend=f"penalty.{asking}")
    def it_was_asked_for(case: Case, *, actor: User, at: datetime) -> str | None:
        return None if approving.pending(case, subject) else f"承办人还没有提请{title}并说明理由。"

    @before(f"penalty.{asking}", cites="recording-8.1")
    def it_is_asked_for_once(case: Case, *, actor: User, at: datetime) -> str | None:
        return Already(f"已经提请{title}，正在等待负责人审批。") if approving.pending(case, subject) else None


for _row in _ASKED:
    _request_first(*_row)


@before("penalty.refuse_exit", cites="recording-8.4")
def there_is_a_request_to_refuse(case: Case, *, actor: User, at: datetime) -> str | None:
    return None if any(approving.pending(case, subject) for subject in EXITS) else "没有待审批的移送、中止、恢复、终止或者撤案提请。"


@before("penalty.ask_transfer", cites=("penalty-law-27", "crime-transfer-3"))
def crime_is_not_transferred_here(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    return _CRIME if given["suspected_crime"] else None


@before("penalty.transfer", cites=("penalty-law-27", "crime-transfer-3"))
def no_crime_is_suspected(case: Case, *, actor: User, at: datetime) -> str | None:
    row = waiting_transfer(case)
    return _CRIME if row and row.suspected_crime else None


@before("penalty.record_receipt", cites=("personnel-19-transfer", "penalty-law-22"))
def case_was_sent_and_has_no_receipt(case: Case, *, actor: User, at: datetime) -> str | None:
    row: Any = sent_transfer(case)
    if row is None:
        return "本件没有移送，不需要登记回执。"
    return Already(f"回执已经登记：{row.received_on}由{row.received_by}签收。") if row.received_on else None
