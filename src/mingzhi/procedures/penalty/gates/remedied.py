"""When a decision has fallen or become smaller: what was paid goes back before the case ends, and no more than that."""

from __future__ import annotations

from datetime import datetime

from mingzhi.core.engine import before
from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.models import User

from ..models import Case
from ..owing import overpaid


def _too_much(case: Case, at: datetime) -> str | None:
    left = overpaid(case, local_day(at))
    return f"决定已经{case.get_decision_standing_display()}，多收的{left}元尚未退还。请先退还并登记凭证。" if left else None


@before("penalty.ask_closing", cites="compensation-law-36", mend="penalty.refund")
def what_was_paid_too_much_went_back(case: Case, *, actor: User, at: datetime) -> str | None:
    return _too_much(case, at) if case.decision_standing else None


@before("summary.make_file", cites="compensation-law-36", mend="summary.refund")
def what_was_paid_on_the_spot_too_much_went_back(case: Case, *, actor: User, at: datetime) -> str | None:
    return _too_much(case, at) if case.decision_standing else None


@before("penalty.refund", "summary.refund", cites="compensation-law-36")
def there_is_something_to_give_back(case: Case, *, actor: User, at: datetime) -> str | None:
    return None if overpaid(case, local_day(at)) else "没有多收的款项，不需要退还。"


@before("penalty.refund", "summary.refund", cites="compensation-law-36")
def no_more_goes_back_than_was_paid(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    left = overpaid(case, local_day(at))
    return f"多收的款项只有{left}元，退还{given['amount_yuan']}元超过了它。请核对。" if given["amount_yuan"] > left > 0 else None


@before(
    "summary.collect", "summary.pay", "summary.surcharge", "summary.demand", "summary.ask_deferral",
    "penalty.collect", "penalty.pay", "penalty.surcharge", "penalty.demand", "penalty.ask_deferral",
    cites=("penalty-law-75", "compensation-law-36"),
)  # fmt: skip
def decision_has_not_fallen(case: Case, *, actor: User, at: datetime) -> str | None:
    if case.decision_standing not in Case.FALLEN:
        return None
    return f"本件的决定已经{case.get_decision_standing_display()}，不得再收缴、加处、催告。"
