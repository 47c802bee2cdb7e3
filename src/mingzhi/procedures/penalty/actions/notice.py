"""事先告知与陈述申辩: the report agreed to, the party told, heard, and answered. Source: penalty-law-44, penalty-law-45."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from mingzhi.core.organs.models import User

from ..forms.acts import signed
from ..models import Case, Presence, Statement


def agree_report(case: Case, *, actor: User, at: datetime, opinion: str) -> None:
    """The brigade agrees that the investigation is at its end. Source: penalty-law-57, recording-8.2."""


def return_report(case: Case, *, actor: User, at: datetime, reasons: str) -> None:
    """Send the case back to be investigated further: facts unclear, evidence wanting, or new facts after the notice."""


def notify(case: Case, *, actor: User, at: datetime, reasons: str, new_facts: str) -> None:
    """Tell the party what is intended, on what facts, why and by which law; the window opens when it is served. Source: penalty-law-44.

    Told again, the earlier notice no longer counts: the new one must be served and waited for.
    """
    case.told_penalties = list(case.proposed_penalties)
    case.told_on = None
    if new_facts:
        case.found = f"{case.found}\n{new_facts}"


def hear_statement(
    case: Case,
    *,
    actor: User,
    at: datetime,
    channel: str,
    made_by: str,
    from_at: datetime | None,
    until_at: datetime | None,
    place: str,
    recorder: str,
    received_at: datetime | None,
    content: str,
    reasons: str,
    file: Any,
    officers: Sequence[User] = (),
    **given: Any,
) -> list:
    """Take down or receive what the party says. Source: penalty-law-45: it must be heard."""
    statement = Statement(
        matter=case,
        channel=channel,
        made_by=made_by,
        made_at=until_at or received_at or at,
        content=content,
        attachment=file,
        signatures=signed(given, speaker="speaker_signature"),
    )
    stays = [
        Presence(matter=case, person=officer, from_at=from_at, until_at=until_at, place=place, what="听取陈述申辩") for officer in officers
    ]
    return [statement, *stays]


def waive_statement(
    case: Case, *, actor: User, at: datetime, made_by: str, signed_at: datetime, declaration: str, party_signature: Any, file: Any
) -> Any:
    """Keep the party's signed declaration that it waives its statement. Source: penalty-law-62: only an express waiver counts."""
    return Statement(
        matter=case,
        channel=Statement.Channel.WAIVED,
        made_by=made_by,
        made_at=signed_at,
        content=declaration,
        attachment=file,
        signatures={"party": party_signature},
    )


def review_statement(
    case: Case, *, actor: User, at: datetime, statement: Statement, points: list[dict[str, Any]], conclusion: str
) -> Statement:
    """Answer every point with a finding and a reason. Source: penalty-law-45."""
    taken = [point["accepted"] for point in points]
    statement.accepted = "全部采纳" if all(taken) else "部分采纳" if any(taken) else "不予采纳"
    statement.review = "\n".join([*(f"{point['point']}：{point['finding']}。{point['reasons']}" for point in points), conclusion])
    statement.reviewed_at = at
    return statement
