"""The ledger of use of a device is asked of the records; nobody enters it."""

from __future__ import annotations

from mingzhi.regulations.recording.ledger import uses_of
from tests.cast import Town
from tests.regulations.equipment import story as devices

from . import story


def test_each_use_says_who_when_and_what_was_recorded(town: Town):
    """footage-4, equipment-3"""
    activity = story.stored(town)
    device = devices.act(town, "give_back", story.camera_of(town), story.OFFICER, "2026-03-04 17:00", condition="完好").matter
    devices.out(town, device, who="wumin", when="2026-03-05 08:40", purpose="集市巡查")
    latest, first = uses_of(device)
    assert (latest.person, latest.purpose, latest.returned_at, latest.brought) == ("吴敏", "集市巡查", None, [])
    assert (first.person, first.condition, first.checked) == ("李雪梅", "完好", "正常，电量 95%，剩余 58.5 GiB")
    assert [(one.number, one.files) for one in first.brought] == [(activity.number, 1)]
