"""The files of the vault: written once, named by their SHA-256, never changed.

A path is made of nothing but a digest; no name that a person gave ever becomes part of one. Who may read a file
is decided where it is served, not here.
"""

from __future__ import annotations

import fcntl
import hashlib
import io
import os
import re
import secrets
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol

from django.conf import settings
from django.utils import timezone

from . import frames, images, keeping
from .content_types import LISTED, Kind, agrees, recognise
from .errors import ContentCleared, EmptyFile, FileTooLarge, NameMismatch, NoThumbnail, OnceCleared, UnknownKind, VaultDamaged

if TYPE_CHECKING:
    from .models import Blob

CHUNK_BYTES = 1 << 20
STORED_MODE = 0o444
# Pillow opens these; a HEIC photograph is kept, and shown only by downloading it.
DRAWN = frozenset({"image/jpeg", "image/png", "image/webp"})
# Of these one picture is taken out.
FILMED = frozenset({"video/mp4"})
THUMBNAIL_SIDES_PX = range(16, 2049)
ABANDONED_SECONDS = 3600
_DIGEST = re.compile(r"[0-9a-f]{64}")


class Readable(Protocol):
    """Anything that gives bytes: an open file, an upload."""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes, none at the end."""


def put(content: bytes | Readable, *, declared_name: str, limit_bytes: int | None = None, at: datetime | None = None) -> Blob:
    """Keep this content for ever and return its row; the same content again returns the same row.

    `declared_name` is only compared with what the content is. `limit_bytes` is settings.UPLOAD_BYTES unless given.
    The file is durable before the row is written; the row belongs to the caller's transaction, if there is one.
    Raises FileRefused in one of its kinds (nothing is left behind) or VaultDamaged.
    """
    limit = settings.UPLOAD_BYTES if limit_bytes is None else limit_bytes
    source = io.BytesIO(content) if isinstance(content, bytes) else content
    if settings.KEEPER_SOCKET is not None and not writable():
        facts = keeping.ask(settings.KEEPER_SOCKET, source, declared_name, limit)
    else:
        facts = lay(source, declared_name, limit)
    # Who lays files may have no database to ask; what is laid in vain is removed by a duty.
    refuse_once_cleared(facts["sha256"])
    return row(**facts, created_at=at or timezone.now())


def lay(source: Readable, declared_name: str, limit_bytes: int) -> dict[str, Any]:
    """Lay the content durably under its digest and return the values of its row, without writing one: the keeper's part of `put`."""
    with _incoming() as (file, temporary):
        sha256, sm3, size = _receive(source, file, limit_bytes)
        kind = accepted(file, size, declared_name)
        width, height = images.measure(file) if kind.media_type in DRAWN else (None, None)
        settle(file, temporary, sha256)
    return {"sha256": sha256, "sm3": sm3, "size_bytes": size, "media_type": kind.media_type, "width_px": width, "height_px": height}


def appraise(content: Readable, *, declared_name: str) -> Blob:
    """The unsaved row that `put` would write for this content, or refuse to; nothing is kept, on disk or in the database."""
    from .models import Blob

    with tempfile.TemporaryFile() as file:
        sha256, sm3, size = _receive(content, file, settings.UPLOAD_BYTES)
        kind = accepted(file, size, declared_name)
        width, height = images.measure(file) if kind.media_type in DRAWN else (None, None)
    return Blob(
        sha256=sha256, sm3=sm3, size_bytes=size, media_type=kind.media_type, created_at=timezone.now(), width_px=width, height_px=height
    )


def path(blob: Blob) -> Path:
    """Where the content lies. Raises ValueError for a row whose digest is no digest."""
    return place_below(settings.VAULT_DIR / "sha256", blob.sha256)


def open(blob: Blob) -> BinaryIO:
    """The content, for reading only. Raises ContentCleared when it was lawfully cleared, VaultDamaged when the file is gone."""
    try:
        return path(blob).open("rb")
    except FileNotFoundError as error:
        refuse_cleared(blob)
        raise VaultDamaged(f"文件 {blob.sha256[:16]} 不在证据库中。请立即报告系统管理员，从副本恢复。") from error


def refuse_cleared(blob: Blob) -> None:
    """Pass unless the content was lawfully cleared. Raises ContentCleared saying when and by what."""
    from .models import Cleared

    row = Cleared.objects.filter(blob__sha256=blob.sha256).first()
    if row is not None:
        raise ContentCleared(f"内容已于 {timezone.localdate(row.at)} 依法清理（{row.words}），只保留登记信息和哈希值。")


def refuse_once_cleared(sha256: str) -> None:
    """Pass unless the same content was lawfully cleared before. Raises OnceCleared."""
    from .models import Cleared

    if Cleared.objects.filter(blob__sha256=sha256).exists():
        raise OnceCleared("这份内容曾经入库，保存期满后已依法清理，不再收存。确需重新收存的，请报告分管领导。")


def check(blob: Blob) -> None:
    """Read the whole content again and compare size and both digests. Raises VaultDamaged naming what differs."""
    sha256, sm3, size = hashlib.sha256(), hashlib.new("sm3"), 0
    with open(blob) as file:
        while chunk := file.read(CHUNK_BYTES):
            sha256.update(chunk)
            sm3.update(chunk)
            size += len(chunk)
    found = {"大小": size, "SHA-256": sha256.hexdigest(), "SM3": sm3.hexdigest()}
    stored = {"大小": blob.size_bytes, "SHA-256": blob.sha256, "SM3": blob.sm3}
    wrong = [name for name, value in found.items() if value != stored[name]]
    if wrong:
        raise VaultDamaged(f"文件 {blob.sha256[:16]} 的{'、'.join(wrong)}与入库时不符，内容已被改动。请立即报告系统管理员，从副本恢复。")


