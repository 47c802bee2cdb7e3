"""What the public pages of the yearly figures are given: frozen values, every word already decided by the view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .shapes import DecisionLine, Link


@dataclass(frozen=True)
class FigureLine:
    """One number: what it is called, the year's, the year's before, how it changed, and what is to be known of it. url: what it counts."""

    title: str
    value: str
    before: str
    change: str
    note: str
    url: str = ""


@dataclass(frozen=True)
class FigureTable:
    """One table of the yearly statistics."""

    title: str
    note: str
    lines: Sequence[FigureLine]


@dataclass(frozen=True)
class Bar:
    """One kind in a chart: its numbers in words, and how long its two bars are of a thousand. before: empty without a year before."""

    title: str
    now: str
    now_width: int
    before: str = ""
    before_width: int = 0


@dataclass(frozen=True)
class Chart:
    """A chart with its heading; every bar says in words what it shows."""

    title: str
    bars: Sequence[Bar]


@dataclass(frozen=True)
class FiguresPage:
    """年度数据: one year that was approved and published. year: none where none is public yet."""

    year: int | None
    years: Sequence[Link] = ()
    published_on: date | None = None
    texts: Sequence[tuple[str, Sequence[str]]] = ()
    charts: Sequence[Chart] = ()
    tables: Sequence[FigureTable] = ()
    compared: bool = False
    downloads: Sequence[Link] = ()


@dataclass(frozen=True)
class FigurePage:
    """What one number counts, as far as it is public. left: how many are not shown."""

    title: str
    value: str
    rule: str
    rows: Sequence[DecisionLine]
    left: int
    back: Link
