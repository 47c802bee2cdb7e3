"""Opening an account again that wrong passwords locked: an act of the security administrator that leaves a ledger entry.

Wrong passwords lock an account for a while whoever typed them; somebody who is needed on a hillside cannot wait that long.
"""

from __future__ import annotations

from datetime import datetime

from axes.utils import reset
from django.db import transaction

from mingzhi.core import ledger
from mingzhi.core.organs import Post
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import holders, posts_of
from mingzhi.core.organs.turns import turn

from .days import local_day
from .errors import PostNotHeld, Refusal


def unlock_account(person: User, actor: User, at: datetime) -> bool:
    """Forget the wrong passwords of an account; False when there were none, and then nothing is recorded.

    Raises PostNotHeld for anybody but the security administrator of the account's own authority.
    """
    authority = person.authority
    may_mend_accounts(person, actor, at, "解锁")
    with turn(), transaction.atomic():
        if not reset(username=person.username):
            return False
        ledger.append(
            authority,
            event_id=None,
            kind="account.unlocked",
            at=at,
            actor={"id": actor.pk, "post": str(Post.SECURITY_ADMIN)},
            obj=f"account/{person.pk}",
            case=None,
            facts={"person": person.pk},
            private={},
        )
    return True


def may_mend_accounts(person: User, actor: User, at: datetime, what: str) -> None:
    """Raise PostNotHeld, naming who may, unless the actor is the security administrator of the person's own authority."""
    authority, on = person.authority, local_day(at)
    if actor.authority_id == authority.pk and Post.SECURITY_ADMIN in posts_of(actor, on):
        return
    names = "、".join(holder.name for holder in holders(authority, Post.SECURITY_ADMIN, on))
    who = f"{Post.SECURITY_ADMIN.label} {names}".strip()
    sentence = f"账号由{Post.SECURITY_ADMIN.label}{what}，{actor.name}没有这个岗位。请交{who}办理。"
    raise PostNotHeld(sentence, [Refusal(sentence, (), who=who)])
