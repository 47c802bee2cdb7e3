"""D21, D21b, D22 and D22b: the application, what is missing, the opinion with its ten aspects, the extension."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.deadlines import due_moment
from mingzhi.core.organs.models import User
from mingzhi.law.provisions import provision
from mingzhi.law.reviewing import Outcome, Verdict, faults_in
from mingzhi.procedures.penalty import approving
from mingzhi.procedures.penalty.conclusions import concludes
from mingzhi.procedures.penalty.filling.evidence import citing
from mingzhi.procedures.penalty.filling.heading import handlers, heading, parties, signed_on
from mingzhi.procedures.penalty.models import Case

from .actions import EXTENSION
from .gates.examining import running
from .models import CoReviewer, Finding, Review, Submission
from .package import latest, review_of
from .procedure import review as procedure
from .queries import findings_of, items_of, verdicts_of
from .stages import Stage


def _day(value: datetime) -> str:
    return local_day(value).isoformat()


def _in_words(value: datetime) -> str:
    return f"{timezone.localtime(value):%Y年%-m月%-d日}"


def _about(review: Review, at: datetime) -> dict[str, Any]:
    """Heading and parties of the case, with the round."""
    return heading(review.case, at) | parties(review.case) | {"review_number": review.number, "round": review.round}


def _unit(person: User) -> str:
    """The unit somebody works in, as the papers name it; the organ where no unit is entered."""
    return person.unit.name if person.unit else person.authority.name


def _package(submission: Submission) -> list[dict[str, Any]]:
    rows = []
    for item in items_of(submission):
        one = item.first_page == item.last_page
        pages = "电子" if item.first_page is None else f"{item.first_page}" if one else f"{item.first_page}—{item.last_page}"
        rows.append({"title": item.title, "number": item.number, "pages": pages})
    return rows


@procedure.paper("D21")
def application(review: Review, *, actor: User, at: datetime, given: dict) -> dict[str, Any]:
    submission = latest(review)
    return _about(review, at) | {
        "handling_unit": _unit(actor),
        "reasons": "；".join(submission.reasons) or "承办机构认为需要审核",
        "facts": given["facts"],
        "law_and_benchmark": given["law_and_benchmark"],
        "evidence_taking": given["evidence_taking"],
        "other": given["other"],
        "changes": given.get("changes", ""),
        "proposed_decision": given["proposed_decision"],
        "package": _package(submission),
        "submitted_on": _day(at),
        "basis": citing("review-4") if review.execution_id else citing("review-4", "penalty-law-58"),
        "officers": handlers(review.case, at),
    }


@procedure.paper("D21b")
def returned(review: Review, *, actor: User, at: datetime, given: dict) -> dict[str, Any]:
    return _about(review, at) | {
        "submitted_on": _day(latest(review).submitted_at),
        "missing": "、".join(Submission.Missing(code).label for code in given["missing"]),
        "reasons": given["reasons"],
        "basis": citing("review-6"),
        "reviewer": actor.name,
        "returned_on": _day(at),
    }


@procedure.paper("D22b")
def extension(review: Review, *, actor: User, at: datetime, given: dict) -> dict[str, Any]:
    asked = approving.granted(review, EXTENSION, target=str(review.round))
    period = running(review)
    submission = latest(review)
    on = local_day(at)
    days = provision("review-8-extend")
    return _about(review, at) | {
        "received_on": _day(submission.received_at),
        "was_due_on": _was_due(review, submission),
        "due_on": _day(period.due_at) if period else "",
        "extended_by": days.period(on).text,
        "reasons": asked.opinion if asked else "",
        "basis": citing("review-8"),
        "opinions": [
            {"label": "审核人意见", "text": asked.opinion, "name": asked.asked_by.name, "on": _day(asked.asked_at)},
            {"label": "负责人意见", "text": asked.decision, "name": actor.name, "on": _day(at)},
        ]
        if asked
        else [],
    }


def _was_due(review: Review, submission: Submission) -> str:
    on = local_day(submission.received_at)
    return _day(due_moment(on, provision("review-8").period(on), review.authority_id, False))


def _aspects(submission: Submission) -> list[dict[str, str]]:
    held = findings_of(submission)
    return [{"aspect": aspect.title, "verdict": Verdict(row.verdict).title, "grounds": _grounds(row)} for aspect, row in held.items()]


def _grounds(row: Finding) -> str:
    if row.document is None:
        return row.grounds
    return f"{row.grounds.rstrip('。')}（见《{row.document.title}》第{row.page}页）"


def _qualification(person: User) -> str:
    if person.legal_qualification:
        return f"法律职业资格证书{person.legal_qualification}"
    return f"{person.reviews_since:%Y年%-m月}起从事法制审核" if person.reviews_since else ""


@procedure.paper("D22")
def opinion(review: Review, *, actor: User, at: datetime, given: dict) -> dict[str, Any]:
    submission = latest(review)
    outcome = Outcome(submission.result)
    faults = faults_in(verdicts_of(submission))
    kind = outcome.title if outcome is not Outcome.REINVESTIGATE else Submission.Course(submission.course).label
    return (
        _about(review, at)
        | {
            "handling_unit": _unit(submission.submitted_by),
            "reviewing_unit": _unit(actor),
            "submitted_on": _day(submission.submitted_at),
            "received_on": _day(submission.received_at),
            "proposed_decision": submission.proposed_decision,
            "aspects": _aspects(submission),
            "outcome": kind,
            "because": "；".join(faults) or "各方面均合法、适当",
            "opinion": submission.opinion,
            "basis": citing(outcome.provision.id),
            "coreviewers": [
                {"name": f"{CoReviewer.Kind(row.kind).label}{row.name}", "opinion": row.opinion, "on": row.on.isoformat()}
                for row in submission.coreviewers.all()
            ],
            "reviewer": actor.name,
            "qualification": _qualification(actor),
            "copies": provision("review-13").number("copies", local_day(at)),
            "signatures": {"reviewer": given["reviewer_signature"] or {"kind": "paper"}},
        }
        | signed_on(at)
    )


@concludes("review")
def concluded(case: Case) -> str | None:
    """What the approval sheet of the decision says of the review (D29)."""
    held = review_of(case)
    if held is None or held.stage != Stage.AGREED:
        return None
    submission = latest(held)
    paper = held.documents.filter(code="D22", voided_at__isnull=True).last()
    number = f"（{paper.number}）" if paper else ""
    rounds = f"第{submission.round}次送审，" if submission.round > 1 else ""
    return f"{rounds}{_in_words(submission.issued_at)}出具法制审核意见书{number}：{Outcome(submission.result).title}。"
