"""What an execution may not do without an agreed review of exactly the decision to force that would be made.

Serves review-4, review-5-cosign, review-12 and personnel-24-review; 行政处罚法 58 speaks of penalties only.
"""

from __future__ import annotations

from datetime import datetime

from mingzhi.core.engine import before
from mingzhi.core.engine.places import who_did
from mingzhi.core.organs.models import User
from mingzhi.law.reviewing import Outcome
from mingzhi.procedures.enforcement.models import Enforcement
from mingzhi.procedures.enforcement.times import deliberation_of, proposal_of

from ..forcing import differing, overtaken_force, reasons_of, review_of_force
from ..models import Review
from ..package import latest
from ..stages import Stage
from ..triggers import in_words

#: Decisions by which the organ forces a party itself.
FORCING = ("enforcement.decide", "enforcement.order_substitute")
_UNREVIEWED = ("review-4", "personnel-24-review")


def _review(enforcement: Enforcement) -> Review | None:
    """The review of a decision that is major."""
    return review_of_force(enforcement) if reasons_of(enforcement) else None


@before(*FORCING, cites=(*_UNREVIEWED, "review-6"), mend="enforcement.propose")
def major_force_is_proposed(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    why = in_words(reasons_of(enforcement))
    if not why or proposal_of(enforcement):
        return None
    return f"本决定属于重大行政执法决定（{why}），应当先由承办人提请并经法制审核。请先提请强制执行决定。"


@before(*FORCING, cites=(*_UNREVIEWED, "review-2"), mend="review.submit")
def major_force_was_submitted(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    why = in_words(reasons_of(enforcement))
    if not why or proposal_of(enforcement) is None or review_of_force(enforcement):
        return None
    return f"本决定属于重大行政执法决定（{why}），应当先经法制审核，未经审核不得作出决定。请先送审。"


@before(*FORCING, cites=(*_UNREVIEWED, "review-2"), mend="enforcement.propose")
def manner_does_not_make_it_major(enforcement: Enforcement, *, actor: User, at: datetime, given: dict) -> str | None:
    if reasons_of(enforcement):
        return None
    why = in_words(reasons_of(enforcement, given["manner"]))
    return f"填写的方式使本决定成为重大行政执法决定（{why}），应当先提请并经法制审核。" if why else None


@before(*FORCING, cites=_UNREVIEWED, mend="review.issue")
def review_of_force_is_finished(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    held = _review(enforcement)
    if held is None or held.stage not in (Stage.SUBMITTED, Stage.REVIEWING):
        return None
    return "法制审核还没有完成，未经审核不得作出强制执行决定。请等待审核意见。"


@before(*FORCING, cites=(*_UNREVIEWED, "review-11.2", "review-11.3", "review-11.4", "review-12"), mend="review.resubmit")
def review_of_force_agreed(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    held = _review(enforcement)
    if held is None or held.stage in (Stage.SUBMITTED, Stage.REVIEWING, Stage.AGREED):
        return None
    if held.stage != Stage.ADVISED:
        return f"送审{'材料已退回补正' if held.stage == Stage.RETURNED else '已经撤回'}，本决定尚未经法制审核。请补齐后再次送审。"
    submission = latest(held)
    asked = submission.get_course_display() or Outcome(submission.result).title
    return f"法制审核意见是{asked}：{submission.opinion}。审核未通过不得作出强制执行决定，请按意见办理后再次送审，或者终结执行。"


@before(*FORCING, cites=(*_UNREVIEWED, "review-12"), mend="review.resubmit")
def force_agreed_to_is_still_proposed(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    held = _review(enforcement)
    if held is None or held.stage != Stage.AGREED:
        return None
    changes = overtaken_force(enforcement, latest(held))
    return f"法制审核同意之后有变化：{'；'.join(changes)}。审核后改动的，应当再次送审。" if changes else None


@before(*FORCING, cites=(*_UNREVIEWED, "review-12"), mend="enforcement.propose")
def force_agreed_to_is_what_is_decided(enforcement: Enforcement, *, actor: User, at: datetime, given: dict) -> str | None:
    """What is typed at the last moment is not what was reviewed."""
    held = _review(enforcement)
    if held is None or held.stage != Stage.AGREED or overtaken_force(enforcement, latest(held)):
        return None
    changes = differing(latest(held).order, given)
    return f"填写的决定与审核同意的不一致：{'；'.join(changes)}。需要改动的，重新提请并再次送审。" if changes else None


@before("enforcement.discuss", cites=("review-5-collective", "personnel-24-review"), mend="review.submit")
def review_of_force_comes_before_the_discussion(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    held = review_of_force(enforcement)
    if not reasons_of(enforcement):
        return "本件不属于重大行政执法决定，由负责人直接决定，不需要集体讨论。"
    if held is not None and held.stage == Stage.AGREED and not overtaken_force(enforcement, latest(held)):
        return None
    return "法制审核同意之后才提交负责人集体讨论。请先提请、送审，取得同意的审核意见；审核后有变化的，再次送审。"


@before(*FORCING, cites=("review-5-collective", "personnel-24-review"), mend="enforcement.discuss")
def heads_agreed_together_after_the_review(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    held, row = _review(enforcement), deliberation_of(enforcement)
    if held is None or held.stage != Stage.AGREED or overtaken_force(enforcement, latest(held)):
        return None
    if row is None or row.from_at < latest(held).issued_at:
        return "法制审核已经同意，应当由负责人集体讨论决定。请先集体讨论。"
    return None if row.agreed else "最近一次集体讨论不同意作出本决定。请重新提请、送审后再讨论，或者终结执行。"


@before("enforcement.demand", *FORCING, cites=("town-separation", "review-5-cosign"))
def reviewer_does_not_decide_on_force(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    held = review_of_force(enforcement)
    if held is None or actor.pk not in who_did(held, "receive", "examine", "issue"):
        return None
    return "您是本决定的法制审核人，不能再作出本决定。请由其他负责人办理。"
