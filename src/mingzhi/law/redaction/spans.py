"""Spans that detectors find, what stands in their place, and the article that asks for it."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from .kinds import Hidden, Kind

PERSONAL = "disclosure-8.2"
OF_UNITS = "disclosure-8.3"
BY_OTHER_LAW = "disclosure-8.4"
PARTY_NAME = "disclosure-7.2-mask"
OTHER_NAME = "disclosure-8.1"
INFORMANT_NAME = "complaint-8"

#: Words in the place of what was deleted. A number is deleted whole: half of one still finds its owner.
REPLACEMENTS = {
    Kind.ADDRESS: "（住址略）",
    Kind.ID: "（证件号码略）",
    Kind.PHONE: "（电话略）",
    Kind.EMAIL: "（邮箱略）",
    Kind.SOCIAL: "（网络账号略）",
    Kind.ACCOUNT: "（账号略）",
    Kind.CERTIFICATE: "（证书编号略）",
    Kind.PROPERTY: "（财产状况略）",
    Kind.PLATE: "（车牌略）",
    Kind.HEALTH: "（个人信息略）",
    Kind.SCHOOL: "（学校略）",
}
_PROVISIONS = {Kind.PLATE: BY_OTHER_LAW, Kind.HEALTH: BY_OTHER_LAW, Kind.SCHOOL: BY_OTHER_LAW, Kind.NAME: OTHER_NAME}

_UNIT_NEAR = 40
_UNIT_BEFORE = re.compile("(?:公司|企业|合作社|商行|经营部|单位)[^。\n]{0,30}$")

_BREATHS = frozenset("，,、 \u3000")

Bounds = tuple[int, int]


def span(kind: Kind, start: int, end: int, why: str, provision: str = "", replacement: str = "", sure: bool = True) -> Hidden:
    """A span with the words and the article that its kind has when nothing else is said."""
    return Hidden(start, end, kind, replacement or REPLACEMENTS[kind], why, provision or _PROVISIONS.get(kind, PERSONAL), sure)


def of_its_owner(text: str, start: int) -> str:
    """The provision that hides what is owned or owed: a unit's where one is spoken of before it in the sentence, else a person's."""
    return OF_UNITS if _UNIT_BEFORE.search(text, max(0, start - _UNIT_NEAR), start) else PERSONAL


def replaced(text: str, hidden: Iterable[Hidden]) -> str:
    """The text with the spans deleted and their words in place."""
    parts, at = [], 0
    for one in hidden:
        parts += (text[at : one.start], one.replacement)
        at = one.end
    return "".join((*parts, text[at:]))


def in_one_breath(text: str, found: Iterable[Hidden]) -> Iterator[Hidden]:
    """Spans of one kind, in order, as one where only a breath parts them or nothing does: 糖尿病截了一只脚，离不开胰岛素. What stands in their place
    says it once."""
    last: Hidden | None = None
    for one in sorted(found, key=lambda span: (span.start, -span.end)):
        if last and one.kind == last.kind and (one.start <= last.end or text[last.end : one.start] in _BREATHS):
            last = replace(last, end=max(last.end, one.end), sure=last.sure or one.sure)
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


class Guard:
    """Spans that stay whatever a detector says: told by `overlaps`, in order of their starts."""

    def __init__(self, spans: Iterable[Bounds]) -> None:
        self._spans: list[Bounds] = []
        for start, end in sorted(spans):
            if self._spans and start <= self._spans[-1][1]:
                self._spans[-1] = (self._spans[-1][0], max(end, self._spans[-1][1]))
            else:
                self._spans.append((start, end))
        self._starts = [start for start, _ in self._spans]

    def __iter__(self) -> Iterator[Bounds]:
        return iter(self._spans)

    def overlaps(self, start: int, end: int) -> bool:
        """Whether any kept span shares a character with this one."""
        index = bisect_left(self._starts, end) - 1
        return index >= 0 and self._spans[index][1] > start

    def holds(self, start: int, end: int) -> bool:
        """Whether one kept span holds all of this one."""
        index = bisect_right(self._starts, start) - 1
        return index >= 0 and self._spans[index][1] >= end

    def outside(self, places: Iterable[int]) -> Iterator[int]:
        """Of places in order, those that do not stand in a kept span, nor right before one."""
        spans = iter((*self._spans, (sys.maxsize, sys.maxsize)))
        start, end = next(spans)
        for place in places:
            while end <= place:
                start, end = next(spans)
            if place < start - 1:
                yield place
