"""Where a case stands as to its hearing: the notice of the right, its window, the hearing on it, and the days to be kept clear.

Reads only. Serves penalty-law-63 to 65 and cq-hearing-*.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from mingzhi.core.documents.models import Document
from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.deadlines import due_moment
from mingzhi.core.organs.calendars import calendar_of
from mingzhi.law.periods import Workdays, earliest_event
from mingzhi.law.provisions import provision

from .models import Case, Hearing, Service

NOTICE_CODE = "D23"
RIGHT_CODE = "D24"
SUMMONS_CODE = "D26b"

#: A hearing that was asked for and has not come to its end.
PENDING = (Hearing.Status.ASKED, Hearing.Status.ARRANGED, Hearing.Status.POSTPONED, Hearing.Status.HELD)


def right_told(case: Any) -> Document | None:
    """The notice of the right to a hearing (D24) made together with the notice that counts now, or None when there is none."""
    told = Document.objects.filter(matter_id=case.pk, code=NOTICE_CODE, voided_at__isnull=True).order_by("-id").first()
    if told is None or not case.told_penalties:
        return None
    return Document.objects.filter(record_id=told.record_id, code=RIGHT_CODE, voided_at__isnull=True).first()


def has_been_told(case: Any) -> bool:
    """Whether some notice of this case ever reached the party, the one that counts now or an earlier one."""
    return Service.objects.filter(document__matter_id=case.pk, document__code=NOTICE_CODE, document__voided_at__isnull=True).exists()


def told_with_the_right(case: Any) -> date | None:
    """The day from which the party may ask for a hearing: both notices served. None where there is no such right."""
    return case.told_on if right_told(case) else None


def evidence_told(case: Any) -> list[dict[str, Any]]:
    """The evidence as the party was told of it, [{"name", "proves"}]."""
    told = Document.objects.filter(matter_id=case.pk, code=NOTICE_CODE, voided_at__isnull=True).order_by("-id").first()
    return list(told.data["evidence"]) if told else []


def hearing_of(case: Any) -> Hearing | None:
    """The latest hearing, or waiver of one, on the notice that counts now."""
    right = right_told(case)
    return Hearing.objects.filter(matter_id=case.pk, notice=right).order_by("id").last() if right else None


def hearing_at(case: Any, *statuses: str) -> Hearing | None:
    """That hearing where it stands at one of these."""
    row = hearing_of(case)
    return row if row is not None and row.status in statuses else None


def application_ends(case: Case) -> datetime | None:
    """The last moment to ask for a hearing, or None when the right was not told or the notice is not served. Source: penalty-law-64."""
    if case.told_on is None or right_told(case) is None:
        return None
    rule = provision("penalty-law-64")
    return due_moment(case.told_on, rule.period(case.told_on), case.authority_id, rule.rolls(case.told_on))


def clear_workdays(on: date) -> Workdays:
    """How many working days must lie between the notice of a hearing and the hearing. Source: penalty-law-64.2, cq-hearing-notice."""
    return Workdays(int(provision("penalty-law-64.2").number("before", on)))


def earliest_hearing(case: Case, told_on: date) -> date:
    """The first day on which a hearing may be held when its time and place are told on `told_on`."""
    return earliest_event(told_on, clear_workdays(told_on), calendar_of(case.authority_id))


def waiting_summons(case: Any) -> list[Document]:
    """Notices of time and place that have not reached the party."""
    served = Service.objects.filter(matter_id=case.pk, served_on__isnull=False).values("document")
    return list(Document.objects.filter(matter_id=case.pk, code=SUMMONS_CODE, voided_at__isnull=True).exclude(pk__in=served))


def summons_served_on(case: Any, hearing: Hearing) -> date | None:
    """The day on which the latest notice of time and place reached the party, or None."""
    paper = Document.objects.filter(matter_id=case.pk, code=SUMMONS_CODE, voided_at__isnull=True).order_by("-id").first()
    row = Service.objects.filter(document=paper, served_on__isnull=False).order_by("id").first() if paper else None
    return row.served_on if row else None


def advised_penalties(case: Any) -> list[dict[str, Any]] | None:
    """The penalties that a report recommends instead of those told, or None. Source: penalty-law-65."""
    row = hearing_at(case, Hearing.Status.REPORTED)
    return row.advised_penalties if row is not None and row.advice == Hearing.Advice.LIGHTER else None


def day_asked_late(case: Case, asked_on: date) -> bool:
    """Whether an application made (posted) on this day comes after the window."""
    ends = application_ends(case)
    return ends is not None and asked_on > local_day(ends)
