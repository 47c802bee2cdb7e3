"""Bytes of an upload, from whoever sends them to the disk. Acknowledged only when durable:

hold → pwrite → fdatasync → offset committed → answered. The offset lives in the database. A file longer than it holds bytes that
nobody was promised and is cut; a shorter one has lost what was promised, and that is an alarm.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from mingzhi.core.organs.turns import turn

from ..models import Upload
from ..storage import Readable
from . import digests, places
from .holding import Hold
from .opening import unfinished_for
from .refusals import Superseded, UploadRefused

PIECE_BYTES = 1 << 20
#: Bytes after which the offset is committed in the midst of a request: what a broken connection or a killed server costs at most.
STEP_BYTES = 64 << 20
#: On a slow line so many seconds do the same.
STEP_SECONDS = 5.0
CHECKSUMS = ("sha1", "sha256")
MISMATCH = 460

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Checksum:
    """What the sender says the bytes of one request digest to."""

    algorithm: str
    digest: bytes


def current(code: str) -> Upload:
    """The offset of an unfinished upload as it may be carried on from, taken away from whoever still sends; others as they are."""
    upload = Upload.objects.get(pk=code)
    if upload.state != Upload.State.RECEIVING:
        return upload
    with Hold(places.hold_of(code)) as hold, hold.mine():
        upload = Upload.objects.get(pk=code)
        if upload.state == Upload.State.RECEIVING:
            _mend(upload)
        else:
            places.hold_of(code).unlink(missing_ok=True)
    return upload


def write(
    code: str,
    offset: int,
    source: Readable,
    length: int | None = None,
    checksum: Checksum | None = None,
    progress: Callable[[int], None] = lambda offset: None,
    clock: Callable[[], datetime] = timezone.now,
) -> Upload:
    """Receive bytes from `source` (at most `length`, else until it ends) to follow `offset`, and return the row as it then is.

    What came before a source broke off is kept, except under a checksum, which vouches for all of it or for nothing. With the last
    byte the whole is compared with the sender's SHA-256.
    Raises UploadRefused: 409 another offset, 410 no longer open, 413 more than the upload has, 460 a checksum that differs.
    """
    with Hold(places.hold_of(code)) as hold:
        with hold.mine():
            upload = Upload.objects.get(pk=code)
            _open_at(upload, offset, length)
            _mend(upload)
            part = os.open(places.part_of(code), os.O_WRONLY)
        try:
            return _Writing(upload, hold, part, checksum, clock).run(source, length, progress)
        except Superseded:
            raise UploadRefused(409, "这份文件已从另一个连接继续上传，本次多余的内容没有写入。") from None
        finally:
            os.close(part)


class _Writing:
    """One request's bytes."""

    def __init__(self, upload: Upload, hold: Hold, part: int, checksum: Checksum | None, clock: Callable[[], datetime]) -> None:
        self.upload, self.hold, self.part, self.checksum, self.clock = upload, hold, part, checksum, clock
        self.running = digests.Running(upload.pk, upload.offset_bytes)
        self.mark = self.running.mark()
        self.offset = upload.offset_bytes
        self.committed = time.monotonic()
        self.summed: Any = hashlib.new(checksum.algorithm) if checksum else None

    def run(self, source: Readable, length: int | None, progress: Callable[[int], None]) -> Upload:
        end = self.upload.size_bytes if length is None else self.upload.offset_bytes + length
        broken: OSError | None = None
        while self.offset < end:
            try:
                piece = source.read(min(PIECE_BYTES, end - self.offset))
            except OSError as error:
                broken = error
                break
            if not piece:
                break
            self._lay(piece)
            if self.summed is None and self._step_is_due():
                self._commit()
            progress(self.offset)
        if length is None and broken is None and self.offset == self.upload.size_bytes and source.read(1):
            raise UploadRefused(413, "发来的内容比申报的大小多。请确认文件在上传期间没有变化，再从头上传。")
        self._settle()
        if broken is not None:
            raise broken
        return self.upload

    def _step_is_due(self) -> bool:
        return self.offset - self.upload.offset_bytes >= STEP_BYTES or time.monotonic() - self.committed >= STEP_SECONDS

    def _lay(self, piece: bytes) -> None:
        rest = memoryview(piece)
        with self.hold.mine():
            while rest:
                written = os.pwrite(self.part, rest, self.offset + len(piece) - len(rest))
                rest = rest[written:]
        self.running.add(piece, self.offset)
        if self.summed is not None:
            self.summed.update(piece)
        self.offset += len(piece)

    def _settle(self) -> None:
        """The end of the request: the checksum, then the offset, then perhaps the whole."""
        if self.checksum and not hmac.compare_digest(self.summed.digest(), self.checksum.digest):
            self._undo()
            raise UploadRefused(MISMATCH, "这一段内容的校验值与发送方算出的不符，没有保留。请重新发送这一段。")
        if self.offset == self.upload.size_bytes:
            self._whole()
        else:
            self._commit()
            self.running.remember()

    def _undo(self) -> None:
        with self.hold.mine():
            os.ftruncate(self.part, self.upload.offset_bytes)
        self.running.back(self.mark)
        self.running.remember()

    def _commit(self, **also: Any) -> None:
        """Make what was written durable, then say so in the row."""
        if self.offset == self.upload.offset_bytes and not also:
            return
        at = self.clock()
        also |= {"offset_bytes": self.offset, "changed_at": at, "expires_at": at + unfinished_for()}
        with self.hold.mine():
            os.fdatasync(self.part)
            change(self.upload, Upload.State.RECEIVING, **also)
        self.committed = time.monotonic()

    def _whole(self) -> None:
        """Every byte has come: compare it with what the sender computed before sending."""
        found = self.running.catch_up(places.part_of(self.upload.pk), self.upload.size_bytes)
        digests.forget(self.upload.pk)
        if self.upload.expected_sha256 in ("", found):
            self._commit(state=Upload.State.WHOLE, sha256=found)
            return
        sentence = (
            f"收到的文件与发送前算出的 SHA-256 不符（应为 {self.upload.expected_sha256[:16]}…，收到 {found[:16]}…），没有保留。"
            "请确认存储卡或者硬盘没有坏，再从头上传。"
        )
        with self.hold.mine():
            change(self.upload, Upload.State.RECEIVING, state=Upload.State.REFUSED, reason=sentence, changed_at=self.clock())
            places.forget(self.upload.pk)
        raise UploadRefused(MISMATCH, sentence)


