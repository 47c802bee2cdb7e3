"""偏离裁量基准: the mayor's leave for a fine outside what the benchmark proposes. Source: personnel-21, penalty-law-34."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine.models import Attachment
from mingzhi.core.engine.places import last_done
from mingzhi.core.organs.models import User
from mingzhi.law.fines import PenaltyKind

from .. import approving
from ..models import Case
from ..severity import total


def approve_deviation(
    case: Case, *, actor: User, at: datetime, opinion: str, superior_paper: str = "", superior_file: Attachment | None = None
) -> Any:
    """Give leave for exactly this fine; another one needs another leave. The superior's paper goes into the file of the case."""
    report = last_done(case, "report")
    if report is None:
        return None
    row = approving.ask(
        case, "deviation", report.actor, report.at, case.deviation_because, str(total(case.proposed_penalties, PenaltyKind.FINE))
    )
    enclosed = f"，扫描件：{superior_file.name}" if superior_file else ""
    paper = f"（上级批准：{superior_paper}{enclosed}）" if superior_paper else ""
    return approving.decide(row, actor, at, f"{opinion.rstrip('。')}{paper}。", grant=True)
