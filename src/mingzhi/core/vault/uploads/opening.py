"""The beginning of an upload: what is asked is looked at before the first byte, so that nobody sends gigabytes in vain."""

from __future__ import annotations

import re
import secrets
import shutil
from datetime import datetime, timedelta

from django.conf import settings

from mingzhi.core.organs.models import Key, User
from mingzhi.core.organs.turns import turn

from ..models import Upload
from ..receiving import DEFAULT_PURPOSE, Asked, purposes, taker_of
from . import places
from .refusals import UploadRefused

#: What stays free on the disk of the vault whatever is uploaded, for the database and for everything that is being done.
SPARE_BYTES = 256 << 20
NAME_CHARACTERS = 255
_SHA256 = re.compile(r"[0-9a-f]{64}")


def begin(owner: User, size_bytes: int, metadata: dict[str, str], at: datetime, key: Key | None = None) -> Upload:
    """The row and the empty file of a new upload. `metadata` is text by key: filename, sha256, purpose, and what the taker asks for.

    Raises UploadRefused: 413 too large, 422 what cannot become anything, 507 no room.
    """
    purpose = metadata.get("purpose", DEFAULT_PURPOSE)
    name = metadata.get("filename", "")
    expected = metadata.get("sha256", "").lower()
    taker = taker_of(purpose)
    if taker is None:
        known = "、".join(purposes())
        raise UploadRefused(422, f"不认识上传用途“{purpose}”。{f'可用的用途：{known}。' if known else '这套安装还没有接收文件的功能。'}")
    if size_bytes == 0:
        raise UploadRefused(422, "文件是空的。请确认选对了文件后再上传。")
    check_size(size_bytes)
    if len(name) > NAME_CHARACTERS:
        raise UploadRefused(422, f"文件名超过 {NAME_CHARACTERS} 字。请缩短文件名后再上传。")
    if expected and not _SHA256.fullmatch(expected):
        raise UploadRefused(422, "sha256 应为 64 位十六进制数。请重新计算文件的 SHA-256 后再上传。")
    if sentence := taker.admits and taker.admits(Asked(owner, name, size_bytes, metadata, key.name if key else ""), at):
        raise UploadRefused(422, sentence)
    if shutil.disk_usage(places.directory()).free < size_bytes + SPARE_BYTES:
        raise UploadRefused(507, "文件库所在磁盘的空间不够存放这份文件。请联系系统管理员清出空间后再上传。")
    upload = Upload(
        code=secrets.token_hex(16),
        owner=owner,
        key=key,
        purpose=purpose,
        name=name,
        metadata=metadata,
        size_bytes=size_bytes,
        expected_sha256=expected,
        created_at=at,
        changed_at=at,
        expires_at=at + unfinished_for(),
    )
    # Row first: a file without a row is litter, a row without a file is an upload of which nothing has come.
    with turn():
        upload.save(force_insert=True)
    places.make_part(upload.code)
    return upload


def check_size(size_bytes: int) -> None:
    """Raise UploadRefused (413) for a file beyond the limit of the installation."""
    if size_bytes > settings.RESUMABLE_BYTES:
        limit = settings.RESUMABLE_BYTES / 2**20
        raise UploadRefused(413, f"文件超过 {limit:.4g} MiB 的上限。请分段导出，或者联系系统管理员提高上限。")


def unfinished_for() -> timedelta:
    """How long an unfinished upload waits for its next byte."""
    return timedelta(days=settings.UNFINISHED_DAYS)
