"""D33 and D35: the receipt of each paper served, the announcement and its end."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.documents.models import Document
from mingzhi.core.engine.days import end_of_day, local_day
from mingzhi.law.provisions import provision

from ..models import Service
from ..procedure import penalty
from ..serving import announced_until, case_of, confirmed_address, deliverers
from ..summary import summary
from .heading import contact, heading, moment, officers, signed_on


def _address(matter: Any) -> str:
    confirmed = confirmed_address(matter)
    return confirmed.address if confirmed else case_of(matter).penalty_partys.order_by("id").first().address


def _receipt(matter: Any, at: datetime, document: Document) -> dict[str, Any]:
    return heading(case_of(matter), at) | {
        "address": _address(matter),
        "papers": [{"title": document.title, "number": document.number, "copies": "1"}],
    }


def _arrived(row: Service) -> str:
    """The moment the receipt names: the visit itself, else the end of the day of receipt."""
    if row.served_on is None or row.served_on == local_day(row.attempted_at):
        return moment(row.attempted_at)
    return moment(end_of_day(row.served_on))


@penalty.paper("D33")
@summary.paper("D33")
def receipt(matter: Any, *, actor: Any, at: datetime, given: dict) -> list[dict[str, Any]]:
    """One for each paper, of the case or of a matter about it."""
    if given.get("announcement") is not None:
        return [_announced_receipt(matter, at, given)]
    papers = []
    for document in given["documents"]:
        row = Service.objects.filter(matter_id=matter.pk, document=document, attempted_at=given["acted_at"]).last()
        note = f"没有送到：{row.tried}" if given["failed"] else given["note"]
        manner = row.get_method_display()
        nobody = given["failed"] or row.method == Service.Method.LEAVE
        papers.append(
            _receipt(matter, at, document)
            | {
                "recipient": given["recipient"],
                "manner": f"{manner}（未送到）" if given["failed"] else manner,
                "place": row.place,
                "served_at": _arrived(row),
                "receiver": "" if nobody else row.receiver,
                "receiver_relation": "" if nobody else row.relation,
                "refusal": row.refused_because,
                "witness": row.witness,
                "proof": row.proof or ("照片、录像附卷" if row.recorded else ""),
                "note": note,
                "officers": officers(given["officers"], local_day(given["acted_at"])),
                "signatures": row.signatures,
            }
            | signed_on(given["acted_at"])
        )
    return papers


def _announced_receipt(matter: Any, at: datetime, given: dict) -> dict[str, Any]:
    row = given["announcement"]
    ends = announced_until(row)
    return _receipt(matter, at, row.document) | {
        "recipient": case_of(matter).penalty_partys.order_by("id").first().name,
        "manner": row.get_method_display(),
        "place": row.carrier,
        "served_at": moment(ends),
        "proof": f"{local_day(row.attempted_at)}发出公告，{local_day(ends)}期满",
        "note": given["note"],
        "officers": officers(deliverers(matter), local_day(at)),
    }


@penalty.paper("D35")
@summary.paper("D35")
def announcement(matter: Any, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    rule = provision("civil-procedure-95")
    document = given["document"]
    return (
        heading(case_of(matter), at)
        | contact(case_of(matter), at)
        | {
            "recipient": given["recipient"],
            "paper_title": document.title,
            "paper_number": document.number,
            "summary": given["summary"],
            "reasons": given["tried"],
            "days": rule.number("within", local_day(given["acted_at"])),
            "media": given["carrier"],
            "rights": given["rights"],
            "basis": [{"law": f"《{rule.title}》", "article": rule.article}],
        }
    )
