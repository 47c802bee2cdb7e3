"""Input of a seizure as it is asked for and carried out on the spot."""

from __future__ import annotations

from typing import Any

from django import forms

from mingzhi.core.engine.fields import RowsField, SignatureField, TextField
from mingzhi.core.engine.forms import ActionForm, when
from mingzhi.core.engine.places import handler_ids
from mingzhi.core.engine.procedure import subject_of
from mingzhi.procedures.penalty.forms.acts import SignedForm, TimedActForm, told

from ..models import Seizure


def goods_field(label: str = "场所、设施、财物清单") -> RowsField:
    return RowsField(
        {
            "name": forms.CharField(label="名称", max_length=100),
            "spec": forms.CharField(label="规格型号", max_length=100, required=False),
            "quantity": forms.CharField(label="数量", max_length=30),
            "unit": forms.CharField(label="单位", max_length=10, required=False),
            "mark": forms.CharField(label="编号（车牌）", max_length=60, required=False),
            "condition": forms.CharField(label="状况", max_length=100, required=False),
        },
        label=label,
        at_least=1,
    )


class _Wanted(forms.Form):
    """What is to be sealed or seized, and why the law allows it. Source: compulsion-law-23."""

    measure = forms.ChoiceField(label="措施", choices=Seizure.Measure.choices)
    reasons = TextField(label="理由", rows=3, help_text="采取强制措施的必要性")
    related = TextField(label="与案件的关系", rows=2, help_text="写明为什么是涉案的场所、设施或者财物")
    only_related = told("只涉及涉案的场所、设施、财物，不含与违法行为无关的部分")
    no_necessities = told("不含公民个人及其所扶养家属的生活必需品")
    not_held_elsewhere = told("没有被其他国家机关依法查封、扣押")


class Ask(_Wanted, ActionForm):
    """What the request asks for (D17)."""

    groups = (
        ("措施", ("measure", "reasons", "related", "place")),
        ("物品", ("goods", "kept_place")),
        ("范围", ("only_related", "no_necessities", "not_held_elsewhere")),
    )

    place = forms.CharField(label="地点", max_length=200)
    goods = goods_field()
    kept_place = forms.CharField(label="保管地点", max_length=200)

    def known(self) -> dict[str, Any]:
        case = subject_of(self.matter)
        return {"place": case.place, "kept_place": f"{case.authority.name}综合行政执法大队证物室"} if case else {}


class Seize(TimedActForm, SignedForm):
    """What is done and told on the spot (D18, D18b, D18c). Source: compulsion-law-18."""

    groups: tuple[tuple[str, tuple[str, ...]], ...] = (
        ("时间、地点和人员", ("from_at", "until_at", "place", "officers", "recorder")),
        ("当事人", ("party_absent", "witness")),
        ("亮证、告知和听取意见", ("showed_card", "told_rights", "heard", "statement")),
        ("物品", ("goods", "seals", "kept_place", "custodian")),
        ("笔录和记录", ("findings", "handed_over", "recording")),
    )
    only_when = {"party_signature": when("party_absent", "", needed=True), "witness": when("party_absent", "on", needed=True)}
    asked = ("recording",)

    party_absent = forms.BooleanField(label="当事人不到场", required=False)
    witness = forms.CharField(label="见证人", max_length=100, required=False, help_text="当事人不到场的，邀请见证人到场，写明姓名和单位")
    showed_card = told("已出示执法身份证件")
    told_rights = told("已当场告知理由、依据和依法享有的权利、救济途径")
    heard = told("已听取陈述和申辩")
    statement = TextField(label="陈述和申辩", rows=2, help_text="没有意见的写无；当事人不到场的写明")
    goods = goods_field()
    seals = forms.CharField(label="封条", max_length=200, required=False, help_text="封条编号、张贴位置")
    kept_place = forms.CharField(label="保管地点", max_length=200)
    custodian = forms.CharField(label="保管人", max_length=50)
    findings = TextField(label="现场情况", rows=3, help_text="只写实施的经过和看到的事实")
    handed_over = told("决定书和清单已当场交付；当事人不到场的交见证人签收，另行送达")
    recording = forms.CharField(label="全程音像记录", max_length=200, required=False, help_text="设备编号和记录编号")
    party_signature = SignatureField(label="当事人签名", may_refuse=True, required=False)
    witness_signature = SignatureField(label="见证人签名", required=False)

    def known(self) -> dict[str, Any]:
        if not self.matter.pk:
            return super().known()
        kept = {name: getattr(self.matter, name) for name in ("place", "goods", "kept_place")}
        return super().known() | kept

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("party_absent"):
            self.require("witness", when="当事人不到场")
        else:
            self.require("party_signature", when="当事人到场")
        return cleaned


class SeizeAtOnce(_Wanted, Seize):
    """The same without approval, because it could not wait. Source: compulsion-law-19."""

    groups = (
        ("措施", ("measure", "urgency", "reasons", "related")),
        ("范围", ("only_related", "no_necessities", "not_held_elsewhere")),
        *Seize.groups,
    )

    urgency = TextField(label="紧急情况", rows=2, help_text="写明为什么来不及事先报批")

    def known(self) -> dict[str, Any]:
        case = subject_of(self.matter)
        if case is None:
            return super().known()
        return super().known() | {
            "officers": handler_ids(self.matter),
            "place": case.place,
            "kept_place": f"{case.authority.name}综合行政执法大队证物室",
        }
