"""The sample case's publication, with a hidden place opened, and before anything was collected."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from mingzhi.faces.desk.shapes import ActionCard, Cite, DeadlineView, Link, MatterView
from mingzhi.regulations.disclosure.comparing import Line, Piece, Span
from mingzhi.regulations.disclosure.plain import CarriedFile, Plain
from mingzhi.regulations.disclosure.reading import Opened, Reading

from .sample_case import CASE, REFUSALS, SHANGHAI, frame, log


def _at(hour: int) -> datetime:
    return datetime(2026, 11, 6, hour, 5, tzinfo=SHANGHAI)


def publications() -> dict[str, tuple[str, dict[str, Any]]]:
    """The page once both texts stand side by side, and the page of a minor's decision."""
    name = Span(1, "name", "刘大成", "刘某某", "当事人姓名，保留姓氏", "disclosure-7.2-mask", False)
    doubt = Span(2, "name", "高山", "", "可能是姓名", "disclosure-8.1", True)
    view = MatterView(
        title="刘某成未取得乡村建设规划许可证建设案公示",
        stage="待采集",
        facts=("綦石壕府公示字〔2026〕4号", "承办 李雪梅、陈志强"),
        next=ActionCard("publication.confirm", "确认隐去的内容，送审核", "/do/confirm", False, (), REFUSALS[:1]),
        others=(ActionCard("publication.ask_withholding", "提出不予公开", "/do/ask", True),),
        log=log(),
        log_words="3 条 · 已存证",
        deadlines=(
            DeadlineView("公开处罚决定", "剩 2 个工作日", "soon", date(2026, 11, 10), Cite("公示制度 第十二条", "/p"), "7 个工作日"),
        ),
        about=Link(f"{CASE} 刘某成未取得乡村建设规划许可证建设案", "/m/12"),
    )
    reading = Reading(
        pk=9,
        town="500110112",
        edition="第2稿（摘要公开）",
        switches="隐名用某某",
        because="区里统一要求。",
        lines=[
            Line(
                "标题",
                [Piece("hidden", "刘大成", 1), Piece("same", "建设案")],
                [Piece("hidden", "刘某某", 1), Piece("same", "建设案")],
            ),
            Line("主要违法事实", [Piece("same", "经"), Piece("doubt", "高山", 2)], [Piece("same", "经"), Piece("doubt", "高山", 2)]),
            Line("", [Piece("same", "二、违反的规定")], [Piece("same", "二、违反的规定")]),
        ],
        hidden=1,
        doubts=[doubt],
        opened=Opened(name, "执法公示制度 第七条（二）", "disclosure-7.2-mask"),
        final_title="刘某某建设案",
        final_lines=[Line("", [Piece("same", "主要违法事实：在"), Piece("doubt", "高山", 3), Piece("same", "处")], ())],
        edited=True,
        steps=[("采集", "李雪梅", _at(9))],
        facts=[("公开日期", "2026-11-06"), ("展示到", "2027-11-06（一般失信）")],
        files=[CarriedFile(5, "公告张贴照片", "JPEG 图片，320 KB", "拍摄位置", waits=True)],
        objections=[("刘某成2026-11-09的异议：面积写错。", "属实", "予以更正。"), ("刘某成2026-11-10的异议：日期写错。", "", "")],
        earlier=[("第1稿（全文公开）", "李雪梅", _at(8))],
    )
    opened = replace(
        reading, opened=Opened(doubt, "执法公示制度 第八条（一）", "disclosure-8.1"), doing="confirm", edited=False, because=""
    )
    minor = Reading(9, "500110112", notes=["当事人行为时不满18周岁，本决定不予公开。"])
    crumbs = (Link("公示", "/publication"), Link("綦石壕府公示字〔2026〕4号"))
    pages = {
        "publication": (view, reading),
        "publication_doubt": (replace(view, next=None), opened),
        "publication_minor": (replace(view, next=None, closed=True, stage="不予公开", others=(), deadlines=()), minor),
    }
    return _plain() | {
        name: ("disclosure/reading.html", {"frame": frame("公示", crumbs=crumbs), "matter": matter, "reading": page})
        for name, (matter, page) in pages.items()
    }


def _plain() -> dict[str, tuple[str, dict[str, Any]]]:
    """A list of random inspections that is to be checked, and a lapse that was put right."""
    card = ActionCard("bulletin.check", "审核公开的内容", "/do/check", False, (), REFUSALS[:1])
    view = MatterView(
        "2026年随机抽查事项清单", "待审核", facts=("綦石壕府公开字〔2026〕2号",), next=card, log=log(), log_words="3 条 · 已存证"
    )
    text = Plain(
        heading="公开的内容",
        heading_words="第1稿",
        title="2026年随机抽查事项清单",
        paragraphs=["抽查由综合行政执法大队组织。"],
        columns=["抽查主体", "抽查依据"],
        rows=[["石壕镇人民政府", "《重庆市村镇规划建设管理条例》第五条"]],
        facts=[("栏目", "随机抽查事项清单　公示制度 第五条（五）"), ("形成（变更）日期", "2026-11-02")],
        steps=[("采集", "李雪梅", _at(9))],
        files=[
            CarriedFile(3, "抽查流程图", "JPEG 图片，120 KB", "作者、拍摄位置", waits=True),
            CarriedFile(4, "抽查对象名录", "PDF 文件，1.4 MB", seen="赵明远 2026-11-09看过"),
        ],
        links_title="其他版本",
        links=[("2026年随机抽查事项清单（綦石壕府公开字〔2026〕1号）", ("bulletin", 4), "2026-04-07 起")],
    )
    lapse = Plain(heading="发现的问题", heading_words="2026-11-02", paragraphs=["应当在10月30日以前公开。"], notes=["已经逾期。"])
    pages = {
        "bulletin": (view, text),
        "bulletin_begun": (replace(view, next=None, stage="待采集"), Plain(facts=text.facts)),
        "lapse": (replace(view, title="更新维护不及时：清单", next=None, stage="已整改", closed=True), lapse),
    }
    return {
        name: ("disclosure/plain.html", {"frame": frame("公示信息"), "matter": matter, "reading": page})
        for name, (matter, page) in pages.items()
    }
