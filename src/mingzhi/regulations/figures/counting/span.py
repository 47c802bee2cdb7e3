"""Whose year is counted, and until when: the whole of it once it is over, until today while it runs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from mingzhi.core.engine.days import moment_of
from mingzhi.core.engine.models import Record
from mingzhi.core.organs.models import Authority
from mingzhi.law.periods import ONE_DAY


@dataclass(frozen=True)
class Span:
    """One year of one authority; `today` cuts a year that is not over."""

    authority: Authority
    year: int
    today: date

    @property
    def first_on(self) -> date:
        return date(self.year, 1, 1)

    @property
    def last_on(self) -> date:
        return min(date(self.year, 12, 31), self.today)

    def days(self, field: str) -> Q:
        """Rows whose day lies in it."""
        return Q(**{f"{field}__gte": self.first_on, f"{field}__lte": self.last_on})

    def moments(self, field: str) -> Q:
        """Rows whose moment lies in it, in the office's time."""
        begins, ends = (moment_of(day) for day in (self.first_on, self.last_on + ONE_DAY))
        return Q(**{f"{field}__gte": begins, f"{field}__lt": ends})

    def records(self, *actions: str) -> QuerySet[Record]:
        """What was done in it by any of these actions, in order."""
        return Record.objects.filter(self.moments("at"), authority=self.authority, action__in=actions).order_by("id")
