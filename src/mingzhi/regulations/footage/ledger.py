"""The ledgers of footage (台账): what was recorded, by which device and whom and when; and who looked at it or took it away, what for.

Queries over what is on record; nothing is entered for them. Serves 音像记录管理制度 4, 12, 全过程记录制度 18.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.viewing import visible
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import posts_of
from mingzhi.regulations.equipment.asking import Asked

from .models import Clip, Viewing
from .stages import Stage
from .viewings import READS_VIEWINGS, words_of


@dataclass(frozen=True, slots=True)
class Recorded:
    """One piece of footage: what took it, who, when, and what it shows. `state` is said where it is not simply there."""

    pk: int
    number: str
    name: str
    medium: str
    device_pk: int | None
    device: str
    taken_by: str
    brought_by: str
    began_at: datetime | None
    ended_at: datetime | None
    stored_at: datetime
    activity_pk: int | None
    activity: str
    apart: str
    state: str


@dataclass(frozen=True, slots=True)
class Looked:
    """One time somebody looked at footage or took a copy away: by what right, what for, and what of it."""

    pk: int
    clip_pk: int
    number: str
    device: str
    viewer: str
    ground: str
    opened_at: datetime
    purpose: str
    words: str


def recorded(viewer: User, asked: Asked, rows: int) -> list[Recorded]:
    """Footage this person may read of, the latest taken in first; what has no time of its own counts by its export. Source: footage-4."""
    found = visible(Clip.objects.all(), viewer).filter(
        asked.during("began_at", "exported_at"), asked.of(person="taken_by", code="device__code")
    )
    return [_recorded(clip) for clip in found.select_related("device", "taken_by", "brought_by", "activity").order_by("-pk")[:rows]]


def _recorded(clip: Clip) -> Recorded:
    return Recorded(
        pk=clip.pk,
        number=clip.number,
        name=clip.name,
        medium=clip.get_medium_display(),
        device_pk=clip.device_id,
        device=clip.device.code if clip.device else "",
        taken_by=clip.taken_by.name if clip.taken_by else "",
        brought_by=clip.brought_by.name if clip.brought_by else "",
        began_at=clip.began_at,
        ended_at=clip.ended_at,
        stored_at=clip.opened_at,
        activity_pk=clip.activity_id,
        activity=str(clip.activity or ""),
        apart=_apart(clip),
        state="已依法清理" if clip.stage == Stage.CLEARED else "长期保存" if clip.permanent_class else "",
    )


def _apart(clip: Clip) -> str:
    """Why it belongs to no activity, or that nobody has said so yet. Source: footage-5."""
    if clip.activity_id is not None:
        return ""
    said = "，".join(word for word in (clip.get_unbound_because_display(), clip.unbound_words) if word)
    return f"不归入执法活动：{said}" if said else "还没有归入执法活动"


def looked(viewer: User, asked: Asked, rows: int, at: datetime) -> list[Looked]:
    """Looks and downloads of that footage, the latest first: all for those who answer for it or check, else one's own. Source: recording-18-scope."""
    seen = visible(Clip.objects.all(), viewer, local_day(at)).values("pk")
    found = Viewing.objects.filter(asked.during("opened_at"), asked.of(person="viewer", code="clip__device__code"), clip__in=seen)
    if not posts_of(viewer, local_day(at)) & set(READS_VIEWINGS):
        found = found.filter(viewer=viewer)
    return [
        Looked(
            pk=row.pk,
            clip_pk=row.clip_id,
            number=row.clip.number,
            device=row.clip.device.code if row.clip.device else "",
            viewer=row.viewer.name,
            ground=row.ground,
            opened_at=row.opened_at,
            purpose=row.purpose,
            words=words_of(row),
        )
        for row in found.select_related("clip__device", "viewer").order_by("-pk")[:rows]
    ]
