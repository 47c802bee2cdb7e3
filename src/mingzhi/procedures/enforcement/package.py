"""What goes to the court with an application, out of the case file. Nothing is saved here. Serves compulsion-law-55."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from mingzhi.procedures.penalty.file_order import contents

from .models import Enforcement

#: The decision, its facts, reasons and basis, the party's opinion, the demand, and the proof that they arrived.
SENT = frozenset(
    {
        "D05", "D07", "D15", "D15b", "D16", "D20", "D22", "D23", "D25", "D25b", "D25c", "D27", "D28", "D29", "D30", "D31", "D33", "D34",
        "D36c", "D38", "D39", "D39b",
    }
)  # fmt: skip


def materials(row: Enforcement, others: Iterable[Mapping[str, Any]]) -> list[dict[str, str]]:
    """Numbered by the paper: the application, then papers of the file in its order, then what was added by hand."""
    found = [{"name": "强制执行申请书", "copies": "1份", "note": ""}]
    for item in contents(row.case):
        if item.document is not None and item.document.code in SENT:
            found.append({"name": item.title, "copies": f"{item.pages}页", "note": item.number})
    return found + [{"name": one["name"], "copies": one["copies"], "note": one.get("note") or ""} for one in others]
