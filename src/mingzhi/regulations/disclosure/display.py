"""How long a decision stays public: by the class of dishonesty that its penalties make, and the town's days to show each.

Pure but for the register. Source: credit-minor, credit-general, credit-serious.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from mingzhi.law.fines import PenaltyKind
from mingzhi.law.periods import day_of, due
from mingzhi.law.provisions import Provision, period_of, provision
from mingzhi.law.workdays import Calendar


class CreditClass(StrEnum):
    """轻微、一般、严重."""

    MINOR = "minor"
    GENERAL = "general"
    SERIOUS = "serious"


_MINOR = frozenset({PenaltyKind.WARNING, PenaltyKind.CRITICISM})
_SERIOUS = frozenset({PenaltyKind.REVOKE_LICENCE, PenaltyKind.RESTRICT_EMPLOYMENT})
_TITLES = {CreditClass.MINOR: "轻微", CreditClass.GENERAL: "一般", CreditClass.SERIOUS: "严重"}
#: Months and years are counted without looking at a work calendar.
_UNCOUNTED = Calendar({})


def class_of(kinds: Iterable[PenaltyKind]) -> CreditClass:
    """The heaviest penalty decides. A fine is general whatever its amount: nobody has said from where on it is huge (巨额)."""
    found = set(kinds)
    if found & _SERIOUS:
        return CreditClass.SERIOUS
    return CreditClass.MINOR if found and found <= _MINOR else CreditClass.GENERAL


def title_of(credit_class: CreditClass) -> str:
    return _TITLES[credit_class]


def rule_of(credit_class: CreditClass) -> Provision:
    return provision(f"credit-{credit_class}")


def shown_until(credit_class: CreditClass, decided_on: date) -> date:
    """The last day of display, counted from the decision. What was published before the rule came into force is shown as long as it says."""
    row = rule_of(credit_class)
    begins = max([decided_on, *(value.from_on for value in row.values[:1] if value.from_on)])
    numbers = row.on(begins)
    return day_of(due(decided_on, period_of(row.number("max", begins), str(numbers["unit"])), _UNCOUNTED).due)
