"""The player: opened with a purpose, served in pieces to this person and session only, and every piece written down."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from mingzhi.regulations.footage import spans
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


def test_pieces_are_served_and_each_is_written_down(desk, clip):
    """recording-18-approve"""
    code = opened(desk, clip)
    url = reverse("desk:play_content", args=[code])
    answer = desk.get(url, headers={"Range": "bytes=10-19"})
    assert (answer.status_code, answer["Content-Range"]) == (206, f"bytes 10-19/{clip.blob.size_bytes}")
    assert answer.content == story_bytes(clip)[10:20]
    assert desk.get(url, headers={"Range": "bytes=999999-"}).status_code == 416
    assert spans.sent(code) == [(10, 20)]


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
