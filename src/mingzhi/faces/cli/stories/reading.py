"""A story as written: its file read into steps, every mistake named with its line. Nothing is played here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from mingzhi.law.provisions import UnknownProvision, cited

SHANGHAI = ZoneInfo("Asia/Shanghai")
#: Said instead of an action: look at what can be done, do nothing.
LOOK = "看"
#: Taken from the sample and then left out.
LEFT_OUT = "不填"

STORY_KEYS = {"题", "依据", "说明", "先", "镇", "步骤"}
TOWN_KEYS = {"证件", "任职", "执法事项", "机关", "音像", "上传", "后台"}
STEP_KEYS = {
    "照", "填", "件", "记作", "版本", "环节", "文书", "编号", "期限", "值", "说", "拒", "拒含", "缺", "不行", "可办", "不可办", "说明", "镇",
}  # fmt: skip
_HEAD = re.compile(r"^(\d{4}-\d{2}-\d{2}(?: \d{1,2}:\d{2})?)\s+(\S+)$")


class StoryError(Exception):
    """A story that cannot be played: file, line, and what to change."""

    def __init__(self, path: Path, line: int, sentence: str) -> None:
        super().__init__(f"{path.name} 第 {line} 行：{sentence}")
        self.line = line


class Lined(dict):
    """A mapping of a story that remembers the line of each key; `line` is its own."""

    line: int
    lines: dict[str, int]

    def line_of(self, key: str) -> int:
        return self.lines.get(key, self.line)


#: libyaml's parser where it is there, which is ten times as fast: a story is read together with every story it goes on from.
_SAFE: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_SAFE):  # type: ignore[misc, valid-type]
    """YAML in which every plain word is text: 10:00 is not six hundred, and 500110 is a code."""

    yaml_implicit_resolvers = {"<": [("tag:yaml.org,2002:merge", re.compile(r"^(?:<<)$"))]}


def _mapping(loader: _Loader, node: yaml.MappingNode) -> Lined:
    loader.flatten_mapping(node)
    found, lines = {}, {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        found[key] = loader.construct_object(value_node, deep=True)
        lines[key] = key_node.start_mark.line + 1
    lined = Lined(found)
    lined.line, lined.lines = node.start_mark.line + 1, lines
    return lined


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


@dataclass(frozen=True)
class Step:
    """One line of a story: when, who, what, with which words, and what should come of it. `says` are its other keys."""

    path: Path
    line: int
    at: datetime
    who: str
    action: str
    given: dict[str, Any]
    says: Lined

    @property
    def looks(self) -> bool:
        return self.action == LOOK

    def error(self, sentence: str, key: str = "") -> StoryError:
        return StoryError(self.path, self.says.line_of(key) if key else self.line, sentence)


@dataclass(frozen=True)
class Story:
    """A story with everything before it: `steps` begin with those of the story it goes on from."""

    path: Path
    title: str
    cites: tuple[str, ...]
    town: tuple[Mapping[str, Any], ...]
    steps: tuple[Step, ...] = field(repr=False)


def load(path: Path) -> Lined:
    """A YAML file as a mapping with lines. Raises StoryError."""
    try:
        table = yaml.load(path.read_text(encoding="utf-8"), _Loader)
    except FileNotFoundError as problem:
        raise StoryError(path, 0, "没有这个文件。") from problem
    except yaml.MarkedYAMLError as problem:
        raise StoryError(path, (problem.problem_mark.line + 1) if problem.problem_mark else 0, f"不是 YAML：{problem.problem}") from problem
    if not isinstance(table, Lined):
        raise StoryError(path, 1, "应是“名称: 内容”的形式，见 mingzhi scenario --help-format。")
    return table


@lru_cache(maxsize=8)
def _samples(path: Path, _written_at_ns: int) -> Lined:
    """The samples beside a story: much longer than any story, and read with each of a chain of them."""
    return load(path)


def read_story(path: Path, within: tuple[Path, ...] = ()) -> Story:
    """Read a story and those it goes on from. Raises StoryError for whatever nobody could play."""
    path = path.resolve()
    if path in within:
        raise StoryError(path, 1, "“先”绕成了圈。")
    table = load(path)
    _only(path, table, STORY_KEYS)
    for key in ("题", "步骤"):
        if not table.get(key):
            raise StoryError(path, table.line, f"缺少“{key}”。")
    cites = tuple(_listed(table.get("依据")))
    try:
        cited(*cites)
    except UnknownProvision as problem:
        raise StoryError(path, table.line_of("依据"), str(problem)) from problem
    earlier = read_story(path.parent / table["先"], (*within, path)) if table.get("先") else None
    town = table.get("镇") or Lined()
    if town:
        _only(path, town, TOWN_KEYS)
    samples = path.parent / "范本.yaml"
    known = _samples(samples, samples.stat().st_mtime_ns) if samples.is_file() else {}
    steps = tuple(_step(path, row, known) for row in table["步骤"])
    return Story(
        path=path,
        title=table["题"],
        cites=cites,
        town=((*earlier.town, town) if earlier else (town,)),
        steps=((*earlier.steps, *steps) if earlier else steps),
    )


def in_families(paths: Iterable[Path]) -> list[Path]:
    """The same files in another order: each story beside those that begin as it does. Raises StoryError as `read_story`."""
    return sorted(paths, key=lambda path: list(dict.fromkeys(str(step.path) for step in read_story(path).steps)))


def _step(path: Path, row: Any, samples: Mapping[str, Any]) -> Step:
    if not isinstance(row, Lined):
        raise StoryError(path, 1, f"步骤“{row}”应写作“- 2026-03-03 10:00 李雪梅: 提请立案”。")
    heads = [key for key in row if _HEAD.match(key)]
    if len(heads) != 1:
        raise StoryError(path, row.line, "每一步应有一行“时间 人: 环节”，如“2026-03-03 10:00 李雪梅: 提请立案”。")
    _only(path, row, STEP_KEYS | set(heads))
    if row.get("镇"):
        _only(path, row["镇"], TOWN_KEYS)
    moment, who = _HEAD.match(heads[0]).groups()  # type: ignore[union-attr]
    given: dict[str, Any] = {}
    if row.get("照"):
        if row["照"] not in samples:
            raise StoryError(path, row.line_of("照"), f"范本.yaml 中没有“{row['照']}”；有：{'、'.join(samples)}。")
        given |= deepcopy(samples[row["照"]])
    given |= row.get("填") or {}
    return Step(
        path=path,
        line=row.line,
        at=moment_of(moment),
        who=who,
        action=str(row[heads[0]]),
        given={name: value for name, value in given.items() if value != LEFT_OUT},
        says=row,
    )


def moment_of(text: str) -> datetime:
    """A moment of the office's time; a day alone means nine in the morning."""
    return datetime.strptime(text if " " in text else f"{text} 9:00", "%Y-%m-%d %H:%M").replace(tzinfo=SHANGHAI)


def _listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) and value else list(value or [])


def _only(path: Path, table: Lined, known: set[str]) -> None:
    for key in table:
        if key not in known:
            raise StoryError(path, table.line_of(key), f"不认识“{key}”；可以写：{'、'.join(sorted(known))}。")
