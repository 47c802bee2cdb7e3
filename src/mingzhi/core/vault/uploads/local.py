"""A file of this machine sent through the same receiving as every upload: hashed first, resumed where it stands, known by its content."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from django.utils import timezone

from mingzhi.core.organs.models import User

from ..models import Upload
from ..receiving import DEFAULT_PURPOSE
from . import opening, writing
from .finishing import finish

READ_BYTES = 1 << 20
_OVER = (Upload.State.REFUSED, Upload.State.LAPSED, Upload.State.DAMAGED)


def digest_of(path: Path, progress: Callable[[int], None] = lambda position: None) -> str:
    """SHA-256 of a file in hex, computed before anything is sent."""
    found, position = hashlib.sha256(), 0
    with path.open("rb") as file:
        while piece := file.read(READ_BYTES):
            found.update(piece)
            position += len(piece)
            progress(position)
    return found.hexdigest()


def known(sha256: str, size_bytes: int, purpose: str = DEFAULT_PURPOSE) -> Upload | None:
    """The upload by which this content was taken already for this purpose."""
    taken = Upload.objects.filter(sha256=sha256, size_bytes=size_bytes, purpose=purpose, state=Upload.State.TAKEN)
    return taken.select_related("blob").order_by("changed_at").first()


def send(
    path: Path,
    owner: User,
    metadata: dict[str, str],
    sha256: str,
    progress: Callable[[int], None] = lambda position: None,
    clock: Callable[[], datetime] = timezone.now,
) -> Upload:
    """Upload a file as `owner` and finish it; what a killed run had sent is not sent again. Returns the row as it then is.

    Raises UploadRefused, also (460) when the file is no longer what `sha256` was computed of.
    """
    size = path.stat().st_size
    purpose = metadata.get("purpose", DEFAULT_PURPOSE)
    same = Upload.objects.filter(owner=owner, purpose=purpose, expected_sha256=sha256, size_bytes=size, metadata__filename=path.name)
    begun = same.exclude(state__in=(*_OVER, Upload.State.TAKEN)).order_by("-created_at").first()
    upload = begun or opening.begin(owner, size, metadata | {"filename": path.name, "sha256": sha256}, clock())
    upload = writing.current(upload.pk)
    if upload.state == Upload.State.RECEIVING:
        with path.open("rb") as file:
            file.seek(upload.offset_bytes)
            upload = writing.write(upload.pk, upload.offset_bytes, file, progress=progress, clock=clock)
    return finish(upload, clock())
