"""D50 as it is printed: the breaks in a table, the situation in words, who signs and to whom it is reported."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from mingzhi.core.engine.days import local_day
from mingzhi.core.organs import Post
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import holders
from mingzhi.law.continuity.wording import length_words
from mingzhi.procedures.penalty.filling.evidence import citing
from mingzhi.procedures.penalty.filling.heading import moment, officers, signed_on
from mingzhi.procedures.penalty.forms.acts import signed

from .judging import Break, judged
from .models import Activity, Carried
from .offsets import offset_words
from .procedure import activities as procedure


@procedure.paper("D50")
def statement(activity: Activity, *, actor: User, at: datetime, given: dict[str, Any]) -> dict[str, Any]:
    case = activity.case
    carried = Carried.objects.filter(matter_id=activity.pk).select_related("device", "person")
    heads = holders(activity.authority_id, Post.DEPUTY, local_day(at)) or holders(activity.authority_id, Post.MAYOR, local_day(at))
    return {
        "organ": activity.authority.name,
        "made_on": local_day(at).isoformat(),
        "case_number": case.number if case else "",
        "cause": case.title if case else "",
        "activity_number": activity.number,
        "what": activity.get_what_display(),
        "started_at": moment(activity.arrived_at),
        "ended_at": moment(activity.departed_at or activity.arrived_at),
        "place": activity.place,
        "devices": "、".join(f"{row.device.title}（{row.person.name}）" for row in carried)
        or f"没有使用：{activity.without_camera_because}",
        "breaks": [_row(one) for one in judged(activity).breaks],
        "situation": given["situation"],
        "basis": citing("recording-12-interrupt", "footage-11"),
        "officers": officers(given["signers"], local_day(activity.arrived_at)),
        "reported_to": "、".join(person.name for person in heads),
        "signatures": signed(given),
    } | signed_on(at)


def _row(one: Break) -> dict[str, str]:
    told, span = one.explanation, one.finding.span
    first, last = (timezone.localtime(at) for at in span) if span else (None, None)
    spoken = ""
    if told is not None and told.clip is not None and told.offset_seconds is not None:
        spoken = f"{told.clip.name} {offset_words(told.offset_seconds)}"
    elif told is not None and told.unspoken_because:
        spoken = f"没有：{told.unspoken_because}"
    return {
        "kind": one.finding.kind.label,
        "when": f"{first:%H:%M:%S} 至 {last:%H:%M:%S}" if first and last else "—",
        "length": length_words(one.finding.length) if one.finding.length else "",
        "reason": told.get_reason_display() if told else "待说明",
        "spoken": spoken,
    }
