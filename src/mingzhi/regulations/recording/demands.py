"""What must be on record, and which activities answer to it. Serves recording-13, law.md 6.2 (13).

Whole: sealing and seizing, taking down, leaving a paper without a witness, work on the premises. Should: everything else on the spot.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Q, QuerySet

from mingzhi.procedures.compulsion.models import Seizure
from mingzhi.procedures.enforcement.models import Enforcement, Execution
from mingzhi.procedures.penalty.models import Case, Hearing, Inspection, Presence, Service
from mingzhi.procedures.penalty.summary import summary

from .models import Activity
from .stages import Stage

What = Activity.What

_WHOLE = frozenset({What.SEIZURE, What.DEMOLITION, What.PREMISES})


def must_be_whole(what: str) -> bool:
    """Whether such an activity has to be recorded from beginning to end whoever was there; leaving a paper: see `left_unwitnessed`."""
    return what in _WHOLE


def left_unwitnessed(case: Case, from_at: datetime | None = None, until_at: datetime | None = None) -> QuerySet[Service]:
    """Papers of the case and of what is about it that were left without a witness, in that time if one is given."""
    rows = Service.objects.filter(matter_id__in=[case.pk, *_family(case)], method=Service.Method.LEAVE, witness="", served_on__isnull=False)
    if from_at is not None and until_at is not None:
        rows = rows.filter(attempted_at__gte=from_at, attempted_at__lte=until_at)
    return rows.order_by("id")


def covering(case: Case, what: str, from_at: datetime, until_at: datetime) -> Iterator[Activity]:
    """Activities of that kind of the case that lasted over this time."""
    rows = Activity.objects.filter(case_id=case.pk, what=what, arrived_at__lte=from_at).filter(
        Q(departed_at__gte=until_at) | Q(departed_at__isnull=True)
    )
    yield from rows.order_by("-id")


def lacking(case: Case, what: str, from_at: datetime, until_at: datetime) -> str | None:
    """Why this stretch of time is not on record whole, in words; None when it is, or every break was explained and reported."""
    found = list(covering(case, what, from_at, until_at))
    if any(row.stage == Stage.COMPLETE for row in found):
        return None
    if not found:
        return "没有覆盖全过程的执法活动记录"
    return f"{found[0].number}（{found[0].title}）的记录还在“{Stage(found[0].stage).label}”"


def seizure_lacks(seizure: Seizure) -> str | None:
    """What the record of sealing or seizing lacks."""
    if seizure.from_at is None or seizure.until_at is None:
        return None
    return lacking(seizure.case, What.SEIZURE, seizure.from_at, seizure.until_at)


def execution_lacks(row: Enforcement) -> str | None:
    """What the record of taking down, or of performance by another, lacks."""
    done = Execution.objects.filter(matter_id=row.pk).order_by("id").last()
    return lacking(row.case, What.DEMOLITION, done.from_at, done.until_at) if done else None


def case_lacks(case: Case) -> str | None:
    """The first thing in a case that must be on record whole and is not."""
    for seizure in Seizure.objects.filter(case=case, from_at__isnull=False).order_by("id"):
        if words := seizure_lacks(seizure):
            return f"{seizure.get_measure_display()}（{seizure.number}）{words}"
    for service in left_unwitnessed(case):
        if words := lacking(case, What.LEAVING, service.attempted_at, service.attempted_at):
            return f"没有见证人的留置送达{words}"
    begun = _begun(case).filter(what__in=_WHOLE).exclude(stage=Stage.COMPLETE).order_by("id").first()
    return f"{begun.number}（{begun.title}）的记录还在“{Stage(begun.stage).label}”" if begun else None


def _family(case: Case) -> list[int]:
    return [
        *Seizure.objects.filter(case=case).values_list("pk", flat=True),
        *Enforcement.objects.filter(case=case).values_list("pk", flat=True),
    ]


def scene_unrecorded(case: Case) -> str | None:
    """An inspection on the spot of which there is neither a record nor a word why not."""
    kinds = (What.INSPECTION, What.EVIDENCE, What.SEIZURE, What.OTHER)
    for row in Inspection.objects.filter(matter_id=case.pk, led_to_filing=False).order_by("id"):
        if not any(True for what in kinds for _ in covering(case, what, row.from_at, row.until_at)):
            return f"{row.place}的现场检查"
    return None


def unfinished(case: Case, *stages: str) -> Activity | None:
    """The first activity of the case in one of these stages, of those that need not be whole; see `case_lacks` for the others."""
    return _begun(case).filter(stage__in=stages).exclude(what__in=_WHOLE).order_by("arrived_at", "id").first()


def _begun(case: Case) -> QuerySet[Activity]:
    """Activities of the case. Whoever punishes on the spot arrived before there was a case: then also those during which it was acted in."""
    rows = Activity.objects.filter(case=case)
    if case.kind != summary.code:
        return rows
    alone = Activity.objects.filter(case__isnull=True)
    for stay in Presence.objects.filter(matter_id=case.pk):
        lasted = Q(departed_at__isnull=True) | Q(departed_at__gte=stay.from_at)
        there = alone.filter(lasted, arrived_at__lte=stay.until_at, handlers__person=stay.person_id)
        rows = rows | Activity.objects.filter(pk__in=there.values("pk"))
    return rows


def hearing_unrecorded(case: Case) -> str | None:
    """A hearing that was held of which there is neither."""
    held = Hearing.objects.filter(matter_id=case.pk, from_at__isnull=False)
    return "听证" if held.exists() and not _any(case, What.HEARING) else None


def service_unrecorded(case: Case) -> str | None:
    """Leaving before a witness, or public notice, of which there is neither."""
    rows = Service.objects.filter(matter_id=case.pk)
    if rows.filter(method=Service.Method.LEAVE, served_on__isnull=False).exists() and not _any(case, What.LEAVING):
        return "留置送达"
    if rows.filter(method=Service.Method.ANNOUNCED).exists() and not _any(case, What.ANNOUNCING):
        return "公告送达"
    return None


def _any(case: Case, what: str) -> bool:
    return Activity.objects.filter(case=case, what=what).exists()
