"""Recordings made with ffmpeg for tests: tiny, seconds long, each way of going wrong made once in a run."""

from __future__ import annotations

import shutil
import struct
import subprocess
from pathlib import Path

import pytest

#: Reading recordings needs ffmpeg; without it everything else is still tested.
needs_ffmpeg = pytest.mark.skipif(shutil.which("ffprobe") is None or shutil.which("ffmpeg") is None, reason="ffmpeg is not installed")
FRAMES_PER_SECOND = 5


def ffmpeg(*words: str) -> None:
    """Run ffmpeg quietly."""
    subprocess.run(["ffmpeg", "-v", "error", "-nostdin", "-y", *words], check=True)


def film(to: Path, seconds: float, *words: str, drop: tuple[float, float] | None = None, created: str = "") -> Path:
    """A video of so many seconds; `drop` leaves out the pictures from one second to another; `words` go before the output."""
    pictures = ["-f", "lavfi", "-i", f"testsrc=size=64x48:rate={FRAMES_PER_SECOND}:duration={seconds}"]
    if drop:
        pictures += ["-vf", f"select='not(between(t,{drop[0] + 0.001},{drop[1] - 0.001}))'", "-fps_mode", "passthrough"]
    metadata = ["-metadata", f"creation_time={created}"] if created else []
    ffmpeg(*pictures, *metadata, "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", *words, str(to))
    return to


def box(name: bytes, content: bytes) -> bytes:
    """One box of an MP4."""
    return struct.pack(">I4s", len(content) + 8, name) + content


def cut(file: Path, to: Path, kept: float) -> Path:
    """The first part of a file, as a camera leaves it that fell into the river."""
    content = file.read_bytes()
    to.write_bytes(content[: int(len(content) * kept)])
    return to
