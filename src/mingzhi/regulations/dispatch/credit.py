"""A published decision as rows of the credit platform's table: one for each party.

Who the party is comes from the case, because the platform needs name and number and masks by itself what it shows; what was done comes from
the text that a person confirmed for publication, so that nobody else's particulars go along. See docs/decisions/0115.
Serves credit-report, disclosure-7.2.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from mingzhi.law import credit_report as table
from mingzhi.law.credit_report import Fault, Row, Subject, Value
from mingzhi.law.fines import PenaltyKind
from mingzhi.law.identifiers import citizen_number
from mingzhi.law.money import yuan
from mingzhi.procedures.penalty.models import Case, Party
from mingzhi.procedures.penalty.models.powers import Power
from mingzhi.regulations.disclosure import wording
from mingzhi.regulations.disclosure.masking import choices_of, decision_of, left_in
from mingzhi.regulations.disclosure.models import Edition, Publication

from .due import Due
from .models import Sent

#: Between what a full text says before and after the facts.
_BEFORE, _AFTER, _FOUND = "一、违法事实和证据", "以上事实，有下列证据证明：", "经查明，"
_REMARKS = {Sent.Purpose.CHANGED: "决定经行政复议或者行政诉讼变更", Sent.Purpose.CORRECTED: "更正此前报送的信息"}
_ID_KINDS = {"外国人永久居留身份证": "外国人永久居留身份证", "港澳台居民居住证": "其他-港澳台居民居住证"}
_LICENCES = (PenaltyKind.SUSPEND_LICENCE, PenaltyKind.REVOKE_LICENCE)


def rows_of(due: Due) -> list[Row]:
    """The rows of one decision. due: not of a withdrawal."""
    publication, edition = due.subject.matter, due.subject.text
    case = publication.case
    common = _decided(publication, edition) | {table.REMARK: "；".join(_remarks(due, case))}
    return [_subject(party) | common for party in case.penalty_partys.order_by("id")]


def faults_of(due: Due, rows: list[Row]) -> list[Fault]:
    """What keeps a decision out of the file: what the platform would refuse, and what would tell too much."""
    found = [fault for row in rows for fault in table.faults_of(row)]
    told = "\n".join(str(rows[0].get(column) or "") for column in (table.FACTS, table.CONTENT, table.LICENCE)) if rows else ""
    left = left_in(due.subject.matter.case, "", told, choices_of(due.subject.text))
    found += [Fault(table.FACTS, f"还有“{words}”", "这是应当隐去的信息，请更正公示文稿后再生成") for words, _ in left]
    return list(dict.fromkeys(found))


def _subject(party: Party) -> dict[str, Value]:
    """Who the party is; of a citizen no more than name, kind of paper and number."""
    if party.kind == Party.Kind.CITIZEN:
        return {
            table.NAME: party.name,
            table.SUBJECT: Subject.CITIZEN,
            table.ID_KIND: _id_kind(party.identifier),
            table.ID_NUMBER: party.identifier,
        }
    trader = party.kind == Party.Kind.TRADER
    return {
        table.NAME: (party.trade_name or party.name) if trader else party.name,
        table.SUBJECT: Subject.TRADER if trader else Subject.UNIT,
        table.CREDIT_CODE: party.identifier,
        table.REPRESENTATIVE: (party.operator or party.name) if trader else party.representative,
    }


def _id_kind(number: str) -> str:
    found = citizen_number(number)
    return _ID_KINDS.get(found.kind, "身份证") if found.valid else "身份证"


def _decided(publication: Publication, edition: Edition) -> dict[str, Value]:
    """What was decided, from the paper and the public text."""
    case = publication.case
    data = decision_of(case).data
    power: Power = case.power
    entrusted = power.kind == Power.Kind.ENTRUSTED
    rows = case.decided_penalties
    return {
        table.NUMBER: publication.decision_number,
        table.OFFENCE: case.cause,
        table.FACTS: facts_in(edition),
        table.BASIS: "、".join(f"{row['law']}{row['article']}" for row in data["basis"]),
        table.KINDS: table.AND.join(dict.fromkeys(_kind(row) for row in rows)),
        table.CONTENT: "；".join(_penalty(row) for row in rows),
        table.FINE: _amount(rows, PenaltyKind.FINE),
        table.CONFISCATED: _amount(rows, PenaltyKind.CONFISCATION),
        table.LICENCE: "；".join(str(row["content"]) for row in rows if row["kind"] in _LICENCES),
        table.DECIDED_ON: publication.decided_on,
        table.VALID_UNTIL: table.NO_END,
        table.SHOWN_UNTIL: publication.shown_until_on,
        table.ORGAN: power.issuer,
        # Whose code it is that entrusted a power nobody has registered: the check says so rather than that we guess.
        table.ORGAN_CODE: "" if entrusted else case.authority.credit_code,
        table.SOURCE: case.authority.name,
        table.SOURCE_CODE: case.authority.credit_code,
    }


def facts_in(edition: Edition) -> str:
    """The facts as they are public; empty where the text no longer says where they begin."""
    if edition.form == Edition.Form.SUMMARY:
        said = dict(line.split("：", 1) for line in edition.text.splitlines() if "：" in line)
        return said.get(wording.FACTS, "").strip()
    lines = edition.text.splitlines()
    if _BEFORE not in lines or _AFTER not in lines:
        return ""
    return "".join(lines[lines.index(_BEFORE) + 1 : lines.index(_AFTER)]).removeprefix(_FOUND).strip()


def _kind(row: Mapping[str, Any]) -> str:
    kind = PenaltyKind(row["kind"])
    return f"{table.OTHER}{row['content']}" if kind == PenaltyKind.OTHER else kind.title


def _penalty(row: Mapping[str, Any]) -> str:
    amount = row.get("amount_yuan")
    return f"{row['content']}{yuan(Decimal(str(amount)))}元" if amount is not None else str(row["content"])


def _amount(rows: list[dict[str, Any]], kind: PenaltyKind) -> Value:
    """All of one kind in 万元; nothing where there is no such penalty, nought where things without a value were taken."""
    found = [row for row in rows if row["kind"] == kind]
    return table.in_ten_thousands(sum((Decimal(str(row.get("amount_yuan") or 0)) for row in found), Decimal(0))) if found else None


def _remarks(due: Due, case: Case) -> Iterator[str]:
    if due.purpose in _REMARKS:
        yield _REMARKS[due.purpose]
    if any(row["kind"] == PenaltyKind.CONFISCATION and row.get("amount_yuan") is None for row in case.decided_penalties):
        yield "没收的财物没有作价"
