"""What of the image of a disc is not in the vault: its frame. With it and the originals the same image comes about, byte for byte.

Building anew would not do that: an image carries the moment it was written, and the program that writes it is another one some day.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import BinaryIO

CHUNK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """Where in an image the content of an original lies, and which one it is."""

    at_byte: int
    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Frame:
    """The parts of an image in their order, and everything between them and behind the last."""

    parts: tuple[Part, ...]
    rest: bytes

    def packed(self) -> str:
        """The frame as text: most of it is zeros, so a disc of fifty clips takes some ten kilobytes."""
        head = json.dumps([astuple(part) for part in self.parts]).encode()
        return base64.b64encode(zlib.compress(head + b"\n" + self.rest, 9)).decode("ascii")

    @classmethod
    def unpacked(cls, text: str) -> Frame:
        """The frame that was packed. Raises ValueError or zlib.error for anything else."""
        head, _, rest = zlib.decompress(base64.b64decode(text)).partition(b"\n")
        return cls(tuple(Part(*row) for row in json.loads(head)), rest)


def frame_of(image: Path, parts: Sequence[Part]) -> Frame:
    """Everything of an image but its parts. Raises OSError."""
    ordered = tuple(sorted(parts))
    rest = bytearray()
    with image.open("rb") as file:
        for part in ordered:
            rest += file.read(part.at_byte - file.tell())
            file.seek(part.at_byte + part.size_bytes)
        rest += file.read()
    return Frame(ordered, bytes(rest))


def put_together(frame: Frame, original: Callable[[str], BinaryIO], target: Path) -> tuple[str, int]:
    """Write the image again from its frame and the originals, by digest, and give its SHA-256 and size. Raises OSError, VaultError."""
    sha256, size, used = hashlib.sha256(), 0, 0
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as out:

        def write(content: bytes) -> None:
            nonlocal size
            out.write(content)
            sha256.update(content)
            size += len(content)

        for part in frame.parts:
            between = part.at_byte - size
            write(frame.rest[used : used + between])
            used += between
            with original(part.sha256) as file:
                while chunk := file.read(CHUNK_BYTES):
                    write(chunk)
        write(frame.rest[used:])
    return sha256.hexdigest(), size
