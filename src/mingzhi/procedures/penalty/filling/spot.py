"""D31, the penalty on the spot, and D16, the correction looked at afterwards."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine.days import local_day

from ..forms.acts import attire_words, signed
from ..models import Case
from ..summary import summary
from .closing import day_in_words
from .heading import heading, moment, officers, parties, payment, penalties, remedy, signed_on


@summary.paper("D31")
def penalty_on_the_spot(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    """The numbered paper; whoever disagrees goes to reconsideration first (reconsideration-law-23)."""
    said = given["statement"].strip("。 ")
    heard = "当事人表示没有意见。" if said == "无" else f"当事人陈述申辩：{said}。复核：{given['statement_review'].strip('。 ')}。"
    found = (
        heading(case, at)
        | parties(case)
        | {
            "number": case.decision_number,
            "punished_at": moment(given["handed_at"]),
            "place": case.place,
            "facts": case.facts,
            "evidence": [{"name": row["name"], "proves": row["proves"]} for row in given["evidence"]],
            "violated": case.power.violated,
            "basis": case.power.basis,
            "discretion": case.discretion,
            "discretion_basis": case.discretion_basis,
            "penalties": penalties(case.decided_penalties),
            "told": f"执法人员{attire_words(given)}；已出示执法证件，当场告知拟处罚的内容、事实、理由、依据和陈述申辩权。{heard}",
            "correction": correction_words(given),
            "remedy": remedy(case, at, review_first=True),
            "officers": officers(given["officers"], local_day(given["acted_at"])),
            "signatures": signed(given, party="party_signature"),
        }
        | signed_on(given["handed_at"])
    )
    if case.fine_yuan is None:
        return found | {"paid": "无罚款"}
    if given["collect_ground"]:
        return found | {"paid": "当场收缴"}
    return found | {"paid": "银行缴纳", "payment": payment(case, at)}


def correction_words(given: dict[str, Any]) -> str:
    """What is ordered, and by when."""
    content = given["correction"].strip("。 ")
    if given["correct_by_on"]:
        return f"{content}，于{day_in_words(given['correct_by_on'])}前改正"
    return content if "立即" in content else f"{content}，立即改正"


@summary.paper("D16")
def recheck(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    order = given["order"]
    return (
        heading(case, at)
        | parties(case)
        | {
            "order_number": case.decision_number,
            "checked_at": moment(given["checked_at"]),
            "place": given["place"],
            "results": [{"item": order.content, "result": given["findings"], "done": given["corrected"]}],
            "conclusion": "已改正" if given["corrected"] else "未改正",
            "party_opinion": given["party_opinion"],
            "officers": officers(given["officers"], local_day(given["checked_at"])),
            "signatures": signed(given, party="party_signature"),
        }
        | signed_on(given["checked_at"])
    )
