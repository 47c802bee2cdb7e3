"""D60 as it is printed: the words, and every table with the year before beside it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from .comparing import tables
from .keeping import cells_of, latest, published
from .models import YearlyFigures
from .procedure import figures as procedure
from .tables import TEXTS


@procedure.paper("D60")
def report(figures: YearlyFigures, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    tally, last = latest(figures), published(figures.authority_id, figures.year - 1)
    laid_out = tables(cells_of(tally), cells_of(last) if last else None)
    return {
        "organ": figures.authority.name,
        "title": f"{figures.year}年度行政执法数据报告",
        "year": figures.year,
        "compared": "" if last else f"没有公开过{figures.year - 1}年的数据，各表不与上年比较。",
        "tables": [
            {
                "title": table.title,
                "note": table.note,
                "rows": [
                    {
                        "title": line.column.title, "unit": line.column.unit, "value": line.value, "before": line.before,
                        "change": line.change, "note": "；".join(line.notes),
                    }
                    for line in lines
                ],
            }
            for table, lines in laid_out
        ],
        **{name: getattr(tally, name) for name in TEXTS},
    }  # fmt: skip
