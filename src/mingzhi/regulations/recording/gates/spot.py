"""On the spot: two officers with certificates, in one place, with a camera that is out to them; purpose spoken, party told.

An activity about a case has the gates of the case as well; those for people without a case are laid here.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Q

from mingzhi.core.engine import before
from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.families import about
from mingzhi.core.engine.models import Handler
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import without_certificate
from mingzhi.law.provisions import provision
from mingzhi.procedures.penalty.models import Presence
from mingzhi.regulations.equipment.models import Device

from ..demands import left_unwitnessed, must_be_whole
from ..models import Activity

_OPENS = ("activity.arrive", "activity.not_recorded")


@before(*_OPENS, cites=("penalty-law-42", "cq-inspection-15"))
def two_officers_are_there_without_a_case(activity: Activity, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    """About a case the same is asked by the case."""
    least = provision("penalty-law-42").number("officers", local_day(at))
    if activity.case_id or len(given["officers"]) >= least:
        return None
    return f"执法人员不得少于{least}人，现在只有{len(given['officers'])}人。请再选择执法人员。"


@before(*_OPENS, cites=("penalty-law-42", "personnel-4", "personnel-7"))
def certificates_are_valid_without_a_case(activity: Activity, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    on = local_day(given.get("arrived_at") or given["began_at"])
    lacking = [] if activity.case_id and on == local_day(at) else without_certificate(given["officers"], on)
    return f"{'、'.join(lacking)}在{on}没有有效的行政执法证，不能执法。请换持证人员，或先办理证件。" if lacking else None


@before("activity.arrive", "activity.depart", cites="town-one-place")
def nobody_is_at_two_activities_at_once(activity: Activity, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    """Nor at another case's act elsewhere; what one does at a patrol that belongs to no case lies inside it.

    At arrival only that moment is known; the whole stay is looked at on departure.
    """
    first = given.get("arrived_at") or activity.arrived_at
    last = given.get("departed_at") or first
    people = given.get("officers") or [row.person for row in Handler.objects.filter(matter_id=activity.pk, until_at__isnull=True)]
    others = (
        Activity.objects.filter(arrived_at__lte=last).filter(Q(departed_at__gt=first) | Q(departed_at__isnull=True)).exclude(pk=activity.pk)
    )
    clash = Handler.objects.filter(matter__in=others.values("pk"), person__in=people).select_related("person").order_by("id").first()
    if clash is not None:
        other = others.get(pk=clash.matter_id)
        return (
            f"{clash.person.name}在这段时间已在{other.number}（{other.title}），不能同时在两处。请核对起止时间、执法人员，或者先登记离开。"
        )
    stay = _elsewhere(activity, given.get("place") or activity.place, people, first, last)
    return f"{stay.person.name}在这段时间已在“{stay.place}”{stay.what}，不能同时在两处。请核对起止时间或执法人员。" if stay else None


def _elsewhere(activity: Activity, place: str, people: list[User], first: datetime, last: datetime) -> Presence | None:
    """Where one of them was for another case meanwhile."""
    if activity.case_id is None:
        return None
    own = [activity.case_id, *(row.pk for row in about(activity.case))]
    stays = (
        Presence.objects.filter(person__in=people, from_at__lte=last, until_at__gt=first).exclude(matter_id__in=own).exclude(place=place)
    )
    return stays.select_related("person").order_by("id").first()


@before("activity.arrive", cites="equipment-7")
def body_camera_is_worn(activity: Activity, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    kinds = (Device.Kind.BODY_CAMERA, Device.Kind.HANDHELD)
    if any(device.device_kind in kinds for device in given["devices"]) or given["without_camera_because"].strip():
        return None
    return "执勤执法应当佩戴、使用执法记录仪。请选择已经领用的执法记录仪；确实没有使用的，写明原因。"


@before("activity.arrive", cites="footage-4", mend="device.check_out")
def devices_were_taken_out_by_who_is_there(activity: Activity, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    people = {person.pk for person in given["officers"]}
    strange = [device for device in given["devices"] if device.holder_id not in people]
    if not strange:
        return None
    told = "、".join(f"{device.code}（{device.holder}领用）" for device in strange)
    return f"{told}不是由到场的执法人员领用的。请由佩戴的人检查并领用后再选择。"


@before("activity.not_recorded", cites="recording-13-full", mend="activity.arrive")
def it_may_go_without_a_record(activity: Activity, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    left = given["what"] == Activity.What.LEAVING and activity.case_id is not None
    alone = left and left_unwitnessed(activity.case, given["began_at"], given["ended_at"]).exists()
    if not must_be_whole(given["what"]) and not alone:
        return None
    return f"{'没有见证人的' if alone else ''}{Activity.What(given['what']).label}必须全程音像记录，不能只登记原因。请按“到达现场”登记，没有记录的部分出具情况说明。"


@before("activity.depart", cites="footage-7")
def purpose_task_and_officers_were_spoken(activity: Activity, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    if given["spoke"] or given["not_spoken_because"].strip() or activity.without_camera_because:
        return None
    return "到达现场开机后，应当用语音录入执法行动的目的、任务和执法人员情况。请如实勾选；没有语音说明的，写明原因。"


@before("activity.depart", cites="footage-8")
def party_was_told_of_the_recording(activity: Activity, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    if given["told_party"] or given["not_told_because"].strip() or activity.without_camera_because:
        return None
    return "应当事先告知当事人使用音像记录设备。请如实勾选；没有告知的（如当事人不在现场），写明原因。"
