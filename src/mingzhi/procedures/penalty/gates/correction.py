"""Orders to correct: one proposal at a time, asked before it is made, made before it is rechecked. Source: penalty-law-28."""

from __future__ import annotations

from datetime import datetime

from mingzhi.core.engine import before
from mingzhi.core.organs.models import User

from ..actions.correction import asked
from ..forms.correction import ordered
from ..models import Case


@before("penalty.order_correction", "penalty.return_correction", cites="penalty-law-28", mend="penalty.ask_correction")
def correction_was_asked_for(case: Case, *, actor: User, at: datetime) -> str | None:
    return None if asked(case) else "没有等待审核的责令改正建议。请承办人先提出。"


@before("penalty.ask_correction", cites="penalty-law-28", mend="penalty.order_correction")
def no_correction_is_waiting(case: Case, *, actor: User, at: datetime) -> str | None:
    return "上一份责令改正建议还没有审核。请大队长先办理。" if asked(case) else None


@before("penalty.recheck", cites=("penalty-law-28", "recording-9.2"), mend="penalty.order_correction")
def there_is_an_order_to_recheck(case: Case, *, actor: User, at: datetime) -> str | None:
    return None if ordered(case).exists() else "没有尚待复查的责令改正通知书。"
