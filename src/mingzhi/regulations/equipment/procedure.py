"""装备: a device that records, from the shelf to the hill and back, as a table, READ FIRST.

Its plain record: number, maker, keeper, check before use, clock. 装备管理制度 as a whole will lay its rows here.
"""

from __future__ import annotations

from mingzhi.core.engine import Procedure
from mingzhi.core.organs import Post

from . import actions, forms
from .models import ClockReading, Device, Use
from .stages import PATH, Stage

# One row an action, so that the table reads like the regulation beside it.
# fmt: off
devices = Procedure(
    "device", "装备", matter=Device, stages=Stage, ends=(Stage.RETIRED,), path=PATH, section="装备", mainline=("give_back", "check_out"),
    readers=(Post.EQUIPMENT_KEEPER,),
)
devices.keeps(ClockReading, Use)

_KEEPS = (Post.EQUIPMENT_KEEPER, Post.CAPTAIN)
_USES = (Post.OFFICER, Post.CAPTAIN)

devices.action(actions.register, "登记设备", opens=True, to=Stage.IN_STORE, by=_KEEPS, form=forms.Register, cites=("recording-3", "footage-2", "footage-3"),
    numbered="装备")
devices.action(actions.check_out, "领用", at=Stage.IN_STORE, to=Stage.OUT, by=_USES, form=forms.CheckOut, cites=("footage-6", "footage-4", "equipment-7"),
    tells=lambda device, given: f"检查后领用（{given['purpose']}），电量 {given['power_percent']}%，剩余存储 {given['space_gib']} GiB")
devices.action(actions.give_back, "归还", at=Stage.OUT, to=Stage.IN_STORE, by=(*_USES, Post.EQUIPMENT_KEEPER), form=forms.GiveBack, cites="footage-4",
    tells=lambda device, given: f"归还，{given['condition']}")
devices.action(actions.read_clock, "核对时钟", at=(Stage.IN_STORE, Stage.OUT), by=(*_USES, Post.EQUIPMENT_KEEPER), form=forms.ReadClock, cites="footage-9",
    tells=lambda device, given: f"核对时钟，偏差 {device.clock_offset_seconds} 秒")
devices.action(actions.report_broken, "登记故障", at=(Stage.IN_STORE, Stage.OUT), to=Stage.BROKEN, by=(*_USES, Post.EQUIPMENT_KEEPER), form=forms.Reasons, cites="equipment-9",
    tells=lambda device, given: f"故障：{given['reasons']}")
devices.action(actions.put_back, "恢复使用", at=Stage.BROKEN, to=Stage.IN_STORE, by=_KEEPS, form=forms.Reasons, cites="equipment-9",
    tells=lambda device, given: f"恢复使用：{given['reasons']}")
devices.action(actions.retire, "报废", at=(Stage.IN_STORE, Stage.BROKEN), to=Stage.RETIRED, by=_KEEPS, form=forms.Reasons, cites="equipment-3",
    tells=lambda device, given: f"报废：{given['reasons']}")
