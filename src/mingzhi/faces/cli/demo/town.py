"""The demo town's authority, units, people and power list, read from the tables beside this module."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from django.contrib.auth.hashers import make_password

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.town_entry import By, load_town
from mingzhi.core.organs.models import Authority, User
from mingzhi.law.workdays import Calendar
from mingzhi.procedures.penalty.benchmarks import add_benchmark
from mingzhi.procedures.penalty.exemptions import add_exemptions

from .calendar_days import moment

TOWN_CODE = "500110112"
#: Everybody of the demo holds their post from here on, unless the table says otherwise.
SINCE = date(2025, 1, 1)
#: How long certificates of the demo still run.
CERTIFIED = timedelta(days=3 * 365)
#: The calendar must reach this far beyond today, so that a visitor can act.
AHEAD = timedelta(days=60)
#: Festivals with a fixed day in the solar calendar (全国年节及纪念日放假办法): month, day.
_FIXED_FESTIVALS = ((1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3))


@cache
def table(name: str) -> dict[str, Any]:
    """One of the tables beside this module, read once."""
    return yaml.safe_load((files(__package__) / name).read_text(encoding="utf-8"))


def accounts() -> list[str]:
    """The account names of the demo town."""
    return [row["account"] for row in table("town.yaml")["people"]]


def key_accounts() -> list[str]:
    """Accounts of the few people a visitor signs in as first."""
    return [row["account"] for row in table("town.yaml")["people"] if row.get("key")]


def make_town(progress: Callable[[str], None], password: str, at: datetime) -> Authority:
    """Enter the town with everything it needs to act, as an office would: from a file. Everybody signs in with `password`.

    Days of the table count from `at`; the file itself was entered on the first day.
    """
    progress("正在建立演示镇：机构、人员和执法事项清单")
    loaded = load_town(_file(local_day(at)), by=By({"id": None, "post": "demo"}), at=moment(SINCE, "08:30"))
    # One hash for all: hashing is slow on purpose, and the password is the same.
    User.objects.filter(authority=loaded.town).update(password=make_password(password), password_changed_at=at)
    load_discretion(loaded.town)
    return loaded.town


def _file(today: date) -> str:
    """The tables beside this module as the file of a town, with the days of the day it is."""
    rows = table("town.yaml")
    people = []
    for number, row in enumerate(rows["people"], start=1):
        person = {name: value for name, value in row.items() if name != "key"}
        person["posts"] = [_post(one, today) for one in row["posts"]]
        if "certificate" in person:
            person["certificates"] = [_certificate(f"{rows['town']['code']}{number:03}", person.pop("certificate"), today)]
        people.append(person)
    powers = {"power_lists": table("powers.yaml")["power_lists"], "calendar": _unknown_years(today)}
    return yaml.safe_dump(rows | {"people": people} | powers, allow_unicode=True, sort_keys=False)


def _post(row: str | dict[str, Any], today: date) -> dict[str, Any]:
    row = row if isinstance(row, dict) else {"post": row}
    begins, ends = row.get("from_days"), row.get("until_days")
    found = {"post": row["post"], "from": SINCE if begins is None else today + timedelta(days=begins)}
    return found if ends is None else found | {"until": today + timedelta(days=ends)}


def _certificate(number: str, row: dict[str, Any], today: date) -> dict[str, Any]:
    until, withdrawn = row.get("until_days"), row.get("withdrawn_days")
    found = {
        "number": number,
        "issuer": row.get("issuer", "重庆市綦江区司法局"),
        "scope": row.get("scope", "综合行政执法"),
        "from": SINCE,
        "until": today + (CERTIFIED if until is None else timedelta(days=until)),
    }
    return found if withdrawn is None else found | {"withdrawn": today + timedelta(days=withdrawn)}


def _unknown_years(today: date) -> list[dict[str, Any]]:
    """The years around today that no notice is known of, with the fixed festivals only; their source says so."""
    calendar = Calendar.published()
    return [
        {
            "year": year,
            "source": "演示数据：只有公历日期固定的节日，不是国务院办公厅的通知，请以通知为准重新录入",
            "rest_days": [date(year, month, day) for month, day in _FIXED_FESTIVALS],
        }
        for year in range((today - timedelta(days=365)).year, (today + AHEAD).year + 1)
        if not calendar.has_year(year)
    ]


def load_discretion(town: Authority) -> None:
    """Write the invented benchmarks and lists of what is not punished for a town."""
    rows = table("discretion.yaml")
    for row in rows["benchmarks"]:
        add_benchmark(town, row)
    for row in rows["exemptions"]:
        add_exemptions(town, row)
