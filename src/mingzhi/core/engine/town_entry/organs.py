"""The authority under its district, and its units (“2+5+X”)."""

from __future__ import annotations

import re
from typing import Any, cast

from mingzhi.core.organs.models import Authority, Unit
from mingzhi.law.identifiers import credit_code

from .changes import Plan
from .sections import Section, leave_out
from .written import Row

_NAMES = ("code", "name", "place", "word", "credit_code", "address", "phone", "postcode", "review_organ", "court", "fine_bank")
_DISTRICT_DIGITS, _TOWN_DIGITS = 6, 9


def _read_authorities(plan: Plan) -> None:
    """The district and the town. Sets the plan's town, one that is not kept where the file has none."""
    district = plan.file.row("district")
    code = ""
    above = None
    if district is not None:
        values = _values(district)
        code = values["code"]
        if not re.fullmatch(rf"\d{{{_DISTRICT_DIGITS}}}", code):
            district.wrong("code", f"“{code}”不是区县的行政区划代码", f"请写 {_DISTRICT_DIGITS} 位数字")
        above = _settled(plan, Authority(kind=Authority.Kind.DISTRICT, region=code, **values), district)
    town = plan.file.row("town")
    plan.sure = town is not None and not plan.mistakes
    if town is None:
        return
    values = _values(town)
    own = values["code"]
    if not re.fullmatch(rf"\d{{{_TOWN_DIGITS}}}", own) or not own.startswith(code):
        town.wrong(
            "code",
            f"“{own}”不是{'该区县下' if code else ''}乡镇的行政区划代码",
            f"请写以 {code or '区县代码'} 开头的 {_TOWN_DIGITS} 位数字",
        )
    plan.sure = not plan.mistakes
    region = f"{code}.{own.removeprefix(code)}"
    plan.town = _settled(plan, Authority(parent=above, kind=Authority.Kind.TOWN, region=region, **values), town)


def _values(row: Row) -> dict[str, Any]:
    values = row.of(Authority, _NAMES)
    if values["credit_code"] and (reason := credit_code(values["credit_code"]).reason):
        row.wrong("credit_code", f"“{values['credit_code']}”不是统一社会信用代码：{reason}", "请核对证书")
    row.close()
    return values


def _settled(plan: Plan, made: Authority, row: Row) -> Authority:
    found = Authority.objects.filter(code=made.code).first()
    if found is not None and found.kind != made.kind:
        row.wrong("code", f"代码 {made.code} 已是{found.get_kind_display()}“{found.name}”", "请核对代码")
        return made
    return cast(Authority, plan.settle(found, made, f"机关 {made.name}（{made.code}）"))


def _read_units(plan: Plan) -> None:
    there = {unit.name: unit for unit in Unit.objects.filter(authority=plan.town.pk)}
    for row in plan.file.rows("units", required=True):
        values = row.of(Unit, ("name", "kind"))
        row.close()
        name = values["name"]
        if name in plan.units:
            row.wrong("name", f"机构“{name}”写了不止一次", "请只留一条")
            continue
        made = Unit(authority=plan.town, **values)
        plan.units[name] = cast(Unit, plan.settle(there.get(name), made, f"机构 {name}（{made.get_kind_display()}）"))
    for name, unit in there.items():
        if name not in plan.units:
            instead = f"机构不能删除，请照写 {{name: {name}, kind: {unit.kind}}}"
            plan.file.wrong("units", f"系统中有机构“{name}”，文件没有写", instead)


def _show_district(town: Authority) -> dict[str, Any]:
    return leave_out({name: getattr(town.parent, name) for name in _NAMES})


def _show_town(town: Authority) -> dict[str, Any]:
    return leave_out({name: getattr(town, name) for name in _NAMES})


def _show_units(town: Authority) -> list[dict[str, Any]]:
    return [{"name": unit.name, "kind": unit.kind} for unit in town.units.order_by("pk")]


SECTIONS = (
    Section("district", _read_authorities, _show_district),
    Section("town", lambda plan: None, _show_town),
    Section("units", _read_units, _show_units),
)
