"""While things are held: within the term, extended once and in time, tested in a stated time that the party was told in writing."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from mingzhi.core.engine import Already, before
from mingzhi.core.engine.models import Deadline
from mingzhi.core.organs.models import User
from mingzhi.procedures.penalty import approving
from mingzhi.procedures.penalty.gates.service import lay_on_service

from ..actions.measures import EXTENSION
from ..models import Seizure
from ..serving import under_test


def term(seizure: Seizure) -> Deadline | None:
    """The term of the seizure, as extended and pushed."""
    return Deadline.objects.filter(matter_id=seizure.pk, provision="compulsion-law-25", met_at__isnull=True, lifted_at__isnull=True).last()


def term_is_over(seizure: Seizure, at: datetime) -> bool:
    running = term(seizure)
    return running is not None and at > running.due_at


@before(
    "seizure.send_for_testing", "seizure.ask_extension", "seizure.approve_extension", "seizure.confiscate", "seizure.hand_over",
    "seizure.approve_afterwards", "seizure.ask_disposal", "seizure.approve_disposal", "seizure.carry_out_disposal",
    cites=("compulsion-law-25", "compulsion-law-28"), mend="seizure.release",
)  # fmt: skip
def term_still_runs(seizure: Seizure, *, actor: User, at: datetime) -> str | None:
    if not term_is_over(seizure, at):
        return None
    over = timezone.localtime(term(seizure).due_at)
    return f"查封、扣押期限已于{over:%Y-%m-%d}届满，应当立即解除，不能再办其他事项。请负责人作出解除决定。"


@before("seizure.ask_extension", cites="compulsion-law-25-extend", mend="seizure.approve_extension")
def extension_is_asked_once_at_a_time(seizure: Seizure, *, actor: User, at: datetime) -> str | None:
    return Already("延长的申请正在等待审批，不必再提。") if approving.pending(seizure, EXTENSION) else None


@before("seizure.ask_extension", cites="compulsion-law-25-extend")
def term_is_extended_once(seizure: Seizure, *, actor: User, at: datetime) -> str | None:
    running = term(seizure)
    if running is None or not running.extended:
        return None
    return Already(f"期限已经延长过，到{timezone.localtime(running.due_at):%Y-%m-%d}届满，不能再延长。请在期限内作出处理。")


@before("seizure.approve_extension", "seizure.refuse_extension", cites="compulsion-law-25-extend", mend="seizure.ask_extension")
def extension_was_asked_for(seizure: Seizure, *, actor: User, at: datetime) -> str | None:
    return None if approving.pending(seizure, EXTENSION) else "没有等待审批的延长申请。请承办人先提出。"


@before("seizure.send_for_testing", cites="compulsion-law-25.3")
def party_is_told_of_the_time(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["told"] and given["told_how"].strip():
        return None
    return "检测、检验、检疫或者技术鉴定的期间应当明确并书面告知当事人，没有告知的仍计入查封、扣押期限。请写明告知方式并勾选。"


@before("seizure.send_for_testing", cites="compulsion-law-25.3", mend="seizure.testing_done")
def one_testing_at_a_time(seizure: Seizure, *, actor: User, at: datetime) -> str | None:
    """Two times that overlap would be left out twice."""
    row = under_test(seizure).first()
    return f"{row.institution}的检测（鉴定）还没有完成，期间不能重复扣除。请先登记完成。" if row else None


@before("seizure.testing_done", cites="compulsion-law-25.3", mend="seizure.send_for_testing")
def something_is_being_tested(seizure: Seizure, *, actor: User, at: datetime) -> str | None:
    return None if under_test(seizure).exists() else "没有正在进行的检测（鉴定）。"


lay_on_service("seizure", "compulsion-law-24")
