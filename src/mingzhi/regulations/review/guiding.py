"""What comes next in a review while it is read: its aspects first, then the opinion, and an answer where a question waits."""

from __future__ import annotations

from datetime import datetime

from mingzhi.law.reviewing import unjudged

from .models import Review
from .package import latest
from .procedure import review as procedure
from .queries import verdicts_of
from .stages import Stage


@procedure.turns
def aspects_then_opinion(review: Review, at: datetime) -> tuple[str, ...]:
    """Aspects are saved in parts: that some were saved does not make it time for the opinion. Source: review-9, review-10."""
    if review.stage != Stage.REVIEWING:
        return ()
    return ("examine" if unjudged(verdicts_of(latest(review))) else "issue", "answer")
