"""D20: the report that ends the investigation."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine.days import local_day

from ..forms.acts import signed
from ..forms.reporting import CONCLUSIONS
from ..models import Case, CorrectionOrder
from ..procedure import penalty
from ..severity import in_words
from .closing import day_in_words
from .discretion import deviating, statutory
from .evidence import evidence_list
from .heading import handlers, heading, parties, signed_on


def _correction(case: Case) -> str:
    """What was ordered and what became of it, or why nothing was."""
    told = []
    for order in CorrectionOrder.objects.filter(matter_id=case.pk, ordered_at__isnull=False).order_by("id"):
        word = "责令停止" if order.stop else "责令改正"
        after = (
            f"{day_in_words(local_day(order.rechecked_at))}复查：{order.recheck_findings.rstrip('。')}"
            if order.rechecked_at
            else "尚未复查"
        )
        told.append(f"{day_in_words(local_day(order.ordered_at))}{word}：{'、'.join(order.content.splitlines())}；{after}。")
    return "\n".join(told) or f"没有责令改正，理由：{case.uncorrected_because}"


@penalty.paper("D20")
def final_report(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    unpunished = "建议不给予行政处罚。"
    proposal = f"{dict(CONCLUSIONS)[given['conclusion']]}：{in_words(case.proposed_penalties)}。" if case.proposed_penalties else unpunished
    reduced = f"\n减轻处罚的法定情形：{given['reduced_because']}" if given["reduced_because"] else ""
    return (
        heading(case, at)
        | parties(case)
        | {
            "case_source": case.source,
            "filed_on": case.filed_on.isoformat() if case.filed_on else "",
            "course": given["course"],
            "facts": case.found,
            "evidence": evidence_list(case),
            "violated": case.power.violated,
            "basis": case.power.basis,
            "discretion": (case.discretion or "不给予处罚，不涉及裁量。") + statutory(case) + reduced + deviating(case),
            "discretion_basis": case.discretion_basis or "不给予处罚，不适用裁量基准。",
            "measures": given["measures"],
            "correction": _correction(case),
            "proposal": f"{proposal}\n{given['proposal']}",
            "officers": handlers(case, at),
            "signatures": signed(given),
        }
        | signed_on(at)
    )
