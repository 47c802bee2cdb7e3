"""执法记录仪: a camera is checked and taken out, goes to an inspection and back, its footage comes over a line that breaks, and seven minutes
that nobody recorded are explained before the case goes on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import expect

from mingzhi.core.ledger import verify
from mingzhi.core.vault.models import Upload
from mingzhi.procedures.penalty.models import Case
from mingzhi.regulations.equipment.models import Device, Use
from mingzhi.regulations.footage.models import Clip
from mingzhi.regulations.footage.taking import read_new
from mingzhi.regulations.recording.models import Activity
from tests.cast import Town, at
from tests.core.vault.filming import ffmpeg, needs_ffmpeg
from tests.core.vault.uploads.cutting import CuttingProxy
from tests.procedures.penalty import story
from tests.regulations.equipment import story as devices

from .desk import Desk
from .family import DRAWN, OFFICERS, begin, next_is, page_of, shut

pytestmark = [pytest.mark.journey, needs_ffmpeg]

#: What the camera brought back: from when to when. From 09:20 to 09:27 there is nothing.
TAKES = (("2026-03-04 09:00", "2026-03-04 09:20"), ("2026-03-04 09:27", "2026-03-04 10:00"))
#: One picture in so many seconds, so that half an hour is made in a moment; noise, so that it has some megabytes.
SECONDS_A_PICTURE = 10


@pytest.fixture
def places(tmp_path: Path, settings) -> Iterator[Path]:
    """A vault of its own, and a card with the camera's recordings."""
    settings.VAULT_DIR, settings.DATA_DIR = tmp_path / "vault", tmp_path / "data"
    card = tmp_path / "card"
    card.mkdir()
    yield card


def take(card: Path, number: int, began: datetime, ended: datetime) -> Path:
    """A recording as the camera names and dates it: its length and its beginning stand inside."""
    file = card / f"SZF07_500399_{began:%Y%m%d%H%M%S}_{number:04}.MP4"
    seconds = int((ended - began).total_seconds())
    picture = f"testsrc=size=320x240:rate=1/{SECONDS_A_PICTURE}:duration={seconds},noise=alls=60:allf=t"
    coded = ["-c:v", "libx264", "-preset", "ultrafast", "-qp", "4", "-pix_fmt", "yuv420p", "-threads", "1"]
    ffmpeg("-f", "lavfi", "-i", picture, *coded, "-metadata", f"creation_time={began.isoformat()}", str(file))
    return file


def test_a_camera_goes_out_and_comes_back_with_seven_minutes_missing(desk: Desk, staffed: Town, places: Path):
    """footage-4, footage-6, footage-12, recording-12-interrupt, recording-16, footage-11"""
    devices.in_store(staffed)
    case = story.filed(staffed).matter
    checked_out(desk)
    activity = inspected(desk, case)
    story.questioned(staffed, case)
    story.corrected(staffed, case)
    given_back(desk)
    came_in(desk, activity, places)
    looked_at(desk, activity)
    explained(desk, activity, case)
    desk.be("lixuemei", "2026-03-23 10:00")
    goes_on(desk, case)
    activity.refresh_from_db()
    assert activity.stage == "complete"
    assert list(activity.documents.values_list("code", flat=True)) == ["D50"]
    assert verify().ok
    # What the browser says of a line that is cut, and of the two refusals, is no fault of a page.
    assert [words for words in desk.errors if not any(known in words for known in ("net::ERR_", "409 (Conflict)", "status of 460"))] == []


def checked_out(desk: Desk) -> None:
    """A camera that fails its check stays where it is."""
    device = Device.objects.get()
    desk.be("lixuemei", "2026-03-04 08:40")
    desk.go(page_of(device))
    assert next_is(desk, "领用")
    checked = {"purpose": "万隆村三组现场检查", "works": False, "power_percent": "95", "space_gib": "58.5"}
    desk.do("check_out", checked, done=False)
    assert "检查不正常的设备不得使用" in desk.page.inner_text("main")
    desk.shoot("a-camera-that-fails-its-check")
    desk.fill({**checked, "works": True})
    desk.send()
    device.refresh_from_db()
    assert (device.stage, device.holder.username) == ("out", "lixuemei")
    desk.shoot("taken-out")


