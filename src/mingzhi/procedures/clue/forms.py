"""What each action of a clue asks for."""

from __future__ import annotations

from typing import Any

from django import forms

from mingzhi.core.engine.fields import DayField, FilesField, MomentField, RowsField, TextField
from mingzhi.core.engine.forms import ActionForm, when
from mingzhi.core.engine.officers import offer_officers, officers_field

from .models import Clue


class Register(ActionForm):
    """A clue as it comes in; who reported it is kept apart and never printed."""

    past = ("received_at",)
    now = ("received_at",)
    groups = (
        ("线索", ("source", "received_at", "subject", "place", "suspect", "content", "attachments")),
        ("举报人（单独保密保存）", ("informant_name", "informant_contact", "wants_answer")),
    )
    only_when = {"informant_contact": when("informant_name", needed=True)}

    source = forms.ChoiceField(label="来源", choices=Clue.Source.choices)
    received_at = MomentField(label="收到时间")
    subject = forms.CharField(label="摘要", max_length=100, help_text="一句话说明，如“万隆村三组新建房屋”；不写举报人")
    place = forms.CharField(label="地点", max_length=200)
    suspect = forms.CharField(label="涉嫌单位或个人", max_length=100, required=False)
    content = TextField(label="内容", help_text="不写举报人姓名和联系方式，另填在下面")
    informant_name = forms.CharField(label="举报人姓名", max_length=50, required=False, help_text="单独保密保存，只有经手人凭理由可看")
    informant_contact = forms.CharField(label="举报人联系方式", max_length=100, required=False)
    wants_answer = forms.BooleanField(label="举报人要求答复", required=False)
    attachments = FilesField(label="材料")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        name = cleaned.get("informant_name")
        if name:
            self.require("informant_contact", when="登记了举报人姓名")
            for field in ("content", "subject"):
                if name in (cleaned.get(field) or ""):
                    self.add_error(field, "内容里写有举报人姓名。请删去，举报人信息只填在单独的栏目里。")
        if cleaned.get("wants_answer"):
            self.require("informant_name", "informant_contact", when="举报人要求答复")
        return cleaned


class Assign(ActionForm):
    """Who verifies."""

    people = officers_field("核查人员", help_text="")

    def prepare(self) -> None:
        offer_officers(self, "people")


class Verify(ActionForm):
    """What was found on the spot, and what should follow."""

    past = ("verified_at",)
    now = ("verified_at",)

    verified_at = MomentField(label="核查时间")
    verification = TextField(label="核查情况")
    conclusion = TextField(label="处理意见", rows=2, help_text="建议立案、移送或者不予立案，并写明理由")
    attachments = FilesField(label="照片和材料")


class Opinion(ActionForm):
    opinion = TextField(label="意见", rows=2)

    def known(self) -> dict[str, Any]:
        return {"opinion": "同意。"}


class Reasons(ActionForm):
    reasons = TextField(label="理由", rows=3)


class Transfer(ActionForm):
    """To whom the clue goes, and why it is not the town's."""

    handed_to = forms.CharField(label="移送给", max_length=100)
    reasons = TextField(label="移送理由", rows=3)
    materials = RowsField(
        {"name": forms.CharField(label="材料名称", max_length=100), "quantity": forms.CharField(label="数量", max_length=20)},
        label="移送材料",
        at_least=1,
    )


class Receipt(ActionForm):
    past = ("received_on",)

    received_on = DayField(label="签收日期")
    receiver = forms.CharField(label="签收单位和签收人", max_length=100)
    attachments = FilesField(label="回执扫描件")


class Answer(ActionForm):
    answer = TextField(label="答复内容", rows=3)
    channel = forms.CharField(label="答复方式", max_length=50, help_text="电话、当面、书面等")
