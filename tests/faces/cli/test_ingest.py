"""`mingzhi ingest`: a card into the vault, and whether it may be wiped."""

from __future__ import annotations

import hashlib
import json
import os
import time
from pathlib import Path

import pytest
from django.utils import timezone

from mingzhi.core.vault import copies, places, receiving, scrubbing
from mingzhi.core.vault.models import Blob, Upload
from mingzhi.core.vault.places import Place
from mingzhi.core.vault.uploads import local, writing
from mingzhi.faces.cli.commands import run_command

pytestmark = pytest.mark.django_db
HEAD = b"\0\0\0\x18ftypisom\0\0\2\0isomiso2"
DEVICE = "SH2600017"
NAME = "SH2600017_500399_20260305101500_0007.MP4"


def film(seed: int, size: int = 5000) -> bytes:
    return HEAD + hashlib.shake_256(bytes([seed])).digest(size)


@pytest.fixture
def taken(monkeypatch, settings, tmp_path) -> list[Upload]:
    settings.VAULT_DIR, settings.VAULT_COPY_DIR = tmp_path / "vault", None
    monkeypatch.setattr(receiving, "_takers", {})
    seen: list[Upload] = []
    receiving.takes("footage")(lambda upload, blob, at: seen.append(upload))
    return seen


@pytest.fixture
def card(tmp_path) -> Path:
    """A card as a camera leaves it: folders by day, files of the system beside."""
    made = tmp_path / "card"
    for name, content in {
        f"DCIM/20260305/{NAME}": film(1),
        "DCIM/20260305/SH2600017_500399_20260305102200_0008.MP4": film(2),
        "DCIM/20260306/会议.mp4": film(3),
        "System Volume Information/index": b"x",
        ".Trashes/old.mp4": film(4),
    }.items():
        put(made / name, content)
    return made


@pytest.fixture
def copy_dir(tmp_path, settings) -> None:
    settings.VAULT_COPY_DIR = tmp_path / "another-disk"


def blob_of(seed: int) -> Blob:
    return Blob.objects.get(sha256=hashlib.sha256(film(seed)).hexdigest())


def told(capsys, card: Path) -> str:
    """What the command says of the card to a person."""
    run_command(["ingest", str(card), "--device", DEVICE, "--user", "lixuemei"])
    return capsys.readouterr().out


