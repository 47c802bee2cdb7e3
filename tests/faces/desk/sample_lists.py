"""Sample rows of lists, of the first page and of the calendar."""

from __future__ import annotations

import calendar
from datetime import date

from mingzhi.faces.desk.page_shapes import (
    ListRow,
    TaskRow,
)
from mingzhi.faces.desk.register_shapes import (
    Day,
    Month,
)
from mingzhi.faces.desk.shapes import (
    Cite,
)

from .sample_case import deadline


def tasks() -> tuple[TaskRow, ...]:
    """Rows of the first page in order of law."""
    rows = [
        ("填写中断说明", "刘某成未取得乡村建设规划许可证建设案", 12, "逾期 2 个工作日", "late", date(2026, 11, 19), "刘某成"),
        ("送达处罚决定书", "欧阳某某损毁公路附属设施案", 54, "今日到期", "late", date(2026, 11, 23), "欧阳某某"),
        ("公示处罚决定", "陈某擅自倾倒建筑垃圾案", 18, "剩 2 个工作日", "soon", date(2026, 11, 25), "陈某"),
        ("作出处罚决定", "重庆某建材有限公司占道堆放物料案", 21, "剩 8 日", "quiet", date(2026, 12, 1), "重庆某建材有限公司"),
        ("复查责令改正", "王记小吃店店外经营案", 30, "剩 12 日", "quiet", date(2026, 12, 5), "王记小吃店"),
    ]
    return tuple(
        TaskRow(
            case,
            f"/m/{number}",
            action,
            f"/m/{number}/do",
            f"綦石壕府立〔2026〕{number}号",
            Cite("行政处罚法 第六十一条", "/p"),
            deadline("", words, tone, on),  # type: ignore[arg-type]
            who,
        )
        for action, case, number, words, tone, on, who in rows
    )


def list_rows() -> tuple[ListRow, ...]:
    """Fourteen cases in every tone."""
    titles = [
        "占用消防通道停放车辆",
        "损毁公路附属设施",
        "擅自在河道倾倒建筑垃圾",
        "使用禁用渔具捕捞",
        "露天焚烧秸秆",
        "未经批准擅自占用耕地建房",
        "无照经营食品摊点",
    ]
    stages = [("事先告知", "soon"), ("审查决定", ""), ("调查取证", ""), ("送达", "ok"), ("待归档", "quiet")]
    dues = [("逾期 2 个工作日", "late"), ("今日到期", "late"), ("剩 2 个工作日", "soon"), ("剩 5 个工作日", "quiet"), ("", "")]
    return tuple(
        ListRow(
            f"綦石壕府立〔2026〕{36 + index * 7}号",
            titles[index % 7],
            f"/m/{index}",
            stages[index % 5][0],
            stages[index % 5][1],  # type: ignore[arg-type]
            *dues[index // 3],
            ("陈志强、李雪梅", "罗开富、吴敏", "周涛、令狐昌隆")[index % 3],
        )
        for index in range(14)
    )


def months(year: int) -> list[Month]:
    """The twelve months of a year, National Day and one make-up day marked."""
    made = []
    for month in range(1, 13):
        weeks = []
        for week in calendar.Calendar().monthdatescalendar(year, month):
            weeks.append([_day(on) if on.month == month else None for on in week])
        made.append(
            Month(
                f"{month}月", weeks, f"{sum(day is not None and day.kind in ('work', 'makeup') for week in weeks for day in week)} 个工作日"
            )
        )
    return made


def _day(on: date) -> Day:
    if (on.month, on.day) in {(1, 1), (5, 1), (10, 1), (10, 2), (10, 3), (10, 4), (10, 5), (10, 6), (10, 7)}:
        return Day(on, "holiday", "节假日")
    if (on.month, on.day) == (10, 10):
        return Day(on, "makeup", "调休上班")
    return Day(on, "rest" if on.weekday() > 4 else "work")
