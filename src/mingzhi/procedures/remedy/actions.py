"""What each action of a remedy changes. Source: 行政复议法 (`reconsideration-law-*`), 行政诉讼法 (`litigation-law-*`)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from mingzhi.core.organs.models import User
from mingzhi.procedures.penalty.severity import plain

from .models import Appearance, Remedy


def _name(remedy: Remedy) -> None:
    remedy.title = f"{remedy.case.title}{remedy.get_remedy_kind_display()}"


def take_application(remedy: Remedy, *, actor: User, at: datetime, applicant: str, applied_on: date, claims: str, file: Any) -> None:
    """Take in an application against a penalty on the spot. Source: reconsideration-law-32."""
    remedy.remedy_kind = Remedy.Kind.REVIEW
    remedy.applicant, remedy.applied_on, remedy.claims = applicant, applied_on, claims
    remedy.organ = remedy.case.power.review_organ
    _name(remedy)


def forward(remedy: Remedy, *, actor: User, at: datetime, organ: str, forwarded_on: date, opinion: str) -> None:
    """Send it on to the review organ. Source: reconsideration-law-32."""
    remedy.organ = organ


def receive_copy(remedy: Remedy, *, actor: User, at: datetime, file_number: str, received_on: date, simple: bool, file: Any) -> None:
    """The review organ has accepted; the days to answer run. Source: reconsideration-law-48, reconsideration-law-54."""
    remedy.file_number, remedy.received_on, remedy.simple = file_number, received_on, simple


def receive(remedy: Remedy, *, actor: User, at: datetime, file: Any, **told: Any) -> None:
    """A notice to answer has come with a copy. Source: reconsideration-law-48, litigation-law-67."""
    for name, value in told.items():
        setattr(remedy, name, value)
    _name(remedy)


def draft_answer(
    remedy: Remedy, *, actor: User, at: datetime, answer_facts: str, answer_law: str, answer_request: str, answer_evidence: list
) -> None:
    """Write the answer, with everything the decision rests on. Source: reconsideration-law-48, litigation-law-67."""
    remedy.answer_facts, remedy.answer_law, remedy.answer_request = answer_facts, answer_law, answer_request
    remedy.answer_evidence = answer_evidence
    remedy.drafted_by = actor


def answer(remedy: Remedy, *, actor: User, at: datetime, answered_on: date, opinion: str) -> None:
    """Sign and send the answer with its evidence: without it the decision counts as having none. Source: reconsideration-law-70."""
    remedy.answered_on = answered_on


def stop_execution(remedy: Remedy, *, actor: User, at: datetime, stopped_on: date, stopped_because: str) -> None:
    """Execution rests from this day. Source: reconsideration-law-42."""
    remedy.stopped_on, remedy.stopped_because = stopped_on, stopped_because


def record_appearance(remedy: Remedy, *, actor: User, at: datetime, **told: Any) -> Appearance:
    """Put on record who came for the organ. Source: litigation-law-3."""
    return Appearance(matter=remedy, **told)


def record_result(
    remedy: Remedy, *, actor: User, at: datetime, result: str, result_number: str, result_on: date, result_words: str,
    penalties: list[dict[str, Any]], redo: bool, opinion_on: date | None, file: Any,
) -> None:  # fmt: skip
    """What the review organ or the court decided; it counts once it is final."""
    remedy.result, remedy.result_number, remedy.result_on, remedy.result_words = result, result_number, result_on, result_words
    remedy.penalties, remedy.redo, remedy.opinion_on = plain(penalties), redo, opinion_on


def take_effect(remedy: Remedy, *, actor: User, at: datetime, effective_on: date) -> None:
    """The result is final; it reaches everything that hangs on the decision."""
    remedy.effective_on = effective_on


def go_to_appeal(remedy: Remedy, *, actor: User, at: datetime, reasons: str) -> None:
    """One side has appealed: this instance ends without effect, the next is registered as its own."""


def report_back(remedy: Remedy, *, actor: User, at: datetime, reported_back_on: date, course: str, file: Any) -> None:
    """Tell what was put right. Source: reconsideration-law-76."""
    remedy.reported_back_on = reported_back_on
