"""One range of a stored object, as HTTP asks for it (RFC 9110 §14): 206 with its bytes, 416 beyond the end.

A player asks piece by piece and is given at most MOST_BYTES at once, so that what was sent is known to the piece, and a request costs
a bounded amount of memory. Who may have it is asked before; this only cuts.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

#: A few seconds of a body camera: fewer and the player asks too often, more and nobody knows what of it was seen.
MOST_BYTES = 2 << 20
_RANGE = re.compile(r"bytes=(\d*)-(\d*)$", re.ASCII)


@dataclass(frozen=True, slots=True)
class Piece:
    """What is sent: `length` bytes from `start` of `size`, or nothing (`status` 416)."""

    status: int
    start: int
    length: int
    size: int

    @property
    def content_range(self) -> str:
        if self.status == 416:
            return f"bytes */{self.size}"
        return f"bytes {self.start}-{self.start + self.length - 1}/{self.size}"

    @property
    def range(self) -> str:
        """The one Range header that asks for exactly these bytes."""
        return f"bytes={self.start}-{self.start + self.length - 1}"


def piece_of(size: int, asked: str, if_range: str = "", etag: str = "") -> Piece:
    """The piece a Range header asks for. No header, several ranges, another unit, or an If-Range of another content: from the beginning.

    A whole object is answered as its first piece (206 is then still right for a player, which always asks for a range).
    """
    match = _RANGE.match(asked.replace(" ", "")) if asked and (not if_range or if_range == etag) else None
    if match is None or match[0] == "bytes=-":
        return Piece(206, 0, min(size, MOST_BYTES), size) if size else Piece(416, 0, 0, size)
    first, last = match[1], match[2]
    if not first:
        wanted = int(last)
        start, end = max(0, size - wanted), size - 1
        if not wanted:
            return Piece(416, 0, 0, size)
    else:
        start, end = int(first), min(int(last), size - 1) if last else size - 1
        if last and int(last) < start:
            return Piece(206, 0, min(size, MOST_BYTES), size) if size else Piece(416, 0, 0, size)
    if start >= size:
        return Piece(416, 0, 0, size)
    return Piece(206, start, min(end - start + 1, MOST_BYTES), size)


def open_whole(path: Path | str) -> BinaryIO:
    """The whole content, to be sent in pieces as it is read: for a picture, which no browser asks for piece by piece. Raises FileNotFoundError."""
    return os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW), "rb")


def read_piece(path: Path | str, piece: Piece) -> bytes:
    """The bytes of a piece. Raises FileNotFoundError."""
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        return os.pread(handle, piece.length, piece.start)
    finally:
        os.close(handle)
