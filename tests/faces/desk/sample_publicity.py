"""Sample contexts of the ledger of publicity."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from mingzhi.faces.desk.page_shapes import Choice
from mingzhi.faces.desk.publicity_shapes import PublicityPage, PublicityRow
from mingzhi.faces.desk.shapes import Figure, Link

from .sample_case import frame


def publicity() -> dict[str, tuple[str, dict[str, Any]]]:
    """Late, missing, withheld and done, as a town sees it and as a district does; a month that is none; nothing."""
    late = PublicityRow(
        Link("刘某成未取得乡村建设规划许可证建设案公示", "/publication/9/"), "处罚决定", "綦石壕府罚决字〔2026〕21号", "逾期未公开", "late", date(2026, 11, 2),
        date(2026, 11, 11), None, "逾期 8 个工作日", "late", "待审核", "李雪梅、陈志强", "石壕镇", [Link("登记问题", "/lapse/new/register")],
    )  # fmt: skip
    missing = replace(
        late, title=Link("职责权限有变化，还没有登记公开"), what="职责权限", number="", state="没有办理", on=date(2026, 11, 9), due_on=None, due_words="",
        why="执法事项施行 11 项", who="", doings=[Link("登记公开", "/bulletin/new/begin"), Link("登记问题", "/lapse/new/register")],
    )  # fmt: skip
    done = replace(
        late, state="逾期公开", tone="soon", done_on=date(2026, 11, 13), due_words="", why="", doings=[], lapses=[Link("綦石壕府公整字〔2026〕1号", "/lapse/3/")]
    )  # fmt: skip
    titles = ("逾期未公开", "没有办理", "期限内待公开", "不公开待批", "待撤回、更正", "不予公开", "逾期公开", "按时公开", "已撤回、停止")
    page = PublicityPage(
        "公示台账", "石壕镇人民政府　2026年和没有办完的　截至 2026-11-23 09:12",
        [Figure(title, str(number), "late" if number < 2 else "", "?state=late") for number, title in enumerate(titles)],
        [Choice("", "全部情况", True), Choice("late", "逾期未公开")], rows=[late, missing, done], count_words="共 3 件，本页 3 件", next_url="?after=50",
    )  # fmt: skip
    pages = {
        "publicity": page,
        "publicity_district": replace(page, towns=True, left_words="只列出最近 2000 件。请选择月份，分月查看。", first_url="?"),
        "publicity_wrong": replace(page, rows=[], wrong="月份写得不对。请按 2026-03 的样子填写。", month="三月"),
        "publicity_none": replace(page, rows=[], figures=[]),
    }
    return {name: ("desk/publicity.html", {"frame": frame("公示台账", "公示台账"), "page": one}) for name, one in pages.items()}
