"""Reads the register's YAML files and refuses whatever is wrong, naming file and row.

A file: law, title, source, optional in_force, rows. A row: id, article, kind, must, and `p` (numbers from in_force or the beginning)
or `values` (a list, each with `from`). Not a general validator: it knows exactly these fields.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any

import yaml

from mingzhi.law.provisions.row import Provision, Value

KINDS = frozenset(
    ["gate", "deadline", "record", "publish", "redact", "withhold", "retain", "access", "approve", "process", "report", "duty", "ban"]
)
UNITS = frozenset(["workday", "day", "hour", "second", "month", "year", "week", "yuan", "percent", "person", "copy", "class-hour"])
SOURCES = frozenset({"F", "M-high", "M-med", "M-low", "SEED", "TOWN"})
FILE_FIELDS = frozenset({"law", "title", "source", "in_force", "rows"})
ROW_FIELDS = frozenset({"id", "law", "title", "article", "kind", "must", "source", "in_force", "p", "values"})
LENGTHS = frozenset({"within", "before", "wait", "extend", "extend_max"})

_YAML = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class RegisterInvalid(ValueError):
    """The register's files contradict themselves; the message names file and row."""


def read_register(files: Iterable[Traversable]) -> dict[str, Provision]:
    """All provisions of the files by id, in the files' order. Raises RegisterInvalid."""
    found: dict[str, Provision] = {}
    where: dict[str, str] = {}
    for file in files:
        for row in _rows(file):
            if row.id in found:
                raise RegisterInvalid(f"{file.name}：条款编号 {row.id} 重复，{where[row.id]} 已有")
            found[row.id] = row
            where[row.id] = file.name
    return found


def _rows(file: Traversable) -> Iterable[Provision]:
    try:
        # Safe loader only, in its C form where PyYAML has it: the pure one is ten times slower.
        content = yaml.load(file.read_text(encoding="utf-8"), Loader=_YAML)
    except yaml.YAMLError as error:
        raise RegisterInvalid(f"{file.name}：不是合规的 YAML：{error}") from error
    if not isinstance(content, dict) or not isinstance(content.get("rows"), list):
        raise RegisterInvalid(f"{file.name}：文件须含 law、title、source 和 rows 列表")
    _only(content, FILE_FIELDS, file.name)
    for number, row in enumerate(content["rows"], start=1):
        place = f"{file.name} 第 {number} 行"
        if not isinstance(row, dict) or "id" not in row:
            raise RegisterInvalid(f"{place}：缺少 id")
        yield _row(content, row, f"{place}（{row['id']}）")


def _row(head: Mapping[str, Any], row: Mapping[str, Any], place: str) -> Provision:
    _only(row, ROW_FIELDS, place)
    merged = {**{key: head.get(key) for key in ("law", "title", "source", "in_force")}, **row}
    for key in ("id", "law", "title", "kind", "must", "source"):
        if not isinstance(merged.get(key), str) or not merged[key].strip():
            raise RegisterInvalid(f"{place}：{key} 须为非空文字")
    if merged["kind"] not in KINDS:
        raise RegisterInvalid(f"{place}：kind {merged['kind']} 不在登记种类之内：{'、'.join(sorted(KINDS))}")
    if merged["source"] not in SOURCES:
        raise RegisterInvalid(f"{place}：source {merged['source']} 不在来源标记之内：{'、'.join(sorted(SOURCES))}")
    return Provision(
        id=merged["id"],
        law=merged["law"],
        title=merged["title"],
        article=str(merged.get("article") or ""),
        kind=merged["kind"],
        must=merged["must"],
        source=merged["source"],
        values=_values(merged, place),
    )


def _values(row: Mapping[str, Any], place: str) -> tuple[Value, ...]:
    if "p" in row and "values" in row:
        raise RegisterInvalid(f"{place}：p 与 values 只能写其一")
    if "p" in row:
        return (Value(_day(row.get("in_force"), place), _numbers(row["p"], place)),)
    values: list[Value] = []
    for entry in row.get("values", ()):
        if not isinstance(entry, dict) or "from" not in entry:
            raise RegisterInvalid(f"{place}：values 的每一项须有 from 日期")
        begins = _day(entry["from"], place)
        numbers = _numbers({key: value for key, value in entry.items() if key != "from"}, place)
        if values and begins is not None and values[-1].from_on is not None and begins <= values[-1].from_on:
            raise RegisterInvalid(f"{place}：values 的施行日期重叠或颠倒：{values[-1].from_on} 之后是 {begins}")
        values.append(Value(begins, numbers))
    return tuple(values)


def _numbers(raw: object, place: str) -> Mapping[str, int | str | bool]:
    if not isinstance(raw, dict) or not raw:
        raise RegisterInvalid(f"{place}：数值须为“名称: 值”")
    unit = raw.get("unit")
    if unit is not None and unit not in UNITS:
        raise RegisterInvalid(f"{place}：单位 {unit} 不认识，可用：{'、'.join(sorted(UNITS))}")
    for name, value in raw.items():
        if not isinstance(value, (int, str)):
            raise RegisterInvalid(f"{place}：{name} 须为整数或文字，现为 {value!r}")
        if name in LENGTHS and (unit is None or isinstance(value, bool) or not isinstance(value, int) or value < 0):
            raise RegisterInvalid(f"{place}：{name} 须为不小于零的整数并写明 unit")
    return MappingProxyType(dict(raw))


def _day(value: object, place: str) -> date | None:
    if value is None or type(value) is date:
        return value
    raise RegisterInvalid(f"{place}：施行日期须写作 YYYY-MM-DD，现为 {value!r}")


def _only(given: Mapping[str, Any], allowed: frozenset[str], place: str) -> None:
    unknown = sorted(str(key) for key in given if key not in allowed)
    if unknown:
        raise RegisterInvalid(f"{place}：不认识的字段 {'、'.join(unknown)}，可用：{'、'.join(sorted(allowed))}")
