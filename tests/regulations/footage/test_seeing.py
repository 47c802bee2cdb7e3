"""Who sees footage: by case and post, by right for those who check, and beyond that by approval for a time; every look on record."""

from __future__ import annotations

import os
from datetime import timedelta

import pytest

from mingzhi.core import ledger, vault
from mingzhi.core.engine.errors import InvalidInput, NotFound, PostNotHeld, Refused
from mingzhi.core.ledger.reading import logs
from mingzhi.core.organs import Post
from mingzhi.core.organs.models import Appointment, posts_exclude_each_other
from mingzhi.regulations.footage import seeing, spans, tokens, viewings
from mingzhi.regulations.footage.models import Clip, Viewing
from tests.cast import at

from . import story
from .conftest import refused
from .story import act, brought

WHEN = at("2026-03-05 09:00")


def entries(town, kind: str) -> list:
    return [entry for log in logs(town.authority.pk) for entry in ledger.entries(log.id) if entry.kind == kind]


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("lixuemei", "本件承办人"),
        ("luokaifu", "大队长"),
        ("zhouweimin", "采集机构分管负责人"),
        ("zhaomingyuan", "法制审核（依职权）"),
        ("sunjing", "执法监督（依职权）"),
    ],
)
def test_who_may_see_by_case_post_and_right(town, who, words):
    """recording-18-scope, recording-18-approve: supervision and review may require it."""
    assert seeing.ask_to_see(brought(town), town[who], WHEN).words == words


@pytest.fixture
def inspector(town):
    """Of discipline inspection, and of nothing else."""
    person = town["newcomer"]
    Appointment.objects.filter(person=person).delete()
    Appointment.objects.create(person=person, authority=town.authority, post=Post.DISCIPLINE, from_on="2025-01-01")
    return person


def test_discipline_inspection_requires_footage_by_right_and_on_record(town, inspector):
    """recording-18-approve: no approval, but a purpose and a record like everybody's."""
    clip = brought(town)
    with pytest.raises(InvalidInput):
        viewings.open_clip(clip, inspector, " ", WHEN)
    viewing = viewings.open_clip(clip, inspector, "核查群众举报", WHEN)
    assert (viewing.ground, viewing.purpose) == ("纪检监察（依职权）", "核查群众举报")
    assert len(entries(town, "footage.opened")) == 1
    act(town, "footage.hold", clip, "newcomer", "2026-03-05 10:00", hold_kind="inspection", because="核查中。")


def test_a_copy_for_discipline_inspection_is_approved_like_any_other(town, inspector):
    """recording-17-release"""
    copy = act(town, "copy.ask", None, "newcomer", "2026-03-05 09:00", **story.wanted(brought(town), recipient_kind="oversight")).matter
    with pytest.raises(PostNotHeld):
        act(town, "copy.approve", copy, "newcomer", "2026-03-05 10:00", opinion="同意。")


def test_state_secrets_stay_locked_for_discipline_inspection_too(town, inspector):
    """footage-13"""
    clip = act(town, "footage.mark", brought(town), "zhouweimin", "2026-03-05 08:00", secrecy="state", reasons="涉密。").matter
    with pytest.raises(Refused, match="涉及国家秘密"):
        viewings.open_clip(clip, inspector, "核查", WHEN)


@pytest.mark.parametrize(("held", "wanted"), [("officer", "discipline"), ("discipline", "captain"), ("discipline", "supervisor")])
def test_discipline_inspection_excludes_every_other_post(held, wanted):
    """town-separation"""
    assert "不得兼任" in (posts_exclude_each_other({held}, wanted) or "")
    assert posts_exclude_each_other({wanted}, wanted) is None


@pytest.mark.parametrize("who", ["wumin", "wangli", "heping", "tangguohua", "sysadmin"])
def test_nobody_else_sees_without_asking(town, who):
    """recording-18-scope"""
    with pytest.raises(PostNotHeld) as found:
        viewings.open_clip(brought(town), town[who], "看看", WHEN)
    assert "请申请调阅" in refused(found, of="recording-18-scope")
    assert not Viewing.objects.exists()


def test_of_an_activity_its_officers_see_and_not_whoever_brought_it(town):
    """recording-18-scope"""
    clip = brought(town, who="wumin", activity=story.activity(town).number)
    assert seeing.ground_of(clip, town["chenzhiqiang"], WHEN).words == "本件承办人"
    assert seeing.ground_of(clip, town["wumin"], WHEN) is None


