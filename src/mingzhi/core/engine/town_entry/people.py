"""The people: their accounts, posts from one day to another, and certificates.

One person may hold several posts, never two that the law separates on one day. Nothing that was is taken away: a post ends, a
certificate is withdrawn, a person leaves.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any, cast

from django.db.models import Model

from mingzhi.core.organs import ADMINISTRATORS
from mingzhi.core.organs.models import Appointment, Authority, Certificate, User, posts_exclude_each_other

from .changes import Plan
from .sections import Section, leave_out
from .written import Row

_PERSON = ("username", "name", "duty", "legal_qualification", "reviews_since", "is_active")
_CERTIFICATE = ("number", "issuer", "scope", "valid_from", "valid_until", "withdrawn_on")
_ACCOUNT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{1,49}")


def _read(plan: Plan) -> None:
    there = {person.username: person for person in User.objects.filter(authority=plan.town.pk).select_related("unit")}
    numbers: dict[str, str] = {}
    for row in plan.file.rows("people", required=True):
        person = _read_person(plan, row, there)
        if person is None:
            continue
        _read_posts(plan, row, person)
        _read_certificates(plan, row, person, numbers)
        row.close()
    for account, person in there.items():
        if account not in plan.people and person.is_active:
            instead = "人员不能删除；已离岗的照写，另写 active: false，并给各任职写 until"
            plan.file.wrong("people", f"系统中有账号 {account}（{person.name}），文件没有写", instead)


def _read_person(plan: Plan, row: Row, there: dict[str, User]) -> User | None:
    """The person of one row, whom the plan knows from now on; None for an account that cannot be one."""
    values = row.of(User, _PERSON, username="account", is_active="active")
    account, unit = values["username"], row.text("unit", required=True)
    if account and not _ACCOUNT.fullmatch(account):
        row.wrong("account", f"“{account}”不能作账号", "请用 2 至 50 个字母、数字或 . _ -，以字母或数字开头")
    if unit and unit not in plan.units:
        row.wrong("unit", f"没有机构“{unit}”", f"请写 units 中的一个：{'、'.join(plan.units)}")
    if account in plan.people:
        row.wrong("account", f"账号 {account} 写了不止一次", "一人一个账号，请合并或者改名")
        return None
    found = there.get(account)
    other = None if found or not account or not plan.sure else User.objects.filter(username=account).select_related("authority").first()
    if other is not None:
        row.wrong("account", f"账号 {account} 已是{other.authority.name}的{other.name}", "请换一个账号名")
    made = User(authority=plan.town, unit=plan.units.get(unit), **values)
    if found is None:
        made.set_unusable_password()
    person = cast(User, plan.settle(found, made, f"人员 {made.name}（账号 {account}）"))
    plan.people[account] = person
    return person


def _read_posts(plan: Plan, row: Row, person: User) -> None:
    there = {(one.post, one.from_on): one for one in Appointment.objects.filter(person=person.pk)} if person.pk else {}
    terms: list[tuple[Row, Appointment]] = []
    for each in row.rows("posts"):
        noted = len(plan.mistakes)
        values = each.of(Appointment, ("post", "from_on", "until_on"), from_on="from", until_on="until")
        each.close()
        if len(plan.mistakes) > noted:
            continue
        made = Appointment(person=person, authority=plan.town, **values)
        if made.until_on is not None and made.until_on < made.from_on:
            each.wrong("until", f"{made.until_on} 早于开始的 {made.from_on}", "请核对起止日期")
        terms.append((each, made))
        found = there.pop((made.post, made.from_on), None)
        if found is not None and found.until_on is not None and found.until_on < plan.on and found.until_on != made.until_on:
            again = f"{{post: {made.post}, from: …}}"
            each.wrong(
                "until", f"这段任职已于 {found.until_on} 结束，不能改动", f"请照写 until: {found.until_on}；又任的，另写一条 {again}"
            )
            continue
        plan.settle(found, made, f"任职 {person.name} {_term(made)}")
    for one in there.values():
        if one.until_on is None or one.until_on >= plan.on:
            ended = f"{{post: {one.post}, from: {one.from_on}, until: 最后一日}}"
            row.wrong("posts", f"系统中 {person.name} 任 {_term(one)}，文件没有写", f"仍任的照写；免去的写 {ended}")
    _separated(row, terms, list(there.values()))
    if not person.is_active:
        for each, one in terms:
            if one.until_on is None or one.until_on > plan.on:
                each.wrong("until", f"{person.name} 已写为离岗（active: false），这段任职还没有结束", "请写 until: 最后一日")


def _separated(row: Row, terms: list[tuple[Row, Appointment]], kept: list[Appointment]) -> None:
    """Note terms that meet on a day and may not: the same post twice, or two posts that the law separates."""
    every = [(row, one) for one in kept] + terms
    for number, (_, one) in enumerate(every):
        for place, other in every[number + 1 :]:
            if not _meet(one, other):
                continue
            if one.post == other.post:
                place.wrong("from", f"与 {_term(one)} 的任期重叠", "请合并成一条，或者改起止日期")
            elif posts_exclude_each_other({one.post}, other.post):
                told = f"{one.get_post_display()}与{other.get_post_display()}不得由同一人同时担任（{_why(one.post, other.post)}）"
                place.wrong("post", told, "请由不同的人担任，或者把任期错开")


def _why(one: str, other: str) -> str:
    return "三员分立" if {one, other} & ADMINISTRATORS else "监督与办理分开"


def _meet(one: Appointment, other: Appointment) -> bool:
    return one.from_on <= (other.until_on or date.max) and other.from_on <= (one.until_on or date.max)


def _term(one: Appointment) -> str:
    until = f"至 {one.until_on}" if one.until_on else "起"
    return f"{one.get_post_display()} {one.from_on} {until}"


def _read_certificates(plan: Plan, row: Row, person: User, numbers: dict[str, str]) -> None:
    written = {"valid_from": "from", "valid_until": "until", "withdrawn_on": "withdrawn"}
    for each in row.rows("certificates"):
        noted = len(plan.mistakes)
        values = each.of(Certificate, _CERTIFICATE, **written)
        each.close()
        if len(plan.mistakes) > noted:
            continue
        made = Certificate(holder=person, **values)
        if made.valid_until < made.valid_from:
            each.wrong("until", f"{made.valid_until} 早于开始的 {made.valid_from}", "请核对证上的有效期")
        if made.number in numbers:
            each.wrong("number", f"证号 {made.number} 已写给{numbers[made.number]}", "一证一号，请核对")
            continue
        numbers[made.number] = person.name
        found = Certificate.objects.filter(number=made.number).select_related("holder").first()
        if found is not None and found.holder_id != person.pk:
            if not plan.sure:
                continue
            each.wrong("number", f"证号 {made.number} 已登记给{found.holder.name}", "执法证仅限本人使用，请核对证号")
            continue
        plan.settle(cast(Model | None, found), made, f"执法证 {person.name} {made.number}（{made.valid_from} 至 {made.valid_until}）")
    if not person.pk:
        return
    for one in Certificate.objects.filter(holder=person.pk).exclude(number__in=list(numbers)):
        if one.valid_until >= plan.on and (one.withdrawn_on is None or one.withdrawn_on > plan.on):
            instead = "仍有效的照写；暂扣、收回、注销的照写，另写 withdrawn: 日期"
            row.wrong("certificates", f"系统中 {person.name} 持有证 {one.number}，文件没有写", instead)


def _show(town: Authority) -> list[dict[str, Any]]:
    people = User.objects.filter(authority=town.pk).select_related("unit").prefetch_related("appointments", "certificates").order_by("pk")
    return [_shown(person) for person in people]


def _shown(person: User) -> dict[str, Any]:
    row = {
        "account": person.username,
        "name": person.name,
        "unit": person.unit.name if person.unit else "",
        "duty": person.duty,
        "posts": [
            leave_out({"post": one.post, "from": one.from_on, "until": one.until_on})
            for one in sorted(person.appointments.all(), key=lambda one: (one.from_on, one.pk))
        ],
        "certificates": [
            leave_out({
                "number": one.number, "issuer": one.issuer, "scope": one.scope,
                "from": one.valid_from, "until": one.valid_until, "withdrawn": one.withdrawn_on,
            })
            for one in sorted(person.certificates.all(), key=lambda one: (one.valid_from, one.pk))
        ],
        "legal_qualification": person.legal_qualification,
        "reviews_since": person.reviews_since,
    }  # fmt: skip
    return leave_out(row) | ({} if person.is_active else {"active": False})


SECTION = Section("people", _read, _show)
