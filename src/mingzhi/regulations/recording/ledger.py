"""The ledger of use of one device (使用台账): who had it from when to when, at which activities, with what it brought back.

A query over what is on record; nothing is entered for it. Serves 音像记录管理制度 4, 装备管理制度 3.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from mingzhi.core.engine.page_port import ReadingPage, reads
from mingzhi.core.organs.models import User
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
    """One time it was out. Source: footage-4."""

    person: str
    taken_at: datetime
    returned_at: datetime | None
    purpose: str
    checked: str
    condition: str
    brought: list[Brought]


@dataclass(frozen=True)
class Ledger:
    """Every time a device was out, the latest first."""

    uses: list[UseLine]


def uses_of(device: Device) -> list[UseLine]:
    """Three queries, however often it was out."""
    carried = Carried.objects.filter(device=device).values("matter")
    activities = list(Activity.objects.filter(pk__in=carried).order_by("arrived_at"))
    files = Counter(Clip.objects.filter(device=device, activity__in=[row.pk for row in activities]).values_list("activity_id", flat=True))
    lines = []
    for use in Use.objects.filter(matter_id=device.pk).select_related("taken_by").order_by("-id"):
        during = [
            row for row in activities if use.taken_at <= row.arrived_at and (use.returned_at is None or row.arrived_at < use.returned_at)
        ]
        lines.append(
            UseLine(
                person=use.taken_by.name,
                taken_at=use.taken_at,
                returned_at=use.returned_at,
                purpose=use.purpose,
                checked=f"{'正常' if use.works else '不正常'}，电量 {use.power_percent}%，剩余 {use.space_gib} GiB",
                condition=use.condition,
                brought=[Brought(row.pk, row.title, row.number, row.arrived_at, files[row.pk]) for row in during],
            )
        )
    return lines


@reads("device")
def ledger_of(device: Device, viewer: User, at: datetime, asked: Mapping[str, str]) -> ReadingPage:
    """The page of a device with its ledger of use, which prints."""
    return ReadingPage("recording/device.html", Ledger(uses_of(device)))
