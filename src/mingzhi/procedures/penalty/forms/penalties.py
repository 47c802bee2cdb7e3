"""Penalties as input: rows of kind, words and amount."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from mingzhi.core.engine.fields import RowsField, YuanField
from mingzhi.law.fines import PenaltyKind


class PenaltiesField(RowsField):
    """At least one penalty, or none at all where it is not required; a fine names its amount."""

    def __init__(self, **options: Any) -> None:
        columns = {
            "kind": forms.ChoiceField(label="种类", choices=[(kind.value, kind.title) for kind in PenaltyKind]),
            "content": forms.CharField(label="内容", max_length=300),
            "amount_yuan": YuanField(label="金额（元）", required=False),
        }
        super().__init__(columns, at_least=1, blank_rows=2, **options)

    def clean(self, value: Any) -> list[dict[str, Any]]:
        if not self.required and value in (None, "", []):
            return []
        rows = super().clean(value)
        lacking = [str(number) for number, row in enumerate(rows, 1) if row["kind"] == PenaltyKind.FINE and not row["amount_yuan"]]
        if lacking:
            raise ValidationError(f"第 {'、'.join(lacking)} 行是罚款，必须填写金额。", code="amount")
        return rows
