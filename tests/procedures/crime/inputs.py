"""For every action of a transfer to the police: the states in which it is possible, who then does it, and raw input that is valid."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from tests.cast import Town
from tests.procedures.penalty.raw_input import day, moment, opinion, reasons
from tests.procedures.samples import Sample, State
from tests.procedures.samples import by as _by

from . import story


def _team(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    """The matter is the case in which a crime is suspected; without one there is nothing to transfer."""
    if matter is None:
        return {}
    data = story.team(matter)
    return data if matter.kind == "penalty" else data | {"about": matter.case_id}


def _said(**data: Any) -> Callable[[Town, Any, datetime], dict[str, Any]]:
    return lambda town, matter, now: data


def _answered(**data: Any) -> Callable[[Town, Any, datetime], dict[str, Any]]:
    return lambda town, matter, now: {"answer_number": "綦公立字〔2026〕31号", "answered_on": day(now), **data}


def _goods(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return {"handed_at": moment(now), "goods": story.GOODS, "receiver": "办案民警", "receipt": "交接单2号"}


# One row an action, so that the table reads like the regulation beside it.
# fmt: off
INPUTS: dict[str, Sample] = {
    "crime.form_team": _by(story.HEAD, _team, "suspected"),
    "crime.report": _by(story.HANDLER, lambda town, matter, now: story.report(), "crime: formed"),
    "crime.approve": _by(story.MAYOR, opinion, "crime: reported"),
    "crime.refuse": _by(story.MAYOR, reasons, "crime: reported"),
    "crime.hand_over": _by(story.HANDLER, lambda town, matter, now: story.handing(moment(now)), "crime: approved"),
    "crime.record_filed": _by(story.HANDLER, _answered(), "crime: handed"),
    "crime.record_not_filed": _by(story.HANDLER, _answered(answer_reasons="未达到立案追诉标准。"), "crime: handed"),
    "crime.ask_again": _by(story.HANDLER, _said(way="police", reasons="价格认定结论已达到标准。"), "crime: not filed"),
    "crime.accept_not_filed": _by(story.HEAD, reasons, "crime: not filed"),
    "crime.record_reconsidered": _by(story.HANDLER, _answered(filed="no"), "crime: asked again"),
    "crime.hand_over_goods": _by(story.HANDLER, _goods, "crime: filed"),
}
# fmt: on


def _suspected(town: Town) -> Any:
    from tests.procedures.penalty.story import agreed

    return agreed(town)


STATES: dict[str, State] = {
    "suspected": ("penalty", _suspected, "2026-03-24 09:00"),
    "crime: formed": ("crime", story.formed, "2026-03-24 10:00"),
    "crime: reported": ("crime", story.reported, "2026-03-25 11:00"),
    "crime: approved": ("crime", story.approved, "2026-03-26 10:00"),
    "crime: handed": ("crime", story.handed, "2026-03-27 10:00"),
    "crime: filed": ("crime", story.filed, "2026-04-01 16:00"),
    "crime: not filed": ("crime", story.not_filed, "2026-04-01 16:00"),
    "crime: asked again": ("crime", story.asked_again, "2026-04-03 11:00"),
}

ASKED_BY = {
    "crime.approve": ("report",),
    "crime.refuse": ("report",),
    "crime.accept_not_filed": ("report", "record_not_filed"),
}
BEGUN_ABOVE = {"crime.form_team"}

__all__ = ["ASKED_BY", "BEGUN_ABOVE", "INPUTS", "STATES"]
