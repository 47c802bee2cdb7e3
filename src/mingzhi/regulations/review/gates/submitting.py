"""Before papers are submitted: a proposal and evidence to submit, and one review to a case."""

from __future__ import annotations

from datetime import datetime

from mingzhi.core.engine import Already, before
from mingzhi.core.organs.models import User

from ..forcing import lacking_of_force, waiting
from ..models import Review
from ..package import lacking, review_of


@before("review.submit", cites="review-12", mend="review.resubmit")
def case_was_never_submitted(review: Review, *, actor: User, at: datetime) -> str | None:
    held = review_of(review.case) if review.case_id and not waiting(review.case) else None
    return Already(f"本案已经送审（{held.number}）。再次送审请在原法制审核件中办理。") if held else None


@before("review.submit", "review.resubmit", cites="review-6", mend="penalty.report")
def package_is_complete(review: Review, *, actor: User, at: datetime) -> str | None:
    missing = _lacking(review) if review.case_id else []
    if not missing:
        return None
    return f"送审材料不齐，缺：{'；'.join(missing)}。送审应当提交申请书、拟作出的决定、相关证据和其他材料。请补齐后再送审。"


def _lacking(review: Review) -> list[str]:
    """Of the penalty, or of the execution that this is, or would be, the review of."""
    enforcement = review.execution if review.pk else waiting(review.case)
    return lacking_of_force(enforcement) if enforcement else lacking(review.case)
