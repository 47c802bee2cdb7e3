"""What an execution leaves of the case: when it ends, and of its surcharge. Nobody does this by hand. Source: compulsion-law-34, 40, 42."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.models import User

from ..forms.following import ACT, ENDED, FORCED, MONEY
from ..models import Case, Waiver


def conclude_enforcement(case: Case, *, actor: User, at: datetime, result: str, covers: list[str], words: str) -> None:
    """Keep how it ended: for money that no more is waited for, for an act why it was not obeyed. What the party did itself closes as such."""
    if MONEY in covers:
        case.enforcement_result = result
    if ACT in covers:
        case.uncorrected_because = words[: Case._meta.get_field("uncorrected_because").max_length]
    if result in FORCED:
        case.outcome = Case.Outcome.ENFORCED
    elif result in ENDED:
        case.outcome = Case.Outcome.ENFORCEMENT_ENDED


def waive_surcharge(case: Case, *, actor: User, at: datetime, agreement: str, amount_yuan: Decimal) -> Waiver:
    """An execution agreement lets a part of the surcharge go. Source: compulsion-law-42."""
    return Waiver(matter=case, agreement=agreement, amount_yuan=amount_yuan, waived_on=local_day(at))


def restore_surcharge(case: Case, *, actor: User, at: datetime, agreement: str) -> list[Waiver]:
    """The agreement was broken: what it let go is owed again. Source: compulsion-law-42."""
    rows = list(Waiver.objects.filter(matter_id=case.pk, agreement=agreement, restored_on__isnull=True))
    for row in rows:
        row.restored_on = local_day(at)
    return rows
