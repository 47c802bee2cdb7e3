"""Clearing: a list, two approvals, seven days, and what is left behind. Source: footage-14, town-footage-clearing."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine.days import end_of_day, local_day
from mingzhi.core.organs.models import User
from mingzhi.law.periods import ONE_DAY
from mingzhi.law.provisions import provision

from ..clearing import laid_to_rest
from ..models import Clearing, Clip, Tombstone
from ..retention import term_of


def propose(clearing: Clearing, *, actor: User, at: datetime, clips: list[Clip], because: str) -> list[Any]:
    """List what is expired, not held and of no value any more. Source: footage-14."""
    clearing.because, clearing.proposed_by = because, actor
    clearing.title = f"清理到期音像资料 {len(clips)} 份"
    return [
        Tombstone(
            matter=clearing, clip=clip, sha256=clip.blob.sha256, size_bytes=clip.blob.size_bytes, facts=_facts(clip),
            expired_on=term_of(clip, at).until,
        )
        for clip in clips
    ]  # fmt: skip


def _facts(clip: Clip) -> dict[str, Any]:
    """What stays known of it."""
    return {
        "number": clip.number,
        "name": clip.name,
        "medium": clip.get_medium_display(),
        "device": clip.device.code if clip.device else "",
        "taken_by": clip.taken_by.name if clip.taken_by else "",
        "began_at": clip.began_at.isoformat() if clip.began_at else "",
        "exported_at": clip.exported_at.isoformat(),
        "activity": str(clip.activity or ""),
        "sm3": clip.blob.sm3,
    }


def approve_first(clearing: Clearing, *, actor: User, at: datetime, opinion: str) -> None:
    """Agree, as the first of two. Source: footage-14, town-footage-clearing."""
    clearing.first_approver = actor


def approve_second(clearing: Clearing, *, actor: User, at: datetime, opinion: str) -> None:
    """Agree, as the second; the days of cooling begin. Source: footage-14, town-footage-clearing."""
    clearing.second_approver = actor
    clearing.may_clear_at = end_of_day(local_day(at) + provision("town-footage-clearing").number("wait", local_day(at)) * ONE_DAY)


def refuse(clearing: Clearing, *, actor: User, at: datetime, reasons: str) -> None:
    """Not agree, with reasons. Source: footage-14."""
    clearing.ended_because = reasons


def stop(clearing: Clearing, *, actor: User, at: datetime, reasons: str) -> None:
    """Stop it while it cools. Source: town-footage-clearing."""
    clearing.ended_because = reasons


def carry_out(clearing: Clearing, *, actor: User, at: datetime) -> list[Any]:
    """Let the vault give up the content, and keep the tombstones. Source: footage-14."""
    return laid_to_rest(clearing, actor, at)
