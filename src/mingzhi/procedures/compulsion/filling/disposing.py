"""D18e, D18f, D18g and D19e: things sold or destroyed while held, and the money they brought."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.models import User
from mingzhi.procedures.penalty import approving
from mingzhi.procedures.penalty.filling.evidence import citing
from mingzhi.procedures.penalty.filling.heading import contact, moment, officers, opinions, remedy, signed_on
from mingzhi.procedures.penalty.forms.acts import signed

from ..actions.disposing import DISPOSAL
from ..holdings import carried_out
from ..models import Disposal, Seizure
from ..procedure import seizure as procedure
from .measures import decision_of, goods_rows, head, made_now


def _basis(row: Disposal) -> list[dict[str, str]]:
    if row.way == Disposal.Way.DESTROY:
        return [{"law": row.law, "article": row.article}, *citing("compulsion-law-27")]
    return citing("compulsion-law-28.2", *(("compulsion-law-48",) if row.way == Disposal.Way.AUCTION else ()))


def _yuan(amount: Decimal | None) -> str:
    return "" if amount is None else f"{amount:.2f}"


def _approved(seizure: Seizure) -> Disposal:
    return Disposal.objects.filter(matter_id=seizure.pk, approved_at__isnull=False).latest("approved_at")


def _said(seizure: Seizure, row: Disposal, at: datetime) -> dict[str, Any]:
    return head(seizure, at) | {
        **decision_of(seizure),
        "way": str(row.get_way_display()),
        "goods": goods_rows(row.goods),
        "reasons": row.reasons,
        "agent": row.agent,
        "basis": _basis(row),
    }


@procedure.paper("D18e")
def approval(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> dict[str, Any]:
    return _said(seizure, _approved(seizure), at) | {
        "title": f"{seizure.get_measure_display()}财物处理审批表",
        "seizure_number": seizure.number,
        "opinions": opinions(approving.granted(seizure, DISPOSAL)),
    }


@procedure.paper("D18f")
def told(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> dict[str, Any] | None:
    if not made_now("D18f", given):
        return None
    row = _approved(seizure)
    return (
        _said(seizure, row, at)
        | contact(seizure.case, at)
        | {
            "title": f"{seizure.get_measure_display()}财物处理决定书",
            "remedy": remedy(seizure.case, at),
            "sold": row.way in Disposal.SALES,
        }
    )


@procedure.paper("D18g")
def record(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> dict[str, Any]:
    row = carried_out(seizure).latest("id")
    return (
        _said(seizure, row, at)
        | {
            "title": f"{seizure.get_measure_display()}财物处理记录",
            "acted_at": moment(row.carried_out_at),
            "place": row.place,
            "course": row.course,
            "proceeds_yuan": _yuan(row.proceeds_yuan),
            "market_yuan": _yuan(row.market_yuan),
            "market_basis": row.market_basis,
            "officers": officers(given["officers"], local_day(row.carried_out_at)),
            "signatures": signed(given, witness="witness_signature"),
        }
        | signed_on(row.carried_out_at)
    )


@procedure.paper("D19e")
def money_returned(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> dict[str, Any]:
    sale = given["sale"]
    release = seizure.documents.filter(code="D19b", voided_at__isnull=True).last()
    return head(seizure, at) | {
        "title": f"退还{sale.get_way_display()}款项单",
        "release_number": release.number,
        "way": str(sale.get_way_display()),
        "goods": goods_rows(sale.goods),
        "proceeds_yuan": _yuan(sale.proceeds_yuan),
        "market_yuan": _yuan(sale.market_yuan),
        "market_basis": sale.market_basis,
        "compensation_yuan": _yuan(sale.compensation_yuan),
        "uncompensated_because": sale.uncompensated_because,
        "returned_on": sale.settled_on.isoformat(),
        "payee": sale.payee,
        "receipt_number": sale.settled_receipt,
        "registered_by": actor.name,
        "basis": citing("compulsion-law-28.2"),
    }
