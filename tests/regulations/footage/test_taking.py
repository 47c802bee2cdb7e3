"""How a file becomes footage: only one's own upload, read from its name and its content, bound to the one activity it can be of."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from mingzhi.core import vault
from mingzhi.core.engine.errors import InvalidInput, PostNotHeld, Refused
from mingzhi.core.engine.models import Matter
from mingzhi.core.engine.perform import perform
from mingzhi.core.vault.models import Upload
from mingzhi.core.vault.receiving import Asked, taker_of
from mingzhi.regulations.equipment.models import Device
from mingzhi.regulations.footage import finding, taking
from mingzhi.regulations.footage.models import Clip
from mingzhi.regulations.footage.stages import Stage
from tests.cast import at
from tests.core.vault.filming import film, needs_ffmpeg

from . import story
from .story import act, brought, uploaded


def device(town, code: str = "ZF0007", **reading: str) -> Device:
    told = {"code": code, "device_kind": "body_camera", "vendor": "某厂", "serial": f"S{code}", "keeper": "王丽"}
    made = act(town, "device.register", None, "luokaifu", "2026-03-02 09:00", **told).matter
    if reading:
        act(town, "device.read_clock", made, "lixuemei", "2026-03-03 09:00", **reading)
    return Device.objects.get(pk=made.pk)


def take(upload: Upload, when: str = "2026-03-04 12:00") -> Clip:
    taker_of("footage").take(upload, upload.blob, at(when))
    return Clip.objects.get(blob=upload.blob)


def test_a_verified_upload_is_taken_in_as_its_owners_doing(town):
    """recording-16, footage-12, equipment-8-store"""
    clip = take(uploaded(town, name="现场.mp4", exported_at="2026-03-04T11:30:00+08:00"))
    assert (clip.brought_by, clip.name, clip.medium, clip.stage) == (town["lixuemei"], "现场.mp4", Clip.Medium.VIDEO, Stage.STORED)
    assert clip.exported_at == at("2026-03-04 11:30")
    assert clip.number
    assert clip.records.get().actor == town["lixuemei"]


def test_nobody_registers_bytes_that_somebody_else_brought(town):
    """recording-16: not even by knowing their digest."""
    other = uploaded(town, who="wumin")
    for named in (other.pk, other.name, other.sha256, other.blob.sha256):
        with pytest.raises(InvalidInput) as found:
            act(town, "footage.take_in", None, "lixuemei", "2026-03-04 12:00", upload=named, exported_at="2026-03-04 12:00", secrecy="none")
        assert set(found.value.errors) == {"upload"}


def test_an_upload_that_is_not_whole_is_not_taken(town):
    """recording-16"""
    upload = uploaded(town)
    Upload.objects.filter(pk=upload.pk).update(state=Upload.State.WHOLE)
    with pytest.raises(InvalidInput):
        brought(town, upload)


def test_the_name_tells_device_number_and_time_and_the_clock_is_put_right(town):
    """equipment-8-store, footage-12: the device was 65 seconds fast."""
    camera = device(town, "0000007", shown_at="2026-03-03T09:01:05", true_at="2026-03-03T09:00:00")
    name = next(
        name for name in ("0000007_000123_20260304090105_0012.mp4", "DSJ0000007_000123_20260304090105_0012.mp4")
        if (facts := vault.read_name(name)) and facts.device == "0000007"
    )  # fmt: skip
    clip = take(uploaded(town, name=name))
    assert clip.device == camera
    assert clip.sequence == 12
    assert clip.clock_offset_seconds == Decimal("65.0")
    assert clip.began_at == at("2026-03-04 09:00")


def test_the_reading_nearest_in_time_counts(town):
    """footage-9: a clock put right later does not move what was recorded before."""
    camera = device(town, "0000007", shown_at="2026-03-03T09:01:05", true_at="2026-03-03T09:00:00")
    act(town, "device.read_clock", camera, "lixuemei", "2026-03-20 09:00", shown_at="2026-03-20T09:00:00", true_at="2026-03-20T09:00:00")
    camera.refresh_from_db()
    assert camera.clock_offset_seconds == 0
    assert taking.offset_at(camera, at("2026-03-04 10:00")) == Decimal("65.0")
    assert taking.offset_at(camera, at("2026-03-19 10:00")) == 0


def test_the_same_content_is_recognised_whatever_it_is_called(town):
    """equipment-8-store"""
    first = brought(town, uploaded(town, name="甲.mp4", content=story.recording("same")))
    again = uploaded(town, who="chenzhiqiang", name="乙.mp4", content=story.recording("same"))
    with pytest.raises(Refused, match=f"已经入库，编号{first.number}。不必重复上传"):
        take(again)


def test_state_secrets_are_refused_at_the_door_in_words(town):
    """footage-13"""
    asked = Asked(town["lixuemei"], "甲.mp4", 10, {"secrecy": "state"})
    assert "涉及国家秘密的音像资料不得进入本系统" in taker_of("footage").admits(asked, at("2026-03-04 12:00"))
    with pytest.raises(Refused, match="按保密规定存入涉密载体"):
        brought(town, secrecy="state")


def test_who_may_not_bring_footage_is_told_before_the_first_byte(town):
    """equipment-8-store"""
    admits = taker_of("footage").admits
    assert "您没有这些岗位" in admits(Asked(town["zhaomingyuan"], "甲.mp4", 10, {}), at("2026-03-04 12:00"))
    assert "没有编号为 X-9 的设备" in admits(Asked(town["lixuemei"], "甲.mp4", 10, {"device": "X-9"}), at("2026-03-04 12:00"))
    assert admits(Asked(town["lixuemei"], "甲.mp4", 10, {}), at("2026-03-04 12:00")) is None
    with pytest.raises(PostNotHeld):
        take(uploaded(town, who="zhaomingyuan"))


def test_what_is_no_recording_is_not_footage(town):
    """footage-2"""
    with pytest.raises(Refused, match="不是录像、录音或者照片"):
        take(uploaded(town, name="a.txt", content=b"text\n"))


def activities(town, monkeypatch, *found: str) -> list[Matter]:
    now = at("2026-03-04 08:00")
    rows = [
        Matter.objects.create(
            authority=town.authority,
            region=town.authority.region,
            kind="activity",
            title=title,
            stage="ended",
            opened_at=now,
            changed_at=now,
        )
        for title in found
    ]
    monkeypatch.setattr(finding, "_finders", [lambda device, start, end: rows])
    return rows


def test_the_one_activity_that_carried_the_device_then_is_found(town, monkeypatch):
    """footage-12"""
    device(town, "ZF-07")
    (activity,) = activities(town, monkeypatch, "万隆村检查")
    clip = brought(town, device="ZF-07", began_at="2026-03-04 09:10")
    assert (clip.activity_id, clip.stage) == (activity.pk, Stage.BOUND)


def test_of_two_activities_none_is_guessed(town, monkeypatch):
    """footage-12"""
    device(town, "ZF-07")
    activities(town, monkeypatch, "上午", "下午")
    clip = brought(town, device="ZF-07", began_at="2026-03-04 09:10")
    assert (clip.activity, clip.stage) == (None, Stage.STORED)


def test_what_belongs_to_no_activity_is_explained(town):
    """footage-5"""
    clip = brought(town)
    with pytest.raises(InvalidInput):
        act(town, "footage.explain_unbound", clip, "lixuemei", "2026-03-04 13:00", unbound_because="unrelated")
    told = {"unbound_because": "unrelated", "unbound_words": "私人聚会"}
    done = act(town, "footage.explain_unbound", clip, "lixuemei", "2026-03-04 13:00", **told)
    assert done.record.sentence == "不归入执法活动：与执法工作无关，私人聚会"


@needs_ffmpeg
def test_what_is_inside_is_read_afterwards_and_tells_when_it_ends(town, tmp_path, monkeypatch):
    """footage-10, footage-12"""
    device(town, "ZF-07")
    content = film(tmp_path / "a.mp4", 3, created="2026-03-04T01:00:00Z").read_bytes()
    clip = brought(town, uploaded(town, name="a.mp4", content=content), device="ZF-07")
    assert (clip.began_at, clip.read_at) == (None, None)
    (activity,) = activities(town, monkeypatch, "万隆村检查")
    assert taking.read_new(at("2026-03-04 12:05")) == 1
    clip.refresh_from_db()
    assert clip.facts["video_codec"] == "h264"
    assert clip.ended_at - clip.began_at == timedelta(seconds=3)
    assert (clip.activity_id, clip.stage) == (activity.pk, Stage.BOUND)
    assert taking.read_new(at("2026-03-04 12:06")) == 0


def test_what_cannot_be_read_is_kept_and_says_so(town):
    """footage-10"""
    clip = brought(town)
    taking.read_new(at("2026-03-04 12:05"))
    clip.refresh_from_db()
    assert clip.facts["problem"]
    assert clip.records.last().sentence == clip.facts["problem"]


def test_a_town_does_not_see_the_uploads_of_the_next(town):
    from tests.cast import make_town

    other = make_town("500110999", "邻镇", "綦邻镇府", "n-")
    upload = uploaded(other)
    with pytest.raises(InvalidInput):
        perform("footage.take_in", actor=town["lixuemei"], data={"upload": upload.pk, "exported_at": "2026-03-04 12:00", "secrecy": "none"})


def test_an_activity_of_the_house_is_found_by_its_camera_and_time(town):
    """footage-12: the floor of activities answers."""
    activity = story.activity(town)
    clip = brought(town, device="ZF-07", began_at="2026-03-04 09:30")
    assert clip.activity_id == activity.pk
    late = brought(town, uploaded(town, name="晚.mp4"), device="ZF-07", began_at="2026-03-04 10:30")
    assert late.activity is None
