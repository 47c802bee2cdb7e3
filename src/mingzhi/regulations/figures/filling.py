"""D60 as it is printed: the words, and every table with the year before beside it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from .comparing import tables
from .keeping import cells_of, latest, published
from .models import YearlyFigures
from .procedure import figures as procedure
from .tables import TEXTS, Cells


@procedure.paper("D60")
def report(figures: YearlyFigures, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    tally, last = latest(figures), published(figures.authority_id, figures.year - 1)
    texts = {name: getattr(tally, name) for name in TEXTS}
    return laid_out(figures.authority.name, figures.year, cells_of(tally), cells_of(last) if last else None, texts)


def laid_out(organ: str, year: int, cells: Cells, before: Cells | None, texts: Mapping[str, str]) -> dict[str, Any]:
    """What the paper is filled with."""
    return {
        "organ": organ,
        "title": f"{year}年度行政执法数据报告",
        "year": year,
        "compared": "" if before else f"没有公开过{year - 1}年的数据，各表不与上年比较。",
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
            for table, lines in tables(cells, before)
        ],
        **texts,
    }  # fmt: skip