def test_a_request_is_approved_for_a_time_and_then_over(town):
    """recording-18-approve, town-footage-access"""
    clip = brought(town)
    request = story.granted(town, clip, until="2026-03-12 18:00")
    assert seeing.ask_to_see(clip, town["wumin"], at("2026-03-12 17:59")).words == f"经批准调阅（{request.number}）"
    assert seeing.ground_of(clip, town["wumin"], at("2026-03-12 18:00")) is None
    assert seeing.ground_of(brought(town, story.uploaded(town, name="另.mp4")), town["wumin"], at("2026-03-06 09:00")) is None
    assert seeing.ground_of(clip, town["wangli"], at("2026-03-06 09:00")) is None


def test_what_was_allowed_can_be_ended(town):
    """recording-18-scope"""
    clip = brought(town)
    act(town, "access.end", story.granted(town, clip), "zhouweimin", "2026-03-06 09:00", reasons="不再需要。")
    assert seeing.ground_of(clip, town["wumin"], at("2026-03-06 10:00")) is None


def test_a_refusal_has_reasons_and_opens_nothing(town):
    """recording-18-approve"""
    clip = brought(town)
    request = story.asked(town, clip)
    with pytest.raises(InvalidInput):
        act(town, "access.refuse", request, "zhouweimin", "2026-03-05 10:00", reasons="")
    done = act(town, "access.refuse", request, "zhouweimin", "2026-03-05 10:00", reasons="与工作无关。")
    assert done.record.sentence == "不予准许：与工作无关。"
    assert seeing.ground_of(clip, town["wumin"], at("2026-03-06 10:00")) is None


def test_longer_than_the_town_allows_is_not_granted(town):
    """town-footage-access: thirty days."""
    for until in ("2026-04-05 10:00", "2026-03-05 09:00"):
        with pytest.raises(InvalidInput) as found:
            act(town, "access.approve", story.asked(town, brought(town, story.uploaded(town, name=f"{until}.mp4"))), "zhouweimin",
                "2026-03-05 10:00", granted_until=until, opinion="同意。")  # fmt: skip
        assert set(found.value.errors) == {"granted_until"}


def test_only_the_deputy_of_the_collecting_unit_answers(town):
    """recording-18-approve"""
    for who in ("luokaifu", "tangguohua", "wumin"):
        with pytest.raises(PostNotHeld):
            act(town, "access.approve", story.asked(town, brought(town, story.uploaded(town, name=f"{who}.mp4"))), who, "2026-03-05 10:00",
                granted_until="2026-03-08 10:00", opinion="同意。")  # fmt: skip


def test_nobody_asks_for_what_they_may_see(town):
    """recording-18-scope"""
    with pytest.raises(Refused, match="在您的查看权限之内"):
        story.asked(town, who="lixuemei")


def test_what_turns_out_classified_is_shown_to_nobody(town):
    """footage-13"""
    clip = act(town, "footage.mark", brought(town), "lixuemei", "2026-03-04 13:00", secrecy="state", reasons="拍到涉密文件。").matter
    for who in ("lixuemei", "zhouweimin", "sunjing"):
        with pytest.raises(Refused, match="标为涉及国家秘密，停止查看"):
            viewings.open_clip(clip, town[who], "核对", WHEN)
    with pytest.raises(Refused, match="不在本系统调阅"):
        story.asked(town, clip)
    with pytest.raises(Refused, match="不得复制和对外提供"):
        story.copy_asked(town, clip)


def test_opening_is_in_the_ledger_before_the_first_byte(town):
    """recording-18-approve"""
    clip = brought(town)
    viewing = viewings.open_clip(clip, town["sunjing"], "  日常监督检查 ", WHEN)
    (entry,) = entries(town, "footage.opened")
    assert entry.event_id == viewing.code
    assert entry.said["obj"] == f"footage/{clip.pk}"
    assert entry.said["actor"] == {"id": town["sunjing"].pk, "posts": ["supervisor"]}
    assert entry.private["purpose"] == "日常监督检查"
    assert entry.private["ground"] == "执法监督（依职权）"


