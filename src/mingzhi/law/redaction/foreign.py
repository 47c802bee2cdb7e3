"""Names with an interpunct, names in letters, and names made of the syllables of Tibetan, Uyghur, Mongol, Yi and Dai."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mingzhi.law.names import INTERPUNCT

from .context import after, label_before
from .doings import SUBJECT
from .heads import Headed
from .kinds import Role
from .known import MASKS, Found
from .labels import LABELS, LONGEST
from .patterns import alternation
from .spans import Guard
from .surnames import SYLLABLES
from .words import LEXICON

HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af"
_LONGEST_PART = 8
_DOTTED = re.compile(f"[{HAN}]{{1,{_LONGEST_PART}}}(?:{INTERPUNCT}[{HAN}]{{1,{_LONGEST_PART}}}){{1,4}}")
_IS_HAN = re.compile(f"[{HAN}]")
_LATIN = re.compile(
    "[A-Z](?<![A-Za-z0-9].)(?:[a-z]+|\\.)(?:[ \u00b7.-]{1,2}(?:[A-Z]['\u2019])?[A-Z](?:[a-z]+|\\.)(?:-[a-z]+)?){1,3}(?![A-Za-z0-9])"
)
_SYLLABLE = alternation(SYLLABLES)
_STARTS = "[" + "".join(sorted({part[0] for part in SYLLABLES} | set("阿吉尔木依曲布约"))) + "]"
_LONE = alternation(part for part in SYLLABLES if len(part) >= 4)
_MINORITY = Headed(f"(?={_STARTS})(?:{_SYLLABLE}{{1,4}}|{_LONE}|[阿吉尔木依曲布约]{_SYLLABLE}{{2}})")
_SHORTEST_OF_SYLLABLES = 4
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
        if not guard.overlaps(*match.span()):
            yield Found(match.start(), match.end(), match[0], _role(text, match.start()))
    for match in _MINORITY.finditer(text):
        start, end = match.span()
        if INTERPUNCT in (text[end : end + 1], text[start - 1 : start]) or (
            end - start < _SHORTEST_OF_SYLLABLES and not _is_labelled(text, start, end)
        ):
            continue
        if not guard.overlaps(start, end):
            yield Found(start, end, match[0], _role(text, start))


def _is_labelled(text: str, start: int, end: int) -> bool:
    """Whether one part alone stands between a label and a word or a mark: 翻译泽仁当面口译."""
    if text[end : end + 2] not in SUBJECT and after(text, end, end - start) < 1.0:
        return False
    return (
        end - start > 1
        and text[start:end] not in LEXICON
        and text[end - 1 : end + 1] not in LEXICON
        and label_before(text, start)[0] is not None
    )


def _role(text: str, start: int) -> Role:
    return label_before(text, start)[0] or Role.OTHER


def _dotted(text: str) -> Iterator[tuple[int, int]]:
    """Where Chinese letters stand around interpuncts; looked for from the interpunct, because few texts have one."""
    at = text.find(INTERPUNCT)
    while at >= 0:
        start = at
        while start > 0 and at - start < _LONGEST_PART and _IS_HAN.match(text, start - 1):
            start -= 1
        match = _DOTTED.match(text, start)
        if match and match.end() > at:
            start += _lead(match[0][: at - start])
            end = _end(text, start, match.end())
            # 五·一 is a day.
            if not (_NUMERALS & set(text[start:end]) and end - start <= _SHORT_DATE):
                yield start, end
            at = match.end() - 1
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
    tail = _TAIL.search(text, last + 2, end)
    return tail.start() if tail else end
