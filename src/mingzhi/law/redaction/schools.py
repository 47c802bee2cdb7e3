"""Schools of minors: 就读于石壕中学 finds a child as surely as its name. (未成年人保护法 103)"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .kinds import Hidden, Kind
from .spans import span

_WORD = re.compile("小学校?|中学|幼儿园|职业教育中心|职教中心|职业学校|职高|中职|附[中小]|特殊教育学校|学校")
_CLASS = re.compile("(?:[初高小]?[一二三四五六七八九1-9](?:年级)?(?:[（(]?[0-9一二三四五六七八九十]+[)）]?班)?|[大中小]班)?")
#: A class after the name of a school: nothing but a pupil is in one.
_IN_A_CLASS = re.compile("(?:[初高小]?[一二三四五六七八九1-9](?:年级)?[（(]?[0-9一二三四五六七八九十]+[)）]?班)")
_PUPIL = re.compile("的?(?:在校|在读)?(?:学生|就读|读书|上学|念书|走读|住校|住读|读[初高一二三四五六])|(?=[，。；、）)的\\s]|$)")
_ISSUES = re.compile("(?:学生证|学籍)[^。；\\n]{0,24}由$")
_SIGNS = re.compile("签发|颁发|发放|出具")
_ATTENDS = re.compile(
    "(?:就读于|就读学校[：:为是]?|就读的?(?:学校)?(?:为|是|在)?|在读于|转学[至到]|转入|考入|升入|毕业于|学校[：:]|就读[：:]?)\\s?$"
)
_BEGINS = re.compile(
    "(?:就读于|就读学校[：:为是]?|就读的?(?:学校)?(?:为|是|在)?|在读于|转学[至到]|转入|考入|升入|毕业于|学校[：:]|系|是(?!否)|在|由|至|到|从|[，。；：、（(\\s])"
)


def find_schools(text: str) -> Iterator[Hidden]:
    """Schools that somebody attends, in a folded text."""
    for word in _WORD.finditer(text):
        low = max(0, word.start() - 18)
        start = low
        for edge in _BEGINS.finditer(text, low, word.start()):
            start = edge.end()
        end = max(found.end() for found in [_CLASS.match(text, word.end())] if found)
        pupil = _PUPIL.match(text, end)
        if (start < word.start() and (pupil or _SIGNS.match(text, end)) and _ISSUES.search(text, max(0, start - 30), start)) or (
            start < word.start()
            and pupil
            and (pupil[0] or _IN_A_CLASS.match(text, word.end()) or _ATTENDS.search(text, max(0, start - 8), start))
        ):
            yield span(Kind.SCHOOL, start, end, "就读的学校能找到未成年人")
