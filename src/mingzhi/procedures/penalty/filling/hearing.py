"""D24, D26 to D26f, D27 and D27b: the papers of a hearing, and the sentence about it for the decision and its approval sheet."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from mingzhi.core.engine.days import local_day
from mingzhi.law.fines import HearingGround
from mingzhi.law.provisions import provision

from ..conclusions import concludes
from ..gates.notice import right_to_a_hearing
from ..hearings import application_ends, hearing_at, hearing_of, right_told
from ..models import Case, Hearing
from ..procedure import penalty
from ..severity import in_words
from .evidence import citing, lines
from .heading import contact, handlers, heading, moment, parties, penalties, signed_on

_PEN = {"kind": "paper"}
_RIGHTS = (
    "现在举行听证。经核对，参加人身份无误。当事人有权委托代理人，有权申请主持人、听证员、记录人回避，有权陈述、申辩、举证、质证和作最后陈述；"
    "应当遵守听证纪律，如实回答询问。当事人是否听清楚，是否申请回避？"
)


def _standard(ground: HearingGround) -> str:
    """Where the amount comes from, by the full name that papers which go out give a rule."""
    rules = [provision(one) for one in ground.provision_ids]
    named = "、".join(f"《{row.title}》" for row in rules if not row.article)
    return f"（标准见{named}）" if named else ""


@penalty.paper("D24")
def notice_of_the_right(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any] | None:
    ground = right_to_a_hearing(case, case.told_penalties, local_day(at))
    if ground is None:
        return None
    return (
        heading(case, at)
        | parties(case)
        | contact(case, at)
        | {
            "facts": case.found,
            "violated": case.power.violated,
            "basis": case.power.basis,
            "penalties": penalties(case.told_penalties),
            "hearing_because": f"{ground.words}{_standard(ground)}。",
            "hearing_basis": citing("penalty-law-63", "penalty-law-64"),
            "application_workdays": provision("penalty-law-64").number("within", local_day(at)),
            "officers": handlers(case, at),
        }
    )


def _told(case: Case, row: Hearing) -> dict[str, Any]:
    return {"notice_number": row.notice.number, "notice_served_on": case.told_on.isoformat() if case.told_on else ""}


def _begun(case: Case, at: datetime) -> dict[str, Any]:
    return heading(case, at) | parties(case)


def _agents(row: Hearing) -> list[dict[str, str]]:
    return [{name: one[name] for name in ("name", "about", "phone", "powers")} for one in row.agents]


def _openness(row: Hearing) -> str:
    return f"不公开举行（{row.get_closed_because_display()}）" if row.closed_because else "公开举行"


def _staff(row: Hearing) -> dict[str, Any]:
    found = {"chair": row.chair.name, "recorder": row.recorder.name}
    return found | {"members": "、".join(one["name"] for one in row.members)} if row.members else found


@penalty.paper("D26")
def application(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    row = hearing_of(case)
    return (
        _begun(case, at)
        | _told(case, row)
        | {
            "asked_by": row.asked_by,
            "channel": row.get_channel_display(),
            "asked_on": row.asked_on.isoformat(),
            "last_on": local_day(application_ends(case)).isoformat(),
            "reasons": row.reasons,
            "agents": _agents(row),
            "registered_by": actor.name,
            "signatures": row.signatures,
        }
    )


@penalty.paper("D26e")
def mandate(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any] | None:
    row = hearing_of(case)
    return _begun(case, at) | {"agents": _agents(row), "signatures": {"party": _PEN}} if row.agents else None


@penalty.paper("D26f")
def waiver(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    row = hearing_of(case)
    return _begun(case, at) | _told(case, row) | {"declaration": row.reasons, "signatures": row.signatures}


def _arranged(row: Hearing) -> dict[str, Any]:
    return {"begins_at": moment(row.begins_at), "place": row.place} | _staff(row)


@penalty.paper("D26b")
def summons(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    row = hearing_of(case)
    return (
        _begun(case, at)
        | contact(case, at)
        | _arranged(row)
        | {
            "asked_on": row.asked_on.isoformat(),
            "openness": _openness(row),
            "officers": handlers(case, at),
            "most_agents": provision("penalty-law-64.5").number("agents", local_day(at)),
            "basis": citing("penalty-law-63", "penalty-law-64.2"),
        }
    )


@penalty.paper("D26c")
def announcement(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any] | None:
    row = hearing_of(case)
    if row.closed_because:
        return None
    names = "、".join(party.name for party in case.penalty_partys.order_by("id"))
    return heading(case, at) | contact(case, at) | _arranged(row) | {"party_name": names, "basis": citing("penalty-law-64.3")}


@penalty.paper("D26d")
def change(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    """Postponement and end alike."""
    row = hearing_of(case)
    ended = row.status == Hearing.Status.ENDED
    form = "终止" if ended else "延期"
    own = {"begins_at": moment(row.begins_at)} if row.begins_at else {}
    return (
        _begun(case, at)
        | contact(case, at)
        | own
        | {
            "title": f"行政处罚听证{form}通知书",
            "form": form,
            "asked_on": row.asked_on.isoformat(),
            "because": row.get_ended_because_display() if ended else "不能按原定时间举行",
            "reasons": row.end_reasons if ended else row.postponed_because,
            "basis": citing("penalty-law-64.6" if ended else "penalty-law-64.2"),
        }
    )


def _held(row: Hearing) -> dict[str, Any]:
    return {
        "started_at": moment(row.from_at),
        "ended_at": moment(row.until_at),
        "place": row.place,
        "openness": _openness(row),
        "officers": [{"name": one["name"], "certificate": one["certificate"]} for one in row.officers],
        "case_put": row.case_put,
        "party_statement": row.party_statement,
    } | _staff(row)


@penalty.paper("D27")
def record_of_hearing(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    row = hearing_of(case)
    return (
        _begun(case, at)
        | _held(row)
        | {
            "attendants": row.attendants,
            "rights_told": _RIGHTS,
            "rights_answer": given["rights_answer"],
            "evidence": row.evidence,
            "debate": row.debate,
            "last_words": row.last_words,
            "signatures": row.held_signatures,
        }
        | signed_on(row.until_at)
    )


def _advice(row: Hearing) -> str:
    told = row.get_advice_display()
    return f"建议{told}：{in_words(row.advised_penalties)}。" if row.advised_penalties else f"建议{told}。"


@penalty.paper("D27b")
def report_on_hearing(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    row = hearing_of(case)
    return (
        _begun(case, at)
        | _held(row)
        | {f"{name}_found": text for name, text in row.findings.items()}
        | {"advice": _advice(row), "reasons": row.advice_reasons, "signatures": {"chair": given["chair_signature"] or _PEN}}
    )


def _day(value: date | datetime) -> str:
    on = timezone.localtime(value).date() if isinstance(value, datetime) else value
    return f"{on.year}年{on.month}月{on.day}日"


@concludes("hearing")
def hearing_in_words(case: Case) -> str | None:
    """What became of the right to a hearing, for those who approve; None where there was none."""
    row = _reported(case)
    return _until_held(case) if row is None else f"{_until_held(case)}听证报告{_advice(row)}"


def hearing_for_the_party(case: Case) -> str:
    """The same as a sentence of the decision: asked or given up, held when and how, what was said there. Source: penalty-law-65."""
    row, told = _reported(case), _until_held(case) or ""
    if row is None:
        return told
    said = "；".join(line.rstrip("。；") for line in lines(row.party_statement))
    said = f"当事人在听证中提出：{said}。" if said else ""
    return f"{told}{said}听证认定：{_sentence(row.findings['facts'])}{_sentence(row.advice_reasons)}本机关根据听证笔录作出本决定。"


def _sentence(text: str) -> str:
    return f"{'；'.join(line.rstrip('。；') for line in lines(text))}。" if text else ""


def _reported(case: Case) -> Hearing | None:
    return hearing_at(case, Hearing.Status.REPORTED)


def _until_held(case: Case) -> str | None:
    """The right told, asked for or not, and the hearing held or ended; None where there was no such right."""
    right = right_told(case)
    if right is None or case.told_on is None:
        return None
    told = f"{_day(case.told_on)}向当事人送达《{right.title}》（{right.number}）。"
    row = hearing_of(case)
    if row is None:
        return f"{told}当事人在规定期限内没有要求听证。"
    if row.status == Hearing.Status.WAIVED:
        return f"{told}当事人{_day(row.asked_on)}书面放弃听证。"
    asked = f"{told}当事人{_day(row.asked_on)}要求听证。"
    if row.status == Hearing.Status.ENDED:
        return f"{asked}因{row.get_ended_because_display()}，{_day(row.ended_at)}终止听证。"
    if row.status == Hearing.Status.REPORTED:
        return f"{asked}{_day(row.from_at)}{_openness(row)}听证，由{row.chair.name}主持。"
    return asked
