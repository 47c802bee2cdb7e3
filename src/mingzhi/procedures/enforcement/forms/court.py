"""Input of the court's way: the application and what the courts answer."""

from __future__ import annotations

from typing import Any

from django import forms

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.fields import DayField, RowsField, SignatureField, TextField
from mingzhi.core.engine.forms import ActionForm, when
from mingzhi.procedures.penalty.filling.evidence import lines

from ..models import Enforcement, Plea

_MATERIAL = {
    "name": forms.CharField(label="材料名称", max_length=100),
    "copies": forms.CharField(label="份数（页数）", max_length=20),
    "note": forms.CharField(label="备注", max_length=100, required=False),
}


class ApplyToCourt(ActionForm):
    """The application (D41) beyond what the file knows. Source: compulsion-law-55."""

    groups = (
        ("申请", ("court", "requested", "facts")),
        ("材料", ("party_opinion", "subject_matter", "materials")),
        ("审批", ("opinion",)),
    )

    court = forms.CharField(label="人民法院", max_length=100)
    requested = TextField(label="申请执行的事项", rows=3)
    facts = TextField(label="事实和理由", rows=4)
    party_opinion = TextField(label="当事人的意见", rows=2, required=False)
    subject_matter = TextField(label="申请强制执行标的情况", rows=2, required=False, help_text="财产、住所、建筑物的位置和状况等")
    materials = RowsField(_MATERIAL, label="另附的材料", required=False, help_text="决定书、笔录、送达回证、催告书由案卷自动列入")
    opinion = TextField(label="审批意见", rows=2)
    head_signature = SignatureField(label="行政机关负责人签名", required=False)

    asked = ("party_opinion", "subject_matter")

    def known(self) -> dict[str, Any]:
        if not self.matter.pk:
            return {}
        case, plea = self.matter.case, Plea.objects.filter(matter_id=self.matter.pk).last()
        said = f"{plea.made_by}陈述：{plea.content}（{plea.get_answer_display()}）" if plea else "催告后当事人没有提出陈述申辩。"
        return {
            "court": case.power.court,
            "requested": "；".join(line.rstrip("。；") for line in lines(self.matter.duties)) + "。",
            "facts": f"{case.found or case.facts}\n{self.matter.checked}",
            "party_opinion": said,
        }


class _Answered(ActionForm):
    """Something a court answered on a day."""

    past = ("on",)

    on = DayField(label="收到日期")
    reasons = TextField(label="理由", rows=2, required=False)

    def known(self) -> dict[str, Any]:
        return {"on": local_day(self.at)}


def _yes(label: str, yes: str, no: str) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, choices=[("yes", yes), ("no", no)], coerce=lambda value: value == "yes")


class RecordAcceptance(_Answered):
    """Whether the court took it. Source: compulsion-law-56."""

    only_when = {"reasons": when("accepted", "no", needed=True), "docket": when("accepted", "yes", needed=True)}

    accepted = _yes("法院的答复", "受理", "裁定不予受理")
    docket = forms.CharField(label="案号", max_length=100, required=False)

    field_order = ("accepted", "on", "docket", "reasons")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("accepted"):
            self.require("docket", when="法院已受理")
        elif "accepted" not in self.errors:
            self.require("reasons", when="不予受理")
        return cleaned


class RecordRuling(_Answered):
    """What it ruled. Source: compulsion-law-57, compulsion-law-58."""

    only_when = {"reasons": when("granted", "no", needed=True)}

    granted = _yes("裁定", "准予强制执行", "不准予强制执行")
    docket = forms.CharField(label="裁定书文号", max_length=100)

    field_order = ("granted", "on", "docket", "reasons")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "granted" not in self.errors and not cleaned.get("granted"):
            self.require("reasons", when="不准予强制执行")
        return cleaned


class RecordAppeal(_Answered):
    """What the court above ruled."""

    upheld = _yes("上一级法院的裁定", "支持本机关", "维持原裁定")

    field_order = ("upheld", "on", "reasons")


class RecordResult(ActionForm):
    """How the court's execution ended."""

    past = ("on",)

    result = forms.ChoiceField(
        label="执行结果", choices=[(row.value, row.label) for row in (Enforcement.Result.COURT_DONE, Enforcement.Result.COURT_STOPPED)]
    )
    on = DayField(label="日期")
    words = TextField(label="执行情况", rows=3)

    def known(self) -> dict[str, Any]:
        return {"on": local_day(self.at)}
