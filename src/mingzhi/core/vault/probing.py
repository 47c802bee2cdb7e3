"""What is in a recording, read by ffprobe boxed in: length, picture, sound, when made, whether whole, where the picture fails.

A file nobody can read is a fact about that file, never an error that loses it: everything here ends in MediaFacts. (音像制度 10)
"""

from __future__ import annotations

import json
import os
import re
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any, BinaryIO
from zoneinfo import ZoneInfo

from . import boxing
from .content_types import Kind, recognise
from .names import NameFacts
from .wholeness import is_cut_short

#: The reader for each kind that the vault takes, and the only names under which it may open the file.
READERS = {
    "video/mp4": ("mov", "mov,mp4,m4a,3gp,3g2,mj2"),
    "video/quicktime": ("mov", "mov,mp4,m4a,3gp,3g2,mj2"),
    "video/x-msvideo": ("avi", "avi"),
    "video/mp2t": ("mpegts", "mpegts"),
    "audio/mp4": ("mov", "mov,mp4,m4a,3gp,3g2,mj2"),
    "audio/amr": ("amr", "amr"),
    "audio/mpeg": ("mp3", "mp3"),
    "audio/wav": ("wav", "wav"),
}
#: What is asked of a recording first.
LOOKS = ("-show_format", "-show_streams", "-of", "json")
STREAMS = 32
READ_AHEAD_BYTES = 5_000_000
JSON_BYTES = 1 << 20
#: Shorter holes are how cameras are; what is a drop-out is decided by the law, far above this.
LEAST_STEP_SECONDS = 0.5
#: With so many pictures one can tell the usual step, and a recorder of one picture every ten seconds has no drop-outs.
TELLING_PICTURES, SAMPLE, UNUSUAL = 10, 2000, 1.5
DROPOUTS = 1000
#: Nothing records for longer in one file; a head that says more is broken or lies.
LONGEST = timedelta(days=31)
EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
NOT_INSTALLED = "本机没有安装 ffprobe，不知道里面录了什么、录了多久。请系统管理员安装 ffmpeg 后重新读取。"


@dataclass(frozen=True, slots=True)
class MediaFacts:
    """What is known of a recording; None and empty where it is not.

    problem: a sentence why not everything is known, empty when it is. is_readable: at least its length is. duration: what can be read, which
    in a file cut short is less than its head says. created_at: creation_time of the file, aware; created_zone: in which zone it was taken to
    be meant. dropouts: time without a picture (of sound alone: without sound) as offsets; None when not found out. raw: ffprobe's JSON.
    tool: what read it. walls: what it was boxed in by.
    """

    problem: str = ""
    container: str = ""
    video_codec: str = ""
    audio_codec: str = ""
    width_px: int | None = None
    height_px: int | None = None
    frames_per_second: float | None = None
    sample_rate_hz: int | None = None
    duration: timedelta | None = None
    created_at: datetime | None = None
    created_zone: str = ""
    location: str = ""
    is_truncated: bool = False
    dropouts: tuple[tuple[timedelta, timedelta], ...] | None = None
    raw: dict[str, Any] = field(default_factory=dict)
    tool: str = ""
    walls: tuple[str, ...] = ()

    @property
    def is_readable(self) -> bool:
        """Whether it could be read at all."""
        return self.duration is not None

    def as_json(self) -> dict[str, Any]:
        """All of it in values that JSON has; lengths in milliseconds."""
        plain = {name: getattr(self, name) for name in MediaFacts.__slots__ if name not in {"duration", "dropouts", "created_at", "walls"}}
        return {
            **plain,
            "duration_ms": None if self.duration is None else _milliseconds(self.duration),
            "dropouts_ms": None if self.dropouts is None else [[_milliseconds(one) for one in pair] for pair in self.dropouts],
            "created_at": self.created_at.isoformat() if self.created_at else None,
            "walls": list(self.walls),
        }


