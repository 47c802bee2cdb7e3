"""Uploads that come to nothing: given up by their owner, or expired."""

from __future__ import annotations

from datetime import datetime

from ..models import Upload
from . import digests, places
from .holding import Hold
from .refusals import Superseded, UploadRefused
from .writing import change

State = Upload.State
GIVEN_UP = "上传人已取消上传。"
EXPIRED = "上传没有按期完成，已收到的部分已清除。请从头上传。"


def give_up(upload: Upload, at: datetime) -> None:
    """Throw an unfinished upload away, or close one that its taker refused. Raises UploadRefused (403) for any other."""
    if upload.state not in (State.RECEIVING, State.HELD):
        raise UploadRefused(403, "文件已经收齐，不能从这里删除。")
    if not _end(upload, upload.state, GIVEN_UP, at):
        raise UploadRefused(409, "这份上传刚刚有变化。请刷新后再试。")


def expire(upload: Upload, at: datetime) -> bool:
    """Throw away an unfinished upload whose time is over; False when its sender came back meanwhile."""
    if upload.state != State.RECEIVING or upload.expires_at > at:
        return False
    return _end(upload, State.RECEIVING, EXPIRED, at)


def _end(upload: Upload, was: str, sentence: str, at: datetime) -> bool:
    try:
        if was == State.HELD:
            # Its bytes are an object of the vault already, and nobody sends any more.
            change(upload, was, state=State.LAPSED, reason=sentence, changed_at=at)
            return True
        with Hold(places.hold_of(upload.pk)) as hold, hold.mine():
            change(upload, was, state=State.LAPSED, reason=sentence, changed_at=at)
            places.forget(upload.pk)
            digests.forget(upload.pk)
    except Superseded:
        return False
    return True
