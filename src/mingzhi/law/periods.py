"""Periods of law: how long, until when, and how much is left.

The only module that adds days. It follows the four rules of counting: the day of the event is day 0; a month ends on the same
day number or the month's last day; a party's calendar period rolls off rest days, an organ's own limit does not; hours run from
the moment. It knows no particular deadline: lengths come from the provision register. (行政处罚法 85, 民事诉讼法 85, 民法典 201-204)
"""

from __future__ import annotations

import calendar as gregorian
from dataclasses import dataclass
from datetime import MAXYEAR, date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")
ONE_DAY = timedelta(days=1)


class WorkdayTable(Protocol):
    """What counting needs of a work calendar; `mingzhi.law.workdays.Calendar` is the real one."""

    def is_workday(self, on: date) -> bool: ...


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time in one unit; `text` is how a document says it."""

    count: int

    unit = ""
    wording = ""

    def __post_init__(self) -> None:
        if isinstance(self.count, bool) or not isinstance(self.count, int) or self.count < 0:
            raise ValueError(f"期限须为不小于零的整数，现为 {self.count!r}")

    @property
    def text(self) -> str:
        return f"{self.count} {self.wording}"

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Workdays(Period):
    """Working days: statutory holidays and weekends left out, make-up days counted."""

    unit = "workday"
    wording = "个工作日"


@dataclass(frozen=True, slots=True)
class Days(Period):
    """Natural days, every one counted."""

    unit = "day"
    wording = "日"


@dataclass(frozen=True, slots=True)
class Hours(Period):
    """Hours from a moment."""

    unit = "hour"
    wording = "小时"


@dataclass(frozen=True, slots=True)
class Months(Period):
    """Months: same day number, else the month's last day."""

    unit = "month"
    wording = "个月"


@dataclass(frozen=True, slots=True)
class Years(Period):
    """Years: same day, 29 February becoming 28."""

    unit = "year"
    wording = "年"


@dataclass(frozen=True, slots=True)
class UntilDay(Days):
    """Natural days until one that comes every year: however many lie between the event and, say, 31 January."""

    month: int = 1
    day: int = 1

    @property
    def text(self) -> str:
        return f"{self.month}月{self.day}日前"


PERIODS: dict[str, type[Period]] = {kind.unit: kind for kind in (Workdays, Days, Hours, Months, Years)}


@dataclass(frozen=True, slots=True)
class Due:
    """When a period ends and how that was found.

    due: the last day (its 24:00 is the end), or for hours the last moment, in Shanghai time.
    counted: every working day counted; for calendar periods the first and the last day before rolling.
    rolled: the last day was a rest day and the period went on to the next working day.
    """

    due: date | datetime
    counted: tuple[date, ...]
    rolled: bool = False


def due(start: date | datetime, period: Period, calendar: WorkdayTable, roll: bool = False) -> Due:
    """The end of `period` from the event at `start`.

    `roll`: a party's calendar period, which goes on to the next working day when its last day is a rest day; leave it off for an
    organ's own limit. Hours need an aware moment; the other units take a date, or a moment whose Shanghai day is meant.
    Raises YearUnknown where a needed year has no table, ValueError for a naive moment and for an end beyond the year 9999.
    """
    try:
        return _end(start, period, calendar, roll)
    except OverflowError as beyond:
        raise ValueError(f"自 {day_of(start)} 起的期限超出了公元 {MAXYEAR} 年，不能计算；请核对起算的日期和长度") from beyond


def _end(start: date | datetime, period: Period, calendar: WorkdayTable, roll: bool) -> Due:
    if isinstance(period, Hours):
        moment = _moment(start)
        end = (moment.astimezone(ZoneInfo("UTC")) + timedelta(hours=period.count)).astimezone(SHANGHAI)
        return Due(end, (moment.date(), end.date()))
    day = day_of(start)
    if isinstance(period, Workdays):
        counted = _workdays_after(day, period.count, calendar)
        return Due(counted[-1] if counted else day, counted)
    if isinstance(period, Days):
        last = day + timedelta(days=period.count)
    elif isinstance(period, Months):
        last = add_months(day, period.count)
    elif isinstance(period, Years):
        last = add_months(day, period.count * 12)
    else:
        raise TypeError(f"不认识的期限单位：{period!r}")
    ends = next_workday(last, calendar) if roll else last
    return Due(ends, (day + ONE_DAY, last) if last > day else (), ends != last)


