"""`mingzhi figures YEAR`: what a year of enforcement came to, as it is counted from the records now. Nothing is kept or published by it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .installation import AsJson, DataDir, open_installation, require_tables
from .outcome import CommandError, Exit, complain, print_json, print_table, say

if TYPE_CHECKING:
    from mingzhi.core.organs.models import Authority
    from mingzhi.regulations.figures.counting import Span
    from mingzhi.regulations.figures.tables import Cells


def figures(
    year: Annotated[int, typer.Argument(metavar="YEAR", min=2000, max=9999, help="统计的年份，如 2026")],
    authority: Annotated[str | None, typer.Option(metavar="CODE", help="哪个镇，给出其编码；只有一个镇的可以不写")] = None,
    as_json: AsJson = False,
    to_csv: Annotated[bool, typer.Option("--csv", help="在标准输出上给出 CSV")] = False,
    xlsx: Annotated[Path | None, typer.Option(metavar="FILE", dir_okay=False, help="写成 Excel 文件")] = None,
    pdf: Annotated[Path | None, typer.Option(metavar="FILE", dir_okay=False, help="写成报告的草稿，文字按数据起草")] = None,
    data: DataDir = None,
) -> None:
    """一年的行政执法统计表，从办件记录中统计；没有登记的项目不写数，写明没有登记。"""
    if as_json and to_csv:
        raise CommandError("--json 和 --csv 只能写一个。", Exit.USAGE)
    open_installation(data)
    require_tables()
    from django.utils import timezone

    from mingzhi.regulations.figures.counting import Span, count
    from mingzhi.regulations.figures.exporting import HEADINGS, as_csv, rows

    now = timezone.localtime()
    if year > now.year:
        raise CommandError(f"{year} 年还没有开始，没有可以统计的数据。", Exit.USAGE)
    span = Span(_town(authority), year, now.date())
    cells = count(span)
    for file, made in ((xlsx, _as_xlsx), (pdf, _as_pdf)):
        if file is not None:
            _write(file, made(span, cells, now))
    if as_json:
        print_json(_as_json(span, cells, now))
    elif to_csv:
        say(as_csv(cells, None).rstrip("\r\n"))
    elif xlsx is None and pdf is None:
        print_table(f"{span.authority.name} {year} 年行政执法数据", _now(HEADINGS), [_now(row) for row in rows(cells, None)])
        if span.today.year == year:
            say(f"统计到 {span.last_on}，这一年还没有过完。")


def _as_xlsx(span: Span, cells: Cells, now: datetime) -> bytes:
    from mingzhi.regulations.figures.workbook import workbook

    return workbook(span.authority.name, f"{span.year}年度行政执法数据", now, cells, None)


def _as_pdf(span: Span, cells: Cells, now: datetime) -> bytes:
    """The report as a draft: its words are what the numbers give, and nobody has approved it."""
    from mingzhi.core.documents.typeset import typeset_paper
    from mingzhi.regulations.figures import drafting
    from mingzhi.regulations.figures.filling import laid_out
    from mingzhi.regulations.figures.papers.catalogue import PAPERS

    name = span.authority.name
    texts = {
        "overall": drafting.overall(name, span.year, cells, None),
        "work": drafting.work(cells, None),
        "problems": drafting.problems(cells),
    }
    told = laid_out(name, span.year, cells, None, texts) | {"number": "", "check_url": "", "made_on": span.today.isoformat()}
    return typeset_paper(PAPERS["D60"], told, draft=True, made_at=now)


def _write(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except OSError as problem:
        raise CommandError(f"写不进 {file}：{problem.strerror}。", Exit.USAGE) from problem
    complain(f"已写入 {file}。")


def _town(code: str | None) -> Authority:
    """The town named, or the only one. Raises CommandError where that does not tell which."""
    from mingzhi.core.organs.models import Authority

    rows = Authority.objects.filter(kind=Authority.Kind.TOWN, **({"code": code} if code else {})).order_by("code")[:2]
    if len(rows) == 1:
        return rows[0]
    if code:
        raise CommandError(f"没有编码为 {code} 的镇。", Exit.USAGE)
    raise CommandError("这里有几个镇，请用 --authority 写明编码。" if rows else "还没有录入机关，没有可以统计的数据。", Exit.USAGE)


def _now(row: list[str]) -> list[str]:
    """A row without the year before: the command counts one year and compares nothing."""
    return [*row[:4], row[6]]


def _as_json(span: Span, cells: Cells, now: datetime) -> dict[str, Any]:
    """Values as decimal text, so that no cent is lost; null where nothing of the kind is held, and `words` say so."""
    from mingzhi.core.engine.models import Matter
    from mingzhi.regulations.figures.exporting import as_data

    ids = {pk for cell in cells.values() for pk in cell.matters}
    numbers = dict(Matter.objects.filter(pk__in=ids).values_list("pk", "number"))
    return {
        "year": span.year,
        "authority": {"code": span.authority.code, "name": span.authority.name},
        "from": span.first_on.isoformat(),
        "until": span.last_on.isoformat(),
        "counted_at": now.isoformat(timespec="seconds"),
        "tables": as_data(cells, None, lambda cell: {"matters": [numbers[pk] for pk in cell.matters]}),
    }
