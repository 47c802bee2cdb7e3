"""What each action changes in a bulletin. Source: 公示制度 4 to 7, 12 to 14."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.models import Handler
from mingzhi.core.organs.models import User

from .models import Bulletin, Sheet
from .texts import latest


def begin(
    bulletin: Bulletin, *, actor: User, at: datetime, topic: str, title: str, formed_on: date, required_by: str, replaces: Bulletin | None
) -> Handler:
    """Something was formed or changed that has to become public: from that day its days run. Source: disclosure-12-general."""
    bulletin.topic, bulletin.title, bulletin.formed_on, bulletin.required_by = topic, title, formed_on, required_by
    bulletin.replaces = replaces
    bulletin.first = (replaces.first or replaces) if replaces else None
    return Handler(matter=bulletin, person=actor, since_at=at)


def collect(
    bulletin: Bulletin,
    *,
    actor: User,
    at: datetime,
    title: str,
    text: str,
    rows: list[dict[str, Any]],
    kept_words: list[str],
    basis_file: Any,
) -> Sheet:
    """The text as it is to become public; what was collected before stays on record. Source: disclosure-4, disclosure-5.5."""
    earlier = latest(bulletin)
    return Sheet(
        matter=bulletin, number=earlier.number + 1 if earlier else 1, title=title or bulletin.title, text=text, rows=rows, kept_words=kept_words,
        collected_by=actor, collected_at=at,
    )  # fmt: skip


def check(bulletin: Bulletin, *, actor: User, at: datetime, opinion: str) -> Sheet:
    """The second of three people has read it. Source: disclosure-4, posts-4."""
    sheet = _collected(bulletin)
    sheet.checked_by, sheet.checked_at = actor, at
    return sheet


def send_back(bulletin: Bulletin, *, actor: User, at: datetime, reasons: str) -> None:
    """Something is amiss: the text is collected anew."""


def publish(bulletin: Bulletin, *, actor: User, at: datetime) -> Sheet:
    """From here on everybody may read it. Source: disclosure-4, disclosure-12-general."""
    sheet = _collected(bulletin)
    bulletin.published_on, bulletin.title = local_day(at), sheet.title
    sheet.published_by, sheet.published_at = actor, at
    return sheet


def supersede(bulletin: Bulletin, *, actor: User, at: datetime) -> None:
    """A newer version is public; this one stays readable as history. Source: disclosure-13-update."""
    bulletin.until_on = local_day(at)


def end(bulletin: Bulletin, *, actor: User, at: datetime, because: str) -> None:
    """It holds no longer and nothing takes its place, or it should never have been public: its text is shown no more. Source: disclosure-13-update."""
    bulletin.until_on, bulletin.ended_because = bulletin.until_on or local_day(at), because


def find_error(bulletin: Bulletin, *, actor: User, at: datetime, reasons: str) -> None:
    """What is public is not right: 党政办 corrects it in time. Source: disclosure-14-correct."""


def correct(
    bulletin: Bulletin, *, actor: User, at: datetime, title: str, text: str, rows: list[dict[str, Any]], kept_words: list[str], changes: str
) -> Sheet:
    """Publish the corrected text in place of the wrong one, which stays on record. Source: disclosure-14-correct."""
    wrong = _collected(bulletin)
    bulletin.title = title
    return Sheet(
        matter=bulletin, number=wrong.number + 1, title=title, text=text, rows=rows, kept_words=kept_words, changes=changes,
        collected_by=actor, collected_at=at, published_by=actor, published_at=at,
    )  # fmt: skip


def _collected(bulletin: Bulletin) -> Sheet:
    sheet = latest(bulletin)
    if sheet is None:
        raise Sheet.DoesNotExist("nothing was collected, and no stage leads here without that")
    return sheet
