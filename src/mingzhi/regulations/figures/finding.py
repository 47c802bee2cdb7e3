"""By which words a year's figures are found besides number and title."""

from __future__ import annotations

from collections.abc import Iterable

from mingzhi.core.engine.search import searchable

from .models import YearlyFigures


@searchable("figures")
def year(figures: YearlyFigures) -> Iterable[str]:
    return (f"{figures.year}年",)
