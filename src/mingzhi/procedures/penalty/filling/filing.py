"""D02 and D03: the filing sheet, granted or refused."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from .. import approving
from ..models import Case
from ..procedure import penalty
from .heading import handlers, heading, opinions, parties


@penalty.paper("D02")
def filing_sheet(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    return (
        heading(case, at)
        | parties(case)
        | {
            "number": case.number,
            "case_source": case.source,
            "summary": case.facts,
            "violated": case.power.violated,
            "officers": handlers(case, at),
            "opinions": opinions(approving.granted(case, "filing")),
        }
    )


@penalty.paper("D03")
def refusal_sheet(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    return (
        heading(case, at)
        | parties(case)
        | {
            "case_source": case.source,
            "summary": case.facts,
            "reasons": given["reasons"],
            "basis": [{"law": "《中华人民共和国行政处罚法》", "article": "第五十四条"}],
            "opinions": opinions(approving.granted(case, "filing")),
        }
    )
