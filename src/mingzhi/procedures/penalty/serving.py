"""What is still to be served in a case, in which ways, and what follows when a paper has arrived.

The ways are those of civil-procedure-88 to 95; a telephone call is none of them. Nothing is saved here.
Matters about a case bring their own papers to its party in the same ways: they say with `delivers` which.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from mingzhi.core.documents.models import Document
from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.deadlines import due_moment
from mingzhi.core.engine.places import handler_ids
from mingzhi.core.engine.procedure import subject_of
from mingzhi.core.organs.models import User
from mingzhi.law.provisions import provision

from .hearings import NOTICE_CODE, RIGHT_CODE, right_told
from .models import Case, ConfirmedAddress, CorrectionOrder, Service
from .papers.catalogue import PAPERS
from .stages import Stage

#: The party is told when both have arrived: what is intended, and the right to a hearing where there is one.
NOTICE_CODES = frozenset({NOTICE_CODE, RIGHT_CODE})
DECISION_CODES = ("D30", "D32")

#: Outward and sealed, yet not served on the party: receipts and announcements (of a hearing too), letters to other organs and institutions,
#: and the penalty on the spot, which is handed over as it is made.
_NOT_SERVED = frozenset({"D14", "D26c", "D31", "D33", "D35", "D43"})
SERVED_CODES = frozenset(code for code, paper in PAPERS.items() if paper.sealed and not paper.inward) - _NOT_SERVED


Codes = Callable[[Any], Collection[str]]
_delivered: dict[str, tuple[Codes, Codes]] = {}


def delivers(kind: str, served: Codes, made_anew: Codes) -> None:
    """Say of a procedure about cases which of its papers, by code, must reach the party, and which can simply be made anew."""
    _delivered[kind] = (served, made_anew)


def case_of(matter: Any) -> Any:
    """The case whose party a paper is for: the matter itself, or the case that it is about."""
    return subject_of(matter) or matter


def deliverers(matter: Any) -> list[User]:
    """Those who handle the matter now, in the order they were assigned: they bring its papers."""
    ids = handler_ids(matter)
    found = User.objects.in_bulk(ids)
    return [found[pk] for pk in ids]


def unserved(matter: Any) -> QuerySet[Document]:
    """Papers of the matter that must reach the party and have not, oldest first."""
    codes = _delivered[matter.kind][0](matter) if matter.kind in _delivered else SERVED_CODES
    arrived = Service.objects.filter(document=OuterRef("pk"), served_on__isnull=False)
    return Document.objects.filter(matter_id=matter.pk, code__in=codes, voided_at__isnull=True).exclude(Exists(arrived)).order_by("id")


#: Papers that can simply be made anew. A decision cannot: it is changed or revoked; what went with an act already carried out neither.
_MADE_ANEW = frozenset({"D06", "D09", "D23", "D39"})
#: Orders to correct or to stop: made anew where another can still be proposed, as long as nobody has looked what became of it.
ORDER_CODES = frozenset({"D15", "D15b"})


def voidable(matter: Any) -> QuerySet[Document]:
    """Papers of the matter that may be struck out: made, still in our hands, never handed over nor announced."""
    tried = Service.objects.filter(document=OuterRef("pk"), served_on__isnull=False) | Service.objects.filter(
        document=OuterRef("pk"), method=Service.Method.ANNOUNCED
    )
    codes: Collection[str] = _MADE_ANEW | ORDER_CODES if matter.stage == Stage.INVESTIGATION else _MADE_ANEW
    if matter.kind in _delivered:
        codes = _delivered[matter.kind][1](matter)
    looked_at = CorrectionOrder.objects.filter(matter_id=matter.pk, rechecked_at__isnull=False).values("ordered_at")
    rows = Document.objects.filter(matter_id=matter.pk, code__in=codes, voided_at__isnull=True).exclude(Exists(tried))
    return rows.exclude(code__in=ORDER_CODES, made_at__in=looked_at).order_by("id")


def announcements(case: Any) -> QuerySet[Service]:
    """Announcements of the case whose period is not yet recorded as over."""
    return Service.objects.filter(matter_id=case.pk, method=Service.Method.ANNOUNCED, served_on__isnull=True).order_by("id")


def announced_until(service: Service) -> datetime:
    """The last moment of the announcement's period. Source: civil-procedure-95."""
    since = local_day(service.attempted_at)
    return due_moment(since, provision("civil-procedure-95").period(since), service.matter.authority_id, False)


def confirmed_address(matter: Any) -> ConfirmedAddress | None:
    """The address confirmed last in the case. Source: penalty-law-61.2."""
    return ConfirmedAddress.objects.filter(matter_id=case_of(matter).pk).last()


def arrive(case: Case, document: Document, served_on: date, together: Iterable[Document] = ()) -> None:
    """What follows when a paper counts as served: the notice opens the window, the decision is to be performed.

    together: what else arrives by the same act, not on record yet.
    Source: penalty-law-44; penalty-law-61, penalty-law-67 (a fine is due in its days from receipt, rolling off rest days).
    """
    if document.code in NOTICE_CODES:
        case.told_on = _told_on(case, served_on, {paper.pk for paper in (document, *together)})
    elif document.code in DECISION_CODES and case.stage == Stage.SERVICE:
        case.stage = Stage.PERFORMANCE
        case.decision_served_on = served_on
        if case.fine_yuan:
            period = provision("penalty-law-67").period(served_on)
            case.pay_by_on = local_day(due_moment(served_on, period, case.authority_id, True))


def _told_on(case: Case, served_on: date, arriving: set[int]) -> date | None:
    """The day on which the notice that counts, and the notice of the right to a hearing made with it, have both arrived."""
    told = Document.objects.filter(matter_id=case.pk, code=NOTICE_CODE, voided_at__isnull=True).order_by("-id").first()
    days: list[date] = []
    for paper in filter(None, (told, right_told(case))):
        row = None if paper.pk in arriving else Service.objects.filter(document=paper, served_on__isnull=False).order_by("id").first()
        if paper.pk not in arriving and row is None:
            return case.told_on
        days.append(row.served_on if row else served_on)
    return max(days, default=case.told_on)


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


def announcement_over(case: Any, given: dict[str, Any]) -> str:
    """“行政处罚决定书（…）公告期满，2026-05-08视为送达” for the timeline."""
    return f"{given['announcement'].document}公告期满，{given['announcement'].served_on}视为送达"


def served_in_words(case: Any, given: dict[str, Any]) -> str:
    """“直接送达 行政处罚决定书（…）” for the timeline."""
    names = "、".join(str(paper) for paper in given["documents"])
    way = Service.Method(given["method"]).label
    return f"{way}没有送到{names}：{given['failed_because']}" if given["failed"] else f"{way}{names}"
