"""What everybody may read: publications in force with the text last published, and what was withdrawn with its reasons.

Only the newest published text is asked: one that was corrected may name somebody, and is for nobody to find. Serves 公示 7, 13 and 14.
"""

from __future__ import annotations

from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery

from mingzhi.core.organs.models import Authority
from mingzhi.law.provisions import cited

from .models import Edition, Publication
from .stages import PUBLIC, Stage

SERVES = cited("disclosure-7.2", "disclosure-11.1", "disclosure-13-withdraw")


def public_on(authority: Authority | int, day: date) -> QuerySet[Publication]:
    """Publications that are shown on a day, each with `shown_title`, `shown_text` and `shown_form` of its newest published edition."""
    rows = Publication.objects.filter(authority=authority, stage__in=PUBLIC).filter(
        Q(shown_until_on__isnull=True) | Q(shown_until_on__gte=day)
    )
    newest = Edition.objects.filter(matter=OuterRef("pk"), published_at__isnull=False).order_by("-number")
    return rows.annotate(**{f"shown_{name}": Subquery(newest.values(name)[:1]) for name in ("title", "text", "form")})


def withdrawn(authority: Authority | int, pk: int) -> Publication | None:
    """A publication that was taken down; of it only number, day and public reasons may be shown."""
    return Publication.objects.filter(authority=authority, pk=pk, stage=Stage.WITHDRAWN).first()
