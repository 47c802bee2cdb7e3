"""The pages on which a request to look, a clearing and a misuse are read: which footage it is about, so that nobody approves unseen.

Nothing is decided here. Serves recording-18, footage-14, footage-16.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone

from mingzhi.core.engine.page_port import ReadingPage, reads
from mingzhi.core.organs.models import User

from .models import AccessRequest, Clearing, Clip, Misuse, Tombstone
from .reading import size_words, taken_words
from .retention import term_of
from .seeing import granted_to
from .stages import Stage

_TEMPLATE = "footage/request.html"


@dataclass(frozen=True)
class ClipLine:
    """A clip in a list: what it is, and what is said of it here. may: what this reader may do with it now, “look”, “copy” or nothing."""

    pk: int
    number: str
    words: str
    said: str = ""
    may: str = ""


@dataclass(frozen=True)
class RequestReading:
    """What is asked for, and the clips it is about."""

    title: str
    facts: list[tuple[str, str]]
    clips: list[ClipLine] = field(default_factory=list)


@reads("access")
def access_page(request: AccessRequest, viewer: User, at: datetime, asked: Mapping[str, str]) -> ReadingPage:
    """Who wants to see what and why; once it is granted, the way to it for who asked."""
    facts = [("申请人", request.asked_by.name), ("方式", request.get_want_display()), ("工作需要和理由", request.because)]
    if request.granted_until:
        facts.append(("准许至", f"{timezone.localtime(request.granted_until):%Y-%m-%d %H:%M}，期满自动失效"))
    if request.answered_by:
        facts.append(("答复", f"{request.answered_by.name}：{request.answer}"))
    clips = [row.clip for row in request.footage_askedclips.select_related("clip__activity")]
    lines = [ClipLine(clip.pk, clip.number, taken_words(clip), may=_may(request, clip, viewer, at)) for clip in clips]
    return ReadingPage(_TEMPLATE, RequestReading("申请调阅的资料", facts, lines))


def _may(request: AccessRequest, clip: Clip, viewer: User, at: datetime) -> str:
    if viewer.pk != request.asked_by_id or clip.stage == Stage.CLEARED:
        return ""
    granted = granted_to(clip, viewer, at, want=request.want)
    return request.want if granted is not None and granted.pk == request.pk else ""


@reads("clearing")
def clearing_page(clearing: Clearing, viewer: User, at: datetime, asked: Mapping[str, str]) -> ReadingPage:
    """The list that two people approve, and afterwards what is left of it."""
    facts = [("提出人", clearing.proposed_by.name), ("清理的理由", clearing.because)]
    approvers = [row.name for row in (clearing.first_approver, clearing.second_approver) if row]
    if approvers:
        facts.append(("批准人", "、".join(approvers)))
    if clearing.ended_because:
        facts.append(("不同意或者停止的理由", clearing.ended_because))
    rows = clearing.footage_tombstones.select_related("clip__activity", "clip__blob")
    return ReadingPage(_TEMPLATE, RequestReading("清理清单", facts, [_tombstone(row, at) for row in rows]))


def _tombstone(row: Tombstone, at: datetime) -> ClipLine:
    """One line of the list: why it may go; once it is gone, that it is, with the digest by which a copy would be known."""
    if row.cleared_at:
        said = f"{timezone.localtime(row.cleared_at):%Y-%m-%d %H:%M} 已清理，原 {size_words(row.size_bytes)}，SHA-256 {row.sha256}"
    else:
        said = f"{size_words(row.size_bytes)}，{term_of(row.clip, at).sentence}"
    return ClipLine(row.clip_id, row.clip.number, taken_words(row.clip), said)


@reads("misuse")
def misuse_page(misuse: Misuse, viewer: User, at: datetime, asked: Mapping[str, str]) -> ReadingPage:
    """What was found, what the person says to it, and what came of it."""
    told = [
        ("行为人", misuse.person.name),
        ("行为", misuse.get_misuse_kind_display()),
        ("发现日期", misuse.found_on.isoformat()),
        ("情况", misuse.what),
        ("设备", str(misuse.device or "")),
        ("本人说明", misuse.statement),
        ("批评教育的情况", misuse.measure),
        ("移交", f"{misuse.handed_on} 移交{misuse.handed_to}" if misuse.handed_on else ""),
        ("处理结果", misuse.result),
    ]
    lines = [ClipLine(misuse.clip.pk, misuse.clip.number, taken_words(misuse.clip))] if misuse.clip else []
    return ReadingPage(_TEMPLATE, RequestReading("违规情况", [row for row in told if row[1]], lines))
