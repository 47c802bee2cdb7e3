"""Years of the work calendar, as the State Council's notice lays them down. A year the file leaves out stays as it was entered."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from mingzhi.core.organs.models import Authority, WorkYear
from mingzhi.law.workdays import YearTable

from .changes import Plan
from .sections import Section
from .tables import Entered, entered

entered(Entered(WorkYear, "calendar", "authority", ("year", "rest_days", "makeup_days", "source"), without=("entered_at", "entered_by_id")))


def _read(plan: Plan) -> None:
    there = {row.year: row for row in WorkYear.objects.filter(authority=plan.town.pk)}
    seen: set[int] = set()
    for row in plan.file.rows("calendar"):
        year, source = row.whole("year"), row.text("source", True, WorkYear._meta.get_field("source").max_length)
        rest, makeup = row.days("rest_days"), row.days("makeup_days")
        row.close()
        if not rest:
            row.wrong("rest_days", "没有放假的日期", "一年中至少有法定节假日，请按通知写全")
        try:
            YearTable(year, frozenset(rest), frozenset(makeup))
        except ValueError as wrong:
            row.wrong("rest_days", *_split(str(wrong)))
        if year in seen:
            row.wrong("year", f"{year} 年写了不止一次", "请只留一条")
            continue
        seen.add(year)
        made = WorkYear(
            authority=plan.town, year=year, source=source, rest_days=_texts(rest), makeup_days=_texts(makeup), entered_at=plan.at
        )
        found = there.get(year)
        kept = cast(WorkYear, plan.settle(found, made, f"工作日历 {year} 年"))
        if found is not None and any(change.row is kept for change in plan.changes):
            kept.entered_at, kept.entered_by = plan.at, None


def _split(sentence: str) -> tuple[str, str]:
    what, _, instead = sentence.partition("；")
    return what, instead or "请核对通知"


def _texts(days: list[date]) -> list[str]:
    return [day.isoformat() for day in days]


def _show(town: Authority) -> list[dict[str, Any]]:
    def days(texts: list[str]) -> list[date]:
        return [date.fromisoformat(text) for text in texts]

    return [
        {"year": row.year, "source": row.source, "rest_days": days(row.rest_days), "makeup_days": days(row.makeup_days)}
        for row in WorkYear.objects.filter(authority=town.pk).order_by("year")
    ]


SECTION = Section("calendar", _read, _show)
