"""The sample case's review in its second round, as the reviewer reads it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django import forms

from mingzhi.faces.desk.form_parts import FormField, FormPart
from mingzhi.faces.desk.shapes import ActionCard, Cite, DeadlineView, FormView, Link, MatterView, StepView
from mingzhi.law.reviewing import Aspect
from mingzhi.regulations.review.queries import Difference, PaperChange, runs
from mingzhi.regulations.review.reading_shapes import (
    AspectLine,
    Comparison,
    ItemLine,
    Place,
    QuestionLine,
    Reading,
    RoundLine,
    Sheet,
)

from .sample_case import CASE, REFUSALS, SHANGHAI, documents, frame, log


class ExamineForm(forms.Form):
    """One aspect of ten."""

    facts_verdict = forms.ChoiceField(label="（4）案件事实是否清楚", choices=[("", "—"), ("fit", "合格"), ("flawed", "瑕疵")])
    facts_grounds = forms.CharField(label="理由", widget=forms.Textarea(attrs={"rows": 2}))


def _at(day: int, hour: int) -> datetime:
    return datetime(2026, 10, day, hour, 5, tzinfo=SHANGHAI)


def _difference(label: str, old: str, new: str) -> Difference:
    return Difference(label, old, new, tuple(runs(old, new)))


def _examine() -> ActionCard:
    form = ExamineForm()
    part = FormPart(Aspect.FACTS.title, [FormField(form["facts_verdict"]), FormField(form["facts_grounds"])], "part-1")
    view = FormView(form, "/do/examine", "逐项审核", version=9, key="01RV", parts=[part])
    return ActionCard("review.examine", "逐项审核", "/do/examine", True, (Cite("法制审核制度 第九条", "/p"),), form=view)


def _reading() -> Reading:
    aspects = [AspectLine(aspect.title, "合格", "ok") for aspect in Aspect]
    aspects[3] = AspectLine(Aspect.FACTS.title, "瑕疵", "soon", "询问时间写错，\n与录像不符。", Place(13, 2), "《询问笔录》第 2 页")
    aspects[9] = AspectLine(Aspect.OTHER.title)
    return Reading(
        pk=7,
        round="第2次送审",
        clock="",
        items=[
            ItemLine("重大行政执法决定法制审核申请书", "綦石壕府审字〔2026〕4号", "2 页", Place(11)),
            ItemLine("现场检查（勘验）笔录", "", "第 1—3 页", Place(12), voided=True),
            ItemLine("询问笔录", "", "第 4—7 页", Place(13), on=True),
            ItemLine("违建东侧.jpg", "", "证据", file_id=9),
            ItemLine("执法记录仪录像", "", "证据"),
        ],
        sheet=Sheet("询问笔录", "", Place(13, 2), 4, "全卷第 5 页，共 31 页", True, Place(13, 1), Place(13, 3)),
        aspects=aspects,
        judged="还有 1 个方面没有审核",
        doing="examine",
        found={line.title: line for line in aspects},
        questions=[
            QuestionLine("占地面积怎样测得？", "赵明远", _at(20, 9)),
            QuestionLine("当事人是否申请过许可？", "赵明远", _at(19, 9), "没有，有规建办的证明。", "李雪梅", _at(19, 15)),
        ],
        advice=[("镇法律顾问何律师（2026-10-20）", "事实清楚。")],
        rounds=[
            RoundLine("第2次送审", _at(19, 8), "李雪梅", "审核中"),
            RoundLine("第1次送审", _at(12, 8), "李雪梅", "改正", "询问笔录的时间更正后再送审。"),
        ],
        comparisons=[
            Comparison(
                "第1次送审",
                "第2次送审",
                "已更正询问笔录的时间。",
                [_difference("拟给予的处罚", "罚款3000元。", "罚款2000元，限期改正。")],
                [PaperChange("重新制作", "询问笔录", 12, 13), PaperChange("新增", "情况说明", None, 14), PaperChange("减少", "旧照片", 10)],
            ),
            Comparison("第0次送审", "第1次送审", "", [], []),
        ],
        notes=["这次送审以后：认定的事实有变化。须重新送审后再审核。"],
    )


def reviews() -> dict[str, tuple[str, dict[str, Any]]]:
    """The page with the form open, and as somebody else sees it before anything was received."""
    crumbs = (Link("法制审核", "/review"), Link("綦石壕府审字〔2026〕4号"))
    view = MatterView(
        title="刘某成未取得乡村建设规划许可证建设案法制审核",
        stage="审核中",
        facts=("綦石壕府审字〔2026〕4号", "承办 李雪梅、陈志强"),
        steps=[StepView("审核中", "进行中", "now")],
        next=_examine(),
        others=(ActionCard("review.issue", "出具审核意见", "/do/issue", False, (), REFUSALS[:1]),),
        log=log(),
        log_words="9 条 · 已存证",
        deadlines=(DeadlineView("法制审核", "剩 2 个工作日", "soon", date(2026, 10, 26), Cite("法制审核制度 第八条", "/p"), "5 个工作日"),),
        documents=documents()[:2],
        about=Link(f"{CASE} 刘某成未取得乡村建设规划许可证建设案", "/m/12"),
    )
    reading = _reading()
    unread = replace(
        reading,
        clock="尚未收件。",
        aspects=[AspectLine(aspect.title) for aspect in Aspect],
        found={},
        sheet=None,
        questions=(),
        advice=(),
        comparisons=(),
        notes=(),
    )
    waiting = replace(view, stage="待收件", deadlines=(), next=None)
    return {
        "review": ("review/reading.html", {"frame": frame("法制审核", crumbs=crumbs), "matter": view, "reading": reading}),
        "review_waiting": ("review/reading.html", {"frame": frame("法制审核", crumbs=crumbs), "matter": waiting, "reading": unread}),
    }
