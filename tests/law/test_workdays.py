"""The work calendar against the notices of the State Council, and its refusal to guess a year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mingzhi.law.workdays import Calendar, YearUnknown


def days(year: int, *spans: str) -> set[date]:
    """Days written as in the notices: "1/28-2/4" or "9/14"."""
    found: set[date] = set()
    for span in spans:
        first, _, last = span.partition("-")
        begin, end = (date(year, *map(int, text.split("/"))) for text in (first, last or first))
        found |= {begin + timedelta(days=n) for n in range((end - begin).days + 1)}
    return found


NOTICES = {
    2024: (
        ["1/1-1/1", "2/10-2/17", "4/4-4/6", "5/1-5/5", "6/8-6/10", "9/15-9/17", "10/1-10/7"],
        ["2/4", "2/18", "4/7", "4/28", "5/11", "9/14", "9/29", "10/12"],
        251,
    ),
    2025: (["1/1", "1/28-2/4", "4/4-4/6", "5/1-5/5", "5/31-6/2", "10/1-10/8"], ["1/26", "2/8", "4/27", "9/28", "10/11"], 248),
    2026: (
        ["1/1-1/3", "2/15-2/23", "4/4-4/6", "5/1-5/5", "6/19-6/21", "9/25-9/27", "10/1-10/7"],
        ["1/4", "2/14", "2/28", "5/9", "9/20", "10/10"],
        248,
    ),
}


@pytest.mark.parametrize("year", NOTICES)
def test_every_day_of_the_year_is_as_the_notice_says(calendar: Calendar, year: int) -> None:
    """penalty-law-85: working days leave statutory holidays out; make-up days are worked."""
    rest, makeup, count = NOTICES[year]
    entered = Calendar({}).with_year(year, days(year, *rest), days(year, *makeup))
    first = date(year, 1, 1)
    for n in range((date(year + 1, 1, 1) - first).days):
        day = first + timedelta(days=n)
        assert calendar.is_workday(day) is entered.is_workday(day), day
    assert calendar.workdays_in(year) == entered.workdays_in(year) == count


def test_a_year_nobody_entered_is_an_error_that_says_where_to_enter_it(calendar: Calendar) -> None:
    with pytest.raises(YearUnknown, match="工作台 → 更多 → 工作日历") as refusal:
        calendar.is_workday(date(2027, 1, 4))
    assert refusal.value.year == 2027
    assert "mingzhi calendar load" in str(refusal.value)
    assert not calendar.has_year(2027)
    with pytest.raises(YearUnknown):
        calendar.workdays_in(2027)


def test_the_office_can_enter_a_year_and_the_old_calendar_stays_as_it_was(calendar: Calendar) -> None:
    entered = calendar.with_year(2027, [date(2027, 1, 1)], [date(2027, 1, 3)])
    assert not entered.is_workday(date(2027, 1, 1))
    assert entered.is_workday(date(2027, 1, 3))
    assert entered.years[-1] == 2027
    assert not calendar.has_year(2027)


def test_the_offices_table_overrides_the_published_one(calendar: Calendar) -> None:
    """An extra day off by the city's notice."""
    entered = calendar.with_year(2026, {*calendar.tables[2026].rest_days, date(2026, 11, 23)}, calendar.tables[2026].makeup_days)
    assert calendar.is_workday(date(2026, 11, 23))
    assert not entered.is_workday(date(2026, 11, 23))
    assert entered.workdays_in(2026) == calendar.workdays_in(2026) - 1


@pytest.mark.parametrize(
    ("rest", "makeup", "complaint"),
    [
        ([date(2026, 1, 1)], [], "其他年份"),
        ([date(2027, 1, 2)], [date(2027, 1, 2)], "同时登记"),
        ([], [date(2027, 1, 4)], "本来就是工作日"),
    ],
)
def test_a_table_that_contradicts_itself_is_refused(rest: list[date], makeup: list[date], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        Calendar({}).with_year(2027, rest, makeup)