def inspected(desk: Desk, case: Case) -> Activity:
    """On the spot from 09:00 to 10:00, an inspection of the case."""
    desk.be("lixuemei", "2026-03-04 09:01")
    begin(
        desk,
        case,
        "到达现场",
        {"what": "现场检查（勘验）", "place": "万隆村三组", "purpose": "检查违法建设", "arrived_at": "2026-03-04T09:00"},
        shot="arrived",
    )
    activity = Activity.objects.get()
    desk.be("lixuemei", "2026-03-04 10:00")
    desk.go(page_of(activity))
    assert next_is(desk, "离开现场")
    desk.do("depart", {"departed_at": "2026-03-04T10:00", "spoke": True, "told_party": True})
    desk.shoot("left")
    desk.clock.to("2026-03-04 10:05")
    desk.go(page_of(case))
    desk.do(
        "inspect",
        {
            "officers": OFFICERS, "place": "万隆村三组", "from_at": "2026-03-04T09:05", "until_at": "2026-03-04T09:50",
            "recorder": "陈志强", "attire": "已按规定着装、佩戴执法标识", "showed_card": True, "told_rights": True, "told_recording": True,
            "rights_answer": "看清楚了，不申请回避。", "findings": "房屋一层，砖混结构，长12.0米，宽8.5米，未见规划许可证。",
            "party_opinion": "情况属实。", "party_signature": DRAWN, "first_signature": DRAWN, "second_signature": DRAWN,
        },
    )  # fmt: skip
    return activity


def given_back(desk: Desk) -> None:
    desk.be("lixuemei", "2026-03-04 10:50")
    desk.go(page_of(Device.objects.get()))
    desk.do("give_back")
    assert Use.objects.get().returned_at == at("2026-03-04 10:50")


def came_in(desk: Desk, activity: Activity, card: Path) -> None:
    """From the activity's page to the page of uploads, over a line that is cut three times, and back."""
    files = [take(card, number, at(began), at(ended)) for number, (began, ended) in enumerate(TAKES, start=1)]
    desk.be("lixuemei", "2026-03-04 11:00")
    desk.go(page_of(activity))
    assert "没有资料入库" in shut_by_sending(desk)
    desk.page.click(".say a:text-is('上传本次活动的资料')")
    desk.page.wait_for_url("**/uploads?*")
    line = CuttingProxy(int(desk.address.rpartition(":")[2]), cuts=0, within_bytes=1, seed=0)
    at_the_office, desk.address = desk.address, f"http://localhost:{line.port}"
    try:
        desk.go(desk.page.url.removeprefix(at_the_office))
        assert desk.page.input_value("select[name=activity]") == activity.number
        assert desk.page.input_value("select[name=device]") == "ZF-07"
        desk.shoot("to-be-uploaded")
        line.cut_after(3 << 20, 6 << 20, 9 << 20)
        desk.page.locator("input[type=file]").set_input_files(files)
        for number in range(1, 4):
            cut(desk, line, number)
            expect(desk.page.locator("[data-list] [data-words].soon")).to_contain_text("连接中断", timeout=60_000)
            if number == 2:
                desk.shoot("cut")
            line.mend()
        expect(desk.page.locator("[data-list] [data-words].ok")).to_have_count(len(files), timeout=120_000)
        desk.shoot("whole-all-the-same")
        assert line.cut == 3
        desk.page.click(".say a")
        desk.page.wait_for_url(f"**{page_of(activity)}")
    finally:
        desk.address = at_the_office
        line.close()
    assert [row.state for row in Upload.objects.all()] == ["taken", "taken"]
    read_new(at("2026-03-04 11:05"))
    first, second = Clip.objects.order_by("began_at")
    assert {first.activity_id, second.activity_id} == {activity.pk}
    assert {clip.taken_by.username for clip in (first, second)} == {"lixuemei"}
    assert [(clip.began_at, clip.ended_at) for clip in (first, second)] == [(at(began), at(ended)) for began, ended in TAKES]


