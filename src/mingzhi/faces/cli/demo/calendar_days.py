"""Days and hours of the demo year: working days counted back from today, and who is out on the spot when."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from mingzhi.law.workdays import Calendar

#: Between two things that the same officers do, and the steps in which a free moment is looked for.
_PAUSE = timedelta(minutes=10)
_EVENING = time(21, 0)


class NoFreeHour(RuntimeError):
    """Two officers have more to do on one day than the day has hours: the story must be moved."""


class Days:
    """The working days around today."""

    def __init__(self, calendar: Calendar, today: date) -> None:
        self.calendar, self.today = calendar, today

    def back(self, count: int, day: date | None = None) -> date:
        """The `count`th working day before a day (today if none is given); 0 is the day itself."""
        day = day or self.today
        while count:
            day -= timedelta(days=1)
            count -= self.calendar.is_workday(day)
        return day

    def on(self, count: int, day: date) -> date:
        """The `count`th working day after a day; 0 is the day itself."""
        while count:
            day += timedelta(days=1)
            count -= self.calendar.is_workday(day)
        return day


class Diary:
    """Who is busy when, so that nobody is in two places at the same minute."""

    def __init__(self) -> None:
        self._busy: dict[str, list[tuple[datetime, datetime]]] = {}

    def book(self, people: list[str], earliest: datetime, minutes: int) -> datetime:
        """The first moment from `earliest` on at which all are free for so long; it is theirs from now. Raises NoFreeHour."""
        begins, length = earliest, timedelta(minutes=minutes)
        while True:
            clash = next(
                (until for name in people for since, until in self._busy.get(name, ()) if since < begins + length and begins < until), None
            )
            if clash is None:
                break
            begins = clash
        ends = begins + length
        if timezone.localtime(ends).time() > _EVENING or timezone.localtime(ends).date() != timezone.localtime(earliest).date():
            raise NoFreeHour(f"{'、'.join(people)} {timezone.localtime(earliest):%Y-%m-%d} 排不出 {minutes} 分钟")
        for name in people:
            self._busy.setdefault(name, []).append((begins, ends + _PAUSE))
        return begins


def moment(day: date, clock: str) -> datetime:
    """“09:30” of a day, in the office's time."""
    return timezone.make_aware(datetime.combine(day, time.fromisoformat(clock)))
