"""What each action of a remedy asks for."""

from __future__ import annotations

from typing import Any

from django import forms

from mingzhi.core.engine.fields import DayField, RowsField, TextField, YuanField
from mingzhi.core.engine.forms import ActionForm, when
from mingzhi.law.fines import PenaltyKind
from mingzhi.procedures.penalty.filling.evidence import evidence_list

from .models import Remedy

_CHANGED = Remedy.Result.CHANGED.value


class TakeApplication(ActionForm):
    """An application against a penalty on the spot, handed to the town itself. Source: reconsideration-law-32."""

    past = ("applied_on",)

    applicant = forms.CharField(label="申请人", max_length=100)
    applied_on = DayField(label="收到申请日期")
    claims = TextField(label="复议请求和理由", rows=3)
    file = forms.FileField(label="申请书扫描件", required=False)

    def known(self) -> dict[str, Any]:
        return {"applicant": _first_party(self.matter)}


class Forward(ActionForm):
    """To whom it goes on. Source: reconsideration-law-32."""

    past = ("forwarded_on",)

    organ = forms.CharField(label="行政复议机关", max_length=100)
    forwarded_on = DayField(label="转送日期")
    opinion = TextField(label="本机关的意见", rows=2, help_text="认为应当维持的理由；认为应当改变的，请先改变原决定")

    def known(self) -> dict[str, Any]:
        return {"organ": self.matter.case.power.review_organ, "opinion": "本机关认为决定应当维持。"}


class ReceiveCopy(ActionForm):
    """The notice with the copy of the application, after the application had been handed to the town."""

    past: tuple[str, ...] = ("received_on",)

    file_number = forms.CharField(label="案号", max_length=100)
    received_on = DayField(label="收到副本日期")
    simple = forms.BooleanField(label="适用简易程序", required=False)
    file = forms.FileField(label="通知书扫描件", required=False)


class Receive(ReceiveCopy):
    """A notice to answer, from the review organ or the court, with the copy of what the party wrote."""

    past = ("applied_on", "received_on")
    groups = (
        ("案件", ("remedy_kind", "organ", "file_number", "simple", "applicant", "applied_on", "received_on")),
        ("请求", ("claims", "file")),
    )
    only_when = {"simple": when("remedy_kind", Remedy.Kind.REVIEW.value)}

    remedy_kind = forms.ChoiceField(label="种类", choices=Remedy.Kind.choices)
    organ = forms.CharField(label="复议机关（人民法院）", max_length=100)
    applicant = forms.CharField(label="申请人（原告、上诉人）", max_length=100)
    applied_on = DayField(label="申请（起诉、上诉）日期")
    claims = TextField(label="请求和理由", rows=3)

    def known(self) -> dict[str, Any]:
        case = self.matter.case if self.matter.case_id else None
        return {"applicant": _first_party(self.matter), "organ": case.power.review_organ if case else ""}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        first, last = cleaned.get("applied_on"), cleaned.get("received_on")
        if first and last and last < first:
            self.add_error("received_on", "不能早于申请（起诉）日期。")
        return cleaned


def _first_party(matter: Any) -> str:
    if not matter.case_id:
        return ""
    return matter.case.penalty_partys.order_by("id").values_list("name", flat=True).first() or ""


class DraftAnswer(ActionForm):
    """The answer as the handler writes it. Source: reconsideration-law-48, litigation-law-67."""

    answer_facts = TextField(label="认定的事实和证据", rows=5)
    answer_law = TextField(label="办案程序和适用的依据", rows=4)
    answer_request = TextField(label="答复（答辩）请求", rows=2)
    answer_evidence = RowsField(
        {
            "name": forms.CharField(label="证据（依据）名称", max_length=200),
            "proves": forms.CharField(label="证明内容", max_length=300),
        },
        label="提交的证据和依据",
        at_least=1,
    )

    def known(self) -> dict[str, Any]:
        case = self.matter.case
        asked = "驳回原告的诉讼请求。" if self.matter.remedy_kind != Remedy.Kind.REVIEW else "维持原行政处罚决定。"
        return {"answer_facts": case.found, "answer_request": f"请求{asked}", "answer_evidence": evidence_list(case)}


class Answer(ActionForm):
    past = ("answered_on",)

    answered_on = DayField(label="提交日期")
    opinion = TextField(label="负责人意见", rows=2)

    def known(self) -> dict[str, Any]:
        return {"answered_on": self.at.date(), "opinion": "同意提交。"}


class StopExecution(ActionForm):
    """Since when, on whose word, and why. Source: reconsideration-law-42, penalty-law-73."""

    past = ("stopped_on",)

    stopped_on = DayField(label="停止执行之日")
    stopped_because = forms.CharField(
        label="停止执行的理由", max_length=300, help_text="复议机关、法院决定停止的，写明文号；本机关认为需要停止的，写明理由"
    )


class RecordAppearance(ActionForm):
    """Who came for the organ. Source: litigation-law-3."""

    past = ("on",)
    only_when = {"because": when("head_appeared", "", needed=True)}

    on = DayField(label="日期")
    place = forms.CharField(label="地点", max_length=200)
    head_appeared = forms.BooleanField(label="机关负责人出庭（出席）", required=False)
    person = forms.CharField(label="出庭（出席）人", max_length=100)
    because = forms.CharField(label="负责人不能出庭的理由", max_length=300, required=False)
    course = TextField(label="经过", rows=3, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not cleaned.get("head_appeared"):
            self.require("because", when="负责人没有出庭")
        return cleaned


class RecordResult(ActionForm):
    """What was decided. Source: reconsideration-law-62, penalty-law-48.2 for what follows."""

    past = ("result_on", "opinion_on")
    groups = (
        ("结果", ("result", "result_number", "result_on", "result_words", "penalties", "redo")),
        ("意见书", ("opinion_on", "file")),
    )
    only_when = {
        "penalties": when("result", _CHANGED, needed=True),
        "redo": when("result", Remedy.Result.REVOKED.value),
    }

    result = forms.ChoiceField(label="结果", choices=Remedy.Result.choices)
    result_number = forms.CharField(label="决定书（裁判文书）文号", max_length=100)
    result_on = DayField(label="收到日期")
    result_words = TextField(label="主要内容", rows=3)
    penalties = RowsField(
        {
            "kind": forms.ChoiceField(label="处罚种类", choices=[(kind.value, kind.title) for kind in PenaltyKind]),
            "content": forms.CharField(label="处罚内容", max_length=300),
            "amount_yuan": YuanField(label="数额（元）", required=False),
        },
        label="变更后的处罚",
    )
    redo = forms.BooleanField(label="责令重新作出行政行为", required=False)
    opinion_on = DayField(label="收到复议意见书（司法建议）日期", required=False, help_text="没有的不填")
    file = forms.FileField(label="文书扫描件", required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("result") == _CHANGED:
            self.require("penalties", when="结果是变更")
        elif cleaned.get("penalties"):
            self.add_error("penalties", "只有变更才填写变更后的处罚。")
        return cleaned


class TakeEffect(ActionForm):
    past = ("effective_on",)

    effective_on = DayField(label="生效日期", help_text="复议决定送达生效；判决、裁定在上诉期满没有上诉时，或者二审作出时生效")

    def known(self) -> dict[str, Any]:
        return {"effective_on": self.matter.result_on}


class ReportBack(ActionForm):
    past = ("reported_back_on",)

    reported_back_on = DayField(label="反馈日期")
    course = TextField(label="纠正（落实）情况", rows=3)
    file = forms.FileField(label="反馈材料", required=False)
