"""A file that came whole and could not be registered waits for its owner's word, and has a page for it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from mingzhi.core.vault import storage
from mingzhi.core.vault.models import Upload
from mingzhi.core.vault.uploads import finishing, sweeping
from mingzhi.regulations.footage.models import Clip
from tests.regulations.footage import story
from tests.regulations.recording import story as activities

from .seats import seat, shown

WRONG = "綦石壕府活动〔2026〕99号"


@pytest.fixture(autouse=True)
def places(tmp_path, settings):
    settings.VAULT_DIR, settings.DATA_DIR = tmp_path / "vault", tmp_path / "data"


@pytest.fixture
def activity(town):
    return activities.left(town)


@pytest.fixture
def upload(town, activity) -> Upload:
    """Of an activity that is not there: received, verified, and not taken."""
    found = finishing.finish(story.uploaded(town, activity=WRONG), timezone.now())
    assert found.state == "held"
    return found


def address(upload: Upload) -> str:
    return reverse("desk:held_upload", args=[upload.pk])


def said(**changes: str) -> dict[str, str]:
    return {"device": "", "activity": "", "taken_by": "", **changes}


def test_the_list_of_uploads_leads_to_the_page_with_the_reason_however_long_it_waits(town, upload):
    """footage-12"""
    Upload.objects.update(changed_at=timezone.now() - timedelta(days=90))
    desk = seat(town, "lixuemei")
    assert address(upload) in shown(desk.get(reverse("desk:uploading")))
    html = shown(desk.get(address(upload)))
    assert upload.reason in html
    assert WRONG in html


def test_what_is_put_right_is_registered_at_once_as_the_owners_doing(town, activity, upload):
    """footage-12, equipment-8-store"""
    answer = seat(town, "lixuemei").post(address(upload), said(activity=activity.number, device="ZF-07", taken_by="chenzhiqiang"))
    clip = Clip.objects.get()
    assert (answer.status_code, answer.url) == (302, reverse("desk:matter", args=["footage", clip.pk]))
    assert (clip.activity_id, clip.device.code, clip.taken_by, clip.brought_by) == (
        activity.pk, "ZF-07", town["chenzhiqiang"], town["lixuemei"],
    )  # fmt: skip
    upload.refresh_from_db()
    assert (upload.state, upload.reason) == ("taken", "")


def test_what_was_said_wrongly_can_be_left_to_be_found(town, upload):
    """footage-12: a blank takes the wrong word back."""
    seat(town, "lixuemei").post(address(upload), said())
    assert Clip.objects.get().activity is None


def test_what_does_not_help_is_told_on_the_same_page_and_it_goes_on_waiting(town, upload):
    """equipment-8-store"""
    story.brought(town, story.uploaded(town))
    desk = seat(town, "lixuemei")
    html = shown(desk.post(address(upload), said()), 409)
    assert "不必重复上传" in html
    upload.refresh_from_db()
    assert upload.state == "held"
    assert Clip.objects.count() == 1


def test_a_choice_that_is_not_there_is_refused_beside_its_field(town, upload):
    html = shown(seat(town, "lixuemei").post(address(upload), said(device="ZF-99")), 422)
    assert 'id="id_device_error"' in html
    assert Clip.objects.count() == 0


def test_a_file_that_is_not_to_be_registered_waits_no_longer(town, upload):
    desk = seat(town, "lixuemei")
    assert desk.post(address(upload), {"give_up": "1"}).url == reverse("desk:uploading")
    upload.refresh_from_db()
    assert (upload.state, Clip.objects.count()) == ("lapsed", 0)
    assert desk.get(address(upload)).status_code == 404


def test_only_its_owner_has_the_page(town, upload):
    """footage-16: nobody registers bytes that somebody else brought."""
    for account in ("chenzhiqiang", "luokaifu", "sysadmin"):
        assert seat(town, account).post(address(upload), said()).status_code == 404
    upload.refresh_from_db()
    assert upload.state == "held"


def test_a_web_process_that_may_not_write_the_vault_leaves_it_to_the_keeper(town, activity, upload, monkeypatch):
    """equipment-8-store"""
    monkeypatch.setattr(storage, "writable", lambda: False)
    desk = seat(town, "lixuemei")
    answer = desk.post(address(upload), said(activity=activity.number))
    assert answer.url == reverse("desk:uploading")
    assert "系统正在登记" in shown(desk.get(answer.url))
    assert Clip.objects.count() == 0
    assert sweeping.finish_whole(timezone.now() + sweeping.AGAIN_AFTER) == 1
    assert Clip.objects.get().activity_id == activity.pk
