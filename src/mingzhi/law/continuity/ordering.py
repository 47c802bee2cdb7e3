"""In which order a camera made its recordings, and which of its numbers are not there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from mingzhi.law.continuity.findings import Placed
from mingzhi.law.continuity.material import Clip, ClockReading, Counter, Photo


def true_time(at: datetime, device: str, readings: Sequence[ClockReading]) -> datetime:
    """A moment of a camera's clock, put right by the reading nearest to it; as it is where that clock was never read."""
    own = [reading for reading in readings if reading.device == device]
    nearest = min(own, key=lambda reading: (abs(reading.device_at - at), reading.device_at, reading.true_at), default=None)
    return at + nearest.offset if nearest else at


def kept_and_repeated(clips: Iterable[Clip]) -> tuple[list[Clip], list[tuple[Clip, Clip]]]:
    """The clips of distinct content, and each further copy with the one that is kept: the earliest, then that of the least number."""
    kept: dict[str, Clip] = {}
    repeated: list[tuple[Clip, Clip]] = []
    for clip in sorted(clips, key=_seniority):
        content = clip.sha256 or f"key {clip.key}"
        if content in kept:
            repeated.append((clip, kept[content]))
        else:
            kept[content] = clip
    return list(kept.values()), repeated


def _seniority(clip: Clip) -> tuple[bool, float, bool, int, str]:
    begun = clip.begun_at.timestamp() if clip.begun_at else 0.0
    return clip.begun_at is None, begun, clip.number is None, clip.number or 0, clip.key


def recorded_order(clips: Sequence[Placed]) -> list[Placed]:
    """The clips of one camera in the order of their making: by number if every one has one, else by the clock."""
    by_clock = sorted(clips, key=lambda placed: (placed.begins_at, placed.ends_at, placed.clip.number or 0, placed.clip.key))
    if any(placed.clip.number is None for placed in clips):
        return by_clock
    series: dict[str, list[Placed]] = defaultdict(list)
    for placed in by_clock:
        series[placed.clip.series].append(placed)
    return [placed for run in series.values() for placed in _by_number(run)]


def _by_number(clips: list[Placed]) -> list[Placed]:
    order = unrolled({placed.clip.number for placed in clips if placed.clip.number is not None}, clips[0].clip.counter)
    place = {number: count for count, number in enumerate(order)}
    return sorted(clips, key=lambda placed: place[placed.clip.number] if placed.clip.number is not None else -1)


def unrolled(numbers: set[int], counter: Counter | None) -> list[int]:
    """The numbers in the order in which a counter gives them: 9998, 9999, 1, 2 where it goes from 9999 back to 1.

    It has gone round where the numbers leave out more than half of all there are, somewhere between them.
    """
    order = sorted(numbers)
    if counter is None or len(order) < 2:
        return order
    widest = max(range(1, len(order)), key=lambda place: order[place] - order[place - 1])
    if 2 * (order[widest] - order[widest - 1]) <= counter.last - counter.first + 1:
        return order
    return order[widest:] + order[:widest]


def runs_of(order: Sequence[Placed], gap: timedelta) -> list[list[Placed]]:
    """The order parted wherever a clip begins before the one recorded before it: there the clock was set back."""
    runs: list[list[Placed]] = []
    for placed in order:
        if runs and not set_back(runs[-1][-1], placed, gap):
            runs[-1].append(placed)
        else:
            runs.append([placed])
    return runs


def set_back(before: Placed, after: Placed, gap: timedelta) -> bool:
    """Whether the clock went back between two recordings, and not by the little that a buffer before the button explains."""
    return after.begins_at < before.begins_at and before.ends_at - after.begins_at > gap


def absent_numbers(clips: Iterable[Clip], photos: Iterable[Photo]) -> Iterator[tuple[str, str, int, int, tuple[int, ...]]]:
    """Camera, series, number before, number after and what is missing between them, for each hole in each series.

    Photographs use up numbers too. Before the first and after the last nobody can know.
    """
    found: dict[tuple[str, str], set[int]] = defaultdict(set)
    counters: dict[tuple[str, str], Counter | None] = {}
    every: list[Clip | Photo] = [*clips, *photos]
    for one in every:
        if one.number is not None:
            found[one.device, one.series].add(one.number)
            counters[one.device, one.series] = one.counter
    for (device, series), numbers in sorted(found.items()):
        counter = counters[device, series]
        order = unrolled(numbers, counter)
        for before, after in pairwise(order):
            missing = between(before, after, counter)
            if missing:
                yield device, series, before, after, missing


def between(before: int, after: int, counter: Counter | None) -> tuple[int, ...]:
    """The numbers that the counter gives after one and before the other."""
    if after > before or counter is None:
        return tuple(range(before + 1, after))
    return (*range(before + 1, counter.last + 1), *range(counter.first, after))
