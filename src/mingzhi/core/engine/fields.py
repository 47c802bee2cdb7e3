"""Fields that enforcement forms need and Django has not: people, a matter's own rows, repeated rows, signatures, amounts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import BigIntegerField, Model, QuerySet

from .widgets import RowsWidget, SignatureWidget


class RowField(forms.ModelChoiceField):
    """One row out of a set that the form narrows; found by id, or by one of `by` (a name, a number) in a story or a key's request."""

    default_error_messages = {"invalid_choice": "没有“%(value)s”。请从列表中选择。"}

    def __init__(self, queryset: QuerySet | None = None, *, by: Iterable[str] = (), **options: Any) -> None:
        options.setdefault("empty_label", "请选择")
        super().__init__(queryset=queryset, **options)
        self.by = tuple(by)

    def to_python(self, value: Any) -> Model | None:
        if value in self.empty_values:
            return None
        found = find_row(self.queryset, value, self.by)
        if found is None:
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice", params={"value": value})
        return found


class RowsOfField(forms.ModelMultipleChoiceField):
    """Several rows out of a set, in the order given."""

    default_error_messages = {"invalid_choice": "没有“%(value)s”。请从列表中选择。"}

    def __init__(
        self, queryset: QuerySet | None = None, *, by: Iterable[str] = (), at_least: int = 0, too_few: str = "", **options: Any
    ) -> None:
        super().__init__(queryset=queryset, **options)
        self.by = tuple(by)
        self.at_least = at_least
        self.too_few = too_few

    def clean(self, value: Any) -> list[Model]:  # type: ignore[override]
        values = [value] if isinstance(value, str | int) else list(value or [])
        values = [item for item in values if item not in self.empty_values]
        if self.required and not values:
            raise ValidationError(self.error_messages["required"], code="required")
        found: list[Model] = []
        for item in values:
            row = find_row(self.queryset, item, self.by)
            if row is None:
                raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice", params={"value": item})
            if row not in found:
                found.append(row)
        if self.at_least and len(found) < self.at_least:
            raise ValidationError(self.too_few or f"至少选择 {self.at_least} 项。", code="too_few")
        return found


def find_row(rows: QuerySet, value: Any, by: Iterable[str]) -> Model | None:
    """The row with this id, or the only one whose named field equals the value."""
    if isinstance(value, Model):
        return rows.filter(pk=value.pk).first()
    if isinstance(value, Mapping):
        value = value.get("id")
    # What no column can hold is nobody's id; SQLite's driver would fail over it.
    if str(value).isdecimal() and int(value) <= BigIntegerField.MAX_BIGINT and (row := rows.filter(pk=int(value)).first()) is not None:
        return row
    for name in by:
        found = list(rows.filter(**{name: value})[:2])
        if len(found) == 1:
            return found[0]
    return None


class RowsField(forms.Field):
    """Repeated like rows, each checked column by column: goods, questions and answers, instalments.

    Gives a list of dicts. Raises one error per faulty cell, naming row and column.
    """

    def __init__(self, columns: Mapping[str, forms.Field], *, at_least: int = 0, blank_rows: int = 3, **options: Any) -> None:
        self.columns = dict(columns)
        self.at_least = at_least
        options.setdefault("required", at_least > 0)
        super().__init__(widget=RowsWidget(self.columns, blank_rows), **options)

    def clean(self, value: Any) -> list[dict[str, Any]]:
        if value in (None, ""):
            value = []
        if not isinstance(value, list) or not all(isinstance(row, Mapping) for row in value):
            raise ValidationError("应为若干行，每行按列填写。", code="invalid")
        errors: list[str] = []
        rows = [self._clean_row(number, row, errors) for number, row in enumerate(value, start=1)]
        if errors:
            raise ValidationError(errors)
        if len(rows) < self.at_least:
            raise ValidationError(f"至少填写 {self.at_least} 行。", code="too_few")
        return rows

    def _clean_row(self, number: int, row: Mapping[str, Any], errors: list[str]) -> dict[str, Any]:
        unknown = [name for name in row if name not in self.columns]
        if unknown:
            errors.append(f"第 {number} 行有不认识的列：{'、'.join(map(str, unknown))}。")
        cleaned = {}
        for name, column in self.columns.items():
            try:
                cleaned[name] = column.clean(row.get(name))
            except ValidationError as problem:
                errors.append(f"第 {number} 行“{column.label or name}”：{'；'.join(problem.messages)}")
        return cleaned


