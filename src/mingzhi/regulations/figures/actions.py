"""What each action changes in a year's figures. Source: 公示制度 10."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.given import as_json
from mingzhi.core.organs.models import User

from .counting import Span, count
from .keeping import latest, plain
from .models import Tally, YearlyFigures


def supply(figures: YearlyFigures, *, actor: User, at: datetime, year: int, entered: list[dict[str, Any]]) -> Tally:
    """The brigade counts the year and answers for it; what is counted is kept as it is now. Source: disclosure-10."""
    figures.year = year
    figures.title = f"{year}年度行政执法数据"
    return _counted(figures, actor, at, entered, 1)


def supply_anew(figures: YearlyFigures, *, actor: User, at: datetime, entered: list[dict[str, Any]]) -> Tally:
    """Count again, because the records or what was entered by hand were not right; what was supplied before stays on record."""
    return _counted(figures, actor, at, entered, latest(figures).number + 1)


def write(figures: YearlyFigures, *, actor: User, at: datetime, overall: str, work: str, problems: str, plans: str) -> Tally:
    """Finish the words about the numbers and hand both to the head."""
    tally = latest(figures)
    tally.overall, tally.work, tally.problems, tally.plans = overall, work, problems, plans
    tally.written_by, tally.written_at = actor, at
    return tally


def send_back(figures: YearlyFigures, *, actor: User, at: datetime, reasons: str) -> None:
    """Something is amiss: numbers or words are put right."""


def approve(figures: YearlyFigures, *, actor: User, at: datetime, opinion: str) -> Tally:
    """The head answers for what the town publishes. Source: disclosure-10."""
    tally = latest(figures)
    tally.approved_by, tally.approved_at = actor, at
    return tally


def publish(figures: YearlyFigures, *, actor: User, at: datetime) -> Tally:
    """From here on everybody may read it. Source: disclosure-10."""
    figures.published_on = local_day(at)
    tally = latest(figures)
    tally.published_by, tally.published_at = actor, at
    return tally


def find_error(figures: YearlyFigures, *, actor: User, at: datetime, reasons: str) -> Tally:
    """Something published is not accurate: a copy is put right, and the wrong one is shown until that is published.

    Source: disclosure-14-correct.
    """
    wrong = latest(figures)
    kept = {name: getattr(wrong, name) for name in _TAKEN_OVER}
    return Tally(matter=figures, number=wrong.number + 1, **kept)


#: What a copy to be corrected has from the published tally.
_TAKEN_OVER = ("cells", "entered", "overall", "work", "problems", "plans", "supplied_by_id", "supplied_at")


def _counted(figures: YearlyFigures, actor: User, at: datetime, entered: list[dict[str, Any]], number: int) -> Tally:
    cells = count(Span(figures.authority, figures.year, local_day(at)), entered, actor.name)
    return Tally(matter=figures, number=number, cells=plain(cells), entered=as_json(entered), supplied_by=actor, supplied_at=at)
