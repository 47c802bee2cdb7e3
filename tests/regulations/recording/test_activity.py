"""An activity of enforcement: two officers in one place with a camera, what was said on the spot, stored in time."""

from __future__ import annotations

from typing import Any

import pytest

from mingzhi.core.engine.deadlines import in_words
from mingzhi.core.engine.errors import Refused
from mingzhi.core.engine.models import Deadline
from mingzhi.core.engine.page_port import remark_on, remarks_at_home
from mingzhi.regulations.recording.models import Activity
from tests.cast import Town, at
from tests.procedures.penalty import story as cases
from tests.procedures.penalty.story import refused_under
from tests.regulations.equipment import story as devices

from . import story


def refused(run: Any, *expected: str) -> str:
    """Run it, see it refused under exactly these provisions, and give the sentences."""
    with pytest.raises(Refused) as caught:
        run()
    assert refused_under(caught) == set(expected)
    return "".join(row.sentence for row in caught.value.refusals)


def test_an_activity_may_be_about_no_case(town: Town):
    """recording-12-continuous"""
    story.camera(town)
    activity = story.act(town, "arrive", None, story.OFFICER, "2026-03-04 09:00", **story.arriving(devices=["ZF-07"])).matter
    assert activity.case is None and activity.number.endswith("活动〔2026〕1号")
    assert [row.device.code for row in activity.recording_carrieds.all()] == ["ZF-07"]


def test_without_a_case_two_officers_go_all_the_same(town: Town):
    """penalty-law-42, cq-inspection-15"""
    story.camera(town)
    alone = story.arriving(devices=["ZF-07"], officers=["李雪梅"])
    refused(lambda: story.act(town, "arrive", None, story.OFFICER, "2026-03-04 09:00", **alone), "penalty-law-42", "cq-inspection-15")


def test_a_certificate_is_valid_on_the_day_of_arrival(town: Town):
    """penalty-law-42, personnel-4, personnel-7"""
    story.camera(town)
    without = story.arriving(devices=["ZF-07"], officers=["李雪梅", "钱新来"])
    words = refused(
        lambda: story.act(town, "arrive", None, story.OFFICER, "2026-03-04 09:00", **without),
        "penalty-law-42",
        "personnel-4",
        "personnel-7",
    )
    assert "钱新来在2026-03-04没有有效的行政执法证" in words


def test_nobody_is_at_two_activities_at_once(town: Town):
    """town-one-place"""
    story.on_site(town)
    again = story.arriving(what="other", place="石壕场镇", devices=["ZF-07"])
    assert "请核对起止时间" in refused(
        lambda: story.act(town, "arrive", None, story.OFFICER, "2026-03-04 09:30", **again), "town-one-place"
    )


def test_nobody_is_at_an_activity_and_at_another_case_elsewhere(town: Town):
    """town-one-place"""
    case = cases.filed(town).matter
    cases.inspected(town, case)
    other = cases.filed(town, acted_from_on="2026-02-21", facts="另一处。", cause="在石壕场镇违法建设").matter
    story.camera(town)
    begun = story.arriving(other, "2026-03-04 09:10", place="石壕场镇", devices=["ZF-07"])
    assert "万隆村三组" in refused(lambda: story.act(town, "arrive", None, story.OFFICER, "2026-03-04 10:30", **begun), "town-one-place")


def test_a_body_camera_is_worn_unless_a_reason_is_given(town: Town):
    """equipment-7"""
    case = cases.filed(town).matter
    bare = story.arriving(case)
    assert "执法记录仪" in refused(lambda: story.act(town, "arrive", None, story.OFFICER, "2026-03-04 09:00", **bare), "equipment-7")
    activity = story.act(town, "arrive", None, story.OFFICER, "2026-03-04 09:00", **bare, without_camera_because="两台都在送修。").matter
    assert activity.without_camera_because == "两台都在送修。"


def test_who_carries_a_device_took_it_out(town: Town):
    """footage-4"""
    case = story.equipped(town)
    devices.out(town, devices.in_store(town, "ZF-08"), who="wumin")
    told = story.arriving(case, devices=["ZF-07", "ZF-08"])
    assert "ZF-08（吴敏领用）" in refused(lambda: story.act(town, "arrive", None, story.OFFICER, "2026-03-04 09:00", **told), "footage-4")


