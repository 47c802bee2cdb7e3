"""The words of a story as the input of a form: labels for field names, labels for choices, 是 and 否, files and signatures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.db.models import CharField

from mingzhi.core.engine.fields import FilesField, RowField, RowsField, RowsOfField, SignatureField

from ..filming import made_file

_TRUTH = {"是": True, "true": True, "否": False, "false": False}
_NTH = re.compile(r"^第(\d+)项$")
#: A field of the matter that was not known when the story was written, such as the digest of an image.
_ITS_OWN = re.compile(r"^本件的([a-z]\w*)$", re.ASCII)
_REFUSED = re.compile(r"^拒签[：:](?P<reason>[^；;]*)[；;]见证人[：: ]*(?P<witness>.+)$")
#: A few strokes, as a hand draws them on a screen.
_DRAWN = {"kind": "drawn", "paths": ["M20 30 L60 90", "M40 60 L110 55"], "w": 300, "h": 120}


class UnknownWord(LookupError):
    """A word of the story that the form does not know."""


@dataclass
class Input:
    """What `perform` takes: data and files."""

    data: dict[str, Any] = field(default_factory=dict)
    files: dict[str, Any] = field(default_factory=dict)


def fill(form: forms.Form | None, given: Mapping[str, Any]) -> Input:
    """The story's words as the form's input. Raises UnknownWord naming what the form has."""
    found = Input()
    if form is None:
        if given:
            raise UnknownWord("这个环节不填写内容。")
        return found
    for word, value in given.items():
        name = name_of(form.fields, word)
        kind = form.fields[name]
        if isinstance(kind, forms.FileField):
            names = value if isinstance(value, list) else [value]
            made = [made_file(one) for one in names if one]
            found.files[name] = made if isinstance(kind, FilesField) else made[0]
        else:
            found.data[name] = said(kind, value, getattr(form, "matter", None))
    return found


def name_of(fields: Mapping[str, forms.Field], word: str) -> str:
    """The field called so, by its name or by its label when only one has it."""
    if word in fields:
        return word
    names = [name for name, kind in fields.items() if kind.label == word]
    if len(names) == 1:
        return names[0]
    known = "、".join(f"{kind.label or name}（{name}）" for name, kind in fields.items())
    raise UnknownWord(f"{'有几栏都叫' if names else '没有'}“{word}”{'' if names else '这一栏'}；各栏是：{known}。")


def said(kind: forms.Field, value: Any, matter: Any = None) -> Any:
    """One value as the field takes it. `matter` knows what “本件的…” means."""
    if matter is not None and isinstance(value, str) and (match := _ITS_OWN.match(value)):
        return getattr(matter, match[1])
    if isinstance(kind, RowsField) and isinstance(value, list):
        return [
            {name_of(kind.columns, word): said(kind.columns[name_of(kind.columns, word)], cell, matter) for word, cell in row.items()}
            for row in value
        ]
    if isinstance(kind, SignatureField) and isinstance(value, str):
        return _signature(value)
    if isinstance(kind, forms.BooleanField | forms.NullBooleanField):
        return _TRUTH.get(value, value)
    if isinstance(kind, RowField | RowsOfField):
        return [_nth(kind, one) for one in value] if isinstance(value, list) else _nth(kind, value)
    if isinstance(kind, forms.MultipleChoiceField):
        return [_choice(kind, one) for one in (value if isinstance(value, list) else [value])]
    if isinstance(kind, forms.ChoiceField):
        return _choice(kind, value)
    return value


def _choice(kind: Any, value: Any) -> Any:
    if isinstance(value, str) and (match := _NTH.match(value)):
        choices = list(kind.choices)
        if len(choices) < int(match[1]):
            raise UnknownWord(f"可选的只有 {len(choices)} 项，没有{value}。")
        return choices[int(match[1]) - 1][0]
    for key, label in kind.choices:
        pairs = label if isinstance(label, list | tuple) else [(key, label)]
        for one, text in pairs:
            if str(text) == value:
                return one
    return value


def _nth(kind: Any, value: Any) -> Any:
    """“第2项”: the second row that may be chosen."""
    match = _NTH.match(value) if isinstance(value, str) else None
    if match is None:
        return value
    # A code drawn by chance says nothing of which came first, so such rows (uploads) go by when they were made.
    drawn = isinstance(kind.queryset.model._meta.pk, CharField)
    rows = list(kind.queryset.order_by("created_at" if drawn else "pk")[: int(match[1])])
    if len(rows) < int(match[1]):
        raise UnknownWord(f"可选的只有 {len(rows)} 项，没有{value}。")
    return rows[-1].pk


def _signature(value: str) -> Any:
    if value == "手写":
        return _DRAWN
    if value == "纸面":
        return {"kind": "paper"}
    if match := _REFUSED.match(value):
        return {"kind": "refused", "reason": match["reason"].strip(), "witness": match["witness"].strip()}
    raise UnknownWord(f"签名写作“手写”“纸面”或者“拒签：理由；见证人：姓名”，不是“{value}”。")
