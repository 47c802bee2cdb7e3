"""Where a case stands as to its collective discussion: whether it needs one, and whether the latest still holds.

@calls_for_discussion
def heard(case, on): return a phrase or None

Upper floors say there what else must be discussed. Serves penalty-law-57.2 and review-5-collective.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from mingzhi.core.engine.days import local_day

from .models import Case, Discussion, Hearing, Statement
from .severity import in_words, plain

Reason = Callable[[Any, date], str | None]
_REASONS: list[Reason] = []

#: The facts of a case that make its decision a major one, as the report ticks them. Source: review-2, penalty-law-58.
MAJOR_FACTS = {
    "public_interest": "涉及重大公共利益",
    "social_risk": "可能造成重大社会影响或者引发社会风险",
    "weighty_interest": "直接关系当事人或者第三人重大权益",
    "complex": "案件情况疑难复杂",
    "several_relations": "涉及多个法律关系",
}


def calls_for_discussion(function: Reason) -> Reason:
    """Declare a reason for which the heads decide together: a phrase, or None."""
    _REASONS.append(function)
    return function


@calls_for_discussion
def complex_or_major(case: Case, on: date) -> str | None:
    """The facts the report ticked, and the officer's own reason. Source: penalty-law-57.2."""
    told = [words for name, words in MAJOR_FACTS.items() if name in (case.major_facts or ())]
    return "；".join([*told, *([case.needs_review.rstrip("。")] if case.needs_review else [])]) or None


def to_be_discussed_because(case: Case, on: date) -> str:
    """Why the heads must decide together, each reason once; empty when one of them may decide."""
    found = [part for reason in _REASONS for part in (reason(case, on) or "").split("；") if part]
    return "；".join(dict.fromkeys(found))


def discussions(case: Any) -> list[Discussion]:
    """Every discussion of the case, oldest first."""
    return list(Discussion.objects.filter(matter_id=case.pk).order_by("id"))


def last_discussion(case: Any) -> Discussion | None:
    return Discussion.objects.filter(matter_id=case.pk).order_by("id").last()


def outrun(case: Case, row: Discussion) -> list[str]:
    """What has changed or come since this discussion, as phrases; nothing: it still holds."""
    found = []
    if plain(case.proposed_penalties) != row.proposed:
        before, now = (in_words(rows) or "不予处罚" for rows in (row.proposed, case.proposed_penalties))
        found.append(f"提请的处罚由“{before}”变为“{now}”")
    if case.found != row.found:
        found.append("认定的事实有变化")
    heard = Statement.objects.filter(matter_id=case.pk, made_at__gt=row.until_at).exclude(channel=Statement.Channel.WAIVED)
    if heard.exists():
        found.append("当事人又作了陈述申辩")
    if Hearing.objects.filter(matter_id=case.pk, reported_at__gt=row.until_at).exists():
        found.append("讨论之后举行了听证")
    return found


def day_of(row: Discussion) -> date:
    return local_day(row.from_at)


__all__ = [
    "MAJOR_FACTS",
    "calls_for_discussion",
    "day_of",
    "discussions",
    "last_discussion",
    "outrun",
    "to_be_discussed_because",
]
