"""The throw-away town on which stories are played: its people, certificates and power list, from `stories/cast.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from mingzhi.core.organs.models import Appointment, Authority, Certificate, Unit, User
from mingzhi.procedures.penalty.models import Power

#: Everybody of the cast holds their posts from here on.
SINCE = date(2023, 1, 1)
_TOWN_CODE, _NEIGHBOUR_CODE = "500399101", "500399102"


@dataclass
class Stage:
    """A town and everybody who may walk on, by name; the neighbour's people are among them."""

    town: Authority
    people: dict[str, User] = field(default_factory=dict)


@cache
def _cast() -> dict[str, Any]:
    return yaml.safe_load((files(__package__) / "stories" / "cast.yaml").read_text(encoding="utf-8"))


def names() -> list[str]:
    """Who may appear in a story."""
    return [*_cast()["people"], *_cast()["neighbour"]["people"]]


def build_stage() -> Stage:
    """Make the town, its neighbour, their people and the power list, in the present transaction."""
    cast = _cast()
    district = Authority.objects.create(
        code="500399", kind="district", region="500399", name="渝州市山南区人民政府", place="山南区", word="山南府"
    )
    stage = Stage(_make_authority(district, _TOWN_CODE, cast["place"]))
    _make_people(stage, stage.town, cast["people"])
    neighbour = cast["neighbour"]
    _make_people(stage, _make_authority(district, _NEIGHBOUR_CODE, neighbour["place"]), neighbour["people"])
    for row in cast["powers"]:
        _make_power(stage.town, row)
    return stage


def change_stage(stage: Stage, changes: Mapping[str, Any]) -> list[str]:
    """End certificates, posts and powers on the days a story says (the day itself included). Returns what it does not know."""
    unknown = []
    for name, until in (changes.get("证件") or {}).items():
        if not Certificate.objects.filter(holder__name=name).update(valid_until=date.fromisoformat(until)):
            unknown.append(f"{name}没有证件")
    for name, until in (changes.get("任职") or {}).items():
        if not Appointment.objects.filter(person__name=name).update(until_on=date.fromisoformat(until)):
            unknown.append(f"{name}没有任职")
    for code, until in (changes.get("执法事项") or {}).items():
        if not Power.objects.filter(authority=stage.town, code=code).update(valid_until=date.fromisoformat(until)):
            unknown.append(f"没有执法事项 {code}")
    return unknown


def _make_authority(district: Authority, code: str, place: str) -> Authority:
    return Authority.objects.create(
        parent=district,
        kind="town",
        code=code,
        region=f"{district.region}.{code.removeprefix(district.code)}",
        name=f"渝州市山南区{place}人民政府",
        place=place,
        word=f"山{place[:-1]}府",
        address=f"渝州市山南区{place}",
        phone="023-00000000",
        review_organ="渝州市山南区人民政府",
        court="渝州市山南区人民法院",
        fine_bank="农村商业银行山南支行",
    )


def _make_people(stage: Stage, authority: Authority, people: dict[str, dict[str, Any]]) -> None:
    brigade = Unit.objects.create(authority=authority, name="综合行政执法大队", kind="own")
    for number, (name, row) in enumerate(people.items(), start=1):
        person = User.objects.create_user(row["account"], None, name=name, authority=authority, unit=brigade)
        Appointment.objects.bulk_create(Appointment(person=person, authority=authority, post=post, from_on=SINCE) for post in row["posts"])
        if "certificate" in row:
            first, last = row["certificate"]
            Certificate.objects.create(
                holder=person, number=f"{authority.code}{number:03}", issuer="渝州市司法局", scope="综合行政执法",
                valid_from=first, valid_until=last, withdrawn_on=row.get("withdrawn"),
            )  # fmt: skip
        stage.people[name] = person


def _make_power(town: Authority, row: dict[str, Any]) -> Power:
    row = dict(row)
    law, (first, *last) = row.pop("law"), row.pop("valid")
    return Power.objects.create(
        authority=town,
        version=str(first.year),
        kind="statutory",
        violated=[{"law": law, "article": row.pop("violated")}],
        basis=[{"law": law, "article": row.pop("basis")}],
        valid_from=first,
        valid_until=last[0] if last else None,
        source=f"清单〔{first.year}〕",
        **row,
    )
