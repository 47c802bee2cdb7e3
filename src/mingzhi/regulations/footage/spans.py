"""What was really sent of a clip: written down piece by piece as it goes out, put together when the viewing is over.

A piece costs one short append to a file of its own, not a row, because a player asks many times a second. The ledger had the opening
before the first byte; what stands here becomes “查看 00:10—03:40” in it. Serves 全过程记录制度 18.
"""

from __future__ import annotations

import os
import re
import struct
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

_PIECE = struct.Struct("<QQ")
_CODE = re.compile(r"[A-Za-z0-9_-]{10,32}")


def directory() -> Path:
    """Where pieces are written down."""
    return Path(settings.DATA_DIR) / "viewings"


def _file_of(code: str) -> str:
    if not _CODE.fullmatch(code):
        raise ValueError(f"not the code of a viewing: {code!r}")
    return f"{settings.DATA_DIR}/viewings/{code}"


def begin(code: str) -> None:
    """Make the file of a viewing: without it nothing is sent."""
    directory().mkdir(parents=True, exist_ok=True)
    os.close(os.open(_file_of(code), os.O_WRONLY | os.O_CREAT, 0o600))


def add(code: str, start: int, length: int) -> None:
    """Write down a piece, before it is sent. Raises FileNotFoundError when the viewing is over."""
    handle = os.open(_file_of(code), os.O_WRONLY | os.O_APPEND)
    try:
        os.write(handle, _PIECE.pack(start, length))
    finally:
        os.close(handle)


def last_at(code: str) -> float | None:
    """When the latest piece was sent, in seconds of the epoch; None when there is no file here."""
    try:
        return Path(_file_of(code)).stat().st_mtime
    except FileNotFoundError:
        return None


def sent(code: str) -> list[tuple[int, int]]:
    """Everything sent so far, as bytes from and to, in order and put together."""
    try:
        content = Path(_file_of(code)).read_bytes()
    except FileNotFoundError:
        return []
    whole = len(content) // _PIECE.size * _PIECE.size
    return together((start, start + length) for start, length in _PIECE.iter_unpack(content[:whole]))


def end(code: str) -> None:
    """Forget the file: what it said is in the ledger."""
    Path(_file_of(code)).unlink(missing_ok=True)


def together(pieces: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pieces that touch or overlap as one, in order."""
    found: list[tuple[int, int]] = []
    for start, stop in sorted(pieces):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], stop))
        elif stop > start:
            found.append((start, stop))
    return found
