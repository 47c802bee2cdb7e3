"""Opaque cursors over lists in keyset order: stable while rows are added, as fast on the last page as on the first."""

from __future__ import annotations

import base64
import binascii
import json
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.dateparse import parse_datetime

from mingzhi.core.engine.errors import ActionError

#: The longest page; a client that wants more follows `next`.
LONGEST_PAGE = 100
USUAL_PAGE = 50

#: Text of a query: not endless, and no NUL, which PostgreSQL cannot hold.
WORD = r"^[^\x00]{0,200}$"
CURSOR = r"^[A-Za-z0-9_-]{0,200}$"


class CursorUnreadable(ActionError):
    """The cursor was not made here."""

    status = 400
    kind = "bad-request"


def write_cursor(changed_at: datetime, pk: int) -> str:
    """A place in the order of latest change."""
    return base64.urlsafe_b64encode(json.dumps([changed_at.isoformat(), pk]).encode()).decode().rstrip("=")


def read_cursor(text: str) -> tuple[datetime, int]:
    """The place again. Raises CursorUnreadable."""
    try:
        moment, pk = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        changed_at = parse_datetime(moment)
        if changed_at is None or changed_at.tzinfo is None or type(pk) is not int:
            raise ValueError(text)
    except (ValueError, TypeError, binascii.Error, RecursionError) as problem:
        raise CursorUnreadable("分页标记 cursor 无法识别。请原样使用上一页答复中的 next，或者从第一页开始。") from problem
    return changed_at, pk


def after(rows: QuerySet, cursor: str | None) -> QuerySet:
    """Rows that follow the cursor, latest change first."""
    rows = rows.order_by("-changed_at", "-id")
    if not cursor:
        return rows
    changed_at, pk = read_cursor(cursor)
    # The first condition lets the index begin where the page begins; the second decides among equals.
    return rows.filter(changed_at__lte=changed_at).filter(Q(changed_at__lt=changed_at) | Q(id__lt=pk))
