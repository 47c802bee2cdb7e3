"""What a major case may not do without an agreed review of exactly what would be decided. READ FIRST of the gates.

Serves review-4, review-5, penalty-law-58 and personnel-24. The case knows nothing of this floor.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from mingzhi.core.engine import before
from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.places import who_did
from mingzhi.core.organs.models import User
from mingzhi.law.reviewing import Outcome
from mingzhi.procedures.penalty.discussing import calls_for_discussion, last_discussion
from mingzhi.procedures.penalty.models import Case

from ..models import Review
from ..package import latest, overtaken, review_of
from ..stages import Stage
from ..triggers import in_words, major_reasons

#: Decisions of a case: to punish, and not to punish.
DECISIONS = ("penalty.decide", "penalty.not_punish")
_UNREVIEWED = ("penalty-law-58", "review-4", "personnel-24-review")


def _major(case: Case, at: datetime) -> str:
    """Why the case is major, in words; empty when it is not."""
    return in_words(major_reasons(case, local_day(at)))


def _review(case: Case, at: datetime) -> Review | None:
    """The review of a case that is major."""
    return review_of(case) if _major(case, at) else None


@before(*DECISIONS, cites=(*_UNREVIEWED, "review-2"), mend="review.submit")
def major_case_was_submitted(case: Case, *, actor: User, at: datetime) -> str | None:
    why = _major(case, at)
    if not why or review_of(case):
        return None
    return f"本件属于重大行政执法决定（{why}），应当先经法制审核，未经审核不得作出决定。请先送审。"


@before(*DECISIONS, cites=_UNREVIEWED, mend="review.issue")
def review_is_finished(case: Case, *, actor: User, at: datetime) -> str | None:
    held = _review(case, at)
    if held is None or held.stage not in (Stage.SUBMITTED, Stage.REVIEWING):
        return None
    return "法制审核还没有完成，未经审核不得作出决定。请等待审核意见。"


@before(*DECISIONS, cites=(*_UNREVIEWED, "review-11.2", "review-12"), mend="review.resubmit")
def review_did_not_ask_for_correction(case: Case, *, actor: User, at: datetime) -> str | None:
    held = _review(case, at)
    if held is None or held.result not in (None, Outcome.CORRECT) or held.stage in (Stage.SUBMITTED, Stage.REVIEWING, Stage.AGREED):
        return None
    if held.stage == Stage.ADVISED:
        return f"法制审核意见是改正：{latest(held).opinion}。请改正后再次送审，审核未通过不得作出决定。"
    return f"送审{'材料已退回补正' if held.stage == Stage.RETURNED else '已经撤回'}，本件尚未经法制审核。请补齐后再次送审。"


@before(*DECISIONS, cites=(*_UNREVIEWED, "review-11.3"), mend="penalty.return_report")
def review_did_not_ask_for_investigation(case: Case, *, actor: User, at: datetime) -> str | None:
    held = _review(case, at)
    if held is None or held.stage != Stage.ADVISED or held.result != Outcome.REINVESTIGATE:
        return None
    submission = latest(held)
    return (
        f"法制审核意见是{submission.get_course_display()}：{submission.opinion}。请退回补充调查，或者撤案、终止，审核未通过不得作出决定。"
    )


@before(*DECISIONS, cites=(*_UNREVIEWED, "review-11.4"), mend="penalty.ask_transfer")
def review_did_not_ask_for_transfer(case: Case, *, actor: User, at: datetime) -> str | None:
    held = _review(case, at)
    if held is None or held.stage != Stage.ADVISED or held.result != Outcome.TRANSFER:
        return None
    return f"法制审核意见是移送：{latest(held).opinion}。请办理移送，不得作出行政处罚决定。"


@before(*DECISIONS, cites=(*_UNREVIEWED, "review-12"), mend="review.resubmit")
def what_was_agreed_to_is_what_is_decided(case: Case, *, actor: User, at: datetime) -> str | None:
    return _overtaken(case, at, None)


@before("penalty.decide", cites=(*_UNREVIEWED, "review-12"), mend="review.resubmit")
def change_was_agreed_to(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    """A penalty typed at the last moment is not what was reviewed, even a lighter one."""
    return None if _overtaken(case, at, None) else _overtaken(case, at, given["penalties"])


@before("penalty.decide", cites=(*_UNREVIEWED, "review-2"), mend="review.submit")
def change_does_not_make_the_case_major(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    if _major(case, at):
        return None
    why = in_words(major_reasons(case, local_day(at), given["penalties"]))
    return f"改动后的决定属于重大行政执法决定（{why}），应当先经法制审核。请退回重新提请并送审。" if why else None


def _overtaken(case: Case, at: datetime, penalties: Any) -> str | None:
    held = _review(case, at)
    if held is None or held.stage != Stage.AGREED:
        return None
    changes = overtaken(case, latest(held), penalties)
    if not changes:
        return None
    return f"法制审核同意之后有变化：{'；'.join(changes)}。审核后改动的，应当再次送审。"


# 审核通过后，提交负责人集体讨论


@calls_for_discussion
def major_decisions_are_discussed(case: Case, on: date) -> str | None:
    """Whatever must be reviewed must be discussed. Source: review-5-collective, personnel-24-review."""
    return in_words(major_reasons(case, on)) or None


@before("penalty.discuss", cites=("review-5-collective", "personnel-24-review"), mend="review.submit")
def review_comes_before_the_discussion(case: Case, *, actor: User, at: datetime) -> str | None:
    why = _major(case, at)
    if not why:
        return None
    held = review_of(case)
    if held is not None and held.stage == Stage.AGREED and not overtaken(case, latest(held)):
        return None
    return f"本件属于重大行政执法决定（{why}），法制审核通过后才提交负责人集体讨论。现在{_how_far(case, held)}。"


def _how_far(case: Case, held: Review | None) -> str:
    if held is None:
        return "还没有送审"
    if held.stage == Stage.AGREED:
        return f"审核同意之后有变化：{'；'.join(overtaken(case, latest(held)))}，应当再次送审"
    return f"法制审核的环节是“{Stage(held.stage).label}”"


@before(*DECISIONS, cites=("review-5-collective", "personnel-24-review"), mend="penalty.discuss")
def discussion_came_after_the_review(case: Case, *, actor: User, at: datetime) -> str | None:
    held, row = _review(case, at), last_discussion(case)
    if held is None or row is None or held.stage != Stage.AGREED or row.from_at >= latest(held).issued_at:
        return None
    return "最近一次集体讨论是在法制审核同意之前举行的。审核通过后应当再由负责人集体讨论决定。"


@before("penalty.endorse_decision", *DECISIONS, cites=("town-separation", "review-5-cosign"))
def reviewer_does_not_decide(case: Case, *, actor: User, at: datetime) -> str | None:
    held = review_of(case)
    if held is None or actor.pk not in who_did(held, "receive", "examine", "issue"):
        return None
    return "您是本案的法制审核人，不能再审核、审批本案的决定。请由其他负责人办理。"
