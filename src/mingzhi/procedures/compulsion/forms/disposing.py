"""Input where things held are sold because they do not keep, or destroyed; the money they brought, and where it went."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.fields import DayField, MomentField, SignatureField, TextField, YuanField
from mingzhi.core.engine.forms import ActionForm, when
from mingzhi.procedures.penalty.forms.acts import ActForm, SignedForm, choose_the_only, concerned, told

from ..holdings import approved_disposal, left, money_held
from ..models import Disposal
from .ending import things_field, things_known


class AskDisposal(ActionForm):
    """Which of the things held, in which way, and why before the case is decided (D18e). Source: compulsion-law-27, compulsion-law-28.2."""

    groups = (
        ("处理", ("way", "goods", "reasons")),
        ("变卖、拍卖", ("does_not_keep", "evidence_kept")),
        ("销毁", ("facts_clear", "law", "article")),
        ("由谁承办", ("agent",)),
    )
    only_when = {
        "does_not_keep": when("way", *Disposal.SALES),
        "evidence_kept": when("way", *Disposal.SALES),
        "facts_clear": when("way", Disposal.Way.DESTROY),
        "law": when("way", Disposal.Way.DESTROY),
        "article": when("way", Disposal.Way.DESTROY),
        "agent": when("way", *Disposal.ASKED_FOR, needed=(Disposal.Way.AUCTION,)),
    }
    asked = ("law", "article")

    way = forms.ChoiceField(label="处理方式", choices=[(way.value, way.label) for way in Disposal.ASKED_FOR])
    goods = things_field("物品")
    reasons = TextField(label="理由", rows=2)
    does_not_keep = told("属于鲜活物品或者其他不易保管的财物")
    evidence_kept = told("已拍照、录像或者抽样，证据已经固定")
    facts_clear = told("违法事实清楚，属于法律、行政法规规定应当销毁的财物")
    law = forms.CharField(label="规定销毁的法律、行政法规", max_length=100, required=False)
    article = forms.CharField(label="条款", max_length=60, required=False)
    agent = forms.CharField(label="拍卖机构（承买人、销毁单位）", max_length=100, required=False, help_text="拍卖须委托拍卖机构")

    def known(self) -> dict[str, Any]:
        return {"goods": things_known(left(self.matter))}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("way") == Disposal.Way.AUCTION:
            self.require("agent", when="拍卖")
        return cleaned


class CarryOutDisposal(ActForm, SignedForm):
    """How two officers sold or destroyed what was approved, and what it brought (D18g)."""

    past = ("acted_at",)
    now = ("acted_at",)

    acted_at = MomentField(label="处理时间")
    agent = forms.CharField(label="拍卖机构（承买人、销毁单位）", max_length=100)
    course = TextField(label="处理经过", rows=3, help_text="怎样询价、竞价、成交或者怎样销毁")
    proceeds_yuan = YuanField(label="所得款项（元）", min_value=0, required=False, help_text="拍卖、变卖的填写")
    market_yuan = YuanField(label="市场价格（元）", min_value=0, required=False, help_text="当日同类物品的市场价格，拍卖、变卖的填写")
    market_basis = forms.CharField(label="市场价格的依据", max_length=200, required=False, help_text="询价记录、评估报告等")
    file = forms.FileField(label="成交凭证或者影像", required=False)
    witness_signature = SignatureField(label="见证人签名", required=False)

    def known(self) -> dict[str, Any]:
        waiting = approved_disposal(self.matter)
        return super().known() | {"place": self.matter.kept_place, "agent": waiting.agent if waiting else ""}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        waiting = approved_disposal(self.matter)
        if waiting is not None and waiting.way in Disposal.SALES:
            self.require("proceeds_yuan", "market_yuan", "market_basis", when="拍卖、变卖")
        elif waiting is not None:
            cleaned["proceeds_yuan"] = cleaned["market_yuan"] = None
        return cleaned


class RegisterProceeds(ActionForm):
    """The receipt with which the money of a sale came in."""

    past = ("banked_on",)

    sale = concerned("拍卖（变卖）")
    amount_yuan = YuanField(label="金额（元）", min_value=0)
    receipt_number = forms.CharField(label="入账凭证号", max_length=60)
    banked_on = DayField(label="入账日期")

    def prepare(self) -> None:
        self.fields["sale"].queryset = money_held(self.matter).filter(receipt_number="")

    def known(self) -> dict[str, Any]:
        sale = self.fields["sale"].queryset.first()
        found = {"sale": sale.pk, "amount_yuan": sale.proceeds_yuan} if sale else {}
        return found | {"banked_on": local_day(self.at)}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        choose_the_only(self, "sale", self.fields["sale"].queryset)
        return cleaned


class ReturnProceeds(ActionForm):
    """The money of a sale goes back to the party, with what makes up for too low a price (D19e). Source: compulsion-law-28.2."""

    past = ("returned_on",)

    sale = concerned("拍卖（变卖）")
    returned_on = DayField(label="退还日期")
    payee = forms.CharField(label="收款人", max_length=100)
    receipt_number = forms.CharField(label="付款凭证号", max_length=60)
    compensation_yuan = YuanField(
        label="补偿（元）", min_value=0.01, required=False, help_text="变卖价格明显低于市场价格，给当事人造成损失的"
    )
    uncompensated_because = forms.CharField(
        label="不补偿的理由", max_length=200, required=False, help_text="所得款项低于市场价格而不补偿的，写明"
    )

    def prepare(self) -> None:
        self.fields["sale"].queryset = money_held(self.matter)

    def known(self) -> dict[str, Any]:
        sale = self.fields["sale"].queryset.first()
        party = self.matter.case.penalty_partys.order_by("id").first()
        short = (sale.market_yuan or Decimal(0)) - (sale.proceeds_yuan or Decimal(0)) if sale else Decimal(0)
        found = {"sale": sale.pk} if sale else {}
        return found | {"returned_on": local_day(self.at), "payee": party.name, "compensation_yuan": short if short > 0 else None}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        choose_the_only(self, "sale", self.fields["sale"].queryset)
        return cleaned
