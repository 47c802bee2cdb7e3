"""D15, D15b and D16: orders to correct or to stop, and their recheck."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.documents.models import Document
from mingzhi.core.engine.days import local_day

from ..forms.acts import signed
from ..models import Case, CorrectionOrder
from ..procedure import penalty
from .evidence import evidence_list, lines
from .heading import contact, handlers, heading, moment, officers, parties, remedy, signed_on


def _order(case: Case, at: datetime, stop: bool) -> tuple[CorrectionOrder, dict[str, Any]] | None:
    """The order just made, when it is of this sort, with what both forms print."""
    order = CorrectionOrder.objects.filter(matter_id=case.pk, ordered_at=at, stop=stop).last()
    if order is None:
        return None
    return order, (
        heading(case, at)
        | parties(case)
        | contact(case, at)
        | {
            "facts": case.found or case.facts,
            "evidence": evidence_list(case),
            "violated": case.power.violated,
            "basis": case.power.basis,
            "consequences": order.consequences,
            "remedy": remedy(case, at),
            "officers": handlers(case, at),
        }
    )


@penalty.paper("D15")
def correction_order(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any] | None:
    found = _order(case, at, stop=False)
    if found is None:
        return None
    order, data = found
    return data | {"corrections": lines(order.content), "until_on": order.by_on.isoformat() if order.by_on else ""}


@penalty.paper("D15b")
def stop_order(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any] | None:
    found = _order(case, at, stop=True)
    return found[1] | {"stops": lines(found[0].content)} if found else None


@penalty.paper("D16")
def recheck_record(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    order = given["order"]
    notice = Document.objects.filter(matter_id=case.pk, code__in=("D15", "D15b"), made_at=order.ordered_at).last()
    return (
        heading(case, at)
        | parties(case)
        | {
            "order_number": notice.number if notice else "",
            "checked_at": moment(given["acted_at"]),
            "place": given["place"],
            "results": given["results"],
            "conclusion": given["conclusion"],
            "party_opinion": given["party_opinion"],
            "officers": officers(given["officers"], local_day(given["acted_at"])),
            "signatures": signed(given, party="party_signature"),
        }
        | signed_on(given["acted_at"])
    )
