"""Steps of a lapse that its tests build on: 王丽 had not published in time, which 孙静 found on 2026-05-06."""

from __future__ import annotations

from typing import Any

from mingzhi.core.engine.perform import Done, perform
from mingzhi.regulations.disclosure.models import Lapse
from tests.cast import Town, at

from .story import HEAD, PUBLISHER

FINDER = "sunjing"
FOUND = {"lapse_kind": "late", "responsible": "王丽", "found_on": "2026-05-06", "what": "清单应当在4月30日以前公开，现在还没有公开。"}


def act(town: Town, action: str, lapse: Lapse | None, who: str, when: str, /, **data: Any) -> Done:
    """One action of a lapse, done by somebody at a moment."""
    return perform(f"lapse.{action}", lapse, actor=town[who], data=data, at=at(when))


def found(town: Town, **told: Any) -> Lapse:
    return act(town, "register", None, FINDER, "2026-05-06 09:00", **(FOUND | told)).matter


def ordered(town: Town, lapse: Lapse | None = None, serious: bool = False) -> Lapse:
    told = {"demand": "立即公开，并核对其他清单。", "serious": serious}
    return act(town, "order_correction", lapse or found(town), HEAD, "2026-05-06 15:00", **told).matter


def reported(town: Town, lapse: Lapse | None = None) -> Lapse:
    told = {"corrected_on": "2026-05-08", "correction": "已经公开。"}
    return act(town, "report_correction", lapse or ordered(town), PUBLISHER, "2026-05-08 10:00", **told).matter


def to_answer_for(town: Town) -> Lapse:
    return act(town, "accept", reported(town, ordered(town, serious=True)), HEAD, "2026-05-09 10:00", opinion="已经改正。").matter
