"""附表: how the cases went, and what reviews and courts made of them; beside the five tables, for whoever compares towns.

Source: law.md §3.4 (曲阜 variant).
"""

from __future__ import annotations

from django.db.models import Q

from mingzhi.procedures.clue.models import Clue
from mingzhi.procedures.crime.models import CrimeTransfer
from mingzhi.procedures.penalty.models import Case
from mingzhi.procedures.remedy.models import Remedy

from ..tables import Cells
from .penalties import PUNISH, counted
from .span import Span

#: Results by which a review organ or a court put the town right.
CORRECTED = (Remedy.Result.CHANGED, Remedy.Result.REVOKED, Remedy.Result.UNLAWFUL, Remedy.Result.VOID)
_COURT = (Remedy.Kind.SUIT, Remedy.Kind.APPEAL)


def cells(span: Span) -> Cells:
    """A second instance is no second suit; what it ended in is the result of the one."""
    cases = Case.objects.filter(authority=span.authority).order_by("pk")
    remedies = Remedy.objects.filter(authority=span.authority).order_by("pk")
    came = span.days("received_on") | (Q(received_on__isnull=True) & span.days("applied_on"))
    corrected = remedies.filter(span.days("effective_on"), result__in=CORRECTED)
    rows = {
        "filed": cases.filter(span.days("filed_on")),
        "closed": cases.filter(span.days("closed_on")).exclude(outcome=Case.Outcome.NOT_FILED),
        "reviewed": remedies.filter(came, remedy_kind=Remedy.Kind.REVIEW),
        "review_corrected": corrected.filter(remedy_kind=Remedy.Kind.REVIEW),
        "sued": remedies.filter(came, remedy_kind=Remedy.Kind.SUIT),
        "lost": corrected.filter(remedy_kind__in=_COURT),
        "crime": CrimeTransfer.objects.filter(span.moments("handed_at"), authority=span.authority).order_by("pk"),
        "reports": Clue.objects.filter(span.moments("received_at"), authority=span.authority, source=Clue.Source.REPORT).order_by("pk"),
    }
    done = {"summary": span.records(PUNISH), "not_punished": span.records("penalty.not_punish")}
    return {f"course.{name}": counted(found.values_list("pk", flat=True)) for name, found in rows.items()} | {
        f"course.{name}": counted(found.values_list("matter_id", flat=True)) for name, found in done.items()
    }