def probe(path: Path, name: NameFacts | None = None) -> MediaFacts:
    """What can be found out about a recording; `name` tells in which zone its maker writes times.

    Kind and reader come from the content, never from what the file is called. Raises OSError only when the file itself cannot be opened.
    """
    with path.open("rb") as file:
        kind = recognise(file) if os.fstat(file.fileno()).st_size else None
        if kind is None or kind.media_type not in READERS:
            return MediaFacts(problem=_not_media(kind, path))
        truncated = is_cut_short(file, kind.media_type)
        program = boxing.found("ffprobe")
        if program is None:
            return MediaFacts(problem=NOT_INSTALLED, is_truncated=truncated)
        return _read(program, file, kind, truncated, name)


def _not_media(kind: Kind | None, path: Path) -> str:
    if path.stat().st_size == 0:
        return "文件是空的，没有录到内容。"
    return f"内容是{kind.title}，不是录音录像。" if kind else "内容不是能识别的录音录像，读不出。"


def _read(program: str, file: BinaryIO, kind: Kind, truncated: bool, name: NameFacts | None) -> MediaFacts:
    tool = version(program)
    with boxing.boxed(program, [*opening(kind), *LOOKS, "{source}"], file) as outcome:
        walls = tuple(sorted(outcome.walls))
        raw = _parsed(outcome.output.read(JSON_BYTES + 1)) if outcome.status == 0 else {}
        if not raw.get("streams"):
            return MediaFacts(problem=_why(outcome, truncated), is_truncated=truncated, raw=raw, tool=tool, walls=walls)
    video = next((one for one in raw["streams"] if one.get("codec_type") == "video" and not _is_cover(one)), {})
    audio = next((one for one in raw["streams"] if one.get("codec_type") == "audio"), {})
    chosen = video or audio
    said = _length(raw.get("format", {}).get("duration"))
    begins = _number(raw.get("format", {}).get("start_time")) or 0.0
    dropouts, last, problem = _holes(program, file, kind, chosen, begins, None if truncated else said)
    created_at, zone = _created(raw, name)
    return MediaFacts(
        problem=problem,
        container=str(raw.get("format", {}).get("format_name", "")),
        video_codec=str(video.get("codec_name", "")),
        audio_codec=str(audio.get("codec_name", "")),
        width_px=_whole(video.get("width")),
        height_px=_whole(video.get("height")),
        frames_per_second=_rate(video.get("avg_frame_rate")),
        sample_rate_hz=_whole(audio.get("sample_rate")),
        duration=last if truncated or said is None else said,
        created_at=created_at,
        created_zone=zone,
        location=_tag(raw, "location"),
        is_truncated=truncated,
        dropouts=dropouts,
        raw=raw,
        tool=tool,
        walls=walls,
    )


def opening(kind: Kind) -> list[str]:
    """How ffprobe and ffmpeg open the one file they get: by this reader, from this file, and nothing that the file names."""
    reader, allowed = READERS[kind.media_type]
    return [
        *("-v", "error", "-hide_banner", "-protocol_whitelist", "file", "-format_whitelist", allowed, "-f", reader),
        *("-max_streams", str(STREAMS), "-probesize", str(READ_AHEAD_BYTES), "-analyzeduration", str(READ_AHEAD_BYTES)),
    ]


def _holes(
    program: str, file: BinaryIO, kind: Kind, stream: dict[str, Any], begins: float, said: timedelta | None
) -> tuple[tuple[tuple[timedelta, timedelta], ...] | None, timedelta | None, str]:
    """Where pictures are missing, until when there are any, and a sentence if that could not be found out."""
    index = _whole(stream.get("index"))
    if index is None:
        return None, None, "里面没有画面也没有声音。"
    entries = ["-select_streams", str(index), "-show_entries", "packet=pts_time,duration_time", "-of", "csv=p=0", "{source}"]
    moments, last = array("d"), 0.0
    with boxing.boxed(program, [*opening(kind), *entries], file) as outcome:
        if outcome.status is None or outcome.status < 0:
            return None, None, "文件太大或者太慢，在限定的时间和输出内没有读完，不知道片内有没有断点。"
        for at, long in _packets(outcome.output, begins):
            moments.append(at)
            last = max(last, at + long)
    if not moments:
        return None, None, "画面和声音都读不出。"
    order = sorted(moments)
    usual = median(latter - former for former, latter in pairwise(order[:SAMPLE])) if len(order) >= TELLING_PICTURES else 0.0
    least = max(LEAST_STEP_SECONDS, UNUSUAL * usual)
    holes = [(former, latter) for former, latter in pairwise(order) if latter - former > least]
    if order[0] > LEAST_STEP_SECONDS:
        holes.insert(0, (0.0, order[0]))
    if said is not None and said.total_seconds() - last > LEAST_STEP_SECONDS:
        holes.append((last, said.total_seconds()))
    found = tuple((_seconds(former), _seconds(latter)) for former, latter in holes[:DROPOUTS])
    return found, _length(last), "" if len(holes) <= DROPOUTS else f"片内断点超过 {DROPOUTS} 处，只记下前面的。"


