"""D17 to D19d and D33: what the papers of a seizure say from its request to its return."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.deadlines import due_moment
from mingzhi.core.organs.models import User
from mingzhi.law.provisions import provision
from mingzhi.procedures.penalty import approving
from mingzhi.procedures.penalty.filling.closing import day_in_words
from mingzhi.procedures.penalty.filling.evidence import citing
from mingzhi.procedures.penalty.filling.heading import contact, heading, moment, officers, opinions, parties, remedy, signed_on
from mingzhi.procedures.penalty.filling.service import announcement, receipt
from mingzhi.procedures.penalty.forms.acts import signed

from ..actions.measures import EXTENSION, MEASURE
from ..gates.keeping import term
from ..holdings import carried_out, left, money_held, money_words
from ..models import Custody, Disposal, Seizure, Testing
from ..procedure import seizure as procedure


def made_now(code: str, given: dict[str, Any]) -> bool:
    """Whether the paper is made by this action: where one is struck out, only that one is made anew."""
    return "document" not in given or given["document"].code == code


def head(seizure: Seizure, at: datetime) -> dict[str, Any]:
    return heading(seizure.case, at) | parties(seizure.case) | {"measure": str(seizure.get_measure_display())}


def _basis(seizure: Seizure, *ids: str) -> list[dict[str, str]]:
    """The law that gives the measure for this breach, then the general law."""
    return [*seizure.basis, *citing(*ids)]


def goods_rows(rows: Iterable[dict[str, Any]]) -> list[dict[str, str]]:
    """Rows of the seizure's list as papers show them."""
    return [
        {name: row.get(name, "") for name in ("name", "spec", "quantity", "unit", "condition")} | {"note": row.get("mark", "")}
        for row in rows
    ]


def _told_apart(row: dict[str, Any]) -> str:
    said = "，".join(row[name] for name in ("spec", "mark", "condition") if row.get(name))
    return f"（{said}）" if said else ""


def goods_words(rows: Iterable[dict[str, Any]]) -> str:
    return "；".join(f"{row['name']}{_told_apart(row)}{row['quantity']}{row.get('unit', '')}" for row in rows)


def _days(at: datetime) -> int:
    return int(provision("compulsion-law-25").number("within", local_day(at)))


def decision_of(seizure: Seizure) -> dict[str, str]:
    """The decision by which it was done."""
    paper = seizure.documents.filter(code="D18", voided_at__isnull=True).last()
    return {"decision_number": paper.number if paper else "", "decided_on": local_day(seizure.from_at).isoformat()}


