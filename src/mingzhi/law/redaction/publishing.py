"""Whether a text may go out at all, as far as it says so itself. (执法公示制度 9)"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from .kinds import Hidden, Person, Role

MINOR_PARTY = "disclosure-9.1"
SECRET = "disclosure-9.2"
_ADULT = 18

_CLASSIFIED = re.compile(
    "(?:绝密|机密|秘密)(?:★|☆)|(?:绝密|机密|秘密)\\s{0,2}(?:级|文件|件)|(?:涉及|属于?|定为)国家秘密|密级[：:]\\s*(?:绝密|机密|秘密)"
)
#: One of these stands in each of them, and is found quickly.
_CLASSIFIED_NEAR = re.compile("[绝机秘]密|密级")
_NEAR = 40
_PRIVATE = re.compile(
    "(?:涉及|属于?|含有?|涉)(?:当事人的?|个人的?|企业的?|他人的?)?(?:商业秘密|个人隐私|商业秘密和个人隐私|技术秘密)(?!的，|，应当|依法|予以保密)"
)
_UNDER_AGE = re.compile(
    "(?:当事人|被处罚人|行为人)[^。\n]{0,40}?(?:系|是|为|属)(?:未满十八周岁的?|不满十八周岁的?|未满18周岁的?|不满18周岁的?)?(?:未成年人|未成年)|(?:当事人|被处罚人)[^。\n]{0,40}?(?:未满|不满)(?:十八|18|十六|16|十四|14)周?岁|未成年当事人"
)
_BORN = re.compile("(?:当事人|被处罚人)[^。\n]{0,60}?(?P<year>(?:19|20)[0-9]{2})年(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日(?:出生|生)")
_DAY = re.compile("((?:19|20)[0-9]{2})年([0-9]{1,2})月([0-9]{1,2})日")
_ON_THE_SPOT = re.compile("当场行政处罚决定书|适用简易程序")


def judged(text: str, people: Sequence[Person], unsure: Sequence[Hidden]) -> tuple[bool | None, tuple[str, ...]]:
    """(may it be published, why not or what a person has to decide). False outweighs None."""
    never, ask = [], []
    if any(_CLASSIFIED.search(text, max(0, near.start() - _NEAR), near.end() + _NEAR) for near in _CLASSIFIED_NEAR.finditer(text)):
        never.append("文中有国家秘密标志，不予公开（执法公示制度第九条（二））")
    if (any(word in text for word in ("成年", "不满", "未满")) and _UNDER_AGE.search(text)) or _born_too_late(text):
        never.append("当事人是未成年人，不予公开（执法公示制度第九条（一））")
    if any(person.role == Role.MINOR for person in people) and not any(person.role == Role.PARTY for person in people):
        ask.append("案件中有未成年人，请确认当事人不是未成年人（执法公示制度第九条（一））")
    if _PRIVATE.search(text):
        ask.append("文中提到商业秘密或者个人隐私，须有权利人同意或者公共利益的理由才能公开（执法公示制度第九条（二））")
    if _ON_THE_SPOT.search(text):
        ask.append("当场处罚决定不在应当公示的范围内，是否公开由镇决定（执法公示制度第七条（二））")
    if unsure:
        ask.append(f"有 {len(unsure)} 处不能确定是否应当隐去，请逐处确认")
    return (False if never else None if ask else True), tuple(never + ask)


def _born_too_late(text: str) -> bool:
    """Whether the party was under age on the last day the text names."""
    born = _BORN.search(text)
    if born is None:
        return False
    try:
        birthday = date(int(born["year"]), int(born["month"]), int(born["day"]))
        last = max(date(*map(int, found.groups())) for found in _DAY.finditer(text))
    except ValueError:
        return False
    return (last.year - birthday.year) - ((last.month, last.day) <= (birthday.month, birthday.day)) < _ADULT and last > birthday
