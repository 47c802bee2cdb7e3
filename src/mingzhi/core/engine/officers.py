"""Choosing officers of one's own authority, by id, name or account; who may not enforce that day is marked, so that nobody chooses in vain."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Model, QuerySet

from mingzhi.core.organs import Post
from mingzhi.core.organs.models import Appointment, User
from mingzhi.core.organs.people import lapsed_certificates

from .days import local_day
from .fields import RowsOfField


class OfficersField(RowsOfField):
    """Officers out of those whom the form offers. Serves penalty-law-42: the gate refuses the others, and the list says so beforehand."""

    #: The day on which a certificate has to be valid; None while nobody was offered.
    on: date | None = None

    def label_from_instance(self, obj: Model) -> str:
        if self.on is None:
            return str(obj)
        kept = self.__dict__.setdefault("_lapsed", {})
        if self.on not in kept:
            kept[self.on] = lapsed_certificates(self.queryset, self.on)
        why = kept[self.on].get(obj.pk)
        return f"{obj}　无有效执法证（{why}）" if why else str(obj)


def officers_of(authority_id: int, on: date) -> QuerySet[User]:
    """Those appointed as officers on a day."""
    return User.objects.filter(
        pk__in=Appointment.objects.on(on).filter(authority_id=authority_id, post=Post.OFFICER).values("person"), is_active=True
    ).order_by("name")


def officers_field(label: str = "执法人员", **options: Any) -> OfficersField:
    """Two officers or more: the number is asked by a gate, so that the refusal cites its article."""
    options.setdefault("help_text", "两名以上，先选主办人")
    return OfficersField(User.objects.none(), by=("name", "username"), label=label, **options)


def offer_officers(form: Any, name: str = "officers") -> None:
    """Narrow an officers' field to the officers of that day."""
    field = form.fields[name]
    field.on = local_day(form.at)
    field.queryset = officers_of(form.actor.authority_id, field.on)
