"""Input of enforcement without force. Source: posts-6.4."""

from __future__ import annotations

from typing import Any

from django import forms

from mingzhi.core.engine.fields import MomentField, TextField

from ..models import Guidance
from .acts import ActForm


class Guide(ActForm):
    """How, where and with whom it was done, and what came of it."""

    past = ("acted_at",)
    now = ("acted_at",)

    way = forms.ChoiceField(label="方式", choices=Guidance.Way.choices)
    acted_at = MomentField(label="时间")
    person = forms.CharField(label="对象", max_length=100)
    content = TextField(label="内容", rows=3)
    response = TextField(label="当事人的反应和效果", rows=2, required=False)

    def known(self) -> dict[str, Any]:
        party = self.matter.penalty_partys.order_by("id").first()
        return super().known() | {"person": party.name if party else "", "place": self.matter.place}
