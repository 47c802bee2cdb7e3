"""Entering a town from its file, wholly or not at all, and writing the town as it is in the same form.

A file says how everything stands; what it says differently from what is there is a change, and each change is one entry of the ledger.
Serves posts-1 to posts-5, personnel-2, personnel-4 and personnel-19-list: who holds which post, certificate and power is on record.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import yaml
from django.db import transaction

from mingzhi.core.organs import Post
from mingzhi.core.organs.models import Authority, Certificate, User
from mingzhi.core.organs.people import holders, posts_of
from mingzhi.core.organs.turns import turn

from ..account_passwords import Given, give_password
from ..days import local_day
from ..errors import PostNotHeld, Refusal
from .changes import By, Change, Plan
from .mistakes import FileMistaken, Mistake
from .sections import SECTIONS
from .written import read

#: Posts without whose holder a town cannot work, in the order in which they are missed.
_NEEDED = (Post.CAPTAIN, Post.DEPUTY, Post.REVIEWER, Post.CLERK, Post.SYSTEM_ADMIN, Post.SECURITY_ADMIN, Post.AUDITOR)
_WIDTH = 140

_HEAD = """# {name}的设置，{on} 导出。改动后用 mingzhi town load 录入；只会增加、变更、结束，从不删除。
# 各项的意思见 docs/town.md。
"""


@dataclass(frozen=True)
class Loaded:
    """What a file changed, or would change: the town, the changes in order, passwords of new accounts, what to think of besides."""

    town: Authority
    changes: Sequence[Change]
    passwords: Sequence[Given] = ()
    notes: Sequence[str] = ()


def load_town(
    text: str,
    *,
    by: By,
    at: datetime,
    user: User | None = None,
    dry_run: bool = False,
    hand_over: Callable[[Sequence[Given]], None] | None = None,
) -> Loaded:
    """Enter what a file says.

    user: the security administrator who loads it; None for whoever has the machine. hand_over: gets a password for one sign-in for each
    new account before anything is certain; when it fails, nothing was entered; without it nobody new can sign in.
    Raises FileMistaken with every mistake, PostNotHeld for another user.
    """
    with turn(), transaction.atomic():
        # Two files of one town are entered one after the other, or both would add what neither saw.
        list(Authority.objects.select_for_update().filter(kind=Authority.Kind.TOWN).order_by("pk").values_list("pk"))
        plan = _plan(text, at)
        town = plan.town
        if user is not None:
            _may_load(user, town, local_day(at))
        changes = plan.changes
        if dry_run:
            return Loaded(town, changes, notes=_notes(plan))
        for change in changes:
            # The district keeps its own log: another town's file may speak of it too.
            change.write(change.row if isinstance(change.row, Authority) else town, by, at)
        passwords: list[Given] = []
        if hand_over is not None:
            passwords = [give_password(change.row, at) for change in changes if isinstance(change.row, User) and change.verb == "added"]
            hand_over(passwords)
        return Loaded(town, changes, passwords, _notes(plan))


def _plan(text: str, at: datetime) -> Plan:
    mistakes: list[Mistake] = []
    file = read(text, mistakes)
    if file is None:
        raise FileMistaken(mistakes)
    plan = Plan(file, local_day(at), at, mistakes, Authority())
    for section in SECTIONS:
        file.has(section.name)
        section.read(plan)
    file.close()
    if mistakes:
        raise FileMistaken(mistakes)
    return plan


def _may_load(user: User, town: Authority, on: date) -> None:
    if user.authority_id == town.pk and Post.SECURITY_ADMIN in posts_of(user, on):
        return
    names = "、".join(holder.name for holder in holders(town, Post.SECURITY_ADMIN, on)) if town.pk else ""
    who = f"{Post.SECURITY_ADMIN.label} {names}".strip()
    sentence = f"镇的设置由{Post.SECURITY_ADMIN.label}录入，{user.name}没有这个岗位。请交{who}办理。"
    raise PostNotHeld(sentence, [Refusal(sentence, (), who=who)])


def _notes(plan: Plan) -> list[str]:
    """What is no mistake and still stops somebody: a post nobody holds, an officer without a certificate. Only after writing is it known."""
    town, on = plan.town, plan.on
    if town.pk is None:
        return []
    found = [f"现在没有人任{post.label}，由这个岗位办理的事项办不了。" for post in _NEEDED if not holders(town, post, on)]
    certified = set(Certificate.objects.valid_on(on).filter(holder__authority=town.pk).values_list("holder_id", flat=True))
    bare = [person.name for person in holders(town, Post.OFFICER, on) if person.pk not in certified]
    if bare:
        found.append(f"{'、'.join(bare)}任执法人员而没有当日有效的执法证，不能执法。")
    return found


def town_text(town: Authority, on: date) -> str:
    """The town as it is, in the form that `load_town` reads; loading it changes nothing."""
    shown = [(section.name, section.show(town)) for section in SECTIONS]
    return "\n".join([_HEAD.format(name=town.name, on=on), *(_written(name, rows) for name, rows in shown if rows)])


def _written(name: str, rows: Any) -> str:
    """One part of the file: what has several fields line by line, what is in a list row by row."""
    flow = None if isinstance(rows, list) else False
    return yaml.dump({name: rows}, Dumper=_Plain, allow_unicode=True, sort_keys=False, default_flow_style=flow, width=_WIDTH)


class _Plain(yaml.SafeDumper):
    """Writes every value out: an anchor of YAML is nothing an office should have to read."""

    def ignore_aliases(self, data: Any) -> bool:
        return True
