"""D33 and D35: the receipt of each paper served, the announcement and its end."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.documents.models import Document
from mingzhi.core.engine.days import end_of_day, local_day
from mingzhi.law.provisions import provision

from ..models import Case, Service
from ..procedure import penalty
from ..serving import announced_until, confirmed_address
from ..summary import summary
from .heading import contact, heading, moment, officers, signed_on


def _address(case: Case) -> str:
    confirmed = confirmed_address(case)
    return confirmed.address if confirmed else case.penalty_partys.order_by("id").first().address


def _receipt(case: Case, at: datetime, document: Document) -> dict[str, Any]:
    return heading(case, at) | {
        "address": _address(case),
        "papers": [{"title": document.title, "number": document.number, "copies": "1"}],
    }


def _arrived(row: Service) -> str:
    """The moment the receipt names: the visit itself, else the end of the day of receipt."""
    if row.served_on is None or row.served_on == local_day(row.attempted_at):
        return moment(row.attempted_at)
    return moment(end_of_day(row.served_on))


@penalty.paper("D33")
@summary.paper("D33")
def receipt(case: Case, *, actor: Any, at: datetime, given: dict) -> list[dict[str, Any]]:
    if given.get("announcement") is not None:
        return [_announced_receipt(case, at, given)]
    papers = []
    for document in given["documents"]:
        row = Service.objects.filter(matter_id=case.pk, document=document, attempted_at=given["acted_at"]).last()
        note = f"没有送到：{row.tried}" if given["failed"] else given["note"]
        manner = row.get_method_display()
        nobody = given["failed"] or row.method == Service.Method.LEAVE
        papers.append(
            _receipt(case, at, document)
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


def _announced_receipt(case: Case, at: datetime, given: dict) -> dict[str, Any]:
    row = given["announcement"]
    people = [handler.person for handler in case.handlers.filter(until_at__isnull=True).order_by("id").select_related("person")]
    ends = announced_until(row)
    return _receipt(case, at, row.document) | {
        "recipient": case.penalty_partys.order_by("id").first().name,
        "manner": row.get_method_display(),
        "place": row.carrier,
        "served_at": moment(ends),
        "proof": f"{local_day(row.attempted_at)}发出公告，{local_day(ends)}期满",
        "note": given["note"],
        "officers": officers(people, local_day(at)),
    }


@penalty.paper("D35")
def announcement(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    rule = provision("civil-procedure-95")
    document = given["document"]
    return (
        heading(case, at)
        | contact(case, at)
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
