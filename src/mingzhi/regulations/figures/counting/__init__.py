"""A year counted from the records that everything else goes by; there are no books beside them. One module a table.

Each module gives cells by the code of their column; what none gives is not held here, and its cell says so in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from ..tables import COLUMNS, ENTERED_BY_HAND, UNKNOWN, Cell, Cells, with_totals
from . import course, measures, officers, penalties
from .span import Span


def count(span: Span, entered: Iterable[Mapping[str, Any]] = (), by: str = "") -> Cells:
    """Every cell of a year. entered: rows {"column", "value", "source"} given by hand for what is not held here, by whom.

    Source: disclosure-10, three-rules-yearly.
    """
    counted = {**penalties.cells(span), **measures.cells(span), **officers.cells(span), **course.cells(span)}
    given = {
        row["column"]: Cell(Decimal(str(row["value"])), source=str(row["source"]), by=by)
        for row in entered
        if row["column"] in ENTERED_BY_HAND
    }
    unknown = Cell(words=UNKNOWN)
    return with_totals({code: counted.get(code) or given.get(code) or unknown for code in COLUMNS})


__all__ = ["Span", "count"]
