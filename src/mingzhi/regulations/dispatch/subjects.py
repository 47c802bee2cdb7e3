"""What may be told elsewhere, whatever its kind: a decision, a bulletin, the figures of a year, each with the text last published.

The rest of this folder speaks of subjects; only the platform's table and the words of a notice ask which kind one is.
Serves disclosure-7.2, disclosure-11.1, disclosure-13-update, disclosure-13-withdraw.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from mingzhi.core.engine.models import Matter
from mingzhi.core.engine.viewing import visible
from mingzhi.core.organs.models import Authority, User
from mingzhi.regulations.disclosure.bulletins.stages import IN_FORCE
from mingzhi.regulations.disclosure.bulletins.stages import Stage as Posted
from mingzhi.regulations.disclosure.models import Bulletin, Edition, Publication, Sheet
from mingzhi.regulations.disclosure.stages import PUBLIC
from mingzhi.regulations.disclosure.stages import Stage as Shown
from mingzhi.regulations.figures.models import Tally, YearlyFigures

M = TypeVar("M", bound=Matter)

#: Decisions that may be told elsewhere: public, and nobody has yet ordered that they be taken down.
STANDS = tuple(stage for stage in PUBLIC if stage != Shown.WITHDRAWING)
_NO_SUCCESSOR = "已被新版本代替，新版本已停止公开"


@dataclass(frozen=True, slots=True)
class Gone:
    """That something is public no longer: the word for it, since when, and the reasons that everybody may read."""

    word: str
    on: date
    because: str


@dataclass(frozen=True, slots=True)
class Subject:
    """One matter that is or was public. `text` is what was last published: an Edition, a Sheet or a Tally.

    family: the id of the matter that all share of which one takes the other's place: the case, the first version, the year itself.
    replaced: it gave way to a newer version; followed: that one, or one after it, is public now.
    """

    matter: Any
    text: Any
    family: int
    kind: str
    number: str
    title: str
    published_on: date
    gone: Gone | None = None
    replaced: bool = False
    followed: bool = False

    @property
    def pk(self) -> int:
        return int(self.matter.pk)

    @property
    def draft(self) -> int:
        """Which of its texts was last published."""
        return int(self.text.number)


def happened(authority: Authority | int, from_on: date, until_on: date) -> list[Subject]:
    """Everything of which something happened between two days that concerns whoever else shows it, the oldest first."""
    days = (from_on, until_on)
    found = [
        *_decisions(_publications(days).filter(authority=authority)),
        *_bulletins(_posted(days).filter(authority=authority)),
        *_figures(_counted(days).filter(authority=authority)),
    ]
    return sorted(found, key=lambda one: (one.published_on, one.pk))


def latest_seen(viewer: User, today: date, at_most: int) -> list[Subject]:
    """The latest things that are or were public and that the viewer may see, the newest first."""

    def seen(rows: QuerySet[M]) -> QuerySet[M]:
        return visible(rows, viewer, today).order_by("-published_on", "-pk")[:at_most]

    found = [*_decisions(seen(_publications())), *_bulletins(seen(_posted())), *_figures(seen(_counted()))]
    return sorted(found, key=lambda one: (one.published_on, one.pk), reverse=True)[:at_most]


def standing(matters: Iterable[int]) -> dict[int, Subject]:
    """By id those of these matters that are public now, and that nobody has ordered to be taken down."""
    asked = list(matters)
    found = (
        *_decisions(_publications().filter(pk__in=asked)),
        *_bulletins(_posted().filter(pk__in=asked)),
        *_figures(_counted().filter(pk__in=asked)),
    )
    return {one.pk: one for one in found if one.gone is None}


def relatives(subjects: Iterable[Subject]) -> dict[int, int]:
    """By id the family of everything that takes, or took, the place of one of these."""
    rows = list(subjects)
    families = {one.family for one in rows}
    found = {one.pk: one.family for one in rows}
    found.update(Publication.objects.filter(case__in=families).values_list("pk", "case"))
    found.update(Bulletin.objects.filter(first__in=families).values_list("pk", "first"))
    found.update((pk, pk) for pk in Bulletin.objects.filter(pk__in=families).values_list("pk", flat=True))
    return found


def _publications(days: tuple[date, date] | None = None) -> QuerySet[Publication]:
    rows = Publication.objects.filter(stage__in=(*STANDS, Shown.WITHDRAWN), published_on__isnull=False)
    if days:
        rows = rows.filter(Q(published_on__range=days) | Q(withdrawn_on__range=days) | _text_of(Edition, days))
    return rows.select_related("case__power", "case__authority", "authority")


def _posted(days: tuple[date, date] | None = None) -> QuerySet[Bulletin]:
    """Bulletins that are or were public; between two days, every version of those that were published, corrected, replaced or ended then."""
    rows = Bulletin.objects.filter(stage__in=(*IN_FORCE, Posted.REPLACED, Posted.ENDED), published_on__isnull=False)
    if days:
        ended = Q(stage=Posted.ENDED, closed_at__date__range=days)
        then = rows.filter(Q(published_on__range=days) | Q(until_on__range=days) | ended | _text_of(Sheet, days))
        families = then.annotate(family=Coalesce("first", "pk")).values("family")
        rows = rows.filter(Q(first__in=families) | Q(pk__in=families))
    return rows.select_related("authority")


def _counted(days: tuple[date, date] | None = None) -> QuerySet[YearlyFigures]:
    rows = YearlyFigures.objects.filter(published_on__isnull=False)
    return (rows.filter(_text_of(Tally, days)) if days else rows).select_related("authority")


def _text_of(model: type[Model], days: tuple[date, date]) -> Q:
    """That a text was published between two days."""
    return Q(Exists(model._default_manager.filter(matter=OuterRef("pk"), published_at__date__range=days)))


def _decisions(rows: Iterable[Publication]) -> Iterator[Subject]:
    found = list(rows)
    texts = _newest(Edition, found)
    for row in found:
        gone = Gone("撤回", row.withdrawn_on, row.public_reasons) if row.stage == Shown.WITHDRAWN and row.withdrawn_on else None
        if (text := texts.get(row.pk)) and row.published_on:
            yield Subject(row, text, row.case_id, "行政处罚决定", row.decision_number, text.title, row.published_on, gone)


def _bulletins(rows: Iterable[Bulletin]) -> Iterator[Subject]:
    found = list(rows)
    texts = _newest(Sheet, found)
    families = {row.first_id or row.pk for row in found}
    public = Bulletin.objects.filter(Q(first__in=families) | Q(pk__in=families), stage__in=IN_FORCE)
    followed = {first or pk for pk, first in public.values_list("pk", "first")}
    for row in found:
        family, replaced, gone = row.first_id or row.pk, row.stage == Posted.REPLACED, None
        if row.until_on and row.stage not in IN_FORCE:
            gone = Gone("停止公开", row.until_on, _NO_SUCCESSOR if replaced else row.ended_because)
        if (text := texts.get(row.pk)) and row.published_on:
            kind, follows = row.get_topic_display(), replaced and family in followed
            yield Subject(row, text, family, kind, row.number, text.title, row.published_on, gone, replaced, follows)


def _figures(rows: Iterable[YearlyFigures]) -> Iterator[Subject]:
    found = list(rows)
    texts = _newest(Tally, found)
    for row in found:
        if (text := texts.get(row.pk)) and row.published_on:
            yield Subject(row, text, row.pk, "年度数据", row.number, row.title, row.published_on)


def _newest(model: type[Model], matters: Iterable[Matter]) -> dict[int, Any]:
    """The text last published of each."""
    rows: QuerySet[Any] = model._default_manager.filter(matter__in=[one.pk for one in matters], published_at__isnull=False)
    return {row.matter_id: row for row in rows.order_by("number")}
