"""Activities of the demo: each officer's own camera, what was done on the spot on record, one gap explained, one upload late, one clip
that discipline inspection asks for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any, Self

from django.utils.timezone import localtime

from mingzhi.core.organs.models import User
from mingzhi.faces.cli.filming import recorded
from mingzhi.regulations.equipment.models import Device
from mingzhi.regulations.footage.models import Clip
from mingzhi.regulations.recording.judging import judged
from mingzhi.regulations.recording.models import Activity, Content

from .moving import recording
from .path import Path
from .pen import signature
from .telling import Data, Scene, Step, Story

#: When in an activity the record broke off, and for how long.
_BROKE_OFF, _BROKEN = timedelta(minutes=15), timedelta(minutes=7)
#: Who takes note of statements.
_DEPUTY = "zhouweimin"
_INSPECTOR = "shaoqing"
#: Officers who go out, each with a camera of their own, by number.
CAMERAS = (
    "lixuemei", "chenzhiqiang", "wumin", "zhangtao", "huangyonghong", "jiangwenbin", "pengxiaolan", "lixiaofeng", "tanguoqiang", "shilei",
    "ranqiming", "qinxiaodong", "hejianjun", "xiangyulan", "ouyangjing", "gongjianhua",
)  # fmt: skip


def camera_stories(begins_on: date, accounts: tuple[str, ...] = CAMERAS) -> list[Story]:
    """Each camera registered, checked and taken out by its officer, its clock compared."""
    return [_camera(number, account, begins_on) for number, account in enumerate(accounts, start=1)]


def _camera(number: int, account: str, begins_on: date) -> Story:
    told = {
        "code": f"ZF-{number:02}", "device_kind": "body_camera", "vendor": "演示厂", "model": "DSJ-A", "serial": f"YS2025{number:04}",
        "keeper": "刘洋",
    }  # fmt: skip
    checked = {"purpose": "日常执法，专人佩戴", "works": True, "power_percent": 100, "space_gib": "58.0"}

    def compared(scene: Scene) -> Data:
        return {"shown_at": scene.at - timedelta(seconds=20 - number), "true_at": scene.at - timedelta(seconds=20)}

    return Story(
        f"装备 ZF-{number:02}",
        [
            Step(0, "08:00", "device.register", "luokaifu", told),
            Step(0, "08:10", "device.read_clock", account, compared),
            Step(0, "08:20", "device.check_out", account, checked),
        ],
        begins_on=begins_on,
    )


def late_story(names: dict[str, str]) -> Story:
    """A patrol that belongs to no case, over for three working days, whose footage nobody has brought."""
    accounts = ("wumin", "zhangtao")

    def begun(scene: Scene) -> Data:
        devices = Device.objects.filter(holder__username__in=accounts, stage="out")
        return {
            "what": "other", "place": "石壕场镇", "purpose": "集市占道经营巡查", "arrived_at": scene.from_at,
            "officers": [names[one] for one in accounts], "devices": [device.pk for device in devices],
        }  # fmt: skip

    def over(scene: Scene) -> Data:
        return {"departed_at": scene.at, "spoke": True, "told_party": True}

    arrive = Step(0, "15:00", "activity.arrive", accounts[0], begun, 45, tuple(names[one] for one in accounts))
    return Story("执法活动 集市巡查", [arrive, Step(0, "15:50", "activity.depart", accounts[0], over)], ends=3)


class Filmed(Path):
    """A case whose acts on the spot are on record."""

    def filmed(self, what: str, lasted: Callable[[Scene], tuple[datetime, datetime]]) -> Self:
        """The activity around an act just done: its cameras, its footage, looked at content by content; with `gap` in its words explained."""
        who, broken = self.accounts[0], self.words.get("gap") == what

        def arrived(scene: Scene) -> Data:
            devices = Device.objects.filter(holder__username__in=self.accounts, stage="out").order_by("pk")
            return {
                "what": what, "place": self.words["place"], "purpose": self.words["cause"][:100], "officers": list(self.officers),
                "arrived_at": lasted(scene)[0], "devices": [row.pk for row in devices][:1],
                "without_camera_because": "" if devices else "配发的执法记录仪送检。",
            }  # fmt: skip

        def departed(scene: Scene) -> Data:
            return {"departed_at": lasted(scene)[1], "spoke": True, "told_party": True}

        self.add("activity.arrive", who, arrived)
        self.add("activity.depart", who, departed)
        for part in range(2 if broken else 1):
            self.add("footage.take_in", who, self._clip(part, broken))
        self.add("activity.store", who, lambda scene: {"nothing_from": "" if _clips(scene) else "没有携带记录设备。"})
        self.add("activity.examine", who, _looked_at)
        if broken:
            self._explained(who)
        return self

    def looked_into(self) -> Self:
        """Somebody complained about the officers: discipline inspection has the footage kept and asks for a copy, which waits for the deputy."""
        letter = "群众来信反映执法人员态度生硬，正在核查"
        self.add("footage.hold", _INSPECTOR, {"hold_kind": "inspection", "because": f"{letter}。"}, clock="15:00")

        def wanted(scene: Scene) -> Data:
            told = {"form": "marked", "recipient_kind": "oversight", "recipient": "石壕镇纪委", "purpose": "核查群众来信", "basis": letter}
            return {"clip": _clips(scene)[-1].pk, "blurs": [], **told}

        self.add("copy.ask", _INSPECTOR, wanted)
        return self

    def _clip(self, part: int, broken: bool) -> Callable[[Scene], Data]:
        def data(scene: Scene) -> Data:
            activity = _activity(scene)
            first, last = activity.arrived_at, activity.departed_at
            assert last is not None
            if broken:
                first, last = ((first, first + _BROKE_OFF), (first + _BROKE_OFF + _BROKEN, last))[part]
            device = activity.recording_carrieds.get().device
            name = f"{device.code}_{localtime(first):%Y%m%d%H%M%S}.mp4"
            return recorded(
                activity,
                device,
                actor=User.objects.get(username=self.accounts[0]),
                at=scene.at,
                from_at=first,
                until_at=last,
                name=name,
                content=recording(last - first, name),
            )

        return data

    def _explained(self, who: str) -> None:
        def explained(scene: Scene) -> Data:
            activity = _activity(scene)
            keys = [one.key for one in judged(activity).breaks]
            told = {"breaks": keys, "reason": "power", "words": "执法记录仪电量耗尽，更换电池后继续记录。"}
            return told | {"clip": _clips(scene)[-1].pk, "offset": "00:04"}

        def stated(scene: Scene) -> Data:
            hands = {"first_signature": signature(self.officers[0]), "second_signature": signature(self.officers[1])}
            return {"signers": list(self.officers), **hands}

        self.add("activity.explain", who, explained)
        self.add("activity.state", who, stated)
        self.add("activity.acknowledge", _DEPUTY, {"opinion": "已阅。今后出勤前检查备用电池。"}, clock="16:40")


def _activity(scene: Scene) -> Activity:
    return Activity.objects.get(pk=scene.story.matters["activity"].pk)


def _clips(scene: Scene) -> list[Clip]:
    return list(Clip.objects.filter(activity_id=scene.story.matters["activity"].pk).order_by("began_at"))


def _looked_at(scene: Scene) -> Data:
    clips = _clips(scene)
    found: dict[str, Any] = {f"{kind}_none": "本次没有这方面的内容。" for kind in Content.Kind}
    for place, kind in enumerate(("scene", "people", "things", "measures") if clips else ()):
        found |= {f"{kind}_clip": clips[0].pk, f"{kind}_at": f"{place * 3 + 1:02}:20", f"{kind}_none": ""}
    shown = [value for value, _ in Activity.Shown.choices]
    return {**found, "shown": shown, "clear": True, "no_photographs_because": "另用相机拍照，见现场照片。"}