@procedure.paper("D17")
def approval(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> dict[str, Any]:
    return head(seizure, at) | {
        "seizure_number": seizure.number,
        "urgency": seizure.urgency,
        "reasons": seizure.reasons,
        "related": seizure.related,
        "basis": _basis(seizure, "compulsion-law-19" if seizure.urgent else "compulsion-law-18"),
        "place": seizure.place,
        "goods": goods_rows(seizure.goods),
        "kept_place": seizure.kept_place,
        "days": _days(at),
        "opinions": opinions(approving.granted(seizure, MEASURE)),
        "approved_at": moment(seizure.approved_at),
    }


@procedure.paper("D18")
def decision(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> dict[str, Any]:
    """The last day is counted here as the deadline counts it."""
    on = local_day(seizure.from_at)
    ends = due_moment(on, provision("compulsion-law-25").period(on), seizure.authority_id, rolls=False)
    return head(seizure, at) | {
        "title": f"{seizure.get_measure_display()}决定书",
        "urgency": seizure.urgency,
        "reasons": seizure.reasons,
        "basis": _basis(seizure, "compulsion-law-19" if seizure.urgent else "compulsion-law-18", "compulsion-law-25"),
        "place": seizure.place,
        "goods": goods_rows(seizure.goods),
        "kept_place": seizure.kept_place,
        "done_on": on.isoformat(),
        "until_on": local_day(ends).isoformat(),
        "days": _days(seizure.from_at),
        "remedy": remedy(seizure.case, at),
        "officers": officers(given["officers"], on),
    }


@procedure.paper("D18b")
def goods_list(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> dict[str, Any]:
    return (
        head(seizure, at)
        | {
            "title": f"{seizure.get_measure_display()}场所、设施、财物清单",
            "seizure_number": seizure.number,
            "place": seizure.place,
            "done_at": moment(seizure.until_at),
            "goods": goods_rows(seizure.goods),
            "seals": seizure.seals,
            "kept_place": seizure.kept_place,
            "custodian": seizure.custodian,
            "copies": provision("compulsion-law-24").number("copies", local_day(seizure.from_at)),
            "officers": officers(given["officers"], local_day(seizure.from_at)),
            "signatures": signed(given, party="party_signature", witness="witness_signature"),
        }
        | signed_on(seizure.until_at)
    )


@procedure.paper("D18c")
def record(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> dict[str, Any]:
    people = officers(given["officers"], local_day(seizure.from_at))
    named = "、".join(f"{one['name']}（执法证号{one['certificate']}）" for one in people)
    present = "通知当事人到场。" if seizure.party_present else f"当事人不到场，邀请{seizure.witness}到场见证。"
    why = "、".join(
        f"{row['law']}{row['article']}" for row in _basis(seizure, "compulsion-law-19" if seizure.urgent else "compulsion-law-18")
    )
    return (
        head(seizure, at)
        | {
            "title": f"{seizure.get_measure_display()}现场笔录",
            "started_at": moment(seizure.from_at),
            "ended_at": moment(seizure.until_at),
            "place": seizure.place,
            "officers": people,
            "recorder": given["recorder"],
            "witness": seizure.witness,
            "told": f"执法人员{named}出示执法身份证件。{present}告知采取{seizure.get_measure_display()}的理由：{seizure.reasons.rstrip('。')}；"
            f"依据：{why}；您有权陈述和申辩，有权依法申请行政复议或者提起行政诉讼，因违法实施强制受到损害的有权要求赔偿。",
            "statement": seizure.statement,
            "findings": given["findings"],
            "goods_words": goods_words(seizure.goods),
            "seals": seizure.seals,
            "recording": seizure.recording,
            "signatures": signed(given, party="party_signature", witness="witness_signature"),
        }
        | signed_on(seizure.until_at)
    )


@procedure.paper("D18d")
def register(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> dict[str, Any]:
    rows = Custody.objects.filter(matter_id=seizure.pk).order_by("at", "id")
    return head(seizure, at) | {
        "title": f"{seizure.get_measure_display()}财物保管登记表",
        "seizure_number": seizure.number,
        "goods": goods_rows(seizure.goods),
        "entries": [
            {
                "at": f"{timezone.localtime(row.at):%Y-%m-%d %H:%M}",
                "event": row.get_event_display(),
                "place": row.place,
                "custodian": row.custodian,
                "condition": row.condition,
                "why": row.why,
            }
            for row in rows
        ],
        "basis": citing("compulsion-law-26"),
    }


@procedure.paper("D19")
def extension(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> dict[str, Any] | None:
    if not made_now("D19", given):
        return None
    asked = approving.granted(seizure, EXTENSION)
    days = int(provision("compulsion-law-25-extend").number("extend", local_day(at)))
    ends = local_day(term(seizure).due_at)
    return head(seizure, at) | {
        "title": f"延长{seizure.get_measure_display()}期限决定书",
        **decision_of(seizure),
        "reasons": asked.opinion if asked else "",
        "basis": citing("compulsion-law-25"),
        "days": days,
        "from_on": (ends - timedelta(days=days - 1)).isoformat(),
        "until_on": ends.isoformat(),
        "remedy": remedy(seizure.case, at),
    }


@procedure.paper("D19b")
def released(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> dict[str, Any] | None:
    if not made_now("D19b", given):
        return None
    return (
        head(seizure, at)
        | contact(seizure.case, at)
        | {
            "title": f"解除{seizure.get_measure_display()}决定书",
            **decision_of(seizure),
            "ground": str(seizure.get_release_ground_display()),
            "reasons": seizure.release_reasons,
            "released_on": local_day(seizure.released_at).isoformat(),
            "basis": citing(
                "compulsion-law-19" if seizure.urgent and seizure.approved_at is None else "compulsion-law-27", "compulsion-law-28"
            ),
            "goods": goods_rows(left(seizure)),
            "money": money_words(money_held(seizure)),
            "kept_place": seizure.kept_place,
        }
    )


@procedure.paper("D19c")
def returned(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> dict[str, Any]:
    paper = seizure.documents.filter(code="D19b", voided_at__isnull=True).last()
    return (
        head(seizure, at)
        | {
            "release_number": paper.number,
            "returned_at": moment(given["acted_at"]),
            "place": given["place"],
            "returned": given["returned"],
            "money": "；".join(
                f"{money_words([sale])}（{day_in_words(sale.settled_on)}退还，凭证{sale.settled_receipt}"
                + (f"，另补偿{sale.compensation_yuan}元" if sale.compensation_yuan else "")
                + "）"
                for sale in carried_out(seizure).filter(settled=Disposal.Settled.RETURNED).order_by("id")
            ),
            "receiver": given["receiver"],
            "officers": officers(given["officers"], local_day(given["acted_at"])),
            "signatures": signed(given, party="party_signature"),
        }
        | signed_on(given["acted_at"])
    )


@procedure.paper("D19d")
def testing_time(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> dict[str, Any] | None:
    """The term's new end is read from the deadline, which the testing has moved."""
    if not made_now("D19d", given):
        return None
    row = Testing.objects.filter(matter_id=seizure.pk).latest("id")
    return (
        head(seizure, at)
        | contact(seizure.case, at)
        | {
            **decision_of(seizure),
            "institution": row.institution,
            "what": row.what,
            "days": row.stated_days,
            "from_on": row.from_on.isoformat(),
            "until_on": row.until_on.isoformat(),
            "term_until_on": local_day(term(seizure).due_at).isoformat(),
            "basis": citing("compulsion-law-25.3"),
        }
    )


procedure.paper("D33")(receipt)
procedure.paper("D35")(announcement)
