"""Input of inspections, summons, questionings and orders to hand over evidence."""

from __future__ import annotations

from typing import Any

from django import forms

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.fields import DayField, MomentField, RowsField, SignatureField, TextField
from mingzhi.core.engine.forms import when
from mingzhi.law.identifiers import citizen_number, normalised

from ..models import Inspection, Party
from .acts import DRESSED_WHEN, ActForm, DressedForm, SignedForm, TimedActForm, told

_RELATIONS = [(text, text) for text in ("当事人", "当事人的工作人员", "委托代理人", "证人", "受害人", "其他有关人员")]


class Inspect(DressedForm, TimedActForm, SignedForm):
    """What the record of an inspection asks for (D05)."""

    groups = (
        ("时间、地点和人员", ("form", "recorder", "from_at", "until_at", "place", "officers", "led_to_filing")),
        ("当事人", ("party_absent", "witness", "person_in_charge")),
        ("亮证和告知", ("attire", "attire_because", "showed_card", "told_rights", "told_recording", "rights_answer")),
        ("现场", ("findings", "measures", "party_opinion")),
    )
    asked = ("attire",)
    only_when = DRESSED_WHEN | {
        "rights_answer": when("party_absent", "", needed=True),
        "party_opinion": when("party_absent", "", needed=True),
        "party_signature": when("party_absent", "", needed=True),
    }

    form = forms.ChoiceField(label="笔录种类", choices=Inspection.Form.choices, initial=Inspection.Form.INSPECTION, required=False)
    led_to_filing = forms.BooleanField(label="本次检查在立案前进行，本案由此发现", required=False)
    showed_card = told("已主动出示行政执法证件")
    told_rights = told("已告知申请回避、陈述申辩等权利和配合检查的义务")
    told_recording = forms.BooleanField(label="已告知全程音像记录", required=False)
    rights_answer = forms.CharField(label="被检查人对告知的回答", max_length=200, required=False)
    person_in_charge = forms.CharField(label="现场负责人", max_length=50, required=False)
    findings = TextField(label="现场情况", help_text="只写看到、测量到的事实，不写结论")
    measures = TextField(label="现场取证情况", rows=2, required=False)
    party_absent = forms.BooleanField(label="当事人不在场", required=False)
    witness = forms.CharField(label="见证人", max_length=100, required=False, help_text="当事人不在场或者拒签时填写姓名和单位")
    party_opinion = TextField(label="当事人意见", rows=2, required=False)
    party_signature = SignatureField(label="当事人签名", may_refuse=True, required=False)

    def known(self) -> dict[str, Any]:
        return super().known() | {"place": self.matter.place, "rights_answer": "看清了证件，听清了告知，不申请回避。"}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("party_absent"):
            self.require("witness", when="当事人不在场")
        else:
            self.require("party_opinion", "party_signature", "rights_answer", when="当事人在场")
        cleaned["form"] = cleaned.get("form") or Inspection.Form.INSPECTION
        return cleaned


class Summon(ActForm):
    """What the notice to come for questioning asks for (D06)."""

    addressee = forms.CharField(label="被通知人", max_length=100)
    appear_at = MomentField(label="到场时间")
    materials = TextField(label="需携带的材料", rows=3, help_text="每行一项")

    def known(self) -> dict[str, Any]:
        return super().known() | {"place": f"{self.matter.authority.name}综合行政执法大队", "materials": "本人有效身份证件"}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("appear_at") and cleaned["appear_at"] <= self.at:
            self.add_error("appear_at", "到场时间必须在发出通知之后。")
        return cleaned


