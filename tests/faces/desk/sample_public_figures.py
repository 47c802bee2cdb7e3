"""Samples of the public pages of the yearly figures: a year with the one before, one alone, none yet, and what a number counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from mingzhi.faces.portal.figure_shapes import Bar, Chart, FigureLine, FigurePage, FiguresPage, FigureTable
from mingzhi.faces.portal.shapes import DecisionLine, Link
from mingzhi.regulations.figures import drafting
from mingzhi.regulations.figures.comparing import tables

from .sample_figures import cells
from .sample_portal import SITE


def public_figures() -> dict[str, tuple[str, dict[str, Any]]]:
    """The pages by the names of their pictures."""
    now, before = cells(), cells(3, "0.21", "40")
    laid_out = [
        FigureTable(
            table.title,
            table.note,
            [
                FigureLine(
                    line.column.title, f"{line.value} {line.column.unit}" if line.value else "",
                    f"{line.before} {line.column.unit}" if line.before else "", line.change, "；".join(line.notes),
                    "/f" if table.code == "penalty" and line.value not in ("", "0") else "",
                )
                for line in lines
            ],
        )
        for table, lines in tables(now, before)
    ]  # fmt: skip
    bars = [
        Bar("警告、通报批评", "2025年 2 宗", 400, "2024年 2 宗", 400),
        Bar("罚款", "2025年 5 宗", 1000, "2024年 3 宗", 600),
        Bar("没收违法所得、没收非法财物", "2025年 1 宗", 200, "2024年 0 宗", 0),
    ]
    page = FiguresPage(
        year=2025,
        years=[Link("2025年", "/f/2025", True), Link("2024年", "/f/2024")],
        published_on=date(2026, 1, 16),
        texts=[
            ("总体情况", drafting.overall("重庆市綦江区石壕镇人民政府", 2025, now, before).splitlines()),
            ("下一步打算", ["加强培训。"]),
        ],
        charts=[Chart("行政处罚按种类", bars)],
        tables=laid_out,
        compared=True,
        downloads=[Link("下载表格（CSV）", "/csv"), Link("下载数据（JSON）", "/json")],
    )
    alone = replace(page, years=page.years[:1], compared=False, charts=[Chart("行政处罚按种类", [Bar("罚款", "2025年 5 宗", 1000)])])
    line = DecisionLine("刘某某乱堆垃圾案", "綦石壕府罚决字〔2025〕12号", date(2025, 11, 4), "/d/1")
    counted = FigurePage("罚款", "5 宗", "按作出决定的日期统计", [line], 4, Link("2025年行政执法数据", "/f/2025"))
    shown = {"public_figures": page, "public_figures_alone": alone, "public_figures_none": FiguresPage(None)}
    return {name: ("portal/figures.html", {"site": SITE, "page": one}) for name, one in shown.items()} | {
        "public_figure": ("portal/figure.html", {"site": SITE, "page": counted}),
        "public_figure_none": ("portal/figure.html", {"site": SITE, "page": replace(counted, rows=[])}),
    }
