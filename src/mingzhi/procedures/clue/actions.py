"""What each action of a clue changes. Source: penalty-law-54, joint-3.2.2-whistle, personnel-19-transfer."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine.models import Handler
from mingzhi.core.organs.models import User

from .models import Clue, Informant


def register(
    clue: Clue, *, actor: User, at: datetime, source: str, received_at: datetime, subject: str, place: str, suspect: str,
    content: str, informant_name: str, informant_contact: str, wants_answer: bool, attachments: list,
) -> list:  # fmt: skip
    """Take a clue in; the informant goes into a record of its own. Source: recording-6-exofficio, complaint-8."""
    clue.title, clue.source, clue.received_at, clue.place = subject, source, received_at, place
    clue.suspect, clue.content = suspect, content
    rows: list[Any] = [Handler(matter=clue, person=actor, since_at=at)]
    if informant_name:
        rows.append(Informant(matter=clue, name=informant_name, contact=informant_contact, wants_answer=wants_answer))
    return rows


def assign(clue: Clue, *, actor: User, at: datetime, people: list[User]) -> list:
    """Send officers to verify; they handle the clue from here. Source: joint-3.2.2-single."""
    held = {row.person_id: row for row in clue.handlers.filter(until_at__isnull=True)}
    wanted = {person.pk for person in people}
    rows = [row for person_id, row in held.items() if person_id not in wanted]
    for row in rows:
        row.until_at = at
    return [*rows, *(Handler(matter=clue, person=person, since_at=at) for person in people if person.pk not in held)]


def verify(clue: Clue, *, actor: User, at: datetime, verified_at: datetime, verification: str, conclusion: str, attachments: list) -> None:
    """Write down what was found and what should follow."""
    clue.verified_at, clue.verification, clue.conclusion = verified_at, verification, conclusion


def send_to_filing(clue: Clue, *, actor: User, at: datetime, opinion: str) -> None:
    """Agree that a case be proposed. Source: penalty-law-54."""


def send_back(clue: Clue, *, actor: User, at: datetime, reasons: str) -> None:
    """Ask for more verification."""


def become_case(clue: Clue, *, actor: User, at: datetime) -> None:
    """The clue ends in a case; performed together with the proposal of that case."""


def transfer(clue: Clue, *, actor: User, at: datetime, handed_to: str, reasons: str, materials: list) -> None:
    """Hand the clue to the organ that is competent. Source: personnel-19-transfer, penalty-law-22."""
    clue.handed_to, clue.handed_at = handed_to, at


def record_receipt(clue: Clue, *, actor: User, at: datetime, received_on: Any, receiver: str, attachments: list) -> None:
    """Keep the receipt: only then is the clue off the town's hands."""
    clue.receipt = f"{received_on} {receiver}签收"


def dismiss(clue: Clue, *, actor: User, at: datetime, reasons: str) -> None:
    """Do not file, with reasons. Source: penalty-law-54.2."""
    clue.conclusion = reasons


def answer_informant(clue: Clue, *, actor: User, at: datetime, answer: str, channel: str) -> list:
    """Tell the informant what came of it."""
    rows = list(Informant.objects.filter(matter_id=clue.pk))
    for row in rows:
        row.answer, row.answered_at = f"{answer}（{channel}）", at
    return rows


def read_informant(clue: Clue, *, actor: User, at: datetime, reasons: str) -> None:
    """Look at who reported, for a stated reason; the look itself is the record. Source: complaint-8, personnel-26."""
