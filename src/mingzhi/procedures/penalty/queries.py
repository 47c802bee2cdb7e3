"""Reads for gates, pages and papers: earlier findings against the same party (首违不罚), like cases, the law of the day, what is owed."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import QuerySet

from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.models import Authority
from mingzhi.law.periods import add_months
from mingzhi.law.provisions import provision

from .models import Case, Hearing, Party, Power
from .owing import Owed, owed
from .severity import in_words

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


def power_on(case: Case, on: date) -> Power | None:
    """The version of the case's power that was in force on a day. Source: penalty-law-37."""
    return Power.objects.valid_on(on).filter(authority_id=case.authority_id, code=case.power.code).order_by("valid_from").last()


def fined_beside(case: Case) -> Case | None:
    """Another case of the same party, day and place in which a fine was decided under another power. Source: penalty-law-29."""
    same = Party.objects.filter(identifier__in=Party.objects.filter(matter_id=case.pk).values("identifier"))
    return (
        Case.objects.filter(
            authority_id=case.authority_id, pk__in=same.values("matter"), acted_from_on=case.acted_from_on, place=case.place
        )
        .filter(fine_yuan__isnull=False)
        .exclude(pk=case.pk)
        .exclude(power__code=case.power.code)
        .order_by("id")
        .last()
    )


#: So many like decisions are shown in a report, the latest ones. A matter of display, not of law.
LIKE_CASES = 5


def like_cases(case: Case, at: datetime) -> list[Case]:
    """The latest cases decided here under the same power, latest first; those on the spot only where others are few. Source: posts-6.2."""
    rows = Case.objects.filter(authority_id=case.authority_id, power__code=case.power.code, decided_on__lte=local_day(at))
    latest = rows.exclude(pk=case.pk).select_related("power", "benchmark").order_by("-decided_on", "-id")
    found = list(latest.filter(kind=case.kind)[:LIKE_CASES])
    return found + list(latest.exclude(kind=case.kind)[: LIKE_CASES - len(found)])


def like_decisions(case: Case, at: datetime) -> str:
    """What was decided here of late under the same power, for the report: like cases are treated alike. Source: posts-6.2."""
    rule, rows = provision("posts-6.2"), like_cases(case, at)
    told = "；".join(f"{row.decision_number}（{row.decided_on}）{in_words(row.decided_penalties) or '不予处罚'}" for row in rows)
    return f"同类案件对照（{rule.law}{rule.article}）：本镇就同一事项最近作出的决定有{told}。" if told else ""


def heard_in_hearing(case: Case) -> Hearing | None:
    """The latest hearing of the case that was held and reported on, or None. Source: penalty-law-58 (经过听证), penalty-law-65."""
    return Hearing.objects.filter(matter_id=case.pk, status=Hearing.Status.REPORTED).order_by("id").last()


__all__ = ["Owed", "earlier_cases", "earlier_findings", "fined_beside", "heard_in_hearing", "like_decisions", "owed", "power_on"]
