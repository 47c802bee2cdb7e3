"""One picture out of a video, taken by ffmpeg boxed in, so that a list of recordings can be looked through."""

from __future__ import annotations

from pathlib import Path

from . import boxing
from .content_types import recognise
from .errors import NoThumbnail
from .probing import opening

#: The very first picture is often black; where the video is shorter the first one is taken.
SECONDS_IN = ("1", "0")
FRAME_BYTES = 16 << 20


def frame(path: Path, side_px: int) -> bytes:
    """A JPEG of a picture near the beginning that fits into a square of `side_px`. Raises NoThumbnail."""
    program = boxing.found("ffmpeg")
    if program is None:
        raise NoThumbnail("本机没有安装 ffmpeg，录像没有缩略图。请打开录像查看。")
    with path.open("rb") as file:
        kind = recognise(file)
        if kind is None or kind.media_type != "video/mp4":
            raise NoThumbnail("这类文件没有缩略图。请下载原件查看。")
        fitting = f"scale='min({side_px},iw)':'min({side_px},ih)':force_original_aspect_ratio=decrease:force_divisible_by=2"
        for seconds in SECONDS_IN:
            given = [*opening(kind), "-threads", "1", "-ss", seconds, "-i", "{source}"]
            wanted = ["-map", "0:v:0", "-frames:v", "1", "-vf", fitting, "-threads", "1", "-c:v", "mjpeg", "-q:v", "4", "-f", "image2pipe"]
            with boxing.boxed(program, ["-nostdin", *given, *wanted, "pipe:1"], file) as outcome:
                made = outcome.output.read(FRAME_BYTES) if outcome.status == 0 else b""
            if made.startswith(b"\xff\xd8"):
                return made
    raise NoThumbnail("录像的画面读不出，没有缩略图。请打开录像查看。")
