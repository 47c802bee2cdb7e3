"""Input of performance: receipts, spot collection, deferral, surcharge, demand, goods."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.fields import DayField, MomentField, RowsField, SignatureField, TextField, YuanField
from mingzhi.core.engine.forms import ActionForm, when

from ..models import GoodsDisposal, Payment, SpotCollection
from ..owing import owed
from .acts import ActForm, SignedForm, choose_the_only, concerned

GRANTS = [("yes", "同意"), ("no", "不同意")]


def grant_field(label: str = "是否同意") -> forms.TypedChoiceField:
    """Yes or no, as the person above decides."""
    return forms.TypedChoiceField(label=label, choices=GRANTS, coerce=lambda value: value == "yes", empty_value=None)


class Pay(ActionForm):
    """One receipt of the register."""

    past = ("paid_on",)

    purpose = forms.ChoiceField(label="款项", choices=Payment.Purpose.choices)
    channel = forms.ChoiceField(
        label="缴款方式", choices=[choice for choice in Payment.Channel.choices if choice[0] != Payment.Channel.SPOT]
    )
    amount_yuan = YuanField(label="金额（元）", min_value=0.01)
    paid_on = DayField(label="缴款日期")
    receipt_number = forms.CharField(label="票据号码", max_length=60)

    def known(self) -> dict[str, Any]:
        account = owed(self.matter, local_day(self.at))
        purpose = next((one for one in Payment.Purpose.values if account.part(one).left_yuan), Payment.Purpose.FINE.value)
        return {"purpose": purpose, "channel": Payment.Channel.BANK.value, "amount_yuan": account.part(purpose).left_yuan or None}


class ReversePayment(ActionForm):
    """Which row of the register was wrong, and why."""

    payment = concerned("要冲正的缴款", by=("receipt_number",))
    reason = forms.CharField(label="冲正理由", max_length=200)

    def prepare(self) -> None:
        rows = Payment.objects.filter(matter_id=self.matter.pk, reverses__isnull=True, reversed_by__isnull=True)
        self.fields["payment"].queryset = rows.exclude(channel=Payment.Channel.SPOT)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        choose_the_only(self, "payment", self.fields["payment"].queryset)
        return cleaned


class Collect(ActForm, SignedForm):
    """What D37 asks for."""

    past = ("collected_at", "landed_on")
    now = ("collected_at",)
    groups = (
        ("收缴", ("ground", "reason", "landed_on", "amount_yuan", "collected_at", "place", "officers")),
        ("票据", ("receipt_kind", "receipt_number")),
    )
    only_when = {
        "reason": when("ground", SpotCollection.Ground.HARD_LATER, SpotCollection.Ground.REMOTE, needed=True),
        "landed_on": when("ground", SpotCollection.Ground.REMOTE),
    }

    ground = forms.ChoiceField(label="当场收缴的情形", choices=SpotCollection.Ground.choices)
    reason = forms.CharField(label="说明", max_length=200, required=False, help_text="事后难以执行、交通不便的具体情况，当事人如何提出")
    amount_yuan = YuanField(label="收缴金额（元）", min_value=0.01)
    receipt_kind = forms.CharField(label="票据种类", max_length=100, help_text="财政部门统一制发的专用票据")
    receipt_number = forms.CharField(label="票据号码", max_length=60, required=False)
    collected_at = MomentField(label="收缴时间")
    landed_on = DayField(label="抵岸日期", required=False, help_text="在水上当场收缴的填写")

    def known(self) -> dict[str, Any]:
        left = owed(self.matter, local_day(self.at)).fine.left_yuan
        kind = {"receipt_kind": "重庆市罚没财物专用票据", "place": self.matter.place}
        return super().known() | kind | ({"amount_yuan": left} if left else {})

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("ground") in (SpotCollection.Ground.HARD_LATER, SpotCollection.Ground.REMOTE):
            self.require("reason", when="以此为由当场收缴")
        return cleaned


class HandIn(ActionForm):
    """The organ takes what the officer collected."""

    past = ("handed_in_at",)
    now = ("handed_in_at",)

    collection = concerned("当场收缴的罚款", by=("receipt_number",))
    handed_in_at = MomentField(label="交到机关的时间")

    def prepare(self) -> None:
        self.fields["collection"].queryset = SpotCollection.objects.filter(matter_id=self.matter.pk, handed_in_at__isnull=True)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        choose_the_only(self, "collection", self.fields["collection"].queryset)
        row, moment = cleaned.get("collection"), cleaned.get("handed_in_at")
        if row and moment and moment < row.collected_at:
            self.add_error("handed_in_at", "不能早于收缴时间。")
        return cleaned


class BankIn(ActionForm):
    """The organ pays it into the bank."""

    past = ("banked_at",)
    now = ("banked_at",)

    collection = concerned("当场收缴的罚款", by=("receipt_number",))
    banked_at = MomentField(label="缴付银行的时间")
    bank_slip = forms.CharField(label="缴款单号", max_length=60)

    def prepare(self) -> None:
        rows = SpotCollection.objects.filter(matter_id=self.matter.pk, handed_in_at__isnull=False, banked_at__isnull=True)
        self.fields["collection"].queryset = rows

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        choose_the_only(self, "collection", self.fields["collection"].queryset)
        row, moment = cleaned.get("collection"), cleaned.get("banked_at")
        if row and moment and moment < row.handed_in_at:
            self.add_error("banked_at", "不能早于交到机关的时间。")
        return cleaned


class AskDeferral(ActionForm):
    """The party's application (D36), with the handler's opinion on it."""

    past = ("applied_on",)

    applied_on = DayField(label="申请日期")
    reasons = TextField(label="申请理由", rows=3, help_text="经济困难的情况和证明")
    instalments = RowsField(
        {"due_on": DayField(label="缴纳期限"), "amount_yuan": YuanField(label="金额（元）")},
        label="缴纳期次",
        help_text="只填一行是延期，填几行是分期；各期之和应等于尚未缴纳的罚款",
        at_least=1,
    )
    opinion = TextField(label="承办人意见", rows=2)
    party_signature = SignatureField(label="申请人签名", required=False)


class DecideDeferral(ActionForm):
    """Grant or refuse (D36b, D36c)."""

    granted = grant_field()
    opinion = TextField(label="审批意见和理由", rows=2)


class Demand(ActionForm):
    """What the demand letter says beyond what the case knows (D39)."""

    manner = forms.CharField(label="履行方式", max_length=200)

    def known(self) -> dict[str, Any]:
        return {"manner": "到决定书载明的代收机构缴款，或者通过电子支付缴款，并将缴款凭证交本机关"}


GOODS = {
    "name": forms.CharField(label="名称", max_length=100),
    "quantity": forms.CharField(label="数量", max_length=20),
    "unit": forms.CharField(label="单位", max_length=20, required=False),
    "spec": forms.CharField(label="规格型号", max_length=100, required=False),
    "condition": forms.CharField(label="成色（状况）", max_length=100, required=False),
    "note": forms.CharField(label="备注", max_length=100, required=False),
}


class AskGoodsDisposal(ActionForm):
    """Which goods, where to, and why (D44)."""

    goods = RowsField(GOODS, label="物品清单", at_least=1)
    disposal = forms.CharField(label="处理方式（去向）", max_length=200, help_text="依法公开拍卖、按规定销毁、移交有关部门等")
    reason = TextField(label="处理理由", rows=2)
    party_signature = SignatureField(label="当事人签名", may_refuse=True, required=False)


class ApproveGoodsDisposal(ActionForm):
    """Grant or refuse one batch (D44b)."""

    batch = concerned("物品批次")
    granted = grant_field()
    opinion = TextField(label="审批意见", rows=2)

    def prepare(self) -> None:
        rows = GoodsDisposal.objects.filter(matter_id=self.matter.pk, approved_at__isnull=True, refused_at__isnull=True)
        self.fields["batch"].queryset = rows

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        choose_the_only(self, "batch", self.fields["batch"].queryset)
        return cleaned


class DisposeGoods(ActForm, SignedForm):
    """How two people disposed of a batch (D44c)."""

    past = ("disposed_at",)
    now = ("disposed_at",)

    batch = concerned("物品批次")
    disposed_at = MomentField(label="处理时间")
    course = TextField(label="处理经过", rows=3)
    proceeds_yuan = YuanField(label="变价款（元）", required=False)
    witness_signature = SignatureField(label="监督人签名", required=False)

    def prepare(self) -> None:
        super().prepare()
        rows = GoodsDisposal.objects.filter(matter_id=self.matter.pk, approved_at__isnull=False, carried_out_at__isnull=True)
        self.fields["batch"].queryset = rows

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        choose_the_only(self, "batch", self.fields["batch"].queryset)
        return cleaned


def instalments_as_json(rows: list[dict[str, Any]]) -> list[dict[str, str]]:
    """Instalments as a deferral keeps them, in order of their days."""
    ordered: list[tuple[date, Any]] = sorted((row["due_on"], row["amount_yuan"]) for row in rows)
    return [{"due_on": day.isoformat(), "amount_yuan": f"{amount:.2f}"} for day, amount in ordered]
