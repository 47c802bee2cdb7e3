"""What each action changes in a dispatch. Source: 公示制度 7(二), 11."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import Model

from mingzhi.core import vault
from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.models import Attachment
from mingzhi.core.organs.models import User

from .files import made
from .models import Channel, Dispatch, Sent
from .stages import Stage


def prepare(dispatch: Dispatch, *, actor: User, at: datetime, channel: str, from_on: date, until_on: date) -> list[Model]:
    """Make the file of everything that is due to a receiver, and say of what is left out why. Source: disclosure-11.1, credit-report."""
    package = made(dispatch.authority, Channel(channel), from_on, until_on, local_day(at))
    dispatch.channel, dispatch.from_on, dispatch.until_on = channel, from_on, until_on
    dispatch.title = f"报送{Channel(channel).label}（{from_on}至{until_on}）"
    dispatch.left_out = package.left_out
    rows: list[Model] = [
        Sent(
            matter=dispatch,
            subject_id=one.subject.pk,
            draft=None if one.withdraws else one.subject.draft,
            number=one.subject.number,
            title="" if one.withdraws else one.subject.title,
            purpose=one.purpose,
        )
        for one in package.taken
    ]
    for file in package.files:
        blob = vault.put(file.content, declared_name="", at=at)
        rows.append(Attachment(matter=dispatch, blob=blob, name=file.name, added_by=actor, added_at=at))
        if not dispatch.sha256:
            dispatch.file_name, dispatch.sha256 = file.name, blob.sha256
    return rows


def prepared_in_words(dispatch: Dispatch, given: dict[str, Any]) -> str:
    """“生成报送文件…，列入 3 件，另有 1 件有误没有列入”."""
    taken = Sent.objects.filter(matter_id=dispatch.pk).count()
    left = f"，另有 {len(dispatch.left_out)} 件有误没有列入" if dispatch.left_out else ""
    return f"生成{dispatch.title}的文件，列入 {taken} 件{left}，文件摘要 {dispatch.sha256[:16]}"


def send(dispatch: Dispatch, *, actor: User, at: datetime, sent_on: date, how: str, proof: Any) -> None:
    """The file has left the house. Source: disclosure-11.1."""
    dispatch.sent_on, dispatch.sent_by, dispatch.sent_how = sent_on, actor, how


def discard(dispatch: Dispatch, *, actor: User, at: datetime, reasons: str) -> None:
    """The file is not sent; what was in it comes into the next one."""


def acknowledge(dispatch: Dispatch, *, actor: User, at: datetime, rows: Sequence[Sent], answered_on: date) -> list[Sent]:
    """The receiver has these. Source: disclosure-11.1."""
    return _answered(dispatch, actor, rows, Sent.Answer.ACKNOWLEDGED, answered_on)


def refuse(dispatch: Dispatch, *, actor: User, at: datetime, rows: Sequence[Sent], reasons: str, answered_on: date) -> list[Sent]:
    """The receiver would not take these; they are due again. Source: disclosure-11.1."""
    return _answered(dispatch, actor, rows, Sent.Answer.REFUSED, answered_on, reasons)


def place(
    dispatch: Dispatch,
    *,
    actor: User,
    at: datetime,
    channel: str,
    what: str,
    place: str,
    done_by: str,
    shown_from_on: date,
    photo: Any,
) -> None:
    """Something was put up or handed out. Source: disclosure-11.2, disclosure-11.3."""
    dispatch.channel, dispatch.what, dispatch.place, dispatch.done_by = channel, what, place, done_by
    dispatch.shown_from_on = shown_from_on
    dispatch.title = f"{Channel(channel).label}公示（{place}）"


def take_down(dispatch: Dispatch, *, actor: User, at: datetime, taken_on: date) -> None:
    """It hangs there no longer. Source: disclosure-11.2."""
    dispatch.shown_until_on = taken_on


def _answered(
    dispatch: Dispatch, actor: User, rows: Sequence[Sent], answer: Sent.Answer, answered_on: date, reasons: str = ""
) -> list[Sent]:
    for row in rows:
        row.answer, row.answered_on, row.answered_by, row.refused_because = answer, answered_on, actor, reasons
    open_rows = Sent.objects.filter(matter_id=dispatch.pk, answer="").exclude(pk__in=[row.pk for row in rows])
    if not open_rows.exists():
        dispatch.stage = Stage.SETTLED
    return list(rows)
