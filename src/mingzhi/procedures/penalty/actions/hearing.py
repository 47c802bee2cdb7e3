"""听证: asked for or waived, arranged, postponed, ended, held, reported. Source: penalty-law-63 to 65, cq-hearing-*."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.models import User

from ..forms.acts import signed
from ..hearings import hearing_at, right_told, waiting_summons
from ..models import Case, Hearing, Presence
from ..severity import plain
from .investigation import as_rows

_PEN = {"kind": "paper"}


def ask_hearing(
    case: Case,
    *,
    actor: User,
    at: datetime,
    asked_by: str,
    channel: str,
    asked_on: date,
    reasons: str,
    agents: list[dict[str, Any]],
    file: Any,
    applicant_signature: Any,
) -> Hearing:
    """Keep the party's application; the decision now waits for the hearing. Source: penalty-law-64."""
    return Hearing(
        matter=case,
        notice=right_told(case),
        status=Hearing.Status.ASKED,
        asked_by=asked_by,
        channel=channel,
        asked_on=asked_on,
        reasons=reasons,
        agents=agents,
        attachment=file,
        signatures={"applicant": applicant_signature or _PEN},
    )


def waive_hearing(
    case: Case, *, actor: User, at: datetime, made_by: str, signed_at: datetime, declaration: str, party_signature: Any, file: Any
) -> Hearing:
    """Keep the party's signed declaration that it wants no hearing. Source: penalty-law-63."""
    return Hearing(
        matter=case,
        notice=right_told(case),
        status=Hearing.Status.WAIVED,
        asked_by=made_by,
        asked_on=local_day(signed_at),
        reasons=declaration,
        attachment=file,
        signatures={"party": party_signature},
    )


def arrange_hearing(
    case: Case,
    *,
    actor: User,
    at: datetime,
    chair: User,
    members: list[User],
    recorder: User,
    begins_at: datetime,
    place: str,
    closed_because: str,
) -> Hearing | None:
    """Name who presides and tell time and place; anew after a postponement. Source: penalty-law-64.2 to 64.4."""
    row = hearing_at(case, Hearing.Status.ASKED, Hearing.Status.POSTPONED)
    if row is not None:
        row.status = Hearing.Status.ARRANGED
        row.chair, row.recorder = chair, recorder
        row.members = [{"id": person.pk, "name": person.name} for person in members]
        row.begins_at, row.place, row.closed_because = begins_at, place, closed_because
    return row


def postpone_hearing(case: Case, *, actor: User, at: datetime, reasons: str) -> list:
    """Take the time back that was told; another is told by a notice of its own, with its days clear again."""
    row = hearing_at(case, Hearing.Status.ARRANGED)
    if row is None:
        return []
    row.status, row.postponed_because = Hearing.Status.POSTPONED, reasons
    return [row, *_take_back(case, at, "听证延期，不再送达")]


def _take_back(case: Case, at: datetime, because: str) -> list:
    """Notices of a time that is no more and that nobody has received: struck out, so that none is served by mistake."""
    papers = waiting_summons(case)
    for paper in papers:
        paper.voided_at, paper.voided_because = at, because
    return papers


def end_hearing(case: Case, *, actor: User, at: datetime, because: str, ended_at: datetime, reasons: str, party_signature: Any) -> list:
    """End it without a record to decide by. Source: penalty-law-64.6."""
    row = hearing_at(case, Hearing.Status.ASKED, Hearing.Status.ARRANGED, Hearing.Status.POSTPONED)
    if row is None:
        return []
    row.status, row.ended_because = Hearing.Status.ENDED, because
    row.ended_at, row.end_reasons = ended_at, reasons
    return [row, *_take_back(case, at, "听证终止，不再送达")]


def hold_hearing(
    case: Case,
    *,
    actor: User,
    at: datetime,
    from_at: datetime,
    until_at: datetime,
    place: str,
    officers: list[User],
    attendants: list[dict[str, Any]],
    case_put: str,
    evidence: list[dict[str, Any]],
    party_statement: str,
    debate: str,
    last_words: str,
    **given: Any,
) -> list:
    """Keep the record of the hearing; who was there was nowhere else. Source: penalty-law-64.7, penalty-law-64.8."""
    row = hearing_at(case, Hearing.Status.ARRANGED)
    if row is None:
        return []
    row.status = Hearing.Status.HELD
    row.from_at, row.until_at, row.place = from_at, until_at, place
    row.officers, row.attendants, row.evidence = as_rows(officers, from_at), attendants, evidence
    row.case_put, row.party_statement, row.debate, row.last_words = case_put, party_statement, debate, last_words
    row.held_signatures = signed(given, party="party_signature", chair="chair_signature", recorder="recorder_signature")
    present = {person.pk: person for person in (*officers, row.chair, row.recorder)}
    stays = [Presence(matter=case, person=one, from_at=from_at, until_at=until_at, place=place, what="听证") for one in present.values()]
    return [row, *stays]


def report_hearing(
    case: Case,
    *,
    actor: User,
    at: datetime,
    facts: str,
    evidence: str,
    law: str,
    procedure: str,
    advice: str,
    penalties: list[dict[str, Any]],
    reasons: str,
    chair_signature: Any,
) -> Hearing | None:
    """Say what was found and what the decision should be; it may then not go beyond. Source: penalty-law-65."""
    row = hearing_at(case, Hearing.Status.HELD)
    if row is not None:
        row.status, row.reported_at = Hearing.Status.REPORTED, at
        row.findings = {"facts": facts, "evidence": evidence, "law": law, "procedure": procedure}
        row.advice, row.advised_penalties, row.advice_reasons = advice, plain(penalties), reasons
    return row
