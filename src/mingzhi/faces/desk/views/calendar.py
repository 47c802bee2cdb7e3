"""The work calendar of a year as a printed calendar, and its entry by the clerk from the State Council's notice.

Periods of working days are counted by it (行政处罚法 85). A year nobody has entered is shown as missing, never guessed.
"""

from __future__ import annotations

import calendar as weeks_of
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from mingzhi.core.engine.calendar_entry import CITES, YearForm, enter_year, may_enter
from mingzhi.core.engine.errors import InvalidInput
from mingzhi.core.organs import Post
from mingzhi.core.organs.calendars import calendar_of
from mingzhi.core.organs.models import WorkYear
from mingzhi.core.organs.people import holders, posts_of
from mingzhi.law.workdays import SATURDAY, Calendar

from ..frame import frame_of
from ..gate import SignedIn, desk_page
from ..register_shapes import CalendarPage, Day, DayKind, Month
from ..shapes import ActionCard, FormView, Link
from ..wording import cites

#: Years that can be opened: before the first no case was handled, after the last no notice can be out.
_YEARS = range(2004, 2101)

_WORDS: dict[DayKind, str] = {"holiday": "放假", "makeup": "调休上班", "rest": "", "work": ""}


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page
def work_calendar(request: SignedIn) -> HttpResponse:
    """One year (`y`, this one by default); the clerk's form when the year is missing or `edit` asks for it."""
    today = timezone.localdate()
    asked = request.GET.get("y", "")
    year = int(asked) if asked.isascii() and asked.isdecimal() else today.year
    if year not in _YEARS:
        raise Http404
    authority = request.user.authority
    form, status = YearForm(year, request.POST or None, initial=_initial(authority.pk, year)), 200
    if request.method == "POST":
        may_enter(authority, request.user, today)
        status = 422
        if form.is_valid():
            given = form.cleaned_data
            try:
                enter_year(authority, year, given["rest"], given["makeup"], given["source"], request.user, timezone.now())
            except InvalidInput as wrong:
                for name, sentences in wrong.errors.items():
                    form.add_error(name, sentences)
            else:
                messages.success(request, f"{year} 年工作日历已录入，从现在起新起算的期限按它计算。")
                return redirect(_url(year))
    calendar = calendar_of(authority.pk)
    has_year, clerk = calendar.has_year(year), Post.CLERK in posts_of(request.user, today)
    editing = clerk and (not has_year or request.method == "POST" or "edit" in request.GET)
    page = CalendarPage(
        year=year,
        months=[_month(calendar, year, month) for month in range(1, 13)] if has_year else [],
        years=[Link(str(one), _url(one), one == year) for one in sorted({*range(today.year - 2, today.year + 2), year})],
        source_words=_source_words(authority.pk, year, calendar),
        missing_words="" if has_year else _missing_words(authority.pk, year, today, clerk),
        edit=Link("更正这一年", f"{_url(year)}&edit=1#do") if clerk and has_year and not editing else None,
        entry=_entry(form, year, has_year) if editing else None,
    )
    context = {"frame": frame_of(request, f"{year} 年工作日历", area="calendar"), "page": page}
    return render(request, "desk/calendar.html", context, status=status)


def _url(year: int) -> str:
    return f"{reverse('desk:calendar')}?y={year}"


def _entered(authority_id: int, year: int) -> WorkYear | None:
    return WorkYear.objects.filter(authority_id=authority_id, year=year).select_related("entered_by").first()


def _initial(authority_id: int, year: int) -> dict[str, str]:
    """What the form begins with: the office's own table, else the published one."""
    row = _entered(authority_id, year)
    if row is not None:
        return {"rest": "\n".join(row.rest_days), "makeup": "\n".join(row.makeup_days), "source": row.source}
    table = calendar_of(authority_id).tables.get(year)
    if table is None:
        return {}
    return {
        name: "\n".join(day.isoformat() for day in sorted(days))
        for name, days in (("rest", table.rest_days), ("makeup", table.makeup_days))
    }


def _source_words(authority_id: int, year: int, calendar: Calendar) -> str:
    row = _entered(authority_id, year)
    if row is not None:
        who = f"{row.entered_by.name} " if row.entered_by else ""
        return f"{row.source} · {who}{timezone.localtime(row.entered_at):%Y-%m-%d} 录入 · 全年 {calendar.workdays_in(year)} 个工作日"
    if calendar.has_year(year):
        return f"已公布的放假安排（软件自带） · 全年 {calendar.workdays_in(year)} 个工作日"
    return ""


def _missing_words(authority_id: int, year: int, today: date, clerk: bool) -> str:
    """What is missing, what it stops, who enters it."""
    stops = f"{year} 年放假调休安排还没有录入，涉及该年的工作日期限算不出来，系统不会猜。"
    if clerk:
        return f"{stops}国务院办公厅的通知印发后，请在下面录入。"
    names = "、".join(person.name for person in holders(authority_id, Post.CLERK, today))
    return f"{stops}国务院办公厅的通知印发后，请{Post.CLERK.label}{f'（{names}）' if names else ''}在本页录入。"


def _entry(form: YearForm, year: int, has_year: bool) -> ActionCard:
    title = f"{'更正' if has_year else '录入'} {year} 年工作日历"
    lead = ["录入后新起算的期限按它计算；已经在走的期限，末日不变。每次录入都记入台账。"]
    view = FormView(form, f"{_url(year)}#do", "录入", lead=lead)
    return ActionCard("calendar.enter", title, _url(year), True, cites(CITES), form=view)


def _month(calendar: Calendar, year: int, month: int) -> Month:
    weeks = [
        [_day(calendar, day) if day.month == month else None for day in week]
        for week in weeks_of.Calendar().monthdatescalendar(year, month)
    ]
    days = [day for week in weeks for day in week if day is not None]
    return Month(f"{month} 月", weeks, f"{sum(day.kind in ('work', 'makeup') for day in days)} 个工作日")


def _day(calendar: Calendar, on: date) -> Day:
    weekend = on.weekday() >= SATURDAY
    kind: DayKind
    if calendar.is_workday(on):
        kind = "makeup" if weekend else "work"
    else:
        kind = "rest" if weekend and on not in calendar.tables[on.year].rest_days else "holiday"
    return Day(on, kind, _WORDS[kind])
