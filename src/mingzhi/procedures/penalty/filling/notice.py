"""D23 and D25, D25b, D25c: the notice, the statement, its review, its waiver."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.documents.models import Document
from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.people import officers_on
from mingzhi.law.provisions import provision

from ..gates.notice import reduced_because
from ..models import Case, Statement
from ..procedure import penalty
from .discretion import deviating, statutory
from .evidence import evidence_list
from .heading import contact, handlers, heading, moment, officers, parties, penalties, signed_on


def discretion(case: Case) -> dict[str, str]:
    """Why this much and not another, and by which scale."""
    reduced = reduced_because(case)
    ground = f"\n减轻处罚的法定情形：{reduced}" if reduced else ""
    return {
        "discretion": (case.discretion or "没有法定从轻、减轻或者从重情节。") + statutory(case) + ground + deviating(case),
        "discretion_basis": case.discretion_basis or provision("cq-discretion-5").quote,
    }


def latest_paper(case: Case, *codes: str) -> Document | None:
    """The paper of these kinds issued last and not voided."""
    return Document.objects.filter(matter_id=case.pk, code__in=codes, voided_at__isnull=True).order_by("-id").first()


@penalty.paper("D23")
def notice(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    return (
        heading(case, at)
        | parties(case)
        | contact(case, at)
        | discretion(case)
        | {
            "facts": case.found,
            "evidence": evidence_list(case),
            "violated": case.power.violated,
            "basis": case.power.basis,
            "reasons": given["reasons"],
            "penalties": penalties(case.told_penalties),
            "statement_workdays": provision("town-statement-window").number("within", local_day(at)),
            "officers": handlers(case, at),
        }
    )


@penalty.paper("D25")
def statement_record(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any] | None:
    if given["channel"] != Statement.Channel.ORAL:
        return None
    statement = case.penalty_statements.last()
    told = latest_paper(case, "D23")
    return (
        heading(case, at)
        | parties(case)
        | {
            "started_at": moment(given["from_at"]),
            "ended_at": moment(given["until_at"]),
            "place": given["place"],
            "officers": officers(given["officers"], local_day(given["from_at"])),
            "recorder": given["recorder"],
            "speaker": given["made_by"],
            "notice_number": told.number if told else "",
            "statement": given["content"],
            "reasons": given["reasons"] or "没有提出其他理由和证据。",
            "signatures": statement.signatures,
        }
        | signed_on(given["until_at"])
    )


@penalty.paper("D25b")
def statement_review(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    statement = given["statement"]
    signed = officers_on([actor], local_day(at))[0]
    mine = {"label": "承办人意见", "text": given["conclusion"], "name": actor.name, "on": local_day(at).isoformat()}
    return (
        heading(case, at)
        | parties(case)
        | {
            "statement": statement.content,
            "received_on": local_day(statement.made_at).isoformat(),
            "review": given["points"],
            "conclusion": given["conclusion"],
            "opinions": [mine | {"certificate": signed.certificate}, {"label": "承办机构意见", "pending": True}],
        }
    )


@penalty.paper("D25c")
def waiver(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    told = latest_paper(case, "D23")
    return (
        heading(case, at)
        | parties(case)
        | {
            "notice_number": told.number if told else "",
            "notice_served_on": case.told_on.isoformat() if case.told_on else "",
            "declaration": given["declaration"],
            "signatures": {"party": given["party_signature"]},
        }
    )
