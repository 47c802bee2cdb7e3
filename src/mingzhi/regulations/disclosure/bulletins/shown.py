"""What everybody may read of bulletins: those in force, and every version that was public before them.

Only the newest published text of each is asked; of one that was ended nothing but title, days and reasons. Serves 公示 5 to 7 and 13.
"""

from __future__ import annotations

from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from mingzhi.core.organs.models import Authority
from mingzhi.law.provisions import cited

from .models import Bulletin, Sheet
from .stages import IN_FORCE, Stage

SERVES = cited("disclosure-5.5", "disclosure-5.7", "disclosure-6.3", "disclosure-7.3", "disclosure-13-update")


def in_force(authority: Authority | int) -> QuerySet[Bulletin]:
    """Bulletins that hold today, the newest first, each with `shown_text`, `shown_rows` and `shown_published_at` of its newest published text."""
    return _read(Bulletin.objects.filter(authority=authority, stage__in=IN_FORCE)).order_by("-published_on", "-pk")


def ended(authority: Authority | int) -> QuerySet[Bulletin]:
    """Bulletins that are public no longer and have no successor to say so, the latest first."""
    return Bulletin.objects.filter(authority=authority, stage=Stage.ENDED).order_by("-until_on", "-pk")


def one(authority: Authority | int, pk: int) -> Any:
    """A bulletin that is or was public, with its text as `in_force` has it; None for anything else."""
    return _read(Bulletin.objects.filter(authority=authority, pk=pk, stage__in=(*IN_FORCE, Stage.REPLACED, Stage.ENDED))).first()


def versions_of(bulletin: Bulletin) -> QuerySet[Bulletin]:
    """Every version that was public, newest first, this one among them. Source: disclosure-13-update."""
    first = bulletin.first_id or bulletin.pk
    public = Bulletin.objects.filter(Q(pk=first) | Q(first=first), published_on__isnull=False)
    return public.filter(stage__in=(*IN_FORCE, Stage.REPLACED, Stage.ENDED)).order_by("-published_on", "-pk")


def _read(rows: QuerySet[Bulletin]) -> QuerySet[Bulletin]:
    newest = Sheet.objects.filter(matter=OuterRef("pk"), published_at__isnull=False).order_by("-number")
    return rows.annotate(**{f"shown_{name}": Subquery(newest.values(name)[:1]) for name in ("text", "rows", "published_at")})
