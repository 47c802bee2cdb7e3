"""What is done in a seizure: asked, approved, carried out, kept, tested, extended, lifted. Source: 行政强制法 18 to 28."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.models import User
from mingzhi.procedures.penalty import approving
from mingzhi.procedures.penalty.actions.investigation import as_rows, presences

from ..models import Custody, Seizure, Testing

#: What is asked of a head: the seizure itself, and thirty days more.
MEASURE, EXTENSION = "seizure", "seizure_extension"


def basis_of(case: Any, measure: str) -> list[dict[str, str]]:
    """Articles of the power list that give this measure for this breach."""
    return [{"law": row["law"], "article": row["article"]} for row in case.power.measures if row["kind"] == measure]


def _describe(seizure: Seizure, given: dict[str, Any]) -> None:
    for name in ("measure", "reasons", "related", "place", "goods", "kept_place"):
        setattr(seizure, name, given[name])
    seizure.basis = basis_of(seizure.case, seizure.measure)
    seizure.title = f"{seizure.case.title}{seizure.get_measure_display()}"


def ask(seizure: Seizure, *, actor: User, at: datetime, **given: Any) -> Any:
    """Ask the head for leave to seal or seize. Source: compulsion-law-18."""
    _describe(seizure, given)
    return approving.ask(seizure, MEASURE, actor, at, given["reasons"])


def approve(seizure: Seizure, *, actor: User, at: datetime, opinion: str) -> Any:
    seizure.approved_at = at
    return approving.decide(approving.pending(seizure, MEASURE), actor, at, opinion, grant=True)


def refuse(seizure: Seizure, *, actor: User, at: datetime, reasons: str) -> Any:
    return approving.decide(approving.pending(seizure, MEASURE), actor, at, reasons, grant=False)


def drop(seizure: Seizure, *, actor: User, at: datetime, reasons: str) -> None:
    """Nothing was taken, and nothing will be."""
    seizure.ended_how = reasons


def _carry_out(seizure: Seizure, given: dict[str, Any]) -> list:
    for name in ("place", "goods", "from_at", "until_at", "witness", "statement", "seals", "custodian", "kept_place"):
        setattr(seizure, name, given[name])
    seizure.party_present = not given["party_absent"]
    seizure.recording = given["recording"].strip()
    seizure.officers = as_rows(given["officers"], given["from_at"])
    put_away = Custody(
        matter=seizure,
        event=Custody.Event.PUT_AWAY,
        at=given["until_at"],
        place=given["kept_place"],
        custodian=given["custodian"],
        condition=given["seals"] or "清点无误",
    )
    return [put_away, *presences(seizure, given["officers"], given, str(seizure.get_measure_display()))]


def seize(seizure: Seizure, *, actor: User, at: datetime, **given: Any) -> list:
    """Carry out what was approved; the thirty days run from this day. Source: compulsion-law-18, compulsion-law-24."""
    return _carry_out(seizure, given)


def seize_at_once(seizure: Seizure, *, actor: User, at: datetime, **given: Any) -> list:
    """Carry it out because nothing else could be waited for; approval follows in its hours. Source: compulsion-law-19."""
    _describe(seizure, given)
    seizure.urgent, seizure.urgency = True, given["urgency"]
    return [*_carry_out(seizure, given), approving.ask(seizure, MEASURE, actor, at, given["urgency"])]


def approve_afterwards(seizure: Seizure, *, actor: User, at: datetime, opinion: str) -> Any:
    return approve(seizure, actor=actor, at=at, opinion=opinion)


def refuse_afterwards(seizure: Seizure, *, actor: User, at: datetime, reasons: str) -> Any:
    """It should not have been done: it is lifted at once. Source: compulsion-law-19."""
    return refuse(seizure, actor=actor, at=at, reasons=reasons)


def keep_custody(seizure: Seizure, *, actor: User, at: datetime, **given: Any) -> Custody:
    """Write the register: where the things are, who answers for them, in what state. Source: compulsion-law-26."""
    seizure.kept_place, seizure.custodian = given["place"], given["custodian"]
    return Custody(matter=seizure, at=given.pop("acted_at"), **given)


def send_for_testing(seizure: Seizure, *, actor: User, at: datetime, told: bool, **given: Any) -> Testing:
    """Have things tested in a stated time, told in writing: that time does not count. Source: compulsion-law-25.3."""
    return Testing(matter=seizure, from_on=local_day(at), **given)


def testing_done(seizure: Seizure, *, actor: User, at: datetime, testing: Testing, done_on: date, result: str) -> Testing:
    testing.done_on, testing.result = done_on, result
    return testing


def excluded_days(seizure: Seizure, at: datetime, given: dict[str, Any]) -> int:
    """By how many days testing moves the end: by all that were told when it begins, back by those not used when it is done."""
    testing = given.get("testing")
    if testing is not None:
        return testing.days_used(given["done_on"]) - testing.stated_days
    return (given["until_on"] - local_day(at)).days


def ask_extension(seizure: Seizure, *, actor: User, at: datetime, reasons: str) -> Any:
    """Ask for thirty days more because the case is complicated. Source: compulsion-law-25-extend."""
    return approving.ask(seizure, EXTENSION, actor, at, reasons)


def approve_extension(seizure: Seizure, *, actor: User, at: datetime, opinion: str) -> Any:
    return approving.decide(approving.pending(seizure, EXTENSION), actor, at, opinion, grant=True)


def refuse_extension(seizure: Seizure, *, actor: User, at: datetime, reasons: str) -> Any:
    return approving.decide(approving.pending(seizure, EXTENSION), actor, at, reasons, grant=False)


def release(seizure: Seizure, *, actor: User, at: datetime, ground: str, reasons: str) -> None:
    """Lift it. Source: compulsion-law-28."""
    seizure.release_ground, seizure.release_reasons, seizure.released_at = ground, reasons, at


def hand_back(seizure: Seizure, *, actor: User, at: datetime, acted_at: datetime, returned: list, **given: Any) -> None:
    """Give everything back against a signature. Source: compulsion-law-28."""
    seizure.ended_how = "；".join(f"{row['name']}{row['quantity']}：{row['condition']}" for row in returned)
