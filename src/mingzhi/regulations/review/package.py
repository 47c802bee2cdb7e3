"""What is submitted: a copy of the proposal and a list of the file's papers and evidence as they then were, and what changed after it.

Nothing is saved here. Serves review-6, review-12.
"""

from __future__ import annotations

from typing import Any

from mingzhi.core.documents.models import Document
from mingzhi.procedures.penalty.file_order import contents
from mingzhi.procedures.penalty.filling.evidence import evidence_list
from mingzhi.procedures.penalty.models import Case, Evidence
from mingzhi.procedures.penalty.queries import heard_in_hearing
from mingzhi.procedures.penalty.severity import in_words, plain
from mingzhi.procedures.penalty.stages import Stage as CaseStage

from .models import Review, Submission

#: The stages of a case at which there is a proposal the brigade agreed to.
SUBMITTED_FROM = (CaseStage.NOTICE, CaseStage.DECISION)
#: Papers of the review itself are not submitted to it.
_OF_THE_REVIEW = frozenset({"D21", "D21b", "D22", "D22b"})


def package_of(case: Case) -> list[dict[str, Any]]:
    """The papers of the file in its order, then the files of evidence, each with its digest and pages."""
    found = []
    for item in contents(case):
        paper = item.document
        if paper is not None and paper.code not in _OF_THE_REVIEW:
            found.append(
                {
                    "kind": "document",
                    "id": paper.pk,
                    "code": paper.code,
                    "title": paper.title,
                    "number": paper.number,
                    "sha256": paper.sha256,
                    "pages": paper.pages,
                }
            )
    for row in Evidence.objects.filter(matter_id=case.pk).select_related("attachment__blob").order_by("id"):
        blob = row.attachment.blob if row.attachment else None
        found.append(
            {
                "kind": "evidence",
                "id": row.pk,
                "code": "",
                "title": row.name,
                "number": "",
                "sha256": blob.sha256 if blob else "",
                "pages": None,
            }
        )
    return found


def lacking(case: Case) -> list[str]:
    """What of review-6 the case cannot submit yet, as phrases."""
    found = []
    if case.stage not in SUBMITTED_FROM:
        found.append("拟作出的决定（调查终结报告须先经大队同意）")
    if not evidence_list(case):
        found.append("相关证据")
    if not Document.objects.filter(matter_id=case.pk, code="D20", voided_at__isnull=True).exists():
        found.append("案件调查终结报告")
    return found


def proposal_in_words(case: Case) -> str:
    """The intended decision as the application states it."""
    names = "、".join(case.penalty_partys.order_by("id").values_list("name", flat=True))
    told = in_words(case.proposed_penalties)
    return f"拟对{names}作出如下行政处罚：{told}。" if told else f"拟对{names}不予行政处罚。"


def latest(review: Review) -> Submission:
    """The submission of the present round."""
    return review.review_submissions.get(round=review.round)


def review_of(case: Case) -> Review | None:
    """The review of the penalty; that of a decision to execute is another's (`forcing`)."""
    return Review.objects.filter(case=case.pk, execution__isnull=True).first()


def overtaken(case: Case, submission: Submission, penalties: Any = None) -> list[str]:
    """What has come after this submission or differs from it, as phrases; nothing: what was reviewed is what would be decided.

    penalties: those that would be decided, where they are others than the proposed ones.
    """
    rows = plain(case.proposed_penalties if penalties is None else penalties)
    found = []
    if rows != submission.penalties:
        found.append(f"拟作出的处罚由“{in_words(submission.penalties) or '不予处罚'}”变为“{in_words(rows) or '不予处罚'}”")
    if case.found != submission.found:
        found.append("认定的事实有变化")
    submitted = {row["id"] for row in submission.package if row["kind"] == "document"}
    report = Document.objects.filter(matter_id=case.pk, code="D20", voided_at__isnull=True).last()
    if report is not None and report.pk not in submitted:
        found.append("送审之后重新提交了调查终结报告")
    hearing = heard_in_hearing(case)
    if hearing is not None and hearing.reported_at is not None and hearing.reported_at > submission.submitted_at:
        found.append("送审之后举行了听证")
    return found


__all__ = ["SUBMITTED_FROM", "lacking", "latest", "overtaken", "package_of", "proposal_in_words", "review_of"]
