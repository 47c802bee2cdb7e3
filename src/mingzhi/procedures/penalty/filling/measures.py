"""D10 to D14b: sampling, keeping things as evidence in advance, appraisal."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.documents.models import Document
from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.deadlines import due_moment
from mingzhi.law.provisions import provision

from .. import approving
from ..forms.acts import signed
from ..models import Case, Preservation, Sampling
from ..procedure import penalty
from .evidence import citing, lines
from .heading import contact, heading, moment, officers, opinions, parties, remedy, signed_on


def _notice(case: Case, code: str, name: str, row: Any) -> Document | None:
    """The paper by which a row was carried out: printed by the action whose input named the row."""
    return Document.objects.filter(matter_id=case.pk, code=code, **{f"record__given__{name}__id": row.pk}).last()


def _head(case: Case, at: datetime, *provision_ids: str) -> dict[str, Any]:
    return heading(case, at) | parties(case) | {"basis": citing(*provision_ids)}


@penalty.paper("D10")
def sampling_sheet(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    approval = approving.granted(case, "sampling")
    row = Sampling.objects.get(matter_id=case.pk, pk=int(approval.target))
    return _head(case, at, "penalty-law-56-sample") | {
        "reasons": row.reason,
        "objects": row.objects_sampled,
        "method": row.method,
        "opinions": opinions(approval),
    }


@penalty.paper("D10b")
def sampling_voucher(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    return (
        _head(case, at, "penalty-law-56-sample")
        | {
            "taken_at": moment(given["acted_at"]),
            "place": given["place"],
            "method": given["sampling"].method,
            "sealing": given["sealed_how"],
            "samples": given["goods"],
            "officers": officers(given["officers"], local_day(given["acted_at"])),
            "signatures": signed(given, party="party_signature"),
        }
        | signed_on(given["acted_at"])
    )


@penalty.paper("D10c")
def sample_disposal(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    row = given["sampling"]
    voucher = _notice(case, "D10b", "sampling", row)
    return _head(case, at, "penalty-law-56-sample") | {
        "voucher_number": voucher.number if voucher else "",
        "taken_on": local_day(row.taken_at).isoformat(),
        "disposals": given["disposals"],
    }


def _kept(row: Preservation) -> dict[str, Any]:
    return {"ground": row.ground, "goods": row.goods, "kept_place": row.place, "kept_manner": row.method}


@penalty.paper("D11")
def preservation_sheet(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    approval = approving.granted(case, "preservation")
    row = Preservation.objects.get(matter_id=case.pk, pk=int(approval.target))
    return (
        _head(case, at, "penalty-law-56-approve")
        | _kept(row)
        | {"reasons": row.reason, "opinions": opinions(approval), "approved_at": moment(row.approved_at)}
    )


@penalty.paper("D12")
def preservation_notice(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    """The last day is counted here as the deadline counts it."""
    rule, on = provision("penalty-law-56"), local_day(given["acted_at"])
    until = due_moment(given["acted_at"], rule.period(on), case.authority_id, rolls=False)
    return (
        _head(case, at, "penalty-law-56")
        | _kept(given["preservation"])
        | {
            "from_on": on.isoformat(),
            "until_on": local_day(until).isoformat(),
            "workdays": rule.number("within", on),
            "remedy": remedy(case, at),
            "officers": officers(given["officers"], on),
            "signatures": signed(given, party="party_signature"),
        }
        | signed_on(given["acted_at"])
    )


@penalty.paper("D13")
def preservation_disposal(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    row = given["preservation"]
    notice = _notice(case, "D12", "preservation", row)
    return _head(case, at, "penalty-law-56") | {
        "notice_number": notice.number if notice else "",
        "noticed_on": local_day(row.carried_out_at).isoformat(),
        "disposals": given["disposals"],
        "reasons": given["reasons"],
        "remedy": remedy(case, at),
    }


@penalty.paper("D14")
def commission(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    return (
        heading(case, at)
        | contact(case, at)
        | {
            "institution": given["institution"],
            "qualification": given["qualification"],
            "objects": given["sent"],
            "questions": lines(given["question"]),
            "until_on": given["due_on"].isoformat(),
            "basis": citing("penalty-law-46"),
        }
    )


@penalty.paper("D14b")
def opinion_told(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    row = given["appraisal"]
    return (
        heading(case, at)
        | parties(case)
        | contact(case, at)
        | {
            "institution": row.institution,
            "qualification": row.qualification,
            "question": "、".join(lines(row.question)).rstrip("。；"),
            "report_number": given["report_number"],
            "result": given["opinion"],
            "object_until_on": given["object_until_on"].isoformat(),
        }
    )
