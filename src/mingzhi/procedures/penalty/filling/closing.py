"""D46: how the case ended."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from mingzhi.core.engine.days import local_day

from .. import approving
from ..models import Case, CorrectionOrder, GoodsDisposal, Payment
from ..owing import owed
from ..procedure import penalty
from ..severity import in_words
from .heading import handlers, heading, opinions, parties


def day_in_words(day: date) -> str:
    """“2026年4月10日”."""
    return f"{day.year}年{day.month}月{day.day}日"


def ending(case: Case) -> str:
    """How the case ended, in the words of its outcome."""
    return Case.Outcome(case.outcome).label if case.outcome else "处罚决定执行完毕"


@penalty.paper("D46")
def closing_sheet(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    found = (
        heading(case, at)
        | parties(case)
        | {
            "case_source": case.source,
            "filed_on": case.filed_on.isoformat(),
            "facts": case.found or case.facts,
            "decision": in_words(case.decided_penalties) or ending(case),
            "penalty_done": penalty_done(case, at),
            "correction_done": correction_done(case),
            "receipts": receipts(case),
            "goods_done": goods_done(case),
            "ending": ending(case),
            "officers": handlers(case, at),
            "opinions": opinions(approving.granted(case, "closing")),
        }
    )
    if case.decided_on:
        found |= {"decision_number": case.decision_number, "decided_on": case.decided_on.isoformat()}
    return found


def penalty_done(case: Case, at: datetime) -> str:
    """What was paid and what else the decision laid on the party, in a sentence."""
    account = owed(case, local_day(at))
    paid = [
        f"{Payment.Purpose(purpose).label}{account.part(purpose).paid_yuan:.2f}元已缴清"
        for purpose in Payment.Purpose.values
        if account.part(purpose).due_yuan
    ]
    done = [f"{row['content'].rstrip('。')}：{ending(case)}" for row in case.decided_penalties or () if row.get("amount_yuan") is None]
    return "；".join([*paid, *done]) + "。" if paid or done else "没有应缴款项。"


def correction_done(case: Case) -> str:
    """What became of each order to correct."""
    rows = CorrectionOrder.objects.filter(matter_id=case.pk, ordered_at__isnull=False)
    lines = []
    for row in rows:
        result = "已改正" if row.corrected else "未改正" if row.corrected is False else "未复查"
        day = f"{day_in_words(local_day(row.rechecked_at))}复查，" if row.rechecked_at else ""
        lines.append(f"{'、'.join(line.strip('。；; ') for line in row.content.splitlines())}：{day}{result}。")
    if case.uncorrected_because:
        lines.append(case.uncorrected_because)
    return "".join(lines) or "没有责令改正事项。"


def receipts(case: Case) -> str:
    """Numbers of the receipts that stand."""
    rows = Payment.objects.filter(matter_id=case.pk, reverses__isnull=True, reversed_by__isnull=True)
    return "、".join(rows.values_list("receipt_number", flat=True))


def goods_done(case: Case) -> str:
    """Where confiscated goods went."""
    rows = GoodsDisposal.objects.filter(matter_id=case.pk, carried_out_at__isnull=False)
    return "；".join(f"{'、'.join(item['name'] for item in row.goods)}：{row.disposal}" for row in rows) or "没有罚没物品。"
