"""The questions of law anybody may ask without an installation, answered as JSON-ready dictionaries.

The command line prints these and the API returns them; nothing is computed here that the other modules of law do not compute.
Shapes: docs of `mingzhi due`, `mingzhi surcharge`, `mingzhi check-id`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import TypedDict

from mingzhi.law.fines import surcharge
from mingzhi.law.identifiers import identify
from mingzhi.law.periods import SHANGHAI, Hours, Months, Period, Workdays, Years, clear_before, day_of, due, earliest_event, extended
from mingzhi.law.provisions import NumberUnknown, Provision, period_of, provision
from mingzhi.law.workdays import Calendar

EITHER = "请给出条款编号（--provision），或同时给出长度和单位（--within 与 --unit），二者择一"


class DueAnswer(TypedDict):
    """`due` and `counted` are ISO 8601; `counted` lists every working day, or the first and last day of a calendar period.

    `rules` are the provisions by which it was counted.
    """

    due: str
    unit: str
    counted: list[str]
    rolled: bool
    provision: str | None
    rules: list[str]


class SurchargeAnswer(TypedDict):
    """Amounts are yuan as decimal text, so that no cent is lost in a float."""

    fine: str
    due: str
    on: str
    days: int
    paused_days: int
    percent_per_day: int
    surcharge: str
    cap: str
    capped: bool
    total: str
    provisions: list[str]


class IdentityAnswer(TypedDict):
    """`reason` is empty for a valid number; `facts` are what the number says."""

    code: str
    kind: str
    valid: bool
    reason: str
    facts: dict[str, object]


def due_answer(
    start: date | datetime,
    calendar: Calendar,
    *,
    provision_id: str | None = None,
    within: int | None = None,
    unit: str | None = None,
    roll: bool | None = None,
    extended_too: bool = False,
) -> DueAnswer:
    """When a provision's period, or `within` so many `unit`, from `start` ends.

    A provision knows whether its period rolls (`roll` overrides) and whether it counts back ("before": then `due` is the earliest day of the
    event after service at `start`). `extended_too` adds the provision's own extension (the row `<id>-extend`).
    Raises ValueError for a contradictory question, UnknownProvision, NumberUnknown, YearUnknown.
    """
    if provision_id is None:
        if within is None or unit is None:
            raise ValueError(EITHER)
        if extended_too:
            raise ValueError("只有按条款计算才能加上延长期（--extended 须与 --provision 同用）")
        return _answered(start, period_of(within, unit), calendar, bool(roll), None)
    if within is not None or unit is not None:
        raise ValueError(EITHER)
    day = day_of(start)
    rule = provision(provision_id)
    period = rule.period(day)
    if isinstance(period, Workdays) and "before" in rule.on(day):
        event = earliest_event(day, period, calendar)
        clear = due(day, period, calendar).counted
        return DueAnswer(
            due=event.isoformat(), unit=period.unit, counted=[one.isoformat() for one in clear], rolled=False, provision=rule.id,
            rules=counting_rules(period, rule),
        )  # fmt: skip
    rolls = rule.rolls(day) if roll is None else roll
    if not extended_too:
        return _answered(start, period, calendar, rolls, rule)
    first = due(start, period, calendar)
    second = extended(first, _extension(rule).period(day), calendar, rolls)
    counted = first.counted + second.counted if period.unit == "workday" else (first.counted[0], second.counted[-1])
    return DueAnswer(
        due=_iso(second.due), unit=period.unit, counted=[one.isoformat() for one in counted], rolled=second.rolled, provision=rule.id,
        rules=counting_rules(period, rule, second.rolled),
    )  # fmt: skip


#: Laws that say themselves that their short periods are working days, with the article that says it.
_SAYS_WORKDAYS = {"行政处罚法": "penalty-law-85", "行政强制法": "compulsion-law-69", "行政复议法": "reconsideration-law-88"}


def counting_rules(period: Period, rule: Provision | None, rolled: bool = False) -> list[str]:
    """Ids of the provisions by which a period is counted: what its first day is, what its days are, where it ends.

    A law that counts its short periods in working days says so itself; for the rest the general rules hold.
    """
    found = ["civil-code-201"]
    if isinstance(period, Workdays) and rule is not None and rule.law in _SAYS_WORKDAYS:
        found.append(_SAYS_WORKDAYS[rule.law])
    if isinstance(period, Months | Years):
        found.append("civil-code-202")
    if rolled:
        found += ["civil-code-203", "civil-procedure-85"]
    return found


def surcharge_answer(fine: Decimal | int, due_on: date, on: date, paused: Iterable[tuple[date, date]] = ()) -> SurchargeAnswer:
    """The late surcharge of a fine payable until `due_on`, as of `on`. Raises ValueError for amounts or pauses that cannot be."""
    found = surcharge(fine, due_on, on, paused)
    return SurchargeAnswer(
        fine=f"{found.fine_yuan:.2f}",
        due=due_on.isoformat(),
        on=on.isoformat(),
        days=found.days,
        paused_days=found.paused_days,
        percent_per_day=found.percent_per_day,
        surcharge=f"{found.amount_yuan:.2f}",
        cap=f"{found.cap_yuan:.2f}",
        capped=found.capped,
        total=f"{found.total_yuan:.2f}",
        provisions=["penalty-law-72.1", "penalty-law-73.3"],
    )


def check_id_answer(code: str, today: date | None = None) -> IdentityAnswer:
    """Kind, validity and reason of one number. Never raises."""
    found = identify(code, today)
    facts = {name: value.isoformat() if isinstance(value, date) else value for name, value in found.facts.items()}
    return IdentityAnswer(code=code, kind=found.kind, valid=found.valid, reason=found.reason, facts=facts)


def latest_service(event_on: date, provision_id: str, calendar: Calendar) -> date:
    """The last day to serve what must reach the party so many clear working days before an event, by a provision that counts back.

    Raises NumberUnknown for a provision that does not.
    """
    rule = provision(provision_id)
    clear = rule.period(event_on)
    if not isinstance(clear, Workdays) or "before" not in rule.on(event_on):
        raise NumberUnknown(f"{rule.cite}（{rule.id}）不是“若干个工作日前”的期限；请改引规定提前通知的条款")
    return clear_before(event_on, clear, calendar)


def moment_or_day(text: str) -> date | datetime:
    """A day (2026-02-12) or a moment (2026-02-12T09:30, Shanghai time unless it says otherwise). Raises ValueError in words."""
    try:
        if "T" not in text and " " not in text.strip():
            return date.fromisoformat(text.strip())
        moment = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise ValueError(f"日期 {text} 不合规，请写作 2026-02-12 或 2026-02-12T09:30") from error
    return moment.replace(tzinfo=SHANGHAI) if moment.tzinfo is None else moment.astimezone(SHANGHAI)


def _answered(start: date | datetime, period: Period, calendar: Calendar, roll: bool, rule: Provision | None) -> DueAnswer:
    if isinstance(period, Hours) and not isinstance(start, datetime):
        raise ValueError("按小时计算的期限须给出时刻，例如 2026-02-12T09:30")
    found = due(start, period, calendar, roll)
    return DueAnswer(
        due=_iso(found.due),
        unit=period.unit,
        counted=[one.isoformat() for one in found.counted],
        rolled=found.rolled,
        provision=rule.id if rule else None,
        rules=counting_rules(period, rule, found.rolled),
    )


def _extension(rule: Provision) -> Provision:
    try:
        return provision(f"{rule.id}-extend")
    except LookupError as error:
        raise NumberUnknown(f"{rule.cite}（{rule.id}）没有规定延长；请去掉 --extended") from error


def _iso(when: date | datetime) -> str:
    return when.isoformat(timespec="minutes") if isinstance(when, datetime) else when.isoformat()
