"""Whether a recording ends where it says it does, told from its outermost structure without reading its content.

ISO/IEC 14496-12 §4.2 for MP4 and its kin: boxes with their sizes one after another; for WAV and AVI the size in the head of RIFF.
"""

from __future__ import annotations

import os
import struct
from typing import BinaryIO

#: A recording has a handful of outermost boxes, in fragments some thousands; more is nobody's recording.
BOXES = 1_000_000
TO_THE_END, LARGE = 0, 1


def is_cut_short(file: BinaryIO, media_type: str) -> bool:
    """Whether bytes are missing at the end; false for kinds that do not say how long they are. Leaves the position undefined."""
    size = os.fstat(file.fileno()).st_size
    if media_type in ("video/mp4", "video/quicktime", "audio/mp4"):
        return _mp4(file, size)
    if media_type in ("audio/wav", "video/x-msvideo"):
        file.seek(4)
        said = file.read(4)
        # Recorders that never finished leave 0 or the largest number there.
        return len(said) < 4 or struct.unpack("<I", said)[0] + 8 > size
    return False


def _mp4(file: BinaryIO, size: int) -> bool:
    """A box that goes past the end, or no table of contents (moov) at all: the camera writes it last."""
    at, has_contents = 0, False
    for _ in range(BOXES):
        if at == size:
            return not has_contents
        file.seek(at)
        head = file.read(16)
        if len(head) < 8:
            return True
        length, name = struct.unpack(">I4s", head[:8])
        has_contents = has_contents or name == b"moov"
        if length == TO_THE_END:
            return not has_contents
        if length == LARGE:
            if len(head) < 16:
                return True
            length = struct.unpack(">Q", head[8:16])[0]
        if length < 8:
            return True
        at += length
        if at > size:
            return True
    return True
