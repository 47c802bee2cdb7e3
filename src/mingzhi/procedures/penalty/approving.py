"""Asking, endorsing, deciding: the chain 承办人 → 大队长 → 负责人 as rows, for every request of a case."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.organs.models import User

from .models import Approval


def ask(case: Any, subject: str, actor: User, at: datetime, opinion: str, target: str = "") -> Approval:
    """A new request."""
    return Approval(matter=case, subject=subject, target=target, asked_by=actor, asked_at=at, opinion=opinion)


def pending(case: Any, subject: str, target: str = "") -> Approval | None:
    """The request of this subject that nobody has decided yet."""
    rows = Approval.objects.filter(matter_id=case.pk, subject=subject, granted__isnull=True)
    return (rows.filter(target=target) if target else rows).last()


def granted(case: Any, subject: str, target: str = "") -> Approval | None:
    """The latest request of this subject that was granted."""
    rows = Approval.objects.filter(matter_id=case.pk, subject=subject, granted=True)
    return (rows.filter(target=target) if target else rows).last()


def endorse(approval: Approval, actor: User, at: datetime, text: str) -> Approval:
    approval.endorsed_by, approval.endorsed_at, approval.endorsement = actor, at, text
    return approval


def decide(approval: Approval, actor: User, at: datetime, text: str, grant: bool) -> Approval:
    approval.decided_by, approval.decided_at, approval.decision, approval.granted = actor, at, text, grant
    return approval
