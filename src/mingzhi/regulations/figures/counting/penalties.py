"""表一: decisions to punish, each in the column of its heaviest penalty, as they were made.

A decision is its record: a review organ or a court that changes or revokes it later changes the case, not what was decided.
Source: law.md §3.4, three-rules-yearly.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from mingzhi.law.fines import PenaltyKind
from mingzhi.procedures.penalty.models import Case, Power
from mingzhi.procedures.penalty.severity import heaviest, total

from ..tables import YUAN_IN_TEN_THOUSAND, Cell, Cells
from .span import Span

DECIDE, PUNISH = "penalty.decide", "summary.punish"
_NOTHING = Decimal(0)

#: In which column each kind stands, where several share one.
_TOGETHER = {
    PenaltyKind.CRITICISM: PenaltyKind.WARNING,
    PenaltyKind.LOWER_GRADE: PenaltyKind.SUSPEND_LICENCE,
    PenaltyKind.CLOSE_BUSINESS: PenaltyKind.STOP_BUSINESS,
    PenaltyKind.RESTRICT_EMPLOYMENT: PenaltyKind.STOP_BUSINESS,
}
_COLUMNS = tuple(kind for kind in PenaltyKind if kind not in _TOGETHER)


@dataclass(frozen=True)
class Decided:
    """One decision to punish: its case, its column and the money it names."""

    case_id: int
    column: str
    amount_yuan: Decimal


def cells(span: Span) -> Cells:
    """The first table. No detention is among a town's decisions: it has no such power, and the nought is a counted one."""
    found = list(decided(span))
    own = {f"penalty.{kind}": [row.case_id for row in found if row.column == f"penalty.{kind}"] for kind in _COLUMNS}
    money = [row for row in found if row.amount_yuan]
    amount = sum((row.amount_yuan for row in money), _NOTHING) / YUAN_IN_TEN_THOUSAND
    left_out = entrusted(span)
    words = f"另有{len(left_out)}宗以委托机关的名义作出，由委托机关统计" if left_out else ""
    return {
        **{column: counted(cases) for column, cases in own.items()},
        "penalty.detention": counted([]),
        "penalty.total": Cell(Decimal(len(found)), tuple(row.case_id for row in found), words=words),
        "penalty.amount": Cell(amount, tuple(row.case_id for row in money)),
    }


def decided(span: Span) -> Iterator[Decided]:
    """Every decision of the year in the authority's own name. Several penalties together are one, in the heaviest's column."""
    others = set(entrusted(span))
    for case_id, rows in _made(span):
        kind = heaviest(PenaltyKind(row["kind"]) for row in rows)
        if kind is not None and case_id not in others:
            yield Decided(case_id, f"penalty.{_TOGETHER.get(kind, kind)}", _money(rows))


def entrusted(span: Span) -> list[int]:
    """Cases decided in the name of the organ that entrusted the power: it counts them. See docs/decisions/0105."""
    cases = [case_id for case_id, _ in _made(span)]
    return list(Case.objects.filter(pk__in=cases, power__kind=Power.Kind.ENTRUSTED).order_by("pk").values_list("pk", flat=True))


def counted(matters: Iterable[int]) -> Cell:
    """So many matters."""
    ids = tuple(matters)
    return Cell(Decimal(len(ids)), ids)


def _made(span: Span) -> Iterator[tuple[int, list[dict[str, Any]]]]:
    """Case and penalties of every decision as it was given: of the ordinary procedure, and on the spot."""
    for case_id, given in span.records(DECIDE).values_list("matter_id", "given"):
        yield case_id, given["penalties"]
    for case_id, given in span.records(PUNISH).values_list("matter_id", "given"):
        fine = {PenaltyKind.FINE: given["fine_yuan"]}
        yield case_id, [{"kind": kind, "amount_yuan": fine.get(PenaltyKind(kind))} for kind in given["penalty_kinds"]]


def _money(rows: list[dict[str, Any]]) -> Decimal:
    """Fine and confiscated money as the decision names them; a confiscation without an amount adds nothing."""
    return sum((total(rows, kind) or _NOTHING for kind in (PenaltyKind.FINE, PenaltyKind.CONFISCATION)), _NOTHING)
