"""Counting: worked examples of law, month ends, rolling, hours, clear days, and what must hold for any day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzhi.law.periods import (
    SHANGHAI,
    Days,
    Due,
    Hours,
    Months,
    Period,
    Workdays,
    Years,
    clear_before,
    due,
    earliest_event,
    end_of,
    extended,
    next_workday,
    remaining,
)
from mingzhi.law.provisions import provision
from mingzhi.law.workdays import Calendar, YearUnknown

PUBLISHED = Calendar.published()
known_days = st.dates(date(2005, 1, 1), date(2025, 6, 30))
numbers = st.integers(0, 60)

# Start, then the last day of +3, +5, +7, +10, +20 working days, +15 days rolled, +90 days not rolled.
WORKED = [
    (date(2026, 2, 12), ["02-24", "02-26", "02-28", "03-04", "03-18"], "02-27", "05-13"),
    (date(2026, 9, 23), ["09-29", "10-08", "10-10", "10-14", "10-28"], "10-08", "12-22"),
]


@pytest.mark.parametrize(("start", "workdays", "rolled", "not_rolled"), WORKED)
def test_the_worked_examples_hold(calendar: Calendar, start: date, workdays: list[str], rolled: str, not_rolled: str) -> None:
    """penalty-law-85, civil-procedure-85: across Spring Festival and across National Day, with make-up Saturdays."""
    for count, expected in zip((3, 5, 7, 10, 20), workdays, strict=True):
        found = due(start, Workdays(count), calendar)
        assert found.due == date.fromisoformat(f"2026-{expected}")
        assert len(found.counted) == count
    assert due(start, Days(15), calendar, roll=True).due == date.fromisoformat(f"2026-{rolled}")
    assert due(start, Days(90), calendar).due == date.fromisoformat(f"2026-{not_rolled}")


def test_the_counted_days_are_listed_so_that_a_lawyer_can_check_them(calendar: Calendar) -> None:
    """penalty-law-85."""
    found = due(date(2026, 9, 30), Workdays(3), calendar)
    assert found == Due(date(2026, 10, 10), (date(2026, 10, 8), date(2026, 10, 9), date(2026, 10, 10)), False)


def test_a_partys_period_rolls_and_an_organs_does_not(calendar: Calendar) -> None:
    """civil-procedure-85: the same fifteen days, ending on a holiday."""
    party, organ = due(date(2026, 9, 18), Days(15), calendar, roll=True), due(date(2026, 9, 18), Days(15), calendar)
    assert (party.due, party.rolled) == (date(2026, 10, 8), True)
    assert (organ.due, organ.rolled) == (date(2026, 10, 3), False)
    assert party.counted == organ.counted == (date(2026, 9, 19), date(2026, 10, 3))


def test_a_period_ending_on_a_makeup_saturday_does_not_roll(calendar: Calendar) -> None:
    """civil-procedure-85: a make-up day is a working day."""
    assert due(date(2026, 9, 25), Days(15), calendar, roll=True).due == date(2026, 10, 10)


@pytest.mark.parametrize(
    ("start", "period", "expected"),
    [
        (date(2026, 1, 31), Months(1), date(2026, 2, 28)),
        (date(2024, 1, 31), Months(1), date(2024, 2, 29)),
        (date(2026, 8, 31), Months(6), date(2027, 2, 28)),
        (date(2026, 12, 15), Months(1), date(2027, 1, 15)),
        (date(2024, 2, 29), Years(1), date(2025, 2, 28)),
        (date(2024, 2, 29), Years(4), date(2028, 2, 29)),
        (date(2026, 1, 15), Months(6), date(2026, 7, 15)),
        (date(2026, 2, 28), Months(1), date(2026, 3, 28)),
    ],
)
def test_months_and_years_end_on_the_same_day_number_or_the_months_last(
    calendar: Calendar, start: date, period: Period, expected: date
) -> None:
    """civil-code-202."""
    assert due(start, period, calendar).due == expected


def test_the_court_window_of_an_ordinary_case_is_as_worked_out(calendar: Calendar) -> None:
    """litigation-law-46, litigation-interpretation-156: served 2026-01-15, sue until 07-15, apply 07-16 to 10-15."""
    served = date(2026, 1, 15)
    suing = due(served, provision("litigation-law-46").period(served), calendar, roll=True)
    assert suing.due == date(2026, 7, 15)
    assert due(suing.due, provision("litigation-interpretation-156").period(served), calendar).due == date(2026, 10, 15)


def test_hours_run_from_the_moment_itself_over_midnight_and_holidays(calendar: Calendar) -> None:
    """compulsion-law-19, recording-16."""
    moment = datetime(2026, 9, 30, 16, 20, tzinfo=SHANGHAI)
    assert due(moment, Hours(24), calendar).due == datetime(2026, 10, 1, 16, 20, tzinfo=SHANGHAI)
    same = due(moment.astimezone(UTC), Hours(24), calendar).due
    assert isinstance(same, datetime)
    assert same.utcoffset() == timedelta(hours=8)
    assert same == datetime(2026, 10, 1, 16, 20, tzinfo=SHANGHAI)


def test_hours_need_a_moment_with_its_zone(calendar: Calendar) -> None:
    with pytest.raises(ValueError, match="时刻"):
        due(date(2026, 9, 30), Hours(24), calendar)
    with pytest.raises(ValueError, match="时区"):
        due(datetime(2026, 9, 30, 16, 20), Hours(24), calendar)


def test_a_moment_counts_by_its_shanghai_day(calendar: Calendar) -> None:
    """An act at 23:30 UTC is the next morning in Chongqing."""
    assert due(datetime(2026, 11, 1, 23, 30, tzinfo=UTC), Workdays(1), calendar).due == date(2026, 11, 3)


def test_a_hearing_leaves_seven_clear_working_days_after_service(calendar: Calendar) -> None:
    """penalty-law-64.2: neither the day of service nor the day of the hearing counts."""
    clear = provision("penalty-law-64.2").period(date(2026, 9, 23))
    assert isinstance(clear, Workdays)
    assert earliest_event(date(2026, 9, 23), clear, calendar) == date(2026, 10, 12)
    assert clear_before(date(2026, 10, 12), clear, calendar) == date(2026, 9, 23)
    assert clear_before(date(2026, 10, 10), clear, calendar) == date(2026, 9, 22)


def test_an_extension_runs_on_from_the_unrolled_end(calendar: Calendar) -> None:
    """review-8, review-8-extend; compulsion-law-25, compulsion-law-25-extend."""
    start = date(2026, 9, 23)
    assert extended(due(start, Workdays(5), calendar), Workdays(3), calendar).due == due(start, Workdays(8), calendar).due
    assert extended(due(start, Days(30), calendar, roll=True), Days(30), calendar).due == due(start, Days(60), calendar).due


def test_what_is_left_is_zero_on_the_last_day_and_negative_after(calendar: Calendar) -> None:
    last = date(2026, 10, 8)
    assert remaining(date(2026, 9, 30), last, "workday", calendar) == 1
    assert remaining(last, last, "workday", calendar) == 0
    assert remaining(date(2026, 10, 9), last, "workday", calendar) == -1
    assert remaining(date(2026, 9, 30), last, "day", calendar) == 8
    assert remaining(date(2026, 10, 11), last, "day", calendar) == -3
    moment = datetime(2026, 10, 8, 12, 0, tzinfo=SHANGHAI)
    assert remaining(moment - timedelta(hours=2, minutes=30), moment, "hour", calendar) == 2
    assert remaining(moment + timedelta(minutes=1), moment, "hour", calendar) == -1


def test_the_yearly_figures_are_due_on_the_last_day_of_january() -> None:
    """disclosure-10: rest day or not."""
    period = provision("disclosure-10").period(date(2026, 12, 31))
    assert period.text == "1月31日前"
    assert due(date(2026, 12, 31), period, Calendar({})).due == date(2027, 1, 31)
    assert end_of(date(2027, 1, 31)) == datetime(2027, 2, 1, 0, 0, tzinfo=SHANGHAI)
    assert provision("disclosure-10").period(date(2027, 1, 31)).count == 0


def test_counting_into_a_year_without_a_table_is_refused_not_guessed(calendar: Calendar) -> None:
    with pytest.raises(YearUnknown, match="2027"):
        due(date(2026, 12, 28), Workdays(5), calendar)
    with pytest.raises(YearUnknown, match="2027"):
        due(date(2026, 12, 18), Days(15), calendar, roll=True)
    assert due(date(2026, 12, 18), Days(90), calendar).due == date(2027, 3, 18)


@pytest.mark.parametrize(
    ("period", "text"), [(Workdays(7), "7 个工作日"), (Days(15), "15 日"), (Hours(24), "24 小时"), (Months(3), "3 个月")]
)
def test_a_period_says_itself_as_a_document_does(period: Period, text: str) -> None:
    assert period.text == str(period) == text


@pytest.mark.parametrize("count", [-1, 1.5, True])
def test_a_length_is_a_whole_number_not_below_zero(count: object) -> None:
    with pytest.raises(ValueError, match="不小于零的整数"):
        Workdays(count)  # type: ignore[arg-type]


def test_lengths_of_different_units_are_never_equal() -> None:
    assert Workdays(7) != Days(7)
    assert len({Workdays(7), Workdays(7), Days(7)}) == 2


@given(known_days, numbers)
def test_counting_working_days_counts_only_and_all_of_them(start: date, count: int) -> None:
    """penalty-law-85."""
    found = due(start, Workdays(count), PUBLISHED)
    assert isinstance(found.due, date)
    between = [start + timedelta(days=n) for n in range(1, (found.due - start).days + 1)]
    assert tuple(day for day in between if PUBLISHED.is_workday(day)) == found.counted
    assert remaining(start, found.due, "workday", PUBLISHED) == count


@given(known_days, numbers, numbers)
def test_longer_never_ends_earlier_and_periods_add_up(start: date, first: int, more: int) -> None:
    short, both = due(start, Workdays(first), PUBLISHED), due(start, Workdays(first + more), PUBLISHED)
    assert short.due <= both.due
    assert due(short.due, Workdays(more), PUBLISHED).due == both.due
    assert due(due(start, Days(first), PUBLISHED).due, Days(more), PUBLISHED).due == due(start, Days(first + more), PUBLISHED).due


@given(known_days, numbers)
def test_rolling_ends_on_a_working_day_and_never_moves_one(start: date, count: int) -> None:
    """civil-code-203."""
    plain, rolled = due(start, Days(count), PUBLISHED), due(start, Days(count), PUBLISHED, roll=True)
    assert isinstance(plain.due, date)
    assert isinstance(rolled.due, date)
    assert PUBLISHED.is_workday(rolled.due)
    assert rolled.due == next_workday(plain.due, PUBLISHED)
    assert rolled.rolled is not PUBLISHED.is_workday(plain.due)


@given(known_days, st.integers(0, 15))
def test_service_on_the_last_day_allowed_leaves_exactly_the_clear_days(event: date, count: int) -> None:
    """penalty-law-64.2, compulsion-law-51."""
    clear = Workdays(count)
    last = clear_before(event, clear, PUBLISHED)
    assert sum(PUBLISHED.is_workday(last + timedelta(days=n)) for n in range(1, (event - last).days)) == count
    assert earliest_event(last, clear, PUBLISHED) <= next_workday(event, PUBLISHED)
    if PUBLISHED.is_workday(event):
        assert earliest_event(last, clear, PUBLISHED) == event


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)), st.integers(0, 240))
def test_a_month_period_keeps_the_day_number_unless_the_month_is_shorter(start: date, count: int) -> None:
    """civil-code-202."""
    last = due(start, Months(count), PUBLISHED).due
    assert isinstance(last, date)
    assert (last.year * 12 + last.month) - (start.year * 12 + start.month) == count
    assert last.day == start.day or (last + timedelta(days=1)).day == 1


@given(st.datetimes(datetime(2000, 1, 1), datetime(2090, 1, 1)), st.integers(0, 1000))
def test_hours_are_true_hours_whatever_the_zone(moment: datetime, count: int) -> None:
    start = moment.replace(tzinfo=UTC)
    found = due(start, Hours(count), PUBLISHED).due
    assert isinstance(found, datetime)
    assert found - start == timedelta(hours=count)


@pytest.mark.parametrize("period", [Hours(10**12), Days(10**9), Days(4_000_000), Months(10**30), Years(9_000)])
def test_a_period_that_ends_beyond_every_calendar_is_refused_in_words(calendar: Calendar, period: Period) -> None:
    """civil-code-202"""
    with pytest.raises(ValueError, match="超出了公元 9999 年"):
        due(datetime(2026, 3, 2, 9, tzinfo=SHANGHAI), period, calendar)
