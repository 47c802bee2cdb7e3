"""Deadlines as rows derived from records: started, extended, met or lifted by actions, never counted down."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from mingzhi.core.organs.calendars import calendar_of
from mingzhi.core.organs.prepared import Prepared
from mingzhi.law.periods import Hours, Period, due, remaining
from mingzhi.law.workdays import Calendar

from .days import end_of_day, local_day, moment_of
from .models import Deadline, Matter
from .procedure import NEARING, WAITED_FOR, WARNINGS, Action, DeadlineRule, Procedure

_RUNNING = Prepared(
    lambda matter: Deadline.objects.filter(matter_id=matter, met_at__isnull=True, lifted_at__isnull=True).order_by("id"), matter=int
)


def due_moment(since: date | datetime, period: Period, authority_id: int, rolls: bool) -> datetime:
    """The last moment of a period that runs from `since`. Raises YearUnknown when a year has no work calendar."""
    calendar = calendar_of(authority_id)
    start = moment_of(since) if isinstance(period, Hours) else local_day(since)
    found = due(start, period, calendar, roll=rolls).due
    return found if isinstance(found, datetime) else end_of_day(found)


def _start(matter: Matter, rule: DeadlineRule, at: datetime, given: dict[str, Any]) -> Deadline | None:
    since = rule.since(matter, at, given) if rule.since else at
    if since is None:
        return None
    period = rule.provision.period(local_day(since))
    return Deadline(
        matter=matter,
        region=matter.region,
        provision=rule.provision.id,
        title=rule.title,
        subject=rule.subject(matter, given) if rule.subject else "",
        rule=period.text,
        since_at=moment_of(since),
        due_at=due_moment(since, period, matter.authority_id, rule.rolls),
    )


def _concerns(rule: DeadlineRule, procedure: Procedure, action: Action) -> bool:
    """Whether the action can change a deadline of this rule; the nearest deadline of the matter then stays what it is."""
    names = (rule.starts, rule.meets, rule.lifts, rule.extended_by, rule.pushes)
    return action.to in procedure.ends or any(action.code in codes for codes in names)


def follow(matter: Matter, procedure: Procedure, action: Action, at: datetime, given: dict[str, Any]) -> list[Deadline]:
    """Deadline rows this action starts, extends, meets or lifts; none is saved. Sets the matter's `next_due_at`."""
    touched: dict[int, Deadline] = {}
    started: list[Deadline] = []
    if matter.pk and not any(_concerns(rule, procedure, action) for rule in procedure.deadlines):
        return []
    held = _RUNNING.rows(matter=matter.pk) if matter.pk else []

    def of(rule: DeadlineRule) -> Iterable[Deadline]:
        subject = rule.subject(matter, given) if rule.subject else None
        return (row for row in held if row.provision == rule.provision.id and (subject is None or row.subject == subject))

    for rule in procedure.deadlines:
        if action.code in rule.meets:
            really = rule.met(matter, at, given) if rule.met else None
            for row in of(rule):
                row.met_at = at if really is None else moment_of(really)
                touched[row.pk] = row
        if action.code in rule.lifts or (action.to in procedure.ends and action.code not in rule.starts):
            for row in held:
                if row.provision == rule.provision.id and row.met_at is None:
                    row.lifted_at = at
                    touched[row.pk] = row
        if action.code in rule.extended_by and rule.extension:
            for row in of(rule):
                period = rule.extension.period(local_day(row.since_at))
                row.due_at = due_moment(local_day(row.due_at), period, matter.authority_id, rule.rolls)
                row.extended = True
                touched[row.pk] = row
        if action.code in rule.pushes and rule.push and (days := rule.push(matter, at, given)):
            for row in of(rule):
                row.due_at = row.due_at + timedelta(days=days)
                touched[row.pk] = row
        if action.code in rule.starts:
            new = _start(matter, rule, at, given)
            if new is None:
                continue
            if rule.restarts:
                for row in held:
                    if row.provision == new.provision and row.subject == new.subject and row.met_at is None:
                        row.lifted_at = at
                        touched[row.pk] = row
            started.append(new)
    rows = (*held, *started)
    running = [row.due_at for row in rows if row.met_at is None and row.lifted_at is None and row.provision not in WAITED_FOR]
    matter.next_due_at = min(running, default=None)
    return [*touched.values(), *started]


