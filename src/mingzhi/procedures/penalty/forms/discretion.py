"""Input of the approval of a fine that leaves the benchmark."""

from __future__ import annotations

from typing import Any

from django import forms

from mingzhi.core.engine.fields import TextField
from mingzhi.core.engine.forms import ActionForm

from ..benchmarks import deviation, of_a_superior


class ApproveDeviation(ActionForm):
    """The mayor's opinion; where the benchmark is a superior's, the paper by which the superior agreed, named and enclosed."""

    asked = ("superior_paper", "superior_file")

    superior_paper = forms.CharField(label="上级机关批准文书的名称、文号", max_length=100, required=False)
    superior_file = forms.FileField(label="上级机关批准文书扫描件", required=False)
    opinion = TextField(label="镇长意见", rows=2)

    def prepare(self) -> None:
        if not of_a_superior(self.matter.benchmark):
            del self.fields["superior_paper"], self.fields["superior_file"]

    def known(self) -> dict[str, Any]:
        return {"opinion": "同意。"}

    def hints(self) -> list[str]:
        how = deviation(self.matter, self.matter.proposed_penalties)
        if how is None:
            return []
        told = [f"{how}。理由：{self.matter.deviation_because}"]
        if of_a_superior(self.matter.benchmark):
            told.append(f"{self.matter.benchmark}由上级机关制定，偏离的须经制定机关批准，批准文书随卷保存。")
        return told