def _packets(lines: Iterable[bytes], begins: float) -> Iterator[tuple[float, float]]:
    """Moment and length of each picture in seconds from the beginning of the file; lines that say none are left out."""
    for line in lines:
        words = line.decode("ascii", "replace").strip().split(",")
        at = _number(words[0])
        if at is not None and 0 <= at - begins <= LONGEST.total_seconds():
            yield at - begins, max(0.0, (_number(words[1]) if len(words) > 1 else None) or 0.0)


def _why(outcome: boxing.Outcome, truncated: bool) -> str:
    if outcome.status is None:
        return "在限定时间内没有读完，读不出。"
    if truncated:
        return "文件不完整，读不出内容。请从设备重新导出；导不出的应保留原件并说明原因。"
    if outcome.status < 0:
        return "读取时超出了内存、时间或者输出的上限，读不出。文件可能已损坏，或者有意造成这样。"
    return "文件已损坏或者格式不对，读不出。请从设备重新导出。"


def _created(raw: dict[str, Any], name: NameFacts | None) -> tuple[datetime | None, str]:
    """creation_time and the zone it was taken to be meant in; None for none, and for those from before there were such cameras."""
    try:
        at = datetime.fromisoformat(_tag(raw, "creation_time"))
    except ValueError:
        return None, ""
    zone = name.created_zone if name else "UTC"
    at = at.replace(tzinfo=ZoneInfo(zone)) if zone != "UTC" or at.tzinfo is None else at
    return (at, zone) if at >= EARLIEST else (None, "")


def _tag(raw: dict[str, Any], name: str) -> str:
    """A tag of the file, or of the first of its streams that has it."""
    places = [raw.get("format", {}), *raw.get("streams", [])]
    return next((str(tags[name]) for place in places if name in (tags := place.get("tags") or {})), "")


def _is_cover(stream: dict[str, Any]) -> bool:
    """Whether a stream is a picture glued to a sound file."""
    return bool(stream.get("disposition", {}).get("attached_pic"))


def _parsed(text: bytes) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _length(seconds: object) -> timedelta | None:
    """A length that a recording can have, else None."""
    number = _number(seconds)
    return _seconds(number) if number is not None and 0 <= number <= LONGEST.total_seconds() else None


def _seconds(number: float) -> timedelta:
    """To the millisecond: finer is what the reckoning of pictures in parts of a second leaves over."""
    return timedelta(milliseconds=round(number * 1000))


def _milliseconds(length: timedelta) -> int:
    return round(length / timedelta(milliseconds=1))


def _number(text: object) -> float | None:
    try:
        number = float(str(text))
    except ValueError:
        return None
    return number if abs(number) < 1e12 else None


def _whole(text: object) -> int | None:
    number = _number(text)
    return int(number) if number is not None and number >= 0 else None


def _rate(text: object) -> float | None:
    """“30000/1001” as pictures in a second."""
    above, _, below = str(text or "").partition("/")
    first, second = _number(above), _number(below or "1")
    return round(first / second, 3) if first and second else None


@cache
def version(program: str) -> str:
    """“ffprobe 5.1.9-0+deb12u1”; the bare name when it will not say."""
    with boxing.BOX.open("rb") as source, boxing.boxed(program, ["-version"], source) as outcome:
        said = re.match(rb"\S+ version (\S+)", outcome.output.read(200))
    return f"{Path(program).name} {said[1].decode('ascii', 'replace') if said else ''}".strip()
