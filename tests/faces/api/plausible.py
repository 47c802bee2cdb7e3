"""Input that an action's form would most likely take, made from its fields: enough to reach the gates behind it."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from mingzhi.core.engine.fields import RowField, RowsField, RowsOfField, SignatureField
from mingzhi.core.engine.procedure import Action
from tests.cast import CITIZEN

SIGNED = {"kind": "drawn", "paths": ["M20 30 L60 90"], "w": 300, "h": 120}


def plausible(action: Action, matter: Any, actor: Any, at: datetime) -> dict[str, Any]:
    """JSON input for every field that is no file. What the form knows by itself is kept."""
    if action.form is None:
        return {}
    form = action.form(matter=matter, actor=actor, at=at)
    found = {name: _value(field, at) for name, field in form.fields.items() if not isinstance(field, forms.FileField)}
    return {name: CITIZEN.get(name, value) for name, value in found.items() if value not in (None, [])}


def as_typed(given: dict[str, Any]) -> dict[str, Any]:
    """The same input as a page sends it."""
    typed = {}
    for name, value in given.items():
        if isinstance(value, bool):
            typed.update({name: "on"} if value else {})
        elif isinstance(value, dict) or (isinstance(value, list) and value and isinstance(value[0], dict)):
            typed[name] = json.dumps(value, ensure_ascii=False)
        else:
            typed[name] = value
    return typed


def _value(field: forms.Field, at: datetime) -> Any:
    match field:
        case RowsField():
            return [{name: _value(column, at) for name, column in field.columns.items()}] * max(field.at_least, 1)
        case SignatureField():
            return SIGNED
        case RowsOfField():
            return [row.pk for row in field.queryset[: max(field.at_least, 2)]]
        case RowField():
            row = field.queryset.first()
            return row.pk if row else None
        case forms.MultipleChoiceField():
            return [str(value) for value, _ in field.choices if value][:1]
        case forms.ChoiceField():
            return next((str(value) for value, _ in field.choices if value), None)
        case forms.DateTimeField():
            return timezone.localtime(at).strftime("%Y-%m-%dT%H:%M")
        case forms.DateField():
            return timezone.localtime(at).strftime("%Y-%m-%d")
        case forms.BooleanField():
            return True
        case forms.DecimalField():
            return "10.00"
        case forms.IntegerField():
            return 1
    return "写明的内容"
