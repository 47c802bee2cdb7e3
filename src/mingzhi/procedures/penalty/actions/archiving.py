"""立卷: the file of a closed case, its check, and its place in the archive. Source: archive-1.2 to archive-1.5, archive-3.4."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.documents.models import Document
from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.places import last_done
from mingzhi.core.organs.models import User
from mingzhi.law.provisions import cited, provision

from .. import file_order
from ..models import Case

FOREVER = "永久"
cited("archives-order-8", "archive-3.4")


def term(case: Case, at: datetime, wide_influence: bool, reviewed_or_sued: bool) -> str:
    """How long the file is kept: for ever in the three cases of archive-3.4, else as archives-order-8 says."""
    heard = Document.objects.filter(matter_id=case.pk, code="D27", voided_at__isnull=True).exists()
    if wide_influence or reviewed_or_sued or heard:
        return FOREVER
    return f"{provision('archives-order-8').number('ordinary', local_day(at))}年"


def make_file(
    case: Case, *, actor: User, at: datetime, file_number: str, wide_influence: bool, reviewed_or_sued: bool, extra: list, situation: str
) -> list:
    """Put every paper in its order and count the pages through. Source: archive-1.2, archive-1.5."""
    rows = file_order.numbered(case, file_order.contents(case, extra), file_order.last_edition(case) + 1)
    case.file_number = file_number
    case.kept_for = term(case, at, wide_influence, reviewed_or_sued)
    case.file_pages = rows[-1].last_page if rows else 0
    return rows


def close_and_make_file(case: Case, *, actor: User, at: datetime, **given: Any) -> list:
    """A penalty on the spot needs no closing sheet: once everything is performed it is closed by making its file."""
    if case.closed_on is None:
        case.closed_on = local_day(at)
        case.outcome = Case.Outcome.COLLECTED if case.fine_yuan is not None else Case.Outcome.PERFORMED
    return make_file(case, actor=actor, at=at, **given)


def return_file(case: Case, *, actor: User, at: datetime, reasons: str) -> list:
    """Send the file back; its cover and contents no longer stand. Source: archive-1.4."""
    rows = list(Document.objects.filter(matter_id=case.pk, code__in=("D47", "D48"), voided_at__isnull=True))
    for row in rows:
        row.voided_at, row.voided_because = at, "案卷退回补充整理"
    return rows


def check_file(case: Case, *, actor: User, at: datetime, checker_signature: dict[str, Any]) -> None:
    """Sign for the file and take it into the archive, where nothing of it changes any more. Source: archive-1.4, archive-3.1."""


def file_is_made(case: Case) -> bool:
    """Whether the file was made and not sent back since."""
    latest = last_done(case, "make_file", "return_file")
    return latest is not None and latest.action.endswith(".make_file")
