"""Agreeing, waiting, going on, ending. Source: compulsion-law-39, 40, 42."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.models import User

from ..models import Agreement, Ending, Enforcement, Pause
from ..times import agreement_of, pause_of


def agree(
    enforcement: Enforcement,
    *,
    actor: User,
    at: datetime,
    steps: list[dict[str, Any]],
    remedial: str,
    waived_yuan: Decimal | None,
    opinion: str,
    **given: Any,
) -> Agreement:
    """Agree with the party on how it performs. Source: compulsion-law-42."""
    enforcement.held_stage = enforcement.stage
    rows = [{"by_on": row["by_on"].isoformat(), "content": row["content"]} for row in sorted(steps, key=lambda row: row["by_on"])]
    return Agreement(matter=enforcement, steps=rows, remedial=remedial, waived_yuan=waived_yuan, agreed_on=local_day(at))


def keep(enforcement: Enforcement, *, actor: User, at: datetime, on: date, words: str) -> Agreement:
    """Put on record that the agreement was kept."""
    row = agreement_of(enforcement)
    row.kept_on = on
    enforcement.result_words = words
    return row


def suspend(enforcement: Enforcement, *, actor: User, at: datetime, ground: str, harmless: bool, reasons: str) -> Pause:
    """Wait for a reason of compulsion-law-39."""
    enforcement.held_stage = enforcement.stage
    return Pause(matter=enforcement, ground=ground, harmless=harmless, reasons=reasons, paused_on=local_day(at))


def resume(enforcement: Enforcement, *, actor: User, at: datetime, reasons: str) -> list:
    """Go on where it stood: the reason to wait is gone, or the agreement was not kept. Source: compulsion-law-39, compulsion-law-42."""
    rows: list[Any] = []
    if (pause := pause_of(enforcement)) is not None:
        pause.resumed_on = local_day(at)
        rows.append(pause)
    if (agreement := agreement_of(enforcement)) is not None:
        agreement.broken_on = local_day(at)
        rows.append(agreement)
    enforcement.stage, enforcement.held_stage = enforcement.held_stage, ""
    return rows


def end(enforcement: Enforcement, *, actor: User, at: datetime, ground: str, reasons: str) -> None:
    """End it for good. Source: compulsion-law-40."""
    enforcement.result = Enforcement.Result.ENDED
    enforcement.result_words = f"{Ending(ground).label}：{reasons}"


def record_performed(enforcement: Enforcement, *, actor: User, at: datetime, on: date, words: str) -> None:
    """The party has performed by itself: nothing is executed any more. Source: compulsion-law-51."""
    enforcement.result, enforcement.result_words = Enforcement.Result.PERFORMED, words


def conclude(enforcement: Enforcement, *, actor: User, at: datetime, words: str) -> None:
    """Close what was carried out or kept."""
    kept = Agreement.objects.filter(matter_id=enforcement.pk, kept_on__isnull=False).exists()
    enforcement.result = Enforcement.Result.KEPT if kept else Enforcement.Result.ENFORCED
    enforcement.result_words = words
