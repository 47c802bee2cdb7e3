"""The benchmark of a case: which version applies, what it proposes, whether a fine leaves it, and how papers name it.

The version is that of the report's day; where the one of the act is lighter the report says so (penalty-law-37). Serves personnel-21.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Q

from mingzhi.core.organs.models import Authority
from mingzhi.law.discretion import Proposed, Tier, outside, propose
from mingzhi.law.fines import PartyKind, PenaltyKind

from .models import Benchmark, Case, Party
from .severity import Rows, total


def benchmark_on(case: Case, on: date) -> Benchmark | None:
    """The version for the case's power in force on a day."""
    rows = Benchmark.objects.valid_on(on).filter(authority_id=case.authority_id, power_code=case.power.code)
    return rows.order_by("valid_from").last()


def tiers_for(benchmark: Benchmark, party_kind: str) -> list[Tier]:
    """Its tiers for one kind of party, from light to heavy."""
    column = "unit" if PartyKind(party_kind) is PartyKind.ORGANISATION else "citizen"
    return [
        Tier(
            row["name"],
            tuple((one["code"], one["text"]) for one in row["circumstances"]),
            Decimal(row[column][0]),
            Decimal(row[column][1]),
        )
        for row in benchmark.tiers
    ]


def proposals(case: Case, benchmark: Benchmark | None, ticked: Iterable[str]) -> list[Proposed]:
    """What the benchmark proposes for each party of the case, once for each kind of party."""
    if benchmark is None:
        return []
    ticked = list(ticked)
    kinds = dict.fromkeys(Party.objects.filter(matter_id=case.pk).order_by("id").values_list("kind", flat=True))
    return [found for kind in kinds if (found := propose(tiers_for(benchmark, kind), ticked))]


def leaves_range(case: Case, benchmark: Benchmark | None, ticked: Iterable[str], rows: Rows, mitigated: bool) -> str | None:
    """How the fine leaves what the benchmark proposes, or None. Less than it on a statutory ground leaves nothing: the law reduces."""
    fine = total(rows, PenaltyKind.FINE)
    if fine is None:
        return None
    for one in proposals(case, benchmark, ticked):
        why = outside(fine, one)
        if why and not (mitigated and fine < one.low):
            return why
    return None


def of_a_superior(benchmark: Benchmark | None) -> bool:
    """Whether leaving it takes the leave of whoever laid it down, above the town."""
    return benchmark is not None and benchmark.level != Benchmark.Level.TOWN


def deviation(case: Case, rows: Rows) -> str | None:
    """How this fine leaves the benchmark that the report used, or None."""
    return leaves_range(case, case.benchmark, case.circumstances, rows, bool(case.mitigations))


def basis_words(benchmark: Benchmark | None, proposed: Iterable[Proposed]) -> str:
    """“某某裁量基准（2026版）一般档（100元至300元）”; empty without a benchmark."""
    if benchmark is None:
        return ""
    return f"{benchmark}{'、'.join(one.range_words for one in proposed)}"


def circumstances_of(benchmark: Benchmark | None) -> list[tuple[str, str]]:
    """What may be ticked: code, and the tier with the circumstance."""
    if benchmark is None:
        return []
    return [(one["code"], f"{row['name']}：{one['text']}") for row in benchmark.tiers for one in row["circumstances"]]


def add_benchmark(authority: Authority, row: Mapping[str, Any]) -> Benchmark:
    """Keep one version from loaded data: power, version, level, source, valid, tiers. The version before it ends the day before."""
    valid = list(row["valid"])
    found = Benchmark(
        authority=authority,
        power_code=row["power"],
        version=str(row["version"]),
        level=row["level"],
        source=row["source"],
        valid_from=valid[0],
        valid_until=valid[1] if len(valid) > 1 else None,
        tiers=[
            {
                "name": tier["name"],
                "circumstances": [{"code": str(code), "text": text} for code, text in tier["circumstances"].items()],
                "citizen": [str(amount) for amount in tier["citizen"]],
                "unit": [str(amount) for amount in tier["unit"]],
            }
            for tier in row["tiers"]
        ],
    )
    for kind in (PartyKind.CITIZEN, PartyKind.ORGANISATION):
        tiers_for(found, kind)
    before = Benchmark.objects.filter(authority=authority, power_code=found.power_code, valid_from__lt=found.valid_from)
    open_then = Q(valid_until__isnull=True) | Q(valid_until__gte=found.valid_from)
    before.filter(open_then).update(valid_until=found.valid_from - timedelta(days=1))
    found.save(force_insert=True)
    return found
