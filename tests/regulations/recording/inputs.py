"""For every action of an activity: the states in which it is possible, who then does it, and raw input that is valid."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.regulations.equipment.models import Device
from mingzhi.regulations.recording.models import Activity
from tests.cast import Town
from tests.procedures.penalty.raw_input import moment, team
from tests.procedures.samples import Sample, State
from tests.procedures.samples import by as _by

from . import story

OFFICER, HEAD = story.OFFICER, story.HEAD


def _case(matter: Any) -> Any:
    return matter if matter is not None and matter.kind == "penalty" else None


def _arrive(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    """The matter is the case the activity is about; without one it stands alone."""
    out = list(Device.objects.filter(authority=town.authority, stage="out").values_list("code", flat=True))
    return story.arriving(_case(matter), moment(now), officers=team(matter), devices=out, without_camera_because="" if out else "送修。")


def _not_recorded(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return story.unrecorded(matter, officers=team(matter), began_at=moment(now, -40), ended_at=moment(now, -5)) if _case(matter) else {}


def _depart(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return story.leaving(moment(now))


def _come_back(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return {"returned_at": moment(now)}


def _store(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return {"nothing_from": "ZF-07 开机后存储卡损坏。"}


def _examine(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return story.looked_at(matter) if isinstance(matter, Activity) else {}


def _explain(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return story.explaining(matter) if isinstance(matter, Activity) and matter.departed_at else {}


def _state(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return story.stating(signers=team(matter))


def _acknowledge(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return {"opinion": "已阅。"}


# One row an action, so that the table reads like the regulation beside it.
# fmt: off
INPUTS: dict[str, Sample] = {
    "activity.arrive": _by(OFFICER, _arrive, "activity: equipped"),
    "activity.not_recorded": _by(OFFICER, _not_recorded, "activity: equipped"),
    "activity.depart": _by(OFFICER, _depart, "activity: on site"),
    "activity.come_back": _by(OFFICER, _come_back, "activity: far away"),
    "activity.store": _by(OFFICER, _store, "activity: left"),
    "activity.examine": _by(OFFICER, _examine, "activity: stored"),
    "activity.explain": _by(OFFICER, _explain, "activity: broken"),
    "activity.state": _by(OFFICER, _state, "activity: explained"),
    "activity.acknowledge": _by(HEAD, _acknowledge, "activity: stated"),
}
# fmt: on

STATES: dict[str, State] = {
    "activity: equipped": ("penalty", story.equipped, "2026-03-04 09:00"),
    "activity: on site": ("activity", story.on_site, "2026-03-04 09:30"),
    "activity: left": ("activity", story.left, "2026-03-04 11:00"),
    "activity: far away": ("activity", story.left_far_away, "2026-03-04 18:00"),
    "activity: stored": ("activity", story.stored, "2026-03-04 11:40"),
    "activity: broken": ("activity", story.broken, "2026-03-04 13:00"),
    "activity: explained": ("activity", story.explained, "2026-03-04 14:30"),
    "activity: stated": ("activity", lambda town: story.stated(town).matter, "2026-03-04 15:30"),
    "activity: complete": ("activity", story.examined, "2026-03-05 09:00"),
}

ASKED_BY = {"activity.acknowledge": ("state",)}

__all__ = ["ASKED_BY", "INPUTS", "STATES"]
