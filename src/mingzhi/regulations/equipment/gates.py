"""Facts that must hold before a device is used."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine import before
from mingzhi.core.organs.models import User

from .models import Device


@before("device.check_out", cites="footage-6")
def device_works_and_has_power_and_space(device: Device, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    if not given["works"]:
        return "检查不正常的设备不得使用。请换一台，或者登记故障。"
    if given["power_percent"] == 0 or given["space_gib"] == 0:
        return "电量或者存储空间不足，设备不能使用。请充电、导出资料后再领用，或者换一台。"
    return None


@before("device.give_back", cites="footage-4")
def device_is_given_back_by_its_holder_or_keeper(device: Device, *, actor: User, at: datetime) -> str | None:
    if actor.pk in (device.holder_id, device.keeper_id):
        return None
    return f"这台设备由{device.holder}领用，由{device.keeper}保管。请由他们办理归还。"
