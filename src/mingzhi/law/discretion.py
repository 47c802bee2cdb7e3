"""Discretion over a penalty: which tier of a benchmark the ticked circumstances propose, whether an amount leaves it, statutory grounds.

Tiers are data; here is only how they are read. It proposes and never decides. Serves 行政处罚法 5, 30 to 34 and personnel-21.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from mingzhi.law.money import yuan
from mingzhi.law.provisions import Provision, cited, provision

cited("penalty-law-5", "penalty-law-30", "penalty-law-31", "penalty-law-32", "penalty-law-34", "personnel-21")


@dataclass(frozen=True)
class Tier:
    """One step of a benchmark for one kind of party: its circumstances by code, and its least and highest fine in yuan."""

    name: str
    circumstances: tuple[tuple[str, str], ...]
    low: Decimal
    high: Decimal

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high:
            raise ValueError(f"tier {self.name} runs from {self.low} to {self.high}")


@dataclass(frozen=True)
class Proposed:
    """What the ticked circumstances propose, and why, in the words of the benchmark."""

    tier: str
    low: Decimal
    high: Decimal
    why: tuple[str, ...]

    @property
    def range_words(self) -> str:
        """“一般档（100元至300元）”."""
        return f"{self.tier}档（{yuan(self.low)}元至{yuan(self.high)}元）"


def propose(tiers: Iterable[Tier], ticked: Iterable[str]) -> Proposed | None:
    """The heaviest tier of which a circumstance is ticked; tiers are given from light to heavy. None when nothing is ticked.

    Where circumstances of several tiers come together the heaviest is proposed, the cautious reading: a lighter amount is then
    given reasons. `why` has the texts ticked in that tier, in its order.
    """
    chosen = frozenset(ticked)
    found = None
    for tier in tiers:
        if why := tuple(text for code, text in tier.circumstances if code in chosen):
            found = Proposed(tier.name, tier.low, tier.high, why)
    return found


def outside(amount: Decimal, proposed: Proposed) -> str | None:
    """How an amount leaves the proposed range, as a phrase, or None. Both ends belong to the range."""
    if amount < proposed.low:
        return f"罚款{yuan(amount)}元，低于{proposed.range_words}"
    if amount > proposed.high:
        return f"罚款{yuan(amount)}元，高于{proposed.range_words}"
    return None


class Mitigation(StrEnum):
    """The grounds on which the law has a penalty lightened or reduced (从轻、减轻)."""

    UNDID = "undid"
    COERCED = "coerced"
    CONFESSED = "confessed"
    HELPED = "helped"
    OTHER_LAW = "other_law"
    MINOR = "minor"
    WEAK_MIND = "weak_mind"

    @property
    # A code in capitals is of no use to anybody, so str's own method may give way.
    def title(self) -> str:  # type: ignore[override]
        """The ground as papers name it."""
        return _MITIGATIONS[self][0]

    @property
    def provision(self) -> Provision:
        """The article it rests on."""
        return provision(_MITIGATIONS[self][1])


_MITIGATIONS = {
    Mitigation.UNDID: ("主动消除或者减轻违法行为危害后果", "penalty-law-32"),
    Mitigation.COERCED: ("受他人胁迫或者诱骗实施违法行为", "penalty-law-32"),
    Mitigation.CONFESSED: ("主动供述行政机关尚未掌握的违法行为", "penalty-law-32"),
    Mitigation.HELPED: ("配合行政机关查处违法行为有立功表现", "penalty-law-32"),
    Mitigation.OTHER_LAW: ("法律、法规、规章规定的其他从轻、减轻情形", "penalty-law-32"),
    Mitigation.MINOR: ("已满十四周岁不满十八周岁", "penalty-law-30"),
    Mitigation.WEAK_MIND: ("尚未完全丧失辨认或者控制自己行为能力的精神病人、智力残疾人", "penalty-law-31"),
}
