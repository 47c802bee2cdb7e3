"""Ordering the party to correct or to stop, and the recheck. Source: penalty-law-28, recording-9.2."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.organs.models import User
from mingzhi.core.organs.prepared import Prepared

from .. import approving
from ..models import Case, CorrectionOrder

_ASKED = Prepared(
    lambda matter: CorrectionOrder.objects.filter(matter_id=matter, ordered_at__isnull=True, returned_at__isnull=True).order_by("-id")[:1],
    matter=int,
)


def asked(case: Case) -> CorrectionOrder | None:
    """The order that waits for the captain."""
    return _ASKED.first(matter=case.pk)


def ask_correction(case: Case, *, actor: User, at: datetime, content: str, **given: Any) -> list:
    """Propose an order; one line for each thing to correct or to stop."""
    lines = "\n".join(line.strip() for line in content.splitlines() if line.strip())
    order = CorrectionOrder(matter=case, content=lines, asked_by=actor, **given)
    return [order, approving.ask(case, "correction", actor, at, lines)]


def _decided(case: Case, order: CorrectionOrder, actor: User, at: datetime, text: str, grant: bool) -> list:
    approval = approving.pending(case, "correction")
    approval.target = str(order.pk)
    return [order, approving.decide(approval, actor, at, text, grant=grant)]


def order_correction(case: Case, *, actor: User, at: datetime, opinion: str) -> list:
    """Make the order that was proposed; it goes out under the seal."""
    order = asked(case)
    order.ordered_at = at
    return _decided(case, order, actor, at, opinion, grant=True)


def return_correction(case: Case, *, actor: User, at: datetime, reasons: str) -> list:
    """Send the proposal back; another may be made."""
    order = asked(case)
    order.returned_at = at
    return _decided(case, order, actor, at, reasons, grant=False)


def recheck(
    case: Case, *, actor: User, at: datetime, order: CorrectionOrder, acted_at: datetime, results: list, conclusion: str, **given: Any
) -> CorrectionOrder:
    """Record whether each thing was done; corrected means all of them. Source: recording-9.2."""
    order.rechecked_at = acted_at
    order.recheck_results = results
    order.recheck_findings = conclusion
    order.corrected = all(row["done"] for row in results)
    return order
