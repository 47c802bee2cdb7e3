"""Days and moments in the office's own time."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import lru_cache

from django.utils import timezone


def end_of_day(day: date) -> datetime:
    """The last second of a day in the office's time: a period of days ends at 24:00."""
    return timezone.make_aware(datetime.combine(day, time(23, 59, 59)))


def moment_of(value: date | datetime) -> datetime:
    """A day as the moment it begins; a moment as it is."""
    return value if isinstance(value, datetime) else timezone.make_aware(datetime.combine(value, time()))


# A page asks for the day of one and the same moment a hundred times.
@lru_cache(maxsize=64)
def local_day(value: date | datetime) -> date:
    """The day a moment falls on in the office's time; a day as it is. Raises ValueError for a moment of no known zone."""
    if not isinstance(value, datetime):
        return value
    if value.tzinfo is None:
        raise ValueError("a moment needs its zone")
    # The office has one time, so the zone a request could have activated is not looked for: lists ask this 200 times a page.
    return value.astimezone(timezone.get_default_timezone()).date()
