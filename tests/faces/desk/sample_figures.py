"""A year's figures on the desk: with a number opened and a record that changed since, and without a year before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from mingzhi.faces.desk.shapes import ActionCard, Cite, DeadlineView, Link, MatterView
from mingzhi.regulations.figures.comparing import tables
from mingzhi.regulations.figures.reading import Opened, Reading
from mingzhi.regulations.figures.tables import COLUMNS, UNKNOWN, Cell, Cells

from .sample_case import SHANGHAI, frame, log


def cells(fines: int = 5, amount: str = "0.38", inspections: str = "46") -> Cells:
    """A town's year: some fines, a seizure, inspections entered by hand, the rest nought or not held."""
    found = {code: Cell(Decimal(0)) if column.counted else Cell(words=UNKNOWN) for code, column in COLUMNS.items()}
    told = {
        "penalty.warning": "2", "penalty.fine": str(fines), "penalty.confiscation": "1", "penalty.total": str(fines + 3), "penalty.amount": amount,
        "compulsion.seize": "1", "compulsion.court": "1", "compulsion.total": "2", "officers.posted": "9", "officers.certified": "8",
        "officers.rate": "88.9", "course.filed": "7", "course.summary": "4", "course.closed": "6", "course.reviewed": "1",
    }  # fmt: skip
    found |= {code: Cell(Decimal(value)) for code, value in told.items()}
    found["compulsion.total"] = Cell(Decimal(2), words="没有登记的各项没有计入")
    found["other.inspection"] = Cell(Decimal(inspections), source="行政检查台账", by="罗开富")
    return found


def yearly() -> dict[str, tuple[str, dict[str, Any]]]:
    """The page while its words are written, and once it is public."""
    row = SimpleNamespace(kind="penalty", pk=12, title="刘大成乱堆垃圾案", number="綦石壕府立字〔2025〕12号")
    view = MatterView(
        title="2025年度行政执法数据",
        stage="待编写说明",
        number="綦石壕府执法数据〔2026〕1号",
        next=ActionCard("figures.write", "编写文字说明，报批", "/do/write", True),
        others=(ActionCard("figures.supply_anew", "重新提供数据", "/do/supply", True),),
        log=log(),
        log_words="1 条 · 已存证",
        deadlines=(DeadlineView("公开年度执法数据", "剩 3 日", "soon", date(2026, 1, 31), Cite("公示制度 第十条", "/p"), "1月31日前"),),
    )
    reading = Reading(
        pk=7,
        year=2025,
        edition="第1稿",
        tables=tables(cells(), cells(3, "0.21", "40")),
        compared=True,
        changed=["罚款由 5 宗变为 6 宗"],
        opened=Opened("penalty.fine", "罚款", COLUMNS["penalty.fine"].rule, [row], left=4),
        steps=[("提供", "罗开富", datetime(2026, 1, 12, 9, 0, tzinfo=SHANGHAI))],
    )
    public = replace(
        reading, tables=tables(cells(), None), compared=False, changed=(), opened=Opened("officers.posted", "在岗执法人员", "", people=["李雪梅"]),
        texts=[("总体情况", "2025年作出行政处罚8宗。"), ("主要工作", "开展检查46次。")], public=True,
    )  # fmt: skip
    crumbs = (Link("年度执法数据", "/figures"), Link("綦石壕府执法数据〔2026〕1号"))
    closed = replace(view, next=None, others=(), closed=True, stage="已公开", deadlines=())
    return {
        name: ("figures/reading.html", {"frame": frame("年度执法数据", crumbs=crumbs), "matter": matter, "reading": page})
        for name, (matter, page) in {"figures": (view, reading), "figures_public": (closed, public)}.items()
    }
