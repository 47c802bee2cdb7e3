"""What is known of a file that comes into the vault: from its name, its device, the upload that brought it, and later from inside it.

The name is a claim that fills in what nobody said otherwise; the device's clock is put right by its reading next to that time.
Serves 记录制度 16, 音像制度 12, 13, 装备制度 8.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from mingzhi.core import vault
from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.errors import ActionError
from mingzhi.core.engine.perform import entail, perform
from mingzhi.core.organs import Post
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import posts_of
from mingzhi.core.organs.turns import turn
from mingzhi.core.vault.duties import duty
from mingzhi.core.vault.models import Blob, Upload
from mingzhi.core.vault.names import NameFacts
from mingzhi.core.vault.receiving import Asked, takes
from mingzhi.regulations.equipment.models import ClockReading, Device, Use

from .models import Clip

#: Whose footage it may be: those who record, and who keeps the cameras.
BRING = (Post.OFFICER, Post.CAPTAIN, Post.EQUIPMENT_KEEPER)
#: What an upload is for when it is footage; see core.vault.receiving.
PURPOSE = "footage"
CLASSIFIED = (
    "涉及国家秘密的音像资料不得进入本系统（音像记录管理制度第十三条）。请停止传输，按保密规定存入涉密载体，并报告本单位保密工作人员。"
)
#: How many files one round of reading takes, so that the worker comes to its other duties.
READ_AT_ONCE = 5


@dataclass(frozen=True, slots=True)
class Told:
    """What a file's name and device tell; None where they do not."""

    device: Device | None
    taken_by: User | None
    sequence: int | None
    began_at: datetime | None
    offset_seconds: Decimal


def told_by(name: str, device: Device | None, authority_id: int) -> Told:
    """What the name of a file says, read as true time. `device` is what somebody said; else the name's number is looked up."""
    facts = vault.read_name(name)
    if device is None and facts is not None and facts.device:
        device = Device.objects.filter(authority_id=authority_id, code=facts.device).first() or (
            Device.objects.filter(authority_id=authority_id, serial=facts.device).first()
        )
    shown_at = facts.begun_at if facts else None
    offset = offset_at(device, shown_at) if device else Decimal(0)
    return Told(
        device=device,
        taken_by=_person(facts, authority_id),
        sequence=facts.number if facts else None,
        began_at=shown_at - timedelta(seconds=float(offset)) if shown_at else None,
        offset_seconds=offset,
    )


def _person(facts: NameFacts | None, authority_id: int) -> User | None:
    """Who the name says recorded it: by account or certificate number, when exactly one person has it."""
    if facts is None or not facts.user:
        return None
    people = User.objects.filter(authority_id=authority_id)
    found = list(people.filter(username=facts.user)[:2]) or list(people.filter(certificates__number__endswith=facts.user).distinct()[:2])
    return found[0] if len(found) == 1 else None


def offset_at(device: Device, at: datetime | None) -> Decimal:
    """By how many seconds its clock was off: by the reading nearest in time, which a clock put right since does not change."""
    readings = list(ClockReading.objects.filter(matter_id=device.pk))
    if not readings or at is None:
        return device.clock_offset_seconds
    return min(readings, key=lambda row: abs(row.true_at - at)).offset_seconds


def carrier_of(device: Device, began_at: datetime | None) -> User | None:
    """Who had it out when the recording began, also after it was given back; whoever has it now where that is not known. Source: footage-4."""
    if began_at is not None:
        uses = Use.objects.filter(matter_id=device.pk, taken_at__lte=began_at).select_related("taken_by").order_by("-taken_at")
        if (use := uses.first()) is not None and (use.returned_at is None or use.returned_at > began_at):
            return use.taken_by
    return device.holder


def medium_of(blob: Blob) -> str:
    """Picture, sound or video, by the content. Raises NotFootage for anything else, such as a PDF."""
    for medium, beginning in ((Clip.Medium.PHOTO, "image/"), (Clip.Medium.AUDIO, "audio/"), (Clip.Medium.VIDEO, "video/")):
        if blob.media_type.startswith(beginning):
            return medium
    raise ValueError(f"{blob.media_type} is no footage")


def is_footage(blob: Blob) -> bool:
    return blob.media_type.split("/")[0] in {"image", "audio", "video"}


def may_bring(asked: Asked, at: datetime) -> str | None:
    """Why an upload is not taken before its first byte, None when it may come. Source: footage-13, equipment-8-store."""
    if asked.metadata.get("secrecy") == Clip.Secrecy.STATE:
        return CLASSIFIED
    if not posts_of(asked.owner, local_day(at)) & set(BRING):
        return "采集音像资料由执法人员、大队长和装备管理员办理，您没有这些岗位。请交他们办理。"
    code = asked.metadata.get("device", "")
    if code and not Device.objects.filter(authority_id=asked.owner.authority_id, code=code).exists():
        return f"没有编号为 {code} 的设备。请核对设备上的编号，或者请装备管理员先登记设备。"
    return None


@takes(PURPOSE, admits=may_bring, refused=ActionError)
def take(upload: Upload, blob: Blob, at: datetime) -> None:
    """Take a verified upload in as footage, as its owner's doing. A refusal is kept with the upload in words."""
    said = {name: upload.metadata[name] for name in ("device", "activity", "taken_by", "secrecy") if upload.metadata.get(name)}
    exported_at = parse_datetime(upload.metadata.get("exported_at", "")) if upload.metadata.get("exported_at") else None
    if exported_at is not None and timezone.is_naive(exported_at):
        exported_at = timezone.make_aware(exported_at)
    exported_at = min(exported_at or upload.created_at, at)
    data = {"upload": upload.pk, "exported_at": exported_at, "secrecy": Clip.Secrecy.NONE, **said}
    perform("footage.take_in", actor=upload.owner, data=data, at=at)


@duty("read-footage", every=timedelta(seconds=10))
def read_new(at: datetime) -> int:
    """Read what is inside footage that nobody has read yet: outside any transaction, for it takes its time. Says how many."""
    waiting = Clip.objects.filter(read_at__isnull=True).exclude(medium=Clip.Medium.PHOTO).select_related("blob", "brought_by")
    done = 0
    for clip in waiting.order_by("pk")[:READ_AT_ONCE]:
        facts = inside(clip)
        with turn():
            entail("footage.note_facts", clip, actor=clip.brought_by or clip.taken_by, at=at, data={"facts": facts})
        done += 1
    return done


def inside(clip: Clip) -> dict[str, Any]:
    """What probing reads in the file, as JSON has it."""
    from mingzhi.core.vault.probing import probe

    try:
        path = vault.path(clip.blob)
        return probe(path, vault.read_name(clip.name)).as_json()
    except OSError as problem:
        return {"problem": f"文件打不开：{problem.strerror}。请立即报告系统管理员。", "is_readable": False}