def thumbnail(blob: Blob, side_px: int) -> bytes:
    """A JPEG of the picture, or of one out of a video, that fits into a square of `side_px` (16 to 2048), kept on disk once made.

    Raises NoThumbnail when the content has no picture that can be drawn, ValueError for another size.
    """
    if side_px not in THUMBNAIL_SIDES_PX:
        raise ValueError(f"缩略图边长应在 {THUMBNAIL_SIDES_PX.start} 至 {THUMBNAIL_SIDES_PX.stop - 1} 像素之间：{side_px}。")
    if blob.media_type not in DRAWN | FILMED:
        raise NoThumbnail("这类文件没有缩略图。请下载原件查看。")
    kept = place_below(settings.VAULT_DIR / "thumbnails" / str(side_px), blob.sha256)
    with suppress(FileNotFoundError):
        return kept.read_bytes()
    with open(blob):
        made = (frames.frame if blob.media_type in FILMED else images.shrink)(path(blob), side_px)
    # A web process beside a keeper may draw pictures and not keep them.
    with suppress(PermissionError):
        _keep_thumbnail(kept, made)
    return made


def _keep_thumbnail(kept: Path, made: bytes) -> None:
    """Replaced whole: a reader sees the old one or the new one. It can be made again, so it needs no fsync."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    fresh = kept.with_name(f"{kept.name}.{secrets.token_hex(8)}")
    try:
        fresh.write_bytes(made)
        fresh.replace(kept)
    finally:
        fresh.unlink(missing_ok=True)


def sweep(abandoned_seconds: float = ABANDONED_SECONDS) -> int:
    """Remove what writers that died left half written, and say how many files that was.

    A file that a living writer holds is locked and stays.
    """
    removed = 0
    for left in (settings.VAULT_DIR / "incoming").glob("*.part"):
        with suppress(FileNotFoundError, BlockingIOError):
            if time.time() - left.stat().st_mtime < abandoned_seconds:
                continue
            with left.open("rb") as held:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
                left.unlink()
                removed += 1
    return removed


def place_below(below: Path, digest: str) -> Path:
    """Where an object of this digest lies below a directory. Raises ValueError for what is no digest."""
    if not _DIGEST.fullmatch(digest):
        raise ValueError(f"不是 SHA-256：{digest!r}。")
    return below / digest[:2] / digest[2:4] / digest


@contextmanager
def _incoming() -> Iterator[tuple[BinaryIO, Path]]:
    """A new file of our own, locked while we write it, gone afterwards whatever happens."""
    directory = settings.VAULT_DIR / "incoming"
    directory.mkdir(parents=True, exist_ok=True)
    sweep()
    temporary = directory / f"{secrets.token_hex(16)}.part"
    with temporary.open("x+b") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield file, temporary
        finally:
            temporary.unlink(missing_ok=True)


def _receive(source: Readable, file: BinaryIO, limit_bytes: int) -> tuple[str, str, int]:
    """Copy the content, hashing it as it passes: (SHA-256, SM3, size)."""
    sha256, sm3, size = hashlib.sha256(), hashlib.new("sm3"), 0
    while chunk := source.read(CHUNK_BYTES):
        size += len(chunk)
        if size > limit_bytes:
            raise FileTooLarge(f"文件超过 {limit_bytes / 2**20:.4g} MiB 的上限。请压缩或者分成几份后再上传。")
        sha256.update(chunk)
        sm3.update(chunk)
        file.write(chunk)
    file.flush()
    return sha256.hexdigest(), sm3.hexdigest(), size


def accepted(file: BinaryIO, size_bytes: int, declared_name: str) -> Kind:
    """What the content is, if the vault takes it and its name does not claim otherwise."""
    if size_bytes == 0:
        raise EmptyFile("文件是空的。请确认选对了文件后再上传。")
    kind = recognise(file)
    if kind is None:
        raise UnknownKind(f"不收这类文件。可以上传：{LISTED}。请转换格式后再上传。")
    if not agrees(kind, declared_name):
        raise NameMismatch(f"文件内容是{kind.title}，扩展名却不是 .{kind.extensions[0]}。请确认文件没有被改名后再上传。")
    return kind


def settle(file: BinaryIO, temporary: Path, sha256: str) -> None:
    """Make the file durable under its digest; one that is already there stays, if it is what it should be."""
    final = place_below(settings.VAULT_DIR / "sha256", sha256)
    os.fchmod(file.fileno(), STORED_MODE)
    os.fsync(file.fileno())
    make_directories(final.parent)
    try:
        # A link never replaces what is there, which a rename would.
        os.link(temporary, final)
    except FileExistsError:
        with final.open("rb") as present:
            if hashlib.file_digest(present, "sha256").hexdigest() != sha256:
                raise VaultDamaged(f"证据库中的文件 {sha256[:16]} 已被改动。请立即报告系统管理员，从副本恢复。") from None
    fsync_directory(final.parent)


def make_directories(directory: Path) -> None:
    """Create the missing directories, each durable in its parent."""
    missing = []
    while not directory.exists():
        missing.append(directory)
        directory = directory.parent
    for new in reversed(missing):
        new.mkdir(exist_ok=True)
        fsync_directory(new.parent)


def fsync_directory(directory: Path) -> None:
    handle = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def row(sha256: str, **facts: object) -> Blob:
    """The one row of this content."""
    from .models import Blob

    return Blob.objects.get_or_create(sha256=sha256, defaults=facts)[0]


def writable() -> bool:
    """Whether this process may write the vault itself; a web process beside a keeper with a user of its own may not."""
    place = settings.VAULT_DIR
    while not place.exists():
        place = place.parent
    return os.access(place, os.W_OK | os.X_OK)
