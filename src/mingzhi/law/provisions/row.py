"""One row of the provision register and its numbers by date. It does not read files; see reading.py."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from mingzhi.law.periods import PERIODS, Days, Period, until_day

PERIOD_NAMES = ("within", "before", "wait", "extend", "extend_max", "min")
DAYS_IN_WEEK = 7

Number = int | str | bool


class NumberUnknown(LookupError):
    """A provision was asked for a number it does not have, or not on that day."""


@dataclass(frozen=True, slots=True)
class Value:
    """The numbers of one provision from `from_on` (None: from the beginning) until the next value begins."""

    from_on: date | None
    numbers: Mapping[str, Number]


@dataclass(frozen=True, slots=True)
class Provision:
    """One duty a regulation or statute lays down.

    id: never renumbered, never reused. article: Chinese, as cited. must: what has to hold, in our own words.
    source: F the text was read; M-high / M-med / M-low from memory; SEED the town's regulation; TOWN the town's own internal rule.
    """

    id: str
    law: str
    title: str
    article: str
    kind: str
    must: str
    source: str
    values: tuple[Value, ...] = field(default=(), repr=False)

    @property
    def cite(self) -> str:
        """As a document or a refusal cites it: 行政处罚法 第六十条."""
        return f"{self.law} {self.article}".strip()

    @property
    def quote(self) -> str:
        """As a sentence of a document cites it: 《中华人民共和国行政处罚法》第六十条."""
        return f"《{self.title}》{self.article}"

    def on(self, day: date) -> Mapping[str, Number]:
        """The numbers valid on `day`; empty where the provision has none at all. Raises NumberUnknown before the first value."""
        if not self.values:
            return {}
        found = None
        for value in self.values:
            if value.from_on is None or value.from_on <= day:
                found = value
        if found is None:
            raise NumberUnknown(
                f"{self.cite}（{self.id}）在 {day.isoformat()} 尚未施行，没有可用的数值；请核对日期，或按当时有效的规定办理"
            )
        return found.numbers

    @property
    def latest(self) -> Mapping[str, Number]:
        """The numbers of the newest value; empty where there is none."""
        return self.values[-1].numbers if self.values else {}

    def number(self, name: str, on: date) -> int:
        """One number by name on a day: yuan, percent, persons, ages. Raises NumberUnknown naming those there are."""
        numbers = self.on(on)
        value = numbers.get(name)
        if isinstance(value, bool) or not isinstance(value, int):
            raise NumberUnknown(f"{self.cite}（{self.id}）没有名为 {name} 的数值，现有：{'、'.join(numbers) or '无'}")
        return value

    def period(self, on: date, name: str | None = None) -> Period:
        """The period valid on a day, by default the provision's main one (within, before, wait, extend, min: the first there is).

        Where a day of the year is laid down instead (due: "01-31"), the days from `on` until it.
        """
        numbers = self.on(on)
        if name is None and "due" in numbers:
            month, day = (int(part) for part in str(numbers["due"]).split("-"))
            return until_day(on, month, day)
        chosen = name or next((known for known in PERIOD_NAMES if known in numbers), None)
        if chosen is None or chosen not in numbers or "unit" not in numbers:
            raise NumberUnknown(f"{self.cite}（{self.id}）没有规定期限；请改引规定期限的条款")
        return period_of(self.number(chosen, on), str(numbers["unit"]))

    def has_period(self) -> bool:
        """Whether this provision lays down a length of time."""
        numbers = self.latest
        return numbers.get("unit") in (*PERIODS, "week") and any(name in numbers for name in PERIOD_NAMES)

    def rolls(self, on: date) -> bool:
        """Whether it is a party's calendar period, which goes on to the next working day off a rest day."""
        return self.on(on).get("roll") is True


def period_of(count: int, unit: str) -> Period:
    """A length in one of the register's units; a week is seven days."""
    if unit == "week":
        return Days(count * DAYS_IN_WEEK)
    if unit not in PERIODS:
        raise NumberUnknown(f"{unit} 不是期限单位，期限单位为：{'、'.join(PERIODS)}、week")
    return PERIODS[unit](count)