@dataclass(frozen=True)
class Remaining:
    """A deadline as words: `words` first, `tone` second (late, today, urgent, soon, far, met, was_late, lifted)."""

    title: str
    provision: str
    rule: str
    due_at: datetime
    words: str
    tone: str


@dataclass(frozen=True)
class Reached:
    """A warning reached: after how many days (None: by nearness of the end), and whether it is the last before the end.

    Source: town-decision-warnings, town-seizure-warning.
    """

    days: int | None
    last: bool


#: From how many units before the end a deadline is shown as near. A matter of display, not of law.
SOON_UNITS = 3


def in_words(row: Deadline, at: datetime) -> Remaining:
    """“逾期 2 个工作日”, “今日到期”, “剩 8 日”, “已满 75 日，剩 15 日”, “已按时办理”."""
    words, tone = _words(row, at)
    return Remaining(title=row.title, provision=row.provision, rule=row.rule, due_at=row.due_at, words=words, tone=tone)


def _words(row: Deadline, at: datetime) -> tuple[str, str]:
    if row.provision in WAITED_FOR and row.lifted_at is None:
        return (f"{local_day(row.due_at):%m-%d} 届满", "far") if at <= row.due_at else ("已届满", "met")
    if row.met_at is not None:
        return ("逾期后办理", "was_late") if row.met_at > row.due_at else ("已按时办理", "met")
    if row.lifted_at is not None:
        return "不再适用", "lifted"
    warned = warning_reached(row.provision, row.since_at, row.due_at, at)
    return running_in_words(row.rule, row.due_at, at, lambda: calendar_of(row.matter.authority_id), warned)


def warning_reached(provision: str, since_at: datetime, due_at: datetime, at: datetime) -> Reached | None:
    """The last of the warnings of a deadline that has been reached, or None."""
    if provision in NEARING:
        near = NEARING[provision].number("warn", local_day(since_at))
        return Reached(None, True) if (local_day(due_at) - local_day(at)).days <= near else None
    warns = WARNINGS.get(provision)
    if warns is None:
        return None
    since = local_day(since_at)
    passed = (local_day(at) - since).days
    days = _warning_days(provision, since)
    reached = [day for day in days if passed >= day]
    return Reached(reached[-1], reached[-1] == days[-1]) if reached else None


@lru_cache
def _warning_days(provision: str, since: date) -> tuple[int, ...]:
    """After how many days a period that began then is warned of, in order."""
    return tuple(sorted(value for value in WARNINGS[provision].on(since).values() if isinstance(value, int)))


def running_in_words(
    rule: str, due_at: datetime, at: datetime, calendar: Callable[[], Calendar], warned: Reached | None = None
) -> tuple[str, str]:
    """Words and tone of a deadline that is neither met nor lifted; `calendar` is asked only where working days are counted."""
    unit, name = _unit_of(rule)
    if unit == "hour":
        hours = remaining(at, due_at, unit, _UNCOUNTED)
        return (f"逾期 {-hours} 小时", "late") if at > due_at else (f"剩 {hours} 小时", "soon")
    today, last = local_day(at), local_day(due_at)
    left = remaining(today, last, unit, calendar() if unit == "workday" else _UNCOUNTED)
    if left == 0 and today <= last:
        return "今日到期", "today"
    if today > last:
        # Over a weekend no working day has gone by since the last: over, but not by any number of them.
        return (f"逾期 {-left} {name}" if left else "已逾期"), "late"
    if warned:
        passed = f"已满 {warned.days} 日，" if warned.days is not None else ""
        return f"{passed}剩 {left} {name}", "urgent" if warned.last else "soon"
    return f"剩 {left} {name}", "soon" if left <= SOON_UNITS else "far"


@lru_cache
def _unit_of(rule: str) -> tuple[str, str]:
    """The unit a rule counts in, for computing and for reading."""
    return next((unit, name) for mark, unit, name in _UNITS if mark in rule)


#: Where no working day is counted, no work calendar is asked.
_UNCOUNTED = Calendar({})

#: How a rule in words shows its unit; a month or a year is counted down in days.
_UNITS = (("工作日", "workday", "个工作日"), ("小时", "hour", "小时"), ("", "day", "日"))
