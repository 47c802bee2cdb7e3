"""立案: proposing a case, the opinions on it, and its filing, which starts the ninety days. Source: penalty-law-54."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.models import Handler
from mingzhi.core.organs.models import User

from .. import approving
from ..forms.parties import party_from
from ..models import Case, Party

_CASE_FIELDS = ("power", "source", "place", "acted_from_on", "acted_until_on", "discovered_on", "endangers_life", "facts")


def title_of(party: Party, cause: str) -> str:
    """案由: party, what was done, “案”."""
    return f"{party.name}{cause}案"


def _describe(case: Case, given: dict[str, Any]) -> Party:
    party = party_from(case, given)
    for name in _CASE_FIELDS:
        setattr(case, name, given[name])
    case.cause = given["cause"]
    case.title = title_of(party, given["cause"])
    return party


def propose(case: Case, *, actor: User, at: datetime, officers: list[User], opinion: str, clue: Any, **given: Any) -> list:
    """Open a case that waits for approval; its officers handle it from here. Source: penalty-law-54, recording-6-exofficio."""
    case.from_clue = clue
    party = _describe(case, given)
    handlers = [Handler(matter=case, person=officer, since_at=at) for officer in officers]
    return [party, *handlers, approving.ask(case, "filing", actor, at, opinion)]


def revise(case: Case, *, actor: User, at: datetime, officers: list[User], opinion: str, **given: Any) -> list:
    """Put right a proposal that was sent back; officers may change with it."""
    old = case.penalty_partys.get()
    party = _describe(case, given)
    party.pk = old.pk
    rows: list[Any] = [party]
    held = {row.person_id: row for row in case.handlers.filter(until_at__isnull=True)}
    wanted = {officer.pk for officer in officers}
    for person_id, row in held.items():
        if person_id not in wanted:
            row.until_at = at
            rows.append(row)
    rows += [Handler(matter=case, person=officer, since_at=at) for officer in officers if officer.pk not in held]
    return [*rows, approving.ask(case, "filing", actor, at, opinion)]


def endorse_filing(case: Case, *, actor: User, at: datetime, opinion: str) -> Any:
    """The brigade's opinion (承办机构意见). Source: recording-8.2."""
    return approving.endorse(approving.pending(case, "filing"), actor, at, opinion)


def return_filing(case: Case, *, actor: User, at: datetime, reasons: str) -> Any:
    """Send the proposal back to be put right."""
    return approving.decide(approving.pending(case, "filing"), actor, at, reasons, grant=False)


def approve_filing(case: Case, *, actor: User, at: datetime, opinion: str) -> Any:
    """File the case: its day is today, its number comes from the series, the ninety days run. Source: penalty-law-54, 60."""
    case.filed_on = local_day(at)
    return approving.decide(approving.pending(case, "filing"), actor, at, opinion, grant=True)


def refuse_filing(case: Case, *, actor: User, at: datetime, reasons: str) -> Any:
    """Decide not to file, with reasons; the informant is told. Source: penalty-law-54.2."""
    case.outcome = Case.Outcome.NOT_FILED
    case.closed_on = local_day(at)
    return approving.decide(approving.pending(case, "filing"), actor, at, reasons, grant=True)


__all__ = ["approve_filing", "endorse_filing", "propose", "refuse_filing", "return_filing", "revise", "title_of"]
