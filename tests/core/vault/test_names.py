"""Names of files as cameras give them: read where a pattern fits, left alone where none does."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from mingzhi.core.vault import read_name
from mingzhi.core.vault.names import NamesInvalid, Numbers, makers
from mingzhi.law.periods import SHANGHAI

TEN_FIFTEEN = datetime(2026, 3, 5, 10, 15, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("name", "maker", "device", "user", "number"),
    [
        ("SH2600017_500399_20260305101500_0007.MP4", "serial-user-time-number", "SH2600017", "500399", 7),
        ("SH2600017_500399_20260305101500_0007.jpg", "serial-user-time-number", "SH2600017", "500399", 7),
        ("YL-104422@000312_20260305_101500_002.mp4", "yunling", "YL-104422", "000312", 2),
        ("REC00041-260305101500-QJ0093.MP4", "qingjiang", "QJ0093", "", 41),
        ("2026-03-05T021500Z_SF00A1B2C3.mp4", "songfeng", "SF00A1B2C3", "", None),
        ("VID_20260305_101500.mp4", "phone", "", "", None),
    ],
)
def test_a_name_of_each_maker_is_read(name: str, maker: str, device: str, user: str, number: int | None):
    """equipment-8-store"""
    facts = read_name(name)
    assert (facts.maker, facts.device, facts.user, facts.number) == (maker, device, user, number)
    assert facts.begun_at == TEN_FIFTEEN


@pytest.mark.parametrize(
    "name",
    [
        "",
        "现场.mp4",
        "SH2600017_500399_20260305101500.MP4",
        "SH2600017_500399_20261305101500_0007.MP4",
        "xSH2600017_500399_20260305101500_0007_x.MP4",
        "A" * 300 + "_500399_20260305101500_0007.MP4",
    ],
)
def test_a_name_that_fits_no_pattern_says_nothing(name: str):
    assert read_name(name) is None


def test_only_the_last_part_of_a_path_is_a_name():
    assert read_name("D:\\DCIM\\SH2600017_500399_20260305101500_0007.MP4").device == "SH2600017"
    assert read_name("/media/card/SH2600017_500399_20260305101500_0007.MP4").device == "SH2600017"


def test_a_clock_in_another_zone_is_read_in_that_zone():
    assert read_name("2026-03-05T021500Z_SF00A1B2C3.mp4").begun_at == datetime(2026, 3, 5, 2, 15, tzinfo=UTC)


def test_the_maker_says_in_which_zone_the_time_inside_the_file_is_meant():
    assert read_name("YL-104422@000312_20260305_101500_002.mp4").created_zone == "Asia/Shanghai"
    assert read_name("REC00041-260305101500-QJ0093.MP4").created_zone == "UTC"


def test_numbers_that_begin_anew_every_day_are_a_series_for_each_day():
    daily, lasting = read_name("YL-104422@000312_20260305_101500_002.mp4"), read_name("REC00041-260305101500-QJ0093.MP4")
    assert (daily.numbers, daily.series) == (Numbers(1, 999, True), "2026-03-05")
    assert (lasting.numbers, lasting.series) == (Numbers(0, 99999), "")


def own_file(folder: Path, **changed: object) -> Path:
    row = {
        "id": "own",
        "title": "本镇自购",
        "pattern": "(?P<device>SHZF[0-9]+)-(?P<seq>[0-9]+)",
        "examples": [{"name": "SHZF12-003.mp4", "device": "SHZF12", "seq": 3}],
        **changed,
    }
    file = folder / "names.yaml"
    file.write_text(yaml.safe_dump({"makers": [{key: value for key, value in row.items() if value is not None}]}), encoding="utf-8")
    return file


def test_the_town_adds_patterns_of_its_own_and_they_come_first(tmp_path: Path, settings):
    assert read_name("SHZF12-003.mp4") is None
    settings.FILE_NAMES = own_file(tmp_path)
    assert read_name("SHZF12-003.mp4").device == "SHZF12"
    assert makers()[0].id == "own"
    settings.FILE_NAMES = own_file(tmp_path, pattern="(?P<device>REC[0-9]+).*", examples=[{"name": "REC1.mp4", "device": "REC1"}])
    assert read_name("REC00041-260305101500-QJ0093.MP4").maker == "own"


def test_a_file_of_patterns_that_is_not_there_is_said_to_be_missing(tmp_path: Path, settings):
    settings.FILE_NAMES = tmp_path / "gone.yaml"
    with pytest.raises(NamesInvalid, match="没有这个文件，请核对 MINGZHI_FILE_NAMES"):
        read_name("SHZF12-003.mp4")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"pattern": "("}, "不合规"),
        ({"pattern": "(?P<owner>.+)"}, "组名"),
        ({"pattern": "no groups"}, "组名"),
        ({"pattern": "(?P<ts>[0-9]+)"}, "moment"),
        ({"zone": "Mars/Base"}, "zone"),
        ({"created": "gps"}, "created"),
        ({"numbers": {"from": 5, "to": 1}}, "numbers"),
        ({"examples": None}, "examples"),
        ({"examples": [{"name": "SHZF12-003.mp4", "seq": 4}]}, "seq 应为 4，读出 3"),
        ({"colour": "red"}, "字段"),
        ({"title": None}, "title"),
    ],
)
def test_a_file_of_patterns_that_is_wrong_is_refused_with_file_and_row(tmp_path: Path, settings, changed: dict, said: str):
    settings.FILE_NAMES = own_file(tmp_path, **changed)
    with pytest.raises(NamesInvalid, match=said) as refused:
        read_name("SHZF12-003.mp4")
    assert str(refused.value).startswith("names.yaml 第 1 项")
