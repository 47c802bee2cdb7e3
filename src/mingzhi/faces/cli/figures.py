"""`mingzhi figures YEAR`: what a year of enforcement came to, as it is counted from the records now. Nothing is kept or published by it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .installation import AsJson, DataDir, open_installation, require_tables
from .outcome import CommandError, Exit, print_json, print_table, say

if TYPE_CHECKING:
    from mingzhi.core.organs.models import Authority
    from mingzhi.regulations.figures.tables import Cell, Cells, Column

_HEADINGS = ["表", "项目", "数值", "单位", "说明"]


def figures(
    year: Annotated[int, typer.Argument(metavar="YEAR", min=2000, max=9999, help="统计的年份，如 2026")],
    authority: Annotated[str | None, typer.Option(metavar="CODE", help="哪个镇，给出其编码；只有一个镇的可以不写")] = None,
    as_json: AsJson = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="在标准输出上给出 CSV")] = False,
    data: DataDir = None,
) -> None:
    """一年的行政执法统计表，从办件记录中统计；没有登记的项目不写数，写明没有登记。"""
    if as_json and as_csv:
        raise CommandError("--json 和 --csv 只能写一个。", Exit.USAGE)
    open_installation(data)
    require_tables()
    from django.utils import timezone

    from mingzhi.regulations.figures.counting import Span, count

    now = timezone.localtime()
    if year > now.year:
        raise CommandError(f"{year} 年还没有开始，没有可以统计的数据。", Exit.USAGE)
    span = Span(_town(authority), year, now.date())
    cells = count(span)
    if as_json:
        print_json(_as_json(span, cells, now))
    elif as_csv:
        say(_as_csv(cells).rstrip("\r\n"))
    else:
        print_table(f"{span.authority.name} {year} 年行政执法数据", _HEADINGS, list(_rows(cells)))
        if span.today.year == year:
            say(f"统计到 {span.last_on}，这一年还没有过完。")


def _town(code: str | None) -> Authority:
    """The town named, or the only one. Raises CommandError where that does not tell which."""
    from mingzhi.core.organs.models import Authority

    rows = Authority.objects.filter(kind=Authority.Kind.TOWN, **({"code": code} if code else {})).order_by("code")[:2]
    if len(rows) == 1:
        return rows[0]
    if code:
        raise CommandError(f"没有编码为 {code} 的镇。", Exit.USAGE)
    raise CommandError("这里有几个镇，请用 --authority 写明编码。" if rows else "还没有录入机关，没有可以统计的数据。", Exit.USAGE)


def _numbers(matters: tuple[int, ...]) -> dict[int, str]:
    from mingzhi.core.engine.models import Matter

    return dict(Matter.objects.filter(pk__in=matters).values_list("pk", "number"))


def _as_json(span: Any, cells: Cells, now: Any) -> dict[str, Any]:
    """Values as decimal text, so that no cent is lost; null where nothing of the kind is held, and `words` say so."""
    from mingzhi.regulations.figures.tables import TABLES

    numbers = _numbers(tuple({pk for cell in cells.values() for pk in cell.matters}))

    def told(column: Column, cell: Cell) -> dict[str, Any]:
        return {
            "code": column.code,
            "title": column.title,
            "unit": column.unit,
            "value": None if cell.value is None else f"{cell.value:f}",
            "words": cell.words,
            "rule": column.rule,
            "matters": [numbers[pk] for pk in cell.matters],
        }

    return {
        "year": span.year,
        "authority": {"code": span.authority.code, "name": span.authority.name},
        "from": span.first_on.isoformat(),
        "until": span.last_on.isoformat(),
        "counted_at": now.isoformat(timespec="seconds"),
        "tables": [
            {"code": table.code, "title": table.title, "note": table.note, "cells": [told(one, cells[one.code]) for one in table.columns]}
            for table in TABLES
        ],
    }


def _rows(cells: Cells) -> Iterator[list[str]]:
    from mingzhi.regulations.figures.tables import TABLES, number_in_words

    for table in TABLES:
        for column in table.columns:
            cell = cells[column.code]
            yield [table.title.replace("　", " "), column.title, number_in_words(cell.value), column.unit, cell.words]


def _as_csv(cells: Cells) -> str:
    out = io.StringIO()
    csv.writer(out).writerows([_HEADINGS, *_rows(cells)])
    return out.getvalue()
