"""The report that ends the investigation. Source: penalty-law-57, posts-6.3."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.models import User

from ..benchmarks import benchmark_on
from ..models import Case
from ..severity import plain


def report(case: Case, *, actor: User, at: datetime, proposed_penalties: list[dict[str, Any]], **given: Any) -> None:
    """Lay down the facts found and what is proposed; definite amounts only."""
    case.benchmark = benchmark_on(case, local_day(at))
    case.also_violated = [{"power": power.pk, "code": power.code, "name": power.name} for power in given["also_violated"]]
    for name in ("circumstances", "mitigations", "deviation_because", "major_facts"):
        setattr(case, name, given[name])
    for name in ("found", "discretion", "discretion_basis", "uncorrected_because", "needs_review"):
        setattr(case, name, given[name])
    case.proposed_penalties = plain(proposed_penalties)
