"""What a camera wrote into the name of a file: device, user, moment, number.

The ways of naming are data: `names.yaml` beside this module, and before it the town's own file (MINGZHI_FILE_NAMES). A name is a claim, not
proof: it fills in what nobody said otherwise, and no match is no fault. (记录制度 17, 装备制度 8)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml
from django.conf import settings

#: Longer names exist on no file system, and patterns are tried against what a stranger sent.
NAME_CHARACTERS = 255
GROUPS = frozenset({"device", "user", "ts", "seq"})
FIELDS = frozenset({"id", "title", "pattern", "moment", "zone", "created", "numbers", "examples"})
NEVER, DAY = "never", "day"


class NamesInvalid(ValueError):
    """A file of patterns contradicts itself; the message names file and row."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """How a camera counts its files: after `last` it goes on with `first`; `restarts_daily` when every day begins anew."""

    first: int
    last: int
    restarts_daily: bool = False


@dataclass(frozen=True, slots=True)
class NameFacts:
    """What a name says. Empty text and None where the maker's names do not say it.

    begun_at: beginning by the camera's own clock, aware. created_zone: the zone in which creation_time inside the file is meant.
    """

    maker: str
    maker_title: str
    device: str
    user: str
    begun_at: datetime | None
    number: int | None
    numbers: Numbers | None
    created_zone: str

    @property
    def series(self) -> str:
        """Which run of numbers it belongs to: the day where the camera begins anew daily, else the one run there is."""
        return self.begun_at.date().isoformat() if self.numbers and self.numbers.restarts_daily and self.begun_at else ""


@dataclass(frozen=True, slots=True)
class Maker:
    """One way of naming files."""

    id: str
    title: str
    pattern: re.Pattern[str]
    moment: str
    zone: ZoneInfo
    created_zone: str
    numbers: Numbers | None

    def read(self, name: str) -> NameFacts | None:
        """The facts of a name that is written this way; None for any other, also for a moment that no calendar has."""
        found = self.pattern.fullmatch(PurePosixPath(name).stem)
        if found is None:
            return None
        said = {key: value or "" for key, value in found.groupdict().items()}
        try:
            begun_at = datetime.strptime(said["ts"], self.moment).replace(tzinfo=self.zone) if said.get("ts") else None
        except ValueError:
            return None
        return NameFacts(
            maker=self.id,
            maker_title=self.title,
            device=said.get("device", ""),
            user=said.get("user", ""),
            begun_at=begun_at,
            number=int(said["seq"]) if said.get("seq") else None,
            numbers=self.numbers,
            created_zone=self.created_zone,
        )


def read_name(filename: str) -> NameFacts | None:
    """What the name of a file says by the first way of naming that fits, the town's own first; None when none fits.

    Only the last part of a path is looked at. Raises NamesInvalid when the town's own file is wrong.
    """
    name = filename.replace("\\", "/").rsplit("/", 1)[-1]
    if len(name) > NAME_CHARACTERS:
        return None
    return next((facts for maker in makers() if (facts := maker.read(name))), None)


def makers() -> tuple[Maker, ...]:
    """Every way of naming in the order in which they are tried. Raises NamesInvalid."""
    own = settings.FILE_NAMES
    if own is None:
        return _shipped()
    if not own.is_file():
        raise NamesInvalid(f"{own}：没有这个文件，请核对 MINGZHI_FILE_NAMES")
    return (*_read(own, own.stat().st_mtime_ns), *_shipped())


@cache
def _shipped() -> tuple[Maker, ...]:
    return tuple(read_makers(files(__package__) / "names.yaml"))


@cache
def _read(file: Path, changed_ns: int) -> tuple[Maker, ...]:
    """The town's file, read again when it changed."""
    return tuple(read_makers(file))


def read_makers(file: Traversable) -> Iterator[Maker]:
    """The ways of naming of one file, each proven by its examples. Raises NamesInvalid naming file and row."""
    try:
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (yaml.YAMLError, OSError) as error:
        raise NamesInvalid(f"{file.name}：读不出：{error}") from error
    if not isinstance(content, dict) or set(content) != {"makers"} or not isinstance(content["makers"], list):
        raise NamesInvalid(f"{file.name}：应为 makers 的列表，每项有 {'、'.join(sorted(FIELDS))}")
    for count, row in enumerate(content["makers"], start=1):
        yield _maker(row, f"{file.name} 第 {count} 项")


def _maker(row: Any, place: str) -> Maker:
    if not isinstance(row, dict) or not set(row) <= FIELDS or not all(isinstance(row.get(key), str) for key in ("id", "title", "pattern")):
        raise NamesInvalid(f"{place}：应写明 id、title、pattern，字段只能是 {'、'.join(sorted(FIELDS))}")
    place = f"{place}（{row['id']}）"
    try:
        pattern = re.compile(row["pattern"])
        zone = ZoneInfo(row.get("zone", "Asia/Shanghai"))
    except (re.error, ZoneInfoNotFoundError, ValueError) as error:
        raise NamesInvalid(f"{place}：pattern 或 zone 不合规：{error}") from error
    if not set(pattern.groupindex) <= GROUPS or not pattern.groupindex:
        raise NamesInvalid(f"{place}：pattern 的组名只能是 {'、'.join(sorted(GROUPS))}，至少一个")
    if ("ts" in pattern.groupindex) != ("moment" in row):
        raise NamesInvalid(f"{place}：pattern 有 ts 就须写明 moment，没有就不写")
    if row.get("created", "utc") not in ("utc", "local"):
        raise NamesInvalid(f"{place}：created 只能是 utc 或 local")
    maker = Maker(
        row["id"],
        row["title"],
        pattern,
        str(row.get("moment", "")),
        zone,
        zone.key if row.get("created") == "local" else "UTC",
        _numbers(row.get("numbers"), place),
    )
    for example in row.get("examples") or [{}]:
        _prove(maker, example, place)
    return maker


def _numbers(row: Any, place: str) -> Numbers | None:
    if row is None:
        return None
    fits = isinstance(row, dict) and set(row) <= {"from", "to", "restart"} and row.get("restart", NEVER) in (NEVER, DAY)
    if not fits or type(row.get("from")) is not int or type(row.get("to")) is not int or not 0 <= row["from"] < row["to"]:
        raise NamesInvalid(f"{place}：numbers 应写作 {{from: 1, to: 9999, restart: day}}，restart 可不写")
    return Numbers(row["from"], row["to"], row.get("restart") == DAY)


def _prove(maker: Maker, example: Mapping[str, Any], place: str) -> None:
    facts = maker.read(str(example.get("name", "")))
    if facts is None:
        raise NamesInvalid(f"{place}：examples 至少一例，且 pattern 应能读出它")
    read = {"device": facts.device, "user": facts.user, "at": facts.begun_at and facts.begun_at.isoformat(), "seq": facts.number}
    wrong = [f"{key} 应为 {example[key]}，读出 {read[key]}" for key in read if key in example and example[key] != read[key]]
    if wrong:
        raise NamesInvalid(f"{place}：例子 {example['name']} 的 {'；'.join(wrong)}")
