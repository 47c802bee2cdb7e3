"""D28, the minutes of a collective discussion, and the sentence about it for the approval sheet."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ..conclusions import concludes
from ..discussing import day_of, last_discussion, outrun
from ..models import Case, Discussion, Minutes
from ..procedure import penalty
from ..severity import in_words
from .closing import day_in_words
from .heading import handlers, heading, moment, parties, signed_on


def _conclusion(row: Discussion) -> str:
    told = f"：{in_words(row.penalties)}" if row.penalties else ""
    return f"{row.get_result_display()}{told}。"


def member(row: dict[str, Any]) -> dict[str, Any]:
    found = {"name": row["name"], "title": row["title"], "attendance": Discussion.Attendance(row["attendance"]).label}
    more = {"because": row["because"], "opinion": row["opinion"]}
    if row["position"]:
        more["position"] = Discussion.Position(row["position"]).label
    return found | {name: value for name, value in more.items() if value}


def votes(row: Minutes) -> str:
    there = row.present()
    agreed = sum(one["position"] == Discussion.Position.AGREE for one in there)
    against = f"，{len(there) - agreed}人保留不同意见" if agreed < len(there) else ""
    return f"出席{len(there)}人，{agreed}人同意{against}"


def minutes_of(row: Minutes, case: Case, at: datetime, conclusion: str) -> dict[str, Any]:
    """The paper of any discussion about a case; `conclusion` is the sentence they came to."""
    return (
        heading(case, at)
        | parties(case)
        | {
            "started_at": moment(row.from_at),
            "ended_at": moment(row.until_at),
            "place": row.place,
            "chair": row.chair.name,
            "recorder": row.recorder,
            "officers": handlers(case, at),
            "members": [member(one) for one in row.members],
            "attendants": [{name: value for name, value in one.items() if value} for one in row.attendants],
            "case_put": row.case_put,
            "votes": f"{votes(row)}。",
            "conclusion": conclusion,
            "reasons": row.reasons,
            "signatures": row.signatures,
        }
        | signed_on(row.until_at)
    )


@penalty.paper("D28")
def minutes(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    row = last_discussion(case)
    return minutes_of(row, case, at, _conclusion(row))


@concludes("discussion")
def discussed_in_words(case: Case) -> str | None:
    """What the heads concluded together; None where they did not meet, or something changed since."""
    row = last_discussion(case)
    if row is None or outrun(case, row):
        return None
    return f"{day_in_words(day_of(row))}集体讨论，{row.chair.name}主持，{votes(row)}。结论：{_conclusion(row)}"
