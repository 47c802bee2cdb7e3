"""Days and moments in the office's own time."""

from __future__ import annotations

from datetime import date, datetime, time

from django.utils import timezone


def end_of_day(day: date) -> datetime:
    """The last second of a day in the office's time: a period of days ends at 24:00."""
    return timezone.make_aware(datetime.combine(day, time(23, 59, 59)))


def moment_of(value: date | datetime) -> datetime:
    """A day as the moment it begins; a moment as it is."""
    return value if isinstance(value, datetime) else timezone.make_aware(datetime.combine(value, time()))


def local_day(value: date | datetime) -> date:
    return timezone.localtime(value).date() if isinstance(value, datetime) else value
