"""扣押: a stall's tools are seized under a drill power, held thirty days and longer, released and handed back."""

import pytest

from mingzhi.core.ledger import verify
from mingzhi.procedures.compulsion.models import Seizure
from mingzhi.procedures.penalty.models import Case
from mingzhi.regulations.footage.models import Clip
from mingzhi.regulations.recording.models import Activity
from tests.cast import Town, at
from tests.procedures.compulsion.story import GOODS, SCOPE, stall
from tests.regulations.recording import story as recording

from .desk import Desk
from .family import DRAWN, OFFICERS, begin, hand_over, next_is, page_of, shut

pytestmark = pytest.mark.journey


def test_tools_are_seized_held_longer_released_and_handed_back(desk: Desk, staffed: Town):
    """compulsion-law-18, compulsion-law-24, compulsion-law-25, compulsion-law-28"""
    case = stall(staffed)
    seizure = approved(desk, case)
    seized(desk, seizure)
    assert "没有覆盖全过程的执法活动记录" in shut(desk, seizure, "ask_extension")
    desk.shoot("nothing-goes-on-without-a-record")
    recorded(desk, staffed, case)
    extended(desk, seizure)
    released(desk, seizure)
    seizure.refresh_from_db()
    assert seizure.stage == "returned"
    printed = set(seizure.documents.values_list("code", flat=True))
    assert {"D17", "D18", "D18b", "D18c", "D19", "D19b", "D19c", "D33"} <= printed
    assert verify().ok
    assert desk.errors == []


def approved(desk: Desk, case: Case) -> Seizure:
    desk.be("lixuemei", "2026-03-04 09:00")
    begin(
        desk,
        case,
        "申请查封（扣押）",
        {
            "measure": "扣押", "reasons": "当事人多次被劝离后返回继续占道经营，不扣押不足以制止。", "related": "三轮车、烧烤炉是占道经营的工具。",
            "place": "万隆村公路边", "goods": GOODS[:1], "kept_place": "镇执法大队证物室", **SCOPE,
        },
        shot="request",
    )  # fmt: skip
    seizure = Seizure.objects.get()
    desk.be("zhouweimin", "2026-03-04 10:00")
    desk.go(page_of(seizure))
    assert next_is(desk, "批准查封（扣押）")
    desk.shoot("approval")
    desk.do("approve")
    return seizure


def seized(desk: Desk, seizure: Seizure) -> None:
    """Seized on 2026-03-04: the thirty days end on 2026-04-03."""
    desk.be("lixuemei", "2026-03-04 15:00")
    desk.go(page_of(seizure))
    assert next_is(desk, "实施查封（扣押）")
    desk.do(
        "seize",
        {
            "officers": OFFICERS, "from_at": "2026-03-04T14:00", "until_at": "2026-03-04T14:40", "recorder": "陈志强", "showed_card": True,
            "told_rights": True, "heard": True, "statement": "东西可以扣，希望早点退。", "seals": "封条第0012号，贴于车厢门", "custodian": "王丽",
            "findings": "当事人在公路边摆设烧烤摊，执法人员当面清点后装车。", "handed_over": True, "recording": "记录仪 ZF-07，2026030401",
            "party_signature": DRAWN, "first_signature": DRAWN, "second_signature": DRAWN,
        },
    )  # fmt: skip
    assert "2026-04-03" in desk.page.inner_text(".due")
    assert next_is(desk, "登记保管")
    desk.shoot("seized")
    paper = seizure.documents.get(code="D18")
    desk.go(f"/documents/{paper.pk}/")
    desk.page.wait_for_load_state("networkidle")
    desk.shoot("seizure-paper")


def recorded(desk: Desk, town: Town, case: Case) -> None:
    """The camera's seven minutes that are missing are found, spoken of, stated by two and known to the deputy."""
    recording.camera(town, at("2026-03-04 13:30"))
    begin(
        desk,
        case,
        "到达现场",
        {"what": "查封扣押", "place": "万隆村公路边", "purpose": "依法扣押占道经营的工具", "arrived_at": "2026-03-04T13:50"},
        shot="arrived",
    )
    activity = Activity.objects.get()
    desk.do("depart", {"departed_at": "2026-03-04T14:50", "spoke": True, "told_party": True})
    for began, ended in (("2026-03-04 13:50", "2026-03-04 14:10"), ("2026-03-04 14:17", "2026-03-04 14:50")):
        recording.clip(town, activity, began, ended, when="2026-03-04 15:00")
    desk.go(page_of(activity))
    desk.do("store")
    first, second = Clip.objects.filter(activity_id=activity.pk).order_by("began_at")
    looked = recording.looked_at(activity)
    told = {name: value for name, value in looked.items() if value and name not in ("shown", "clear")}
    told |= {name: str(first) for name in told if name.endswith("_clip")}
    desk.do("examine", told | {"shown": [label for _, label in Activity.Shown.choices], "clear": True})
    assert "中断 7 分钟" in desk.page.inner_text("#continuity") and next_is(desk, "说明中断原因")
    desk.shoot("seven-minutes-are-missing")
    desk.do("explain", {"reason": "电量不足", "words": "电池耗尽，换电池后继续记录。", "clip": str(second), "offset": "00:05"})
    desk.do("state", {"first_signature": DRAWN, "second_signature": DRAWN})
    desk.shoot("stated-by-two")
    desk.be("zhouweimin", "2026-03-04 16:00")
    desk.go(page_of(activity))
    desk.do("acknowledge")
    assert "记录完整" in desk.page.inner_text("main")
    desk.shoot("known-to-the-deputy")


def extended(desk: Desk, seizure: Seizure) -> None:
    desk.be("zhouweimin", "2026-04-01 08:00")
    assert "第二十五条" in shut(desk, seizure, "approve_extension")
    desk.be("lixuemei", "2026-04-01 09:00")
    desk.go(page_of(seizure))
    desk.do("ask_extension", {"reasons": "涉及多名当事人，情况复杂。"})
    desk.be("zhouweimin", "2026-04-02 09:00")
    desk.go(page_of(seizure))
    assert next_is(desk, "批准延长查封（扣押）")
    desk.do("approve_extension")
    assert "2026-05-03" in desk.page.inner_text(".due")
    desk.be("lixuemei", "2026-04-02 15:00")
    hand_over(desk, seizure, "serve", "2026-04-02T14:40")
    desk.shoot("extended-and-told")


def released(desk: Desk, seizure: Seizure) -> None:
    desk.be("zhouweimin", "2026-04-10 09:00")
    desk.go(page_of(seizure))
    desk.do("release", {"ground": "other", "reasons": "当事人已经改正，证据已固定。"})
    desk.be("lixuemei", "2026-04-10 10:30")
    hand_over(desk, seizure, "serve", "2026-04-10T10:00")
    assert next_is(desk, "退还")
    desk.shoot("to-be-handed-back")
    desk.be("lixuemei", "2026-04-10 11:30")
    desk.go(page_of(seizure))
    desk.do("hand_back", {"officers": OFFICERS, "acted_at": "2026-04-10T11:00", "party_signature": DRAWN})
    assert "本件已办结" in desk.page.inner_text("main")
    desk.shoot("handed-back")
