"""当场处罚: one act from the offence to the paper in the party's hand; then its record with the organ, and the correction looked at.

Paying and the file are those of the ordinary procedure. Source: penalty-law-51, penalty-law-52.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.models import Handler
from mingzhi.core.engine.numbers import take_number
from mingzhi.core.organs.calendars import calendar_of
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import officers_on
from mingzhi.law.fines import PenaltyKind
from mingzhi.law.periods import due
from mingzhi.law.provisions import provision

from ..forms.parties import party_from
from ..models import Case, CorrectionOrder, Evidence, Power, Presence, Statement
from ..papers.catalogue import PAPERS
from ..severity import plain
from .filing import title_of


def penalties_of(given: dict[str, Any]) -> list[dict[str, Any]]:
    """The penalties as a case keeps them, out of kinds and fine."""
    fine = {PenaltyKind.FINE: given["fine_yuan"]}
    return plain(
        {"kind": kind, "content": PenaltyKind(kind).title, "amount_yuan": fine.get(PenaltyKind(kind))} for kind in given["penalty_kinds"]
    )


def officer_rows(people: list[User], on: Any) -> list[dict[str, Any]]:
    """Officers as rows keep them: id, name and the certificate valid that day."""
    return [{"id": row.id, "name": row.name, "certificate": row.certificate} for row in officers_on(people, on)]


def pay_by(case: Case, served_on: Any) -> Any:
    """The last day to pay: the party's calendar period from receipt, off rest days. Source: penalty-law-67."""
    period = provision("penalty-law-67").period(served_on)
    return due(served_on, period, calendar_of(case.authority_id), roll=True).due


def punish(case: Case, *, actor: User, at: datetime, officers: list[User], **given: Any) -> list:
    """Decide on the spot and hand the paper over: decided and served today. Source: penalty-law-51, penalty-law-52."""
    today, acted_at, handed_at = local_day(at), given["acted_at"], given["handed_at"]
    party = party_from(case, given)
    for name in ("power", "cause", "place", "acted_from_on", "acted_until_on", "facts", "discretion", "discretion_basis", "fine_yuan"):
        setattr(case, name, given[name])
    case.title = title_of(party, given["cause"])
    case.source = "现场检查发现"
    case.discovered_on = local_day(acted_at)
    case.found = given["facts"]
    case.decided_penalties = case.told_penalties = case.proposed_penalties = penalties_of(given)
    case.told_on = case.decided_on = case.decision_served_on = today
    if case.fine_yuan is not None:
        case.pay_by_on = pay_by(case, today)
    organ_word = case.power.entrusting_word if case.power.kind == Power.Kind.ENTRUSTED else ""
    case.number = case.decision_number = take_number(case.authority, PAPERS["D31"].word or "", today, organ_word)
    team = officer_rows(officers, local_day(acted_at))
    makers = "、".join(row["name"] for row in team)
    evidence = [
        Evidence(
            matter=case, kind=row["kind"], name=row["name"], proves=row["proves"], source="现场提取", maker=makers, made_at=acted_at,
            place=case.place, officers=team,
        )
        for row in given["evidence"]
    ]  # fmt: skip
    statement = Statement(
        matter=case, channel=Statement.Channel.ORAL, made_by=party.name, made_at=handed_at, content=given["statement"],
        signatures={"speaker": given["party_signature"]}, reviewed_at=handed_at, review=given["statement_review"],
    )  # fmt: skip
    order = CorrectionOrder(
        matter=case, content=given["correction"], by_on=given["correct_by_on"], asked_by=actor, ordered_at=at,
        corrected=True if given["corrected_now"] else None, rechecked_at=handed_at if given["corrected_now"] else None,
        recheck_findings="当事人当场改正" if given["corrected_now"] else "",
    )  # fmt: skip
    handlers = [Handler(matter=case, person=officer, since_at=at) for officer in officers]
    stays = [
        Presence(matter=case, person=officer, from_at=acted_at, until_at=handed_at, place=case.place, what="当场处罚")
        for officer in officers
    ]
    return [party, *handlers, *stays, *evidence, statement, order]


def report(case: Case, *, actor: User, at: datetime, received_by: str, note: str) -> None:
    """Report the penalty to one's own organ for the record (备案). Source: penalty-law-52.3."""


def recheck(
    case: Case, *, actor: User, at: datetime, order: CorrectionOrder, checked_at: datetime, findings: str, corrected: bool, **given: Any
) -> Any:
    """What became of the correction. A later look replaces an earlier one; each keeps its own record and paper. Source: penalty-law-28."""
    order.rechecked_at, order.recheck_findings, order.corrected = checked_at, findings, corrected
    return order
