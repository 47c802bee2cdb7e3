"""Names of persons that the matter does not know.

What reads like a Chinese name is weighed by learned signs (`weighing.py`): what reaches HIDE is hidden everywhere in the text, what reaches
DOUBT is shown to a person. What is written in another way has its own rules: names of other peoples, lists that are counted, letters that
stand apart, and whatever stands between a label and a mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mingzhi.law.names import COMPOUND_SURNAMES

from .apart import find_apart
from .company import Company
from .folding import GAP
from .foreign import HAN, find_foreign
from .heads import Headed
from .kinds import Role
from .known import MASKS, Found
from .labels import LABELS, label_before
from .lists import find_counted
from .signs import JOINS, PAD, Candidate, padded
from .spans import Guard
from .surnames import COMMON, NEVER, PLAIN, POSSIBLE, RARE, TYPICAL
from .weighing import DOUBT, HIDE, weigher
from .words import WORDS, is_of_the_house

_ROUNDS = 3
_COMPOUND = frozenset(COMPOUND_SURNAMES)
_LETTERS = TYPICAL | frozenset(POSSIBLE)
_SURNAMES = frozenset(PLAIN + COMMON + RARE)
_LABELLED = Headed(
    f"(?:[：:]\\s{{0,8}}|[\u3000 ]{{1,8}})(?P<name>[{HAN}](?:{GAP}{{0,3}}[{HAN}]){{1,5}}|[A-Z][A-Za-z]+(?:[ ,.]{{1,2}}[A-Z][A-Za-z]*){{0,3}})"
    "(?=[，,。；;、（(）)\\n\\s]|$)"
)
_GAPS = re.compile(GAP + "+")
_ABOUT = (
    "男|女|身份证|公民身份|证件|现年|时年|[0-9]{1,3}岁|[0-9]{4}年|生于|出生|汉族|[\u4e00-\u9fff]{1,4}族|执法证|证号|电话|手机|联系|已故|系|"
    "签[名字]|以下简称|微信|QQ|化名|曾用名|另案|未成年|经营者|法定代表人|[\u4e00-\u9fff]{0,4}(?:妻|夫|父|母|子|女|兄|弟|姐|妹|邻居|村民|司机|员工)"
)
#: Sex, birth, people, number: nothing but a person has them.
_TELLS_OF_A_PERSON = re.compile(
    f"[\\s，,、；;（(]{{0,2}}(?:男|女)(?=[，,、。；;\\s）)]|性)|[\\s，,]{{0,2}}[（(](?:{_ABOUT})|[，,\\s]{{1,2}}(?:身份证|公民身份|[0-9]{{1,3}}岁|今年[0-9二三四五六七八九十]|现年|时年|生于|"
    "系(?=其|他|她)|[他她](?=是|在|做|今年|住|说)|[0-9]{4}年[0-9]{1,2}月[0-9]{0,2}日?出?生|[\u4e00-\u9fff]{1,4}族(?=[，,、])|住(?![所院宅]))"
)


@dataclass(frozen=True, slots=True)
class Names:
    """Names that are taken for names, and what may be one."""

    found: list[Found]
    doubtful: list[Found]


def find_names(text: str, guard: Guard) -> Names:
    """Persons named in a folded text. Nothing inside the guard is one."""
    found = list(find_foreign(text, guard))
    found += find_counted(text, _with(guard, found))
    weighed = _weighed(text, _with(guard, found))
    read, doubtful = _told_apart(text, weighed, found)
    found += read
    found += find_apart(text, guard, found)
    found += _labelled(text, guard, Guard((one.start, one.end) for one in found))
    return Names(found, doubtful)


def _with(guard: Guard, found: Sequence[Found]) -> Guard:
    return Guard([*guard, *((one.start, one.end) for one in found)])


def _weighed(text: str, guard: Guard) -> list[tuple[float, Candidate]]:
    """Candidates outside the guard that may reach DOUBT, with offsets of the text."""
    size = len(PAD)
    scale = weigher()
    least = DOUBT - scale.most_company
    found = []
    for weight, (start, end, surname) in scale.weighed(padded(text)):
        if weight >= least and not is_of_the_house(text[start - size : end - size]) and not guard.overlaps(start - size, end - size):
            found.append((weight, Candidate(start - size, end - size, surname)))
    return found


def _told_apart(text: str, weighed: list[tuple[float, Candidate]], others: Sequence[Found]) -> tuple[list[Found], list[Found]]:
    """(names, what may be one), in order. Who is listed beside a name weighs more, so all are asked again until nobody is added."""
    chosen: dict[Candidate, float] = {}
    for _ in range(_ROUNDS):
        again = _chosen(text, weighed, [*(one for one, weight in chosen.items() if weight >= HIDE), *others])
        if again == chosen:
            break
        chosen = again
    read: list[Found] = []
    doubtful: list[Found] = []
    for one, weight in sorted(chosen.items()):
        name = text[one.start : one.end]
        role = label_before(text, one.start)[0] or _role_of_the_list(text, one, read) or Role.OTHER
        new = Found(one.start, one.end, name, role, name[: one.surname] if one.surname > 1 else None)
        (read if weight >= HIDE else doubtful).append(new)
    return read, doubtful


def _chosen(text: str, weighed: list[tuple[float, Candidate]], names: Sequence[Candidate | Found]) -> dict[Candidate, float]:
    """Of candidates that overlap the heaviest, where these are names already."""
    scale, company = weigher(), Company(text, ((one.start, one.end) for one in names))
    taken: set[int] = set()
    chosen: dict[Candidate, float] = {}
    for weight, one in sorted(((weight + scale.company(*company.of(one)), one) for weight, one in weighed), reverse=True):
        if weight < DOUBT:
            break
        places = range(one.start, one.end)
        if taken.isdisjoint(places):
            taken.update(places)
            chosen[one] = weight
    return chosen


def _role_of_the_list(text: str, one: Candidate, read: Sequence[Found]) -> Role | None:
    """Whoever is listed right after somebody is what that one is."""
    is_listed = read and read[-1].end == one.start - 1 and text[one.start - 1] in JOINS
    return read[-1].role if is_listed else None


def _labelled(text: str, guard: Guard, taken: Guard) -> Iterator[Found]:
    """What stands between a label with a colon and a mark, whatever its letters: 证人：囡囡."""
    for match in _LABELLED.finditer(text):
        start, end = match.span("name")
        role, _ = label_before(text, start)
        if role is None or taken.overlaps(start, end) or guard.overlaps(start, end):
            continue
        name = _GAPS.sub(" " if match["name"].isascii() else "", match["name"])
        if (
            MASKS & set(name)
            or name in LABELS
            or (not _reads_like_a_name(name) and not (len(name) <= 4 and _TELLS_OF_A_PERSON.match(text, end)))
        ):
            continue
        yield Found(start, end, name, role)


def _reads_like_a_name(name: str) -> bool:
    if name.isascii():
        return True
    if name in WORDS or name[:2] in WORDS or name[-2:] in WORDS or name in LABELS or NEVER & set(name) or "略" in name:
        return False
    if name[0] in _SURNAMES or name[:2] in _COMPOUND:
        return len(name) <= 4
    return len(name) in (3, 4) and all(letter in _LETTERS for letter in name)