#: A drawn signature of more strokes or longer paths than a hand makes is refused.
_MOST_STROKES = 400
_LONGEST_STROKE = 20_000


class SignatureField(forms.Field):
    """A signature: drawn on screen, left for the pen, or refused with reason and witness (拒签，见证人).

    Gives `{"kind": "drawn", "paths": [...], "w", "h"}`, `{"kind": "paper"}` or `{"kind": "refused", "reason", "witness"}`.
    """

    default_error_messages = {"required": "请签名；拒绝签名的，注明拒签原因和见证人。"}

    def __init__(self, *, may_refuse: bool = False, **options: Any) -> None:
        super().__init__(widget=SignatureWidget(), **options)
        self.may_refuse = may_refuse

    def clean(self, value: Any) -> dict[str, Any] | None:
        value = super().clean(value)
        if value in self.empty_values:
            return None
        if not isinstance(value, Mapping) or value.get("kind") not in {"drawn", "paper", "refused"}:
            raise ValidationError("签名应为屏幕手写、纸面签名或者拒签之一。", code="invalid")
        if value["kind"] == "paper":
            return {"kind": "paper"}
        if value["kind"] == "refused":
            return self._clean_refusal(value)
        paths = value.get("paths")
        if not isinstance(paths, list) or not paths or len(paths) > _MOST_STROKES or not all(_is_stroke(path) for path in paths):
            raise ValidationError("没有读到手写的笔画，请重新签名。", code="invalid")
        try:
            width, height = float(value["w"]), float(value["h"])
        except (KeyError, TypeError, ValueError):
            raise ValidationError("没有读到手写的笔画，请重新签名。", code="invalid") from None
        return {"kind": "drawn", "paths": list(paths), "w": round(width), "h": round(height)}

    def _clean_refusal(self, value: Mapping[str, Any]) -> dict[str, Any]:
        if not self.may_refuse:
            raise ValidationError("此处必须签名，不适用拒签。", code="invalid")
        reason, witness = str(value.get("reason") or "").strip(), str(value.get("witness") or "").strip()
        if not reason or not witness:
            raise ValidationError("拒签的，须写明拒签原因和见证人姓名。", code="incomplete")
        return {"kind": "refused", "reason": reason, "witness": witness}


def _is_stroke(path: Any) -> bool:
    """An SVG path of moves and lines only: nothing that a typesetter or browser could be tricked with."""
    return isinstance(path, str) and 0 < len(path) <= _LONGEST_STROKE and set(path) <= set("MLQC0123456789., -") and path[0] == "M"


class YuanField(forms.DecimalField):
    """An amount in yuan, two decimals, not negative."""

    default_error_messages = {"invalid": "请填写金额，单位为元，如 200 或 1500.50。", "min_value": "金额不能是负数。"}

    def __init__(self, **options: Any) -> None:
        options.setdefault("min_value", 0)
        super().__init__(max_digits=12, decimal_places=2, **options)


class MomentField(forms.DateTimeField):
    """A moment to the minute, in the office's time."""

    default_error_messages = {"invalid": "请填写年月日时分，如 2026-03-05 14:20。"}
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


class DayField(forms.DateField):
    """A day."""

    default_error_messages = {"invalid": "请填写日期，如 2026-03-05。"}
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class TextField(forms.CharField):
    """Several lines of prose."""

    def __init__(self, *, rows: int = 4, **options: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **options)


class FilesInput(forms.FileInput):
    """A file input for several files."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[Any]:
        if hasattr(files, "getlist"):
            return files.getlist(name)
        found = (files or {}).get(name) or []
        return found if isinstance(found, list) else [found]


class FilesField(forms.FileField):
    """Several files at once; gives a list."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("required", False)
        super().__init__(widget=FilesInput(), **options)

    def clean(self, data: Any, initial: Any = None) -> list[Any]:  # type: ignore[override]
        files = data if isinstance(data, list | tuple) else [data] if data else []
        if self.required and not files:
            raise ValidationError(self.error_messages["required"], code="required")
        return [super(FilesField, self).clean(file, initial) for file in files]
