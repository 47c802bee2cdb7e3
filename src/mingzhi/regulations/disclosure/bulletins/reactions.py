"""What follows when a newer version is published: the one before becomes history, in the same transaction."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine import after
from mingzhi.core.engine.perform import entail

from .models import Bulletin
from .stages import IN_FORCE


@after("bulletin.publish", cites="disclosure-13-update")
def the_version_before_becomes_history(bulletin: Bulletin, *, actor: Any, at: datetime, given: dict) -> None:
    old = bulletin.replaces
    if old is not None and old.stage in IN_FORCE:
        entail("bulletin.supersede", old.pk, actor=actor, at=at)
