"""What is done in a review, round by round. Source: 法制审核制度 6 to 15."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.models import User
from mingzhi.law.reviewing import Aspect, Outcome, Verdict, result
from mingzhi.procedures.penalty import approving
from mingzhi.procedures.penalty.severity import plain

from . import forcing
from .models import CoReviewer, Finding, Liability, Question, Review, Submission
from .package import latest, package_of
from .queries import findings_of, verdicts_of
from .stages import Stage
from .triggers import major_reasons

#: Under which an extension is asked for and granted.
EXTENSION = "review_extension"


def _proposed(review: Review, at: datetime) -> dict[str, Any]:
    """What is submitted besides the application: why it is major and the intended decision, of the penalty or of the execution."""
    if review.execution is not None:
        reasons = forcing.reasons_of(review.execution)
        return {"reasons": [reason.sentence for reason in reasons], "order": forcing.plain_order(review.execution)}
    case = review.case
    reasons = major_reasons(case, local_day(at))
    return {"reasons": [reason.sentence for reason in reasons], "penalties": plain(case.proposed_penalties)}


def _submission(review: Review, actor: User, at: datetime, given: dict[str, Any]) -> Submission:
    case = review.case
    review.round += 1
    review.result = None
    return Submission(
        matter=review,
        round=review.round,
        submitted_by=actor,
        submitted_at=at,
        found=case.found,
        package=package_of(case),
        **_proposed(review, at),
        **given,
    )


def submit(review: Review, *, actor: User, at: datetime, **given: Any) -> Submission:
    """Submit the intended decision for review, with the file as it stands. Source: review-6, review-7."""
    review.execution = forcing.waiting(review.case)
    review.title = f"{(review.execution or review.case).title}法制审核"
    return _submission(review, actor, at, given)


def resubmit(review: Review, *, actor: User, at: datetime, **given: Any) -> Submission:
    """Submit again what was completed or put right: a new round with a new period. Source: review-12."""
    return _submission(review, actor, at, given)


def withdraw(review: Review, *, actor: User, at: datetime, reasons: str) -> None:
    """Take the submission back: the case goes another way, or the proposal is being rewritten."""


def assign_reviewer(review: Review, *, actor: User, at: datetime, reviewer: User) -> None:
    """Name who reviews, where several could."""
    review.reviewer = reviewer


def receive(review: Review, *, actor: User, at: datetime) -> Submission:
    """Take in papers that are complete: the five working days begin. Source: review-8."""
    review.reviewer = actor
    submission = latest(review)
    submission.received_by, submission.received_at = actor, at
    return submission


def return_incomplete(review: Review, *, actor: User, at: datetime, missing: list[str], reasons: str) -> Submission:
    """Send incomplete papers back; no period begins. Source: review-6."""
    submission = latest(review)
    submission.returned_by, submission.returned_at = actor, at
    submission.missing, submission.returned_because = missing, reasons
    return submission


def ask(review: Review, *, actor: User, at: datetime, question: str) -> Question:
    """Ask the handlers about the case. Source: review-10."""
    return Question(matter=review, submission=latest(review), question=question, asked_by=actor, asked_at=at)


def answer(review: Review, *, actor: User, at: datetime, question: Question, answer: str) -> Question:
    """The handlers help by answering. Source: review-10."""
    question.answer, question.answered_by, question.answered_at = answer, actor, at
    return question


def consult(review: Review, *, actor: User, at: datetime, kind: str, name: str, unit: str, opinion: str, on: date) -> CoReviewer:
    """Keep what the town's counsel or the justice office said who reviewed as well. Source: review-5-cosign."""
    return CoReviewer(matter=review, submission=latest(review), kind=kind, name=name, unit=unit, opinion=opinion, on=on)


def ask_extension(review: Review, *, actor: User, at: datetime, reasons: str) -> Any:
    """Ask for three working days more because the case is complicated. Source: review-8-extend."""
    return approving.ask(review, EXTENSION, actor, at, reasons, target=str(review.round))


def approve_extension(review: Review, *, actor: User, at: datetime, opinion: str) -> Any:
    return approving.decide(approving.pending(review, EXTENSION), actor, at, opinion, grant=True)


def refuse_extension(review: Review, *, actor: User, at: datetime, reasons: str) -> Any:
    return approving.decide(approving.pending(review, EXTENSION), actor, at, reasons, grant=False)


def examine(review: Review, *, actor: User, at: datetime, **given: Any) -> list[Finding]:
    """Keep what was found in each aspect so far; what is judged again is written over. Source: review-9."""
    submission = latest(review)
    held = findings_of(submission)
    rows = []
    for aspect in Aspect:
        verdict = given[f"{aspect}_verdict"]
        if not verdict:
            continue
        row = held.get(aspect) or Finding(matter=review, submission=submission, aspect=aspect)
        row.verdict, row.found_by, row.found_at = verdict, actor, at
        fit = verdict == Verdict.FIT
        row.grounds = "" if fit else given[f"{aspect}_grounds"]
        row.document = None if fit else given[f"{aspect}_paper"]
        row.page = None if fit else given[f"{aspect}_page"]
        rows.append(row)
    return rows


def issue(review: Review, *, actor: User, at: datetime, opinion: str, course: str, reviewer_signature: Any) -> Submission:
    """Give the opinion that the findings make. Source: review-11.1 to review-11.4, review-13."""
    submission = latest(review)
    outcome = result(verdicts_of(submission))
    review.result = submission.result = outcome.value
    submission.course = course if outcome is Outcome.REINVESTIGATE else ""
    submission.opinion, submission.issued_by, submission.issued_at = opinion, actor, at
    review.stage = Stage.AGREED if outcome is Outcome.AGREE else Stage.ADVISED
    return submission


def record_liability(
    review: Review, *, actor: User, at: datetime, persons: str, breach: str, harm: str, consequence: str, decided_by: str, decided_on: date
) -> Liability:
    """Keep on record who was held to account for breaking the rules of review. Source: review-15."""
    return Liability(
        matter=review, persons=persons, breach=breach, harm=harm, consequence=consequence, decided_by=decided_by, decided_on=decided_on
    )
