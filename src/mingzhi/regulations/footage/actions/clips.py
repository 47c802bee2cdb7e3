"""What each action of one clip changes. Source: recording-16, footage-12 to footage-15, equipment-8-store."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from mingzhi.core.engine.models import Matter
from mingzhi.core.organs.models import User
from mingzhi.core.vault.models import Upload
from mingzhi.regulations.equipment.models import Device

from ..finding import only_activity
from ..models import Clip, Hold
from ..stages import Stage
from ..taking import carrier_of, medium_of, told_by


def take_in(
    clip: Clip, *, actor: User, at: datetime, upload: Upload, device: Device | None, taken_by: User | None, began_at: datetime | None,
    ended_at: datetime | None, exported_at: datetime, activity: Matter | None, secrecy: str,
) -> None:  # fmt: skip
    """Keep what is known of an original that has come into the vault; what nobody says is read from its name. Source: recording-16, footage-12."""
    told = told_by(upload.name, device, actor.authority_id)
    clip.blob, clip.name, clip.medium = upload.blob, upload.name, medium_of(upload.blob)
    clip.title = f"{Clip.Medium(clip.medium).label} {upload.name}"[:300]
    clip.device, clip.sequence = told.device, told.sequence
    clip.brought_by = actor
    clip.began_at, clip.ended_at = began_at or told.began_at, ended_at
    clip.taken_by = taken_by or told.taken_by or (carrier_of(told.device, clip.began_at) if told.device else None)
    clip.exported_at, clip.secrecy = exported_at, secrecy
    clip.clock_offset_seconds = told.offset_seconds
    clip.facts = {}
    clip.activity = activity or only_activity(clip)
    clip.stage = Stage.BOUND if clip.activity else Stage.STORED


def note_facts(clip: Clip, *, actor: User, at: datetime, facts: dict[str, Any]) -> None:
    """Keep what was read inside the file, and with it when it ends and where it belongs, if nobody said. Source: footage-10, footage-12."""
    clip.facts, clip.read_at = facts, at
    created = facts.get("created_at")
    if clip.began_at is None and created:
        clip.began_at = datetime.fromisoformat(created) - timedelta(seconds=float(clip.clock_offset_seconds))
    if clip.taken_by is None and clip.device is not None:
        clip.taken_by = carrier_of(clip.device, clip.began_at)
    length = facts.get("duration_ms")
    if clip.began_at is not None and length is not None and clip.ended_at is None:
        clip.ended_at = clip.began_at + timedelta(milliseconds=length)
    if clip.stage == Stage.STORED and not clip.unbound_because and (found := only_activity(clip)) is not None:
        clip.activity, clip.stage = found, Stage.BOUND


def bind(clip: Clip, *, actor: User, at: datetime, activity: Matter) -> None:
    """Say at which activity it was taken. Source: footage-12."""
    clip.activity, clip.unbound_because, clip.unbound_words = activity, "", ""


def explain_unbound(clip: Clip, *, actor: User, at: datetime, unbound_because: str, unbound_words: str) -> None:
    """Say why it belongs to no activity; what has nothing to do with the work is followed up as misuse. Source: footage-5."""
    clip.unbound_because, clip.unbound_words = unbound_because, unbound_words


def mark(clip: Clip, *, actor: User, at: datetime, secrecy: str, reasons: str) -> None:
    """Say what in it the law protects. Source: footage-13."""
    clip.secrecy = secrecy


def keep_for_ever(clip: Clip, *, actor: User, at: datetime, permanent_class: str, permanent_because: str) -> None:
    """Put it into one of the three classes that are kept for ever; nothing takes it out again. Source: footage-15."""
    clip.permanent_class, clip.permanent_because = permanent_class, permanent_because


def keep_longer(clip: Clip, *, actor: User, at: datetime, keep_until: date, reasons: str) -> None:
    """Extend its term, which is never made shorter. Source: footage-14."""
    clip.keep_until = keep_until


def hold(clip: Clip, *, actor: User, at: datetime, hold_kind: str, because: str) -> Hold:
    """Let it not be cleared while something is going on. Source: footage-14, footage-15."""
    return Hold(matter=clip, hold_kind=hold_kind, because=because, placed_by=actor, placed_at=at)


def lift_hold(clip: Clip, *, actor: User, at: datetime, held: Hold, reasons: str) -> Hold:
    """End one hold, with the reason. Source: footage-14."""
    held.lifted_by, held.lifted_at, held.lifted_because = actor, at, reasons
    return held


def clear(clip: Clip, *, actor: User, at: datetime) -> None:
    """Its term is over and the clearing recorded: the content goes, this row and its records stay. Source: footage-14."""
