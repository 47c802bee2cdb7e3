"""What the organ does itself where the law lets it: decide, announce, call again, carry out. Source: compulsion-law-37, 43, 44, 50 to 52."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from mingzhi.core.organs.models import User
from mingzhi.procedures.penalty.actions.discussion import sat
from mingzhi.procedures.penalty.actions.investigation import as_rows, presences
from mingzhi.procedures.penalty.forms.acts import signed

from ..models import Deliberation, Enforcement, Execution, Order, Proposal, PublicNotice
from ..times import proposal_of


def propose(enforcement: Enforcement, *, actor: User, at: datetime, **given: Any) -> Proposal:
    """Write down the decision as it is to be made: what is reviewed before it, and decided. Source: compulsion-law-37, review-6."""
    return Proposal(matter=enforcement, proposed_by=actor, proposed_at=at, **given)


def discuss(enforcement: Enforcement, *, actor: User, at: datetime, agreed: bool, **given: Any) -> Deliberation:
    """Keep the minutes of the heads who decide together on what is proposed. Source: review-5-collective."""
    return Deliberation(matter=enforcement, proposal=proposal_of(enforcement), agreed=agreed, discussed_at=at, **sat(given))


def decide(enforcement: Enforcement, *, actor: User, at: datetime, reasons: str, manner: str, begins_at: datetime, opinion: str) -> Order:
    """Decide that the organ takes the building down. Source: compulsion-law-37, compulsion-law-44."""
    return Order(matter=enforcement, reasons=reasons, manner=manner, begins_at=begins_at, decided_at=at)


def announce(enforcement: Enforcement, *, actor: User, at: datetime, posted_at: datetime, carrier: str, remove_by_on: date) -> PublicNotice:
    """Post on the spot that the party is to take it down by a day. Source: compulsion-law-44."""
    return PublicNotice(matter=enforcement, posted_at=posted_at, carrier=carrier, remove_by_on=remove_by_on)


def order_substitute(enforcement: Enforcement, *, actor: User, at: datetime, opinion: str, **given: Any) -> Order:
    """Decide that somebody else does it at the party's cost; at once where a road or river must be cleared. Source: 50 to 52."""
    return Order(matter=enforcement, decided_at=at, **given)


def remind(enforcement: Enforcement, *, actor: User, at: datetime, on: date) -> None:
    """Call upon the party once more before somebody else does it; the letter is the whole act. Source: compulsion-law-51."""


def carry_out(enforcement: Enforcement, *, actor: User, at: datetime, officers: list[User], **given: Any) -> list:
    """Carry it out by day before witnesses, and write down how. Source: compulsion-law-43, 44, 51."""
    plain = ("from_at", "until_at", "place", "course", "goods", "party_absent", "witness", "emergency", "performer", "cost_yuan")
    row = Execution(
        matter=enforcement,
        officers=as_rows(officers, given["from_at"]),
        signatures=signed(given, party="party_signature", witness="witness_signature", performer="performer_signature"),
        **{name: given[name] for name in plain},
    )
    return [row, *presences(enforcement, officers, given, "实施强制执行")]
