"""D04, D04b and D04c: recusal asked and decided, handlers changed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.places import HEADS
from mingzhi.core.organs.people import posts_of

from ..models import Case
from ..procedure import penalty
from .evidence import citing
from .heading import handlers, heading, parties


def _head(case: Case, at: datetime) -> dict[str, Any]:
    """A case may have no number yet: recusal is asked before the filing too."""
    return heading(case, at) | {"case_number": case.number or "尚未立案"}


@penalty.paper("D04")
def recusal_request(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    person = given["person"]
    held = "、".join(sorted(post.label for post in posts_of(person, local_day(at))))
    return _head(case, at) | {
        "applicant": given["asked_by"],
        "applicant_role": "本人" if given["own"] else "当事人",
        "challenged": person.name,
        "challenged_role": person.duty or held,
        "reasons": given["reason"],
        "signatures": {"applicant": given["applicant_signature"] or {"kind": "paper"}},
    }


@penalty.paper("D04b")
def recusal_decision(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    row = given["recusal"]
    post = next((post.label for post in HEADS if post in posts_of(actor, local_day(at))), "")
    return _head(case, at) | {
        "applicant": row.asked_by,
        "applied_on": local_day(row.asked_at).isoformat(),
        "challenged": row.person.name,
        "reasons": row.reason,
        "granted": row.granted,
        "decision_reasons": row.decision_reason,
        "basis": citing("penalty-law-43"),
        "decided_by": f"{post}{actor.name}",
    }


@penalty.paper("D04c")
def assignment_sheet(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    leaving = case.handlers.filter(until_at=at).order_by("id").select_related("person")
    opinion = {"label": "承办机构意见", "text": "同意变更。", "name": actor.name, "on": local_day(at).isoformat()}
    return (
        heading(case, at)
        | parties(case)
        | {
            "officers": handlers(case, at),
            "former_officers": "、".join(row.person.name for row in leaving),
            "reasons": given["reasons"],
            "opinions": [opinion],
        }
    )
