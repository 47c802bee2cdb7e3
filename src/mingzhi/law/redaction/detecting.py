"""One look at a text: every detector once, minus what stays. Offsets are those of the text that is looked at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .addresses import find_addresses, find_doors, find_possible_homes
from .circumstances import find_circumstances
from .contacts import find_contacts, find_papers, find_plates
from .holdings import find_certificates, find_holdings
from .intimate import find_intimate
from .kinds import Hidden, Kind, Role
from .known import Found
from .names import find_names
from .numbers import find_numbers
from .ordinary import reads_as_word
from .schools import find_schools
from .spans import BY_OTHER_LAW, INFORMANT_NAME, OTHER_NAME, PARTY_NAME, Guard, in_one_breath, span
from .units import find_titles, find_units, names_its_unit
from .words import LEXICON
from .work import Work

_INFORMANT_BEFORE = re.compile("(?:举报|投诉|反映|信访|检举|控告)人$")
_AND = frozenset("、和与及")
_BEARERS = {
    Role.PARTY: "被处罚人",
    Role.LEGAL_REP: "法定代表人、负责人",
    Role.OPERATOR: "经营者",
    Role.AGENT: "代理人",
    Role.WITNESS: "证人、见证人",
    Role.RELATIVE: "亲属",
    Role.NEIGHBOUR: "邻居、村民",
    Role.OTHER: "其他自然人",
}


@dataclass(frozen=True, slots=True)
class Hit:
    """What has to go; `name` where it is somebody's."""

    hidden: Hidden
    name: str | None = None


def detect(text: str, work: Work) -> tuple[list[Hit], list[Hidden]]:
    """(what has to go, what a person should look at) in a folded text."""
    allowed = work.allowed(text)
    titles = Guard(find_titles(text))
    hits = [Hit(one) for one in _without(find_numbers(text), allowed)]
    hits += [Hit(one) for one in _without(_plain(text, work), allowed)]
    hits += [Hit(one) for one in _without(_homes(text), allowed, titles)]
    told, perhaps_told = find_circumstances(text)
    of_life = [*_without(_life(text), allowed), *_without(told, allowed, titles)]
    hits += [Hit(one) for one in in_one_breath(text, of_life)]
    staying = Guard((*allowed, *find_units(text)))
    names, unsure = _names(text, work, allowed, staying, Guard((*staying, *titles)))
    going = Guard((hit.hidden.start, hit.hidden.end) for hit in hits)
    return hits + names, [*unsure, *_without(find_possible_homes(text), allowed, titles), *_without(perhaps_told, allowed, titles, going)]


def _plain(text: str, work: Work) -> Iterator[Hidden]:
    yield from find_contacts(text)
    yield from find_papers(text)
    yield from find_certificates(text)
    yield from find_schools(text)
    if work.options.plates == "hide":
        yield from find_plates(text)


def _life(text: str) -> Iterator[Hidden]:
    """Means and health by how they are written; what is told of both in other words is learned."""
    yield from find_holdings(text)
    yield from find_intimate(text)


def _homes(text: str) -> Iterator[Hidden]:
    yield from find_addresses(text)
    yield from find_doors(text)


def _without(found: Iterable[Hidden], *guards: Guard) -> Iterator[Hidden]:
    for one in found:
        if not any(guard.overlaps(one.start, one.end) for guard in guards):
            yield one


def _names(text: str, work: Work, allowed: Guard, staying: Guard, unlikely: Guard) -> tuple[list[Hit], list[Hidden]]:
    """Names of persons. None is looked for in what is unlikely to hold one; what is known goes wherever it does not have to stay."""
    read = find_names(text, unlikely)
    known = {one.start: one.end for one in work.known.find(text)}
    # 康庄承建: the name that is known ends where the next word begins.
    work.meet([one for one in read.found if known.get(one.start, one.end) == one.end or text[one.end - 1 : one.end + 1] not in LEXICON])
    # A name that only reaches into the name of a unit stands before it; so does one that is not what the unit is called by.
    mentions = [
        one
        for one in work.mentions(text)
        if not allowed.holds(one.start, one.end) and not (staying.holds(one.start, one.end) and names_its_unit(text, one.end))
    ]
    # 询问人问安永福: whoever is only read as an officer does not keep somebody who is known.
    sure = Guard((one.start, one.end) for one in mentions if one.role not in work.kept and work.is_known(one.key))
    kept = Guard(
        (one.start, one.end)
        for one in mentions
        if one.role in work.kept and (work.is_known(one.key) or not sure.overlaps(one.start, one.end))
    )
    # Where somebody unknown was just read as such, the signs around have been weighed already.
    here = {(one.start, one.end) for one in read.found}
    words = {
        one
        for one in mentions
        if one.role not in work.kept
        and (work.is_known(one.key) or (one.start, one.end) not in here)
        and reads_as_word(text, one, work.is_known(one.key))
    }
    words -= set(_beside_somebody(text, words, mentions))
    hits = []
    for one in mentions:
        if one in words:
            continue
        if one.role not in work.kept and not kept.overlaps(one.start, one.end):
            work.masks.meet(one.name, one.role, one.surname)
            hits.append(Hit(_hidden(text, one, sure=work.is_known(one.key)), one.name))
    seen = Guard([*kept, *((hit.hidden.start, hit.hidden.end) for hit in hits)])
    asked = Guard((one.start, one.end) for one in words)
    doubtful = [one for one in read.doubtful if not seen.overlaps(one.start, one.end) and not asked.overlaps(one.start, one.end)]
    doubtful += [one for one in words if not seen.overlaps(one.start, one.end)]
    doubtful.sort(key=lambda one: one.start)
    return hits, [span(Kind.NAME, one.start, one.end, "可能是姓名，也可能不是", replacement="某某", sure=False) for one in doubtful]


def _beside_somebody(text: str, words: set[Found], mentions: Iterable[Found]) -> Iterator[Found]:
    """Words that are listed with somebody: 张三、高峰 are two people, 李子、杨梅 are fruit."""
    people = [one for one in mentions if one not in words] if words else []
    starts, ends = {one.start for one in people}, {one.end for one in people}
    for one in words:
        if (text[one.end : one.end + 1] in _AND and one.end + 1 in starts) or (
            text[one.start - 1 : one.start] in _AND and one.start - 1 in ends
        ):
            yield one


def _hidden(text: str, one: Found, sure: bool) -> Hidden:
    start = one.start
    if one.role == Role.INFORMANT:
        # 举报人张三 becomes 举报人, not 举报人举报人.
        before = _INFORMANT_BEFORE.search(text, max(0, start - 3), start)
        start = before.start() if before else start
        return span(Kind.NAME, start, one.end, "举报人、投诉人的姓名全部隐去，不留姓氏", INFORMANT_NAME, "举报人", sure)
    if one.role == Role.MINOR:
        return span(Kind.NAME, start, one.end, "未成年人的姓名全部隐去，不留姓氏", BY_OTHER_LAW, "某未成年人", sure)
    who = _BEARERS[one.role]
    provision = PARTY_NAME if one.role == Role.PARTY else OTHER_NAME
    return span(
        Kind.NAME, start, one.end, f"{who}的姓名，保留姓氏隐去名字" if sure else f"像{who}的姓名，保留姓氏隐去名字", provision, "某某", sure
    )
