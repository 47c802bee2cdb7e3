"""D29, D30, D32 and D32b: the approval sheet, the decision with the six items of the law, and the decision not to punish."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from mingzhi.core.engine.days import local_day
from mingzhi.law.fines import PenaltyKind
from mingzhi.law.provisions import provision

from .. import approving
from ..conclusions import conclusion
from ..exemptions import basis_of, conditions_of
from ..forms.acts import signed
from ..gates.notice import age_status
from ..grounds import Ground, provision_of
from ..models import Case, Statement
from ..procedure import penalty
from ..severity import in_words, kinds_of
from .discretion import leave_to_deviate
from .evidence import evidence_list, lines
from .heading import handlers, heading, moment, opinions, parties, payment, penalties, remedy, signed_on
from .hearing import hearing_for_the_party
from .notice import discretion, latest_paper


def _day(value: date | datetime) -> str:
    on = local_day(value)
    return f"{on.year}年{on.month}月{on.day}日"


def heard(case: Case) -> str:
    """How the party was told and heard, as a sentence of the decision."""
    paper = latest_paper(case, "D23")
    told = f"{_day(case.told_on)}向当事人送达《行政处罚事先告知书》（{paper.number if paper else ''}）。" if case.told_on else ""
    parts = []
    for row in case.penalty_statements.all():
        if row.channel == Statement.Channel.WAIVED:
            parts.append(f"当事人{_day(row.made_at)}书面放弃陈述、申辩。")
        else:
            points = "；".join(line.rstrip("。") for line in row.review.splitlines())
            said = "；".join(line.rstrip("。；") for line in lines(row.content))
            parts.append(f"当事人{_day(row.made_at)}提出陈述、申辩：{said}。本机关已经复核，{row.accepted}。复核意见：{points}。")
    return told + ("".join(parts) or "当事人在规定期限内没有提出陈述、申辩。")


def _course(case: Case) -> str:
    """How the case went until the decision: filed, told, heard, and what became of a hearing."""
    told = f"{heard(case)}{hearing_for_the_party(case)}"
    return f"本机关于{_day(case.filed_on)}立案调查，{told}本案现已调查终结。" if case.filed_on else told


def corrections(case: Case) -> str:
    """What the party was ordered to correct and has not yet; empty when nothing could be ordered or everything is done."""
    orders = case.penalty_correctionorders.filter(ordered_at__isnull=False).exclude(corrected=True).order_by("id")
    told = "；".join("、".join(order.content.splitlines()) for order in orders)
    return f"{told.rstrip('。')}。" if told else ""


def _found(case: Case) -> dict[str, Any]:
    return {"facts": case.found, "evidence": evidence_list(case), "violated": case.power.violated}


def _certain(case: Case, at: datetime) -> dict[str, Any]:
    return heading(case, at) | parties(case) | _found(case)


@penalty.paper("D29")
def approval_sheet(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    return (
        _certain(case, at)
        | discretion(case)
        | {
            "discretion": discretion(case)["discretion"] + leave_to_deviate(case),
            "filed_on": case.filed_on.isoformat() if case.filed_on else "",
            "basis": case.power.basis,
            "notice_result": heard(case),
            "hearing_result": conclusion("hearing", case, "不属于应当告知听证的情形。"),
            "review_result": conclusion("review", case, "不属于重大执法决定，不需要法制审核。"),
            "discussion_result": conclusion("discussion", case, "不属于情节复杂或者重大的案件，不需要集体讨论。"),
            "proposal": in_words(case.proposed_penalties),
            "officers": handlers(case, at),
            "opinions": opinions(approving.granted(case, "decision")),
        }
    )


@penalty.paper("D30")
def decision(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    if age_status(case, local_day(at)) == "adult":
        publication = f"本决定将依法向社会公示（{provision('disclosure-7.2').quote}），公示前隐去依法应当隐去的个人信息。"
    else:
        publication = f"当事人是未成年人，本决定依法不向社会公示（{provision('disclosure-9.1').quote}）。"
    data = (
        _certain(case, at)
        | discretion(case)
        | {
            "number": case.decision_number,
            "process": _course(case),
            "basis": case.power.basis,
            "penalties": penalties(case.decided_penalties),
            "correction": corrections(case),
            "performance": given["performance"],
            "remedy": remedy(case, at),
            "publication": publication,
            "officers": handlers(case, at),
        }
    )
    if PenaltyKind.FINE in kinds_of(case.decided_penalties):
        data["payment"] = payment(case, at)
    return data


def _cited(ground: str) -> list[dict[str, str]]:
    row = provision_of(ground)
    return [{"law": f"《{row.title}》", "article": row.article}]


def _why(given: dict) -> str:
    parts = [f"当事人属于{Ground(given['ground']).label}的情形。", given["reasons"]]
    if given["by_list"] and (item := given["list_item"]):
        rests = f"（{basis_of(item)}）" if item.basis else ""
        parts.append(f"本案符合{item}{rests}的全部条件：{conditions_of(item)}。")
    if given["proof"]:
        parts.append(f"证明材料：{given['proof']}。")
    if given["guardian_told"] and given["guardian"]:
        parts.append(f"已责令监护人{given['guardian']}加以管教（看管、治疗）。")
    return "\n".join(parts)


@penalty.paper("D32")
def decision_not_to_punish(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    return _certain(case, at) | {
        "number": case.decision_number,
        "reasons": _why(given),
        "basis": _cited(given["ground"]),
        "education": given["education"],
        "correction": corrections(case),
        "remedy": remedy(case, at),
        "officers": handlers(case, at),
    }


@penalty.paper("D32b")
def education_record(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    row = provision("penalty-law-33.3")
    return (
        _certain(case, at)
        | {
            "educated_at": moment(given["educated_at"]),
            "place": given["place"],
            "basis": [{"law": f"《{row.title}》", "article": row.article}],
            "education": given["education"],
            "party_opinion": given["party_opinion"],
            "officers": handlers(case, given["educated_at"]),
            "signatures": signed(given, party="party_signature"),
        }
        | signed_on(given["educated_at"])
    )
