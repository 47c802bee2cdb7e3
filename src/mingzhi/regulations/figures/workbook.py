"""The tables as a spreadsheet (xlsx), a sheet each; every text is written as text, never as a formula. Pure but for the library."""

from __future__ import annotations

import io
from datetime import datetime

from xlsxwriter import Workbook

from .comparing import tables
from .tables import Cells

_HEADINGS = ("项目", "单位", "本年", "上年", "增减", "说明")
_WIDTHS = (44, 8, 14, 14, 16, 60)


def workbook(organ: str, title: str, made_at: datetime, cells: Cells, before: Cells | None) -> bytes:
    """The file as bytes; the same cells give the same bytes."""
    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    book.set_properties({"title": title, "author": organ, "created": made_at.replace(tzinfo=None, microsecond=0)})
    bold, text = book.add_format({"bold": True, "border": 1}), book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
    for table, lines in tables(cells, before):
        name, _, about = table.title.partition("　")
        sheet = book.add_worksheet(name)
        for place, (heading, width) in enumerate(zip(_HEADINGS, _WIDTHS, strict=True)):
            sheet.set_column(place, place, width)
            sheet.write_string(1, place, heading, bold)
        sheet.write_string(0, 0, f"{title}　{about}", bold)
        for row, line in enumerate(lines, start=2):
            sheet.write_string(row, 0, line.column.title, text)
            sheet.write_string(row, 1, line.column.unit, text)
            for place, value in ((2, line.cell.value), (3, line.before_value)):
                if value is None:
                    sheet.write_string(row, place, "", text)
                else:
                    sheet.write_number(row, place, float(value), text)
            sheet.write_string(row, 4, line.change, text)
            sheet.write_string(row, 5, "；".join(line.notes), text)
    book.close()
    return file.getvalue()
