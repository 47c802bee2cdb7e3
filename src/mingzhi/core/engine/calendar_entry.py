"""Entering a year of the work calendar: an act of the office, so it needs a post, is checked, and leaves a ledger entry.

Periods already running keep the last day they were given; those that start later are counted by the new table.
Serves penalty-law-85: periods in 日 of that law are working days, and the State Council's notice says which days those are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction

from mingzhi.core import ledger
from mingzhi.core.organs import Post
from mingzhi.core.organs.calendars import calendar_of
from mingzhi.core.organs.models import Authority, User, WorkYear
from mingzhi.core.organs.people import holders, posts_of
from mingzhi.core.organs.turns import turn
from mingzhi.law.provisions import cited

from .days import local_day
from .errors import InvalidInput, PostNotHeld, Refusal
from .fields import TextField
from .form_words import speak_plainly
from .town_entry.tables import seal

CITES = cited("penalty-law-85")

#: No notice of the State Council frees more days at a stretch than this; a longer range is a slip of the pen.
_LONGEST_RANGE_DAYS = 31

_DAY = r"(?:(\d{4})\s*[-年/.])?\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})\s*日?"
_LINE = re.compile(rf"{_DAY}(?:\s*(?:至|到|~|～|—|－)+\s*(?:{_DAY}|(\d{{1,2}})\s*日?))?")


class YearForm(forms.Form):
    """A year's table as the notice prints it: days off, days worked in exchange, and the notice's number."""

    source = forms.CharField(label="依据", max_length=200, help_text="国务院办公厅关于部分节假日安排的通知的文号，如 国办发明电〔2025〕7号")
    rest = TextField(
        rows=8, label="放假的日期", help_text="一行一天或者一段，如 2027-01-01，或 2027-02-05 至 2027-02-12；写“1月1日”也可以。"
    )
    makeup = TextField(rows=4, label="调休上班的日期", required=False, help_text="写法相同；没有调休上班的留空。")

    def __init__(self, year: int, data: Mapping[str, Any] | None = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.year = year
        speak_plainly(self.fields.items())

    def clean_rest(self) -> list[date]:
        return days_of(self.cleaned_data["rest"], self.year)

    def clean_makeup(self) -> list[date]:
        return days_of(self.cleaned_data["makeup"], self.year)


def days_of(text: str, year: int) -> list[date]:
    """The days written line by line (or between commas), in order. Raises ValidationError naming each line it cannot read."""
    found: set[date] = set()
    wrong: list[str] = []
    for line in filter(None, (part.strip().rstrip("。") for part in re.split(r"[\n\r,，、;；]+", text))):
        days = _days_of_line(line, year)
        if days is None:
            wrong.append(f"“{line}”看不懂。请写成 {year}-01-01，或 {year}-02-05 至 {year}-02-12。")
        else:
            found.update(days)
    if wrong:
        raise ValidationError(wrong)
    return sorted(found)


def _days_of_line(line: str, year: int) -> list[date] | None:
    read = _LINE.fullmatch(line)
    if read is None:
        return None
    year_1, month_1, day_1, year_2, month_2, day_2, day_only = read.groups()
    try:
        first = date(int(year_1 or year), int(month_1), int(day_1))
        last = first
        if month_2 or day_only:
            last = date(int(year_2 or first.year), int(month_2 or first.month), int(day_2 or day_only))
    except ValueError:
        return None
    count = (last - first).days
    return [first + timedelta(days=n) for n in range(count + 1)] if 0 <= count <= _LONGEST_RANGE_DAYS else None


def enter_year(
    authority: Authority, year: int, rest: Iterable[date], makeup: Iterable[date], source: str, person: User, at: datetime
) -> WorkYear:
    """Enter a year's table, or correct the one entered before; the ledger keeps every one.

    rest: days off beyond weekends (weekend days may be named too); makeup: weekend days worked. Raises PostNotHeld for
    anybody but the clerk of that authority, InvalidInput for a table that contradicts itself. Source: penalty-law-85.
    """
    rest, makeup, source = sorted(set(rest)), sorted(set(makeup)), source.strip()
    may_enter(authority, person, local_day(at))
    if not source:
        raise InvalidInput("没有写明依据。", errors={"source": ["请填写国务院办公厅当年放假通知的文号。"]})
    if not rest:
        raise InvalidInput("没有放假的日期。", errors={"rest": ["一年中至少有法定节假日，请按通知逐段录入。"]})
    try:
        calendar_of(authority.pk).with_year(year, rest, makeup)
    except ValueError as wrong:
        raise InvalidInput(f"{wrong}。", errors={_faulty_field(year, rest): [f"{wrong}。"]}) from wrong
    table = {"rest_days": [day.isoformat() for day in rest], "makeup_days": [day.isoformat() for day in makeup], "source": source}
    with turn(), transaction.atomic():
        row, _ = WorkYear.objects.update_or_create(
            authority=authority, year=year, defaults=table | {"entered_by": person, "entered_at": at}
        )
        ledger.append(
            authority,
            event_id=None,
            kind="calendar.entered",
            at=at,
            actor={"id": person.pk, "post": str(Post.CLERK)},
            obj=f"calendar/{year}",
            case=None,
            facts={"year": year, **table},
            private=seal(row),
        )
    return row


def may_enter(authority: Authority, person: User, on: date) -> None:
    """Raise PostNotHeld, naming the clerk, unless the person is the clerk of that authority on that day."""
    if person.authority_id == authority.pk and Post.CLERK in posts_of(person, on):
        return
    names = "、".join(holder.name for holder in holders(authority, Post.CLERK, on))
    who = f"{Post.CLERK.label} {names}".strip()
    sentence = f"工作日历由{Post.CLERK.label}录入，您没有这个岗位。请把放假通知交{who}录入。"
    raise PostNotHeld(sentence, [Refusal(sentence, CITES, who=who)])


def _faulty_field(year: int, rest: list[date]) -> str:
    """Under which field a contradiction is shown: days of another year among those off, else the exchanged ones."""
    return "rest" if any(day.year != year for day in rest) else "makeup"
