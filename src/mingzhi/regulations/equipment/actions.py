"""What each action of a device changes. Source: 音像记录管理制度 2 to 4, 6; 装备管理制度 7."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from mingzhi.core.organs.models import User

from .models import ClockReading, Device, Use


def register(
    device: Device, *, actor: User, at: datetime, code: str, device_kind: str, vendor: str, model: str, serial: str, keeper: User
) -> None:
    """Put a device on the list. Source: footage-2, footage-3."""
    device.code, device.device_kind, device.vendor, device.model = code, device_kind, vendor, model
    device.serial, device.keeper = serial, keeper
    device.title = f"{Device.Kind(device_kind).label} {code}"


def check_out(device: Device, *, actor: User, at: datetime, purpose: str, works: bool, power_percent: int, space_gib: Decimal) -> Use:
    """Take it out after the check before use. Source: footage-4, footage-6, equipment-7."""
    device.holder = actor
    return Use(matter=device, taken_by=actor, taken_at=at, purpose=purpose, works=works, power_percent=power_percent, space_gib=space_gib)


def give_back(device: Device, *, actor: User, at: datetime, condition: str) -> Any:
    """Bring it back to the store. Source: footage-4."""
    device.holder = None
    use = Use.objects.filter(matter=device, returned_at__isnull=True).last()
    use.returned_at, use.condition = at, condition
    return use


def read_clock(device: Device, *, actor: User, at: datetime, shown_at: datetime, true_at: datetime) -> ClockReading:
    """Keep by how much its clock is off; what it records is read with that. Source: footage-9."""
    offset = Decimal((shown_at - true_at).total_seconds()).quantize(Decimal("0.1"))
    device.clock_offset_seconds = offset
    return ClockReading(matter=device, shown_at=shown_at, true_at=true_at, offset_seconds=offset, read_by=actor)


def report_broken(device: Device, *, actor: User, at: datetime, reasons: str) -> Any:
    """Stop using what does not work; who had it has it no more. Source: footage-4."""
    device.holder = None
    use = Use.objects.filter(matter=device, returned_at__isnull=True).last()
    if use is not None:
        use.returned_at, use.condition = at, f"故障：{reasons}"[:200]
    return use


def put_back(device: Device, *, actor: User, at: datetime, reasons: str) -> None:
    """Take it into use again once it was mended."""


def retire(device: Device, *, actor: User, at: datetime, reasons: str) -> None:
    """Take it off the list of what is used; what it recorded stays."""
