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
from mingzhi.core.organs.calendars import calendar_of
from mingzhi.core.organs.models import Appointment, Authority, Certificate, Unit, User, WorkYear
from mingzhi.procedures.penalty.benchmarks import add_benchmark
from mingzhi.procedures.penalty.exemptions import add_exemptions
from mingzhi.procedures.penalty.models import Power

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
    """Write the town with everything it needs to act; everybody signs in with `password`. Days of the table count from `at`."""
    rows, today = table("town.yaml"), local_day(at)
    district = Authority.objects.create(kind=Authority.Kind.DISTRICT, region=rows["district"]["code"], **rows["district"])
    code = rows["town"]["code"]
    town = Authority.objects.create(
        parent=district, kind=Authority.Kind.TOWN, region=f"{district.region}.{code.removeprefix(district.code)}", **rows["town"]
    )
    progress("正在建立演示镇：机构和人员")
    units = {row["name"]: Unit.objects.create(authority=town, **row) for row in rows["units"]}
    hashed = make_password(password)  # one hash for all: hashing is slow on purpose, and the password is the same
    for number, row in enumerate(rows["people"], start=1):
        person = User.objects.create(
            username=row["account"],
            name=row["name"],
            duty=row["duty"],
            authority=town,
            unit=units[row["unit"]],
            password=hashed,
            password_changed_at=at,
            legal_qualification=row.get("legal_qualification", ""),
        )
        _appoint(person, row["posts"], today)
        if "certificate" in row:
            _certify(person, f"{code}{number:03}", row["certificate"], today)
    _know_the_years(town, today, at)
    progress("正在建立演示镇：执法事项清单")
    load_powers(town)
    load_discretion(town)
    return town


def _appoint(person: User, posts: list[Any], today: date) -> None:
    for row in posts:
        row = row if isinstance(row, dict) else {"post": row}
        begins, ends = row.get("from_days"), row.get("until_days")
        Appointment.objects.create(
            person=person,
            authority=person.authority,
            post=row["post"],
            from_on=SINCE if begins is None else today + timedelta(days=begins),
            until_on=None if ends is None else today + timedelta(days=ends),
        )


def _certify(holder: User, number: str, row: dict[str, Any], today: date) -> None:
    until, withdrawn = row.get("until_days"), row.get("withdrawn_days")
    Certificate.objects.create(
        holder=holder,
        number=number,
        issuer=row.get("issuer", "重庆市綦江区司法局"),
        scope=row.get("scope", "综合行政执法"),
        valid_from=SINCE,
        valid_until=today + (CERTIFIED if until is None else timedelta(days=until)),
        withdrawn_on=None if withdrawn is None else today + timedelta(days=withdrawn),
    )


def _know_the_years(town: Authority, today: date, at: datetime) -> None:
    """Enter the years around today that no notice is known of, with the fixed festivals only, and say so in the source."""
    clerk = User.objects.filter(authority=town, appointments__post="clerk").order_by("pk").first()
    calendar = calendar_of(town.pk)
    for year in range((today - timedelta(days=365)).year, (today + AHEAD).year + 1):
        if not calendar.has_year(year):
            WorkYear.objects.create(
                authority=town,
                year=year,
                rest_days=[date(year, month, day).isoformat() for month, day in _FIXED_FESTIVALS],
                makeup_days=[],
                source="演示数据：只有公历日期固定的节日，不是国务院办公厅的通知，请以通知为准重新录入",
                entered_by=clerk,
                entered_at=at,
            )


def load_powers(town: Authority) -> list[Power]:
    """Write the sample power list for a town."""
    rows = table("powers.yaml")
    every = {name: rows[name] for name in ("source", "version", "valid_from")}
    return [Power.objects.create(authority=town, **{"kind": Power.Kind.STATUTORY, **every, **row}) for row in rows["powers"]]


def load_discretion(town: Authority) -> None:
    """Write the invented benchmarks and lists of what is not punished for a town."""
    rows = table("discretion.yaml")
    for row in rows["benchmarks"]:
        add_benchmark(town, row)
    for row in rows["exemptions"]:
        add_exemptions(town, row)
