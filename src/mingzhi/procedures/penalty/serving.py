"""What is still to be served in a case, in which ways, and what follows when a paper has arrived.

The ways are those of civil-procedure-88 to 95; a telephone call is none of them. Nothing is saved here.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from mingzhi.core.documents.models import Document
from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.deadlines import due_moment
from mingzhi.law.provisions import provision

from .models import Case, ConfirmedAddress, Service
from .papers.catalogue import PAPERS
from .stages import Stage

NOTICE_CODE = "D23"
DECISION_CODES = ("D30", "D32")

#: Outward and sealed, yet not served on the party: receipts and announcements themselves, letters to other organs and institutions,
#: and the penalty on the spot, which is handed over as it is made.
_NOT_SERVED = frozenset({"D14", "D31", "D33", "D35", "D43"})
SERVED_CODES = frozenset(code for code, paper in PAPERS.items() if paper.sealed and not paper.inward) - _NOT_SERVED


def unserved(case: Any) -> QuerySet[Document]:
    """Papers of the case that must reach the party and have not, oldest first."""
    arrived = Service.objects.filter(document=OuterRef("pk"), served_on__isnull=False)
    return Document.objects.filter(matter_id=case.pk, code__in=SERVED_CODES, voided_at__isnull=True).exclude(Exists(arrived)).order_by("id")


#: Papers that can simply be made anew. A decision cannot: it is changed or revoked; an order already carried out neither.
_MADE_ANEW = ("D06", "D09", "D23", "D39")


def voidable(case: Any) -> QuerySet[Document]:
    """Papers of the case that may be struck out: made, still in our hands, never handed over nor announced."""
    tried = Service.objects.filter(document=OuterRef("pk"), served_on__isnull=False) | Service.objects.filter(
        document=OuterRef("pk"), method=Service.Method.ANNOUNCED
    )
    rows = Document.objects.filter(matter_id=case.pk, code__in=_MADE_ANEW, voided_at__isnull=True)
    return rows.exclude(Exists(tried)).order_by("id")


def announcements(case: Any) -> QuerySet[Service]:
    """Announcements of the case whose period is not yet recorded as over."""
    return Service.objects.filter(matter_id=case.pk, method=Service.Method.ANNOUNCED, served_on__isnull=True).order_by("id")


def announced_until(service: Service) -> datetime:
    """The last moment of the announcement's period. Source: civil-procedure-95."""
    since = local_day(service.attempted_at)
    return due_moment(since, provision("civil-procedure-95").period(since), service.matter.authority_id, False)


def confirmed_address(case: Any) -> ConfirmedAddress | None:
    """The address confirmed last. Source: penalty-law-61.2."""
    return ConfirmedAddress.objects.filter(matter_id=case.pk).last()


def arrive(case: Case, code: str, served_on: date) -> None:
    """What follows when a paper counts as served: the notice opens the window, the decision is to be performed.

    Source: penalty-law-44; penalty-law-61, penalty-law-67 (a fine is due in its days from receipt, rolling off rest days).
    """
    if code == NOTICE_CODE:
        case.told_on = served_on
    elif code in DECISION_CODES and case.stage == Stage.SERVICE:
        case.stage = Stage.PERFORMANCE
        case.decision_served_on = served_on
        if case.fine_yuan:
            period = provision("penalty-law-67").period(served_on)
            case.pay_by_on = local_day(due_moment(served_on, period, case.authority_id, True))


def codes_served(given: dict[str, Any]) -> set[str]:
    """Codes of the papers that arrived by this input; none when the attempt failed."""
    if given.get("failed"):
        return set()
    if given.get("announcement") is not None:
        return {given["announcement"].document.code}
    return {paper.code for paper in given.get("documents") or ()}


def served_at(case: Any, at: datetime, given: dict[str, Any]) -> date | datetime:
    """When a paper really arrived or was announced, whenever that was put on record. Source: civil-procedure-87 to 95."""
    return given.get("received_on") or given["acted_at"]


def subject_of_service(case: Any, given: dict[str, Any]) -> str:
    """Which deadline of service an action concerns: that of the decision, or none ("other")."""
    if "documents" in given or "document" in given or "announcement" in given:
        codes = {given["document"].code} if given.get("document") is not None else codes_served(given)
        return "决定书" if codes & set(DECISION_CODES) else "other"
    return "决定书"


def served_in_words(case: Any, given: dict[str, Any]) -> str:
    """“直接送达 行政处罚决定书（…）” for the timeline."""
    names = "、".join(str(paper) for paper in given["documents"])
    way = Service.Method(given["method"]).label
    return f"{way}没有送到{names}：{given['failed_because']}" if given["failed"] else f"{way}{names}"
