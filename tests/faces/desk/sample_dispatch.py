"""Sample contexts of what went elsewhere: a file with one thing answered, one refused, one open and one left out; and a board."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from mingzhi.faces.desk.dispatch_shapes import ReconciliationPage, ReconciliationRow, ReconciliationStanding
from mingzhi.faces.desk.shapes import Link, MatterView, StepView
from mingzhi.regulations.dispatch.reading import Reading, SentLine

from .sample_case import frame, log


def dispatches() -> dict[str, tuple[str, dict[str, Any]]]:
    """The page of a file and that of something put up."""
    view = MatterView(
        title="报送信用信息平台（2026-10-01至2026-11-06）",
        stage="待回执",
        facts=("綦石壕府报送〔2026〕3号",),
        steps=[StepView("待报送", "11-06"), StepView("待回执", "进行中", "now"), StepView("已全部回执")],
        log=log(),
        log_words="2 条 · 已存证",
    )
    open_line = SentLine(
        ("publication", 7), "綦石壕府罚决字〔2026〕5号", "刘某某未取得乡村建设规划许可证建设案", "首次报送", "", False, None, ""
    )
    answered = replace(open_line, number="綦石壕府罚决字〔2026〕6号", answer="已收妥", answered_on=date(2026, 11, 9))
    listed = replace(
        answered, subject=("bulletin", 12), number="綦石壕府公开字〔2026〕1号", title="2026年随机抽查事项清单", purpose="变更后报送"
    )
    refused = replace(answered, answer="被退回", refused=True, because="处罚类别与代码表不符。")
    reading = Reading(
        facts=[("去向", "信用信息平台"), ("文件", "石壕镇行政处罚信用信息.xlsx"), ("文件摘要（SHA-256）", "ab12" * 16)],
        lines=[open_line, answered, listed, refused],
        package=3,
        left_out=[
            {
                "number": "綦石壕府罚决字〔2026〕4号",
                "title": "何某某占道经营案",
                "faults": ["证件号码：第 18 位校验码应为 8，请逐位核对。请对照身份证改正"],
            }
        ],
    )
    board = replace(view, title="办公场所公开栏公示（便民服务中心一楼）", stage="展示中")
    shown = Reading(facts=[("去向", "办公场所公开栏"), ("内容", "行政处罚决定摘要 5 件")], lines=[], left_out=[])
    return {
        "dispatch": ("dispatch/reading.html", {"frame": frame("对外报送"), "matter": view, "reading": reading}),
        "reconciliation": ("desk/reconciliation.html", {"frame": frame("报送对账", ""), "page": _reconciled()}),
        "reconciliation_none": ("desk/reconciliation.html", {"frame": frame("报送对账", ""), "page": replace(_reconciled(), rows=[])}),
        "dispatch_board": ("dispatch/reading.html", {"frame": frame("对外报送"), "matter": board, "reading": shown}),
    }


def _reconciled() -> ReconciliationPage:
    """One decision that arrived, one late, one withdrawn; a list that gave way to a newer one."""
    arrived = ReconciliationStanding("2026-11-09已收妥", "ok", url="/dispatch/3/")
    fault = "处罚机关统一社会信用代码：没有填写。这一列必须填写，请在案件中补正后再生成"
    late = ReconciliationStanding("还没有报送，期限 2026-11-05，已逾期", "late", [fault])
    on_its_way = ReconciliationStanding("2026-11-06报送，还没有回执", "soon", url="/dispatch/4/")
    none = ReconciliationStanding("没有报送过，不必撤回", "quiet")
    no, still = (
        ReconciliationStanding("不报送", "quiet"),
        ReconciliationStanding("等新版本收妥后更换", "soon", url="/dispatch/3/"),
    )
    newer = ReconciliationStanding("还没有报送（变更后报送）", "soon", ["代替綦石壕府公开字〔2026〕1号"])
    title, day = "刘某某未取得乡村建设规划许可证建设案", date(2026, 11, 2)
    kind, heading, listed = "行政处罚决定", "随机抽查事项清单", "2026年随机抽查事项清单"
    rows = [
        ReconciliationRow(kind, "綦石壕府罚决字〔2026〕6号", title, "/publication/9/", day, "", [late, on_its_way]),
        ReconciliationRow(heading, "綦石壕府公开字〔2026〕2号", listed, "/bulletin/13/", day, "", [no, newer]),
        ReconciliationRow(heading, "綦石壕府公开字〔2026〕1号", listed, "/bulletin/12/", day, "历史版本", [no, still]),
        ReconciliationRow(kind, "綦石壕府罚决字〔2026〕5号", title, "/publication/8/", day, "", [arrived, arrived]),
        ReconciliationRow(kind, "綦石壕府罚决字〔2026〕4号", "", "/publication/7/", day, "已撤回", [none, none]),
    ]
    tabs = [
        Link("全部", "/reconciliation", True),
        Link("有缺的", "/reconciliation?only=lacking"),
        Link("区政府网站公示专栏缺的", "/reconciliation?only=site"),
    ]
    return ReconciliationPage(["信用信息平台", "区政府网站公示专栏"], tabs, rows, 1, 200, Link("生成报送文件", "/dispatch/new/prepare"))
