"""集体讨论: the heads decide together what is complex or major. Source: penalty-law-57.2, review-5-collective."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.organs.models import User

from ..models import Case, Discussion
from ..severity import plain

_PEN = {"kind": "paper"}


def sat(given: dict[str, Any]) -> dict[str, Any]:
    """What every form of minutes gives a row of them."""
    names = ("from_at", "until_at", "place", "chair", "recorder", "members", "attendants", "case_put", "reasons")
    signatures = {name: given[f"{name}_signature"] or _PEN for name in ("chair", "recorder")}
    return {name: given[name] for name in names} | {"signatures": signatures}


def discuss(
    case: Case,
    *,
    actor: User,
    at: datetime,
    result: str,
    penalties: list[dict[str, Any]],
    **given: Any,
) -> Discussion:
    """Keep the minutes; the decision may then be no other."""
    return Discussion(
        matter=case,
        result=result,
        penalties=plain(penalties),
        proposed=plain(case.proposed_penalties),
        found=case.found,
        discussed_at=at,
        **sat(given),
    )
