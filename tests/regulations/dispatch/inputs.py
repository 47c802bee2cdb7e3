"""For every action of what goes elsewhere: the states in which it is possible, who then does it, and raw input that is valid."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from mingzhi.regulations.dispatch.models import Sent
from tests.cast import Town
from tests.procedures.penalty.raw_input import day, reasons
from tests.procedures.samples import Sample, State
from tests.procedures.samples import by as _by

from . import story
from .story import CLERK


def _said(**data: Any) -> Callable[[Town, Any, datetime], dict[str, Any]]:
    return lambda town, matter, now: data


def _rows(**more: Any) -> Callable[[Town, Any, datetime], dict[str, Any]]:
    def said(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
        rows = Sent.objects.filter(matter_id=matter.pk, answer="").values_list("pk", flat=True)
        return {"rows": list(rows), "answered_on": day(now), **more}

    return said


def _only_published(town: Town) -> None:
    story.published(town)


# One row an action, so that the table reads like the regulation beside it.
# fmt: off
INPUTS: dict[str, Sample] = {
    "dispatch.prepare": _by(CLERK, _said(channel="credit", **story.DAYS), "dispatch: nothing sent"),
    "dispatch.send": _by(CLERK, _said(**story.SENT), "dispatch: prepared"),
    "dispatch.discard": _by(CLERK, reasons, "dispatch: prepared"),
    "dispatch.acknowledge": _by(CLERK, _rows(), "dispatch: sent"),
    "dispatch.refuse": _by(CLERK, _rows(reasons="处罚类别与代码表不符。"), "dispatch: sent"),
    "dispatch.place": _by(CLERK, _said(**story.PLACED), "dispatch: nothing sent"),
    "dispatch.take_down": _by(CLERK, lambda town, matter, now: {"taken_on": day(now)}, "dispatch: placed"),
}
# fmt: on

STATES: dict[str, State] = {
    "dispatch: nothing sent": ("dispatch", _only_published, "2026-04-08 09:00"),
    "dispatch: prepared": ("dispatch", story.prepared, "2026-04-08 10:00"),
    "dispatch: sent": ("dispatch", story.sent, "2026-04-09 09:00"),
    "dispatch: placed": ("dispatch", story.placed, "2026-04-20 09:00"),
}

BEGUN_ABOVE = {code for code in INPUTS if code.startswith("dispatch.")}

__all__ = ["BEGUN_ABOVE", "INPUTS", "STATES"]
