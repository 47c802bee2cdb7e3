"""Names of other peoples as Chinese letters write them: one part after the other, with no surname to begin from. 扎西顿珠, 阿苏拉哈."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

_PARTS = frozenset(files(__package__).joinpath("parts.txt").read_text("utf-8").split())
_LONGEST = max(map(len, _PARTS))
#: 阿卜杜热合曼 is long, and so is 扎西顿珠多吉; what is longer has an interpunct.
_LONGEST_NAME = 8
_MOST_KEPT = 10_000
_HEADS = frozenset(part[:2] for part in _PARTS)
_HEAD = re.compile(f"[{''.join(sorted({head[0] for head in _HEADS}))}](?=[{''.join(sorted({head[1] for head in _HEADS}))}])")


def find_parted(text: str) -> Iterator[tuple[int, int]]:
    """Where letters stand that are parts of names from the first to the last; also what is the beginning or the end of more."""
    for head in _HEAD.finditer(text):
        start = head.start()
        if text[start : start + 2] not in _HEADS:
            continue
        ends = {start}
        for end in range(start + 2, start + _LONGEST_NAME + 1):
            if any(end - size in ends and text[end - size : end] in _PARTS for size in range(2, _LONGEST + 1)):
                ends.add(end)
                yield start, end


@lru_cache(maxsize=_MOST_KEPT)
def parts_of(name: str) -> tuple[str, ...]:
    """The fewest parts that a name is made of; none where it is not."""
    best: dict[int, tuple[str, ...]] = {0: ()}
    for end in range(2, len(name) + 1):
        ways = [
            (*best[end - size], name[end - size : end])
            for size in range(2, _LONGEST + 1)
            if end - size in best and name[end - size : end] in _PARTS
        ]
        if ways:
            best[end] = min(ways, key=len)
    return best.get(len(name), ())
