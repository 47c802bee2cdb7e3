"""The power list (执法事项清单) in a town's file: a version that is in use is never rewritten, only ended; what changes is a new version.

Serves personnel-19-list and penalty-law-24: under which power, in which wording, a case was filed can be shown for good.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from mingzhi.core.engine.town_entry import Section, use_section
from mingzhi.core.engine.town_entry.changes import Plan
from mingzhi.core.engine.town_entry.sections import leave_out
from mingzhi.core.engine.town_entry.tables import Entered, entered
from mingzhi.core.engine.town_entry.written import Row
from mingzhi.core.organs.models import Authority
from mingzhi.law.fines import PenaltyKind
from mingzhi.law.money import yuan

from .models import Power

entered(
    Entered(Power, "power", "authority", ("code", "version", "name", "kind", "valid_from", "valid_until", "source"), ends="valid_until")
)

_MEASURES = {"seal": "查封", "seize": "扣押"}
_ENFORCEMENT = {"demolish": "强制拆除", "substitute": "代履行"}
_KINDS = {kind.value: kind.title for kind in PenaltyKind}
_FINES = ("fine_min_citizen_yuan", "fine_max_citizen_yuan", "fine_min_unit_yuan", "fine_max_unit_yuan")
_ENTRUSTING = ("entrusting_organ", "entrusting_word", "entrusting_review_organ", "entrusting_court", "entrustment_number")
_OF_LIST = ("source", "version", "valid_from")
_PLAIN = ("code", "name", "kind", "scope", "department", "sanction", *_FINES, "valid_until", "hand_to", *_ENTRUSTING)
#: What may still be said of a version that is there: its end, and who handles the matter afterwards.
_MAY_CHANGE = ("valid_until", "hand_to")


def _read(plan: Plan) -> None:
    there = {(one.code, one.version): one for one in Power.objects.filter(authority=plan.town.pk)}
    written: dict[tuple[str, str], tuple[Row, Power]] = {}
    for each in plan.file.rows("power_lists"):
        shared = each.of(Power, _OF_LIST, valid_from="from")
        for row in each.rows("items", required=True):
            made = _power(plan.town, row, shared)
            key = (made.code, made.version)
            if key in written:
                row.wrong("code", f"{made.code} 的 {made.version} 版写了不止一次", "请只留一条，或者换一个版本号")
                continue
            written[key] = (row, made)
            _settle(plan, row, there.get(key), made)
        each.close()
    left_out = [one for key, one in there.items() if key not in written]
    for one in left_out:
        if one.valid_until is None or one.valid_until >= plan.on:
            what = f"系统中有执法事项 {one.code} 的 {one.version} 版（{one.name}），文件没有写"
            plan.file.wrong("power_lists", what, "仍有效的照写；不再行使的照写，另写 until: 最后一日")
    _one_version_a_day(plan.file, written.values(), left_out)


def _power(town: Authority, row: Row, shared: dict[str, Any]) -> Power:
    values = shared | row.of(Power, _PLAIN, valid_until="until")
    values |= {
        "violated": _articles(row, "violated"),
        "basis": _articles(row, "basis"),
        "penalty_kinds": row.words("penalty_kinds", _KINDS),
        "measures": _articles(row, "measures", _MEASURES),
        "enforcement": _articles(row, "enforcement", _ENFORCEMENT),
    }
    row.close()
    made = Power(authority=town, **values)
    if not made.basis:
        row.wrong("basis", "没有依据", "请写 basis: [{law: 《…》, article: 第…条}]")
    if made.scope == Power.Scope.PENALTY and not made.penalty_kinds and not row.has("penalty_kinds"):
        row.wrong("penalty_kinds", "没有处罚种类", f"请写 {'、'.join(f'{value}（{title}）' for value, title in _KINDS.items())} 中的各种")
    if made.kind == Power.Kind.ENTRUSTED and not made.entrusting_organ:
        row.wrong("entrusting_organ", "委托事项没有写委托机关", "请写 entrusting_organ: 委托机关的全称")
    if made.kind == Power.Kind.ENTRUSTED and made.measures:
        row.wrong("measures", "委托事项不得采取强制措施（行政强制法第十七条）", "请删去 measures")
    if made.valid_from and made.valid_until and made.valid_until < made.valid_from:
        row.wrong("until", f"{made.valid_until} 早于生效的 {made.valid_from}", "请核对起止日期")
    for side in ("citizen", "unit"):
        low, high = getattr(made, f"fine_min_{side}_yuan"), getattr(made, f"fine_max_{side}_yuan")
        if low is not None and high is not None and low > high:
            row.wrong(f"fine_min_{side}_yuan", f"最低 {yuan(low)} 元高于最高 {yuan(high)} 元", "请核对处罚依据")
    return made


def _articles(row: Row, name: str, kinds: dict[str, str] | None = None) -> list[dict[str, str]]:
    found = []
    for each in row.rows(name):
        article = ({"kind": each.choice("kind", kinds)} if kinds else {}) | {
            "law": each.text("law", required=True),
            "article": each.text("article", required=True),
        }
        if text := each.text("text"):
            article["text"] = text
        each.close()
        found.append(article)
    return found


def _settle(plan: Plan, row: Row, found: Power | None, made: Power) -> None:
    if found is not None:
        rewritten = [
            field.name
            for field in Power._meta.concrete_fields
            if not field.primary_key and field.name not in _MAY_CHANGE and getattr(found, field.name) != getattr(made, field.name)
        ]
        if rewritten:
            names = "、".join("from" if name == "valid_from" else name for name in rewritten)
            what = f"{made.code} 的 {made.version} 版已经录入，{names} 不能改动"
            row.wrong("code", what, "请照原样写并写 until: 最后一日，再用新的版本号另写一条")
            return
        if found.valid_until is not None and found.valid_until < plan.on and found.valid_until != made.valid_until:
            row.wrong("until", f"这一版已于 {found.valid_until} 失效，不能改动", f"请照写 until: {found.valid_until}，恢复的另写新版本")
            return
    plan.settle(found, made, f"执法事项 {made.code} {made.version} 版（{made.name}，{made.valid_from} 起）")


def _one_version_a_day(file: Row, written: Iterable[tuple[Row, Power]], left_out: Iterable[Power]) -> None:
    """Note versions of one power that are in force on the same day: a case could not know which is its own."""
    every = sorted([(file, one) for one in left_out] + list(written), key=lambda pair: (pair[1].code, pair[1].valid_from or date.max))
    for code, versions in groupby(every, key=lambda pair: pair[1].code):
        before: tuple[Row, Power] | None = None
        for row, one in versions:
            if before is not None and one.valid_from and (before[1].valid_until or date.max) >= one.valid_from:
                what = f"{code} 的 {before[1].version} 版和 {one.version} 版在 {one.valid_from} 同时有效"
                (before[0] if before[0] is not file else row).wrong("until", what, f"请给 {before[1].version} 版写 until: 新版生效前一日")
            before = (row, one)


def _show(town: Authority) -> list[dict[str, Any]]:
    powers = Power.objects.filter(authority=town.pk).order_by("valid_from", "source", "version", "code")
    return [
        {"source": source, "version": version, "from": since, "items": [_shown(one) for one in rows]}
        for (since, source, version), rows in groupby(powers, key=lambda one: (one.valid_from, one.source, one.version))
    ]


def _shown(one: Power) -> dict[str, Any]:
    row = {("until" if name == "valid_until" else name): getattr(one, name) for name in _PLAIN}
    row |= {name: getattr(one, name) for name in ("violated", "basis", "penalty_kinds", "measures", "enforcement")}
    row |= {name: _number(getattr(one, name)) for name in _FINES}
    if row["scope"] == Power.Scope.PENALTY:
        row["scope"] = None
    return leave_out(row)


def _number(amount: Decimal | None) -> int | str | None:
    """An amount as the file writes it."""
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else str(yuan(amount))


use_section(Section("power_lists", _read, _show))
