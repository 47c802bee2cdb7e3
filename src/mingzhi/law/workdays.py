"""The work calendar: which days are working days, year by year, and a refusal to guess.

A year comes from the office's own table if it entered one, else from `chinesecalendar` where that package has the year. It counts no
periods; see periods.py. (行政处罚法 85; the State Council's yearly notice on holidays)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

SATURDAY = 5


class YearUnknown(LookupError):
    """A working day was asked of a year that has no table; the message says where the office enters it."""

    def __init__(self, year: int) -> None:
        self.year = year
        super().__init__(
            f"尚未录入 {year} 年放假调休安排，不能计算涉及该年的工作日；请按国务院办公厅当年通知在“工作台 → 更多 → 工作日历”录入，或运行 mingzhi calendar load"
        )


@dataclass(frozen=True, slots=True)
class YearTable:
    """One year as the State Council's notice lays it down, beyond ordinary weekends.

    rest_days: days off (those on a weekend may be named too). makeup_days: weekend days that are worked.
    """

    year: int
    rest_days: frozenset[date]
    makeup_days: frozenset[date]

    def __post_init__(self) -> None:
        strangers = sorted(day for day in self.rest_days | self.makeup_days if day.year != self.year)
        if strangers:
            raise ValueError(f"{self.year} 年的放假安排中有其他年份的日期：{_listed(strangers)}；请按年分别录入")
        both = sorted(self.rest_days & self.makeup_days)
        if both:
            raise ValueError(f"{_listed(both)} 同时登记为放假和上班；请核对通知后只保留一项")
        plain = sorted(day for day in self.makeup_days if day.weekday() < SATURDAY)
        if plain:
            raise ValueError(f"{_listed(plain)} 本来就是工作日，不是调休上班日；请核对日期")

    def workdays(self) -> frozenset[date]:
        """Every working day of the year."""
        first = date(self.year, 1, 1)
        days = (first + timedelta(days=n) for n in range((date(self.year + 1, 1, 1) - first).days))
        return frozenset(day for day in days if (day.weekday() < SATURDAY and day not in self.rest_days) or day in self.makeup_days)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Working days of the years it has tables for. Immutable: `with_year` gives a new one."""

    tables: Mapping[int, YearTable]
    _workdays: Mapping[int, frozenset[date]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tables", MappingProxyType(dict(self.tables)))
        object.__setattr__(self, "_workdays", {year: table.workdays() for year, table in self.tables.items()})

    @classmethod
    def published(cls) -> Calendar:
        """The years `chinesecalendar` has, 2004 to 2026 in the release this was built with. Built once."""
        return _published()

    @property
    def years(self) -> tuple[int, ...]:
        """The years that can be computed, in order."""
        return tuple(sorted(self.tables))

    def has_year(self, year: int) -> bool:
        """Whether working days of that year can be told."""
        return year in self.tables

    def is_workday(self, on: date) -> bool:
        """Whether `on` is a working day, make-up days included. Raises YearUnknown."""
        days = self._workdays.get(on.year)
        if days is None:
            raise YearUnknown(on.year)
        return on in days

    def workdays_in(self, year: int) -> int:
        """The number of working days in a year. Raises YearUnknown."""
        if year not in self._workdays:
            raise YearUnknown(year)
        return len(self._workdays[year])

    def with_year(self, year: int, rest_days: Iterable[date], makeup_days: Iterable[date] = ()) -> Calendar:
        """A calendar in which the office's table stands for that year, whether or not there was one before.

        Raises ValueError for days of another year, days in both lists, or a make-up day that is no weekend day.
        """
        table = YearTable(year, frozenset(rest_days), frozenset(makeup_days))
        return Calendar({**self.tables, year: table})


@cache
def _published() -> Calendar:
    from chinese_calendar.constants import holidays, workdays

    years = sorted({day.year for day in holidays})
    tables = {}
    for year in years:
        rest = frozenset(day for day in holidays if day.year == year)
        tables[year] = YearTable(year, rest, frozenset(day for day in workdays if day.year == year))
    return Calendar(tables)


def _listed(days: Iterable[date]) -> str:
    return "、".join(day.isoformat() for day in days)
