"""A password for one sign-in: given with a new account, or by the security administrator to somebody who forgot theirs.

Nobody but its receiver sees it twice: it is kept only as a hash, and the first thing it opens is the page that changes it. A slip of
paper that nobody used is no key for ever: it lapses (`MINGZHI_ONE_TIME_DAYS`).
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from axes.utils import reset
from django.db import transaction
from django.utils import timezone

from mingzhi.core import ledger
from mingzhi.core.organs import Post
from mingzhi.core.organs.models import User, lapsed_at
from mingzhi.core.organs.people import holders
from mingzhi.core.organs.turns import turn

from .account_unlocking import may_mend_accounts
from .days import local_day

#: Letters and digits that are not taken for one another when they are read out or copied by hand.
_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _GROUP = 4, 4


class Given(NamedTuple):
    """A password that was given, to be told once."""

    account: str
    name: str
    password: str


def give_password(person: User, at: datetime) -> Given:
    """Give an account a new password that its owner has to change at once, and before it lapses. The sessions it had end."""
    password = "-".join("".join(secrets.choice(_SIGNS) for _ in range(_GROUP)) for _ in range(_GROUPS))
    person.set_password(password)
    person.password_given, person.password_changed_at = True, at
    person.save(update_fields=["password", "password_given", "password_changed_at"])
    return Given(person.username, person.name, password)


def why_not_sign_in(person: User, at: datetime, days: int) -> str:
    """Why this password, right as it is, opens nothing: it was given for one sign-in and lapsed; with whom to ask. Else “”."""
    since = lapsed_at(person, days)
    if since is None or at < since:
        return ""
    others = [one.name for one in holders(person.authority, Post.SECURITY_ADMIN, local_day(at)) if one.pk != person.pk]
    ask = f"{Post.SECURITY_ADMIN.label}{'、'.join(others)}" if others else "管理这台服务器的人员"
    return f"这个一次性密码给出后 {days} 天没有使用，已于 {timezone.localtime(since):%Y-%m-%d %H:%M} 失效。请联系{ask}重新给一个。"


def reset_password(person: User, actor: User | None, by: Mapping[str, Any], private: Mapping[str, Any], at: datetime) -> Given:
    """Give somebody who forgot theirs a password for one sign-in, forget wrong ones, and record that it was done.

    actor: the security administrator; None for whoever has the machine. Raises PostNotHeld for any other actor.
    """
    if actor is not None:
        may_mend_accounts(person, actor, at, "重置密码")
    with turn(), transaction.atomic():
        given = give_password(person, at)
        reset(username=person.username)
        ledger.append(
            person.authority,
            event_id=None,
            kind="account.password_given",
            at=at,
            actor=by,
            obj=f"account/{person.pk}",
            case=None,
            facts={"person": person.pk},
            private=private,
        )
    return given
