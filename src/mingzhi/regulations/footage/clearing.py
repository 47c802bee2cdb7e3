"""What a clearing leaves behind: tombstones, clips that say they are cleared, and content that the vault gave up. Serves 音像制度 14."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models

from mingzhi.core.engine.models import Record
from mingzhi.core.engine.perform import entail
from mingzhi.core.organs.models import User
from mingzhi.core.vault.clearing import Release, give_up, needed_by
from mingzhi.core.vault.models import Blob

from .models import Clearing, Clip, Copy
from .stages import SETTLED, Stage


def laid_to_rest(clearing: Clearing, actor: User, at: datetime) -> list[Any]:
    """Let go of every clip on the list and of what was copied from it, and give back the tombstones. Inside the action's transaction."""
    rows = list(clearing.footage_tombstones.select_related("clip__blob").order_by("id"))
    # Before the ledger is written: its lock is always the last.
    list(Clip.objects.select_for_update(of=("self",)).filter(pk__in=[row.clip_id for row in rows]).values_list("pk"))
    for row in rows:
        entail("footage.clear", row.clip_id, actor=actor, at=at)
        row.cleared_at = at
    release = release_of(clearing)
    for blob in contents_of(clearing):
        give_up(blob, release, let_go(clearing), at)
    return rows


def release_of(clearing: Clearing) -> Release:
    """By which entries of the ledger the vault can see that this clearing is one."""

    def events(*names: str) -> tuple[str, ...]:
        codes = [f"clearing.{name}" for name in names]
        return tuple(Record.objects.filter(matter_id=clearing.pk, action__in=codes).values_list("event_id", flat=True))

    return Release(
        authority=clearing.authority,
        obj=f"clearing/{clearing.pk}",
        proposed=events("propose"),
        approved=events("approve_first", "approve_second"),
        words=f"音像资料清理 {clearing.number}",
    )


def contents_of(clearing: Clearing) -> list[Blob]:
    """What is cleared: the originals on the list, and copies made from them that were handed over."""
    listed = clearing.footage_tombstones.values("clip")
    made = Copy.objects.filter(clip__in=listed, output__isnull=False).values("output")
    return list(Blob.objects.filter(models.Q(clips__in=listed) | models.Q(pk__in=made)).distinct().order_by("pk"))


def let_go(clearing: Clearing, *, beforehand: bool = False) -> Any:
    """Whether a row lets its content go in this clearing. beforehand: asked before its clips are marked as cleared."""
    listed = set(clearing.footage_tombstones.values_list("clip_id", flat=True))

    def spares(row: models.Model) -> bool:
        if isinstance(row, Clip):
            return row.stage == Stage.CLEARED or (beforehand and row.pk in listed)
        return isinstance(row, Copy) and row.clip_id in listed and row.stage in SETTLED

    return spares


def still_needed(clearing: Clearing) -> list[str]:
    """For each content that something else needs, a sentence."""
    spares = let_go(clearing, beforehand=True)
    found = [(blob, needed_by(blob, spares)) for blob in contents_of(clearing)]
    return [f"SHA-256 以 {blob.sha256[:16]} 开头的内容还有“{needed}”在使用" for blob, needed in found if needed]
