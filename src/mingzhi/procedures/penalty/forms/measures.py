"""Input of sampling, of keeping things as evidence in advance (先行登记保存), and of appraisal."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.fields import DayField, MomentField, RowsField, SignatureField, TextField
from mingzhi.core.engine.forms import ActionForm

from ..models import Appraisal, Preservation, Sampling
from .acts import ActForm, SignedForm, choose_the_only, concerned

#: What may become of things kept in advance (D13). A seizure is done by its own procedure, which guards these words.
PRESERVED_DISPOSALS = ("复制后解除", "送检", "移送", "解除保存，退还当事人", "依法没收", "查封", "扣押")


def sampled(case: Any, taken: bool) -> QuerySet[Sampling]:
    """Samplings approved and not yet taken, or taken and not yet disposed of."""
    return Sampling.objects.filter(matter_id=case.pk, approved_at__isnull=False, taken_at__isnull=not taken, disposed_at__isnull=True)


def preserved(case: Any, carried_out: bool) -> QuerySet[Preservation]:
    """Preservations approved and not yet carried out, or carried out and not yet disposed of."""
    rows = Preservation.objects.filter(matter_id=case.pk, approved_at__isnull=False, disposed_at__isnull=True)
    return rows.filter(carried_out_at__isnull=not carried_out)


def appraised(case: Any) -> QuerySet[Appraisal]:
    """Appraisals whose opinion has not come."""
    return Appraisal.objects.filter(matter_id=case.pk, received_on__isnull=True)


def _goods() -> RowsField:
    return RowsField(
        {
            "name": forms.CharField(label="名称", max_length=100),
            "spec": forms.CharField(label="规格型号", max_length=100, required=False),
            "quantity": forms.CharField(label="数量", max_length=30),
            "unit": forms.CharField(label="单位", max_length=10, required=False),
            "condition": forms.CharField(label="成色（状况）", max_length=100, required=False),
        },
        label="物品清单",
        at_least=1,
    )


def _disposals(how: forms.Field) -> RowsField:
    return RowsField(
        {"name": forms.CharField(label="名称", max_length=100), "quantity": forms.CharField(label="数量", max_length=30), "disposal": how},
        label="处理",
        at_least=1,
    )


def _dispose_of_all(form: Any, goods: list[dict[str, Any]]) -> None:
    """Every thing that was taken gets a disposal, and nothing else does."""
    rows = form.cleaned_data.get("disposals")
    if not rows:
        return
    taken, named = {row["name"] for row in goods}, {row["name"] for row in rows}
    if taken - named:
        form.add_error("disposals", f"以下物品没有写明处理：{'、'.join(sorted(taken - named))}。")
    if named - taken:
        form.add_error("disposals", f"清单中没有这些物品：{'、'.join(sorted(named - taken))}。")


class AskSampling(ActionForm):
    """What the request to take samples asks for (D10)."""

    reason = TextField(label="抽样取证的理由", rows=3)
    objects_sampled = forms.CharField(label="抽样对象", max_length=200)
    method = forms.CharField(label="抽样方法", max_length=200)


class Sample(ActForm, SignedForm):
    """What the voucher of samples asks for (D10b)."""

    past = ("acted_at",)
    now = ("acted_at",)

    sampling = concerned("抽样审批")
    acted_at = MomentField(label="抽样时间")
    sealed_how = forms.CharField(label="封样情况", max_length=200)
    goods = RowsField(
        {
            "name": forms.CharField(label="样品名称", max_length=100),
            "spec": forms.CharField(label="规格", max_length=100),
            "batch": forms.CharField(label="批号", max_length=60),
            "quantity": forms.CharField(label="抽样数量", max_length=30),
            "base": forms.CharField(label="抽样基数", max_length=30),
            "note": forms.CharField(label="备注", max_length=100, required=False),
        },
        label="样品",
        at_least=1,
    )
    party_signature = SignatureField(label="当事人签名", may_refuse=True)

    def prepare(self) -> None:
        super().prepare()
        self.fields["sampling"].queryset = sampled(self.matter, taken=False)

    def known(self) -> dict[str, Any]:
        return super().known() | {"place": self.matter.place}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        choose_the_only(self, "sampling", sampled(self.matter, taken=False))
        return cleaned


class DisposeSample(ActionForm):
    """What the notice on the samples asks for (D10c)."""

    sampling = concerned("抽样取证")
    disposals = _disposals(forms.CharField(label="处理", max_length=100))

    def prepare(self) -> None:
        self.fields["sampling"].queryset = sampled(self.matter, taken=True)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        choose_the_only(self, "sampling", sampled(self.matter, taken=True))
        if cleaned.get("sampling"):
            _dispose_of_all(self, cleaned["sampling"].goods)
        return cleaned


class AskPreservation(ActionForm):
    """What the request to keep things as evidence asks for (D11)."""

    ground = forms.ChoiceField(label="法定理由", choices=Preservation.Ground.choices)
    reason = TextField(label="具体情况", rows=3)
    goods = _goods()
    place = forms.CharField(label="保存地点", max_length=200)
    method = forms.CharField(label="保存方式", max_length=100)

    def known(self) -> dict[str, Any]:
        return {"place": f"{self.matter.authority.name}综合行政执法大队证物室"}


class Preserve(ActForm, SignedForm):
    """What the notice to the party asks for (D12)."""

    past = ("acted_at",)
    now = ("acted_at",)
    place = None  # type: ignore[assignment]

    preservation = concerned("先行登记保存审批")
    acted_at = MomentField(label="登记保存时间")
    party_signature = SignatureField(label="当事人签名", may_refuse=True)

    def prepare(self) -> None:
        super().prepare()
        self.fields["preservation"].queryset = preserved(self.matter, carried_out=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        choose_the_only(self, "preservation", preserved(self.matter, carried_out=False))
        return cleaned


class DisposePreserved(ActionForm):
    """What the decision on things kept asks for (D13)."""

    preservation = concerned("先行登记保存")
    disposals = _disposals(forms.ChoiceField(label="处理方式", choices=[(text, text) for text in PRESERVED_DISPOSALS]))
    reasons = TextField(label="处理理由", rows=2)

    def prepare(self) -> None:
        self.fields["preservation"].queryset = preserved(self.matter, carried_out=True)

    def known(self) -> dict[str, Any]:
        rows = list(preserved(self.matter, carried_out=True)[:2])
        return {"disposals": [{"name": one["name"], "quantity": one["quantity"]} for one in rows[0].goods]} if len(rows) == 1 else {}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        choose_the_only(self, "preservation", preserved(self.matter, carried_out=True))
        if cleaned.get("preservation"):
            _dispose_of_all(self, cleaned["preservation"].goods)
        return cleaned


class CommissionAppraisal(ActionForm):
    """What the commission to an institution asks for (D14)."""

    institution = forms.CharField(label="受托机构", max_length=100)
    qualification = forms.CharField(label="机构资质", max_length=200, help_text="资质名称和证书编号")
    sent = RowsField(
        {
            "name": forms.CharField(label="名称", max_length=100),
            "spec": forms.CharField(label="规格", max_length=100, required=False),
            "quantity": forms.CharField(label="数量", max_length=30),
        },
        label="送检物品（材料）",
        at_least=1,
    )
    question = TextField(label="鉴定（检测）事项", rows=3, help_text="每行一项")
    due_on = DayField(label="要求完成日期")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("due_on") and cleaned["due_on"] < local_day(self.at):
            self.add_error("due_on", "完成日期不能早于今天。")
        return cleaned


class ReceiveAppraisal(ActionForm):
    """What telling the party of the opinion asks for (D14b)."""

    past = ("received_on",)

    appraisal = concerned("鉴定（检测）", by=("institution",))
    report_number = forms.CharField(label="鉴定意见编号", max_length=60)
    opinion = TextField(label="鉴定意见", rows=3)
    received_on = DayField(label="收到日期")
    object_until_on = DayField(label="申请重新鉴定的期限")
    file = forms.FileField(label="鉴定意见书", required=False)

    def prepare(self) -> None:
        self.fields["appraisal"].queryset = appraised(self.matter)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        choose_the_only(self, "appraisal", appraised(self.matter))
        appraisal, received = cleaned.get("appraisal"), cleaned.get("received_on")
        if appraisal and received and received < local_day(appraisal.asked_at):
            self.add_error("received_on", "收到日期不能早于委托日期。")
        if cleaned.get("object_until_on") and received and cleaned["object_until_on"] < received:
            self.add_error("object_until_on", "申请重新鉴定的期限不能早于收到日期。")
        return cleaned
