"""What every paper of a case begins and ends with: organ, seal, party, officers, remedies, opinions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import officers_on
from mingzhi.law.fines import PenaltyKind
from mingzhi.law.provisions import provision

from ..models import Approval, Case, Party, Power


def heading(case: Case, at: datetime) -> dict[str, Any]:
    """Organ, seal and case: an entrusted power speaks in the entrusting organ's name (penalty-law-20.4)."""
    power = case.power
    found = {"organ": power.issuer, "case_number": case.number, "cause": case.title, "made_on": local_day(at).isoformat()}
    if power.kind == Power.Kind.ENTRUSTED:
        found |= {"seal_organ": power.entrusting_organ, "acting_organ": case.authority.name, "organ_word": power.entrusting_word}
    return found


#: What may have been decided in a case: a penalty, on the spot or not, or none.
_DECISIONS = ("D30", "D31", "D32")


def decision_title(case: Case) -> str:
    """What the decision is called on its own paper: a penalty on the spot has another title than the ordinary one."""
    return str(case.documents.filter(code__in=_DECISIONS, voided_at__isnull=True).order_by("id").last().title)


def party_block(party: Party) -> dict[str, Any]:
    """A party as papers print it."""
    citizen = party.kind == Party.Kind.CITIZEN
    found = {
        "kind": party.kind,
        "name": party.name,
        "gender": party.gender,
        "birth_on": party.birth_on.isoformat() if party.birth_on else "",
        "id_number": party.identifier if citizen else party.operator_identifier,
        "code": "" if citizen else party.identifier,
        "address": party.address,
        "phone": party.phone,
        "employer": party.employer,
        "representative": party.representative,
        "representative_title": party.representative_title,
        "trade_name": party.trade_name,
        "operator": party.operator,
        "guardian": _reached(party.guardian, party.guardian_phone),
        "agent": _reached(party.agent, party.agent_phone, party.agent_powers),
    }
    return {name: value for name, value in found.items() if value}


def _reached(name: str, phone: str, powers: str = "") -> str:
    """A person who acts for the party: “何平（一般代理，电话13900000001）”."""
    about = "，".join(part for part in (powers, f"电话{phone}" if phone else "") if part)
    return f"{name}（{about}）" if name and about else name


def parties(case: Case) -> dict[str, Any]:
    """`party`, and `parties` when there are several."""
    blocks = [party_block(party) for party in case.penalty_partys.order_by("id")]
    return {"party": blocks[0], "parties": blocks} if len(blocks) > 1 else {"party": blocks[0]}


def officers(people: Iterable[User], on: date) -> list[dict[str, Any]]:
    """Names with the certificates valid that day."""
    return [{"name": row.name, "certificate": row.certificate} for row in officers_on(people, on)]


def handlers(case: Case, at: datetime) -> list[dict[str, Any]]:
    """The present handlers as officers, in the order they were assigned."""
    rows = case.handlers.filter(until_at__isnull=True).order_by("id").select_related("person")
    return officers([row.person for row in rows], local_day(at))


def opinions(approval: Approval | None) -> list[dict[str, Any]]:
    """The chain of opinions of one request, lowest first; what nobody has written yet is left out."""
    if approval is None:
        return []
    certificate = officers_on([approval.asked_by], local_day(approval.asked_at))[0].certificate
    chain = [
        ("承办人意见", approval.opinion, approval.asked_by, approval.asked_at, certificate),
        ("承办机构意见", approval.endorsement, approval.endorsed_by, approval.endorsed_at, ""),
        ("负责人意见", approval.decision, approval.decided_by, approval.decided_at, ""),
    ]
    found = []
    for label, text, person, moment, number in chain:
        if person is not None and moment is not None:
            row = {"label": label, "text": text, "name": person.name, "on": local_day(moment).isoformat()}
            found.append(row | {"certificate": number} if number else row)
    return found


def remedy(case: Case, at: datetime, review_first: bool = False) -> dict[str, Any]:
    """Where and until when the party may complain. Source: reconsideration-law-20, 23, litigation-law-45, 46."""
    on = local_day(at)
    found: dict[str, Any] = {
        "review_organ": case.power.review_organ,
        "review_days": provision("reconsideration-law-20").number("within", on),
        "court": case.power.court,
        "suit_months": provision("litigation-law-46").number("within", on),
    }
    if review_first:
        found |= {"review_first": True, "suit_days": provision("litigation-law-45").number("within", on)}
    return found


def payment(case: Case, at: datetime) -> dict[str, Any]:
    """Where and until when to pay, and what being late costs. Source: penalty-law-67, 72.1, fine-collection-7."""
    on = local_day(at)
    return {
        "days": provision("penalty-law-67").number("within", on),
        "bank": case.authority.fine_bank,
        "rate_percent": provision("penalty-law-72.1").number("percent_per_day", on),
    }


def contact(case: Case, at: datetime) -> dict[str, Any]:
    """Whom the party may turn to: the first handler, at the authority."""
    first = handlers(case, at)[0]["name"] if case.handlers.exists() else case.authority.place
    return {"contact_name": first, "contact_phone": case.authority.phone, "contact_address": case.authority.address}


def penalties(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Penalties as papers print them: kind by its name in law, amounts with two decimals."""
    found = []
    for row in rows:
        line = {"kind": PenaltyKind(row["kind"]).title, "content": row["content"]}
        if row.get("amount_yuan") is not None:
            line["amount_yuan"] = f"{Decimal(str(row['amount_yuan'])):.2f}"
        found.append(line)
    return found


def signed_on(value: datetime) -> dict[str, str]:
    """The day that stands beside the signatures of an act."""
    return {"signed_on": local_day(value).isoformat()}


def moment(value: datetime) -> str:
    """“2026-03-05T14:20” in the office's time."""
    return timezone.localtime(value).strftime("%Y-%m-%dT%H:%M")
