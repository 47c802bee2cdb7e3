"""Input of orders to correct or to stop, and of the recheck."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.fields import DayField, MomentField, RowsField, SignatureField, TextField
from mingzhi.core.engine.forms import ActionForm, when

from ..models import CorrectionOrder
from .acts import ActForm, SignedForm, choose_the_only, concerned


class AskCorrection(ActionForm):
    """What is to be ordered: to correct by a day (D15), or to stop at once (D15b)."""

    only_when = {"by_on": when("stop", "", needed=True)}

    stop = forms.BooleanField(label="责令停止违法行为", required=False, help_text="不勾选的，为责令（限期）改正")
    content = TextField(label="改正或停止的内容", help_text="每行一项，写明做到什么程度")
    by_on = DayField(label="改正期限", required=False)
    consequences = forms.CharField(label="不改正的后果", max_length=300)

    def known(self) -> dict[str, Any]:
        return {"consequences": "逾期不改正或者拒不停止的，本机关将依法处理。"}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not cleaned.get("stop"):
            self.require("by_on", when="责令限期改正")
        if cleaned.get("by_on") and cleaned["by_on"] < local_day(self.at):
            self.add_error("by_on", "改正期限不能早于今天。")
        return cleaned


def ordered(case: Any) -> QuerySet[CorrectionOrder]:
    """Orders made in a case, not yet found corrected."""
    return CorrectionOrder.objects.filter(matter_id=case.pk, ordered_at__isnull=False).exclude(corrected=True)


class Recheck(ActForm, SignedForm):
    """What the record of a recheck asks for (D16): a result for each thing that was ordered."""

    past = ("acted_at",)
    now = ("acted_at",)

    order = concerned("责令改正")
    acted_at = MomentField(label="复查时间")
    results = RowsField(
        {
            "item": forms.CharField(label="整改要求", max_length=300),
            "result": forms.CharField(label="复查情况", max_length=500),
            "done": forms.BooleanField(label="已完成", required=False),
        },
        label="逐项结果",
        at_least=1,
    )
    conclusion = TextField(label="复查结论", rows=2)
    party_opinion = TextField(label="当事人意见", rows=2)
    party_signature = SignatureField(label="当事人签名", may_refuse=True)

    def prepare(self) -> None:
        super().prepare()
        self.fields["order"].queryset = ordered(self.matter)

    def known(self) -> dict[str, Any]:
        order = ordered(self.matter).first()
        rows = [{"item": line} for line in order.content.splitlines()] if order else []
        return super().known() | {"place": self.matter.place, "results": rows}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        choose_the_only(self, "order", ordered(self.matter))
        order, results = cleaned.get("order"), cleaned.get("results")
        if order and results:
            left = [line for line in order.content.splitlines() if line not in {row["item"] for row in results}]
            if left:
                self.add_error("results", f"以下要求没有复查结果：{'、'.join(left)}。")
            if cleaned.get("acted_at") and cleaned["acted_at"] < order.ordered_at:
                self.add_error("acted_at", "复查时间不能早于责令改正的时间。")
        return cleaned
