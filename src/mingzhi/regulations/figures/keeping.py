"""Cells as a tally keeps them and reads them back; the latest tally of a year, and the last one that was published.

Only what was approved and published is for everybody. Serves disclosure-10.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from mingzhi.core.organs.models import Authority

from .models import Tally, YearlyFigures
from .tables import COLUMNS, UNKNOWN, Cell, Cells


def plain(cells: Cells) -> dict[str, Any]:
    """Cells as JSON; what is empty is left out."""
    found: dict[str, Any] = {}
    for code, cell in cells.items():
        row = {
            "value": None if cell.value is None else f"{cell.value:f}", "matters": list(cell.matters), "people": list(cell.people),
            "words": cell.words, "source": cell.source, "by": cell.by,
        }  # fmt: skip
        found[code] = {name: value for name, value in row.items() if value not in (None, "", [])}
    return found


def cells_of(tally: Tally) -> Cells:
    """The cells of a tally as they were supplied. A column that came later was not counted then."""
    return {code: _cell(tally.cells[code]) if code in tally.cells else Cell(words=UNKNOWN) for code in COLUMNS}


def latest(figures: YearlyFigures) -> Tally:
    """The tally that is being handled; there is one from the beginning on."""
    return Tally.objects.filter(matter_id=figures.pk).latest("number")


def published(authority: Authority | int, year: int) -> Tally | None:
    """The last tally of a year that was published, or None."""
    years = YearlyFigures.objects.filter(authority=authority, year=year).values("pk")
    return Tally.objects.filter(matter__in=years, published_at__isnull=False).order_by("published_at").last()


def published_years(authority: Authority | int) -> list[int]:
    """Years whose figures are public, the newest first."""
    shown = Tally.objects.filter(published_at__isnull=False).values("matter")
    rows = YearlyFigures.objects.filter(authority=authority, pk__in=shown)
    return list(rows.order_by("-year").values_list("year", flat=True).distinct())


def _cell(row: Mapping[str, Any]) -> Cell:
    value = row.get("value")
    return Cell(
        None if value is None else Decimal(value), tuple(row.get("matters", ())), tuple(row.get("people", ())), row.get("words", ""),
        row.get("source", ""), row.get("by", ""),
    )  # fmt: skip
