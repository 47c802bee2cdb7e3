"""Doors that only homes have, and doors that what is said around tells to be homes: 我女婿那里，打通镇向阳街62号附3号.

Found from the number of the door backwards. What is said nearest decides between a home and a unit or what was done there. Of a flat or a
house in a village group of which nothing is told a person decides: it is as often the place of the offence, which stays. (执法公示制度 8（二）)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .doorwords import (
    AREAS,
    ASKS_FOR_LETTERS,
    AT_HOME_BEHIND,
    BLOCKS,
    CLOSE_SPOTS,
    COME_FOR,
    DONE_THERE,
    HOMES_BEFORE,
    LEADS,
    LEADS_ANYWHERE,
    OFFICES,
    PARTS_OF_PLACES,
    PLACES_BEFORE,
    SPOTS,
    TO_HOMES,
    WAYS,
)
from .heads import Headed
from .patterns import alternation

Bounds = tuple[int, int]

_ARABIC, _HAN = "0123456789", "一二三四五六七八九十"
_NUMERAL = "[0-9一二三四五六七八九十百零〇甲乙丙丁A-Za-z]"
#: 18号, 五组, 9-3: where an address may be told at all.
NUMBER = Headed(
    f"[{_ARABIC}{_HAN}](?:[组社队号栋幢座室楼层排]|单元|-[0-9]|村民小组|期[0-9])|独户|[大下上新老水房坝湾基河香土坪岩林]组(?=[，。；、（）”去亲家人屋大公]|\n|$)"
)

_AREA, _WAY, _BLOCK = (alternation(words.split()) for words in (AREAS, WAYS, BLOCKS))
_GROUP = f"(?:{_NUMERAL}{{1,3}}(?:村民小组|小组|组|社|队)|(?:农业)?[大下上新老水房坝湾基河香土][\u4e00-\u9fff]?组)"
_FLAT = f"{_NUMERAL}{{1,4}}(?:[-#之]{_NUMERAL}{{1,4}}(?![0-9]))+"
_SEAT = f"(?:第?附?{_NUMERAL}{{1,5}}(?:[-#之]{_NUMERAL}{{1,5}})*(?:号楼(?![下上道顶梯])|号院(?!坝)|号房|号|栋|幢|座|单元|楼|层|室|房|间|期|排|床)|第{_NUMERAL}[户家间])"
_SPOT = alternation(SPOTS.split())
_PIECE = f"(?:{_GROUP}|附?(?:{_SEAT}|{_FLAT})|[0-9]{{3,4}}(?![0-9年元吨平米人])|附[0-9]{{1,3}}|顶楼|底楼)"
_ADDRESS = re.compile(
    f"(?:(?:(?![外旁])[\u4e00-\u9fffA-Z]){{1,8}}?(?:{_AREA}|{_WAY}|{_BLOCK}|[楼房院](?<![建修住租]房)(?![坝屋]))(?![长民委])|[\u4e00-\u9fff]{{1,8}}?[A-Z]?{_PIECE}|{_PIECE}){{2,10}}"
    f"(?:[\u4e00-\u9fff的]{{0,12}}?(?:{_SPOT}|第{_NUMERAL}[家户间]|[那一两二三四五六七八九]{{0,2}}[间排套])(?=[，,。；;、！？”）)\\n]|$)|[\u4e00-\u9fff]{{0,4}}?(?:{alternation(CLOSE_SPOTS.split())}))?"
)
_FIRST_LEVEL = re.compile(f"(?:{_AREA}|{_WAY}|{_BLOCK})")
_EDGE = re.compile('[，,。；;：:、（()）“”"\\s！？!?]')
_LEAD = re.compile(alternation(LEADS.split()))
#: A word that leads to an address wherever it stands, and one that does where a place begins behind it.
_LEADS_ON = re.compile(f"{alternation(LEADS_ANYWHERE.split())}|(?:{alternation(LEADS.split())})(?=[\u4e00-\u9fff]{{2,6}}?(?:{_AREA}))")

_A_FLAT = re.compile(
    f"单元|室|(?:[栋幢座]|号楼|期)[^，。]{{0,3}}?{_FLAT}|{_FLAT}|(?:号楼|[栋幢]){_NUMERAL}{{3,4}}$|号[\u4e00-\u9fff]{{2,6}}[0-9]{{3,4}}$"
)
_A_HOUSE = re.compile(
    f"(?:村|社区|居委会|镇|乡)[\u4e00-\u9fff]{{0,5}}?{_GROUP}[\u4e00-\u9fff]{{0,6}}?(?:附?{_NUMERAL}{{1,4}}号|独户)|(?:家属|宿舍|公寓|安置|廉租|公租|移民房)"
)
#: A house of several floors by its number alone: 1栋1单元8-3.
_HIGH = re.compile(
    f"{_NUMERAL}{{1,3}}(?:栋|幢|号楼|单元){_NUMERAL}{{0,4}}(?:单元|-|室|{_NUMERAL})|{_NUMERAL}{{1,2}}单元|[0-9]{{1,2}}-[0-9]{{1,4}}(?![0-9])"
)
_A_DOOR = re.compile(f"{_NUMERAL}号|{_GROUP}|独户|{_NUMERAL}(?:室|排|户|楼)|顶楼")
_PART = re.compile(
    f"的?(?:{alternation(PARTS_OF_PLACES.split())})|[\u4e00-\u9fff]{{0,8}}?(?:{alternation(OFFICES.split())})|[\u4e00-\u9fff]{{1,5}}[店铺馆厂坊部](?=[，,。；;、）)\\n]|$)"
)
_HOME_BEFORE = re.compile(f"{alternation(HOMES_BEFORE.split())}|住(?![所址宅院户持建])")
_PLACE_BEFORE = re.compile(alternation(PLACES_BEFORE.split()))
_TO_HOME = re.compile(f"(?:{alternation(TO_HOMES.split())})$")
_BEHIND = re.compile(
    f"(?:[\u4e00-\u9fff]{{0,5}}?)(?:{alternation(AT_HOME_BEHIND.split())})|的(?:租户|住户|房客|住客|户主|老人)|[^。；;\\n]{{0,20}}(?:的住处|的家[，。]|是[他她我]住的)"
)
#: Other rules tell whose these are.
_LABEL = re.compile("(?:地址|住所|住所地)(?:为|是|在|位于|于)?[：:\\s]*$")
_A_UNIT = re.compile("公司|合作社|企业|工厂|经营部|商行|政府|信用代码|法定代表人|执照|[店厂馆][，,；;：:]")
#: 被举报地址：, 案发地址为: the place that the case is about.
_OF_CASE = re.compile(
    "(?:举报|投诉|反映|案发|事发|违法|违建|检查|查处|涉案|发生|起火|施工|堆放)(?:的|点|现场)*(?:地址|住所)(?:为|是|在|位于|于)?[：:\\s]*$"
)
#: What all who live in a house share.
_SHARED = re.compile("楼梯|楼道|电梯|楼顶|屋顶")
_ASKED = re.compile(f"(?:{alternation(ASKS_FOR_LETTERS.split())})[：:为是至到往]?$")
#: 共建成安置房十二幢: so many, not the twelfth.
_COUNTED = re.compile("[建共拆修][\u4e00-\u9fff]{0,8}[一二三四五六七八九十百]+[栋幢间套层]$")
_COME = re.compile(f"[，,]?(?:本人)?(?:{alternation(COME_FOR.split())})")
_USED = re.compile("[，,]?(?:用作|用于|作为|改作|改成)")
_OFFICE = re.compile(alternation(OFFICES.split()))
_DONE = re.compile(f"[^，,。；;：:\\n]{{0,16}}?(?:{alternation(DONE_THERE.split())})")
#: 18号后院加建的厨房: what was done there was read as a part of the address.
_DONE_WITHIN = re.compile(alternation([word for word in DONE_THERE.split() if len(word) > 1]))
_IN = re.compile("[在到至往于]$")
_MOBILE_BEHIND = re.compile("[，,、；;]\\s?1[3-9][0-9]")
_NUMBER_BEFORE = re.compile("(?:[0-9Xx]|@[A-Za-z0-9.]{4,20})[，,、；;]\\s?$")
#: A list of homes goes on: …1组，顾长春；….
_AND_SOMEBODY = re.compile("(?:[，,、]?[\u4e00-\u9fff·]{2,4})?(?:[，,、]?1[3-9][0-9]{9})?[；;、，,]")
_LOOKS_BACK, _LONGEST = 28, 48
_LONGEST_NAME, _USUAL_NAME = 8, 3


def doors(text: str) -> Iterator[Bounds]:
    """Addresses in a folded text whose door is a home."""
    return (body for body, is_home in _told_doors(text) if is_home)


def possible_doors(text: str) -> Iterator[Bounds]:
    """Addresses in a folded text with a door as homes have it, of which nothing says whether somebody lives there or the case is about it."""
    return (body for body, is_home in _told_doors(text) if is_home is None)


def _told_doors(text: str) -> Iterator[tuple[Bounds, bool | None]]:
    end = seen = 0
    for number in NUMBER.finditer(text):
        if number.start() < seen:
            continue
        body = _address(text, number.start(), number.end(), seen)
        if body is None:
            continue
        seen = body[1]
        goes_on = end and _AND_SOMEBODY.fullmatch(text, end, body[0]) and not _PART.match(text, body[1])
        is_home = True if goes_on else _is_home(text, *body)
        if is_home is not False:
            yield body, is_home
        if is_home:
            end = body[1]


def _address(text: str, at: int, upto: int, low: int) -> Bounds | None:
    """The address around a number: from what leads to it to its last piece."""
    low = max(low, at - _LONGEST)
    for edge in _EDGE.finditer(text, low, at):
        low = edge.end()
    level = _FIRST_LEVEL.search(text, low, at)
    if level is None and not _HIGH.match(text, at):
        return None
    named = level.start() if level else at
    start = low
    for lead in _LEAD.finditer(text, low, max(low, named - 1)):
        start = lead.end()
    for lead in _LEADS_ON.finditer(text, start, at):
        if _FIRST_LEVEL.search(text, lead.end() + 1, at):
            start = lead.end()
    # Where more stands before than a name of a place, what leads to it is a word that nobody listed.
    if level and start <= level.start() and level.start() - start >= _LONGEST_NAME:
        start = level.start() - _USUAL_NAME
    body = _ADDRESS.match(text, start, start + _LONGEST + 12)
    return body.span() if body and body.end() >= upto else None


def _is_home(text: str, start: int, end: int) -> bool | None:
    """Whether somebody lives behind the door: its form, and what is said nearest to it; None where only the form speaks for it."""
    body = text[start:end]
    if _PART.match(text, end):
        return False
    strong = bool(_A_FLAT.search(body) or _A_HOUSE.search(body))
    if not strong and not _A_DOOR.search(body):
        return False
    clause = _clause(text, start)
    if any(one.search(body) for one in (_OFFICE, _SHARED, _COUNTED, _DONE_WITHIN)):
        return False
    if _BEHIND.match(text, end):
        return True
    if _LABEL.search(text, max(0, start - 8), start):
        is_of_case = _OF_CASE.search(text, max(0, start - 12), start)
        return bool(_A_FLAT.search(body)) and not is_of_case and not _a_unit_before(text, start)
    if not strong and _ASKED.search(text, max(0, start - 8), start):
        return False
    listed = _NUMBER_BEFORE.search(text, max(0, start - 24), start) or _MOBILE_BEHIND.match(text, end)
    if strong and listed:
        return True
    if _USED.match(text, end) or _COME.match(text, end):
        return False
    if _IN.search(text, clause, start) and _DONE.match(text, end):
        return False
    told = _told(text, start)
    if told or _TO_HOME.search(text, max(0, start - 8), start):
        return True
    if told is False or not _FIRST_LEVEL.search(body) or _DONE.match(text, end):
        return False
    return True if listed else None if strong else False


def _a_unit_before(text: str, at: int) -> bool:
    return bool(_A_UNIT.search(text, max(0, at - 60), at))


def _told(text: str, start: int) -> bool | None:
    """Whether what stands before tells of a home or of another place; the nearest word decides."""
    low = max(0, start - _LOOKS_BACK, text.rfind("。", 0, start) + 1, text.rfind("；", 0, start) + 1)
    home = max((found.end() for found in _HOME_BEFORE.finditer(text, low, start)), default=-1)
    place = max((found.end() for found in _PLACE_BEFORE.finditer(text, low, start)), default=-1)
    return None if home == place else home > place


def _clause(text: str, at: int) -> int:
    return max(text.rfind(edge, 0, at) + 1 for edge in "，,。；;：:\n")
