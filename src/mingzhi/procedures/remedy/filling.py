"""D55 and D55b: the answer to the review organ, and the answer to the court."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine.days import local_day
from mingzhi.core.organs import Post
from mingzhi.core.organs.people import holders
from mingzhi.procedures.penalty.filling.heading import contact, decision_title, heading, parties

from .models import Remedy
from .procedure import remedies


def _head(remedy: Remedy, at: datetime) -> str:
    """The head of the organ that decided, with the post; nothing where the decision was made in another organ's name, or where not one person
    alone is entered as the head."""
    case = remedy.case
    heads = holders(case.authority_id, Post.MAYOR, local_day(at)) if case.power.issuer == case.authority.name else []
    return f"{heads[0].name}（{Post.MAYOR.label}）" if len(heads) == 1 else ""


def _answer(remedy: Remedy, at: datetime, given: dict[str, Any]) -> dict[str, Any]:
    case = remedy.case
    return (
        heading(case, at)
        | parties(case)
        | contact(case, at)
        | {
            "addressee": remedy.organ,
            "organ_head": _head(remedy, at),
            "applicant": remedy.applicant,
            "file_number": remedy.file_number,
            "received_on": remedy.received_on.isoformat(),
            "decision_title": decision_title(case),
            "decision_number": case.decision_number,
            "decided_on": case.decided_on.isoformat(),
            "claims": remedy.claims,
            "facts": remedy.answer_facts,
            "law": remedy.answer_law,
            "request": remedy.answer_request,
            "evidence": remedy.answer_evidence,
            "made_on": given["answered_on"].isoformat(),
        }
    )


@remedies.paper("D55")
def answer_to_the_review_organ(remedy: Remedy, *, actor: Any, at: datetime, given: dict) -> dict[str, Any] | None:
    return _answer(remedy, at, given) if remedy.remedy_kind == Remedy.Kind.REVIEW else None


@remedies.paper("D55b")
def answer_to_the_court(remedy: Remedy, *, actor: Any, at: datetime, given: dict) -> dict[str, Any] | None:
    if remedy.remedy_kind == Remedy.Kind.REVIEW:
        return None
    appealed = remedy.remedy_kind == Remedy.Kind.APPEAL
    words = (
        {"applicant_is": "上诉人", "answers_as": "被上诉人", "went": "提起上诉"}
        if appealed
        else {"applicant_is": "原告", "answers_as": "被告", "went": "提起行政诉讼"}
    )
    return _answer(remedy, at, given) | words
