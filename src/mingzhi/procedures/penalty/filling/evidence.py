"""D08 and D08b, and the list of evidence that later papers repeat."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from mingzhi.law.provisions import cited

from ..forms.acts import signed
from ..models import Appraisal, Case, Evidence, Inspection, Questioning
from ..procedure import penalty
from .heading import heading, moment, officers, signed_on


def citing(*provision_ids: str) -> list[dict[str, str]]:
    """Articles of the register as papers cite them."""
    return [{"law": f"《{row.title}》", "article": row.article} for row in cited(*provision_ids)]


def lines(text: str) -> list[str]:
    """What was written one a line."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _day(value: datetime) -> str:
    return f"{timezone.localtime(value):%Y年%-m月%-d日}"


#: Findings longer than this are read in the record itself; the list of evidence only says what it shows.
_LONGEST_PROOF = 60


def _shown(findings: str) -> str:
    told = "".join(lines(findings))
    return told if len(told) <= _LONGEST_PROOF else "现场的位置和状况"


def evidence_list(case: Case) -> list[dict[str, str]]:
    """Everything the facts rest on, by name and what it proves: records first, then evidence, then expert opinions."""

    def of(kind: Any) -> QuerySet[Any]:
        return kind.objects.filter(matter_id=case.pk).order_by("id")

    found = [{"name": f"{_day(row.from_at)}{row.get_form_display()}笔录", "proves": _shown(row.findings)} for row in of(Inspection)]
    found += [
        {"name": f"{_day(row.from_at)}{row.person_name}询问笔录", "proves": f"{row.relation}陈述的案件经过"} for row in of(Questioning)
    ]
    found += [{"name": row.name, "proves": row.proves} for row in of(Evidence).exclude(kind=Evidence.Kind.OPINION)]
    opinions = of(Appraisal).filter(received_on__isnull=False)
    found += [{"name": f"{row.institution}鉴定意见（{row.report_number}）", "proves": row.opinion} for row in opinions]
    # The list puts its own marks between the items.
    return [{"name": row["name"], "proves": "".join(lines(row["proves"])).rstrip("。；;. ")} for row in found]


def _true_copy(given: dict[str, Any]) -> str:
    if not given["is_copy"]:
        return "本件为原件（原物）。"
    if given["matches_original"]:
        return f"本件系复制件，与原件核对无异。原件存放于{given['original_kept_at']}。"
    return f"本件系复制件，未与原件核对，原因：{given['unmatched_because']}。原件存放于{given['original_kept_at']}。"


@penalty.paper("D08")
def evidence_sheet(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    blob = given["file"].blob if given["file"] else None
    return (
        heading(case, at)
        | {
            "evidence_name": given["name"],
            "evidence_kind": Evidence.Kind(given["kind"]).label,
            "source": given["source"],
            "proves": given["proves"],
            "taken_at": moment(given["acted_at"]),
            "place": given["place"],
            "method": given["method"],
            "copies": given["copies"],
            "holder": given["holder"],
            "maker": given["maker"],
            "true_copy": _true_copy(given),
            "sha256": blob.sha256 if blob else "",
            "sm3": blob.sm3 if blob else "",
            "officers": officers(given["officers"], timezone.localtime(given["acted_at"]).date()),
            "signatures": signed(given, holder="holder_signature"),
        }
        | signed_on(given["acted_at"])
    )


@penalty.paper("D08b")
def photo_sheet(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any] | None:
    if not given["photos"]:
        return None
    photos = zip(given["photos"], lines(given["photo_notes"]), strict=True)
    return (
        heading(case, at)
        | {
            "taken_at": moment(given["made_at"]),
            "place": given["place"],
            "maker": given["maker"],
            "method": given["method"],
            "proves": given["proves"],
            "photos": [
                {"name": photo.name, "about": note, "sha256": photo.blob.sha256, "picture": photo.blob.sha256} for photo, note in photos
            ],
            "officers": officers(given["officers"], timezone.localtime(given["acted_at"]).date()),
            "signatures": signed(given, party="holder_signature"),
        }
        | signed_on(given["acted_at"])
    )


__all__ = ["citing", "evidence_list", "lines"]
