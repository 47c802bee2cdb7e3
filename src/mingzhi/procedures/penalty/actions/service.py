"""送达: every way of 民事诉讼法 88 to 95, one row for each paper and attempt. Source: penalty-law-61, civil-procedure-87."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from mingzhi.core.documents.models import Document
from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import officers_on

from ..forms.acts import signed
from ..models import Case, Service
from ..serving import announced_until, arrive, deliverers


def _officers(people: list[User], on: date) -> list[dict[str, Any]]:
    return [{"id": row.id, "name": row.name, "certificate": row.certificate} for row in officers_on(people, on)]


def serve(
    case: Case,
    *,
    actor: User,
    at: datetime,
    documents: list[Document],
    method: str,
    acted_at: datetime,
    received_on: date | None,
    officers: list[User],
    failed: bool,
    failed_because: str,
    file: Any,
    place: str,
    **given: Any,
) -> list[Service]:
    """Record one attempt for each paper. The day of service follows from the way: of receipt where there is one, else of the visit.

    Source: civil-procedure-87 to 94; a failed attempt serves nothing and is kept for the announcement's reasons.
    """
    served_on = None if failed else received_on or local_day(acted_at)
    rows = [
        Service(
            matter=case,
            document=document,
            method=method,
            place=place,
            attempted_at=acted_at,
            served_on=served_on,
            tried=failed_because if failed else "",
            attachment=file,
            officers=_officers(officers, local_day(acted_at)),
            signatures=signed(given, receiver="receiver_signature", witness="witness_signature"),
            **{name: given[name] for name in ("receiver", "relation", "refused_because", "witness", "recorded", "proof")},
        )
        for document in documents
    ]
    if served_on is not None:
        for document in documents:
            arrive(case, document, served_on, documents)
    return rows


def announce(
    case: Case, *, actor: User, at: datetime, document: Document, acted_at: datetime, tried: str, carrier: str, **given: Any
) -> Service:
    """Announce a paper that nothing else could bring to the party; its period runs from this day. Source: civil-procedure-95."""
    return Service(
        matter=case,
        document=document,
        method=Service.Method.ANNOUNCED,
        place=carrier,
        attempted_at=acted_at,
        tried=tried,
        carrier=carrier,
        officers=_officers(deliverers(case), local_day(acted_at)),
    )


def complete_announcement(case: Case, *, actor: User, at: datetime, announcement: Service, note: str, **given: Any) -> Service:
    """The announced paper counts as served on the last day of the period. Source: civil-procedure-95."""
    announcement.served_on = local_day(announced_until(announcement))
    arrive(case, announcement.document, announcement.served_on)
    return announcement
