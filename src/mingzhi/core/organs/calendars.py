"""The work calendar of an authority: published year tables, with what the office has entered laid over them."""

from __future__ import annotations

from datetime import date

from mingzhi.law.workdays import Calendar

from .models import WorkYear
from .prepared import Prepared

_YEARS = Prepared(
    lambda authority: (
        WorkYear.objects.filter(authority_id=authority).order_by("year").values_list("year", "entered_at", "rest_days", "makeup_days")
    ),
    authority=int,
)

_kept: dict[tuple, Calendar] = {}


def calendar_of(authority_id: int) -> Calendar:
    """The calendar by which this authority counts working days. One small query; tables are rebuilt only when entered anew."""
    rows = _YEARS.rows(authority=authority_id)
    key = (authority_id, *((year, entered_at) for year, entered_at, _, _ in rows))
    if key not in _kept:
        calendar = Calendar.published()
        for year, _, rest_days, makeup_days in rows:
            calendar = calendar.with_year(
                year, [date.fromisoformat(day) for day in rest_days], [date.fromisoformat(day) for day in makeup_days]
            )
        _kept.clear() if len(_kept) > 1000 else None
        _kept[key] = calendar
    return _kept[key]
