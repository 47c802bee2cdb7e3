"""D43d, D43b and D43c: the sheet of approval, the letter to the police, the list of goods."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.people import officers_on
from mingzhi.law.provisions import provision
from mingzhi.procedures.penalty.filling.heading import heading, moment, officers, parties

from .models import CrimeTransfer
from .procedure import crime


def _team(transfer: CrimeTransfer, at: datetime) -> list[dict[str, Any]]:
    rows = transfer.handlers.filter(until_at__isnull=True).order_by("id").select_related("person")
    return officers([row.person for row in rows], local_day(at))


def _head(transfer: CrimeTransfer, at: datetime) -> dict[str, Any]:
    return heading(transfer.case, at) | parties(transfer.case)


def _basis() -> list[dict[str, str]]:
    rows = (provision("penalty-law-27"), provision("crime-transfer-3"))
    return [{"law": f"《{row.title}》", "article": row.article} for row in rows]


@crime.paper("D43d")
def approval_sheet(transfer: CrimeTransfer, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    reported_on = local_day(transfer.reported_at)
    (reporter,) = officers_on([transfer.reported_by], reported_on)
    asked = {
        "label": "专案组意见", "text": transfer.proposal, "name": reporter.name, "on": reported_on.isoformat(),
        "certificate": reporter.certificate,
    }  # fmt: skip
    decided = {"label": "正职负责人意见", "text": transfer.decision, "name": actor.name, "on": local_day(at).isoformat()}
    return _head(transfer, at) | {
        "transfer_number": transfer.number,
        "found": transfer.found,
        "evidence": [{"name": line} for line in transfer.evidence.splitlines() if line.strip()],
        "offence": transfer.offence,
        "offence_basis": transfer.offence_basis,
        "reported_at": moment(transfer.reported_at),
        "officers": _team(transfer, at),
        "opinions": [asked, decided],
    }


@crime.paper("D43b")
def letter_to_the_police(transfer: CrimeTransfer, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    return _head(transfer, at) | {
        "addressee": transfer.police,
        "found": transfer.found,
        "offence": transfer.offence,
        "offence_basis": transfer.offence_basis,
        "basis": _basis(),
        "attachments": transfer.materials,
        "has_goods": bool(transfer.goods),
        "officers": _team(transfer, at),
        "contact_name": actor.name,
        "contact_phone": transfer.authority.phone,
        "contact_address": transfer.authority.address,
    }


@crime.paper("D43c")
def list_of_goods(transfer: CrimeTransfer, *, actor: Any, at: datetime, given: dict) -> dict[str, Any] | None:
    if not transfer.goods:
        return None
    return _head(transfer, at) | {
        "police": transfer.police,
        "handed_at": moment(given["handed_at"]),
        "goods": transfer.goods,
        "receiver": given["receiver"],
        "receipt": given["receipt"],
        "officers": _team(transfer, at),
    }
