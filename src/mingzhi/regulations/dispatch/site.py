"""What is public as the district's site takes it: a page (HTML) and a Word file, both of the public text and nothing else.

Neither carries who made it, with which program or when by the clock; the same text gives the same bytes. Serves disclosure-11.1.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from html import escape

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from mingzhi.core.documents.packing import packed

#: Of the list of what is in a delivery. “代替” is the number of what stands on the site until then.
COLUMNS = (
    "种类",
    "文号",
    "名称",
    "事由",
    "代替",
    "公开（撤回）日期",
    "网页文件（附件）",
    "网页文件（附件）摘要（SHA-256）",
    "Word 文件",
    "Word 文件摘要（SHA-256）",
)
#: A label stands before a line only where it is a short one.
_LABEL = 12
_BODY, _TITLE = "仿宋", "宋体"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table under its title, which may be empty; every row has a cell for each column. `note` stands below it."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """What is said of one thing: its text, then tables. `name` is that of its files, without an ending; `until_on` the last day on which it is shown."""

    name: str
    title: str
    text: str
    organ: str
    number: str
    published_on: date
    until_on: date | None = None
    tables: Sequence[Grid] = ()

    @property
    def lines(self) -> list[tuple[str, str]]:
        """Each line as its label, if it has one, and its words."""
        return [_parted(line.strip()) for line in self.text.splitlines() if line.strip()]


def page(notice: Notice) -> bytes:
    """The notice as HTML that any editor takes over: no script, no style, nothing fetched."""
    body = "\n".join(f"<p>{f'<strong>{escape(label)}：</strong>' if label else ''}{escape(words)}</p>" for label, words in notice.lines)
    body += "".join(f"\n{_grid(one)}" for one in notice.tables)
    shown = f"，展示到{notice.until_on}" if notice.until_on else ""
    return (
        f'<!doctype html>\n<html lang="zh-CN">\n<head><meta charset="utf-8"><title>{escape(notice.title)}</title></head>\n<body>\n'
        f"<h1>{escape(notice.title)}</h1>\n{body}\n<p>{escape(notice.organ)}　{notice.published_on}公开{shown}</p>\n</body>\n</html>\n"
    ).encode()


def _grid(grid: Grid) -> str:
    """A table as HTML; its border is an old attribute, because a style would be lost with the editor's own."""
    title = f"<h2>{escape(grid.title)}</h2>\n" if grid.title else ""
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in grid.columns)
    rows = "\n".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in grid.rows)
    note = f"\n<p>{escape(grid.note)}</p>" if grid.note else ""
    return f'{title}<table border="1">\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>{note}'


def word(notice: Notice) -> bytes:
    """The notice as a Word file."""
    document = Document(io.BytesIO(_blank()))
    told = document.core_properties
    told.author = told.last_modified_by = notice.organ
    told.title, told.subject = notice.title, notice.number
    told.created = told.modified = datetime(notice.published_on.year, notice.published_on.month, notice.published_on.day)
    heading = document.add_paragraph()
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _run(heading, notice.title, _TITLE, 18, bold=True)
    for label, words in notice.lines:
        line = document.add_paragraph()
        if label:
            _run(line, f"{label}：", _BODY, 14, bold=True)
        _run(line, words, _BODY, 14)
    for grid in notice.tables:
        _lay(document, grid)
    foot = document.add_paragraph()
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _run(foot, f"{notice.organ}　{notice.published_on}公开", _BODY, 12)
    file = io.BytesIO()
    document.save(file)
    return _timeless(file.getvalue())


def _lay(document: object, grid: Grid) -> None:
    """A table, its first row repeated on every page."""
    if grid.title:
        _run(document.add_paragraph(), grid.title, _BODY, 14, bold=True)  # type: ignore[attr-defined]
    table = document.add_table(rows=0, cols=len(grid.columns), style="Table Grid")  # type: ignore[attr-defined]
    for row, bold in ((grid.columns, True), *((row, False) for row in grid.rows)):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            _run(cell.paragraphs[0], words, _BODY, 10, bold=bold)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    if grid.note:
        _run(document.add_paragraph(), grid.note, _BODY, 10)  # type: ignore[attr-defined]


def words_in(file: bytes) -> str:
    """Everything that a Word file of ours tells: its properties and its text."""
    document = Document(io.BytesIO(file))
    told = document.core_properties
    about = (told.author, told.last_modified_by, told.title, told.subject, told.keywords, told.comments, told.category)
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*filter(None, about), *(one.text for one in document.paragraphs), *cells])


def contents(rows: Iterable[Sequence[str]]) -> bytes:
    """What is in a delivery, as a table for whoever enters it, each file with the digest by which it is known again."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    # With a byte order mark, because that is how a spreadsheet knows that it is UTF-8.
    return file.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell[:1] in "=+-@\t\r" and cell else cell


def _parted(line: str) -> tuple[str, str]:
    label, mark, words = line.partition("：")
    return (label, words) if mark and words and len(label) <= _LABEL and "，" not in label else ("", line)


@cache
def _blank() -> bytes:
    """The library's empty document without what it says of its own maker."""
    document = Document()
    told = document.core_properties
    told.author = told.last_modified_by = told.comments = told.keywords = told.category = told.title = told.subject = ""
    told.revision = 1
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _run(paragraph: object, words: str, font: str, size_pt: int, *, bold: bool = False) -> None:
    run = paragraph.add_run(words)  # type: ignore[attr-defined]
    run.bold = bold
    run.font.size, run.font.name = Pt(size_pt), font
    # Word keeps the face of Chinese characters apart from that of Latin ones.
    run._element.rPr.rFonts.set(qn("w:eastAsia"), font)


def _timeless(file: bytes) -> bytes:
    """The same package without the moment of packing."""
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return packed((name, package.read(name)) for name in package.namelist())
