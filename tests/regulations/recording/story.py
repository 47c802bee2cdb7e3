"""Steps of an activity that its tests build on: out with a camera, on the spot, back with what was recorded, explained where it broke off.

The activity is 李雪梅's and 陈志强's inspection of 2026-03-04, from 09:00 to 10:00.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from mingzhi.core.engine.perform import Done, perform
from mingzhi.faces.cli.filming import film, photograph
from mingzhi.procedures.penalty.models import Case
from mingzhi.regulations.equipment.models import Device
from mingzhi.regulations.footage.models import Clip
from mingzhi.regulations.recording.judging import judged
from mingzhi.regulations.recording.models import Activity, Content
from tests.cast import Town, at
from tests.procedures.penalty import story
from tests.procedures.penalty.story import DRAWN, OFFICERS
from tests.regulations.equipment import story as devices

OFFICER, HEAD, CAPTAIN = "lixuemei", "zhouweimin", "luokaifu"


def act(town: Town, action: str, activity: Activity | None, who: str, when: str, /, **data: Any) -> Done:
    """One action of an activity, done by somebody at a moment."""
    return perform(f"activity.{action}", activity, actor=town[who], data=data, at=at(when))


def arriving(case: Case | None = None, when: str = "2026-03-04 09:00", **changes: Any) -> dict[str, Any]:
    told = {"what": "inspection", "place": "万隆村三组", "purpose": "检查违法建设", "arrived_at": when, "officers": OFFICERS}
    about = {"about": case.pk} if case is not None else {}
    return {**about, **told, **changes}


def camera(town: Town, when: datetime | None = None) -> Device:
    """The body camera, out to 李雪梅."""
    found = Device.objects.filter(authority=town.authority, code="ZF-07").first()
    if found is not None and found.stage == "out":
        return found
    return devices.out(town, found, **({"when": f"{timezone.localtime(when):%Y-%m-%d %H:%M}"} if when else {}))


def equipped(town: Town, case: Case | None = None) -> Case:
    """A filed case, and a camera that is out."""
    camera(town)
    return case or story.filed(town).matter


def on_site(town: Town, case: Case | None = None, when: str = "2026-03-04 09:00", **changes: Any) -> Activity:
    case = equipped(town, case)
    return act(town, "arrive", None, OFFICER, when, **arriving(case, when, **{"devices": ["ZF-07"], **changes})).matter


def leaving(when: str, **changes: Any) -> dict[str, Any]:
    return {"departed_at": when, "spoke": True, "told_party": True, **changes}


def left(town: Town, activity: Activity | None = None, when: str = "2026-03-04 10:00", **changes: Any) -> Activity:
    return act(town, "depart", activity or on_site(town), OFFICER, when, **leaving(when, **changes)).matter


FAR = {"remote": True, "remote_because": "万隆村三组不通公路，步行往返。"}


def left_far_away(town: Town, activity: Activity | None = None, when: str = "2026-03-04 10:00") -> Activity:
    return left(town, activity, when, **FAR)


def clip(town: Town, activity: Activity, began: str, ended: str, when: str = "2026-03-04 11:00", name: str = "") -> Clip:
    """A recording of the camera at an activity, taken in."""
    name = name or f"{at(began):%H%M%S}.mp4"
    return film(activity, camera_of(town), actor=town[OFFICER], at=at(when), from_at=at(began), until_at=at(ended), name=name)


def photo(town: Town, activity: Activity, taken: str, when: str = "2026-03-04 11:00") -> Clip:
    return photograph(activity, camera_of(town), actor=town[OFFICER], at=at(when), taken_at=at(taken), name=f"{at(taken):%H%M%S}.jpg")


def camera_of(town: Town) -> Device:
    return Device.objects.get(authority=town.authority, code="ZF-07")


def first_clip(town: Town) -> Clip:
    return clip(town, left(town), "2026-03-04 09:00", "2026-03-04 10:00")


def stored(town: Town, *clips: tuple[str, str], when: str = "2026-03-04 11:30", activity: Activity | None = None) -> Activity:
    """Everything stored; without `clips` one recording of the whole hour."""
    activity = activity or left(town)
    for began, ended in clips or (("2026-03-04 09:00", "2026-03-04 10:00"),):
        clip(town, activity, began, ended)
    return act(town, "store", activity, OFFICER, when).matter


def looked_at(activity: Activity, **changes: Any) -> dict[str, Any]:
    """Every kind of content at ten seconds of the first recording; no things, no service, nothing else."""
    first = Clip.objects.filter(activity_id=activity.pk).exclude(medium="photo").order_by("began_at").first()
    data: dict[str, Any] = {f"{kind}_none": "本次没有。" for kind in Content.Kind}
    if first is not None:
        for kind in ("scene", "people", "measures"):
            data |= {f"{kind}_clip": first.pk, f"{kind}_at": "00:10", f"{kind}_none": ""}
    shown = [value for value, _ in Activity.Shown.choices]
    return data | {"shown": shown, "clear": True, "no_photographs_because": "另有现场照片。", **changes}


def examined(town: Town, activity: Activity | None = None, when: str = "2026-03-04 12:00", **changes: Any) -> Activity:
    activity = activity or stored(town)
    return act(town, "examine", activity, OFFICER, when, **looked_at(activity, **changes)).matter


#: Seven minutes that nobody recorded.
BROKEN = (("2026-03-04 09:00", "2026-03-04 09:20"), ("2026-03-04 09:27", "2026-03-04 10:00"))


def broken(town: Town, *clips: tuple[str, str]) -> Activity:
    """Examined, with seven minutes missing."""
    return examined(town, stored(town, *(clips or BROKEN)))


def explaining(activity: Activity, **changes: Any) -> dict[str, Any]:
    after = Clip.objects.filter(activity_id=activity.pk).order_by("began_at").last()
    told = {"breaks": [one.key for one in judged(activity).breaks], "reason": "power", "words": "电池耗尽，换电池后继续记录。"}
    spoken = {"clip": after.pk, "offset": "00:05"} if after is not None else {}
    return told | spoken | changes


def explained(town: Town, activity: Activity | None = None, when: str = "2026-03-04 14:00", **changes: Any) -> Activity:
    activity = activity or broken(town)
    return act(town, "explain", activity, OFFICER, when, **explaining(activity, **changes)).matter


def stating(**changes: Any) -> dict[str, Any]:
    told = {"situation": "09:20:00 至 09:27:00 没有记录，换电池。", "signers": OFFICERS}
    return told | {"first_signature": DRAWN, "second_signature": DRAWN} | changes


def stated(town: Town, activity: Activity | None = None, when: str = "2026-03-04 15:00", **changes: Any) -> Done:
    return act(town, "state", activity or explained(town), OFFICER, when, **stating(**changes))


def acknowledged(town: Town, activity: Activity | None = None, when: str = "2026-03-04 16:00", **changes: Any) -> Activity:
    activity = activity or stated(town).matter
    return act(town, "acknowledge", activity, HEAD, when, **{"opinion": "已阅。", **changes}).matter


def unrecorded(case: Case, **changes: Any) -> dict[str, Any]:
    told = {"what": "inspection", "place": "万隆村三组", "purpose": "检查违法建设", "officers": OFFICERS}
    times = {"began_at": "2026-03-04 08:50", "ended_at": "2026-03-04 09:50"}
    return {"about": case.pk, **told, **times, "unrecorded_because": "执法记录仪全部送修。", **changes}


def not_recorded(town: Town, case: Case, when: str = "2026-03-05 09:00", **changes: Any) -> Activity:
    return act(town, "not_recorded", None, OFFICER, when, **unrecorded(case, **changes)).matter


def recorded_whole(town: Town, case: Case, what: str, from_at: datetime, until_at: datetime) -> Activity:
    """An activity of the case around something done there, stored and looked at within the hour after it, without a break."""
    first, last = from_at - timedelta(minutes=5), until_at + timedelta(minutes=5)
    used = camera(town, first - timedelta(minutes=10))

    def then(action: str, activity: Activity | None, minutes: int, **data: Any) -> Activity:
        return perform(f"activity.{action}", activity, actor=town[OFFICER], data=data, at=last + timedelta(minutes=minutes)).matter

    told = {"about": case.pk, "what": what, "place": "万隆村", "purpose": "依法实施", "officers": OFFICERS, "devices": [used.code]}
    activity = then("arrive", None, 0, **told, arrived_at=first)
    activity = then("depart", activity, 0, departed_at=last, spoke=True, told_party=True)
    film(activity, used, actor=town[OFFICER], at=last + timedelta(minutes=5), from_at=first, until_at=last, name=f"{first:%m%d%H%M%S}.mp4")
    activity = then("store", activity, 6)
    return then("examine", activity, 7, **looked_at(activity))
