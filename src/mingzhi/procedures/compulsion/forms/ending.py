"""Input as a seizure ends: lifted, given back, confiscated, handed over with the case."""

from __future__ import annotations

from typing import Any

from django import forms

from mingzhi.core.engine.fields import DayField, MomentField, RowsField, SignatureField, TextField
from mingzhi.core.engine.forms import ActionForm
from mingzhi.procedures.penalty.forms.acts import ActForm, SignedForm

from ..holdings import left, money_held
from ..models import Seizure


def things_field(label: str) -> RowsField:
    """Rows of the seizure's list, each told by its name and its mark."""
    return RowsField(
        {
            "name": forms.CharField(label="名称", max_length=100),
            "mark": forms.CharField(label="编号（车牌）", max_length=60, required=False),
        },
        label=label,
        at_least=1,
    )


def things_known(rows: list[dict[str, Any]]) -> list[dict[str, str]]:
    return [{"name": row["name"], "mark": row.get("mark") or ""} for row in rows]


class Release(ActionForm):
    """Under which ground it is lifted (D19b)."""

    ground = forms.ChoiceField(label="解除的情形", choices=Seizure.Ground.choices)
    reasons = TextField(label="理由", rows=2)


class HandBack(ActForm, SignedForm):
    """What is given back, thing by thing, and in what state (D19c); nothing but the money where everything was sold."""

    past = ("acted_at",)
    now = ("acted_at",)

    acted_at = MomentField(label="退还时间")
    returned = RowsField(
        {
            "name": forms.CharField(label="名称", max_length=100),
            "quantity": forms.CharField(label="数量", max_length=30),
            "condition": forms.CharField(label="状况", max_length=100),
        },
        label="退还",
        required=False,
    )
    receiver = forms.CharField(label="领取人", max_length=50)
    party_signature = SignatureField(label="领取人签名", may_refuse=True)

    def known(self) -> dict[str, Any]:
        rows = [
            {"name": row["name"], "quantity": f"{row['quantity']}{row.get('unit', '')}", "condition": "完好"} for row in left(self.matter)
        ]
        party = self.matter.case.penalty_partys.order_by("id").first()
        return super().known() | {"place": self.matter.kept_place, "returned": rows, "receiver": party.name}


class Confiscate(ActionForm):
    """Which of the things held the decision confiscates; where some were sold, that the money went to the treasury."""

    taken = things_field("决定没收的物品")
    treasury_receipt = forms.CharField(
        label="款项上缴国库的凭证号", max_length=60, required=False, help_text="其中有已经拍卖、变卖的，填写"
    )
    note = forms.CharField(label="说明", max_length=200, required=False)

    def known(self) -> dict[str, Any]:
        sold = [row for sale in money_held(self.matter) for row in sale.goods]
        return {"taken": things_known([*left(self.matter), *sold])}


class HandOver(ActionForm):
    """To whom the things went with the case, and how the party was told."""

    past = ("handed_on",)

    receiver = forms.CharField(label="接收机关", max_length=100)
    receipt = forms.CharField(label="移交清单（回执）文号", max_length=60)
    handed_on = DayField(label="移交日期")
    money_receipt = forms.CharField(label="款项移交凭证号", max_length=60, required=False, help_text="有拍卖、变卖所得款项的，填写")
    told_how = forms.CharField(label="书面告知当事人的方式", max_length=200, required=False)

    asked = ("told_how",)
