"""What a person may see: matters of their authority, or of those below it, and only with a post that reads matters."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from django.db.models import Q, QuerySet
from django.utils import timezone

from mingzhi.core.organs.models import Authority, User
from mingzhi.core.organs.people import reads_matters

from .models import Matter
from .places import handler_ids

M = TypeVar("M", bound=Matter)


def region_filter(viewer: User, field: str = "region") -> Q:
    """Rows of the viewer's own region; of everything under it when the viewer sits in a district."""
    authority = viewer.authority
    if authority.kind == Authority.Kind.TOWN:
        return Q(**{field: authority.region})
    # "500110" ≤ region < "500110/": the path itself and all below it, as one range of the index ("/" follows ".").
    return Q(**{f"{field}__gte": authority.region, f"{field}__lt": f"{authority.region}/"})


def visible(rows: QuerySet[M], viewer: User, on: date | None = None) -> QuerySet[M]:
    """Those of the matters this person may see. An administrator sees none; whoever holds no reading post, what they handle."""
    rows = rows.filter(region_filter(viewer))
    if reads_matters(viewer, on or timezone.localdate()):
        return rows
    return rows.filter(handlers__person=viewer, handlers__until_at__isnull=True)


def may_see(matter: Matter, viewer: User, on: date) -> bool:
    """Whether a matter at hand is one of `visible`: the same rule, asked of one row."""
    own, region = viewer.authority.region, matter.region
    if region != own and (viewer.authority.kind == Authority.Kind.TOWN or not region.startswith(f"{own}.")):
        return False
    return reads_matters(viewer, on) or viewer.pk in handler_ids(matter)


def whole_region(viewer: User, on: date) -> str | None:
    """The one region all of whose matters this person sees, and no others: their town's, with a post that reads matters. Else None."""
    if viewer.authority.kind != Authority.Kind.TOWN or not reads_matters(viewer, on):
        return None
    return viewer.authority.region
