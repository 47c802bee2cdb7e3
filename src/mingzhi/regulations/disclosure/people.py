"""Whom a case knows by name, in which role, and how old its parties were: what is masked everywhere and who is never published.

Nothing is decided here. Serves disclosure-7.2-mask, disclosure-8.1, disclosure-9.1.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date

from mingzhi.core.organs.models import User
from mingzhi.law.fines import age_on
from mingzhi.law.identifiers import citizen_number
from mingzhi.law.provisions import provision
from mingzhi.law.redaction import Person, Role
from mingzhi.procedures.clue.models import Informant
from mingzhi.procedures.penalty.models import Approval, Case, Inspection, Party, Questioning, Service, Statement

#: Of several roles of one name the one that hides most counts: an officer who is also a party is a party.
_HIDES_MOST = (
    Role.MINOR, Role.INFORMANT, Role.PARTY, Role.OPERATOR, Role.LEGAL_REP, Role.AGENT, Role.RELATIVE, Role.NEIGHBOUR, Role.WITNESS,
    Role.OTHER, Role.OFFICER,
)  # fmt: skip
#: How a record says what somebody is to the case.
_RELATIONS = {
    "邻": Role.NEIGHBOUR,
    "见证": Role.WITNESS,
    "证人": Role.WITNESS,
    "家属": Role.RELATIVE,
    "亲": Role.RELATIVE,
    "妻": Role.RELATIVE,
    "丈夫": Role.RELATIVE,
    "儿子": Role.RELATIVE,
    "女儿": Role.RELATIVE,
    "代理": Role.AGENT,
}
#: A witness is written with the unit, before or behind the name: “万隆村村委会 王德明”, “王德明（万隆村村委会）”.
_BETWEEN = re.compile(r"[\s，,、；;（）()]+")
_UNIT = ("会", "村", "社区", "组", "公司", "单位", "所", "政府", "大队")
_LONGEST_NAME = 4


def people_of(case: Case) -> tuple[Person, ...]:
    """Everybody whom the case knows by name, each once."""
    found: dict[str, Role] = {}
    for name, role in _known(case):
        plain = name.strip()
        if plain and (plain not in found or _HIDES_MOST.index(role) < _HIDES_MOST.index(found[plain])):
            found[plain] = role
    return tuple(Person(name, role) for name, role in found.items())


def particulars_of(case: Case, kept: Collection[Role]) -> set[str]:
    """Names, numbers, telephones and addresses of everybody the case knows, but for those whose names stay."""
    found = {person.name for person in people_of(case) if person.role not in kept}
    for party in case.penalty_partys.order_by("id"):
        found |= {party.operator_identifier, party.phone, party.agent_phone, party.guardian_phone}
        if party.kind != Party.Kind.ORGANISATION:
            found |= {party.address}
        if party.kind == Party.Kind.CITIZEN:
            found |= {party.identifier}
    return {one for one in found if one}


def _known(case: Case) -> Iterator[tuple[str, Role]]:
    for party in case.penalty_partys.order_by("id"):
        yield from _of_party(party)
    for asked in Questioning.objects.filter(matter_id=case.pk).order_by("id"):
        yield asked.person_name, _role(asked.relation)
    for seen in Inspection.objects.filter(matter_id=case.pk).order_by("id"):
        yield seen.person_in_charge, Role.OTHER
        yield from _witnesses(seen.witness)
    for row in Service.objects.filter(matter_id=case.pk).order_by("id"):
        yield row.receiver, _role(row.relation)
        yield from _witnesses(row.witness)
    for said in Statement.objects.filter(matter_id=case.pk).order_by("id"):
        yield said.made_by, Role.OTHER
    if case.from_clue_id:
        for told in Informant.objects.filter(matter_id=case.from_clue_id):
            yield told.name, Role.INFORMANT
    yield from _of_the_organ(case)


def _of_party(party: Party) -> Iterator[tuple[str, Role]]:
    if party.kind == Party.Kind.CITIZEN:
        yield party.name, Role.PARTY
    elif party.kind == Party.Kind.TRADER:
        yield party.operator, Role.OPERATOR
    yield party.representative, Role.LEGAL_REP
    yield party.agent, Role.AGENT
    yield party.guardian, Role.RELATIVE


def _of_the_organ(case: Case) -> Iterator[tuple[str, Role]]:
    """Those who acted for the organ: they are published with name and certificate in advance. Source: disclosure-5.1."""
    ids = set(case.handlers.values_list("person", flat=True))
    for chain in Approval.objects.filter(matter_id=case.pk).values_list("endorsed_by", "decided_by"):
        ids |= {one for one in chain if one}
    for name in User.objects.filter(pk__in=ids).values_list("name", flat=True):
        yield name, Role.OFFICER


def _witnesses(written: str) -> Iterator[tuple[str, Role]]:
    for word in _BETWEEN.split(written):
        if 1 < len(word) <= _LONGEST_NAME and not word.endswith(_UNIT):
            yield word, Role.WITNESS


def _role(relation: str) -> Role:
    return next((role for word, role in _RELATIONS.items() if word in relation), Role.OTHER)


def minors_because(case: Case, on: date) -> str | None:
    """Whose age forbids publication, and on which day, as words; None when every natural party was of age throughout. Source: disclosure-9.1."""
    of_age = provision("penalty-law-30").number("lighter_under", on)
    days = {"行为时": case.acted_from_on, "作出决定时": case.decided_on or on, "现在": on}
    for party in case.penalty_partys.order_by("id"):
        born = _born(party)
        young = [word for word, day in days.items() if born is not None and age_on(born, day) < of_age]
        if young:
            return f"当事人{'、'.join(young)}不满{of_age}周岁"
    return None


def _born(party: Party) -> date | None:
    if party.birth_on or party.kind == Party.Kind.ORGANISATION:
        return party.birth_on
    number = party.identifier if party.kind == Party.Kind.CITIZEN else party.operator_identifier
    told = citizen_number(number).facts.get("birth_on") if number else None
    return told if isinstance(told, date) else None
