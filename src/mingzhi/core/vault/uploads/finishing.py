"""From the last byte to the record: whole → verified → taken. Every step can be begun again after a kill at any point.

Read again from the disk for SHA-256 and SM3 → told by its content → fsync and link under its digest → row → temporary name removed
→ taker and "taken" in one transaction. What is left half done is found by its state (`sweeping.py`).
"""

from __future__ import annotations

import hashlib
import logging
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime

from django.db import connections, transaction
from django.utils import timezone

from mingzhi.core.organs.turns import turn

from .. import images, storage
from ..errors import FileRefused, VaultDamaged
from ..models import Blob, Upload
from ..receiving import taker_of
from . import places
from .holding import Hold
from .refusals import Superseded, UploadRefused
from .writing import change

#: Up to this size the answer to the last byte waits for everything: a tenth of a second. Larger files are finished right after it.
AT_ONCE_BYTES = 16 << 20

State = Upload.State
log = logging.getLogger(__name__)
_behind = ThreadPoolExecutor(max_workers=1, thread_name_prefix="uploads")


def finish(upload: Upload, at: datetime) -> Upload:
    """Carry a whole upload on as far as it goes now, and return its row: taken, held, refused, or as somebody else has it in hand."""
    try:
        with Hold(places.hold_of(upload.pk), patience_seconds=0) as hold, hold.mine():
            upload = Upload.objects.select_related("owner", "blob").get(pk=upload.pk)
            if upload.state == State.WHOLE:
                _verify(upload, at)
            if upload.state == State.VERIFIED:
                _take(upload, at)
            if upload.state != State.WHOLE:
                places.forget(upload.pk)
    except (Superseded, UploadRefused):
        upload.refresh_from_db()
    return upload


def finish_soon(upload: Upload, at: datetime) -> Upload:
    """Finish a small one now, a large one in a thread behind this request; a worker finds what neither gets done."""
    if upload.size_bytes <= AT_ONCE_BYTES:
        return finish(upload, at)
    _behind.submit(_finish_behind, upload)
    return upload


def _finish_behind(upload: Upload) -> None:
    try:
        finish(upload, timezone.now())
    except Exception:
        log.exception("upload %s was not finished and will be tried again", upload.pk)
    finally:
        connections.close_all()


def _verify(upload: Upload, at: datetime) -> None:
    """The content, read again from where it lies, is what was received and of a kind the vault takes: link it in and keep its row."""
    part = places.part_of(upload.pk)
    with part.open("rb") as file:
        sha256, sm3 = hashlib.sha256(), hashlib.new("sm3")
        while piece := file.read(storage.CHUNK_BYTES):
            sha256.update(piece)
            sm3.update(piece)
        if sha256.hexdigest() != upload.sha256:
            log.critical("upload %s: what is on the disk is not what was received", upload.pk)
            _refuse(upload, State.DAMAGED, "写入磁盘的内容与收到的不符，磁盘可能有故障。请立即报告系统管理员，并从头上传。", at)
            return
        try:
            kind = storage.accepted(file, upload.size_bytes, upload.name)
            width, height = images.measure(file) if kind.media_type in storage.DRAWN else (None, None)
            storage.refuse_once_cleared(upload.sha256)
        except FileRefused as refused:
            _refuse(upload, State.REFUSED, str(refused), at)
            return
        storage.settle(file, part, upload.sha256)
    with turn(), transaction.atomic():
        blob = storage.row(
            upload.sha256,
            sm3=sm3.hexdigest(),
            size_bytes=upload.size_bytes,
            media_type=kind.media_type,
            created_at=at,
            width_px=width,
            height_px=height,
        )
        if blob.sm3 != sm3.hexdigest() or blob.size_bytes != upload.size_bytes:
            raise VaultDamaged(f"文件 {blob.sha256[:16]} 的登记与内容不符。请立即报告系统管理员。")
        change(upload, State.WHOLE, state=State.VERIFIED, blob=blob, changed_at=at)
    part.unlink()


def _refuse(upload: Upload, state: str, sentence: str, at: datetime) -> None:
    """Row first: a file whose row says refused is swept, a row whole without its file could never be finished."""
    change(upload, State.WHOLE, state=state, reason=sentence, changed_at=at)


def _take(upload: Upload, at: datetime) -> None:
    """Hand the content over to the taker of its purpose, in one transaction with saying so."""
    taker = taker_of(upload.purpose)
    if taker is None:
        return
    assert isinstance(upload.blob, Blob)
    try:
        with turn(), transaction.atomic():
            taker.take(upload, upload.blob, at)
            change(upload, State.VERIFIED, state=State.TAKEN, reason="", changed_at=at)
    except taker.refused as refused:
        change(upload, State.VERIFIED, state=State.HELD, reason=str(refused), changed_at=at)


def answer(upload: Upload, metadata: dict[str, str], at: datetime) -> Upload:
    """What the owner of a held upload says after all: metadata corrected, and the taker asked again. Raises UploadRefused (409).

    A process that may not write the vault leaves the rest to the keeper's duty: the upload is then verified, and taken within a minute.
    """
    with suppress(Superseded):
        change(upload, State.HELD, state=State.VERIFIED, metadata=upload.metadata | metadata, reason="", changed_at=at)
        return finish(upload, at) if storage.writable() else upload
    raise UploadRefused(409, "这份上传不在待补正状态。请刷新后查看。")
