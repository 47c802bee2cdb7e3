"""What each action of an activity changes. Source: 全过程记录制度 12 to 16, 音像记录管理制度 7 to 12."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Max

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.models import Handler
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import officers_on
from mingzhi.regulations.equipment.models import Device
from mingzhi.regulations.footage.models import Clip

from .judging import judged
from .models import Activity, Carried, Content, Explanation, Statement
from .stages import Stage


def arrive(
    activity: Activity, *, actor: User, at: datetime, what: str, place: str, purpose: str, arrived_at: datetime, officers: list[User],
    devices: list[Device], without_camera_because: str,
) -> list[Any]:  # fmt: skip
    """Begin on the spot with the devices switched on. Source: recording-12-continuous, footage-7, equipment-7."""
    rows = _begin(activity, at, what, place, purpose, officers)
    activity.arrived_at, activity.without_camera_because = arrived_at, without_camera_because
    return [*rows, *(Carried(matter=activity, device=device, person=device.holder) for device in devices)]


def not_recorded(
    activity: Activity, *, actor: User, at: datetime, what: str, place: str, purpose: str, officers: list[User], began_at: datetime,
    ended_at: datetime, unrecorded_because: str,
) -> list[Any]:  # fmt: skip
    """Say of an activity that may go without that it was not recorded, and why. Source: recording-13-should."""
    rows = _begin(activity, at, what, place, purpose, officers)
    activity.arrived_at, activity.departed_at, activity.unrecorded_because = began_at, ended_at, unrecorded_because
    return rows


def _begin(activity: Activity, at: datetime, what: str, place: str, purpose: str, officers: list[User]) -> list[Any]:
    activity.what, activity.place, activity.purpose = what, place, purpose
    activity.title = f"{place}{Activity.What(what).label}"[:300]
    return [Handler(matter=activity, person=person, since_at=at) for person in officers]


def depart(
    activity: Activity, *, actor: User, at: datetime, departed_at: datetime, spoke: bool, not_spoken_because: str, told_party: bool,
    not_told_because: str, remote: bool, remote_because: str,
) -> None:  # fmt: skip
    """End on the spot: what was recorded is to be stored. Source: recording-12-continuous, recording-16, footage-7, footage-8."""
    activity.departed_at, activity.remote_because = departed_at, remote_because if remote else ""
    activity.spoke, activity.not_spoken_because = spoke, "" if spoke else not_spoken_because
    activity.told_party, activity.not_told_because = told_party, "" if told_party else not_told_because


def come_back(activity: Activity, *, actor: User, at: datetime, returned_at: datetime) -> None:
    """Back at the office from far away: the hours run from here. Source: recording-16, footage-12."""
    activity.returned_at = returned_at


def store(activity: Activity, *, actor: User, at: datetime, nothing_from: str) -> None:
    """Nothing is left on the cards. When that came about is when the last file came in. Source: recording-16, footage-12."""
    activity.stored_at = whole_since(activity, at)
    activity.nothing_from = nothing_from


def whole_since(activity: Activity, at: datetime) -> datetime:
    """When the last file of an activity came into the vault; without any, the moment of saying so."""
    return Clip.objects.filter(activity_id=activity.pk).aggregate(last=Max("opened_at"))["last"] or at


def examine(
    activity: Activity, *, actor: User, at: datetime, shown: list[str], not_shown_because: str, clear: bool, unclear_because: str,
    no_photographs_because: str, **contents: Any,
) -> list[Content]:  # fmt: skip
    """Tick the key contents against moments of the record; whole without a break it is complete, else its breaks are to be explained.

    contents: `<kind>_clip`, `<kind>_at` in seconds and `<kind>_none` for each kind. Source: recording-14, footage-9, footage-10.
    """
    activity.shown, activity.not_shown_because = shown, not_shown_because
    activity.clear, activity.unclear_because = clear, "" if clear else unclear_because
    activity.no_photographs_because = no_photographs_because
    activity.stage = Stage.EXPLAINING if judged(activity).breaks else Stage.COMPLETE
    return [
        Content(
            matter=activity,
            content=kind,
            clip=contents.get(f"{kind}_clip"),
            offset_seconds=contents.get(f"{kind}_at"),
            words=contents.get(f"{kind}_none") or "",
            checked_at=at,
        )
        for kind in Content.Kind
    ]


def explain(
    activity: Activity, *, actor: User, at: datetime, breaks: list[str], reason: str, words: str, clip: Clip | None, offset: int | None,
    unspoken_because: str,
) -> list[Explanation]:  # fmt: skip
    """Say why the record broke off; said again, it replaces what was said before. Source: recording-12-interrupt, footage-11."""
    rows = []
    for one in judged(activity).breaks:
        if one.key not in breaks:
            continue
        row = one.explanation or Explanation(matter=activity, finding=one.key)
        row.kind, row.sentence = str(one.finding.kind), one.finding.sentence
        row.from_at, row.to_at = one.finding.span or (None, None)
        row.reason, row.words, row.clip, row.offset_seconds = reason, words, clip, offset
        row.unspoken_because = unspoken_because if clip is None else ""
        row.explained_by, row.explained_at = actor, at
        rows.append(row)
    return rows


def state(
    activity: Activity, *, actor: User, at: datetime, situation: str, signers: list[User], first_signature: Any, second_signature: Any
) -> Statement:
    """State in writing what the record lacks, for the head in charge. Source: recording-12-interrupt, footage-11."""
    signed = [
        {"id": person.pk, "name": row.name, "certificate": row.certificate}
        for person, row in zip(signers, officers_on(signers, local_day(at)), strict=True)
    ]
    findings = [one.key for one in judged(activity).breaks]
    return Statement(matter=activity, findings=findings, situation=situation, signers=signed, stated_at=at)


def acknowledge(activity: Activity, *, actor: User, at: datetime, opinion: str, measures: str) -> Statement:
    """Take note of the statement; with that the record is as whole as it can be. Source: recording-12-interrupt, footage-11."""
    row: Statement = latest_statement(activity)  # type: ignore[assignment]
    row.acknowledged_by, row.acknowledged_at, row.opinion, row.measures = actor, at, opinion, measures
    return row


def latest_statement(activity: Activity) -> Statement | None:
    """The statement that counts."""
    return Statement.objects.filter(matter_id=activity.pk).order_by("id").last()
