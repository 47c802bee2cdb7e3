"""What a camera brings back in a story and in the demo: an original with the facts that reading it would give, mostly too small to play.

It comes in by the same action as any other footage.
"""

from __future__ import annotations

import io
import secrets
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from mingzhi.core import vault
from mingzhi.core.engine.perform import perform
from mingzhi.core.organs.models import User
from mingzhi.core.vault.models import Upload
from mingzhi.regulations.equipment.models import Device
from mingzhi.regulations.footage.models import Clip
from mingzhi.regulations.footage.taking import PURPOSE
from mingzhi.regulations.recording.models import Activity

#: The beginning of an MP4 file: enough to be known as one.
_MP4 = b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2"


def film(activity: Activity, device: Device, *, actor: User, at: datetime, from_at: datetime, until_at: datetime, name: str) -> Clip:
    """A recording of a device at an activity from one moment to another, taken in by somebody at a moment."""
    return _taken_in(actor, at, recorded(activity, device, actor=actor, at=at, from_at=from_at, until_at=until_at, name=name))


def recorded(
    activity: Activity,
    device: Device,
    *,
    actor: User,
    at: datetime,
    from_at: datetime,
    until_at: datetime,
    name: str,
    content: bytes | None = None,
) -> dict[str, Any]:
    """The same as input of the action, uploaded and not yet taken. content: the file; None for one too small to play."""
    content = content or _MP4 + f"{activity.pk} {device.pk} {name} {from_at} {until_at}".encode()
    return _told(activity, device, _uploaded(content, name, actor, at), at) | {"began_at": from_at, "ended_at": until_at}


def photograph(activity: Activity, device: Device, *, actor: User, at: datetime, taken_at: datetime, name: str) -> Clip:
    """A photograph taken with a device at an activity."""
    out, shade = io.BytesIO(), sum(f"{activity.pk}{name}".encode()) % 200
    Image.new("RGB", (320, 240), (shade, 120, 200 - shade)).save(out, "JPEG", comment=f"{activity.pk} {name}".encode())
    told = _told(activity, device, _uploaded(out.getvalue(), name, actor, at), at)
    return _taken_in(actor, at, told | {"began_at": taken_at, "ended_at": None})


def uploaded(name: str, *, actor: User, at: datetime) -> Upload:
    """A file that waits to be taken in, made of its name: one that ends in .mp4 is known as a recording, others as what their names say."""
    content = _MP4 + name.encode() if name.endswith(".mp4") else made_file(name).read()
    return _uploaded(content, name, actor, at)


def settle_uploads() -> None:
    """Mark as taken what actions took in, as the end of an upload does: else the worker would offer it to them once more."""
    Upload.objects.filter(state=Upload.State.VERIFIED, blob__in=Clip.objects.values("blob")).update(state=Upload.State.TAKEN)


def _told(activity: Activity, device: Device, upload: Upload, at: datetime) -> dict[str, Any]:
    return {"upload": upload.pk, "device": device.pk, "activity": activity.pk, "exported_at": at, "secrecy": Clip.Secrecy.NONE}


def _taken_in(actor: User, at: datetime, told: dict[str, Any]) -> Clip:
    clip = perform("footage.take_in", actor=actor, data=told, at=at).matter
    Upload.objects.filter(pk=told["upload"]).update(state=Upload.State.TAKEN)
    return clip


def _uploaded(content: bytes, name: str, actor: User, at: datetime) -> Upload:
    """What an upload leaves when every byte has come and was verified: only one's own is ever taken in."""
    blob = vault.put(content, declared_name=name, at=at)
    return Upload.objects.create(
        code=secrets.token_hex(16), owner=actor, purpose=PURPOSE, name=name, size_bytes=blob.size_bytes, offset_bytes=blob.size_bytes,
        blob=blob, sha256=blob.sha256, state=Upload.State.VERIFIED, created_at=at, changed_at=at,
        expires_at=at + timedelta(days=settings.UNFINISHED_DAYS),
    )  # fmt: skip


def made_file(name: str) -> SimpleUploadedFile:
    """A small file of the kind its name says: a picture, or text. Its content follows from its name."""
    if name.lower().endswith((".jpg", ".jpeg", ".png")):
        out = io.BytesIO()
        shade = sum(name.encode()) % 200
        Image.new("RGB", (320, 240), (shade, 120, 200 - shade)).save(out, "PNG" if name.lower().endswith(".png") else "JPEG")
        return SimpleUploadedFile(name, out.getvalue())
    return SimpleUploadedFile(name, f"{name}\n".encode())
