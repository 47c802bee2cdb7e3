"""What the demo town published besides decisions: lists in force and in history, one on its way, one late, one whose lateness was answered for."""

from __future__ import annotations

from typing import Any

from mingzhi.regulations.disclosure.models import Bulletin

from .public_files import notice, seen
from .telling import Data, Scene, Step, Story

_COLLECTOR, _CHECKER, _PUBLISHER, _HEAD, _MAYOR, _WATCH = "luokaifu", "zhaomingyuan", "wangli", "zhouweimin", "tangguohua", "sunjing"
_OPINION = {"opinion": "内容与依据核对无误，同意公开。"}
_ROWS = (
    ("辖区在建农房", "是否按规划许可施工", "《重庆市村镇规划建设管理条例》", "每年不低于10%", "现场检查"),
    ("沿街经营户", "是否占道经营、乱堆杂物", "《重庆市村镇规划建设管理条例》", "每季度不低于5%", "现场检查"),
)
_RULE = "《重庆市行政执法监督条例》有关专项整治情况公开的规定"


def bulletin_stories() -> list[Story]:
    """Each with its last step so many working days before today."""
    people = "本镇综合行政执法由综合行政执法大队承担，执法人员姓名、执法证号和执法类别在本网站“谁在执法”栏目逐日公开。"
    powers = "本镇执法事项清单按法定、赋权、委托分类，全文在本网站“能管什么”栏目公开，各版本可以查看。"
    old = _way("sampling", "随机抽查事项清单", "抽查由综合行政执法大队组织，随机抽取对象和人员。", rows=_ROWS[:1])
    new = _carrying(_way("sampling", "随机抽查事项清单（修订）", "增加沿街经营户的抽查，其余不变。", rows=_ROWS, renews=True))
    return [
        Story("公示信息 主体和人员", _way("body", "执法主体和执法人员", people), ends=40),
        Story("公示信息 职责权限", _way("powers", "执法事项清单", powers), ends=42),
        Story("公示信息 抽查清单", old, ends=90),
        Story("公示信息 抽查清单修订", new, ends=20),
        Story(
            "公示信息 委托协议",
            _way("basis", "委托执法协议", "受委托机关委托实施的事项、权限和期限，见执法事项清单中的委托事项。")[:2],
            ends=1,
        ),
        Story(
            "公示信息 救济渠道",
            _way("remedy", "行政复议和行政诉讼的途径", "不服处罚决定的，可以依法申请行政复议或者提起行政诉讼。")[:3],
            ends=26,
        ),
        Story("公示信息 专项整治", _answered_for(), ends=6),
    ]


def _way(topic: str, title: str, text: str, *, rows: Any = (), renews: bool = False, publish: int = 4, required_by: str = "") -> list[Step]:
    """Formed, collected, checked, and published so many working days after."""

    def formed(scene: Scene) -> Data:
        old = Bulletin.objects.filter(topic=topic, stage="published").order_by("-pk").first() if renews else None
        return {
            "topic": topic,
            "title": title,
            "formed_on": scene.workday(0),
            "replaces": old.pk if old else "",
            "required_by": required_by,
        }

    names = ("object", "content", "basis", "share", "manner")
    lines = [{"subject": "石壕镇人民政府", **dict(zip(names, row, strict=True))} for row in rows]
    return [
        Step(0, "09:20", "bulletin.begin", _COLLECTOR, formed),
        Step(1, "10:00", "bulletin.collect", _COLLECTOR, {"text": text, **({"rows": lines} if lines else {})}),
        Step(2, "15:00", "bulletin.check", _CHECKER, _OPINION),
        Step(publish, "10:30", "bulletin.publish", _PUBLISHER, {}),
    ]


def _carrying(way: list[Step]) -> list[Step]:
    """The same with a file: added before it goes to whoever checks, looked at there."""
    begun, collected, *others = way
    added = Step(1, "09:40", "bulletin.attach", _COLLECTOR, {"name": "随机抽查流程"}, files=notice)
    return [begun, added, collected, Step(2, "14:40", "bulletin.look", _CHECKER, seen("bulletin")), *others]


def _answered_for() -> list[Step]:
    """Published after its twenty working days: found by the supervisor, ordered, put right, answered for."""
    text = "本季度集中整治占道经营，出动12次，劝导整改31处，立案2件。"
    steps = _way("result", "占道经营专项整治情况", text, publish=25, required_by=_RULE)

    def found(scene: Scene) -> Data:
        late = scene.story.matters["bulletin"]
        return {
            "lapse_kind": "late", "concerns": late.pk, "responsible": "罗开富", "found_on": scene.workday(0),
            "what": "专项整治情况形成已满二十个工作日，审核后没有发布。",
        }  # fmt: skip

    def mended(scene: Scene) -> Data:
        return {"corrected_on": scene.workday(0), "correction": "已经发布；大队每月底逐项核对公示台账。"}

    order = {"demand": "立即发布，查明原因，逐项核对其他应当公开的信息。", "serious": True}
    return [
        *steps[:3],
        Step(23, "09:10", "lapse.register", _WATCH, found),
        Step(23, "16:00", "lapse.order_correction", _HEAD, order),
        steps[3],
        Step(26, "09:00", "lapse.report_correction", "luokaifu", mended),
        Step(27, "10:00", "lapse.accept", _HEAD, {"opinion": "已经公开，认可。"}),
        Step(29, "15:00", "lapse.hold_accountable", _MAYOR, {"measure": "对大队长罗开富提醒谈话，责令书面检查。"}),
    ]