def change(upload: Upload, was: str, **values: Any) -> None:
    """Change the row where it still is in the state it `was` in, and this copy of it. Raises Superseded when it is not."""
    with turn():
        if not Upload.objects.filter(pk=upload.pk, state=was).update(**values):
            raise Superseded
    for name, value in values.items():
        setattr(upload, name, value)


def _open_at(upload: Upload, offset: int, length: int | None) -> None:
    if upload.state == Upload.State.DAMAGED:
        raise UploadRefused(410, upload.reason)
    if upload.state != Upload.State.RECEIVING:
        raise UploadRefused(*closed(upload))
    if offset != upload.offset_bytes:
        raise UploadRefused(409, f"已收到 {upload.offset_bytes} 字节，发来的却从第 {offset} 字节开始。请查询进度后从该处继续。")
    if length is not None and offset + length > upload.size_bytes:
        raise UploadRefused(413, f"发来的内容超出申报的 {upload.size_bytes} 字节。请确认文件没有变化，再从头上传。")


def closed(upload: Upload) -> tuple[int, str]:
    """Why nothing more is received for an upload: status and sentence."""
    if upload.state in (Upload.State.REFUSED, Upload.State.LAPSED, Upload.State.DAMAGED):
        return 410, upload.reason
    return 409, "这份文件已经收齐，不再接收内容。"


def _mend(upload: Upload) -> None:
    """Bring the file to the offset that was acknowledged. Held by the caller. Raises UploadRefused (410) when bytes are gone."""
    part = places.part_of(upload.pk)
    try:
        present = part.stat().st_size
    except FileNotFoundError:
        present = 0
        if upload.offset_bytes == 0:
            places.make_part(upload.pk)
    if present > upload.offset_bytes:
        os.truncate(part, upload.offset_bytes)
    elif present < upload.offset_bytes:
        log.critical("upload %s: %d bytes were acknowledged and %d are on the disk", upload.pk, upload.offset_bytes, present)
        sentence = (
            f"服务器上已确认的内容丢失了一部分（应有 {upload.offset_bytes} 字节，只剩 {present} 字节）。请立即报告系统管理员，并从头上传。"
        )
        change(upload, Upload.State.RECEIVING, state=Upload.State.DAMAGED, reason=sentence, changed_at=timezone.now())
        raise UploadRefused(410, sentence)
