"""What everybody may read: publications in force with the text last published, and what was withdrawn with its reasons.

Only the newest published text is asked: one that was corrected may name somebody, and is for nobody to find. Serves 公示 7, 13 and 14.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from mingzhi.core.organs.models import Authority
from mingzhi.law.provisions import cited
from mingzhi.procedures.penalty.severity import kinds_of

from .display import class_of, shown_until
from .models import Edition, Publication
from .stages import PUBLIC, Stage

SERVES = cited("disclosure-7.2", "disclosure-11.1", "disclosure-13-withdraw")


@dataclass(frozen=True)
class Shown:
    """One decision as everybody reads it; nothing else of it is public."""

    pk: int
    title: str
    text: str
    summary: bool
    number: str
    decided_on: date
    published_on: date
    shown_until_on: date | None


def shown(row: Any) -> Shown:
    """A row of `public_on`."""
    return _shown(row, row.shown_title, row.shown_text, row.shown_form, row.published_on, row.shown_until_on)


def to_be_shown(publication: Publication, edition: Edition, on: date, title: str = "", text: str = "") -> Shown:
    """What would be read if this edition were published on a day; with another title or text, if it were confirmed so."""
    since = publication.published_on or on
    last = publication.shown_until_on or shown_until(class_of(kinds_of(publication.case.decided_penalties)), publication.decided_on)
    return _shown(publication, title or edition.title, text or edition.text, edition.form, since, last)


def _shown(row: Publication, title: str, text: str, form: str, since: date, last: date | None) -> Shown:
    return Shown(row.pk, title, text, form == Edition.Form.SUMMARY, row.decision_number, row.decided_on, since, last)


def public_on(authority: Authority | int, day: date) -> QuerySet[Publication]:
    """Publications that are shown on a day, each with `shown_title`, `shown_text`, `shown_form` and `shown_published_at` of its newest published edition."""
    rows = Publication.objects.filter(authority=authority, stage__in=PUBLIC).filter(
        Q(shown_until_on__isnull=True) | Q(shown_until_on__gte=day)
    )
    newest = Edition.objects.filter(matter=OuterRef("pk"), published_at__isnull=False).order_by("-number")
    return rows.annotate(**{f"shown_{name}": Subquery(newest.values(name)[:1]) for name in ("title", "text", "form", "published_at")})


def taken_down(authority: Authority | int) -> QuerySet[Publication]:
    """Publications that were taken down, the latest first; of them only number, day and public reasons may be shown."""
    return Publication.objects.filter(authority=authority, stage=Stage.WITHDRAWN).order_by("-withdrawn_on", "-pk")


def withdrawn(authority: Authority | int, pk: int) -> Publication | None:
    """A publication that was taken down; of it only number, day and public reasons may be shown."""
    return taken_down(authority).filter(pk=pk).first()
