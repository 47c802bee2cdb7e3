"""Which activities of enforcement carried a device at a time. The floor above knows; it registers here.

    @finds_activities
    def carried(device, from_at, until_at) -> list[Matter]: ...

And by which words a clip is found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from mingzhi.core.engine.models import Matter
from mingzhi.core.engine.search import searchable
from mingzhi.regulations.equipment.models import Device

from .models import Clip

Finds = Callable[[Device, datetime, datetime], list[Matter]]

_finders: list[Finds] = []


def finds_activities(function: Finds) -> Finds:
    """Have this say which activities carried a device between two moments; the latest one registered serves."""
    _finders[:] = [function]
    return function


def activities_for(device: Device, from_at: datetime, until_at: datetime) -> list[Matter]:
    """The activities that carried this device at some moment of that time; none while nobody can tell."""
    return _finders[0](device, from_at, until_at) if _finders else []


def only_activity(clip: Clip) -> Matter | None:
    """The one activity at which a clip must have been taken: its device was carried there then, and nowhere else. Source: footage-12."""
    if clip.device is None or clip.began_at is None:
        return None
    found = activities_for(clip.device, clip.began_at, clip.ended_at or clip.began_at)
    return found[0] if len(found) == 1 else None


@searchable("footage")
def name_and_device(clip: Clip) -> Iterable[str]:
    """The name the camera gave, the device's number, who took it, the activity."""
    yield clip.name
    if clip.device:
        yield clip.device.code
    if clip.taken_by:
        yield clip.taken_by.name
    if clip.activity:
        yield clip.activity.title
