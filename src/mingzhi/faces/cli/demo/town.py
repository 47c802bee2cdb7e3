"""The demo town's authority, units, people and power list, read from the tables beside this module."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from django.contrib.auth.hashers import make_password

from mingzhi.core.organs.models import Appointment, Authority, Certificate, Unit, User
from mingzhi.procedures.penalty.models import Power

TOWN_CODE = "500110112"
#: Everybody of the demo holds their post from here on; certificates are valid for the usual span.
SINCE, CERTIFIED_UNTIL = date(2025, 1, 1), date(2029, 12, 31)


@cache
def _table(name: str) -> dict[str, Any]:
    return yaml.safe_load((files(__package__) / name).read_text(encoding="utf-8"))


def accounts() -> list[str]:
    """The account names of the demo town."""
    return [row["account"] for row in _table("town.yaml")["people"]]


def make_town(progress: Callable[[str], None], password: str, at: datetime) -> Authority:
    """Write the town with everything it needs to act; everybody signs in with `password`."""
    table = _table("town.yaml")
    district = Authority.objects.create(kind=Authority.Kind.DISTRICT, region=table["district"]["code"], **table["district"])
    code = table["town"]["code"]
    town = Authority.objects.create(
        parent=district, kind=Authority.Kind.TOWN, region=f"{district.region}.{code.removeprefix(district.code)}", **table["town"]
    )
    progress("正在建立演示镇：机构和人员")
    units = {row["name"]: Unit.objects.create(authority=town, **row) for row in table["units"]}
    hashed = make_password(password)  # one hash for all: hashing is slow on purpose, and the password is the same
    for number, row in enumerate(table["people"], start=1):
        person = User.objects.create(
            username=row["account"],
            name=row["name"],
            duty=row["duty"],
            authority=town,
            unit=units[row["unit"]],
            password=hashed,
            password_changed_at=at,
        )
        for post in row["posts"]:
            Appointment.objects.create(person=person, authority=town, post=post, from_on=SINCE)
        if row.get("certificate"):
            Certificate.objects.create(
                holder=person,
                number=f"{code}{number:03}",
                issuer="重庆市司法局",
                scope="综合行政执法",
                valid_from=SINCE,
                valid_until=CERTIFIED_UNTIL,
            )
    progress("正在建立演示镇：执法事项清单")
    load_powers(town)
    return town


def load_powers(town: Authority) -> list[Power]:
    """Write the sample power list for a town."""
    table = _table("powers.yaml")
    every = {name: table[name] for name in ("source", "version", "valid_from")}
    return [Power.objects.create(authority=town, **{"kind": Power.Kind.STATUTORY, **every, **row}) for row in table["powers"]]
