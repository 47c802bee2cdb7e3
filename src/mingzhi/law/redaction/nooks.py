"""Homes that have no address: 住大排档后面板房2号铺, 他自己租时代广场后面自建房三楼隔间.

Whoever is said to live there can be found there. Where many live (工棚, 街上) nobody is found by it. (执法公示制度 8（二）)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .doorwords import LIVES_AT, NOOKS
from .heads import Headed
from .patterns import alternation

Bounds = tuple[int, int]

_NUMERAL = "[0-9一二三四五六七八九十]"
_LIVES = Headed(
    f"(?:{alternation(LIVES_AT.split())})(?:在|到|进|是|着)?(?![址所宅院户持建人的])"
    "|(?:寄住|借住|暂住|寄宿|借宿|客居)[^，。；\\n]{1,10}处，|(?:换了住处|新住处|到我[屋家]拿|到我[屋家]取)，"
)
_NOOK = re.compile(
    "(?P<where>[^，,。；;：:、！？“”（）()\\n]{0,22}?"
    f"(?:第{_NUMERAL}{{1,2}}(?:间|家|户|排|道门|栋)(?:偏?房|平房|屋)?|{_NUMERAL}{{1,3}}(?:号铺|号房|号床|排{_NUMERAL}{{1,2}}号)|[0-9]{{1,2}}-[0-9]{{1,4}}|{alternation(NOOKS.split())}))"
    "(?=[，,。；;！？”）)\\n]|$)"
)
#: 住201，: a door of the house that is spoken of.
_DOOR_ALONE = Headed("住[0-9]{3,4}(?=[，,。；])|住[0-9]{1,2}-[0-9]{1,4}(?=[，,。；])")
#: What many share, and what is no place.
_OF_MANY = re.compile("工地|工棚|多久|几[天年月]|时间|期间|[0-9一二三四五六七八九十]个?[天年月]")

#: 住在老粮站后面: whoever looks there finds many; 敬家坡组代销店隔壁 is one house.
_BESIDE = re.compile("(?:隔壁|后面|背后|侧面|脚下|尾巴上|[坎坡]上|[坎坡]下|桥头上|河边上)$")
_NAMED = re.compile("[镇乡村组路街巷]|社区")


def nooks(text: str) -> Iterator[Bounds]:
    """Where somebody is said to live by what stands beside it."""
    for found in _LIVES.finditer(text):
        nook = _NOOK.match(text, found.end())
        if nook and len(nook[0]) > 3 and not _OF_MANY.search(nook[0]) and not (_BESIDE.search(nook[0]) and not _NAMED.search(nook[0])):
            yield nook.span()
    for found in _DOOR_ALONE.finditer(text):
        yield found.start() + 1, found.end()
