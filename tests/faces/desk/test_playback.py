"""The player: opened with a purpose, served in pieces to this person and session only, and every piece written down."""

from __future__ import annotations

import hashlib
import io
import random
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from mingzhi.core import ledger
from mingzhi.core.ledger.reading import logs
from mingzhi.core.vault.ranges import MOST_BYTES
from mingzhi.regulations.footage import spans
from mingzhi.regulations.footage.discs import image_path
from mingzhi.regulations.footage.models import Viewing
from tests.regulations.footage import story


@pytest.fixture(autouse=True)
def places(tmp_path, settings):
    settings.VAULT_DIR, settings.DATA_DIR, settings.PASSWORD_DAYS = tmp_path / "vault", tmp_path / "data", 0


def signed_in(person) -> Client:
    client = Client()
    client.force_login(person, backend="mingzhi.core.organs.sign_in.Accounts")
    return client


@pytest.fixture
def clip(town):
    return story.brought(town)


@pytest.fixture
def desk(town) -> Client:
    return signed_in(town["lixuemei"])


def opened(desk: Client, clip) -> str:
    answer = desk.post(reverse("desk:open_clip", args=[clip.pk]), {"purpose": "核对现场情况"})
    assert answer.status_code == 302
    desk.get(answer.url)
    return Viewing.objects.get().code


def test_without_a_purpose_nothing_opens(desk, clip):
    """recording-18-approve"""
    answer = desk.post(reverse("desk:open_clip", args=[clip.pk]), {"purpose": " "})
    assert (answer.status_code, Viewing.objects.count()) == (422, 0)
    assert "请填写查看的用途" in answer.content.decode()


def test_who_may_not_see_is_told_what_to_do(town, clip):
    """recording-18-scope"""
    answer = signed_in(town["wumin"]).post(reverse("desk:open_clip", args=[clip.pk]), {"purpose": "看看"})
    assert answer.status_code == 403
    assert "请申请调阅" in answer.content.decode()


def test_who_may_not_see_is_led_to_where_it_is_asked_for_before_writing_what_for(town, clip):
    """recording-18-approve: the clip is chosen there already."""
    stranger = signed_in(town["wumin"])
    answer = stranger.get(reverse("desk:open_clip", args=[clip.pk]))
    ask = f"{reverse('desk:open', args=['access', 'ask'])}?clips={clip.pk}"
    assert answer.status_code == 403 and f'href="{ask}"' in answer.content.decode()
    assert f'value="{clip.pk}" checked' in stranger.get(ask).content.decode()


def test_a_request_shows_what_it_is_for_and_once_granted_leads_there(town, clip):
    """recording-18-approve"""
    asked = story.asked(town, clip)
    look = f'<a class="num" href="{reverse("desk:open_clip", args=[clip.pk])}">查看</a>'
    page = reverse("desk:matter", args=["access", asked.pk])
    deputy = signed_in(town["zhouweimin"]).get(page).content.decode()
    assert clip.number in deputy and clip.name in deputy and look not in deputy
    granted = story.act(town, "access.approve", asked, "zhouweimin", "2026-03-05 10:00", granted_until="2026-03-12 18:00", opinion="同意。")
    type(granted.matter).objects.filter(pk=asked.pk).update(granted_until=timezone.now() + timedelta(days=1))
    assert look in signed_in(town["wumin"]).get(page).content.decode()
    assert look not in signed_in(town["zhouweimin"]).get(page).content.decode()


def test_a_clearing_shows_its_list_to_whoever_approves_and_its_tombstones_afterwards(town):
    """footage-14, town-footage-clearing"""
    clearing = story.proposed(town)
    (stone,) = clearing.footage_tombstones.select_related("clip")
    captain = signed_in(town["luokaifu"])
    page = reverse("desk:matter", args=["clearing", clearing.pk])
    before = captain.get(page).content.decode()
    assert stone.clip.number in before and "自导出之日起的最低期限" in before
    story.cleared(town, clearing)
    after = captain.get(page).content.decode()
    assert "已清理，原" in after and stone.sha256 in after
    assert clearing.number in captain.get(reverse("desk:matter", args=["footage", stone.clip_id])).content.decode()


def test_whoever_approves_a_copy_sees_which_part_is_given_and_what_is_hidden(town, clip):
    """recording-17-release"""
    row = {"left": "55", "top": "30", "width": "25", "height": "40"}
    copy = story.copy_asked(town, clip, from_s="100", until_s="112.5", blurs=[row])
    page = signed_in(town["zhouweimin"]).get(reverse("desk:matter", args=["copy", copy.pk])).content.decode()
    for words in ("100 秒至 112.5 秒", "左 55%、上 30%、宽 25%、高 40%（始终）", "（2026）渝行初1号举证通知书", clip.name):
        assert words in page


