"""The ledger of use of devices (使用台账): who had which one from when to when, at which activities, and what it recorded there.

A query over what is on record; nothing is entered for it. Serves 音像记录管理制度 4, 装备管理制度 3.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from mingzhi.core.engine.page_port import ReadingPage, reads
from mingzhi.core.organs.models import User
from mingzhi.regulations.equipment.asking import Asked, devices_seen_by
from mingzhi.regulations.equipment.models import Device, Use
from mingzhi.regulations.footage.models import Clip

from .models import Activity, Carried


@dataclass(frozen=True)
class Brought:
    """An activity at which the device was carried, and how many files it brought back."""

    pk: int
    title: str
    number: str
    arrived_at: datetime
    files: int


@dataclass(frozen=True)
class UseLine:
    """One time it was out. `apart` counts files recorded meanwhile that are of no activity. Source: footage-4."""

    pk: int
    device_pk: int
    device: str
    person: str
    taken_at: datetime
    returned_at: datetime | None
    purpose: str
    checked: str
    condition: str
    brought: list[Brought]
    apart: int


@dataclass(frozen=True)
class Ledger:
    """Every time a device was out, the latest first."""

    uses: list[UseLine]


def uses(viewer: User, asked: Asked, rows: int) -> list[UseLine]:
    """Uses of every device this person may read of, the latest first. Source: footage-4."""
    seen = devices_seen_by(viewer).order_by()
    if asked.device:
        seen = seen.filter(code=asked.device)
    found = Use.objects.filter(asked.during("taken_at"), asked.of(person="taken_by"), matter__in=seen.values("pk"))
    return _lines(list(found.select_related("taken_by").order_by("-pk")[:rows]))


def uses_of(device: Device) -> list[UseLine]:
    """Every use of one device, the latest first."""
    return _lines(list(Use.objects.filter(matter_id=device.pk).select_related("taken_by").order_by("-pk")))


def _lines(found: Sequence[Use]) -> list[UseLine]:
    """Five queries, however many uses there are; found in their order."""
    if not found:
        return []
    devices = Device.objects.in_bulk({use.matter_id for use in found})
    since = min(use.taken_at for use in found)
    carried: dict[int, list[Activity]] = defaultdict(list)
    begun = Activity.objects.filter(arrived_at__gte=since).values("pk")
    rows = Carried.objects.filter(device__in=devices, matter__in=begun).values_list("device_id", "matter_id").distinct().order_by()
    activities = Activity.objects.in_bulk({activity for _, activity in rows})
    for device, activity in rows:
        carried[device].append(activities[activity])
    clips = Clip.objects.filter(device__in=devices)
    files = Counter(clips.filter(activity__in=activities).values_list("device_id", "activity_id"))
    apart = list(clips.filter(activity__isnull=True, began_at__gte=since).values_list("device_id", "began_at"))
    return [
        UseLine(
            pk=use.pk,
            device_pk=use.matter_id,
            device=devices[use.matter_id].code,
            person=use.taken_by.name,
            taken_at=use.taken_at,
            returned_at=use.returned_at,
            purpose=use.purpose,
            checked=f"{'正常' if use.works else '不正常'}，电量 {use.power_percent}%，剩余 {use.space_gib} GiB",
            condition=use.condition,
            brought=[
                Brought(row.pk, row.title, row.number, row.arrived_at, files[use.matter_id, row.pk])
                for row in sorted(carried[use.matter_id], key=lambda row: row.arrived_at)
                if _during(use, row.arrived_at)
            ],
            apart=sum(device == use.matter_id and _during(use, began_at) for device, began_at in apart),
        )
        for use in found
    ]


def _during(use: Use, moment: datetime) -> bool:
    return use.taken_at <= moment and (use.returned_at is None or moment < use.returned_at)


@reads("device")
def ledger_of(device: Device, viewer: User, at: datetime, asked: Mapping[str, str]) -> ReadingPage:
    """The page of a device with its ledger of use, which prints."""
    return ReadingPage("recording/device.html", Ledger(uses_of(device)))
