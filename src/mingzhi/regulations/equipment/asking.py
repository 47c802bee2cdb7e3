"""What a ledger of use (使用台账) is asked for: a device, a person, a period; what is not said narrows nothing. Serves 音像记录管理制度 4."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from mingzhi.core.engine.days import moment_of
from mingzhi.core.engine.viewing import visible
from mingzhi.core.organs.models import User
from mingzhi.law.periods import ONE_DAY

from .models import Device


@dataclass(frozen=True, slots=True)
class Asked:
    """`device` is a number painted on it, `person` a name or a part of one, days are inclusive. `before` is the row after which to go on."""

    device: str = ""
    person: str = ""
    from_on: date | None = None
    until_on: date | None = None
    before: int | None = None

    def during(self, *fields: str) -> Q:
        """Rows whose moment falls into the period; of several fields the first that is known counts."""
        found, unknown = Q(), Q()
        for field in fields:
            found |= unknown & self._within(field)
            unknown &= Q(**{f"{field}__isnull": True})
        return found

    def _within(self, field: str) -> Q:
        within = Q(**{f"{field}__isnull": False})
        if self.from_on:
            within &= Q(**{f"{field}__gte": moment_of(self.from_on)})
        if self.until_on:
            within &= Q(**{f"{field}__lt": moment_of(self.until_on) + ONE_DAY})
        return within

    def of(self, *, person: str, code: str = "") -> Q:
        """Rows of that person and device, by what the two are called there (no `code`: the device is asked elsewhere); after `before`."""
        narrowed = Q()
        if self.device and code:
            narrowed &= Q(**{code: self.device})
        if self.person:
            narrowed &= Q(**{f"{person}__name__icontains": self.person})
        if self.before is not None:
            narrowed &= Q(pk__lt=self.before)
        return narrowed


def devices_seen_by(viewer: User) -> QuerySet[Device]:
    """Every device of whose use this person may read, in order of its number."""
    return visible(Device.objects.all(), viewer).order_by("code")
