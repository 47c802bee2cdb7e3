"""For every action of a year's figures: the states in which it is possible, who then does it, and raw input that is valid."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from tests.cast import Town
from tests.procedures.penalty.raw_input import opinion, reasons
from tests.procedures.samples import Sample, State
from tests.procedures.samples import by as _by

from . import story
from .story import CAPTAIN, CLERK, MAYOR


def _said(**data: Any) -> Callable[[Town, Any, datetime], dict[str, Any]]:
    return lambda town, matter, now: data


# One row an action, so that the table reads like the regulation beside it.
# fmt: off
INPUTS: dict[str, Sample] = {
    "figures.supply": _by(CAPTAIN, _said(year=2025, entered=story.BY_HAND), "figures: nothing"),
    "figures.supply_anew": _by(CAPTAIN, _said(entered=story.BY_HAND), "figures: supplied"),
    "figures.write": _by(CAPTAIN, _said(**story.WORDS), "figures: supplied"),
    "figures.approve": _by(MAYOR, opinion, "figures: written"),
    "figures.send_back": _by(MAYOR, reasons, "figures: written", "figures: approved"),
    "figures.publish": _by(CLERK, _said(), "figures: approved"),
    "figures.find_error": _by(CLERK, reasons, "figures: published"),
}
# fmt: on

STATES: dict[str, State] = {
    "figures: nothing": ("figures", lambda town: None, "2026-01-12 09:00"),
    "figures: supplied": ("figures", story.supplied, "2026-01-13 09:00"),
    "figures: written": ("figures", story.written, "2026-01-15 09:00"),
    "figures: approved": ("figures", story.approved, "2026-01-16 09:00"),
    "figures: published": ("figures", story.is_public, "2026-01-19 09:00"),
}

ASKED_BY = {"figures.approve": ("supply", "write")}
#: The captain supplies the figures by duty: nobody asked for them.
BEGUN_ABOVE = {f"figures.{name}" for name in ("supply", "supply_anew", "write", "send_back", "find_error")}

__all__ = ["ASKED_BY", "BEGUN_ABOVE", "INPUTS", "STATES"]