def put(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    os.utime(path, (time.time() - 60,) * 2)
    return path


def ingest(capsys, *words: str) -> tuple[int, dict]:
    status = run_command(["ingest", *words, "--device", DEVICE, "--user", "lixuemei", "--json"])
    return status, json.loads(capsys.readouterr().out)


def test_a_card_is_taken_in_through_the_same_receiving(town, taken, card, capsys):
    status, said = ingest(capsys, str(card), "--activity", "执法〔2026〕5号")
    assert status == 0
    assert [Path(one["path"]).name for one in said["files"]] == [NAME, "SH2600017_500399_20260305102200_0008.MP4", "会议.mp4"]
    assert {one["state"] for one in said["files"]} == {"taken"}
    first = taken[0]
    assert (first.owner, first.name) == (town["lixuemei"], NAME)
    assert first.metadata["device"] == DEVICE
    assert first.metadata["activity"] == "执法〔2026〕5号"
    assert first.expected_sha256 == first.sha256 == hashlib.sha256(film(1)).hexdigest()
    assert Blob.objects.count() == 3


def test_the_card_may_be_wiped_only_with_two_verified_copies_of_every_file(town, taken, card, capsys, copy_dir):
    """equipment-8-store"""
    assert ingest(capsys, str(card))[1]["may_be_wiped"] is False
    # The worker makes the second copies one by one: two files of three are not the card.
    scrubbing.look_after(blob_of(1), timezone.now())
    scrubbing.look_after(blob_of(3), timezone.now())
    said = ingest(capsys, str(card))[1]
    assert ([one["copies"] for one in said["files"]], said["may_be_wiped"]) == ([2, 0, 2], False)
    assert "此卡不能清空：1 份还没有 2 个核验过的副本，后台任务会自动制作和核验" in told(capsys, card)
    assert scrubbing.copy_new(timezone.now()) == 1
    assert "此卡可以清空：3 份文件都有 2 个核验过的副本" in told(capsys, card)
    assert ingest(capsys, str(card))[1]["may_be_wiped"] is True


def test_a_copy_that_reads_back_wrong_or_is_gone_keeps_the_card(town, taken, card, capsys, copy_dir):
    """equipment-8-store: a copy counts once it was read and found right, and as long as it is there."""
    ingest(capsys, str(card))
    scrubbing.copy_new(timezone.now())
    second = places.path_in(Place.SECOND, blob_of(2))
    second.unlink()
    said = ingest(capsys, str(card))[1]
    assert ([one["copies"] for one in said["files"]], said["may_be_wiped"]) == ([2, 1, 2], False)
    assert "1 份还没有 2 个核验过的副本，后台任务会自动制作和核验" in told(capsys, card)
    for path in (second, places.path_in(Place.MAIN, blob_of(2))):
        path.unlink(missing_ok=True)
        path.write_bytes(b"x" * blob_of(2).size_bytes)
    scrubbing.look_after(blob_of(2), timezone.now())
    said = ingest(capsys, str(card))[1]
    assert ([one["copies"] for one in said["files"]], said["may_be_wiped"]) == ([2, 0, 2], False)


def test_without_a_second_disk_the_card_stays_and_it_is_said_who_sets_it_up(town, taken, card, capsys):
    """equipment-8-store"""
    ingest(capsys, str(card))
    scrubbing.scrub(timezone.now())
    run_command(["ingest", str(card), "--device", DEVICE, "--user", "lixuemei"])
    said = capsys.readouterr()
    assert "此卡不能清空：3 份还没有 2 个核验过的副本，没有设置 MINGZHI_VAULT_COPY" in said.out
    assert "1 个文件名不合已知的命名规律" in said.err


def test_content_that_is_there_already_is_recognised_whatever_its_name(town, taken, card, capsys):
    ingest(capsys, str(card))
    put(card / "DCIM" / "copy.mp4", film(1))
    status, said = ingest(capsys, str(card))
    assert (status, {one["state"] for one in said["files"]}, len(taken)) == (0, {"known"}, 3)
    assert any(NAME in one["reason"] for one in said["files"])


def test_what_is_not_taken_keeps_the_card_and_is_said_in_words(town, taken, card, capsys, monkeypatch):
    monkeypatch.setattr(copies, "copies_verified", lambda blob: 2)
    put(card / "DCIM" / "setup.exe", b"MZ" + bytes(100))
    put(card / "DCIM" / "empty.mp4", b"")
    put(card / "DCIM" / "SH2600099_500399_20260305101500_0001.MP4", film(9))
    status, said = ingest(capsys, str(card))
    reasons = {Path(one["path"]).name: one["reason"] for one in said["files"] if one["state"] == "refused"}
    assert "不收这类文件" in reasons["setup.exe"]
    assert "空的" in reasons["empty.mp4"]
    assert "文件名写的设备是 SH2600099，不是 SH2600017" in reasons["SH2600099_500399_20260305101500_0001.MP4"]
    assert (status, said["may_be_wiped"]) == (1, False)
    status, said = ingest(capsys, str(card / "DCIM" / "SH2600099_500399_20260305101500_0001.MP4"), "--any-device")
    assert (status, said["may_be_wiped"]) == (0, True)


def test_what_a_taker_refuses_waits_and_keeps_the_card(town, taken, card, capsys, monkeypatch, copy_dir):
    def refuse(upload, blob, at):
        raise receiving.NotTaken("没有编号为 SH2600017 的设备。请先登记设备。")

    monkeypatch.setattr(receiving, "_takers", {})
    receiving.takes("footage")(refuse)
    status, said = ingest(capsys, str(card))
    assert status == 1
    assert {(one["state"], one["reason"]) for one in said["files"]} == {("held", "没有编号为 SH2600017 的设备。请先登记设备。")}
    # Asked again, nothing is sent twice; two copies of what nobody registered are no reason to wipe the card.
    scrubbing.copy_new(timezone.now())
    said = ingest(capsys, str(card))[1]
    assert ({one["copies"] for one in said["files"]}, said["may_be_wiped"]) == ({2}, False)
    assert Upload.objects.count() == 3


def test_a_run_that_was_killed_goes_on_where_it_stood(town, taken, card, capsys, monkeypatch):
    path = card / "DCIM" / "20260305" / NAME
    digest = local.digest_of(path)
    monkeypatch.setattr(writing, "PIECE_BYTES", 1000)

    def killed(position: int) -> None:
        if position >= 3000:
            raise KeyboardInterrupt

    monkeypatch.setattr(writing, "STEP_BYTES", 1000)
    with pytest.raises(KeyboardInterrupt):
        local.send(path, town["lixuemei"], {"purpose": "footage", "device": DEVICE}, digest, killed)
    assert Upload.objects.get().offset_bytes == 3000
    seen: list[int] = []
    upload = local.send(path, town["lixuemei"], {"purpose": "footage", "device": DEVICE}, digest, seen.append)
    assert (upload.state, seen[0], Upload.objects.count()) == ("taken", 4000, 1)


def test_a_file_that_is_still_being_written_is_left_for_later(town, taken, card, capsys):
    (card / "DCIM" / "now.mp4").write_bytes(film(7))
    assert len(ingest(capsys, str(card))[1]["files"]) == 3


def test_watching_takes_what_comes_and_ends_when_asked(town, taken, card, capsys, monkeypatch):
    from mingzhi.faces.cli import ingest as command

    naps = []

    def nap(seconds: float) -> None:
        naps.append(seconds)
        if len(naps) == 2:
            put(card / "DCIM" / "late.mp4", film(8))
        if len(naps) == 4:
            raise KeyboardInterrupt

    monkeypatch.setattr(command.time, "sleep", nap)
    run_command(["ingest", str(card), "--device", DEVICE, "--user", "lixuemei", "--watch"])
    assert [upload.name for upload in taken][-1] == "late.mp4"
    assert len(taken) == 4


def test_an_account_that_is_none_is_wrong_usage(town, taken, card, capsys):
    assert run_command(["ingest", str(card), "--device", DEVICE, "--user", "nobody"]) == 2
