"""Input of the on-the-spot penalty: one form, filled in once where it happened, from the party to its signature (D31)."""

from __future__ import annotations

from typing import Any

from django import forms

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.fields import DayField, MomentField, RowField, RowsField, SignatureField, TextField, YuanField
from mingzhi.core.engine.forms import ActionForm, when
from mingzhi.law.fines import PenaltyKind

from ..models import CorrectionOrder, Evidence, Party, Power, SpotCollection
from .acts import DRESSED_WHEN, ActForm, DressedForm, SignedForm, choose_the_only, told
from .filing import _newest_versions
from .parties import AGENT_GROUP, PARTY_GROUP, PARTY_WHEN, PartyForm
from .people import offer_officers, officers_field


class PowerWithSanction(RowField):
    """A power shown with its sanction, so that a condition such as 拒不改正 is before the officer's eyes."""

    def label_from_instance(self, power: Any) -> str:
        return f"{power.name}（{power.sanction}）" if power.sanction else power.name


class Punish(DressedForm, PartyForm, SignedForm):
    """What D31 asks for, and what the law wants done before it is handed over."""

    past = ("acted_at", "handed_at")
    now = ("acted_at", "handed_at")
    groups = (
        ("执法人员", ("officers", "attire", "attire_because", "showed_card", "told_recording")),
        ("违法行为", ("power", "cause", "place", "acted_at", "facts", "facts_clear")),
        PARTY_GROUP,
        AGENT_GROUP,
        ("证据", ("evidence",)),
        ("告知和陈述申辩", ("told_rights", "statement", "statement_review")),
        ("处罚", ("penalty_kinds", "fine_yuan", "discretion", "discretion_basis", "lightened", "collect_ground")),
        ("责令改正", ("correction", "corrected_now", "correct_by_on")),
        ("交付", ("handed_at",)),
    )
    asked = ("attire", "evidence", "correction")
    only_when = (
        PARTY_WHEN
        | DRESSED_WHEN
        | {
            "fine_yuan": when("penalty_kinds", PenaltyKind.FINE, needed=True),
            "collect_ground": when("penalty_kinds", PenaltyKind.FINE),
            "lightened": when("party_kind", Party.Kind.CITIZEN),
            "correct_by_on": when("corrected_now", ""),
        }
    )

    power = PowerWithSanction(Power.objects.none(), label="执法事项", by=("code", "name"))
    cause = forms.CharField(label="违法行为", max_length=150)
    place = forms.CharField(label="违法地点", max_length=200)
    acted_at = MomentField(label="发现违法行为的时间")
    officers = officers_field()
    showed_card = told("已向当事人出示执法证件")
    told_recording = told("已告知当事人正在音像记录")
    facts = TextField(label="违法事实")
    facts_clear = told("事实确凿，当事人对主要事实没有异议")
    evidence = RowsField(
        {
            "kind": forms.ChoiceField(label="种类", choices=Evidence.Kind.choices),
            "name": forms.CharField(label="名称", max_length=200),
            "proves": forms.CharField(label="证明内容", max_length=300),
        },
        label="证据",
        required=False,
    )
    told_rights = told("已当场告知拟处罚内容、事实、理由、依据和陈述申辩权")
    statement = TextField(label="当事人的陈述申辩", rows=2, help_text="没有意见的写“无”")
    statement_review = TextField(label="对陈述申辩的复核", rows=2, required=False, help_text="当事人有意见的，写明是否采纳和理由")
    penalty_kinds = forms.MultipleChoiceField(label="处罚种类", choices=[(kind.value, kind.title) for kind in PenaltyKind])
    fine_yuan = YuanField(label="罚款数额（元）", required=False)
    discretion = TextField(label="裁量说明", rows=2)
    discretion_basis = forms.CharField(label="裁量依据", max_length=300)
    lightened = told("当事人未满十八周岁，已从轻或者减轻处罚")
    correction = TextField(label="责令改正的内容", rows=2, required=False)
    correct_by_on = DayField(label="改正期限", required=False, help_text="立即改正的留空")
    corrected_now = told("当事人已当场改正")
    collect_ground = forms.ChoiceField(
        label="罚款由谁收取", choices=[("", "当事人到银行或者电子支付缴纳"), *SpotCollection.Ground.choices], required=False
    )
    handed_at = MomentField(label="当场交付决定书的时间")
    party_signature = SignatureField(label="当事人签名", may_refuse=True)

    def prepare(self) -> None:
        on = local_day(self.at)
        self.fields["power"].queryset = Power.objects.filter(
            scope=Power.Scope.PENALTY, pk__in=_newest_versions(self.actor.authority_id, on)
        )
        offer_officers(self)

    def known(self) -> dict[str, Any]:
        return {"officers": [self.actor.pk]}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        first, last = cleaned.get("acted_at"), cleaned.get("handed_at")
        if first and last and last < first:
            self.add_error("handed_at", "交付时间不能早于发现违法行为的时间。")
        if last and local_day(last) != local_day(self.at):
            self.add_error("handed_at", "当场处罚决定书应当当场制作、当场交付，只能在交付当天登记。逾期的请按普通程序立案办理。")
        if PenaltyKind.FINE.value in cleaned.get("penalty_kinds", ()):
            self.require("fine_yuan", when="处罚种类有罚款")
        else:
            cleaned["fine_yuan"] = None
        if (cleaned.get("statement") or "").strip("。 ") != "无":
            self.require("statement_review", when="当事人有陈述申辩意见")
        if first and last:
            cleaned |= {"acted_from_on": local_day(first), "acted_until_on": local_day(first), "from_at": first, "until_at": last}
        return cleaned


class Report(ActionForm):
    """To whom the penalty is reported for the record."""

    received_by = forms.CharField(label="备案收件人", max_length=50, help_text="大队收到备案材料的人")
    note = forms.CharField(label="备注", max_length=200, required=False)


class Recheck(ActForm, SignedForm):
    """What was found when the correction was looked at (D16)."""

    past = ("checked_at",)
    now = ("checked_at",)

    order = RowField(CorrectionOrder.objects.none(), label="责令改正", required=False, help_text="只有一项时不必选择")
    checked_at = MomentField(label="核查时间")
    findings = TextField(label="核查情况")
    corrected = forms.TypedChoiceField(
        label="是否已改正", choices=[("yes", "已改正"), ("no", "未改正")], coerce=lambda value: value == "yes", empty_value=None
    )
    party_opinion = forms.CharField(label="当事人意见", max_length=300)
    party_signature = SignatureField(label="当事人签名", may_refuse=True, required=False)

    def prepare(self) -> None:
        super().prepare()
        self.fields["order"].queryset = CorrectionOrder.objects.filter(matter_id=self.matter.pk)

    def known(self) -> dict[str, Any]:
        return super().known() | {"place": self.matter.place, "party_opinion": "无异议"}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        choose_the_only(self, "order", self.fields["order"].queryset)
        return cleaned
