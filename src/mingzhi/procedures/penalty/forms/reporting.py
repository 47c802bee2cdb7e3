"""Input of the report that ends the investigation: facts found, reasons of discretion, what is proposed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.fields import RowsField, RowsOfField, TextField, YuanField
from mingzhi.core.engine.forms import ActionForm, when
from mingzhi.law.discretion import Mitigation, Proposed
from mingzhi.law.fines import PenaltyKind
from mingzhi.law.money import yuan

from ..benchmarks import basis_words, benchmark_on, circumstances_of, leaves_range, of_a_superior, proposals
from ..course import course
from ..discussing import MAJOR_FACTS
from ..exemptions import listed_words
from ..models import Power, Preservation, Sampling
from ..queries import earlier_findings, like_cases, like_decisions
from ..severity import in_words, total
from .acts import SignedForm

PUNISH = "punish"
CONCLUSIONS = [
    (PUNISH, "给予行政处罚"),
    ("not_punish", "不予行政处罚"),
    ("withdraw", "撤销立案"),
    ("transfer", "移送其他机关"),
]


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
            (
                "conclusion",
                "circumstances",
                "mitigations",
                "proposed_penalties",
                "discretion",
                "discretion_basis",
                "reduced_because",
                "deviation_because",
                "also_violated",
                "major_facts",
                "needs_review",
                "proposal",
            ),
        ),
    )
    only_when = {
        name: when("conclusion", PUNISH)
        for name in (
            "circumstances", "mitigations", "proposed_penalties", "discretion", "discretion_basis", "reduced_because",
            "deviation_because", "also_violated",
        )
    }  # fmt: skip
    asked = ("circumstances", "proposed_penalties", "discretion", "discretion_basis")
    hints_over = "proposed_penalties"
    hints_of = ("conclusion", "circumstances", "mitigations", "proposed_penalties")

    found = TextField(label="查明的事实", rows=6)
    course = TextField(label="调查经过", rows=4)
    conclusion = forms.ChoiceField(label="处理建议", choices=CONCLUSIONS)
    circumstances = forms.MultipleChoiceField(
        label="裁量情节",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="按裁量基准勾选查明的情节，下面显示建议的档次和幅度",
    )
    mitigations = forms.MultipleChoiceField(
        label="从轻、减轻的法定依据",
        choices=[(one.value, one.title) for one in Mitigation],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
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
    discretion_basis = forms.CharField(
        label="裁量依据", max_length=300, required=False, help_text="适用的裁量基准和档次；录入了基准的由系统写明，可以补充"
    )
    reduced_because = forms.CharField(
        label="减轻处罚的法定情形", max_length=300, required=False, help_text="低于法定最低额的填写，如主动消除或者减轻违法行为危害后果"
    )
    deviation_because = forms.CharField(
        label="偏离裁量基准的理由", max_length=300, required=False, help_text="数额不在建议的幅度内的填写；决定之前须经镇长批准或者集体讨论"
    )
    also_violated = RowsOfField(
        Power.objects.none(),
        by=("code", "name"),
        label="同一行为还违反的事项",
        required=False,
        help_text="依罚款数额高的规定处罚，不得两次罚款",
    )
    major_facts = forms.MultipleChoiceField(
        label="属于重大决定的情形", choices=list(MAJOR_FACTS.items()), required=False, widget=forms.CheckboxSelectMultiple
    )
    measures = TextField(label="先行登记保存、抽样、鉴定的处理情况", rows=2, required=False)
    uncorrected_because = forms.CharField(
        label="没有责令改正的理由",
        max_length=300,
        required=False,
        help_text="本案已责令改正的不填；违法行为已经终止等不能责令改正的，写明理由",
    )
    needs_review = forms.CharField(
        label="属于重大决定的理由", max_length=200, required=False, help_text="勾选的情形以外的理由；系统查出的理由不能取消"
    )

    def prepare(self) -> None:
        on = local_day(self.at)
        self.benchmark = benchmark_on(self.matter, on)
        self.fields["circumstances"].choices = circumstances_of(self.benchmark)
        if self.benchmark is None:
            del self.fields["circumstances"]
        others = Power.objects.valid_on(on).filter(authority_id=self.matter.authority_id, scope=Power.Scope.PENALTY)
        self.fields["also_violated"].queryset = others.exclude(code=self.matter.power.code)
        self.order_fields([name for name in self.fields if not name.endswith("_signature")])

    def known(self) -> dict[str, Any]:
        case = self.matter
        told = course(case)
        told += [earlier_findings(party, case.authority, self.at) for party in case.penalty_partys.order_by("id")]
        told += filter(None, [like_decisions(case, self.at)])
        return {"found": case.found or case.facts, "course": "\n".join(told), "measures": "\n".join(_measures(case))}

    def hints(self) -> list[str]:
        """The tier and range that the circumstances ticked so far propose, whether the fine stays inside, and like cases decided here."""
        proposed = self._proposed() if self["conclusion"].value() in (None, "", PUNISH) else []
        return [*proposed, *listed_words(self.matter, local_day(self.at)), *self._like_cases()]

    def _like_cases(self) -> list[str]:
        """Like cases decided here before, each with its tier and penalty; names of parties stay out. Source: posts-6.2."""
        found = []
        for one in like_cases(self.matter, self.at):
            tiers = "、".join(f"{each.tier}档" for each in proposals(one, one.benchmark, one.circumstances))
            found.append(f"同类案件 {one.decision_number}（{one.decided_on}）{tiers}：{in_words(one.decided_penalties) or '不予处罚'}")
        return found

    def _proposed(self) -> list[str]:
        if self.benchmark is None:
            return ["本事项还没有录入裁量基准。请在裁量依据中写明适用的基准和档次。"]
        ticked = self["circumstances"].value() or []
        ticked = [ticked] if isinstance(ticked, str) else ticked  # a draft keeps a single tick as one text
        found = proposals(self.matter, self.benchmark, ticked)
        if not found:
            return [f"适用{self.benchmark}。请勾选查明的裁量情节，这里随之显示建议的档次和幅度。"]
        told = [f"适用{self.benchmark}：{'；'.join(one.why)}，建议{one.range_words}。" for one in found]
        return [*told, *self._measured(found, ticked)]

    def _measured(self, found: list[Proposed], ticked: Iterable[str]) -> list[str]:
        """Whether the fine filled in so far stays inside the range, and what leaving it takes."""
        fine = total(self._fines(), PenaltyKind.FINE)
        if fine is None:
            return []
        mitigated = bool(self["mitigations"].value())
        how = leaves_range(self.matter, self.benchmark, ticked, self._fines(), mitigated)
        if how is None:
            lower = mitigated and any(fine < one.low for one in found)
            return [f"拟罚款{yuan(fine)}元，{'低于建议的幅度，有法定的从轻、减轻情形' if lower else '在建议的幅度之内'}。"]
        leave = "制定机关批准并由镇长登记" if of_a_superior(self.benchmark) else "镇长批准或者集体讨论"
        return [f"拟{how}：须写明偏离裁量基准的理由，决定之前经{leave}。"]

    def _fines(self) -> list[dict[str, Any]]:
        """The fines filled in so far whose amount can be read."""
        amount, found, rows = YuanField(), [], self["proposed_penalties"].value()
        for row in rows if isinstance(rows, list) else ():
            with suppress(ValidationError):
                if isinstance(row, Mapping) and row.get("kind") == PenaltyKind.FINE:
                    found.append({"kind": PenaltyKind.FINE, "amount_yuan": amount.clean(row.get("amount_yuan"))})
        return found

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        rows = cleaned.get("proposed_penalties") or []
        cleaned.setdefault("circumstances", [])
        stated = basis_words(self.benchmark, proposals(self.matter, self.benchmark, cleaned["circumstances"]))
        written = cleaned.get("discretion_basis") or ""
        if rows and self.benchmark is not None and self.benchmark.source not in written:
            cleaned["discretion_basis"] = f"{stated}；{written}" if written else stated
        if cleaned.get("conclusion") == PUNISH and not rows and "proposed_penalties" not in self.errors:
            self.add_error("proposed_penalties", "建议处罚的，至少写明一项处罚。")
        if cleaned.get("conclusion") not in (None, PUNISH) and rows:
            self.add_error("proposed_penalties", "建议不予处罚、撤案或者移送的，不填写处罚。")
        for number, row in enumerate(rows, start=1):
            if row["kind"] == PenaltyKind.FINE and not row["amount_yuan"]:
                self.add_error("proposed_penalties", f"第 {number} 行：罚款必须写明确定的数额，且大于零。")
        return cleaned


__all__ = ["CONCLUSIONS", "PUNISH", "Report"]
