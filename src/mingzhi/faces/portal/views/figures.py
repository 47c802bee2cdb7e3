"""年度数据: the figures of a year that were approved and published, as tables and charts, with the year before; and as data.

Serves 公示制度 10. What is being prepared is nobody's here; a wrong one is shown until the right one is published.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone

from mingzhi.core.engine.days import local_day
from mingzhi.law.provisions import cited
from mingzhi.regulations.disclosure.public import public_on
from mingzhi.regulations.figures.comparing import Line, tables
from mingzhi.regulations.figures.exporting import as_csv, as_data
from mingzhi.regulations.figures.keeping import cells_of, published, published_years
from mingzhi.regulations.figures.models import Tally
from mingzhi.regulations.figures.tables import COLUMNS, MEASURES, PENALTIES, TEXTS, Cells, Table, number_in_words

from ..figure_shapes import Bar, Chart, FigureLine, FigurePage, FiguresPage, FigureTable
from ..shapes import Link
from ..visiting import Visit, public_page
from .decisions import line_of

SERVES = cited("disclosure-10", "three-rules-yearly")

#: How long the longest bar is.
_WHOLE = 1000
#: Which tables are drawn, and under which heading.
_CHARTS = ((PENALTIES, "行政处罚按种类"), (MEASURES, "行政强制按种类"))


@public_page
def latest(visit: Visit) -> HttpResponse:
    """The newest year, or that none is public yet."""
    years = published_years(visit.town)
    return redirect(visit.to("figures_year", years[0])) if years else visit.render("figures", page=FiguresPage(None))


@public_page
def year(visit: Visit, year: int) -> HttpResponse:
    """One year."""
    tally, cells, before = _of(visit, year)
    page = FiguresPage(
        year=year,
        years=[Link(f"{one}年", visit.to("figures_year", one), one == year) for one in published_years(visit.town)],
        published_on=local_day(tally.published_at) if tally.published_at else None,
        texts=[(title, getattr(tally, name).splitlines()) for name, title in TEXTS.items()],
        charts=[chart for table, title in _CHARTS if (chart := _chart(title, table, cells, before, year)).bars],
        tables=[FigureTable(table.title, table.note, [_line(visit, year, one) for one in lines]) for table, lines in tables(cells, before)],
        compared=before is not None,
        downloads=[
            Link("下载表格（CSV）", visit.to("figures_csv", year)),
            Link("下载数据（JSON）", visit.to("figures_json", year)),
        ],
    )
    return visit.render("figures", page=page)


@public_page
def figure(visit: Visit, year: int, code: str) -> HttpResponse:
    """The published decisions that a number counts; 404 for a number none of whose matters is ever public."""
    _, cells, _ = _of(visit, year)
    if not _opens(code, cells):
        raise Http404
    column, cell = COLUMNS[code], cells[code]
    rows = public_on(visit.town, timezone.localdate()).filter(case__in=cell.matters).order_by("-published_on", "-pk")
    lines = [line_of(visit, row) for row in rows]
    page = FigurePage(
        title=column.title,
        value=f"{number_in_words(cell.value)} {column.unit}",
        rule=column.rule,
        rows=lines,
        left=len(set(cell.matters) - {row.case_id for row in rows}),
        back=Link(f"{year}年行政执法数据", visit.to("figures_year", year)),
    )
    return visit.render("figure", page=page)


@public_page
def csv_file(visit: Visit, year: int) -> HttpResponse:
    """The tables for a spreadsheet, with the mark by which it knows UTF-8."""
    _, cells, before = _of(visit, year)
    response = HttpResponse(f"\ufeff{as_csv(cells, before)}", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="figures-{visit.town.code}-{year}.csv"'
    return response


@public_page
def json_file(visit: Visit, year: int) -> HttpResponse:
    """The tables as data, and the words."""
    tally, cells, before = _of(visit, year)
    told = {
        "year": year,
        "authority": {"code": visit.town.code, "name": visit.town.name},
        "published_on": local_day(tally.published_at).isoformat() if tally.published_at else None,
        "tables": as_data(cells, before),
        "texts": {title: getattr(tally, name) for name, title in TEXTS.items()},
    }
    return JsonResponse(told, json_dumps_params={"ensure_ascii": False})


def _of(visit: Visit, year: int) -> tuple[Tally, Cells, Cells | None]:
    """What is public of a year, and of the year before. Raises Http404."""
    tally, last = published(visit.town, year), published(visit.town, year - 1)
    if tally is None:
        raise Http404
    return tally, cells_of(tally), cells_of(last) if last else None


def _line(visit: Visit, year: int, line: Line) -> FigureLine:
    code = line.column.code
    return FigureLine(
        title=line.column.title,
        value=f"{line.value} {line.column.unit}" if line.value else "",
        before=f"{line.before} {line.column.unit}" if line.before else "",
        change=line.change,
        note="；".join(line.notes),
        url=visit.to("figure", year, code) if _opens(code, {code: line.cell}) else "",
    )


def _opens(code: str, cells: Cells) -> bool:
    """Whether a number counts matters of a kind that is published: decisions to punish."""
    return code.startswith(f"{PENALTIES.code}.") and code in cells and bool(cells[code].matters)


def _chart(title: str, table: Table, cells: Cells, before: Cells | None, year: int) -> Chart:
    """The kinds of which there is anything in either year; the longest bar fills the whole."""
    shown = [column for column in table.columns if column.share and (cells[column.code].value or (before and before[column.code].value))]
    longest = max((value for column in shown for value in _values(column.code, cells, before)), default=Decimal(1))

    def bars() -> Iterator[Bar]:
        for column in shown:
            now, *was = (int(value * _WHOLE / longest) for value in _values(column.code, cells, before))
            said = [f"{number_in_words(value)} {column.unit}" for value in _values(column.code, cells, before)]
            yield Bar(column.title, f"{year}年 {said[0]}", now, *((f"{year - 1}年 {said[1]}", was[0]) if was else ()))

    return Chart(title, list(bars()))


def _values(code: str, cells: Cells, before: Cells | None) -> list[Decimal]:
    return [one[code].value or Decimal(0) for one in ((cells, before) if before else (cells,))]