class Question(TimedActForm, SignedForm):
    """What the record of a questioning asks for (D07): one record, one person."""

    groups = (
        ("时间、地点和人员", ("from_at", "until_at", "place", "officers", "recorder")),
        (
            "被询问人",
            (
                "person_name", "relation", "person_identifier", "person_phone", "person_address", "person_employer", "person_title",
            ),
        ),
        ("亮证和告知", ("showed_card", "told_rights", "rights_answer")),
        ("问答", ("answers", "confirmation")),
    )  # fmt: skip

    person_name = forms.CharField(label="被询问人", max_length=50)
    person_identifier = forms.CharField(label="身份证号", max_length=32)
    person_address = forms.CharField(label="住址", max_length=200)
    person_phone = forms.CharField(label="联系电话", max_length=40)
    person_employer = forms.CharField(label="工作单位", max_length=100, required=False)
    person_title = forms.CharField(label="职务", max_length=50, required=False)
    relation = forms.ChoiceField(label="与本案关系", choices=_RELATIONS)
    showed_card = told("已主动出示行政执法证件，被询问人已确认")
    told_rights = told("已告知如实回答的义务和申请回避、陈述申辩、核对笔录的权利")
    rights_answer = forms.CharField(label="对告知的回答", max_length=200)
    answers = RowsField(
        {"question": forms.CharField(label="问", max_length=500), "answer": forms.CharField(label="答", max_length=2000)},
        label="问答",
        at_least=1,
    )
    confirmation = forms.CharField(label="被询问人核对意见", max_length=200)
    asked_signature = SignatureField(label="被询问人签名", may_refuse=True)

    def known(self) -> dict[str, Any]:
        known = super().known() | {"rights_answer": "听清楚了，不申请回避。", "confirmation": "以上笔录我看过，和我说的一致。"}
        party = self.matter.penalty_partys.order_by("id").first()
        if party is not None and party.kind == Party.Kind.CITIZEN:
            known |= {"person_name": party.name, "person_identifier": party.identifier, "person_address": party.address}
            known |= {"person_phone": party.phone, "person_employer": party.employer, "relation": "当事人"}
        return known

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        number = cleaned.get("person_identifier")
        if number:
            found = citizen_number(number)
            if found.valid:
                cleaned["person_identifier"] = normalised(number)
            else:
                self.add_error("person_identifier", f"身份证号不正确：{found.reason}")
        return cleaned


class OrderEvidence(ActForm):
    """What the notice to hand over evidence asks for (D09)."""

    addressee = forms.CharField(label="证据持有人", max_length=100)
    items = RowsField(
        {
            "name": forms.CharField(label="证据名称", max_length=200),
            "quantity": forms.CharField(label="数量", max_length=30),
            "note": forms.CharField(label="备注", max_length=200, required=False),
        },
        label="调取证据清单",
        at_least=1,
    )
    until_on = DayField(label="提供期限")

    def known(self) -> dict[str, Any]:
        return super().known() | {"place": f"{self.matter.authority.name}综合行政执法大队"}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("until_on") and cleaned["until_on"] < local_day(self.at):
            self.add_error("until_on", "提供期限不能早于今天。")
        return cleaned


class ConfirmAddress(ActForm, SignedForm):
    """What the confirmation of an address for service asks for (D34)."""

    place = None  # type: ignore[assignment]
    groups = (
        ("送达地址", ("address", "receiver", "phone", "officers")),
        ("电子送达", ("electronic", "electronic_kind", "electronic_address")),
    )
    only_when = {
        "electronic_kind": when("electronic", "on", needed=True),
        "electronic_address": when("electronic", "on", needed=True),
    }

    address = forms.CharField(label="送达地址", max_length=200)
    receiver = forms.CharField(label="收件人", max_length=50)
    phone = forms.CharField(label="电话", max_length=40)
    electronic = forms.BooleanField(label="同意电子送达", required=False)
    electronic_kind = forms.ChoiceField(
        label="电子送达方式", choices=[("", "—"), ("sms", "短信"), ("email", "电子邮箱"), ("platform", "平台账号")], required=False
    )
    electronic_address = forms.CharField(label="电子送达地址", max_length=100, required=False)
    party_signature = SignatureField(label="当事人签名", may_refuse=True)

    def known(self) -> dict[str, Any]:
        party = self.matter.penalty_partys.order_by("id").first()
        found = {"address": party.address, "receiver": party.name, "phone": party.phone} if party else {}
        return super().known() | found

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("electronic"):
            self.require("electronic_kind", "electronic_address", when="同意电子送达")
        return cleaned


__all__ = ["ConfirmAddress", "Inspect", "OrderEvidence", "Question", "Summon"]
