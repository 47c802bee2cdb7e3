"""What a final result does to the case, and what an open remedy means for its money. The case knows none of this."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from mingzhi.core.engine import after
from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.deadlines import due_moment
from mingzhi.core.engine.perform import entail
from mingzhi.law.provisions import provision
from mingzhi.procedures.penalty.models import Case
from mingzhi.procedures.penalty.pending import Span, ends_suing, pauses_surcharge, pending_remedies

from .models import Remedy
from .stages import OPEN

#: Results after which the decision no longer stands.
_FALLEN = (Remedy.Result.REVOKED, Remedy.Result.VOID)
#: What is left of the decision, by result; after what is not named here it stands as it was.
_STANDING = {
    Remedy.Result.CHANGED: Case.Standing.CHANGED,
    Remedy.Result.REVOKED: Case.Standing.REVOKED,
    Remedy.Result.UNLAWFUL: Case.Standing.UNLAWFUL,
    Remedy.Result.VOID: Case.Standing.VOID,
}


@after("remedy.take_effect", cites=("penalty-law-75", "penalty-law-48.2"))
def result_reaches_the_case(remedy: Remedy, *, actor: Any, at: datetime, given: dict) -> None:
    result = Remedy.Result(remedy.result)
    told = {
        "standing": _STANDING.get(result, Case.Standing.UPHELD).value,
        "words": f"{remedy.organ}{remedy.get_result_display()}（{remedy.result_number}）{'，责令重新作出' if remedy.redo else ''}",
        "penalties": remedy.penalties,
    }
    name = "annul" if result in _FALLEN else "keep_result"
    entail(f"{remedy.case.kind}.{name}", remedy.case_id, actor=actor, at=at, data=told)


@pending_remedies
def open_against(case: Case) -> Iterator[str]:
    for row in Remedy.objects.filter(case_id=case.pk, stage__in=OPEN):
        yield f"{row.organ}{row.received_on or row.applied_on}的{row.get_remedy_kind_display()}（{row.number}）"


@pauses_surcharge
def while_it_was_open(case: Case) -> Iterator[Span]:
    """penalty-law-73.3: from the day of the application until the result is final."""
    for row in Remedy.objects.filter(case_id=case.pk):
        first = row.applied_on or row.received_on
        if first is not None:
            yield first, None if row.stage in OPEN else row.effective_on or row.result_on


@ends_suing
def right_to_sue_ended(case: Case) -> date | None:
    """The last day to sue after a review (litigation-law-45), or the day on which a suit became final; None without any remedy."""
    days: list[date] = []
    rule = provision("litigation-law-45")
    for row in Remedy.objects.filter(case_id=case.pk, effective_on__isnull=False, result_on__isnull=False):
        if row.remedy_kind == Remedy.Kind.REVIEW:
            moment = due_moment(row.result_on, rule.period(row.result_on), case.authority_id, rule.rolls(row.result_on))
            days.append(local_day(moment))
        else:
            days.append(row.effective_on)
    return max(days, default=None)
