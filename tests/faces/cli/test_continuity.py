"""`mingzhi continuity`: what it tells of files, and the status it leaves."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from mingzhi.core.vault import boxing
from mingzhi.faces.cli.commands import run_command
from tests.core.vault.filming import cut, film, needs_ffmpeg

FIRST, SECOND = "SH2600017_500399_20260305100000_0001.MP4", "SH2600017_500399_20260305100006_0002.MP4"
LATER = "SH2600017_500399_20260305100016_0003.MP4"


@pytest.fixture(scope="module")
def card(tmp_path_factory) -> Path:
    """A camera's card: six, four and four seconds, with six seconds missing before the last."""
    folder = tmp_path_factory.mktemp("card")
    film(folder / FIRST, 6, "-metadata", "title=1")
    film(folder / SECOND, 4, "-metadata", "title=2")
    film(folder / LATER, 4, "-metadata", "title=3")
    return folder


@pytest.fixture
def command(capsys):
    def run(*words: object) -> tuple[int, str, str]:
        capsys.readouterr()
        status = run_command(["continuity", *map(str, words)])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


@needs_ffmpeg
def test_recordings_that_follow_each_other_are_unbroken(card: Path, command):
    """recording-12-continuous"""
    status, out, err = command(card / FIRST, card / SECOND, "--from", "2026-03-05T10:00:00", "--to", "2026-03-05T10:00:10")
    assert (status, err) == (0, "")
    assert "记录没有中断。" in out
    assert "设备 SH2600017" in out
    assert "本镇自定" in out


@needs_ffmpeg
def test_a_gap_is_told_with_status_1(card: Path, command):
    """recording-12-continuous, town-continuity-gap"""
    status, out, _ = command(card / LATER, card / FIRST, card / SECOND)
    assert status == 1
    assert f"记录中断  10:00:10 至 10:00:16 没有记录，中断 6 秒（在 {SECOND} 与 {LATER} 之间）。" in out


@needs_ffmpeg
def test_json_stands_alone_on_stdout(card: Path, command):
    status, out, err = command(
        card / FIRST, card / SECOND, card / LATER, "--from", "2026-03-05T10:00", "--to", "2026-03-05T10:00:30", "--json"
    )
    answer = json.loads(out)
    assert (status, err, answer["unbroken"]) == (1, "", False)
    assert [(finding["kind"], finding["seconds"], finding["from"]) for finding in answer["findings"]] == [
        ("gap", 6.0, "2026-03-05T10:00:10+08:00"),
        ("tail", 10.0, "2026-03-05T10:00:20+08:00"),
    ]
    assert [clip["number"] for clip in answer["tracks"][0]["clips"]] == [1, 2, 3]
    assert "recording-12-continuous" in answer["provisions"]


@needs_ffmpeg
def test_the_same_content_under_two_names_is_told(card: Path, command, tmp_path: Path):
    shutil.copy(card / FIRST, tmp_path / SECOND)
    status, out, _ = command(card / FIRST, tmp_path / SECOND)
    assert status == 1
    assert "内容重复" in out


@needs_ffmpeg
def test_the_device_of_files_that_name_none_can_be_given(card: Path, command, tmp_path: Path):
    shutil.copy(card / FIRST, tmp_path / "VID_20260305_100000.mp4")
    assert "设备 手机1" in command(tmp_path / "VID_20260305_100000.mp4", "--device", "手机1")[1]


@needs_ffmpeg
def test_photographs_are_moments(card: Path, command, tmp_path: Path):
    """footage-10"""
    exif = Image.Exif()
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2026:03:05 10:00:03"
    Image.new("RGB", (8, 8)).save(tmp_path / "门头.jpg", exif=exif)
    status, out, _ = command(card / FIRST, tmp_path / "门头.jpg", "--json")
    answer = json.loads(out)
    assert (status, answer["photos"][0]["at"]) == (0, "2026-03-05T10:00:03+08:00")


@needs_ffmpeg
def test_a_truncated_file_is_a_finding(card: Path, command, tmp_path: Path):
    cut(card / SECOND, tmp_path / SECOND, 0.5)
    status, out, _ = command(card / FIRST, tmp_path / SECOND)
    assert status == 1
    assert "文件残缺" in out


@needs_ffmpeg
def test_times_that_contradict_each_other_are_noted(command, tmp_path: Path):
    film(tmp_path / FIRST, 4, created="2026-03-05T10:00:00Z")
    _, out, _ = command(tmp_path / FIRST)
    assert "文件名中的时间与文件内记录的时间相差 8 小时" in out


@needs_ffmpeg
def test_what_cannot_be_known_leaves_status_3(card: Path, command, tmp_path: Path):
    (tmp_path / "说明.txt").write_text("现场情况", encoding="utf-8")
    status, out, _ = command(card / FIRST, tmp_path / "说明.txt")
    assert status == 3
    assert "内容是文本文件，不是录音录像" in out
    shutil.copy(card / FIRST, tmp_path / "无名.mp4")
    status, out, _ = command(tmp_path / "无名.mp4", "--json")
    assert (status, json.loads(out)["unbroken"]) == (3, None)


def test_without_ffprobe_nothing_can_be_known(card_file: Path, command, monkeypatch):
    monkeypatch.setattr(boxing, "found", lambda program: None)
    status, out, err = command(card_file)
    assert (status, out) == (3, "")
    assert err.startswith("本机没有安装 ffprobe")


@pytest.fixture
def card_file(tmp_path: Path) -> Path:
    file = tmp_path / FIRST
    file.write_bytes(b"x")
    return file


@pytest.mark.parametrize(
    "words",
    [
        ("--from", "2026-03-05T10:00"),
        ("--from", "2026-03-05", "--to", "2026-03-06"),
        ("--from", "2026-03-05T11:00", "--to", "2026-03-05T10:00"),
        ("--from", "ten", "--to", "eleven"),
    ],
)
def test_an_activity_needs_two_moments_in_order(card_file: Path, command, words: tuple[str, ...]):
    status, out, err = command(card_file, *words)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1


def test_a_file_that_is_not_there_is_wrong_usage(command, tmp_path: Path):
    assert command(tmp_path / "gone.mp4")[0] == 2
