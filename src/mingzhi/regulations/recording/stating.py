"""The statement of what the record lacks (D50) as the system drafts it: times, lengths, reasons, in sentences. Serves recording-12, footage-11."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from mingzhi.law.continuity.wording import length_words

from .judging import Break, Judged
from .models import Activity
from .offsets import offset_words

#: What of the judgement cannot be known while nobody could read inside the files.
UNREAD = "以下资料的内容尚未读出，时长无法核对：{names}。系统不能据此判断记录是否完整，由执法人员书面说明。"


def situation_of(activity: Activity, found: Judged) -> str:
    """The draft: when and where, what is missing for how long, and for each break why."""
    arrived, departed = (f"{timezone.localtime(at):%Y年%-m月%-d日%H:%M}" for at in (activity.arrived_at, activity.departed_at))
    lines = [f"{arrived}至{departed}在{activity.place}进行{activity.get_what_display()}。"]
    if activity.without_camera_because:
        lines.append(f"没有使用执法记录仪：{activity.without_camera_because.rstrip('。')}。")
    if activity.nothing_from:
        lines.append(f"没有取得资料的设备：{activity.nothing_from.rstrip('。')}。")
    if found.unknown:
        lines.append(UNREAD.format(names="、".join(found.unknown)))
    if found.continuity.missing_seconds:
        lines.append(f"全程共有 {missing_words(found)}没有记录。")
    lines += [f"{number}. {_told(one)}" for number, one in enumerate(found.breaks, start=1)]
    return "\n".join(lines)


def missing_words(found: Judged) -> str:
    """How much of the activity has no record, “7 分钟 3 秒”."""
    return length_words(timedelta(seconds=found.continuity.missing_seconds))


def _told(one: Break) -> str:
    told = one.explanation
    if told is None:
        return f"{one.finding.sentence}原因：待说明。"
    spoken = ""
    if told.clip is not None and told.offset_seconds is not None:
        spoken = f"恢复记录时已语音说明（{told.clip.name} 的 {offset_words(told.offset_seconds)} 处）。"
    elif told.unspoken_because:
        spoken = f"恢复记录时没有语音说明：{told.unspoken_because.rstrip('。')}。"
    return f"{one.finding.sentence}原因：{told.get_reason_display()}。{told.words.rstrip('。')}。{spoken}"