def test_pieces_are_served_and_each_is_written_down(desk, clip):
    """recording-18-approve"""
    code = opened(desk, clip)
    url = reverse("desk:play_content", args=[code])
    answer = desk.get(url, headers={"Range": "bytes=10-19"})
    assert (answer.status_code, answer["Content-Range"]) == (206, f"bytes 10-19/{clip.blob.size_bytes}")
    assert answer.content == story_bytes(clip)[10:20]
    assert desk.get(url, headers={"Range": "bytes=999999-"}).status_code == 416
    assert spans.sent(code) == [(10, 20)]


def photograph(side_px: int) -> bytes:
    """A picture of noise, which no compression makes small."""
    made = io.BytesIO()
    Image.frombytes("RGB", (side_px, side_px), random.Random(side_px).randbytes(3 * side_px * side_px)).save(made, "JPEG", quality=95)
    return made.getvalue()


@pytest.mark.parametrize("side_px", [200, 1500])
def test_a_photograph_comes_whole_however_large_and_every_byte_is_on_record(town, desk, side_px):
    """recording-18-approve: a browser shows half a picture when it gets half of it."""
    taken = photograph(side_px)
    assert (len(taken) > MOST_BYTES) == (side_px == 1500)
    clip = story.brought(town, story.uploaded(town, name="现场.jpg", content=taken))
    code = opened(desk, clip)
    answer = desk.get(reverse("desk:play_content", args=[code]))
    assert (answer.status_code, answer["Content-Length"], "Content-Range" in answer) == (200, str(len(taken)), False)
    assert b"".join(answer.streaming_content) == taken
    assert spans.sent(code) == [(0, len(taken))]
    assert desk.get(reverse("desk:play_content", args=[code]), headers={"Range": "bytes=0-9"}).content == taken[:10]
    spans.end(code)
    assert desk.get(reverse("desk:play_content", args=[code])).status_code == 404


def test_a_film_never_comes_whole_even_where_nobody_names_a_range(town, desk):
    """recording-18-approve: what was seen is known to the piece."""
    clip = story.brought(town, story.uploaded(town, content=story.recording("lang", MOST_BYTES + 1000)))
    answer = desk.get(reverse("desk:play_content", args=[opened(desk, clip)]))
    assert (answer.status_code, len(answer.content)) == (206, MOST_BYTES)


def story_bytes(clip) -> bytes:
    from mingzhi.core import vault

    return vault.path(clip.blob).read_bytes()


def test_the_address_alone_opens_nothing(town, desk, clip):
    """town-footage-token: another person, another session of the same person, and nobody."""
    url = reverse("desk:play_content", args=[opened(desk, clip)])
    for other in (Client(), signed_in(town["luokaifu"]), signed_in(town["lixuemei"])):
        assert other.get(url, headers={"Range": "bytes=0-1"}).status_code == 403
    stolen = signed_in(town["luokaifu"])
    stolen.cookies["viewing"] = desk.cookies["viewing"].value
    assert stolen.get(url, headers={"Range": "bytes=0-1"}).status_code == 403


def test_the_page_has_the_viewer_over_the_picture_and_renews(town, desk, clip):
    """recording-18-scope"""
    code = opened(desk, clip)
    page = desk.get(reverse("desk:play", args=[code])).content.decode()
    assert "李雪梅" in page
    assert "data-renew" in page
    assert desk.post(reverse("desk:play_renew", args=[code])).status_code == 204
    assert signed_in(town["luokaifu"]).post(reverse("desk:play_renew", args=[code])).status_code == 404


def test_a_viewing_that_is_over_sends_nothing(desk, clip):
    """recording-18-approve"""
    code = opened(desk, clip)
    spans.end(code)
    assert desk.get(reverse("desk:play_content", args=[code]), headers={"Range": "bytes=0-1"}).status_code == 404


def test_a_copy_is_taken_out_by_who_asked_for_it_and_on_record(town, desk):
    """recording-17-release, equipment-8-copy"""
    copy = story.original_released(town)
    answer = desk.post(reverse("desk:take_copy", args=[copy.pk]))
    assert b"".join(answer.streaming_content) == story_bytes(copy.clip)
    assert Viewing.objects.get().kind == Viewing.Kind.DOWNLOAD
    assert signed_in(town["luokaifu"]).post(reverse("desk:take_copy", args=[copy.pk])).status_code == 403


