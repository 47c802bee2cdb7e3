"""Steps of a device that its tests build on: bought, taken out after its check, brought back. Its keeper is 王丽."""

from __future__ import annotations

from typing import Any

from mingzhi.core.engine.perform import Done, perform
from mingzhi.regulations.equipment.models import Device
from tests.cast import Town, at

OFFICER, CAPTAIN = "lixuemei", "luokaifu"


def act(town: Town, action: str, device: Device | None, who: str, when: str, /, **data: Any) -> Done:
    """One action of a device, done by somebody at a moment."""
    return perform(f"device.{action}", device, actor=town[who], data=data, at=at(when))


def bought(code: str = "ZF-07", **changes: Any) -> dict[str, Any]:
    told = {"code": code, "device_kind": "body_camera", "vendor": "某厂", "model": "甲型", "serial": f"S{code}", "keeper": "王丽"}
    return {**told, **changes}


def in_store(town: Town, code: str = "ZF-07", when: str = "2026-03-02 09:00", **changes: Any) -> Device:
    return act(town, "register", None, CAPTAIN, when, **bought(code, **changes)).matter


def checked(**changes: Any) -> dict[str, Any]:
    return {"purpose": "万隆村现场检查", "works": True, "power_percent": 95, "space_gib": "58.5", **changes}


def out(town: Town, device: Device | None = None, who: str = OFFICER, when: str = "2026-03-04 08:40", **changes: Any) -> Device:
    return act(town, "check_out", device or in_store(town), who, when, **checked(**changes)).matter


def broken(town: Town, device: Device | None = None, when: str = "2026-03-04 16:00") -> Device:
    return act(town, "report_broken", device or out(town), OFFICER, when, reasons="不能开机。").matter


def retired(town: Town, device: Device | None = None, when: str = "2026-03-10 09:00") -> Device:
    return act(town, "retire", device or broken(town), CAPTAIN, when, reasons="主板损坏，无法修复。").matter
