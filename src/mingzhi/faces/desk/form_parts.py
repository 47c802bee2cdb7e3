"""A form as it is read: headings with their fields, what sits side by side, when a field applies, and what is wrong, as links.

Only words and places; what a form accepts is decided by the form.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

from django import forms

from mingzhi.core.engine.fields import SignatureField
from mingzhi.core.engine.forms import ActionForm, When

from .shapes import Link
from .wording import named_error

#: A line of at most so many letters, and a list of choices of at most so many each, takes half the width.
_SHORT_LINE = 100
_SHORT_CHOICE = 14
#: A hint names at most so many values.
_NAMED_VALUES = 4


@dataclass(frozen=True)
class FormField:
    """A bound field, whether half the width is enough, whether it is called optional (not what a gate asks for, nor a signature
    that the pen may give later), and when it applies: as JSON for the script, in words without one.
    """

    bound: Any
    half: bool = False
    optional: bool = False
    when: str = ""
    hint: str = ""


@dataclass(frozen=True)
class FormPart:
    """A heading (empty for none) and its fields."""

    title: str
    fields: Sequence[FormField]
    name: str = ""


def parts_of(form: Any) -> list[FormPart]:
    """The visible fields of a form under their headings."""
    told = form.parts() if isinstance(form, ActionForm) else [("", list(form.fields))]
    visible = {field.name for field in form.visible_fields()}
    return [
        FormPart(title, [_field(form, name) for name in names if name in visible], f"part-{place}")
        for place, (title, names) in enumerate(told, start=1)
    ]


def errors_of(form: Any) -> list[Link]:
    """Each faulty field with what is wrong, leading to it. Empty for a form that nobody has sent."""
    return list(_errors(form)) if form.is_bound else []


def _errors(form: Any) -> Iterator[Link]:
    for part in parts_of(form):
        for field in part.fields:
            for text in field.bound.errors:
                yield Link(named_error(str(field.bound.label), str(text)), f"#at-{field.bound.auto_id}")


def _field(form: Any, name: str) -> FormField:
    rule = form.only_when.get(name) if isinstance(form, ActionForm) else None
    if rule is None or rule.field not in form.fields:
        return FormField(form[name], _short(form.fields[name]), _optional(form, name))
    told = json.dumps({"field": rule.field, "values": rule.values, "needed": rule.needed}, ensure_ascii=False)
    return FormField(form[name], _short(form.fields[name]), _optional(form, name), told, _in_words(form.fields[rule.field], rule))


def _optional(form: Any, name: str) -> bool:
    field = form.fields[name]
    return not (field.required or isinstance(field, SignatureField | forms.BooleanField) or name in getattr(form, "asked", ()))


def _short(field: forms.Field) -> bool:
    if isinstance(field, forms.DateField | forms.DateTimeField | forms.DecimalField | forms.IntegerField):
        return True
    if isinstance(field, forms.ModelChoiceField | forms.MultipleChoiceField | forms.FileField):
        return False
    if isinstance(field, forms.ChoiceField):
        return all(len(str(label)) <= _SHORT_CHOICE for _, label in cast("Iterable[tuple[Any, Any]]", field.choices))
    return isinstance(field, forms.CharField) and not isinstance(field.widget, forms.Textarea) and (field.max_length or 999) <= _SHORT_LINE


def _in_words(other: forms.Field, rule: When) -> str:
    """“当事人类别是个体工商户时填写”."""
    ends = "时必填" if rule.needed and set(rule.needed) >= set(rule.values) else "时填写"
    if isinstance(other, forms.BooleanField):
        return f"{'勾选' if 'on' in rule.values else '不勾选'}“{other.label}”{ends}"
    if not rule.values:
        return f"有{other.label}{ends}"
    titles = {str(value): str(label) for value, label in getattr(other, "choices", ())}
    named = [titles.get(value, value) for value in rule.values]
    return f"{other.label}是{'、'.join(named[:_NAMED_VALUES])}{'等' if len(named) > _NAMED_VALUES else ''}{ends}"
