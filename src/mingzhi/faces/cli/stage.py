"""The throw-away town on which stories are played: its people, certificates and power list, from `stories/cast.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from django.utils import timezone

from mingzhi.core.organs.models import Appointment, Authority, Certificate, Unit, User
from mingzhi.procedures.penalty.benchmarks import add_benchmark
from mingzhi.procedures.penalty.exemptions import add_exemptions
from mingzhi.procedures.penalty.models import Power
from mingzhi.regulations.equipment.models import Device
from mingzhi.regulations.footage.discs import build_waiting
from mingzhi.regulations.footage.making import make_waiting
from mingzhi.regulations.footage.rebuilding import rebuild_waiting
from mingzhi.regulations.recording.models import Activity

from .filming import film, photograph, uploaded

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
    for row in cast["benchmarks"]:
        add_benchmark(stage.town, row)
    for row in cast["exemptions"]:
        add_exemptions(stage.town, row)
    return stage


def change_stage(stage: Stage, changes: Mapping[str, Any]) -> list[str]:
    """End certificates, posts and powers on the days a story says (the day itself included), and rewrite the town's own entries.

    Returns, as phrases, what it does not know.
    """
    unknown = []
    for name, until in (changes.get("证件") or {}).items():
        if not Certificate.objects.filter(holder__name=name).update(valid_until=date.fromisoformat(until)):
            unknown.append(f"{name}没有证件")
    for name, until in (changes.get("任职") or {}).items():
        if not Appointment.objects.filter(person__name=name).update(until_on=date.fromisoformat(until)):
            unknown.append(f"{name}没有任职")
    for code, entry in (changes.get("执法事项") or {}).items():
        unknown += _change_power(stage.town, code, {"至": entry} if isinstance(entry, str) else entry)
    for row in changes.get("上传") or ():
        _upload(stage, row)
    if changes.get("后台"):
        work(_moment(changes["后台"]))
    for row in changes.get("音像") or ():
        unknown += _bring_footage(stage, row)
    return unknown + _rewrite(stage.town, changes.get("机关") or {}, AUTHORITY_WORDS)


def _bring_footage(stage: Stage, row: Mapping[str, str]) -> list[str]:
    """What a device recorded at the latest activity: 设备、自、至 (照片 only 自), by whom (谁) and when it came in (入库)."""
    device = Device.objects.filter(authority=stage.town, code=row.get("设备", "")).first()
    activity = Activity.objects.filter(authority=stage.town).order_by("id").last()
    if device is None or activity is None:
        return [f"没有设备 {row.get('设备')}" if device is None else "还没有执法活动"]
    first = _moment(row["自"])
    told: dict[str, Any] = {"actor": stage.people[row.get("谁", "李雪梅")], "at": _moment(row["入库"])}
    if "至" not in row:
        photograph(activity, device, taken_at=first, name=row.get("文件", f"{first:%Y%m%d%H%M%S}.jpg"), **told)
    else:
        film(activity, device, from_at=first, until_at=_moment(row["至"]), name=row.get("文件", f"{first:%Y%m%d%H%M%S}.mp4"), **told)
    return []


def _upload(stage: Stage, row: Mapping[str, str]) -> None:
    """A file that somebody (谁) sent whole (于) and that nobody took yet; the same name (文件) is the same content."""
    uploaded(row["文件"], actor=stage.people[row.get("谁", "李雪梅")], at=_moment(row["于"]))


def work(at: datetime) -> None:
    """What the worker does by itself: the next copy and the next image of a disc, new or lost, where one waits."""
    make_waiting(at)
    build_waiting(at)
    rebuild_waiting(at)


def _moment(text: str) -> datetime:
    return timezone.make_aware(datetime.fromisoformat(text))


#: What a story may rewrite in the authority's entry and in the power list, by its words there.
AUTHORITY_WORDS = {"行政复议机关": "review_organ", "行政诉讼管辖法院": "court", "代收罚款的机构": "fine_bank"}
POWER_WORDS = {
    "类型": "kind",
    "清单来源": "source",
    "委托机关": "entrusting_organ",
    "委托机关代字": "entrusting_word",
    "委托协议备案号": "entrustment_number",
    "委托机关的复议机关": "entrusting_review_organ",
    "委托机关的管辖法院": "entrusting_court",
    "罚款最低额": "fine_min_citizen_yuan",
    "罚款最高额": "fine_max_citizen_yuan",
}


def _change_power(town: Authority, code: str, entry: Mapping[str, str]) -> list[str]:
    """Change the latest version of a power; with 自 that version ends the day before and the changes make a new one."""
    power = Power.objects.filter(authority=town, code=code).order_by("valid_from").last()
    if power is None:
        return [f"没有执法事项 {code}"]
    words = dict(entry)
    if "自" in words:
        since = date.fromisoformat(words.pop("自"))
        Power.objects.filter(pk=power.pk).update(valid_until=since - timedelta(days=1))
        kept = {field.attname: getattr(power, field.attname) for field in Power._meta.concrete_fields if not field.primary_key}
        power = Power(**kept | {"version": since.isoformat(), "valid_from": since})
    if "至" in words:
        power.valid_until = date.fromisoformat(words.pop("至"))
    kinds = {label: kind for kind, label in Power.Kind.choices}
    if "类型" in words:
        words["类型"] = kinds.get(words["类型"], words["类型"])
    return _rewrite(power, words, POWER_WORDS)


def _rewrite(row: Any, words: Mapping[str, str], known: Mapping[str, str]) -> list[str]:
    """Set fields by their words and save; 没有 empties one."""
    for word in words.keys() & known.keys():
        setattr(row, known[word], "" if words[word] == "没有" else words[word])
    row.save()
    return [f"没有“{word}”这一项，有：{'、'.join(known)}" for word in words if word not in known]


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
        credit_code="115003990000000272",
        review_organ="渝州市山南区人民政府",
        court="渝州市山南区人民法院",
        fine_bank="农村商业银行山南支行",
    )


def _make_people(stage: Stage, authority: Authority, people: dict[str, dict[str, Any]]) -> None:
    brigade = Unit.objects.create(authority=authority, name="综合行政执法大队", kind="own")
    for number, (name, row) in enumerate(people.items(), start=1):
        reviewing = {known: row[known] for known in ("legal_qualification", "reviews_since") if known in row}
        person = User.objects.create_user(row["account"], None, name=name, authority=authority, unit=brigade, **reviewing)
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
