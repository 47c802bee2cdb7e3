"""Persons in a list whose number is told: 安然、向阳、和平三人. As many items as people: each of them is somebody, whatever the letters say elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .heads import Headed
from .kinds import Role
from .known import Found
from .labels import LABELS, label_before
from .spans import Guard
from .surnames import COMMON, NEVER, PAIRS, PLAIN, RARE

_NUMERALS = {numeral: number for number, numeral in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_PAIRS = "夫妻|夫妇|父子|父女|母子|母女|兄弟|姐弟|兄妹|姐妹|姊妹|婆媳|翁婿|叔侄|爷孙|祖孙|师徒"
_COUNT = Headed(
    f"(?:[（(](?:以上|上述)?|[以上]上|上述|共|(?P<more>等)|系|是|均系|均为)?(?:(?P<number>[二两三四五六七八九十])(?:人|户(?!籍)|名(?:村民|居民|群众|工人|证人|当事人|学生|员工|业主|住户|农户|同学|执法)|位(?:村民|居民|老人|业主)|兄弟|姐妹|姊妹|邻居)|{_PAIRS})"
)
_FAR = 64
_PIECE = re.compile("[\u4e00-\u9fff·]+$")
_LAST_TWO = re.compile("(?P<one>[\u4e00-\u9fff]{2,})[和与及跟同](?P<two>[\u4e00-\u9fff·]{2,4})$")
_LED = re.compile('(?:[，。；：！？“"（(\\n\\s由对向经与和因给被让找请将有是系为叫]|据|名单|村民|居民|分别为|包括)$')
_RUN = re.compile("[\u4e00-\u9fff·]{2,8}(?:、[\u4e00-\u9fff·]{2,8})*$")
_SURNAMES = frozenset(PLAIN + COMMON + RARE)
#: Persons by what they are, not by name, and things counted in heads.
_NO_END = frozenset("人员者师生长匠工民户家方位名客商贩兵警官组队村镇乡社区县市路街厂店所局站院校物品件费款子")


def find_counted(text: str, guard: Guard) -> Iterator[Found]:
    """Everybody in a list that ends with as many people as it has items, in a folded text."""
    for count in _COUNT.finditer(text):
        end = count.start()
        if text[end - 1 : end] not in _SURNAMES and not "\u4e00" <= text[end - 1 : end] <= "\u9fff":
            continue
        number = _NUMERALS[count["number"]] if count["number"] else 2
        if count["more"]:
            # 安然、向阳等六人: fewer are named than there are.
            listed = _RUN.search(text, max(0, end - _FAR), end)
            number = min(number, listed[0].count("、") + 1 if listed else 1)
        spans = _items(text, end, number) if number > 1 else []
        if spans and not any(guard.overlaps(*one) for one in spans):
            role = label_before(text, spans[0][0])[0] or Role.OTHER
            yield from (Found(start, stop, text[start:stop], role) for start, stop in spans)


def _items(text: str, end: int, number: int) -> list[tuple[int, int]]:
    """The items of the list that ends here, first to last; nothing where they are not as many, or one of them is nobody's name."""
    low = max(0, end - _FAR)
    pieces = text[low:end].split("、")
    last = _LAST_TWO.search(pieces[-1])
    if last and len(pieces) + 1 >= number:
        pieces[-1:] = (pieces[-1][: last.end("one")], last["two"])
    if len(pieces) < number:
        return []
    spans: list[tuple[int, int]] = []
    at = end
    for piece in reversed(pieces[-number + 1 :]):
        if not _is_item(piece):
            return []
        spans.append((at - len(piece), at))
        at -= len(piece) + 1
    first = _PIECE.search(text[low:at])
    if first is None:
        return []
    for size in (len(first[0]), 4, 3, 2):
        start = at - size
        name = text[start:at]
        if (
            size <= len(first[0])
            and _is_item(name)
            and (start == 0 or size == len(first[0]) or _LED.search(text, max(0, start - 3), start) or label_before(text, start)[0])
        ):
            return [(start, at), *reversed(spans)]
    return []


def _is_item(name: str) -> bool:
    if "·" in name:
        return True
    return (
        2 <= len(name) <= 4
        and name[0] in _SURNAMES
        and name[-1] not in _NO_END
        and name not in LABELS
        and name[-2:] not in LABELS
        and (NEVER.isdisjoint(name[1:]) or name[1:] in PAIRS)
    )
