"""Input of the report that ends the investigation: facts found, reasons of discretion, what is proposed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone

from mingzhi.core.engine.fields import RowsField, TextField, YuanField
from mingzhi.core.engine.forms import ActionForm, when
from mingzhi.core.engine.models import Record
from mingzhi.law.fines import PenaltyKind

from ..models import Preservation, Sampling
from ..queries import earlier_findings, like_decisions
from .acts import SignedForm

PUNISH = "punish"
CONCLUSIONS = [
    (PUNISH, "给予行政处罚"),
    ("not_punish", "不予行政处罚"),
    ("withdraw", "撤销立案"),
    ("transfer", "移送其他机关"),
]


#: Steps inside the organ, which the course of the investigation leaves out.
_INWARD = r"\.(propose|revise|endorse_\w+|return_\w+|ask_\w+|refuse_\w+)$"


def _measures(case: Any) -> list[str]:
    """What was kept and sampled and what became of it, and what was approved and never done, a line each."""
    told = []
    for word, rows, done in (("先行登记保存", Preservation.objects, "carried_out_at"), ("抽样取证", Sampling.objects, "taken_at")):
        for row in rows.filter(matter_id=case.pk, disposed_at__isnull=False).order_by("id"):
            each = "、".join(f"{one['name']}{one['quantity']}{one['disposal']}" for one in row.disposals)
            told.append(f"{word}的物品于{timezone.localtime(row.disposed_at):%Y年%-m月%-d日}处理：{each}。")
        for row in rows.filter(matter_id=case.pk, approved_at__isnull=False, **{f"{done}__isnull": True}).order_by("id"):
            told.append(f"{timezone.localtime(row.approved_at):%Y年%-m月%-d日}批准的{word}（{row}）没有实施。")
    return told


class Report(ActionForm, SignedForm):
    """What the report asks for (D20)."""

    groups = (
        ("调查", ("found", "course", "measures", "uncorrected_because")),
        (
            "处理建议",
            ("conclusion", "proposed_penalties", "discretion", "discretion_basis", "reduced_because", "needs_review", "proposal"),
        ),
    )
    only_when = {
        name: when("conclusion", PUNISH)
        for name in ("proposed_penalties", "discretion", "discretion_basis", "reduced_because", "needs_review")
    }

    found = TextField(label="查明的事实", rows=6)
    course = TextField(label="调查经过", rows=4)
    conclusion = forms.ChoiceField(label="处理建议", choices=CONCLUSIONS)
    proposed_penalties = RowsField(
        {
            "kind": forms.ChoiceField(label="处罚种类", choices=[(kind.value, kind.title) for kind in PenaltyKind]),
            "content": forms.CharField(label="处罚内容", max_length=300),
            "amount_yuan": YuanField(label="数额（元）", required=False),
        },
        label="拟给予的处罚",
    )
    proposal = TextField(label="建议和理由", rows=3)
    discretion = TextField(label="裁量说明", rows=4, required=False, help_text="写明情节、后果、改正和从轻从重的理由")
    discretion_basis = forms.CharField(label="裁量依据", max_length=300, required=False, help_text="适用的裁量基准和档次")
    reduced_because = forms.CharField(
        label="减轻处罚的法定情形", max_length=300, required=False, help_text="低于法定最低额的填写，如主动消除或者减轻违法行为危害后果"
    )
    measures = TextField(label="先行登记保存、抽样、鉴定的处理情况", rows=2, required=False)
    uncorrected_because = forms.CharField(
        label="没有责令改正的理由",
        max_length=300,
        required=False,
        help_text="本案已责令改正的不填；违法行为已经终止等不能责令改正的，写明理由",
    )
    needs_review = forms.CharField(
        label="属于重大决定的理由", max_length=200, required=False, help_text="涉及重大公共利益、重大权益、疑难复杂等的填写"
    )

    def prepare(self) -> None:
        self.order_fields([name for name in self.fields if not name.endswith("_signature")])

    def known(self) -> dict[str, Any]:
        case = self.matter
        done = Record.objects.filter(matter_id=case.pk).exclude(action__regex=_INWARD).order_by("version")
        course = [f"{timezone.localtime(row.at):%Y年%-m月%-d日}，{row.sentence}。" for row in done]
        course += [earlier_findings(party, case.authority, self.at) for party in case.penalty_partys.order_by("id")]
        course += filter(None, [like_decisions(case, self.at)])
        return {"found": case.found or case.facts, "course": "\n".join(course), "measures": "\n".join(_measures(case))}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        rows = cleaned.get("proposed_penalties") or []
        if cleaned.get("conclusion") == PUNISH and not rows and "proposed_penalties" not in self.errors:
            self.add_error("proposed_penalties", "建议处罚的，至少写明一项处罚。")
        if cleaned.get("conclusion") not in (None, PUNISH) and rows:
            self.add_error("proposed_penalties", "建议不予处罚、撤案或者移送的，不填写处罚。")
        for number, row in enumerate(rows, start=1):
            if row["kind"] == PenaltyKind.FINE and not row["amount_yuan"]:
                self.add_error("proposed_penalties", f"第 {number} 行：罚款必须写明确定的数额，且大于零。")
        return cleaned


__all__ = ["CONCLUSIONS", "PUNISH", "Report"]
