"""Doors that only homes have, and doors that what is said around tells to be homes: 我女婿那里，打通镇向阳街62号附3号.

Found from the number of the door backwards. A flat or a house in a village group is a home unless something tells of a unit or of what was done
there; a number in a street is one only where something tells of a home. What stands nearest decides. (执法公示制度 8（二）)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .doorwords import AREAS, AT_HOME_BEHIND, BLOCKS, DONE_THERE, HOMES_BEFORE, LEADS, LEADS_ANYWHERE, OFFICES, PARTS_OF_PLACES, PLACES_BEFORE, SPOTS, TO_HOMES, WAYS
from .heads import Headed
from .patterns import alternation

Bounds = tuple[int, int]

_ARABIC, _HAN = "0123456789", "一二三四五六七八九十"
_NUMERAL = "[0-9一二三四五六七八九十百零〇甲乙丙丁A-Za-z]"
#: 18号, 五组, 9-3: where an address may be told at all.
_NUMBER = Headed(f"[{_ARABIC}{_HAN}](?:[组社队号栋幢座室楼排]|单元|-[0-9]|村民小组|期[0-9])|独户|[大下上新老水房坝湾基河香土坪岩林]组(?=[，。；、（）”去亲家人屋大公]|\n|$)")

_AREA, _WAY, _BLOCK = (alternation(words.split()) for words in (AREAS, WAYS, BLOCKS))
_GROUP = f"(?:{_NUMERAL}{{1,3}}(?:村民小组|小组|组|社|队)|(?:农业)?[大下上新老水房坝湾基河香土][\u4e00-\u9fff]?组)"
_FLAT = f"{_NUMERAL}{{1,4}}(?:[-#之]{_NUMERAL}{{1,4}}(?![0-9]))+"
_SEAT = f"(?:第?附?{_NUMERAL}{{1,5}}(?:[-#之]{_NUMERAL}{{1,5}})*(?:号楼(?![下上道顶梯])|号院|号房|号|栋|幢|座|单元|楼|层|室|房|间|期|排|床)|第{_NUMERAL}[户家间])"
_SPOT = alternation(SPOTS.split())
_PIECE = f"(?:{_GROUP}|附?(?:{_SEAT}|{_FLAT})|[0-9]{{3,4}}(?![0-9年元吨平米人])|附[0-9]{{1,3}}|顶楼|底楼)"
_ADDRESS = re.compile(
    f"(?:[\u4e00-\u9fff]{{1,8}}?(?:{_AREA}|{_WAY}|{_BLOCK})(?![长民委])|[\u4e00-\u9fff]{{1,8}}?[A-Z]?{_PIECE}|{_PIECE}){{2,10}}(?:[\u4e00-\u9fff]{{0,4}}?(?:{_SPOT}))?"
)
_FIRST_LEVEL = re.compile(f"(?:{_AREA}|{_WAY}|{_BLOCK})")
_EDGE = re.compile('[，,。；;：:、（()）“”"\\s！？!?]')
_LEAD = re.compile(alternation(LEADS.split()))
#: A word that leads to an address wherever it stands, and one that does where a place begins behind it.
_LEADS_ON = re.compile(f"{alternation(LEADS_ANYWHERE.split())}|(?:{alternation(LEADS.split())})(?=[\u4e00-\u9fff]{{2,6}}?(?:{_AREA}))")

_A_FLAT = re.compile(f"单元|室|(?:[栋幢座]|号楼|期)[^，。]{{0,3}}?{_FLAT}|{_FLAT}|(?:号楼|[栋幢]){_NUMERAL}{{3,4}}$|号[\u4e00-\u9fff]{{2,6}}[0-9]{{3,4}}$")
_A_HOUSE = re.compile(
    f"(?:村|社区|居委会|镇|乡)[\u4e00-\u9fff]{{0,5}}?{_GROUP}[\u4e00-\u9fff]{{0,6}}?(?:附?{_NUMERAL}{{1,4}}号|独户)|(?:家属|宿舍|公寓|安置|廉租|公租|移民房)"
)
_A_DOOR = re.compile(f"{_NUMERAL}号|{_GROUP}|独户|{_NUMERAL}(?:室|排|户|楼)|顶楼")
_PART = re.compile(f"的?(?:{alternation(PARTS_OF_PLACES.split())})")
_HOME_BEFORE = re.compile(f"{alternation(HOMES_BEFORE.split())}|住(?![所址宅院户持建])")
_PLACE_BEFORE = re.compile(alternation(PLACES_BEFORE.split()))
_TO_HOME = re.compile(f"(?:{alternation(TO_HOMES.split())})$")
_BEHIND = re.compile(f"(?:[\u4e00-\u9fff]{{0,5}}?)(?:{alternation(AT_HOME_BEHIND.split())})|[^。；;\\n]{{0,20}}(?:的住处|的家[，。])")
#: Other rules tell whose these are.
_LABEL = re.compile("(?:地址|住所|住所地)(?:为|是|在|位于|于)?[：:\\s]*$")
_A_UNIT = re.compile("公司|合作社|企业|工厂|经营部|商行|政府|信用代码|法定代表人|执照|[店厂馆][，,；;：:]")
_ASKED = re.compile("(?:请|或|可)(?:邮)?寄信?(?:送|至|到|往)?$")
_USED = re.compile("[，,]?(?:用作|用于|作为|改作|改成)")
_OFFICE = re.compile(alternation(OFFICES.split()))
_DONE = re.compile(f"[^，,。；;：:\\n]{{0,16}}?(?:{alternation(DONE_THERE.split())})")
_IN = re.compile("在$")
_MOBILE_BEHIND = re.compile("[，,、；;]\\s?1[3-9][0-9]")
_NUMBER_BEFORE = re.compile("(?:[0-9Xx]|@[A-Za-z0-9.]{4,20})[，,、；;]\\s?$")
_LOOKS_BACK, _LONGEST = 28, 48


def doors(text: str) -> Iterator[Bounds]:
    """Addresses in a folded text whose door is a home."""
    end = 0
    for number in _NUMBER.finditer(text):
        if number.start() < end:
            continue
        body = _address(text, number.start(), number.end(), end)
        if body is None:
            continue
        end = body[1]
        if _is_home(text, *body):
            yield body


def _address(text: str, at: int, upto: int, low: int) -> Bounds | None:
    """The address around a number: from what leads to it to its last piece."""
    low = max(low, at - _LONGEST)
    for edge in _EDGE.finditer(text, low, at):
        low = edge.end()
    level = _FIRST_LEVEL.search(text, low, at)
    if level is None:
        return None
    start = low
    for lead in _LEAD.finditer(text, low, max(low, level.start() - 1)):
        start = lead.end()
    for lead in _LEADS_ON.finditer(text, start, at):
        if _FIRST_LEVEL.search(text, lead.end() + 1, at):
            start = lead.end()
    body = _ADDRESS.match(text, start, start + _LONGEST + 12)
    return body.span() if body and body.end() >= upto else None


def _is_home(text: str, start: int, end: int) -> bool:
    """Whether somebody lives behind the door: its form, and what is said nearest to it."""
    body = text[start:end]
    if _PART.match(text, end):
        return False
    strong = bool(_A_FLAT.search(body) or _A_HOUSE.search(body))
    if not strong and not _A_DOOR.search(body):
        return False
    clause = _clause(text, start)
    if _OFFICE.search(body):
        return False
    if _BEHIND.match(text, end):
        return True
    if _LABEL.search(text, max(0, start - 8), start):
        return bool(_A_FLAT.search(body)) and not _a_unit_before(text, start)
    if not strong and _ASKED.search(text, max(0, start - 8), start):
        return False
    listed = _NUMBER_BEFORE.search(text, max(0, start - 24), start) or _MOBILE_BEHIND.match(text, end)
    if strong and listed:
        return True
    if _USED.match(text, end):
        return False
    if _IN.search(text, clause, start) and _DONE.match(text, end):
        return False
    told = _told(text, start)
    if told or _TO_HOME.search(text, max(0, start - 8), start):
        return True
    if told is False:
        return False
    return strong or bool(listed)


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
