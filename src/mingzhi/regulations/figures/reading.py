"""The page on which a year's figures are read: the tables, each number open to the matters it counts, the words, what has changed since.

Nothing is decided here; what may be done stands on it as on any other page. Serves disclosure-10.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.models import Matter
from mingzhi.core.engine.page_port import ReadingPage, reads
from mingzhi.core.engine.viewing import visible
from mingzhi.core.organs.models import User

from .comparing import Line, differences, tables
from .counting import Span, count
from .keeping import cells_of, latest, published
from .models import Tally, YearlyFigures
from .tables import COLUMNS, TEXTS, Table

#: So many matters of one number are listed; the command and the download name them all.
_LISTED = 200


@dataclass(frozen=True)
class Opened:
    """A number that was clicked: what it counts. `left`: how many more there are than are listed, or may be seen."""

    code: str
    title: str
    rule: str
    matters: Sequence[Matter] = ()
    people: Sequence[str] = ()
    left: int = 0


@dataclass(frozen=True)
class Reading:
    """The whole page."""

    pk: int
    year: int
    edition: str
    tables: Sequence[tuple[Table, Sequence[Line]]]
    compared: bool
    changed: Sequence[str] = ()
    opened: Opened | None = None
    texts: Sequence[tuple[str, str]] = ()
    steps: Sequence[tuple[str, str, datetime]] = ()
    public: bool = False
    doing: str = ""


@reads("figures")
def reading_of(figures: YearlyFigures, viewer: User, at: datetime, asked: Mapping[str, str]) -> ReadingPage:
    """asked: `cell` opens a number."""
    tally, last = latest(figures), published(figures.authority_id, figures.year - 1)
    cells = cells_of(tally)
    now = count(Span(figures.authority, figures.year, local_day(at)), tally.entered)
    page = Reading(
        pk=figures.pk,
        year=figures.year,
        edition=str(tally),
        tables=tables(cells, cells_of(last) if last else None),
        compared=last is not None,
        changed=[words for _, words in differences(cells, now)],
        opened=_opened(tally, asked.get("cell", ""), viewer),
        texts=[(title, getattr(tally, name)) for name, title in TEXTS.items() if getattr(tally, name)],
        steps=list(_steps(tally)),
        public=published(figures.authority_id, figures.year) is not None,
        doing=asked.get("do", ""),
    )
    return ReadingPage("figures/reading.html", page)


def _opened(tally: Tally, code: str, viewer: User) -> Opened | None:
    column = COLUMNS.get(code)
    if column is None:
        return None
    cell = cells_of(tally)[code]
    found = list(visible(Matter.objects.filter(pk__in=cell.matters), viewer).order_by("id")[:_LISTED])
    return Opened(
        code, column.title, column.rule or f"{cell.by}填写，来源：{cell.source}", found, cell.people, len(set(cell.matters)) - len(found)
    )


def _steps(tally: Tally) -> Any:
    """Who did which of the steps, and when; only what was done."""
    for word, person, moment in (
        ("提供", tally.supplied_by, tally.supplied_at),
        ("编写", tally.written_by, tally.written_at),
        ("批准", tally.approved_by, tally.approved_at),
        ("发布", tally.published_by, tally.published_at),
    ):
        if person is not None:
            yield word, person.name, moment
