"""How the engine's own fields read a page's form and a JSON body alike, and what the page needs to draw them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django import forms


class RowsWidget(forms.Widget):
    """Several like rows. From a page: `name-0-column`; from JSON: a list of objects (or its text)."""

    template_name = "rows"

    def __init__(self, columns: Mapping[str, forms.Field], blank_rows: int = 3) -> None:
        super().__init__()
        self.columns = columns
        self.blank_rows = blank_rows

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        whole = data.get(name)
        if isinstance(whole, str) and whole.strip():
            try:
                return json.loads(whole)
            except json.JSONDecodeError:
                return whole
        if whole:
            return whole
        rows: dict[int, dict[str, Any]] = {}
        for key in data:
            index, _, column = key[len(name) + 1 :].partition("-") if key.startswith(f"{name}-") else ("", "", "")
            if index.isdigit() and column in self.columns:
                rows.setdefault(int(index), {})[column] = data.get(key)
        return [rows[index] for index in sorted(rows) if self._typed(rows[index])]

    def _typed(self, row: Mapping[str, Any]) -> bool:
        """Whether anybody wrote into the row: a list shows its first choice in an empty row too, and that is no writing."""
        written = [name for name, column in self.columns.items() if not isinstance(column.widget, forms.Select | forms.CheckboxInput)]
        return any(str(row.get(name) or "").strip() for name in written or self.columns)

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return name not in data and not any(key.startswith(f"{name}-") for key in data)


class SignatureWidget(forms.Widget):
    """One signature. From a page: `name` holds JSON of the strokes, beside `name-how`, `name-reason`, `name-witness`."""

    template_name = "signature"

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        value = data.get(name)
        if isinstance(value, str) and value.strip().startswith("{"):
            try:
                value = json.loads(value)
            except json.JSONDecodeError:
                return value
        how = data.get(f"{name}-how")
        if how == "refused":
            return {"kind": "refused", "reason": data.get(f"{name}-reason", ""), "witness": data.get(f"{name}-witness", "")}
        if how == "paper":
            return {"kind": "paper"}
        return value or None
