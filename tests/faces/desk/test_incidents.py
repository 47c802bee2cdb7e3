"""What went wrong in the vault is shown to the administrators, and who runs the machine says what was done about it, on record."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from mingzhi.core import ledger, vault
from mingzhi.core.ledger.reading import logs
from mingzhi.core.organs import Post
from mingzhi.core.organs.models import Appointment
from mingzhi.core.vault import places, scrubbing
from mingzhi.core.vault.models import Acknowledgement, Incident
from mingzhi.core.vault.places import Place
from tests.cast import make_town
from tests.regulations.footage import story

from .seats import seat, shown

URL = "/incidents"


@pytest.fixture(autouse=True)
def two_disks(tmp_path, settings):
    settings.VAULT_DIR, settings.VAULT_COPY_DIR, settings.DATA_DIR = tmp_path / "vault", tmp_path / "another-disk", tmp_path / "data"


def damaged(blob, *where: Place) -> None:
    """The object in two places, then a bit turned in some, and looked after."""
    scrubbing.look_after(blob, timezone.now())
    for place in where:
        path = places.path_in(place, blob)
        content = bytearray(path.read_bytes())
        content[-1] ^= 1
        path.chmod(0o644)
        path.write_bytes(content)
    scrubbing.look_after(blob, timezone.now())


@pytest.fixture
def clip(town):
    return story.brought(town)


def kinds(authority) -> list[str]:
    return [entry.kind for log in logs(authority.pk) for entry in ledger.entries(log.id)]


def test_what_was_found_and_from_which_copy_it_was_repaired_is_said(town, clip):
    """town-vault-scrub"""
    damaged(clip.blob, Place.SECOND)
    html = shown(seat(town, "sysadmin").get(URL))
    for words in ("第二副本：SHA-256、SM3与入库时不符，已从完好的一份修复。", "取自证据库", clip.blob.sha256[:16]):
        assert words in html
    assert "没有修复" not in html


def test_what_could_not_be_repaired_is_said_too(town, clip):
    """town-vault-scrub"""
    damaged(clip.blob, Place.MAIN, Place.SECOND)
    html = shown(seat(town, "sysadmin").get(URL))
    assert html.count('<span class="late">没有修复</span>') == 2


def test_who_runs_the_machine_takes_note_once_and_it_is_in_the_ledger(town, clip):
    """town-vault-scrub"""
    damaged(clip.blob, Place.MAIN)
    desk, incident = seat(town, "sysadmin"), Incident.objects.get()
    assert "证据库有 1 件事件待确认" in shown(desk.get("/"))
    answer = desk.post(URL, {"incident": incident.pk, "words": " 一号磁盘有坏道，已更换。 "})
    assert answer.url == reverse("desk:incidents")
    html = shown(desk.get(URL))
    assert "一号磁盘有坏道，已更换。" in html
    assert "系统管理员" in html
    assert "待确认" not in shown(desk.get("/"))
    assert kinds(town.authority).count("vault.acknowledged") == 1
    assert desk.post(URL, {"incident": incident.pk, "words": "再说一次"}).status_code == 409
    assert Acknowledgement.objects.get().words == "一号磁盘有坏道，已更换。"


def test_without_words_nothing_is_acknowledged(town, clip):
    """town-vault-scrub"""
    damaged(clip.blob, Place.MAIN)
    html = shown(seat(town, "sysadmin").post(URL, {"incident": Incident.objects.get().pk, "words": " "}), 422)
    assert "请写明原因和处置" in html
    assert Acknowledgement.objects.count() == 0


def test_the_auditor_reads_and_acknowledges_nothing(town, clip):
    """town-separation"""
    damaged(clip.blob, Place.MAIN)
    person = town["newcomer"]
    Appointment.objects.filter(person=person).delete()
    Appointment.objects.create(person=person, authority=town.authority, post=Post.AUDITOR, from_on="2025-01-01")
    desk = seat(town, "newcomer")
    html = shown(desk.get(URL))
    assert "待系统管理员确认" in html
    assert desk.post(URL, {"incident": Incident.objects.get().pk, "words": "看过"}).status_code == 403
    assert Acknowledgement.objects.count() == 0


@pytest.mark.parametrize("account", ["lixuemei", "luokaifu", "tangguohua", "sunjing"])
def test_nobody_else_has_the_page(town, clip, account):
    """town-separation"""
    damaged(clip.blob, Place.MAIN)
    desk = seat(town, account)
    assert "您没有这些岗位" in shown(desk.get(URL), 403)
    assert "证据库" not in shown(desk.get("/"))


def test_incidents_of_another_town_stay_there_and_those_of_nobody_go_to_the_first(town, clip):
    """town-vault-scrub"""
    other = make_town("500110113", "郭扶镇", "綦郭扶府", "gf-")
    damaged(clip.blob, Place.MAIN)
    damaged(vault.put(b"of nobody\n" * 100, declared_name="a.txt"), Place.SECOND)
    assert shown(seat(town, "sysadmin").get(URL)).count("已修复</span>") == 2
    assert "没有事件" in shown(seat(other, "sysadmin").get(URL))
    desk = seat(other, "sysadmin")
    assert desk.post(URL, {"incident": Incident.objects.first().pk, "words": "不是本镇的"}).status_code == 404


def test_what_was_acknowledged_cannot_be_changed(town, clip):
    """recording-17-immutable"""
    damaged(clip.blob, Place.MAIN)
    seat(town, "sysadmin").post(URL, {"incident": Incident.objects.get().pk, "words": "已更换磁盘。"})
    for change in (lambda rows: rows.update(words="没有坏"), lambda rows: rows.delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change(Acknowledgement.objects.all())
