"""What a measurement found: a figure of the product beside its floor from the same run, and whether the goal is met."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Finding:
    """One goal on one database. `ratio` is the figure over the floor; `most` tells that the target is an upper bound."""

    goal: str
    what: str
    database: str
    floor: float
    floor_is: str
    figure: float
    unit: str
    ratio: float
    target: float
    most: bool = False
    sizes: dict[str, Any] = field(default_factory=dict)
    also: dict[str, Any] = field(default_factory=dict)

    @property
    def met(self) -> bool:
        return self.ratio <= self.target if self.most else self.ratio >= self.target

    def as_json(self) -> dict[str, Any]:
        """The finding as JSON values, with the machine it was found on."""
        return {
            "goal": self.goal,
            "what": self.what,
            "database": self.database,
            "floor": self.floor,
            "floor_is": self.floor_is,
            "figure": self.figure,
            "unit": self.unit,
            "ratio": round(self.ratio, 4),
            "target": f"{'≤' if self.most else '≥'} {self.target}",
            "met": self.met,
            "sizes": self.sizes,
            "also": self.also,
            "machine": machine(),
        }


def machine() -> dict[str, str | int]:
    """What kind of machine this is, and which versions ran; nothing that names it."""
    import django

    return {
        "cores": os.cpu_count() or 0,
        "system": platform.system(),
        "python": platform.python_version(),
        "django": django.get_version(),
    }


#: The columns of `row_of`, for the table a person reads.
COLUMNS = ["目标", "内容", "数据库", "下限", "实测", "比值", "要求", "达到", "规模", "另计"]


def row_of(found: dict[str, Any]) -> list[str]:
    """One finding as a line of the table; a measurement that was left out says why."""
    if "skipped" in found:
        return [found["goal"], "未测", found["database"], "", "", "", "", "", "", found["skipped"]]
    return [
        found["goal"],
        found["what"],
        found["database"],
        f"{_short(found['floor'])} {found['unit']}（{found['floor_is']}）",
        f"{_short(found['figure'])} {found['unit']}",
        f"{found['ratio']:.2f}",
        found["target"],
        "是" if found["met"] else "否",
        _pairs(found["sizes"]),
        _pairs(found["also"]),
    ]


def _short(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _pairs(values: dict[str, Any]) -> str:
    return "，".join(f"{name} {_short(value) if isinstance(value, float) else value}" for name, value in values.items())