def test_the_button_for_a_copy_stands_on_the_pages_of_clip_and_copy_for_who_asked_only(town, desk):
    """recording-17-release, equipment-8-copy"""
    copy = story.original_released(town)
    way = f'action="{reverse("desk:take_copy", args=[copy.pk])}"'
    pages = [reverse("desk:matter", args=["footage", copy.clip_id]), reverse("desk:matter", args=["copy", copy.pk])]
    for url in pages:
        assert way in desk.get(url).content.decode()
        assert way not in signed_in(town["luokaifu"]).get(url).content.decode()
    assert "他人不得下载" in signed_in(town["luokaifu"]).get(pages[1]).content.decode()


def test_a_copy_that_nobody_approved_has_no_button(town, desk):
    """recording-17-release"""
    copy = story.copy_asked(town)
    assert "取出副本" not in desk.get(reverse("desk:matter", args=["footage", copy.clip_id])).content.decode()
    assert "副本还没有制作完成" in desk.get(reverse("desk:matter", args=["copy", copy.pk])).content.decode()
    assert desk.post(reverse("desk:take_copy", args=[copy.pk])).status_code == 404


def taken(client: Client, disc, purpose: str = "刻录光盘"):
    return client.post(reverse("desk:take_disc", args=[disc.pk]), {"purpose": purpose})


def test_the_image_of_a_disc_goes_to_who_burns_it_and_is_on_record_for_every_clip(town):
    """footage-15-disc, recording-18-scope"""
    clips = [story.kept_for_ever(town), story.act(town, "footage.keep_for_ever", story.brought(town, story.uploaded(town, name="二.mp4")),
        "lixuemei", "2026-03-05 09:00", permanent_class="other", permanent_because="重大。").matter]  # fmt: skip
    disc = story.built(town, story.listed(town, clips))
    archivist = signed_in(town["heping"])
    assert "下载映像" in archivist.get(reverse("desk:matter", args=["disc", disc.pk])).content.decode()
    answer = taken(archivist, disc)
    assert hashlib.sha256(b"".join(answer.streaming_content)).hexdigest() == disc.image_sha256
    assert "2026-001.iso" in answer["Content-Disposition"]
    rows = Viewing.objects.order_by("clip_id")
    assert [(row.clip_id, row.kind, row.viewer, row.purpose, row.ground) for row in rows] == [
        (clip.pk, "download", town["heping"], "刻录光盘", f"刻录光盘（{disc.number}）") for clip in clips
    ]
    told = [entry.kind for log in logs(town.authority.pk) for entry in ledger.entries(log.id)]
    assert told.count("footage.downloaded") == 2


def test_nobody_else_gets_the_image_and_nothing_is_given_without_a_purpose(town):
    """footage-15-disc, recording-18-scope"""
    disc = story.built(town)
    for account in ("lixuemei", "zhouweimin", "zhaomingyuan", "wangli"):
        answer = taken(signed_in(town[account]), disc)
        assert answer.status_code == 403
        assert "他人不得下载" in answer.content.decode()
    assert taken(signed_in(town["sysadmin"]), disc).status_code == 404
    assert taken(signed_in(town["heping"]), disc, " ").status_code == 422
    assert Viewing.objects.count() == 0


@pytest.mark.parametrize("why", ["not built", "state secret", "image lost", "shelved"])
def test_an_image_that_must_not_or_cannot_be_given_is_refused_in_words(town, why):
    """footage-15-disc, footage-13"""
    disc = story.listed(town) if why == "not built" else story.built(town)
    if why == "state secret":
        clip = disc.footage_discclips.get().clip
        story.act(town, "footage.mark", clip, "zhouweimin", "2026-03-07 09:00", secrecy="state", reasons="画面中有涉密设施。")
    elif why == "image lost":
        image_path(disc).write_bytes(b"half")
    elif why == "shelved":
        disc = story.checked(town, story.burned(town, disc))
        story.act(town, "disc.shelve", disc, "heping", "2026-03-06 12:00", place="三号柜", second_place="镇档案馆")
    sentence = {"not built": "还没有制作完成", "state secret": "涉及国家秘密", "image lost": "不在或者不完整", "shelved": "已经入柜"}[why]
    desk = signed_in(town["heping"])
    answer = taken(desk, disc)
    assert answer.status_code == 409
    assert sentence in answer.content.decode()
    assert sentence in desk.get(reverse("desk:matter", args=["disc", disc.pk])).content.decode()
    assert Viewing.objects.count() == 0