@pytest.mark.parametrize("purpose", ["", "   ", "长" * 201])
def test_without_a_purpose_nothing_is_opened(town, purpose):
    """recording-18-approve"""
    with pytest.raises(InvalidInput):
        viewings.open_clip(brought(town), town["lixuemei"], purpose, WHEN)
    assert not entries(town, "footage.opened")


def test_what_was_sent_becomes_one_entry_of_what_was_seen(town):
    """recording-18-approve: “查看 00:10—03:40”."""
    clip = brought(town, story.uploaded(town, content=story.recording("long", 6000 - len(story.HEAD))))
    Clip.objects.filter(pk=clip.pk).update(facts={"duration_ms": 600_000})
    clip.refresh_from_db()
    viewing = viewings.open_clip(clip, town["lixuemei"], "核对", WHEN)
    for start, length in ((100, 900), (1000, 1200), (1500, 100), (5000, 10)):
        spans.add(viewing.code, start, length)
    viewings.close(viewing, at("2026-03-05 09:30"))
    viewing.refresh_from_db()
    assert viewing.spans == [[10, 220], [500, 501]]
    assert viewings.words_of(viewing) == "查看 00:10—03:40、08:20—08:21"
    (entry,) = entries(town, "footage.viewed")
    assert entry.private["words"] == "查看 00:10—03:40、08:20—08:21"
    assert entry.private["bytes"] == [[100, 2200], [5000, 5010]]
    viewings.close(viewing, at("2026-03-05 09:31"))
    assert len(entries(town, "footage.viewed")) == 1
    with pytest.raises(FileNotFoundError):
        spans.add(viewing.code, 0, 1)


def test_what_was_left_open_is_closed_by_the_duty_when_no_token_can_live(town):
    """recording-18-approve, town-footage-token"""
    viewing = viewings.open_clip(brought(town), town["lixuemei"], "核对", WHEN)
    os.utime(spans.directory() / viewing.code, (WHEN.timestamp(), WHEN.timestamp()))
    assert viewings.close_idle(WHEN + timedelta(seconds=200)) == 0
    assert viewings.close_idle(WHEN + timedelta(seconds=241)) == 1
    viewing.refresh_from_db()
    assert viewings.words_of(viewing) == "打开，没有播放"


def test_a_token_is_good_for_one_person_session_and_viewing_for_two_minutes(town):
    """town-footage-token"""
    clip = brought(town)
    viewing = viewings.open_clip(clip, town["lixuemei"], "核对", WHEN)
    token = viewings.token_for(viewing, town["lixuemei"], "session-1", WHEN)
    now = WHEN.timestamp()
    found = tokens.read(token, viewing.code, "session-1", now + 119)
    assert (found.sha256, found.size, found.media_type) == (clip.blob.sha256, clip.blob.size_bytes, "video/mp4")
    assert tokens.read(token, viewing.code, "session-1", now + 120) is None
    assert tokens.read(token, viewing.code, "session-2", now) is None
    assert tokens.read(token, viewing.code, "", now) is None
    assert tokens.read(token, "another-viewing-0000", "session-1", now) is None
    for forged in ("", "x", token[:-1], token.replace(clip.blob.sha256, "0" * 64), token.replace(".", "..", 1)):
        assert tokens.read(forged, viewing.code, "session-1", now) is None


def test_a_token_is_renewed_only_while_the_right_lasts(town):
    """recording-18-scope"""
    clip = brought(town)
    request = story.granted(town, clip)
    viewing = viewings.open_clip(clip, town["wumin"], "核对", at("2026-03-06 09:00"))
    assert viewings.token_for(viewing, town["wumin"], "s", at("2026-03-06 09:01"))
    with pytest.raises(NotFound):
        viewings.token_for(viewing, town["chenzhiqiang"], "s", at("2026-03-06 09:01"))
    act(town, "access.end", request, "zhouweimin", "2026-03-06 09:02", reasons="结束。")
    with pytest.raises(PostNotHeld):
        viewings.token_for(viewing, town["wumin"], "s", at("2026-03-06 09:03"))


def test_a_damaged_file_is_told_and_not_opened(town):
    """recording-17-immutable"""
    clip = brought(town)
    vault.path(clip.blob).unlink()
    with pytest.raises(vault.VaultDamaged):
        viewings.open_clip(clip, town["lixuemei"], "核对", WHEN)
    assert not Viewing.objects.exists()
