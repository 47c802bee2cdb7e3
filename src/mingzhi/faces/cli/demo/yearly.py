"""The yearly figures of the demo: a few penalties on the spot of last year, and the report on it in January.

In January itself the report stands where it then would: being written, approved or just published.
"""

from __future__ import annotations

from datetime import date, timedelta

from .calendar_days import Days
from .spots import spot_stories
from .telling import Data, Scene, Step, Story

#: On which working day of January the brigade begins.
_BEGINS = 6


def yearly_stories(spots: list[Data], days: Days) -> list[Story]:
    """Penalties of last year, each on its day or the next working day, and the figures that count them."""
    last = days.today.year - 1
    rows = [{**row, "begins_on": _workday(days, date(last, *(int(part) for part in row["day"].split("-"))))} for row in spots]
    return [*spot_stories(rows, days.today, small=False), *_figures(days, last)]


def _workday(days: Days, day: date) -> date:
    return days.on(1, day - timedelta(days=1))


def _figures(days: Days, year: int) -> list[Story]:
    first = days.on(_BEGINS, date(year + 1, 1, 1))
    steps = [
        Step(0, "09:30", "figures.supply", "luokaifu", {"year": year, "entered": _BY_HAND}),
        Step(1, "10:20", "figures.write", "luokaifu", _write),
        Step(3, "09:40", "figures.approve", "tangguohua", {"opinion": "数据属实，同意公开。"}),
        Step(4, "15:10", "figures.publish", "wangli", {}),
    ]
    done = [step for step in steps if days.on(step.day, first) < days.today]
    return [Story("年度执法数据", done, begins_on=first)] if done else []


_BY_HAND = [
    {"column": "other.inspection", "value": "46", "source": "行政检查登记表"},
    {"column": "course.complaints", "value": "0", "source": "党政办投诉举报登记簿"},
]


def _write(scene: Scene) -> Data:
    """Overall and work as they were drafted from the numbers."""
    return {
        "problems": "执法事项承接时间不长，普通程序的办案经验不足；检查记录还不够规范。",
        "plans": "组织执法人员学习办案程序，规范检查记录，做到检查一次、登记一次。",
    }
