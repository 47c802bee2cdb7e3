"""The credit platform's file (xlsx): the table of penalties, and beside it what is to be taken down again.

Every text is written as text, never as a formula; the same rows give the same bytes. Serves credit-report.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from mingzhi.law.credit_report import COLUMNS, Row, Value

PENALTIES, WITHDRAWALS = "行政处罚", "撤回"
_WIDTH, _WIDE = 18, 40


def workbook(organ: str, title: str, made_on: date, rows: Iterable[Row], withdrawals: Iterable[Row]) -> bytes:
    """The file as bytes. organ and title are all that its properties tell."""
    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    book.set_properties({"title": title, "author": organ, "company": organ, "created": datetime(made_on.year, made_on.month, made_on.day)})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
    body = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    _sheet(book.add_worksheet(PENALTIES), list(COLUMNS), rows, head, body)
    if taken_down := list(withdrawals):
        _sheet(book.add_worksheet(WITHDRAWALS), list(taken_down[0]), taken_down, head, body)
    book.close()
    return file.getvalue()


def _sheet(sheet: Worksheet, columns: list[str], rows: Iterable[Row], head: Format, body: Format) -> None:
    sheet.freeze_panes(1, 1)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, _WIDE if (COLUMNS.get(column) or 0) > 1000 else _WIDTH)
        sheet.write_string(0, place, column, head)
    for line, row in enumerate(rows, start=1):
        for place, column in enumerate(columns):
            _write(sheet, line, place, row.get(column), body)


def _write(sheet: Worksheet, line: int, place: int, value: Value, body: Format) -> None:
    if isinstance(value, Decimal):
        sheet.write_number(line, place, float(value), body)
    elif isinstance(value, date):
        sheet.write_string(line, place, f"{value:%Y/%m/%d}", body)
    else:
        sheet.write_string(line, place, value or "", body)
