"""Beginning an execution, and what the law puts before every force: the demand and the party's answer. Source: compulsion-law-34 to 36."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from mingzhi.core.organs.models import User
from mingzhi.procedures.penalty import approving
from mingzhi.procedures.penalty.actions.investigation import as_rows, presences

from ..models import Enforcement, Plea

MONEY, ACT = "money", "act"


def begin(
    enforcement: Enforcement,
    *,
    actor: User,
    at: datetime,
    way: str,
    covers: list[str],
    duties: str,
    due_on: date | None,
    checked_on: date,
    checked: str,
    opinion: str,
) -> Any:
    """Ask for the execution of a decision by one way. Source: compulsion-law-34, compulsion-law-53, compulsion-law-50."""
    enforcement.title = f"{enforcement.case.title}强制执行（{Enforcement.Way(way).label}）"
    enforcement.way = way
    enforcement.covers_money, enforcement.covers_act = MONEY in covers, ACT in covers
    enforcement.duties, enforcement.due_on = duties, due_on
    enforcement.checked_on, enforcement.checked = checked_on, checked
    return approving.ask(enforcement, "enforcement", actor, at, opinion)


def demand(enforcement: Enforcement, *, actor: User, at: datetime, manner: str, consequences: str) -> None:
    """Call upon the party in writing; the letter is the whole act. Source: compulsion-law-35."""


def hear(enforcement: Enforcement, *, actor: User, at: datetime, officers: list[User], **given: Any) -> list:
    """Hear what the party says to the demand, and answer it. Source: compulsion-law-36."""
    plain = ("made_by", "from_at", "until_at", "content", "reasons", "answer", "review")
    row = Plea(matter=enforcement, heard_at=at, officers=as_rows(officers, given["from_at"]), **{name: given[name] for name in plain})
    return [row, *presences(enforcement, officers, given, "听取陈述申辩")]