def extended(first: Due, more: Period, calendar: WorkdayTable, roll: bool = False) -> Due:
    """The end of an extension that begins where `first` ended unrolled: 5 working days and 3 more are 8."""
    before = first.counted[-1] if first.counted and not isinstance(first.due, datetime) else first.due
    return due(before, more, calendar, roll)


def earliest_event(service_on: date, clear: Workdays, calendar: WorkdayTable) -> date:
    """The first day an event may take place when so many clear working days must lie between service and it.

    Neither the day of service nor the day of the event is counted (行政处罚法 64, 行政强制法 51).
    """
    return _workdays_after(service_on, clear.count + 1, calendar)[-1]


def clear_before(event_on: date, clear: Workdays, calendar: WorkdayTable) -> date:
    """The last day on which service still leaves so many clear working days before the event."""
    day, left = event_on, clear.count
    while left:
        day -= ONE_DAY
        left -= calendar.is_workday(day)
    return day - ONE_DAY


def remaining(today: date | datetime, ends: date | datetime, unit: str, calendar: WorkdayTable) -> int:
    """How many whole units are left from `today`: 0 on the last day, negative when over.

    `unit`: "workday" counts working days after today up to the end; "day" natural days; "hour" whole hours, rounded down.
    """
    if unit == "hour":
        seconds = (_moment(ends) - _moment(today)).total_seconds()
        return int(seconds // 3600)
    now, last = day_of(today), day_of(ends)
    if unit != "workday":
        return (last - now).days
    sign = 1 if last >= now else -1
    low, high = min(now, last), max(now, last)
    return sign * sum(calendar.is_workday(low + timedelta(days=n)) for n in range(1, (high - low).days + 1))


def until_day(since: date, month: int, day: int) -> UntilDay:
    """From `since` to the next such day, 24:00, rest day or not; that day itself when it is the day of the event (执法公示制度 10)."""
    ends = next(found for year in (since.year, since.year + 1) if (found := date(year, month, day)) >= since)
    return UntilDay((ends - since).days, month, day)


def end_of(day: date) -> datetime:
    """The moment a period that ends on `day` is over: 24:00 Shanghai time."""
    return datetime.combine(day + ONE_DAY, time.min, SHANGHAI)


def next_workday(day: date, calendar: WorkdayTable) -> date:
    """`day` itself if it is a working day, else the first one after it."""
    while not calendar.is_workday(day):
        day += ONE_DAY
    return day


def add_months(day: date, months: int) -> date:
    """The same day number so many months on, or that month's last day (民法典 202)."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if year > MAXYEAR:
        raise OverflowError(year)
    return date(year, month + 1, min(day.day, gregorian.monthrange(year, month + 1)[1]))


def day_of(when: date | datetime) -> date:
    """The Shanghai day of a moment; a date is itself."""
    return _moment(when).date() if isinstance(when, datetime) else when


def _workdays_after(day: date, count: int, calendar: WorkdayTable) -> tuple[date, ...]:
    counted: list[date] = []
    while len(counted) < count:
        day += ONE_DAY
        if calendar.is_workday(day):
            counted.append(day)
    return tuple(counted)


def _moment(when: date | datetime) -> datetime:
    if not isinstance(when, datetime):
        raise ValueError("按小时计算的期限须从时刻起算，请给出年月日和时分")
    if when.tzinfo is None:
        raise ValueError("时刻须带时区，请用北京时间（UTC+8）")
    return when.astimezone(SHANGHAI)
