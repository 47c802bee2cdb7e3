"""Whether the record is whole: content by content, each break with its reason, signed by two, known to the head in charge."""

from __future__ import annotations

import pytest

from mingzhi.core.engine.errors import Refused
from mingzhi.law.continuity import Kind
from mingzhi.regulations.footage.models import Clip
from mingzhi.regulations.recording.judging import judged
from mingzhi.regulations.recording.models import Activity, Content, Explanation, Statement
from mingzhi.regulations.recording.stating import situation_of
from tests.cast import Town

from . import story
from .test_activity import refused

STATEMENT = ("recording-12-interrupt", "footage-11")


def test_one_recording_from_arrival_to_departure_is_whole(town: Town):
    """recording-12-continuous, recording-14, footage-9, footage-10"""
    activity = story.examined(town)
    assert activity.stage == "complete" and not judged(activity).breaks
    assert Content.objects.filter(matter_id=activity.pk).count() == len(Content.Kind)


def test_seven_minutes_that_nobody_recorded_are_found(town: Town):
    """recording-12-continuous, recording-12-interrupt"""
    activity = story.broken(town)
    (found,) = judged(activity).breaks
    assert activity.stage == "explaining"
    assert (found.finding.kind, found.finding.seconds, found.resumed) == (Kind.GAP, 420, True)


def test_two_seconds_are_no_break(town: Town):
    """town-continuity-gap"""
    activity = story.broken(town, ("2026-03-04 09:00", "2026-03-04 09:20"), ("2026-03-04 09:20:02", "2026-03-04 10:00"))
    assert activity.stage == "complete"


def test_each_kind_of_content_is_shown_or_it_is_said_that_there_was_none(town: Town):
    """recording-14"""
    activity = story.stored(town)
    words = refused(lambda: story.examined(town, activity, service_none="", other_none=""), "recording-14")
    assert "执法人员直接送达法律文书的情况" in words and "其他应当记录的重要内容" in words and "执法现场环境" not in words


def test_a_moment_lies_inside_its_recording(town: Town):
    """recording-14"""
    activity = story.stored(town)
    Clip.objects.filter(activity_id=activity.pk).update(facts={"duration_ms": 3_600_000})
    with pytest.raises(Exception) as caught:
        story.examined(town, activity, scene_at="1:00:01")
    assert caught.value.errors == {"scene_at": ["超出了这件资料的时长。"]}


def test_the_record_shows_the_eight_things_or_it_is_said_why_not(town: Town):
    """footage-9"""
    activity = story.stored(town)
    assert "地点" in refused(lambda: story.examined(town, activity, shown=["time"]), "footage-9")
    assert story.examined(town, activity, shown=["time"], not_shown_because="夜间，场景看不清。").not_shown_because == "夜间，场景看不清。"


def test_pictures_are_clear_and_key_moments_photographed_or_it_is_said_why_not(town: Town):
    """footage-10"""
    activity = story.stored(town)
    refused(lambda: story.examined(town, activity, clear=False), "footage-10")
    refused(lambda: story.examined(town, activity, no_photographs_because=""), "footage-10")
    story.photo(town, activity, "2026-03-04 09:30")
    assert story.examined(town, activity, no_photographs_because="").stage == "complete"


def test_after_a_break_the_reason_was_spoken_or_it_is_said_why_not(town: Town):
    """recording-12-interrupt"""
    activity = story.broken(town)
    silent = {"clip": None, "offset": None}
    assert "语音说明" in refused(lambda: story.explained(town, activity, **silent), "recording-12-interrupt")
    story.explained(town, activity, **silent, unspoken_because="忙于处置，没有说。")
    assert Explanation.objects.get(matter_id=activity.pk).unspoken_because == "忙于处置，没有说。"


def test_where_recording_did_not_go_on_nothing_was_to_be_spoken(town: Town):
    """recording-12-interrupt, footage-11"""
    activity = story.broken(town, ("2026-03-04 09:00", "2026-03-04 09:20"))
    (found,) = judged(activity).breaks
    assert found.finding.kind == Kind.TAIL and not found.resumed
    story.explained(town, activity, clip=None, offset=None)
    assert not judged(activity).unexplained


