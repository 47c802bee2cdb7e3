"""An action's Django form as JSON Schema, and the check that input has those types before the form reads it.

Only types are checked here; what may stand in a field is the form's business, and whether it may be done the engine's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, cast

from django import forms

from mingzhi.core.engine.families import ABOUT, AboutField
from mingzhi.core.engine.fields import FilesField, RowField, RowsField, RowsOfField, SignatureField
from mingzhi.core.engine.procedure import Action

Json = dict[str, Any]

#: Whole numbers are kept in 32 bits on PostgreSQL.
LARGEST_NUMBER = 2**31 - 1
_DAY = r"^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$"
_MOMENT = r"^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}"
_ROW: Json = {"anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "minLength": 1}]}
_SIGNATURE_KINDS: tuple[Json, ...] = (
    {
        "type": "object",
        "title": "屏幕手写",
        "required": ["kind", "paths", "w", "h"],
        "properties": {
            "kind": {"const": "drawn"},
            "paths": {"type": "array", "minItems": 1, "items": {"type": "string"}, "description": "SVG 路径，只含移动和线条"},
            "w": {"type": "number"},
            "h": {"type": "number"},
        },
    },
    {"type": "object", "title": "纸面签名", "required": ["kind"], "properties": {"kind": {"const": "paper"}}},
)
_REFUSED_SIGNATURE: Json = {
    "type": "object",
    "title": "拒签",
    "required": ["kind", "reason", "witness"],
    "properties": {
        "kind": {"const": "refused"},
        "reason": {"type": "string", "minLength": 1},
        "witness": {"type": "string", "minLength": 1},
    },
}


def takes_file(field: forms.Field) -> bool:
    """Whether the field is sent as a file part and not in JSON."""
    return isinstance(field, forms.FileField)


def _choices(field: forms.ChoiceField) -> list[str]:
    """The values of a choice; choices that depend on the matter are known only there and give none."""
    values: list[str] = []
    for value, label in cast(Any, field.choices):
        if isinstance(label, list | tuple):
            values += [str(one) for one, _ in label]
        else:
            values.append(str(value))
    return values if any(values) else []


def _text(field: forms.CharField) -> Json:
    found: Json = {"type": "string"}
    if field.max_length:
        found["maxLength"] = field.max_length
    if field.min_length or field.required:
        found["minLength"] = field.min_length or 1
    return found


def _number(field: forms.IntegerField) -> Json:
    least = field.min_value if field.min_value is not None else -LARGEST_NUMBER
    most = field.max_value if field.max_value is not None else LARGEST_NUMBER
    return {"type": "integer", "minimum": least, "maximum": most}


def _bare(field: forms.Field) -> Json:
    """The schema without title and emptiness. Raises TypeError for a kind of field nobody has described."""
    match field:
        case FilesField():
            return {"type": "array", "items": {"type": "string", "format": "binary"}}
        case forms.FileField():
            return {"type": "string", "format": "binary"}
        case RowsField():
            found: Json = {"type": "array", "items": object_schema(field.columns)}
            return {**found, "minItems": field.at_least} if field.at_least else found
        case SignatureField():
            return {"oneOf": [*_SIGNATURE_KINDS, _REFUSED_SIGNATURE] if field.may_refuse else [*_SIGNATURE_KINDS]}
        case RowsOfField():
            return {"type": "array", "items": _ROW}
        case RowField():
            return _ROW
        case forms.MultipleChoiceField():
            values = _choices(field)
            return {"type": "array", "items": {"type": "string", "enum": values} if values else {"type": "string"}}
        case forms.ChoiceField():
            values = _choices(field)
            return {"type": "string", "enum": values} if values else {"type": "string"}
        case forms.DateTimeField():
            return {"type": "string", "format": "date-time", "pattern": _MOMENT}
        case forms.DateField():
            return {"type": "string", "format": "date", "pattern": _DAY}
        case forms.TimeField():
            return {"type": "string", "format": "time"}
        case forms.BooleanField():
            return {"type": "boolean"}
        case forms.DecimalField():
            return {"type": "string", "pattern": r"^-?[0-9]{1,20}(\.[0-9]{1,6})?$", "description": "十进制数，写成文字"}
        case forms.IntegerField():
            return _number(field)
        case forms.CharField():
            return _text(field)
    raise TypeError(f"接口还没有描述 {type(field).__name__} 这种栏目")


def field_schema(field: forms.Field) -> Json:
    """One field as JSON Schema; what is not required may be null."""
    found = _bare(field)
    described: Json = {}
    if field.label:
        described["title"] = str(field.label)
    words = "；".join(part for part in (str(field.help_text or ""), found.pop("description", "")) if part)
    if words:
        described["description"] = words
    if field.required or takes_file(field):
        return {**described, **found}
    return {**described, "anyOf": [found, {"type": "null"}]}


def object_schema(fields: Mapping[str, forms.Field]) -> Json:
    """Named fields as an object that takes nothing else."""
    needed = [name for name, field in fields.items() if field.required]
    found: Json = {
        "type": "object",
        "properties": {name: field_schema(field) for name, field in fields.items()},
        "additionalProperties": False,
    }
    return {**found, "required": needed} if needed else found


def _fields(action: Action) -> Mapping[str, forms.Field]:
    own = action.form.base_fields if action.form else {}
    return {ABOUT: AboutField(action.procedure), **own} if action.opens and action.procedure.about else own


@cache
def input_schema(action: Action) -> Json:
    """What goes into `input` of an action; files are apart."""
    return {"title": action.title, **object_schema({name: field for name, field in _fields(action).items() if not takes_file(field)})}


@cache
def file_schemas(action: Action) -> Mapping[str, Json]:
    """Parts that are files, by field name."""
    return {name: field_schema(field) for name, field in _fields(action).items() if takes_file(field)}


def shape_errors(action: Action, given: Mapping[str, Any]) -> dict[str, list[str]]:
    """Input whose JSON type is not the documented one, by field; empty when the form may read it."""
    errors: dict[str, list[str]] = {}
    fields = _fields(action)
    for name, value in given.items():
        field = fields.get(name)
        if field is None:
            errors[name] = ["没有这一栏。"]
        elif takes_file(field):
            errors[name] = ["文件请以 multipart/form-data 单独上传。"]
        elif said := _misshapen(field, value):
            errors[name] = [said]
    return errors


def _misshapen(field: forms.Field, value: Any) -> str:
    """Why a value cannot even be read, or nothing."""
    if value is None:
        return ""
    match field:
        case RowsField():
            return _misshapen_rows(field, value)
        case SignatureField():
            return "" if isinstance(value, dict) else "签名应为对象。"
        case RowsOfField() | forms.MultipleChoiceField():
            return "" if isinstance(value, list) and all(_is_name(one) for one in value) else "应为由编号或名称组成的数组。"
        case RowField():
            return "" if _is_name(value) else "应为编号或者名称。"
        case forms.BooleanField():
            return "" if isinstance(value, bool) else "应为 true 或 false。"
        case forms.DecimalField():
            return "" if isinstance(value, str) else '数额应写成文字，如 "1500.50"。'
        case forms.IntegerField():
            return "" if type(value) is int and abs(value) <= LARGEST_NUMBER else "应为整数。"
        case forms.DateTimeField() | forms.DateField():
            return _misshapen_day(field, value)
    return "" if isinstance(value, str) else "应为文字。"


def _misshapen_day(field: forms.Field, value: Any) -> str:
    pattern = _MOMENT if isinstance(field, forms.DateTimeField) else _DAY
    if isinstance(value, str) and (not value or re.match(pattern, value)):
        return ""
    return "应为日期和时间，如 2026-03-05T14:20。" if pattern is _MOMENT else "应为日期，如 2026-03-05。"


def _misshapen_rows(field: RowsField, value: Any) -> str:
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        return "应为由对象组成的数组。"
    for number, row in enumerate(value, start=1):
        for name, cell in row.items():
            column = field.columns.get(name)
            said = "没有这一列。" if column is None else _misshapen(column, cell)
            if said:
                return f"第 {number} 行“{name}”：{said}"
    return ""


def _is_name(value: Any) -> bool:
    return isinstance(value, str) or (type(value) is int and value > 0)
