"""What a person may see: matters of their authority, or of those below it, with a post that reads matters, or matters of their kind."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from django.db.models import Q, QuerySet
from django.utils import timezone

from mingzhi.core.organs.models import Authority, User
from mingzhi.core.organs.people import posts_of, reads_matters

from .models import Handler, Matter
from .places import handler_ids
from .procedure import PROCEDURES

M = TypeVar("M", bound=Matter)


def region_filter(viewer: User, field: str = "region") -> Q:
    """Rows of the viewer's own region; of everything under it when the viewer sits in a district."""
    authority = viewer.authority
    if authority.kind == Authority.Kind.TOWN:
        return Q(**{field: authority.region})
    # "500110" ≤ region < "500110/": the path itself and all below it, as one range of the index ("/" follows ".").
    return Q(**{f"{field}__gte": authority.region, f"{field}__lt": f"{authority.region}/"})


def visible(rows: QuerySet[M], viewer: User, on: date | None = None) -> QuerySet[M]:
    """Those of the matters this person may see. An administrator sees none; whoever holds no reading post, what they handle and what
    their post reads of its own kind."""
    on = on or timezone.localdate()
    rows = rows.filter(region_filter(viewer))
    if reads_matters(viewer, on):
        return rows
    handled = Handler.objects.filter(person=viewer, until_at__isnull=True)
    return rows.filter(Q(kind__in=kinds_read(viewer, on)) | Q(pk__in=handled.values("matter")))


def kinds_read(viewer: User, on: date) -> frozenset[str]:
    """Kinds of matters that this person reads in their authority by a post that reads nothing else. See `Procedure.readers`."""
    posts = posts_of(viewer, on)
    return frozenset(row.code for row in PROCEDURES.values() if not posts.isdisjoint(row.readers))


def may_see(matter: Matter, viewer: User, on: date) -> bool:
    """Whether a matter at hand is one of `visible`: the same rule, asked of one row."""
    own, region = viewer.authority.region, matter.region
    if region != own and (viewer.authority.kind == Authority.Kind.TOWN or not region.startswith(f"{own}.")):
        return False
    return reads_matters(viewer, on) or matter.kind in kinds_read(viewer, on) or viewer.pk in handler_ids(matter)


def whole_region(viewer: User, on: date) -> str | None:
    """The one region all of whose matters this person sees, and no others: their town's, with a post that reads matters. Else None."""
    if viewer.authority.kind != Authority.Kind.TOWN or not reads_matters(viewer, on):
        return None
    return viewer.authority.region
