"""Input of the side exits: transfer to the competent organ, suspension, resumption, termination, withdrawal."""

from __future__ import annotations

from typing import Any

from django import forms

from mingzhi.core.engine.fields import DayField, RowsField, TextField
from mingzhi.core.engine.forms import ActionForm

from .. import approving
from .acts import told

#: Subjects of the requests, with the name of what is asked.
EXITS = {
    "transfer": "移送",
    "suspension": "中止调查",
    "resumption": "恢复调查",
    "termination": "终止调查",
    "withdrawal": "撤销立案",
}


class AskTransfer(ActionForm):
    """To whom the case goes, why, and what goes with it."""

    addressee = forms.CharField(label="受移送机关", max_length=100)
    reasons = TextField(label="移送理由", rows=3)
    materials = RowsField(
        {
            "name": forms.CharField(label="材料名称", max_length=200),
            "copies": forms.CharField(label="份数（页数）", max_length=50),
            "note": forms.CharField(label="备注", max_length=200, required=False),
        },
        label="移送材料",
        at_least=1,
    )
    goods = RowsField(
        {
            "name": forms.CharField(label="物品名称", max_length=200),
            "quantity": forms.CharField(label="数量", max_length=50),
            "note": forms.CharField(label="备注", max_length=200, required=False),
        },
        label="移交物品",
    )
    suspected_crime = told("涉嫌犯罪")

    def known(self) -> dict[str, Any]:
        case = self.matter
        kept = case.penalty_preservations.filter(carried_out_at__isnull=False, disposed_at__isnull=True)
        goods = [{"name": row["name"], "quantity": str(row.get("quantity", ""))} for batch in kept for row in batch.goods]
        return {"addressee": case.power.hand_to, "goods": goods}


class RecordReceipt(ActionForm):
    """The receiving organ's acknowledgement."""

    past = ("received_on",)

    received_on = DayField(label="签收日期")
    received_by = forms.CharField(label="签收人", max_length=50)
    receipt = forms.CharField(label="回执文号或者名称", max_length=100)
    file = forms.FileField(label="回执扫描件", required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        sent = self.matter.penalty_transfers.filter(sent_on__isnull=False).last()
        if sent and cleaned.get("received_on") and cleaned["received_on"] < sent.sent_on:
            self.add_error("received_on", f"不能早于移送日期（{sent.sent_on}）。")
        return cleaned


class AskExit(ActionForm):
    """Why the case should stop, go on, or end, and on what basis."""

    reasons = TextField(label="理由", rows=3)
    basis_law = forms.CharField(label="依据的法律、法规、规章", max_length=100, help_text="写全称，如《中华人民共和国行政处罚法》")
    basis_article = forms.CharField(label="条、款、项", max_length=60)


class RefuseExit(ActionForm):
    """Which request is refused, and why."""

    request = forms.ChoiceField(label="提请事项", choices=EXITS.items())
    reasons = TextField(label="理由", rows=3)

    def prepare(self) -> None:
        waiting = [(subject, title) for subject, title in EXITS.items() if approving.pending(self.matter, subject)]
        self.fields["request"].choices = waiting

    def known(self) -> dict[str, Any]:
        choices = self.fields["request"].choices
        return {"request": choices[0][0]} if len(choices) == 1 else {}
