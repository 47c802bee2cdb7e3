"""Input of what goes elsewhere. Source: 公示制度 7(二), 11."""

from __future__ import annotations

from typing import Any

from django import forms

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.fields import DayField, RowsOfField, TextField
from mingzhi.core.engine.forms import ActionForm

from .models import FILED, SHOWN, Channel, Sent


class Prepare(ActionForm):
    """For whom, and of which days of publication."""

    past = ("from_on", "until_on")

    channel = forms.ChoiceField(label="去向", choices=[(one.value, one.label) for one in FILED])
    from_on = DayField(label="公示日期自")
    until_on = DayField(label="公示日期至", help_text="这段时间公开、更正、更新、撤回的，还没有收妥的都列入")

    def known(self) -> dict[str, Any]:
        today = local_day(self.at)
        return {"from_on": today.replace(month=1, day=1), "until_on": today}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors and cleaned["until_on"] < cleaned["from_on"]:
            self.add_error("until_on", "早于起始日期。请核对两个日期。")
        return cleaned


class Send(ActionForm):
    """When and how it left."""

    past = ("sent_on",)

    sent_on = DayField(label="报送日期")
    how = forms.CharField(label="报送方式", max_length=200, help_text="如“登录信用信息平台上传”“交区政府网站编辑部邮箱”")
    proof = forms.FileField(label="报送凭证", required=False, help_text="平台的回执截图等，可以不附")

    def known(self) -> dict[str, Any]:
        return {"sent_on": local_day(self.at)}


class Answered(ActionForm):
    """Which rows the receiver answered for, and when."""

    past = ("answered_on",)

    rows = RowsOfField(Sent.objects.none(), by=("number",), label="报送的内容", at_least=1, too_few="请选择至少一件。")
    answered_on = DayField(label="回执日期")

    def prepare(self) -> None:
        if self.matter.pk:
            self.fields["rows"].queryset = Sent.objects.filter(matter_id=self.matter.pk, answer="")

    def known(self) -> dict[str, Any]:
        return {"answered_on": local_day(self.at)}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        day = cleaned.get("answered_on")
        if day and self.matter.sent_on and day < self.matter.sent_on:
            self.add_error("answered_on", f"早于报送日期 {self.matter.sent_on}。请核对。")
        return cleaned


class Acknowledge(Answered):
    """All that is left, unless some are taken out."""

    def known(self) -> dict[str, Any]:
        rows = self.fields["rows"].queryset
        return super().known() | {"rows": list(rows.values_list("pk", flat=True))}


class Refuse(Answered):
    """Which were sent back, and why."""

    reasons = TextField(label="退回的理由", rows=2, max_length=500, help_text="照抄对方的说明")


class Place(ActionForm):
    """What was put up, where, since when and by whom. Source: disclosure-11.2, disclosure-11.3."""

    past = ("shown_from_on",)

    channel = forms.ChoiceField(label="方式", choices=[(one.value, one.label) for one in SHOWN])
    what = TextField(label="公示的内容", rows=3, help_text="如“2026年第一季度行政处罚决定摘要 5 件”")
    place = forms.CharField(label="地点", max_length=200, help_text="如“便民服务中心一楼公开栏”；宣传资料写发放的地点")
    shown_from_on = DayField(label="开始日期")
    done_by = forms.CharField(label="经手人", max_length=50)
    photo = forms.FileField(label="照片", required=False, help_text="可以不附")

    def known(self) -> dict[str, Any]:
        return {"shown_from_on": local_day(self.at), "done_by": self.actor.name, "channel": Channel.BOARD.value}


class TakeDown(ActionForm):
    """When it was taken away."""

    past = ("taken_on",)

    taken_on = DayField(label="撤下日期")

    def known(self) -> dict[str, Any]:
        return {"taken_on": local_day(self.at)}

    def clean_taken_on(self) -> Any:
        day = self.cleaned_data["taken_on"]
        if self.matter.shown_from_on and day < self.matter.shown_from_on:
            raise forms.ValidationError(f"早于开始日期 {self.matter.shown_from_on}。请核对。")
        return day
