"""What each action of a transfer asks for."""

from __future__ import annotations

from typing import Any

from django import forms

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.fields import DayField, MomentField, RowsField, TextField
from mingzhi.core.engine.forms import ActionForm
from mingzhi.core.engine.officers import offer_officers, officers_field
from mingzhi.law.provisions import provision

#: To whom one may turn when the police do not file. Source: crime-transfer-9.
WAYS = [("police", "提请公安机关复议"), ("procuratorate", "建议人民检察院立案监督")]


def _goods() -> RowsField:
    return RowsField(
        {
            "name": forms.CharField(label="物品名称", max_length=200),
            "quantity": forms.CharField(label="数量", max_length=50),
            "condition": forms.CharField(label="状况", max_length=100, required=False),
            "note": forms.CharField(label="备注", max_length=200, required=False),
        },
        label="涉案物品",
    )


class FormTeam(ActionForm):
    """Who looks into it, and why a crime is suspected."""

    groups = (("专案组", ("members", "suspicion")),)

    members = officers_field("专案组成员", help_text="")
    suspicion = TextField(label="涉嫌犯罪的情况", rows=4, help_text="违法事实涉及的金额、情节、后果，为什么可能构成犯罪")

    def prepare(self) -> None:
        offer_officers(self, "members")
        least = provision("crime-transfer-5-team").number("officers", local_day(self.at))
        self.fields["members"].help_text = f"不少于{least}名执法人员"

    def known(self) -> dict[str, Any]:
        case = self.matter.case if self.matter.case_id else None
        return {"suspicion": case.found or case.facts} if case else {}


class Report(ActionForm):
    """The team's written report. Source: crime-transfer-5."""

    groups = (("事实", ("found", "evidence")), ("意见", ("offence", "offence_basis", "proposal")))

    found = TextField(label="查明的事实", rows=5)
    evidence = TextField(label="主要证据", rows=3, help_text="一行一项")
    offence = forms.CharField(label="涉嫌罪名", max_length=100)
    offence_basis = forms.CharField(label="刑法条款和立案追诉标准", max_length=300)
    proposal = TextField(label="移送意见", rows=2)

    def known(self) -> dict[str, Any]:
        return {"found": self.matter.case.found or self.matter.case.facts, "proposal": "涉嫌犯罪，建议移送公安机关。"}


class HandOver(ActionForm):
    """The letter with everything that goes with it. Source: crime-transfer-6."""

    past = ("handed_at",)
    now = ("handed_at",)
    groups = (("移送", ("police", "handed_at", "materials", "goods")), ("回执", ("receiver", "receipt", "file")))

    police = forms.CharField(label="受移送的公安机关", max_length=100)
    handed_at = MomentField(label="移送时间")
    materials = RowsField(
        {"name": forms.CharField(label="材料名称", max_length=200), "copies": forms.CharField(label="份数（页数）", max_length=50)},
        label="移送材料",
        at_least=1,
        help_text="移送书之外：调查报告、涉案物品清单、检验报告或者鉴定结论、其他材料",
    )
    goods = _goods()
    receiver = forms.CharField(label="签收人", max_length=50)
    receipt = forms.CharField(label="回执", max_length=100, help_text="送达回证的签收记录")
    file = forms.FileField(label="回执扫描件", required=False)

    def known(self) -> dict[str, Any]:
        case = self.matter.case
        kept = case.penalty_preservations.filter(carried_out_at__isnull=False, disposed_at__isnull=True)
        goods = [{"name": row["name"], "quantity": str(row.get("quantity", ""))} for batch in kept for row in batch.goods]
        return {"materials": [{"name": "涉嫌犯罪案件情况的调查报告", "copies": "1份"}], "goods": goods}


class Answered(ActionForm):
    """The notice of the police that they file."""

    past = ("answered_on",)

    answer_number = forms.CharField(label="立案通知书文号", max_length=100)
    answered_on = DayField(label="收到日期")
    file = forms.FileField(label="通知书扫描件", required=False)


class AnsweredNo(ActionForm):
    """The notice of the police that they do not file."""

    past = ("answered_on",)

    answer_number = forms.CharField(label="不予立案通知书文号", max_length=100)
    answered_on = DayField(label="收到日期")
    answer_reasons = TextField(label="不予立案的理由", rows=3)
    file = forms.FileField(label="通知书扫描件", required=False)


class AskAgain(ActionForm):
    """To whom, and why the police should file."""

    way = forms.ChoiceField(label="方式", choices=WAYS)
    reasons = TextField(label="理由", rows=4)


class Reconsidered(ActionForm):
    """What came of it."""

    past = ("answered_on",)

    filed = forms.ChoiceField(label="结果", choices=[("yes", "公安机关立案"), ("no", "维持不予立案")])
    answer_number = forms.CharField(label="决定或者通知书文号", max_length=100)
    answered_on = DayField(label="收到日期")
    file = forms.FileField(label="扫描件", required=False)


class HandOverGoods(ActionForm):
    """Goods and papers go to the police, which ends the transfer. Source: crime-transfer-12."""

    past = ("handed_at",)
    now = ("handed_at",)

    handed_at = MomentField(label="移交时间")
    goods = _goods()
    receiver = forms.CharField(label="接收人", max_length=50)
    receipt = forms.CharField(label="交接回执", max_length=100)
    file = forms.FileField(label="交接手续扫描件", required=False)

    def known(self) -> dict[str, Any]:
        return {"goods": self.matter.goods}