def test_purpose_is_spoken_and_the_party_told_or_it_is_said_why_not(town: Town):
    """footage-7, footage-8"""
    activity = story.on_site(town)
    silent = {"spoke": False, "told_party": False}
    refused(lambda: story.left(town, activity, **silent), "footage-7", "footage-8")
    activity = story.left(town, activity, **silent, not_spoken_because="进门即遇冲突。", not_told_because="当事人不在现场。")
    assert (activity.not_spoken_because, activity.not_told_because) == ("进门即遇冲突。", "当事人不在现场。")


def due(activity: Activity) -> Deadline:
    return Deadline.objects.get(matter_id=activity.pk, provision="recording-16")


@pytest.mark.parametrize(
    ("when", "words"), [("2026-03-05 09:59", "已按时办理"), ("2026-03-05 10:00", "已按时办理"), ("2026-03-05 10:01", "逾期后办理")]
)
def test_footage_is_stored_within_24_hours_of_leaving(town: Town, when: str, words: str):
    """recording-16, footage-12"""
    activity = story.left(town)
    assert due(activity).due_at == at("2026-03-05 10:00")
    story.clip(town, activity, "2026-03-04 09:00", "2026-03-04 10:00", when=when)
    # Saying so comes later and is not what counts.
    story.act(town, "store", activity, story.OFFICER, "2026-03-06 09:00")
    assert in_words(due(activity), at("2026-03-06 10:00")).words == words


def test_from_far_away_the_hours_run_from_the_return(town: Town):
    """recording-16, footage-12"""
    activity = story.left_far_away(town)
    assert not Deadline.objects.filter(matter_id=activity.pk).exists()
    story.clip(town, activity, "2026-03-04 09:00", "2026-03-04 10:00", when="2026-03-05 20:00")
    assert "返回单位" in refused(lambda: story.act(town, "store", activity, story.OFFICER, "2026-03-05 20:10"), "recording-16")
    activity = story.act(town, "come_back", activity, story.OFFICER, "2026-03-05 20:20", returned_at="2026-03-05 19:00").matter
    assert due(activity).due_at == at("2026-03-06 19:00")
    story.act(town, "store", activity, story.OFFICER, "2026-03-05 20:30")
    assert in_words(due(activity), at("2026-03-07")).words == "已按时办理"


def test_who_was_not_far_away_registers_no_return(town: Town):
    """recording-16"""
    activity = story.left(town)
    refused(
        lambda: story.act(town, "come_back", activity, story.OFFICER, "2026-03-04 18:00", returned_at="2026-03-04 18:00"), "recording-16"
    )


def test_every_device_brings_footage_or_a_reason(town: Town):
    """footage-4, footage-12"""
    activity = story.left(town)
    assert "ZF-07" in refused(lambda: story.act(town, "store", activity, story.OFFICER, "2026-03-04 11:00"), "footage-12", "footage-4")
    told = story.act(town, "store", activity, story.OFFICER, "2026-03-04 11:00", nothing_from="ZF-07 存储卡损坏。").matter
    assert told.stage == "stored"


def test_late_footage_is_said_to_captain_and_supervisor_on_their_first_page(town: Town):
    """recording-16"""
    activity = story.left(town)
    for account in ("luokaifu", "sunjing", "zhouweimin"):
        assert not [one for one in remarks_at_home(town[account], at("2026-03-05 10:00")) if one[0] == "activity"]
        (told,) = [words for kind, words in remarks_at_home(town[account], at("2026-03-05 10:01")) if kind == "activity"]
        assert "24 小时" in told and activity.number in told
    assert not [one for one in remarks_at_home(town["lixuemei"], at("2026-03-05 10:01")) if one[0] == "activity"]
    assert activity.number in remark_on("activity", town["lixuemei"], at("2026-03-05 10:01"))


def test_what_may_go_without_a_record_is_registered_with_its_reason(town: Town):
    """recording-13-should"""
    case = cases.filed(town).matter
    activity = story.not_recorded(town, case)
    assert (activity.stage, activity.unrecorded_because) == ("unrecorded", "执法记录仪全部送修。")


def test_what_must_be_recorded_whole_is_not_excused_by_a_reason(town: Town):
    """recording-13-full"""
    case = cases.filed(town).matter
    assert "查封扣押必须全程音像记录" in refused(lambda: story.not_recorded(town, case, what="seizure"), "recording-13-full")
