"""The page of a dispatch: what was sent, how each thing in it was answered, and what was left out with its reasons.

Nothing is decided here. Serves disclosure-7.2, disclosure-11.1, disclosure-11.3.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from mingzhi.core.engine.page_port import ReadingPage, reads
from mingzhi.core.organs.models import User

from .models import Channel, Dispatch, Sent
from .stages import Stage


@dataclass(frozen=True)
class SentLine:
    """One thing in the file, with the kind and id of its matter. `answer` is empty while the receiver has said nothing."""

    subject: tuple[str, int]
    number: str
    title: str
    purpose: str
    answer: str
    refused: bool
    answered_on: date | None
    because: str


@dataclass(frozen=True)
class Reading:
    """The whole page. `package`: the id under which all files can be taken at once, where there are several."""

    facts: Sequence[tuple[str, str]]
    lines: Sequence[SentLine]
    left_out: Sequence[Mapping[str, Any]]
    package: int | None = None


@reads("dispatch")
def reading_of(dispatch: Dispatch, viewer: User, at: datetime, asked: Mapping[str, str]) -> ReadingPage:
    rows = Sent.objects.filter(matter_id=dispatch.pk).select_related("subject")
    lines = [
        SentLine(
            (row.subject.kind, row.subject_id),
            row.number,
            row.title,
            row.get_purpose_display(),
            row.get_answer_display(),
            row.answer == Sent.Answer.REFUSED,
            row.answered_on,
            row.refused_because,
        )
        for row in rows
    ]
    package = dispatch.pk if dispatch.channel == Channel.SITE and dispatch.stage != Stage.DISCARDED else None
    return ReadingPage("dispatch/reading.html", Reading(list(_facts(dispatch)), lines, dispatch.left_out, package))


def _facts(dispatch: Dispatch) -> Iterator[tuple[str, str]]:
    yield "去向", dispatch.get_channel_display()
    if dispatch.from_on:
        yield "公示日期", f"{dispatch.from_on}至{dispatch.until_on}"
    if dispatch.file_name:
        yield "文件", dispatch.file_name
        yield "文件摘要（SHA-256）", dispatch.sha256
    if dispatch.sent_on:
        yield "报送", f"{dispatch.sent_on}　{dispatch.sent_by.name}（{dispatch.sent_how}）"
    if dispatch.what:
        yield "内容", dispatch.what
        yield "地点", dispatch.place
        until = f"，{dispatch.shown_until_on}撤下" if dispatch.shown_until_on else "起"
        yield "展示", f"{dispatch.shown_from_on}{until}"
        yield "经手人", dispatch.done_by
