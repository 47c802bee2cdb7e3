"""Penalties as rows compared and measured: totals, which of two is heavier, and whether a power allows them.

A row is {"kind", "content", "amount_yuan"?} with a kind of `law.fines.PenaltyKind`. Nothing is read from the database here.
Serves penalty-law-45.2 (never heavier because of a statement) and penalty-law-4 (only what the law provides).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from mingzhi.law.fines import PartyKind, PenaltyKind
from mingzhi.law.money import yuan

Rows = Iterable[Mapping[str, Any]]

#: From light to heavy, in the order of the yearly statistics of enforcement (law.md §3.4).
LIGHT_TO_HEAVY = (
    PenaltyKind.WARNING,
    PenaltyKind.CRITICISM,
    PenaltyKind.FINE,
    PenaltyKind.CONFISCATION,
    PenaltyKind.SUSPEND_LICENCE,
    PenaltyKind.LOWER_GRADE,
    PenaltyKind.RESTRICT_BUSINESS,
    PenaltyKind.STOP_BUSINESS,
    PenaltyKind.CLOSE_BUSINESS,
    PenaltyKind.RESTRICT_EMPLOYMENT,
    PenaltyKind.REVOKE_LICENCE,
)
#: 责令关闭 and 限制从业 share one rank there.
_RANKS = {kind: rank for rank, kind in enumerate(LIGHT_TO_HEAVY)} | {
    PenaltyKind.RESTRICT_EMPLOYMENT: LIGHT_TO_HEAVY.index(PenaltyKind.CLOSE_BUSINESS)
}


def heaviest(kinds: Iterable[PenaltyKind]) -> PenaltyKind | None:
    """The heaviest of several kinds in that order; another kind counts only where none of the order is there, None where there is none.

    Source: three-rules-yearly (law.md §3.4).
    """
    return max(kinds, key=lambda kind: _RANKS.get(kind, -1), default=None)


def plain(rows: Rows) -> list[dict[str, Any]]:
    """Rows as JSON keeps them: amounts as text in yuan with two decimals."""
    found = []
    for row in rows:
        line: dict[str, Any] = {"kind": str(row["kind"]), "content": row["content"]}
        if row.get("amount_yuan") not in (None, ""):
            line["amount_yuan"] = f"{Decimal(str(row['amount_yuan'])):.2f}"
        found.append(line)
    return found


def kinds_of(rows: Rows) -> list[PenaltyKind]:
    return [PenaltyKind(row["kind"]) for row in rows]


def total(rows: Rows, kind: PenaltyKind) -> Decimal | None:
    """The sum of one kind in yuan, or None when there is none of that kind."""
    amounts = [Decimal(str(row.get("amount_yuan") or 0)) for row in rows if row["kind"] == kind]
    return yuan(sum(amounts, Decimal(0))) if amounts else None


def in_words(rows: Rows) -> str:
    """“罚款200元；警告”."""
    parts = []
    for row in rows:
        amount = row.get("amount_yuan")
        title = PenaltyKind(row["kind"]).title
        parts.append(f"{title}{yuan(Decimal(str(amount)))}元" if amount not in (None, "") else row["content"] or title)
    return "；".join(parts)


def heavier(rows: Rows, told: Rows) -> str | None:
    """In what these penalties are heavier than those told, as a phrase, or None.

    By amount of the same kind, by the heaviest kinds in their order, and by any kind outside that order that was not told.
    """
    rows, told = list(rows), list(told)
    for kind in (PenaltyKind.FINE, PenaltyKind.CONFISCATION):
        now, before = total(rows, kind), total(told, kind)
        if now is not None and before is not None and now > before:
            return f"{kind.title}由{before}元增加到{now}元"
    kinds, told_kinds = set(kinds_of(rows)), set(kinds_of(told))
    if PenaltyKind.OTHER in kinds and PenaltyKind.OTHER not in told_kinds:
        return f"增加了告知时没有的“{PenaltyKind.OTHER.title}”"
    if _ranks(kinds) > _ranks(told_kinds):
        added = max(kinds - told_kinds, key=lambda kind: _RANKS.get(kind, -1))
        return f"增加了告知时没有的“{added.title}”"
    return None


def _ranks(kinds: Iterable[PenaltyKind]) -> list[int]:
    return sorted((_RANKS[kind] for kind in kinds if kind in _RANKS), reverse=True)


def fine_range(power: Any, party_kind: str) -> tuple[Decimal | None, Decimal | None]:
    """The least and the highest fine of a power for this kind of party; a sole trader counts as a citizen."""
    if PartyKind(party_kind) is PartyKind.ORGANISATION:
        return power.fine_min_unit_yuan, power.fine_max_unit_yuan
    return power.fine_min_citizen_yuan, power.fine_max_citizen_yuan


def beyond_power(rows: Rows, power: Any, party_kind: str) -> str | None:
    """Why the power does not allow these penalties: a kind it has not, or more than its highest fine; else None."""
    rows = list(rows)
    for kind in kinds_of(rows):
        if power.penalty_kinds and kind not in power.penalty_kinds:
            allowed = "、".join(PenaltyKind(known).title for known in power.penalty_kinds)
            return f"“{power.name}”没有规定{kind.title}，只能给予：{allowed}。"
    fine = total(rows, PenaltyKind.FINE)
    most = fine_range(power, party_kind)[1]
    if fine is not None and most is not None and fine > most:
        return f"罚款{fine}元，超过“{power.name}”规定的最高额{yuan(most)}元。"
    return None


def below_range(rows: Rows, power: Any, party_kind: str) -> str | None:
    """Why the fine is under the power's least one (a reduction, 减轻), else None."""
    fine = total(rows, PenaltyKind.FINE)
    least = fine_range(power, party_kind)[0]
    if fine is not None and least is not None and fine < least:
        return f"罚款{fine}元，低于“{power.name}”规定的最低额{yuan(least)}元，属于减轻处罚。"
    return None
