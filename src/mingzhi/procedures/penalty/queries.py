"""Reads for pages and papers: earlier findings against the same party (首违不罚), what is owed on it."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import QuerySet

from mingzhi.core.engine.deadlines import local_day
from mingzhi.core.organs.models import Authority
from mingzhi.law.periods import add_months
from mingzhi.law.provisions import provision

from .models import Case, Party
from .owing import Owed, owed

MONTHS_IN_YEAR = 12


def earlier_cases(party: Party, authority: Authority | int, on: date) -> QuerySet[Case]:
    """Cases of the same party decided by this authority in the years before `on` that count for 首违不罚, latest first.

    A finding that was not punished counts too: the breach was found. Source: penalty-law-33-first, town-first-offence.
    """
    years = provision("town-first-offence").number("within", on)
    same = Party.objects.filter(identifier=party.identifier).exclude(matter_id=party.matter_id)
    return (
        Case.objects.filter(authority=authority, pk__in=same.values("matter"))
        .filter(decided_on__gte=add_months(on, -years * MONTHS_IN_YEAR), decided_on__lte=on)
        .order_by("-decided_on", "-id")
    )


def earlier_findings(party: Party, authority: Authority | int, at: datetime) -> str:
    """The same in a sentence for the report: numbers and days of the cases, or that there are none."""
    on = local_day(at)
    years = provision("town-first-offence").number("within", on)
    cases = [f"{case.decision_number or case.number}（{case.decided_on}）" for case in earlier_cases(party, authority, on)]
    if cases:
        return f"经核查，{party.name}近{years}年内在本镇已有违法记录：{'、'.join(cases)}。"
    return f"经核查，{party.name}近{years}年内在本镇没有违法记录。"


__all__ = ["Owed", "earlier_cases", "earlier_findings", "owed"]
