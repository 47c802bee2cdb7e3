"""From a file to what continuity is judged by: name and content of a recording become a clip, of a photograph a moment.

What is inside the file goes before what its name says; where they contradict each other, that is told.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from mingzhi.law.continuity import Clip, Counter, Photo
from mingzhi.law.continuity.wording import length_words

from .names import NameFacts
from .probing import MediaFacts


def clip_of(key: str, name: NameFacts | None, facts: MediaFacts, *, device: str = "", sha256: str = "", title: str = "") -> Clip:
    """The clip of a recording; `device` holds where its name says none. Begun when the file says so, else when its name does."""
    return Clip(
        key,
        begun_at=facts.created_at or (name.begun_at if name else None),
        duration=facts.duration,
        device=(name.device if name else "") or device,
        number=name.number if name else None,
        series=name.series if name else "",
        counter=_counter(name),
        sha256=sha256,
        truncated=facts.is_truncated,
        dropouts=facts.dropouts or (),
        title=title,
    )


def photo_of(key: str, name: NameFacts | None, taken_at: datetime | None, *, device: str = "", title: str = "") -> Photo:
    """The moment of a photograph: as its camera wrote it into the picture, else as its name says."""
    return Photo(
        key,
        taken_at or (name.begun_at if name else None),
        device=(name.device if name else "") or device,
        number=name.number if name else None,
        series=name.series if name else "",
        counter=_counter(name),
        title=title,
    )


def contradiction(name: NameFacts | None, inside_at: datetime | None, tolerance: timedelta) -> str:
    """A sentence when the time in the name and the time inside the file lie further apart than that; empty when they agree."""
    if name is None or name.begun_at is None or inside_at is None or abs(inside_at - name.begun_at) <= tolerance:
        return ""
    apart = length_words(abs(inside_at - name.begun_at))
    return f"文件名中的时间与文件内记录的时间相差 {apart}，按文件内的时间计。请核对设备时钟、时区和文件是否改过名。"


def _counter(name: NameFacts | None) -> Counter | None:
    return Counter(name.numbers.first, name.numbers.last) if name and name.numbers else None
