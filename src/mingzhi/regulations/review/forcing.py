"""Review of a decision to execute by force: when such a decision is major, what is submitted of it, and what has overtaken it. READ FIRST.

A review of this kind is about the case, as any other, and names the execution it was made for. Nothing is saved here.
Serves review-2, review-4, review-6, review-12 and law.md §2.6; why so is settled in docs/decisions/0071.
"""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from mingzhi.core.documents.models import Document
from mingzhi.law.provisions import cited
from mingzhi.procedures.enforcement.models import Enforcement, Plea
from mingzhi.procedures.enforcement.stages import Stage as ForceStage
from mingzhi.procedures.enforcement.times import demand_of, proposal_of
from mingzhi.procedures.penalty.discussing import MAJOR_FACTS
from mingzhi.procedures.penalty.filling.evidence import evidence_list
from mingzhi.procedures.penalty.models import Case

from .models import Review, Submission
from .package import SUBMITTED_FROM, overtaken
from .triggers import Reason

Way = Enforcement.Way
#: What the organ decides and carries out itself. What is cleared at once (compulsion-law-52) cannot wait; a court examines for itself.
_OWN = (Way.DEMOLISH, Way.SUBSTITUTE)
_DEMOLISHES = "拆除"
#: On which articles of the general law such a decision rests.
FORCE_LAW = {Way.DEMOLISH: ("compulsion-law-37", "compulsion-law-44"), Way.SUBSTITUTE: ("compulsion-law-50", "compulsion-law-51")}
#: What a decision to execute consists of, as it is compared.
_PARTS = {"reasons": "理由", "manner": "方式", "begins_at": "时间"}


def reasons_of(enforcement: Enforcement, manner: str = "") -> list[Reason]:
    """Every reason for which a decision to execute is major; none: a head may make it without a review.

    manner: how it would be done, where that is not yet proposed.
    """
    if enforcement.way not in _OWN:
        return []
    proposal, case, found = proposal_of(enforcement), enforcement.case, []
    words = f"{enforcement.duties}{proposal.manner if proposal else ''}{manner}"
    if enforcement.way == Way.DEMOLISH:
        found.append("直接关系当事人重大权益：强制拆除")
    elif _DEMOLISHES in words:
        found.append("直接关系当事人重大权益：以代履行的方式拆除")
    found += [told for name, told in MAJOR_FACTS.items() if name in case.major_facts]
    rows = [Reason(sentence, cited("review-2")[0]) for sentence in found]
    return rows + ([Reason(case.needs_review, cited("review-2")[0], automatic=False)] if case.needs_review else [])


def review_of_force(enforcement: Enforcement) -> Review | None:
    return Review.objects.filter(execution=enforcement.pk).first()


def waiting(case: Case) -> Enforcement | None:
    """The execution of the case whose proposed decision is major and was never submitted, the oldest first."""
    rows = Enforcement.objects.filter(case=case.pk, stage=ForceStage.PREPARED, way__in=_OWN, legal_reviews__isnull=True).order_by("pk")
    return next((row for row in rows if proposal_of(row) and reasons_of(row)), None)


def lacking_of_force(enforcement: Enforcement) -> list[str]:
    """What of review-6 cannot be submitted yet, as phrases."""
    found = []
    if enforcement.stage != ForceStage.PREPARED or proposal_of(enforcement) is None:
        found.append("拟作出的强制执行决定（催告期满后由承办人提请）")
    if not evidence_list(enforcement.case):
        found.append("相关证据")
    if demand_of(enforcement) is None:
        found.append("催告书")
    return found


def plain_order(enforcement: Enforcement) -> dict[str, str]:
    """What is proposed, as a submission keeps it."""
    return _plain(proposal_of(enforcement))


def _plain(row: Any) -> dict[str, str]:
    """reasons, manner and begins_at of a proposal, or of the input of a decision."""
    given = row if isinstance(row, dict) else vars(row)
    moment = timezone.localtime(given["begins_at"])
    return {"reasons": given["reasons"].strip(), "manner": given["manner"].strip(), "begins_at": f"{moment:%Y-%m-%d %H:%M}"}


def order_in_words(enforcement: Enforcement) -> str:
    """The intended decision as the application states it."""
    row = proposal_of(enforcement)
    if row is None:
        return ""
    names = "、".join(enforcement.case.penalty_partys.order_by("id").values_list("name", flat=True))
    begins = timezone.localtime(row.begins_at)
    duties = "；".join(line.strip().rstrip("。；") for line in enforcement.duties.splitlines() if line.strip())
    return (
        f"拟对{names}作出{enforcement.get_way_display()}决定（{enforcement.number}），执行未履行的义务：{duties}。"
        f"方式：{row.manner.rstrip('。')}。时间：{begins:%Y年%-m月%-d日%H时%M分}起。理由：{row.reasons.rstrip('。')}。"
    )


def differing(reviewed: dict[str, str], decided: dict[str, Any]) -> list[str]:
    """In which parts a decision is not what was reviewed, as phrases."""
    now = _plain(decided)
    return [f"{label}由“{reviewed[name]}”变为“{now[name]}”" for name, label in _PARTS.items() if reviewed.get(name) != now[name]]


def overtaken_force(enforcement: Enforcement, submission: Submission) -> list[str]:
    """What has come after this submission or differs from it, as phrases; nothing: what was reviewed is what would be decided."""
    found = []
    row = proposal_of(enforcement)
    if row is not None:
        found += [f"拟作出的强制执行决定的{phrase}" for phrase in differing(submission.order, vars(row))]
    if enforcement.case.found != submission.found:
        found.append("认定的事实有变化")
    demand = demand_of(enforcement)
    if demand is not None and not _submitted(demand, submission):
        found.append("送审之后重新催告")
    if Plea.objects.filter(matter_id=enforcement.pk, heard_at__gt=submission.submitted_at).exists():
        found.append("送审之后当事人又作了陈述申辩")
    return found


def changed_since(review: Review, submission: Submission) -> list[str]:
    """What has overtaken a submission while its decision is still to be made, whether to punish or to execute."""
    force, case = review.execution, review.case
    if force is not None:
        return overtaken_force(force, submission) if force.stage == ForceStage.PREPARED else []
    return overtaken(case, submission) if case.stage in SUBMITTED_FROM else []


def _submitted(paper: Document, submission: Submission) -> bool:
    return any(item["kind"] == "document" and item["id"] == paper.pk for item in submission.package)
