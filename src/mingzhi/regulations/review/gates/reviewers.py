"""Who may review: qualified, no handler now or before, no approver in the case, not recused; and who may decide on the reviewer's requests."""

from __future__ import annotations

from datetime import datetime

from mingzhi.core.engine import before
from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.models import Handler
from mingzhi.core.engine.places import handler_ids, who_did
from mingzhi.core.organs.models import User
from mingzhi.procedures.penalty.models import Approval, Recusal

from ..models import Review
from ..queries import unqualified_because

#: What heads decide in an execution.
_DECIDED = ("demand", "decide", "order_substitute", "agree", "suspend", "resume", "end")
#: What only the reviewer does.
REVIEWING = tuple(f"review.{name}" for name in ("receive", "return_incomplete", "ask", "consult", "ask_extension", "examine", "issue"))


def part_taken(review: Review, person: User) -> str | None:
    """What somebody has done in the case, or in the execution reviewed, that bars them from reviewing it, or None. Source: town-separation."""
    case, enforcement = review.case, review.execution
    if Handler.objects.filter(matter_id=case.pk, person=person).exists():
        return "是（曾是）本案承办人"
    approvals = Approval.objects.filter(matter_id__in=[case.pk, review.execution_id])
    if (approvals.filter(endorsed_by=person) | approvals.filter(decided_by=person)).exists():
        return "在本案中审核或者审批过"
    if enforcement is not None and person.pk in who_did(enforcement, *_DECIDED):
        return "在本案的强制执行中作出过催告、决定"
    return None


@before(*REVIEWING, cites="penalty-law-58.2", mend="review.assign_reviewer")
def reviewer_is_qualified(review: Review, *, actor: User, at: datetime) -> str | None:
    why = unqualified_because(actor, local_day(at))
    return f"{why}。初次从事法制审核的人员应当取得法律职业资格。请由其他审核人办理，或者先登记资格。" if why else None


@before(*REVIEWING, cites="town-separation", mend="review.assign_reviewer")
def reviewer_took_no_part(review: Review, *, actor: User, at: datetime) -> str | None:
    part = part_taken(review, actor) if review.case_id else None
    return f"您{part}，不能再审核本案。请由其他法制审核人员办理。" if part else None


@before(*REVIEWING, cites="posts-4", mend="review.assign_reviewer")
def the_one_assigned_reviews(review: Review, *, actor: User, at: datetime) -> str | None:
    if review.reviewer_id in (None, actor.pk):
        return None
    return f"本件由{review.reviewer.name}审核。需要换人的，请先由负责人指定审核人。"


@before("review.assign_reviewer", cites="penalty-law-58.2")
def who_is_assigned_is_qualified(review: Review, *, actor: User, at: datetime, given: dict) -> str | None:
    why = unqualified_because(given["reviewer"], local_day(at))
    return f"{why}，不能指定为审核人。初次从事法制审核的人员应当取得法律职业资格。请指定其他人。" if why else None


@before("review.assign_reviewer", cites=("town-separation", "penalty-law-43", "personnel-25"))
def who_is_assigned_took_no_part(review: Review, *, actor: User, at: datetime, given: dict) -> str | None:
    person = given["reviewer"]
    part = part_taken(review, person)
    if Recusal.objects.filter(matter_id=review.case_id, person=person, granted=True).exists():
        part = "在本案中已被决定回避"
    return f"{person.name}{part}，不能审核本案。请指定其他人。" if part else None


@before("review.assign_reviewer", "review.approve_extension", "review.refuse_extension", cites="town-separation")
def nobody_decides_on_their_own_request(review: Review, *, actor: User, at: datetime) -> str | None:
    if actor.pk in handler_ids(review):
        return "您是本案承办人，不能指定审核人，也不能审批审核的请求。请由其他负责人办理。"
    if actor.pk in who_did(review, "ask_extension"):
        return "延长审核期限是您提出的，不能再由您审批。请由其他负责人办理。"
    return None