def cut(desk: Desk, line: CuttingProxy, number: int) -> None:
    """Wait until the line broke for the so manyth time."""
    for _ in range(1200):
        if line.cut >= number:
            return
        desk.page.wait_for_timeout(50)
    raise AssertionError(f"the line was cut {line.cut} times")


def shut_by_sending(desk: Desk) -> str:
    desk.do("store", done=False)
    return desk.page.inner_text("main")


def looked_at(desk: Desk, activity: Activity) -> None:
    desk.clock.to("2026-03-04 11:10")
    desk.go(page_of(activity))
    desk.do("store")
    first = Clip.objects.order_by("began_at").first()
    seen = {f"{kind}_clip": str(first) for kind in ("scene", "people", "measures")} | {
        f"{kind}_at": "00:10" for kind in ("scene", "people", "measures")
    }
    lacking = {f"{kind}_none": "本次没有。" for kind in ("things", "service", "other")}
    desk.shoot("to-be-looked-at")
    desk.do(
        "examine",
        {
            **seen,
            **lacking,
            "shown": [label for _, label in Activity.Shown.choices],
            "clear": True,
            "no_photographs_because": "另有现场照片。",
        },
    )
    assert "中断 7 分钟" in desk.page.inner_text("#continuity")
    assert next_is(desk, "说明中断原因")
    desk.shoot("seven-minutes-are-missing")


def explained(desk: Desk, activity: Activity, case: Case) -> None:
    """Shut in the case, in words with the way there; the statement is drafted, signed by two, known to the deputy."""
    desk.be("lixuemei", "2026-03-23 09:00")
    said = shut(desk, case, "report")
    assert activity.number in said
    assert "还没有由两名以上执法人员签字说明并报分管负责人" in said
    assert "第十二条" in said
    desk.shoot("the-case-waits-for-it")
    desk.page.click("#do .shut a:has-text('到')")
    assert desk.page.url.split("?")[0].endswith(page_of(activity))
    second = Clip.objects.order_by("began_at").last()
    desk.do("explain", {"reason": "电量不足", "words": "电池耗尽，换电池后继续记录。", "clip": str(second), "offset": "00:05"})
    desk.go(f"{page_of(activity)}?do=state")
    assert "09:20" in desk.page.input_value("[name=situation]")
    desk.shoot("statement-drafted")
    desk.do("state", {"first_signature": DRAWN, "second_signature": DRAWN})
    assert "还没有由两名以上执法人员签字说明" in shut(desk, case, "report")
    paper = activity.documents.get(code="D50")
    desk.go(f"/documents/{paper.pk}/")
    desk.page.wait_for_load_state("networkidle")
    desk.shoot("the-statement")
    desk.be("zhouweimin", "2026-03-23 09:30")
    desk.shoot("first-page-of-the-deputy")
    desk.go(page_of(activity))
    assert next_is(desk, "阅知情况说明")
    desk.do("acknowledge")
    assert "记录完整" in desk.page.inner_text("main")
    desk.shoot("known-to-the-deputy")


def goes_on(desk: Desk, case: Case) -> None:
    report = story.final_report(Case.objects.get(pk=case.pk))
    desk.go(page_of(case))
    desk.shoot("the-case-is-open")
    desk.do(
        "report",
        {name: report[name] for name in ("found", "course", "proposal", "discretion", "discretion_basis")}
        | {"conclusion": "给予行政处罚", "proposed_penalties": [{"kind": "其他行政处罚", "content": "限期拆除违法建设"}]},
    )
    assert Case.objects.get(pk=case.pk).stage == "reported"
    desk.shoot("the-case-went-on")
