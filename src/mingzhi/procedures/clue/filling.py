"""D01 and D43 of a clue. The informant is never printed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from mingzhi.core.engine.days import local_day
from mingzhi.law.provisions import provision

from .models import Clue
from .procedure import clues


@clues.paper("D01")
def registration_sheet(clue: Clue, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    return {
        "organ": clue.authority.name,
        "clue_number": clue.number,
        "source": clue.get_source_display(),
        "received_at": timezone.localtime(clue.received_at).strftime("%Y-%m-%dT%H:%M"),
        "informant": "提供人信息另行保密登记" if clue.clue_informants.exists() else "无（本机关发现或者其他机关提供）",
        "content": clue.content,
        "place": clue.place,
        "verification": clue.verification,
        "handling": clue.conclusion,
        "opinions": [
            {
                "label": "负责人意见",
                "text": given.get("opinion") or given.get("reasons", ""),
                "name": actor.name,
                "on": local_day(at).isoformat(),
            }
        ],
    }


@clues.paper("D43")
def transfer_letter(clue: Clue, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    rule = provision("penalty-law-22")
    return {
        "organ": clue.authority.name,
        "case_number": clue.number,
        "cause": clue.title,
        "addressee": given["handed_to"],
        "facts": clue.verification or clue.content,
        "reasons": given["reasons"],
        "basis": [{"law": f"《{rule.title}》", "article": rule.article}],
        "party_names": clue.suspect or "待查",
        "attachments": [{"name": row["name"], "copies": row["quantity"]} for row in given["materials"]],
        "contact_name": actor.name,
        "contact_phone": clue.authority.phone,
        "contact_address": clue.authority.address,
    }
