"""The page on which an activity is read: its time line, its breaks with their reasons, its key contents, its footage; whose footage is late.

Nothing is decided here; what may be done stands on it as on any other page. Serves recording-12, recording-14, recording-16, footage-12.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone
from markupsafe import Markup

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.models import Deadline
from mingzhi.core.engine.page_port import ReadingPage, SummedUp, reads, remarks, sums_up
from mingzhi.core.engine.timeline_chart import timeline_svg
from mingzhi.core.organs import HEADS, Post
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import posts_of
from mingzhi.law.provisions import provision
from mingzhi.regulations.footage.models import Clip
from mingzhi.regulations.footage.taking import BRING

from .forms import clips_of
from .judging import Break, Judged, judged
from .models import Activity, Content
from .offsets import offset_words
from .stages import Stage
from .stating import UNREAD, missing_words

#: As wide as the middle column at 1366 pixels, so that the end of the activity is in sight.
_WIDTH_PX = 800
#: How many late activities are named before the rest is only counted.
_NAMED = 3


@dataclass(frozen=True)
class ClipLine:
    """One piece of footage."""

    pk: int
    name: str
    device: str = ""
    times: str = ""
    stored_at: datetime | None = None


@dataclass(frozen=True)
class BreakLine:
    """One break, and why."""

    kind: str
    sentence: str
    explained: bool = False
    reason: str = ""
    words: str = ""
    clip: ClipLine | None = None
    offset: str = ""
    unspoken: str = ""


@dataclass(frozen=True)
class ContentLine:
    """One of the six kinds: where it is shown, or the word that there was none."""

    kind: str
    clip: ClipLine | None = None
    offset: str = ""
    words: str = ""


@dataclass(frozen=True)
class Reading:
    """An activity as it is read; `brings` is its id where the viewer may bring footage of it, `waited_for` that none is in the vault for good."""

    whole: bool
    verdict: str
    picture: Markup
    notes: list[str] = field(default_factory=list)
    breaks: list[BreakLine] = field(default_factory=list)
    others: list[tuple[str, str]] = field(default_factory=list)
    contents: list[ContentLine] = field(default_factory=list)
    clips: list[ClipLine] = field(default_factory=list)
    brings: int | None = None
    waited_for: bool = False


@reads("activity")
def reading_of(activity: Activity, viewer: User, at: datetime, asked: Mapping[str, str]) -> ReadingPage | None:
    """The page of an activity that is over; while it goes on, and where nothing was recorded, the ordinary one."""
    if activity.departed_at is None or activity.stage == Stage.UNRECORDED:
        return None
    found = judged(activity)
    page = Reading(
        whole=not found.breaks,
        verdict="资料还没有全部入库" if activity.stage == Stage.ENDED else _verdict(found),
        picture=Markup(timeline_svg(found.continuity, width_px=_WIDTH_PX)),
        notes=[UNREAD.format(names="、".join(found.unknown))] if found.unknown else [],
        breaks=[_break(one) for one in found.breaks],
        others=_others(found),
        contents=_contents(activity),
        clips=[_clip(row) for row in clips_of(activity).select_related("device")],
        brings=activity.pk if activity.stage != Stage.COMPLETE and posts_of(viewer, local_day(at)) & set(BRING) else None,
        waited_for=activity.stage == Stage.ENDED,
    )
    return ReadingPage("recording/reading.html", page)


def _verdict(found: Judged) -> str:
    if not found.breaks:
        return "全程记录，没有中断"
    missing = f"，共 {missing_words(found)}没有记录" if found.continuity.missing_seconds else ""
    left = len(found.unexplained)
    return f"{len(found.breaks)} 处中断或者缺失{missing}" + (f"，{left} 处待说明" if left else "，已说明")


def _break(one: Break) -> BreakLine:
    told = one.explanation
    if told is None:
        return BreakLine(one.finding.kind.label, one.finding.sentence)
    return BreakLine(
        kind=one.finding.kind.label,
        sentence=one.finding.sentence,
        explained=True,
        reason=told.get_reason_display(),
        words=told.words,
        clip=ClipLine(told.clip.pk, told.clip.name) if told.clip else None,
        offset=offset_words(told.offset_seconds) if told.offset_seconds is not None else "",
        unspoken=told.unspoken_because,
    )


def _others(found: Judged) -> list[tuple[str, str]]:
    """What was found and needs no explanation."""
    doubted = {id(one.finding) for one in found.breaks}
    return [(one.kind.label, one.sentence) for one in found.continuity.findings if id(one) not in doubted]


def _contents(activity: Activity) -> list[ContentLine]:
    """The latest word on each kind, in the order of the regulation."""
    rows = {row.content: row for row in Content.objects.filter(matter_id=activity.pk).select_related("clip").order_by("id")}
    return [_content(Content.Kind(kind).label, rows.get(kind)) for kind in Content.Kind.values]


def _content(label: str, row: Content | None) -> ContentLine:
    if row is None:
        return ContentLine(label)
    return ContentLine(
        kind=label,
        clip=ClipLine(row.clip.pk, row.clip.name) if row.clip else None,
        offset=offset_words(row.offset_seconds) if row.offset_seconds is not None else "",
        words=row.words,
    )


def _clip(row: Clip) -> ClipLine:
    first, last = (timezone.localtime(at) if at else None for at in (row.began_at, row.ended_at))
    times = f"{first:%H:%M:%S}" + (f" 至 {last:%H:%M:%S}" if last else "") if first else "不明"
    return ClipLine(row.pk, row.name, row.device.code if row.device else "", times, row.opened_at)


@remarks("activity", home=(Post.CAPTAIN, Post.SUPERVISOR, *HEADS))
def footage_not_stored_in_time(viewer: User, at: datetime) -> str:
    """What is said to captain, supervisor and heads where footage was not stored within its hours. Source: recording-16."""
    late = Deadline.objects.filter(
        provision="recording-16", met_at__isnull=True, lifted_at__isnull=True, due_at__lt=at, matter__authority_id=viewer.authority_id
    )
    rows = list(Activity.objects.filter(pk__in=late.values("matter")).order_by("arrived_at"))
    if not rows:
        return ""
    named = "、".join(f"{row.number}（{row.handler_names}）" for row in rows[:_NAMED])
    hours = provision("recording-16").period(local_day(at)).text
    return f"有 {len(rows)} 次执法活动的音像资料超过{hours}没有入库（记录制度第十六条）：{named}{'等' if len(rows) > _NAMED else ''}。"


@sums_up("activity")
def what_and_how_recorded(activity: Activity) -> SummedUp:
    return SummedUp(f"执法活动（{activity.get_what_display()}）")
