"""Plays the worked deadlines of tests/examples/deadlines, which list their days so that a lawyer can read and correct them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from mingzhi.law.periods import Due, Period, Workdays, day_of, due, earliest_event, extended
from mingzhi.law.provisions import all_provisions, provision
from mingzhi.law.workdays import Calendar

EXAMPLES = Path(__file__).parents[1] / "examples" / "deadlines"
FIELDS = {
    "story", "from", "number", "period", "extension", "extended_by", "counted", "not_counted", "first_day", "last_day", "rolls_over", "due",
    "earliest_event",
}  # fmt: skip


def stories() -> Iterator[Any]:
    for file in sorted(EXAMPLES.glob("*.yaml")):
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
        assert content["provision"] == file.stem
        assert content["article"] == provision(file.stem).cite
        for number, example in enumerate(content["examples"], start=1):
            yield pytest.param(content["provision"], example, id=f"{file.stem}-{number}")


@pytest.mark.parametrize(("provision_id", "example"), list(stories()))
def test_the_days_are_counted_as_the_example_lists_them(calendar: Calendar, provision_id: str, example: dict[str, Any]) -> None:
    assert set(example) <= FIELDS
    rule, start = provision(provision_id), moment(example["from"])
    day = day_of(start)
    period = rule.period(day, example.get("number"))
    assert period.text == example["period"]
    found = due(start, period, calendar, roll=rule.rolls(day))
    if "extension" in example:
        found = with_extension(due(start, period, calendar), example, day, calendar, rule.rolls(day))
    if isinstance(period, Workdays):
        assert list(found.counted) == example["counted"]
        end = example.get("earliest_event") or example["due"]
        assert [one for one in between(day, end) if not calendar.is_workday(one)] == example["not_counted"]
    elif isinstance(found.due, date) and not isinstance(found.due, datetime):
        assert found.counted == (example["first_day"], example["last_day"])
        rolled_over = [found.counted[-1] + timedelta(days=n) for n in range((found.due - found.counted[-1]).days)]
        assert rolled_over == example.get("rolls_over", [])
        assert found.rolled is bool(rolled_over)
    if "earliest_event" in example:
        assert isinstance(period, Workdays)
        assert earliest_event(day, period, calendar) == example["earliest_event"]
    else:
        assert found.due == moment(example["due"])


def test_every_period_of_the_penalty_procedures_has_its_example() -> None:
    """Whoever adds a period to these laws adds the worked example a lawyer can check."""
    laws = {"行政处罚法", "民事诉讼法", "本镇自定", "行政执法机关移送涉嫌犯罪案件的规定", "重庆市行政处罚听证程序规定"}
    played = {file.stem for file in EXAMPLES.glob("*.yaml")}
    # 民诉法 86 is the court's leave to resume a period; the town never counts it.
    needed = {row.id for row in all_provisions() if row.law in laws and row.has_period()} - {"civil-procedure-86"}
    assert needed - played == set()


def moment(written: object) -> date | datetime:
    return datetime.fromisoformat(written) if isinstance(written, str) else written  # type: ignore[return-value]


def between(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range(1, (last - first).days)]


def with_extension(first: Due, example: dict[str, Any], day: date, calendar: Calendar, roll: bool) -> Due:
    more: Period = provision(example["extension"]).period(day)
    assert more.text == example["extended_by"]
    second = extended(first, more, calendar, roll)
    if isinstance(more, Workdays):
        return Due(second.due, first.counted + second.counted, second.rolled)
    return Due(second.due, (first.counted[0], second.counted[-1]), second.rolled)
