"""Sampling, keeping things as evidence in advance, appraisal. Source: penalty-law-56, recording-7.5, recording-7.6."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from mingzhi.core.engine.models import Attachment
from mingzhi.core.organs.models import User

from .. import approving
from ..models import Appraisal, Case, Evidence, Preservation, Sampling


def asked_sampling(case: Case) -> Sampling | None:
    """The sampling that waits for approval."""
    return Sampling.objects.filter(matter_id=case.pk, approved_at__isnull=True, refused_at__isnull=True).last()


def asked_preservation(case: Case) -> Preservation | None:
    """The preservation that waits for the head."""
    return Preservation.objects.filter(matter_id=case.pk, approved_at__isnull=True, refused_at__isnull=True).last()


def _decide(case: Case, subject: str, row: Any, actor: User, at: datetime, text: str, grant: bool) -> list:
    if grant:
        row.approved_at = at
    else:
        row.refused_at = at
    approval = approving.pending(case, subject)
    approval.target = str(row.pk)
    return [row, approving.decide(approval, actor, at, text, grant=grant)]


def ask_sampling(case: Case, *, actor: User, at: datetime, **given: Any) -> list:
    """Ask to take samples. Source: penalty-law-56-sample."""
    return [Sampling(matter=case, **given), approving.ask(case, "sampling", actor, at, given["reason"])]


def approve_sampling(case: Case, *, actor: User, at: datetime, opinion: str) -> list:
    return _decide(case, "sampling", asked_sampling(case), actor, at, opinion, grant=True)


def refuse_sampling(case: Case, *, actor: User, at: datetime, reasons: str) -> list:
    return _decide(case, "sampling", asked_sampling(case), actor, at, reasons, grant=False)


def sample(
    case: Case, *, actor: User, at: datetime, sampling: Sampling, acted_at: datetime, place: str, sealed_how: str, goods: list, **given: Any
) -> Sampling:
    """Record the samples taken and how they were sealed."""
    sampling.taken_at, sampling.place, sampling.sealed_how, sampling.goods = acted_at, place, sealed_how, goods
    return sampling


def dispose_sample(case: Case, *, actor: User, at: datetime, sampling: Sampling, disposals: list) -> Sampling:
    """Say what became of each sample."""
    sampling.disposed_at, sampling.disposals = at, disposals
    return sampling


def ask_preservation(case: Case, *, actor: User, at: datetime, **given: Any) -> list:
    """Ask the head for leave to keep things that may be lost. Source: penalty-law-56-approve."""
    return [Preservation(matter=case, **given), approving.ask(case, "preservation", actor, at, given["reason"])]


def approve_preservation(case: Case, *, actor: User, at: datetime, opinion: str) -> list:
    return _decide(case, "preservation", asked_preservation(case), actor, at, opinion, grant=True)


def refuse_preservation(case: Case, *, actor: User, at: datetime, reasons: str) -> list:
    return _decide(case, "preservation", asked_preservation(case), actor, at, reasons, grant=False)


def preserve(case: Case, *, actor: User, at: datetime, preservation: Preservation, acted_at: datetime, **given: Any) -> Preservation:
    """Keep the things; the days for deciding what becomes of them run from here. Source: penalty-law-56."""
    preservation.carried_out_at = acted_at
    return preservation


def dispose_preserved(case: Case, *, actor: User, at: datetime, preservation: Preservation, disposals: list, reasons: str) -> Preservation:
    """Decide what becomes of each thing kept. Source: penalty-law-56."""
    preservation.disposed_at, preservation.disposals, preservation.disposal_reasons = at, disposals, reasons
    return preservation


def commission_appraisal(case: Case, *, actor: User, at: datetime, **given: Any) -> Appraisal:
    """Ask a qualified institution. Source: penalty-law-46, recording-7.5."""
    return Appraisal(matter=case, asked_at=at, **given)


def receive_appraisal(
    case: Case,
    *,
    actor: User,
    at: datetime,
    appraisal: Appraisal,
    report_number: str,
    opinion: str,
    received_on: date,
    object_until_on: date,
    file: Attachment | None,
) -> list:
    """Keep the opinion as evidence and tell the party of it."""
    appraisal.report_number, appraisal.opinion, appraisal.received_on = report_number, opinion, received_on
    appraisal.attachment = file
    evidence = Evidence(
        matter=case,
        kind=Evidence.Kind.OPINION,
        name=f"{appraisal.institution}鉴定意见（{report_number}）",
        source="委托鉴定",
        holder=appraisal.institution,
        maker=appraisal.institution,
        made_at=timezone.make_aware(datetime.combine(received_on, datetime.min.time())),
        place=appraisal.institution,
        proves=opinion,
        attachment=file,
        sha256=file.blob.sha256 if file else "",
        sm3=file.blob.sm3 if file else "",
    )
    return [appraisal, evidence]
