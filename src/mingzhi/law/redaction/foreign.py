"""Names with an interpunct, and names in letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mingzhi.law.names import INTERPUNCT

from .kinds import Role
from .known import MASKS, Found
from .labels import LABELS, LONGEST, label_before
from .parts import parts_of
from .spans import Guard

HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af"
_LONGEST_PART = 8
_DOTTED = re.compile(f"[{HAN}]{{1,{_LONGEST_PART}}}(?:{INTERPUNCT}[{HAN}]{{1,{_LONGEST_PART}}}){{1,4}}")
_IS_HAN = re.compile(f"[{HAN}]")
#: Small letters, also with the marks of Vietnamese and other tongues; capitals with such marks begin only a further word.
_SMALL = "a-z\u00df-\u00ff\u0103\u0111\u0129\u0169\u01a1\u01b0\u1ea0-\u1ef9"
_GREAT = "A-Z\u00c0-\u00de\u0102\u0110\u0128\u0168\u01a0\u01af\u1ea0-\u1ef9"
_LATIN = re.compile(
    f"[A-Z](?<![A-Za-z0-9].)(?:(?:[{_SMALL}]+|\\.)(?:[ \u00b7.-]{{1,2}}(?:[A-Z]['\u2019])?[{_GREAT}](?:[{_SMALL}]+|\\.)(?:-[{_SMALL}]+)?){{1,3}}"
    f"|(?P<capitals>[A-Z]{{1,9}}(?: [A-Z]{{2,10}}){{1,3}}))(?![{_GREAT}{_SMALL}0-9])"
)
#: What stands before a name in capitals, which brands and models of machines are written in too.
_CALLED = re.compile("(?:籍|女子|男子|公民|旅客|本名|外文名|英文名|护照姓名|[姓署]名|名叫|叫|名为)[（(：: ]?$")
_BEFORE = 8
_NUMERALS = frozenset("一二三四五六七八九十百千万亿零〇两")
_SHORT_DATE = 5
_TAIL = re.compile(
    "在|于|未|擅自|违法|违反|称|说|陈述|反映|承认|否认|签[名字收]|拒绝|将|把|被|从|系|是|自[行述20]|驾驶|购买|销售|的|到|因|对|向|已|曾|不|没|与|和|及|等[人二三]|"
    "通过|用|由|经营|提出|提供|表示|作为|之"
)
_TOLD = re.compile("收到|通知|询问|告知|联系|看见|发现|要求|委托|送达|认识|交给|租给|卖给|经查|查明|证实|关于|以及|责令|其中|另有")
_LEADS = frozenset("由向对与和及将把被给经让使从的在")


def find_foreign(text: str, guard: Guard) -> Iterator[Found]:
    """Names that do not begin with a Chinese surname, in a folded text."""
    for start, end in _dotted(text):
        if not guard.overlaps(start, end) and not MASKS & set(text[start:end]):
            yield Found(start, end, text[start:end], _role(text, start))
    for match in _LATIN.finditer(text):
        start = match.start()
        if match["capitals"] and not (label_before(text, start)[0] or _CALLED.search(text[max(0, start - _BEFORE) : start])):
            continue
        if not guard.overlaps(*match.span()):
            yield Found(match.start(), match.end(), match[0], _role(text, match.start()))


def _role(text: str, start: int) -> Role:
    return label_before(text, start)[0] or Role.OTHER


def _dotted(text: str) -> Iterator[tuple[int, int]]:
    """Where Chinese letters stand around interpuncts; looked for from the interpunct, because few texts have one."""
    at, last = text.find(INTERPUNCT), 0
    while at >= 0:
        start = at
        while start > last and at - start < _LONGEST_PART and _IS_HAN.match(text, start - 1):
            start -= 1
        match = _DOTTED.match(text, start)
        if match and match.end() > at:
            start += _lead(match[0][: at - start])
            end = _end(text, start, match.end())
            # 五·一 is a day.
            if not (_NUMERALS & set(text[start:end]) and end - start <= _SHORT_DATE):
                yield start, end
            # Whoever comes after 与 has an interpunct of their own.
            last = max(end, at + 1)
            at = last - 1
        at = text.find(INTERPUNCT, at + 1)


def _lead(head: str) -> int:
    """How many letters before the first interpunct belong to a label or a preposition."""
    for size in range(min(len(head) - 1, LONGEST), 1, -1):
        for at in range(len(head) - size, -1, -1):
            if head[at : at + size] in LABELS:
                return at + size
    told = [found.end() for found in _TOLD.finditer(head, 0, len(head) - 1)]
    return told[-1] if told else 1 if len(head) > 1 and head[0] in _LEADS else 0


def _end(text: str, start: int, end: int) -> int:
    """Where the name ends: its last part runs on into what its bearer does."""
    last = text.rindex(INTERPUNCT, start, end)
    known = next((size for size in range(end - last - 1, 1, -1) if parts_of(text[last + 1 : last + 1 + size])), 0)
    if known:
        return last + 1 + known
    tail = _TAIL.search(text, last + 2, end)
    return tail.start() if tail else end
