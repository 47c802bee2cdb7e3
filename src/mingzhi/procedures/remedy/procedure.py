"""行政复议、行政诉讼 against a decision of this house: notice, answer in time, result, and what follows from it. READ FIRST.

A penalty on the spot goes to review first. What a result does to the case is done by the case's own actions: see `reactions`.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from mingzhi.core.engine import Procedure
from mingzhi.core.organs import HEADS, Post
from mingzhi.procedures.penalty.forms.filing import Reasons

from . import actions, forms
from .models import Appearance, Remedy
from .stages import PATH, Stage

_HANDLES = (Post.HANDLER, Post.REVIEWER)


def _copy_came(*kinds: str, simple: bool | None = None) -> Any:
    """Since when the answer is due, if this rule is the one for the remedy's kind."""

    def since(remedy: Remedy, at: datetime, given: dict[str, Any]) -> date | None:
        fits = remedy.remedy_kind in kinds and (simple is None or remedy.simple == simple)
        return given["received_on"] if fits else None

    return since


# One row an action, so that the table reads like the statutes beside it.
# fmt: off
remedies = Procedure(
    "remedy", "复议诉讼", matter=Remedy, stages=Stage, ends=(Stage.ENDED,), path=PATH, section="复议诉讼",
    about="case", of=("penalty", "summary"),
    mainline=("forward", "receive_copy", "draft_answer", "answer", "record_result", "take_effect"),
)
remedies.keeps(Appearance)

# 收到
remedies.action(actions.receive, "登记复议（应诉）通知", opens=True, to=Stage.ANSWERING, by=(Post.CLERK, *_HANDLES), form=forms.Receive,
    numbered="复诉字", cites=("reconsideration-law-48", "reconsideration-law-54", "litigation-law-67"),
    tells=lambda remedy, given: f"收到{remedy.organ}{remedy.get_remedy_kind_display()}通知（{remedy.file_number}）")
remedies.action(actions.take_application, "收下当场处罚的复议申请", opens=True, to=Stage.AT_HAND, by=(Post.CLERK, *_HANDLES),
    form=forms.TakeApplication, numbered="复诉字", cites=("reconsideration-law-23", "reconsideration-law-32"),
    tells=lambda remedy, given: f"收到{remedy.applicant}的复议申请")
remedies.action(actions.forward, "转送复议机关", at=Stage.AT_HAND, to=Stage.FORWARDED, by=(Post.CLERK, *_HANDLES), form=forms.Forward,
    cites="reconsideration-law-32", tells=lambda remedy, given: f"转送{given['organ']}")
remedies.action(actions.receive_copy, "登记受理通知", at=Stage.FORWARDED, to=Stage.ANSWERING, by=(Post.CLERK, *_HANDLES), form=forms.ReceiveCopy,
    cites=("reconsideration-law-48", "reconsideration-law-54"), tells=lambda remedy, given: f"{remedy.organ}受理（{given['file_number']}）")

# 答复、答辩
remedies.action(actions.draft_answer, "起草答复（答辩）", at=Stage.ANSWERING, by=_HANDLES, form=forms.DraftAnswer,
    cites=("reconsideration-law-48", "litigation-law-67"), tells="起草答复（答辩）")
remedies.action(actions.answer, "提交答复（答辩）", at=Stage.ANSWERING, to=Stage.PENDING, by=HEADS, form=forms.Answer,
    cites=("reconsideration-law-48", "reconsideration-law-54", "reconsideration-law-70", "litigation-law-67"), prints=("D55", "D55b"),
    help="逾期不答复、不举证的，视为没有证据、依据，决定将被撤销")
remedies.action(actions.stop_execution, "登记停止执行", at=(Stage.ANSWERING, Stage.PENDING), by=(*_HANDLES, *HEADS), form=forms.StopExecution,
    cites=("reconsideration-law-42", "penalty-law-73"), tells=lambda remedy, given: f"停止执行：{given['stopped_because']}")
remedies.action(actions.record_appearance, "登记出庭", at=Stage.PENDING, by=_HANDLES, form=forms.RecordAppearance, cites="litigation-law-3",
    tells=lambda remedy, given: f"{given['person']}{'（机关负责人）' if given['head_appeared'] else ''}出庭（出席）")

# 结果
remedies.action(actions.record_result, "登记结果", at=(Stage.ANSWERING, Stage.PENDING), to=Stage.RESULT, by=_HANDLES, form=forms.RecordResult,
    cites=("reconsideration-law-62", "penalty-law-48.2"),
    tells=lambda remedy, given: f"{remedy.organ}{remedy.get_result_display()}（{given['result_number']}）")
remedies.action(actions.go_to_appeal, "登记上诉", at=Stage.RESULT, to=Stage.ENDED, by=_HANDLES, form=Reasons, cites="litigation-law-67",
    tells=lambda remedy, given: f"已上诉：{given['reasons']}", help="二审另行登记")
remedies.action(actions.take_effect, "登记生效", at=Stage.RESULT, to=Stage.ENDED, by=_HANDLES, form=forms.TakeEffect,
    cites=("penalty-law-48.2", "penalty-law-75"), tells=lambda remedy, given: f"{remedy.get_result_display()}已生效（{given['effective_on']}）")
remedies.action(actions.report_back, "反馈复议意见书", at=(Stage.RESULT, Stage.ENDED), by=(Post.CLERK, *_HANDLES), form=forms.ReportBack,
    cites="reconsideration-law-76", tells=lambda remedy, given: f"反馈纠正情况：{given['course']}")

remedies.deadline("reconsideration-law-32", "转送复议机关", from_="take_application", until="forward",
    since=lambda remedy, at, given: given["applied_on"], met=lambda remedy, at, given: given["forwarded_on"])
remedies.deadline("reconsideration-law-48", "提出复议答复", from_=("receive", "receive_copy"), until="answer", lifted_by="record_result",
    since=_copy_came(Remedy.Kind.REVIEW, simple=False), met=lambda remedy, at, given: given["answered_on"])
remedies.deadline("reconsideration-law-54", "提出复议答复（简易程序）", from_=("receive", "receive_copy"), until="answer",
    lifted_by="record_result", since=_copy_came(Remedy.Kind.REVIEW, simple=True), met=lambda remedy, at, given: given["answered_on"])
remedies.deadline("litigation-law-67", "提交答辩状和证据", from_="receive", until="answer", lifted_by="record_result",
    since=_copy_came(Remedy.Kind.SUIT, Remedy.Kind.APPEAL), rolls=True, met=lambda remedy, at, given: given["answered_on"])
# What ends the remedy is named among its beginnings: they begin nothing of their own, but let the days to report back run on.
remedies.deadline("reconsideration-law-76", "反馈复议意见书", from_=("record_result", "take_effect", "go_to_appeal"), until="report_back",
    since=lambda remedy, at, given: given.get("opinion_on"), met=lambda remedy, at, given: given["reported_back_on"])
