"""Steps of a year's figures that its tests build on: 2025 of a town that did nothing in it, supplied on 2026-01-12.

They are to be public until 2026-01-31.
"""

from __future__ import annotations

from typing import Any

from mingzhi.core.engine.perform import Done, perform
from mingzhi.regulations.figures.models import YearlyFigures
from tests.cast import Town, at

CAPTAIN, MAYOR, CLERK = "luokaifu", "tangguohua", "wangli"
BY_HAND = [{"column": "other.inspection", "value": "46", "source": "行政检查台账"}]
WORDS = {
    "overall": "2025年没有作出行政处罚。",
    "work": "开展行政检查46次，以教育整改为主。",
    "problems": "执法力量不足，记录不够完整。",
    "plans": "加强培训，规范检查记录。",
}


def act(town: Town, action: str, figures: YearlyFigures | None, who: str, when: str, /, **data: Any) -> Done:
    """One action of a year's figures, done by somebody at a moment."""
    return perform(f"figures.{action}", figures, actor=town[who], data=data, at=at(when))


def supplied(town: Town, year: int = 2025, when: str = "2026-01-12 09:00", **changes: Any) -> YearlyFigures:
    return act(town, "supply", None, CAPTAIN, when, **{"year": year, "entered": BY_HAND, **changes}).matter


def written(town: Town, figures: YearlyFigures | None = None, when: str = "2026-01-13 09:00", **changes: Any) -> YearlyFigures:
    return act(town, "write", figures or supplied(town), CAPTAIN, when, **{**WORDS, **changes}).matter


def approved(town: Town, figures: YearlyFigures | None = None, when: str = "2026-01-15 09:00") -> YearlyFigures:
    return act(town, "approve", figures or written(town), MAYOR, when, opinion="同意公开。").matter


def published(town: Town, figures: YearlyFigures | None = None, when: str = "2026-01-16 09:00") -> Done:
    return act(town, "publish", figures or approved(town), CLERK, when)


def is_public(town: Town) -> YearlyFigures:
    return published(town).matter
