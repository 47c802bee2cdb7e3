"""While a review is under way: its questions, its period, its ten aspects, and the opinion they make."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from mingzhi.core.engine import Already, before
from mingzhi.core.engine.models import Deadline
from mingzhi.core.organs.models import User
from mingzhi.law.reviewing import Aspect, Outcome, Verdict, result, unjudged
from mingzhi.procedures.penalty import approving

from ..actions import EXTENSION
from ..models import Question, Review
from ..package import latest
from ..queries import unanswered, verdicts_of


def running(review: Review) -> Deadline | None:
    """The period of the present round."""
    return Deadline.objects.filter(matter_id=review.pk, provision="review-8", met_at__isnull=True, lifted_at__isnull=True).first()


@before("review.answer", cites="review-10", mend="review.ask")
def there_is_a_question(review: Review, *, actor: User, at: datetime) -> str | None:
    if Question.objects.filter(matter_id=review.pk, answered_at__isnull=True).exists():
        return None
    return "审核人没有待答复的问题。"


@before("review.ask_extension", cites=("review-8", "review-8-extend"))
def period_can_still_be_extended(review: Review, *, actor: User, at: datetime) -> str | None:
    if approving.pending(review, EXTENSION):
        return Already("延长审核期限的申请正在等待审批，不必再提。")
    period = running(review)
    if period is None:
        return None
    if period.extended:
        return Already(f"本次送审的审核期限已经延长过，到{timezone.localtime(period.due_at):%Y-%m-%d}届满，不能再延长。")
    return _over(period, at)


@before("review.approve_extension", cites=("review-8", "review-8-extend"))
def period_is_not_over(review: Review, *, actor: User, at: datetime) -> str | None:
    period = running(review)
    return _over(period, at) if period else None


def _over(period: Deadline, at: datetime) -> str | None:
    if at <= period.due_at:
        return None
    return f"审核期限已于{timezone.localtime(period.due_at):%Y-%m-%d}届满，不能再延长。请尽快出具审核意见。"


@before("review.approve_extension", "review.refuse_extension", cites="review-8-extend", mend="review.ask_extension")
def extension_was_asked_for(review: Review, *, actor: User, at: datetime) -> str | None:
    return None if approving.pending(review, EXTENSION) else "没有等待审批的延长审核期限的申请。"


@before("review.examine", cites="review-9")
def every_fault_has_its_grounds_and_page(review: Review, *, actor: User, at: datetime, given: dict) -> str | None:
    found = []
    for aspect in Aspect:
        verdict = given[f"{aspect}_verdict"]
        if verdict in ("", Verdict.FIT):
            continue
        wanted = (("理由", "grounds"), ("所指文书", "paper"), ("页", "page"))
        lacking = [word for word, name in wanted if not given[f"{aspect}_{name}"]]
        if lacking:
            found.append(f"“{aspect.title}”缺{'、'.join(lacking)}")
    return f"瑕疵、不合格的方面应当写明理由和所指的页：{'；'.join(found)}。" if found else None


@before("review.issue", cites="review-9", mend="review.examine")
def every_aspect_is_judged(review: Review, *, actor: User, at: datetime) -> str | None:
    left = unjudged(verdicts_of(latest(review)))
    return f"还有{len(left)}个方面没有审核：{'、'.join(aspect.title for aspect in left)}。" if left else None


@before("review.issue", cites="review-10", mend="review.answer")
def questions_are_answered_before_agreement(review: Review, *, actor: User, at: datetime) -> str | None:
    """An opinion that does not agree may be given although nobody answered."""
    submission = latest(review)
    waiting = unanswered(submission)
    verdicts = verdicts_of(submission)
    if not waiting or unjudged(verdicts) or result(verdicts) is not Outcome.AGREE:
        return None
    return f"有{len(waiting)}个问题承办人还没有答复，不能出具同意的意见：{waiting[0].question}"


@before("review.issue", cites="review-11.3")
def what_is_to_happen_is_named(review: Review, *, actor: User, at: datetime, given: dict) -> str | None:
    verdicts = verdicts_of(latest(review))
    if unjudged(verdicts) or given["course"] or result(verdicts) is not Outcome.REINVESTIGATE:
        return None
    return "逐项审核的结论是主体、人员、事实证据或者程序不合格。请在重新调查、补充调查、不予作出行政执法决定中选择一种。"
