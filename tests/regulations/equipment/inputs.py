"""For every action of a device: the states in which it is possible, who then does it, and raw input that is valid."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from tests.cast import Town
from tests.procedures.penalty.raw_input import moment, reasons
from tests.procedures.samples import Sample, State
from tests.procedures.samples import by as _by

from . import story

OFFICER, CAPTAIN = story.OFFICER, story.CAPTAIN


def _said(**data: Any) -> Callable[[Town, Any, datetime], dict[str, Any]]:
    return lambda town, matter, now: data


def _read_clock(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return {"shown_at": moment(now, 1), "true_at": moment(now)}


# One row an action, so that the table reads like the regulation beside it.
# fmt: off
INPUTS: dict[str, Sample] = {
    "device.register": _by(CAPTAIN, _said(**story.bought("ZF-09")), "device: nothing"),
    "device.check_out": _by(OFFICER, _said(**story.checked()), "device: in store"),
    "device.give_back": _by(OFFICER, _said(condition="完好"), "device: out"),
    "device.read_clock": _by(OFFICER, _read_clock, "device: in store", "device: out"),
    "device.report_broken": _by(OFFICER, reasons, "device: in store", "device: out"),
    "device.put_back": _by(CAPTAIN, reasons, "device: broken"),
    "device.retire": _by(CAPTAIN, reasons, "device: in store", "device: broken"),
}
# fmt: on

STATES: dict[str, State] = {
    "device: nothing": ("device", lambda town: None, "2026-03-02 09:00"),
    "device: in store": ("device", story.in_store, "2026-03-04 08:30"),
    "device: out": ("device", story.out, "2026-03-04 12:00"),
    "device: broken": ("device", story.broken, "2026-03-05 09:00"),
    "device: retired": ("device", story.retired, "2026-03-11 09:00"),
}

#: A device is nobody's request: the captain keeps it.
BEGUN_ABOVE = {code for code in INPUTS if code.startswith("device.")}

__all__ = ["BEGUN_ABOVE", "INPUTS", "STATES"]
