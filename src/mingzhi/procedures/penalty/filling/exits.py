"""D43, D45 and D03b: the letter of transfer, the sheet of suspension and the like, the withdrawal of a filing."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine.places import last_done
from mingzhi.law.provisions import provision

from .. import approving
from ..forms.exits import EXITS
from ..models import Case
from ..procedure import penalty
from .heading import contact, handlers, heading, opinions, parties


def _law(*ids: str) -> list[dict[str, str]]:
    return [{"law": f"《{row.title}》", "article": row.article} for row in map(provision, ids)]


@penalty.paper("D43")
def letter_of_transfer(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    row = case.penalty_transfers.filter(sent_on__isnull=False).last()
    goods = [{"name": f"物品：{item['name']}", "copies": item["quantity"], "note": item["note"]} for item in row.goods]
    return (
        heading(case, at)
        | contact(case, at)
        | {
            "addressee": row.addressee,
            "party_names": "、".join(case.penalty_partys.order_by("id").values_list("name", flat=True)),
            "facts": case.found or case.facts,
            "reasons": row.reasons,
            "basis": _law("penalty-law-22"),
            "attachments": [*row.materials, *goods],
        }
    )


def _granted_exit(case: Case) -> tuple[str, str]:
    """The request granted last: its subject, and the action that asked for it."""
    row = case.penalty_approvals.filter(subject__in=EXITS, granted=True).order_by("-decided_at", "-id").first()
    return row.subject, f"ask_{row.subject}"


def _sheet(case: Case, at: datetime) -> dict[str, Any]:
    subject, asking = _granted_exit(case)
    asked = last_done(case, asking)
    given = asked.given if asked else {}
    return (
        heading(case, at)
        | parties(case)
        | {
            "filed_on": case.filed_on.isoformat() if case.filed_on else "",
            "summary": case.found or case.facts,
            "reasons": given.get("reasons", ""),
            "basis": [{"law": given.get("basis_law", ""), "article": given.get("basis_article", "")}],
            "opinions": opinions(approving.granted(case, subject)),
        }
    )


@penalty.paper("D45")
def rest_or_end_sheet(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    form = EXITS[_granted_exit(case)[0]]
    return _sheet(case, at) | {"title": f"案件{form}审批表", "form": form, "officers": handlers(case, at)}


@penalty.paper("D03b")
def withdrawal_sheet(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    return _sheet(case, at)
