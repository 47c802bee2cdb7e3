"""Schools of minors: 就读于石壕中学 finds a child as surely as its name. (未成年人保护法 103)"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .kinds import Hidden, Kind
from .spans import span

_SCHOOL = "[\u4e00-\u9fff]{1,16}?(?:小学|中学|学校|幼儿园|职教中心|职高|中职|附中|附小)(?:校)?"
_CLASS = "(?:[初高小]?[一二三四五六1-9](?:年级)?(?:[（(]?[0-9一二三四五六七八九十]+[)）]?班)?|[大中小]班)?"
_ATTENDS = re.compile(
    f"(?:就读于|就读|在读于|系|是|在)(?P<school>{_SCHOOL}{_CLASS})(?:的)?(?=学生|在校|在读|就读|读书|上学|上[初高小]|住校|[，。；]\\s?学生|念书|走读)"
)
_READS = re.compile(f"(?:就读于|就读学校[：:为]?|学校[：:])\\s?(?P<school>{_SCHOOL}{_CLASS})")


def find_schools(text: str) -> Iterator[Hidden]:
    """Schools that somebody attends, in a folded text."""
    for pattern in (_ATTENDS, _READS):
        for found in pattern.finditer(text):
            yield span(Kind.SCHOOL, *found.span("school"), "就读的学校能找到未成年人")
