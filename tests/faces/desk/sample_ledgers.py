"""Sample contexts of the ledgers of use."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.faces.desk.ledger_shapes import LedgerPage, LedgerRow
from mingzhi.faces.desk.page_shapes import Choice, IncidentPage, IncidentRow
from mingzhi.faces.desk.shapes import Link

from .sample_case import DIGEST, SHANGHAI, frame

TABS = (Link("设备使用", "?tab=devices", True), Link("音像资料", "?tab=footage"), Link("查看和下载", "?tab=looks"))
COLUMNS = ("设备", "使用人员", "使用时间", "记录内容")
SCOPE = "石壕镇人民政府　2026-09-01 至 2026-09-30　2026-10-08 09:12 李雪梅查询"


def ledgers() -> dict[str, tuple[str, dict[str, Any]]]:
    """Cameras that were out, as a page and as the sheets to print; and a question that cannot be asked."""
    devices = [Choice("ZF-03", "执法记录仪 ZF-03"), Choice("ZF-04", "执法记录仪 ZF-04", True)]
    rows = [_use(day) for day in range(18, 2, -1)]
    page = LedgerPage(
        "音像记录设备使用台账", "devices", TABS, COLUMNS, SCOPE, devices, "李雪", "2026-09-01", "2026-09-30", rows,
        print_url="?all=1", count_words="本页 16 行", next_url="?after=3",
    )  # fmt: skip
    whole = LedgerPage(
        "音像记录设备使用台账", "devices", TABS, COLUMNS, SCOPE, devices, rows=rows, whole=True,
        left_words="只列出最近 1000 行。请缩短起止日期，分几次打印。", count_words="本页 16 行", first_url="?tab=devices",
    )  # fmt: skip
    wrong = LedgerPage(
        "音像资料台账", "footage", TABS, COLUMNS, SCOPE, from_on="2026-09-30", wrong="截止日期早于起始日期。请核对后再查询。"
    )
    none = LedgerPage("查看和下载台账", "looks", TABS, COLUMNS, SCOPE)
    return incidents() | {
        name: ("desk/ledger.html", {"frame": frame(one.heading, "使用台账"), "page": one})
        for name, one in {"ledger": page, "ledger_whole": whole, "ledger_wrong": wrong, "ledger_none": none}.items()
    }


def incidents() -> dict[str, tuple[str, dict[str, Any]]]:
    """What went wrong in the vault: repaired and acknowledged, repaired and waiting, not repaired at all; and nothing."""
    at = datetime(2026, 9, 2, 3, 40, tzinfo=SHANGHAI)
    wrong = "SHA-256、SM3与入库时不符"
    rows = [
        IncidentRow(9, at, f"证据库：{wrong}，没有修复。", DIGEST[:16], "证据库", wrong="请写明原因和处置，如“二号磁盘有坏道，已更换”。"),
        IncidentRow(8, at, f"第二副本：{wrong}，已从完好的一份修复。", DIGEST[:16], "第二副本", "证据库"),
        IncidentRow(
            7, at, "证据库：文件不见了，已从完好的一份修复。", DIGEST[:16], "证据库", "第二副本", "郑管", at, "二号磁盘有坏道，已更换。"
        ),
    ]
    return {
        name: ("desk/incidents.html", {"frame": frame("证据库事件", ""), "page": page})
        for name, page in {
            "incidents": IncidentPage(rows, True, "/incidents", "?after=7"),
            "incidents_audited": IncidentPage(rows[1:], False, "/incidents", first_url="/incidents"),
            "incidents_none": IncidentPage(),
        }.items()
    }


def _use(day: int) -> LedgerRow:
    inspected = Link("现场检查（勘验） 万隆村三组（綦石壕府活动〔2026〕7号）资料 4 件", "/activity/7/")
    return LedgerRow(
        what=Link("ZF-04", "/device/4/"),
        who="李雪梅",
        when=f"2026-09-{day:02} 08:40" + ("" if day == 18 else " 至 17:05"),
        when_words="未归还" if day == 18 else "完好",
        content=[inspected] if day % 3 else [],
        content_words=(
            *([] if day % 4 else ["另有 1 件资料没有归入活动"]),
            "用途：万隆村三组现场检查。使用前检查：正常，电量 95%，剩余 58.5 GiB",
        ),
    )
