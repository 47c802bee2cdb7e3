"""Before a record counts as whole: everything stored, looked at kind by kind, each break explained, signed by two and reported.

Serves recording-12-interrupt, recording-14, recording-16, footage-9 to footage-12.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine import before
from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.models import User
from mingzhi.law.provisions import provision
from mingzhi.procedures.penalty.gates.officers import separate
from mingzhi.regulations.footage.models import Clip

from ..actions import latest_statement
from ..judging import STOPS, judged
from ..models import Activity, Carried, Content, Explanation

_STATEMENT = ("recording-12-interrupt", "footage-11")
Reason = Explanation.Reason


@before("activity.come_back", cites="recording-16")
def activity_was_far_away(activity: Activity, *, actor: User, at: datetime) -> str | None:
    return None if activity.remote_because else "本次执法没有登记异地或者偏远的原因，资料应当在执法结束后立即存储，不必登记返回时间。"


@before("activity.store", cites="recording-16", mend="activity.come_back")
def return_is_on_record(activity: Activity, *, actor: User, at: datetime) -> str | None:
    if not activity.remote_because or activity.returned_at is not None:
        return None
    return "本次执法在异地或者偏远地区，存储期限自返回单位起算。请先登记返回单位的时间。"


@before("activity.store", cites=("footage-12", "footage-4"))
def every_device_brought_footage_or_a_reason(activity: Activity, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    """Whoever carried nothing has said why at arrival."""
    brought = set(Clip.objects.filter(activity_id=activity.pk).values_list("device_id", flat=True))
    lacking = [row for row in Carried.objects.filter(matter_id=activity.pk).select_related("device") if row.device_id not in brought]
    if not lacking or given["nothing_from"].strip():
        return None
    told = "、".join(row.device.code for row in lacking)
    return f"{told}还没有资料入库。请先上传并归入本次活动；这台设备没有录制的，写明原因。"


@before("activity.examine", cites="recording-14")
def every_kind_of_content_is_looked_at(activity: Activity, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    """A photograph has no moment inside; a recording has."""

    def shown(kind: str) -> bool:
        clip = given[f"{kind}_clip"]
        return clip is not None and (clip.medium == Clip.Medium.PHOTO or given[f"{kind}_at"] is not None)

    left = [kind.label for kind in Content.Kind if not shown(kind) and not given[f"{kind}_none"].strip()]
    return f"还有重点内容没有核对：{'；'.join(left)}。请逐项指明资料和片内位置；本次没有的，写明“本次没有”和情况。" if left else None


@before("activity.examine", cites="footage-9")
def record_shows_what_it_must(activity: Activity, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    left = [label for value, label in Activity.Shown.choices if value not in given["shown"]]
    if not left or given["not_shown_because"].strip():
        return None
    return f"音像记录还应当反映：{'、'.join(left)}。请核对后勾选；没有反映的，写明内容和原因。"


@before("activity.examine", cites="footage-10")
def record_is_clear_and_key_moments_photographed(activity: Activity, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    lacking = []
    if not given["clear"] and not given["unclear_because"].strip():
        lacking.append("没有确认画质清晰、内容完整、记录有效，也没有写明缺陷")
    photographs = Clip.objects.filter(activity_id=activity.pk, medium=Clip.Medium.PHOTO)
    if not given["no_photographs_because"].strip() and not photographs.exists():
        lacking.append("没有针对证据和关键节点的照片，也没有写明原因")
    return f"{'；'.join(lacking)}。请补充照片并归入本次活动，或者写明情况。" if lacking else None


@before("activity.explain", cites=_STATEMENT)
def reason_fits_what_was_found(activity: Activity, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    """That nothing stopped explains no time without a record, unless nobody could read inside the files."""
    found = judged(activity)
    if given["reason"] != Reason.NO_STOP or found.unknown:
        return None
    stopped = [one.finding.sentence for one in found.breaks if one.key in given["breaks"] and one.finding.kind in STOPS]
    return f"这段时间没有任何记录：{stopped[0]}不能以“记录没有停止”说明。请选择停止记录的原因。" if stopped else None


@before("activity.explain", cites="recording-12-interrupt")
def reason_was_spoken_when_recording_went_on(activity: Activity, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    if given["clip"] is not None or given["unspoken_because"].strip() or given["reason"] == Reason.NO_STOP:
        return None
    if not any(one.resumed for one in judged(activity).breaks if one.key in given["breaks"]):
        return None
    return "重新开始记录时应当对中断原因进行语音说明。请指明语音说明所在的资料和位置；当时没有说明的，写明原因。"


@before("activity.state", cites=_STATEMENT, mend="activity.explain")
def every_break_is_explained(activity: Activity, *, actor: User, at: datetime) -> str | None:
    left = judged(activity).unexplained
    return f"还有 {len(left)} 处没有说明：{left[0].finding.sentence}请先说明原因。" if left else None


@before("activity.state", cites=_STATEMENT)
def enough_officers_sign(activity: Activity, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    least = provision("recording-12-interrupt").number("signers", local_day(at))
    if len(given["signers"]) >= least and given["second_signature"]:
        return None
    return f"情况说明由{least}名以上执法人员签字。请选择签字的人并签名。"


@before("activity.acknowledge", cites=_STATEMENT, mend="activity.state")
def statement_is_about_every_break(activity: Activity, *, actor: User, at: datetime) -> str | None:
    statement = latest_statement(activity)
    if statement is None:
        return "还没有情况说明。请先由两名以上执法人员签字出具。"
    left = [one for one in judged(activity).breaks if one.key not in statement.findings]
    return f"情况说明出具以后又发现：{left[0].finding.sentence}请重新出具情况说明。" if left else None


@before("activity.acknowledge", cites="footage-11")
def stopping_without_a_reason_is_followed_up(activity: Activity, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    if given["measures"].strip() or not Explanation.objects.filter(matter_id=activity.pk, reason=Reason.NONE).exists():
        return None
    return "有停止记录而没有法定情形的，须写明处理意见（如批评教育、补充取证）。"


separate("activity.acknowledge", ("state", "explain"))
