"""Figures beside others: this year beside the last, and what was supplied beside what the records say now. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from .tables import COLUMNS, TABLES, Cell, Cells, Column, Table, number_in_words

SAME = "持平"


@dataclass(frozen=True)
class Line:
    """One column of a table as a line: its number, the year's before, how it changed, and what the reader is told beside."""

    column: Column
    cell: Cell
    before_value: Decimal | None
    value: str
    before: str
    change: str
    notes: tuple[str, ...]


def lines(table: Table, cells: Cells, before: Cells | None) -> list[Line]:
    """The lines of a table."""
    return [_line(column, cells[column.code], before[column.code] if before else None) for column in table.columns]


def tables(cells: Cells, before: Cells | None) -> list[tuple[Table, list[Line]]]:
    """Every table with its lines."""
    return [(table, lines(table, cells, before)) for table in TABLES]


def _line(column: Column, cell: Cell, before: Cell | None) -> Line:
    source = f"手工填写，来源：{cell.source}" if cell.source else ""
    return Line(
        column, cell, before.value if before else None, number_in_words(cell.value), number_in_words(before.value) if before else "",
        change_in_words(cell, before, column),
        tuple(word for word in (cell.words, source) if word),
    )  # fmt: skip


def change_in_words(cell: Cell, before: Cell | None, column: Column) -> str:
    """“增加 2”, “减少 0.5”, “持平”; nothing where one of the two is not known."""
    if before is None or cell.value is None or before.value is None:
        return ""
    by = cell.value - before.value
    if not by:
        return SAME
    unit = "个百分点" if column.unit == "%" else ""
    return f"{'增加' if by > 0 else '减少'} {number_in_words(abs(by))}{f' {unit}' if unit else ''}"


def differences(supplied: Cells, now: Cells) -> Iterator[tuple[Column, str]]:
    """What the records have come to say since: by the number, or by what it counts. Numbers entered by hand stay as they are."""
    for code, column in COLUMNS.items():
        old, new = supplied[code], now[code]
        if not column.counted:
            continue
        if old.value != new.value:
            yield (
                column,
                f"{column.title}由 {number_in_words(old.value) or '没有'} {column.unit}变为 {number_in_words(new.value) or '没有'} {column.unit}",
            )
        elif (sorted(old.matters), sorted(old.people)) != (sorted(new.matters), sorted(new.people)):
            yield column, f"{column.title}的数没有变，计入的已经不同"