def test_time_without_a_record_is_not_explained_by_saying_that_nothing_stopped(town: Town):
    """recording-12-interrupt, footage-11"""
    activity = story.broken(town)
    refused(lambda: story.explained(town, activity, reason="no_stop"), *STATEMENT)


def test_a_recording_that_nobody_could_read_is_told_as_such(town: Town):
    """recording-12-interrupt"""
    activity = story.left(town)
    clip = story.clip(town, activity, "2026-03-04 09:00", "2026-03-04 10:00")
    Clip.objects.filter(pk=clip.pk).update(ended_at=None, facts={})
    activity = story.examined(town, story.act(town, "store", activity, story.OFFICER, "2026-03-04 11:30").matter)
    found = judged(activity)
    assert found.unknown == (clip.name,) and activity.stage == "explaining"
    assert "尚未读出" in situation_of(activity, found)
    story.explained(town, activity, reason="no_stop", clip=None, offset=None)


def test_the_statement_waits_for_every_explanation(town: Town):
    """recording-12-interrupt, footage-11"""
    activity = story.broken(town)
    refused(lambda: story.stated(town, activity), *STATEMENT)


def test_the_statement_is_drafted_with_times_and_reasons(town: Town):
    """recording-12-interrupt"""
    activity = story.explained(town)
    draft = situation_of(activity, judged(activity))
    assert "09:20:00 至 09:27:00 没有记录，中断 7 分钟" in draft and "电量不足" in draft and "092700.mp4 的 00:05 处" in draft


def test_two_officers_sign_the_statement(town: Town):
    """recording-12-interrupt, footage-11"""
    activity = story.explained(town)
    refused(lambda: story.stated(town, activity, signers=["李雪梅"]), *STATEMENT)
    refused(lambda: story.stated(town, activity, second_signature=None), *STATEMENT)
    done = story.stated(town, activity)
    assert [paper.code for paper in done.documents] == ["D50"]
    assert [row["name"] for row in Statement.objects.get(matter_id=activity.pk).signers] == ["李雪梅", "陈志强"]


def test_the_head_in_charge_takes_note_and_the_record_is_complete(town: Town):
    """recording-12-interrupt, footage-11"""
    activity = story.acknowledged(town)
    assert activity.stage == "complete"
    assert Statement.objects.get(matter_id=activity.pk).acknowledged_by == town["zhouweimin"]


def test_nothing_is_acknowledged_without_a_statement_about_every_break(town: Town):
    """recording-12-interrupt, footage-11"""
    activity = story.explained(town)
    assert "还没有情况说明" in refused(lambda: story.acknowledged(town, activity), *STATEMENT)
    activity = story.stated(town, activity).matter
    Clip.objects.filter(activity_id=activity.pk, name="092700.mp4").update(began_at="2026-03-04T01:28:00Z")
    assert "又发现" in refused(lambda: story.acknowledged(town, activity), *STATEMENT)


def test_stopping_without_a_reason_has_consequences(town: Town):
    """footage-11"""
    activity = story.stated(town, story.explained(town, reason="none", words="关机后忘记重新开机。")).matter
    refused(lambda: story.acknowledged(town, activity), "footage-11")
    assert story.acknowledged(town, activity, measures="批评教育。").stage == "complete"


def test_an_officer_of_the_activity_does_not_take_note_of_its_statement(town: Town):
    """town-separation"""
    from datetime import date

    from mingzhi.core.organs import Post
    from mingzhi.core.organs.models import Appointment, User

    activity: Activity = story.stated(town).matter
    officer = town["chenzhiqiang"]
    Appointment.objects.create(person=officer, authority=town.authority, post=Post.DEPUTY, from_on=date(2025, 1, 1))
    town.people["chenzhiqiang"] = User.objects.get(pk=officer.pk)
    with pytest.raises(Refused) as caught:
        story.act(town, "acknowledge", activity, "chenzhiqiang", "2026-03-04 16:00", opinion="已阅。")
    assert {row.id for refusal in caught.value.refusals for row in refusal.provisions} == {"town-separation"}
