"""That last year's figures are not public yet: said from the day of the warning on, to those whose duty it is, and on the list.

Whoever supplies nothing starts no deadline; this says so all the same. Serves disclosure-10, town-yearly-figures-warning.
"""

from __future__ import annotations

from datetime import date, datetime

from mingzhi.core.engine.days import end_of_day, local_day
from mingzhi.core.engine.deadlines import running_in_words
from mingzhi.core.engine.page_port import remarks
from mingzhi.core.organs import Post
from mingzhi.core.organs.calendars import calendar_of
from mingzhi.core.organs.models import User
from mingzhi.law.periods import due
from mingzhi.law.provisions import provision
from mingzhi.law.workdays import Calendar

from .keeping import published
from .models import YearlyFigures
from .stages import Stage

_UNCOUNTED = Calendar({})


@remarks("figures", home=(Post.CAPTAIN, Post.MAYOR, Post.CLERK))
def last_years_figures_are_due(viewer: User, at: datetime) -> str:
    """“2025年的执法数据应当在2026-01-31前公开，剩 12 日，还没有提供。”; empty before the warning and once they are public."""
    today = local_day(at)
    year = today.year - 1
    if today < _last_day("town-yearly-figures-warning", year) or published(viewer.authority_id, year):
        return ""
    last = _last_day("disclosure-10", year)
    words, _ = running_in_words("", end_of_day(last), at, lambda: calendar_of(viewer.authority_id))
    found = YearlyFigures.objects.filter(authority_id=viewer.authority_id, year=year).first()
    stands = f"现在{Stage(found.stage).label}" if found else "大队还没有提供数据"
    return f"{year}年的执法数据应当在 {last} 前公开，{words}，{stands}。"


def _last_day(rule: str, year: int) -> date:
    ended = date(year, 12, 31)
    found = due(ended, provision(rule).period(ended), _UNCOUNTED).due
    return local_day(found)
