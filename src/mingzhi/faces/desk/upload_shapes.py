"""What the page of uploads is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from .page_shapes import Choice
from .shapes import Link, Tone


@dataclass(frozen=True)
class UploadRow:
    """One upload of the viewer: how far it is, and what is to be done about it in words; answer_url where it waits for a word."""

    name: str
    size: str
    state: str
    at: datetime
    tone: Tone = ""
    words: str = ""
    url: str = ""
    answer_url: str = ""


@dataclass(frozen=True)
class HeldPage:
    """One upload that came whole and was not registered: why not, and what can be said of it after all."""

    name: str
    size: str
    at: datetime
    reason: str
    form: Any
    action_url: str
    back: Link


@dataclass(frozen=True)
class UploadPage:
    """Where files go, under which token, for which device and activity; and what the viewer uploaded lately.

    `back` is the page of the activity from which somebody came.
    """

    uploads_url: str
    token: str
    limit_words: str
    devices: Sequence[Choice] = ()
    activities: Sequence[Choice] = ()
    rows: Sequence[UploadRow] = ()
    back: Link | None = None
