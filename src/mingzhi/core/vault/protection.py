"""Whether the originals are out of the web process's reach: told from owners and modes, so that anybody can ask.

Where vault and web have one user, nothing but the ledger and the second copy stands between a flaw in a page and the originals.
"""

from __future__ import annotations

import grp
import os
import pwd
import stat
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from . import keeping


@dataclass(frozen=True, slots=True)
class Protection:
    """`two_users`: the installation means to have a keeper of its own. `weak` says in sentences what still lets the web process in."""

    two_users: bool
    keeper: str
    weak: tuple[str, ...] = ()


def look() -> Protection:
    """How this installation stands."""
    vault: Path = settings.VAULT_DIR
    if settings.KEEPER_SOCKET is None:
        return Protection(two_users=False, keeper=_name(os.geteuid()))
    if not vault.is_dir():
        return Protection(True, "", (f"还没有 {vault}。请由系统管理员建立，所有者为保管进程的用户。",))
    owner = vault.stat().st_uid
    try:
        web = keeping.user_number(settings.WEB_USER) if settings.WEB_USER else owner
    except ValueError as problem:
        return Protection(True, _name(owner), (str(problem),))
    if web == owner:
        return Protection(True, _name(owner), ("没有设置 MINGZHI_WEB_USER，或者它就是文件库的所有者。",))
    weak = [f"{place} 可由网页进程的用户改动。" for place in _within_reach(vault, web)]
    return Protection(True, _name(owner), tuple(weak))


def _within_reach(vault: Path, user: int) -> list[Path]:
    """What this user could write, rename or replace: the directories of originals, and every directory above the vault."""
    groups = _groups(user)
    own = [vault, vault / "sha256", vault / "receiving", vault / "incoming"]
    return [place for place in (*own, *vault.parents) if place.exists() and _writes(place, user, groups)]


def _writes(place: Path, user: int, groups: frozenset[int]) -> bool:
    found = place.stat()
    if found.st_uid == user:
        return True
    if found.st_mode & stat.S_ISVTX:
        # There only owners rename and remove what is theirs.
        return False
    return bool((found.st_gid in groups and found.st_mode & stat.S_IWGRP) or found.st_mode & stat.S_IWOTH)


def _groups(user: int) -> frozenset[int]:
    try:
        account = pwd.getpwuid(user)
    except KeyError:
        return frozenset()
    return frozenset({account.pw_gid} | {group.gr_gid for group in grp.getgrall() if account.pw_name in group.gr_mem})


def _name(user: int) -> str:
    try:
        return pwd.getpwuid(user).pw_name
    except KeyError:
        return str(user)
