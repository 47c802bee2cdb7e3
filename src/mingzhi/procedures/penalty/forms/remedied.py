"""Input of what a remedy leaves behind; the first is given by the reaction that entails it, the second typed by the clerk."""

from __future__ import annotations

from typing import Any

from django import forms

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.fields import DayField, RowsField, YuanField
from mingzhi.core.engine.forms import ActionForm
from mingzhi.law.fines import PenaltyKind

from ..models import Case
from ..owing import overpaid


class Remedied(ActionForm):
    standing = forms.ChoiceField(label="决定的效力", choices=Case.Standing.choices)
    words = forms.CharField(label="结果", max_length=500)
    penalties = RowsField(
        {
            "kind": forms.ChoiceField(label="处罚种类", choices=[(kind.value, kind.title) for kind in PenaltyKind]),
            "content": forms.CharField(label="处罚内容", max_length=300),
            "amount_yuan": YuanField(label="数额（元）", required=False),
        },
        label="变更后的处罚",
    )


class GiveBack(ActionForm):
    """How much goes back to whom. Source: compensation-law-36."""

    past = ("refunded_on",)

    amount_yuan = YuanField(label="退还金额（元）", min_value=0.01)
    refunded_on = DayField(label="退还日期")
    payee = forms.CharField(label="收款人", max_length=100)
    receipt_number = forms.CharField(label="退款凭证号", max_length=60)
    file = forms.FileField(label="凭证扫描件", required=False)

    def known(self) -> dict[str, Any]:
        payee = self.matter.penalty_partys.order_by("id").values_list("name", flat=True).first()
        return {"amount_yuan": overpaid(self.matter, local_day(self.at)) or None, "payee": payee}
