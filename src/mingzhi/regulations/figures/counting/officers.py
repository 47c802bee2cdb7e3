"""表五: who held a post that enforces on the last day of the year, and who of them a certificate valid that day. Source: law.md §3.4, personnel-4."""

from __future__ import annotations

from decimal import Decimal

from mingzhi.core.organs.models import Appointment, User
from mingzhi.core.organs.people import officers_on
from mingzhi.core.organs.posts import ENFORCING

from ..tables import Cell, Cells
from .span import Span


def cells(span: Span) -> Cells:
    """Who is counted is told by name; an account closed since then counts for the day on which it was not."""
    posted = Appointment.objects.on(span.last_on).filter(authority=span.authority, post__in=ENFORCING).values("person")
    people = officers_on(User.objects.filter(pk__in=posted).order_by("pk"), span.last_on)
    certified = [one.name for one in people if one.certificate]
    return {
        "officers.posted": Cell(Decimal(len(people)), people=tuple(one.name for one in people)),
        "officers.certified": Cell(Decimal(len(certified)), people=tuple(certified)),
    }
