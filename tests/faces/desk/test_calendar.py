"""The work calendar: a year as printed, a year that is missing, and its entry by the clerk alone."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from mingzhi.core.engine.calendar_entry import days_of, enter_year
from mingzhi.core.engine.errors import InvalidInput, PostNotHeld
from mingzhi.core.ledger import current_log, entries, verify
from mingzhi.core.organs.calendars import calendar_of
from mingzhi.core.organs.models import WorkYear
from tests.cast import Town, at, make_town

from .seats import seat, shown

#: A year far ahead that nobody has a table for: New Year and three days worked in exchange for none.
GIVEN = {"source": "国办发明电〔2098〕9号", "rest": "2099-01-01 至 2099-01-03\n10月1日至7日", "makeup": "2099-09-26"}


def enter(town: Town, account: str = "wangli", **changes):
    table = {"rest": [date(2099, 1, 1)], "makeup": [date(2099, 9, 26)], "source": "国办发明电〔2098〕9号"} | changes
    return enter_year(town.authority, 2099, table["rest"], table["makeup"], table["source"], town[account], at("2098-11-05"))


def kind_of(page: str, month: str, day: int) -> str:
    """The class of one day's cell."""
    table = page.split(f"<h2>{month}<")[1].split("</table>")[0]
    return re.search(rf'<td class="(\w+)"[^>]*>{day}(?!\d)', table).group(1)


def test_a_published_year_stands_as_printed(town: Town):
    """penalty-law-85"""
    page = shown(seat(town, "lixuemei").get("/calendar?y=2026"))
    assert kind_of(page, "1 月", 1) == "holiday"
    assert kind_of(page, "1 月", 4) == "makeup"
    assert kind_of(page, "1 月", 5) == "work"
    assert kind_of(page, "3 月", 1) == "rest"
    assert page.count('class="month"') == 12


def test_a_missing_year_says_who_enters_it_and_shows_others_no_form(town: Town):
    page = shown(seat(town, "lixuemei").get("/calendar?y=2099"))
    assert "2099 年放假调休安排还没有录入" in page and "党政办经办人（王丽）" in page
    assert "<textarea" not in page
    assert "<textarea" in shown(seat(town, "wangli").get("/calendar?y=2099"))


@pytest.mark.parametrize("year", ["1999", "99999", "-1", "0"])
def test_a_year_out_of_range_is_not_there_and_no_number_means_this_year(town: Town, year: str):
    desk = seat(town, "lixuemei")
    shown(desk.get(f"/calendar?y={year}"), 200 if year == "-1" else 404)
    shown(desk.get("/calendar?y=２０２６"))


def test_the_clerk_enters_a_year_and_it_counts_at_once(town: Town):
    """penalty-law-85"""
    desk = seat(town, "wangli")
    response = desk.post("/calendar?y=2099", GIVEN)
    assert response.status_code == 302
    page = shown(desk.get(response.url))
    assert "国办发明电〔2098〕9号" in page and "王丽" in page
    assert kind_of(page, "10 月", 7) == "holiday" and kind_of(page, "9 月", 26) == "makeup"
    calendar = calendar_of(town.authority.pk)
    assert not calendar.is_workday(date(2099, 1, 1)) and calendar.is_workday(date(2099, 9, 26))


def test_nobody_else_enters_a_year(town: Town):
    """penalty-law-85"""
    page = shown(seat(town, "tangguohua").post("/calendar?y=2099", GIVEN), 403)
    assert "请把放假通知交党政办经办人 王丽录入" in page
    other = make_town("500110113", "安稳镇", "綦安稳府", prefix="b_")
    with pytest.raises(PostNotHeld):
        enter_year(town.authority, 2099, [date(2099, 1, 1)], [], "国办发明电〔2098〕9号", other["wangli"], at("2098-11-05"))
    assert not WorkYear.objects.exists()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"rest": "2098-12-31 至 2099-01-02"}, "有其他年份的日期"),
        ({"makeup": "2099-01-03"}, "同时登记为放假和上班"),
        ({"makeup": "2099-09-28"}, "本来就是工作日"),
        ({"rest": "元旦"}, "“元旦”看不懂"),
        ({"source": ""}, "请填写依据。"),
    ],
)
def test_a_table_that_contradicts_itself_is_told_beside_the_field(town: Town, changes: dict, words: str):
    page = shown(seat(town, "wangli").post("/calendar?y=2099", GIVEN | changes), 422)
    assert words in page and "国办发明电" in page
    assert not WorkYear.objects.exists()


def test_every_entry_and_every_correction_stands_in_the_ledger(town: Town):
    enter(town)
    enter(town, rest=[date(2099, 1, 1), date(2099, 1, 2)])
    log_id, _, size = current_log(town.authority)
    assert size == 2 and {entry.kind for entry in entries(log_id)} == {"calendar.entered"}
    assert WorkYear.objects.get().rest_days == ["2099-01-01", "2099-01-02"]
    assert verify().ok


def test_a_year_without_any_day_off_is_no_year(town: Town):
    with pytest.raises(InvalidInput):
        enter(town, rest=[])
    with pytest.raises(InvalidInput):
        enter(town, source=" ")


def test_days_are_read_as_notices_write_them():
    assert days_of("2099年1月1日", 2099) == [date(2099, 1, 1)]
    assert days_of("10月1日至3日、10/5；2099-10-06", 2099) == [date(2099, 10, day) for day in (1, 2, 3, 5, 6)]
    assert days_of("1月31日 至 2月1日", 2099) == [date(2099, 1, 31), date(2099, 2, 1)]
    for wrong in ("2月30日", "10月7日至1日", "1月1日至12月31日", "明天"):
        with pytest.raises(ValidationError):
            days_of(wrong, 2099)


def test_the_page_asks_a_fixed_number_of_questions(town: Town, django_assert_max_num_queries):
    desk = seat(town, "lixuemei")
    with django_assert_max_num_queries(10):
        desk.get("/calendar?y=2026")
