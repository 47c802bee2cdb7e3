"""Inspecting, summoning, questioning, asking for evidence, confirming the address. Source: penalty-law-54, penalty-law-55."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.models import Matter
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import officers_on

from ..forms.acts import signed
from ..models import Case, ConfirmedAddress, Inspection, Presence, Questioning


def as_rows(officers: list[User], at: datetime) -> list[dict[str, Any]]:
    """Officers as a row keeps them: with the certificates valid on that day."""
    return [{"id": one.id, "name": one.name, "certificate": one.certificate} for one in officers_on(officers, local_day(at))]


def presences(case: Matter, officers: list[User], given: dict[str, Any], what: str) -> list[Presence]:
    """One stay of each officer. Source: town-one-place."""
    stay = {"from_at": given["from_at"], "until_at": given["until_at"], "place": given["place"], "what": what}
    return [Presence(matter=case, person=officer, **stay) for officer in officers]


def inspect(case: Case, *, actor: User, at: datetime, officers: list[User], **given: Any) -> list:
    """Record an inspection of the scene. Source: penalty-law-55.2, recording-7.4, disclosure-6.1."""
    plain = ("form", "led_to_filing", "from_at", "until_at", "place", "recorder", "findings", "measures", "person_in_charge", "witness")
    told = ("attire", "attire_because", "showed_card", "told_rights", "told_recording", "rights_answer", "party_opinion")
    row = Inspection(
        matter=case,
        officers=as_rows(officers, given["from_at"]),
        party_present=not given["party_absent"],
        signatures=signed(given, party="party_signature"),
        **{name: given[name] for name in (*plain, *told)},
    )
    return [row, *presences(case, officers, given, str(Inspection.Form(given["form"]).label))]


def summon(case: Case, *, actor: User, at: datetime, **given: Any) -> None:
    """Ask somebody to come and be questioned; the notice is the whole act. Source: penalty-law-55."""


def question(case: Case, *, actor: User, at: datetime, officers: list[User], **given: Any) -> list:
    """Record the questioning of one person. Source: penalty-law-55.2, recording-7.2."""
    plain = ("person_name", "person_identifier", "relation", "from_at", "until_at", "place", "recorder")
    told = ("showed_card", "told_rights", "rights_answer", "answers")
    earlier = Questioning.objects.filter(matter_id=case.pk, person_identifier=given["person_identifier"]).count()
    row = Questioning(
        matter=case,
        times=earlier + 1,
        officers=as_rows(officers, given["from_at"]),
        identity={name: given[f"person_{name}"] for name in ("address", "phone", "employer", "title")},
        signatures=signed(given, asked="asked_signature"),
        **{name: given[name] for name in (*plain, *told)},
    )
    return [row, *presences(case, officers, given, f"询问{row.person_name}")]


def order_evidence(case: Case, *, actor: User, at: datetime, **given: Any) -> None:
    """Ask a holder to hand over evidence; the notice is the whole act. Source: penalty-law-55, recording-7.3."""


def confirm_address(case: Case, *, actor: User, at: datetime, **given: Any) -> Any:
    """Keep the address to which papers may be sent. Source: penalty-law-61, penalty-law-61.2."""
    plain = ("address", "receiver", "phone", "electronic", "electronic_address")
    return ConfirmedAddress(
        matter=case, confirmed_at=at, signatures=signed(given, party="party_signature"), **{name: given[name] for name in plain}
    )


__all__ = ["as_rows", "confirm_address", "inspect", "order_evidence", "presences", "question", "summon"]
