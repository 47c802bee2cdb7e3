"""The tables as data for others: rows for CSV, values for JSON. Values are decimal text, and nothing where nothing is held. Pure."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from typing import Any

from .comparing import tables
from .tables import Cell, Cells, number_in_words

HEADINGS = ["表", "项目", "数值", "单位", "上年", "增减", "说明"]
#: What a spreadsheet would take for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rows(cells: Cells, before: Cells | None) -> Iterator[list[str]]:
    """One row a column, in the order of the tables."""
    for table, lines in tables(cells, before):
        for line in lines:
            numbers = [number_in_words(one).replace(",", "") for one in (line.cell.value, line.before_value)]
            told = "；".join(line.notes)
            yield [
                table.title.replace("　", " "),
                line.column.title,
                numbers[0],
                line.column.unit,
                numbers[1],
                line.change,
                _harmless(told),
            ]


def as_csv(cells: Cells, before: Cells | None) -> str:
    """The rows under their headings."""
    out = io.StringIO()
    csv.writer(out).writerows([HEADINGS, *rows(cells, before)])
    return out.getvalue()


def as_data(cells: Cells, before: Cells | None, more: Callable[[Cell], dict[str, Any]] = lambda cell: {}) -> list[dict[str, Any]]:
    """The tables as JSON. more: what else is told of a cell."""
    return [
        {
            "code": table.code,
            "title": table.title,
            "note": table.note,
            "cells": [
                {
                    "code": line.column.code,
                    "title": line.column.title,
                    "unit": line.column.unit,
                    "value": None if line.cell.value is None else f"{line.cell.value:f}",
                    "before": None if line.before_value is None else f"{line.before_value:f}",
                    "words": line.cell.words,
                    "source": line.cell.source,
                    "rule": line.column.rule,
                    **more(line.cell),
                }
                for line in lines
            ],
        }
        for table, lines in tables(cells, before)
    ]


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
