"""Choosing officers of one's own authority, by id, name or account."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.fields import RowsOfField
from mingzhi.core.engine.places import handler_ids
from mingzhi.core.organs import Post
from mingzhi.core.organs.models import Appointment, User


def officers_of(authority_id: int, on: date) -> QuerySet[User]:
    """Those appointed as officers on a day."""
    return User.objects.filter(
        pk__in=Appointment.objects.on(on).filter(authority_id=authority_id, post=Post.OFFICER).values("person"), is_active=True
    ).order_by("name")


def officers_field(label: str = "执法人员", **options: Any) -> RowsOfField:
    """Two officers or more: the number is asked by a gate, so that the refusal cites its article."""
    options.setdefault("help_text", "两名以上，先选主办人")
    return RowsOfField(User.objects.none(), by=("name", "username"), label=label, **options)


def offer_officers(form: Any, name: str = "officers") -> None:
    """Narrow an officers' field to the officers of that day."""
    form.fields[name].queryset = officers_of(form.actor.authority_id, local_day(form.at))


def handlers_of(form: Any) -> list[int]:
    """The handlers of the form's matter, to be filled in."""
    return handler_ids(form.matter) if form.matter.pk else []
