"""Recordings of the demo that play: a test picture with its seconds counted, as long as the activity was, each a file of its own.

Made by ffmpeg where there is one; without it the demo keeps files too small to play.
"""

from __future__ import annotations

import subprocess
import tempfile
from datetime import timedelta
from functools import cache
from pathlib import Path

from mingzhi.core.vault import boxing

#: Nothing in the demo is recorded longer at a stretch.
_LONGEST_SECONDS = 2 * 3600
#: One picture in five seconds: enough to see where one is, and half a megabyte for half an hour.
_PICTURE = "testsrc=s=320x180:r=1/5"
#: The same bytes for the same town: nothing of the machine, the day or the program's version.
_SAME = ("-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact")
_PATIENCE_SECONDS = 60


def recording(length: timedelta, name: str) -> bytes | None:
    """An MP4 of a length, unlike that of any other name; None without ffmpeg, or where it fails."""
    program = boxing.found("ffmpeg")
    whole = _whole(program) if program else None
    if program is None or whole is None:
        return None
    with tempfile.TemporaryDirectory() as place:
        source, cut = Path(place, "whole.mp4"), Path(place, "cut.mp4")
        source.write_bytes(whole)
        length_seconds = f"{min(length.total_seconds(), _LONGEST_SECONDS):.3f}"
        # The name in a comment makes the file one of its own: the same content twice would be known as a duplicate.
        made = _run(program, "-i", source, "-t", length_seconds, "-c", "copy", *_SAME, "-metadata", f"comment={name}", cut)
        return cut.read_bytes() if made else None


@cache
def _whole(program: str) -> bytes | None:
    """What every recording is cut from, encoded once."""
    with tempfile.TemporaryDirectory() as place:
        out = Path(place, "whole.mp4")
        encoding = ("-c:v", "libx264", "-preset", "ultrafast", "-crf", "42", "-g", "60", "-pix_fmt", "yuv420p", "-threads", "1")
        made = _run(program, "-f", "lavfi", "-i", _PICTURE, "-t", str(_LONGEST_SECONDS), *encoding, *_SAME, out)
        return out.read_bytes() if made else None


def _run(program: str, *arguments: str | Path) -> bool:
    command = [program, "-nostdin", "-v", "error", "-y", *map(str, arguments)]
    try:
        return subprocess.run(command, timeout=_PATIENCE_SECONDS, capture_output=True, check=False).returncode == 0
    except subprocess.TimeoutExpired:
        return False
