"""Reading stored logs, in order and in batches, so that a log of any length fits in memory."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

BATCH_ROWS = 2000
EVERY_ENTRY = 2**62

_ENTRIES = (
    "SELECT e.seq, e.event_id, e.kind, e.recorded_at, e.payload, e.leaf_sha256, e.leaf_sm3, p.salt, p.body "
    "FROM ledger_entry e LEFT JOIN ledger_private p ON p.log_id = e.log_id AND p.seq = e.seq "
    "WHERE e.log_id = %s AND e.seq >= %s AND e.seq < %s ORDER BY e.seq LIMIT %s"
)
_LOGS = (
    "SELECT l.id, l.authority_id, l.epoch, l.origin, h.size, h.frontier_sha256, h.frontier_sm3 "
    "FROM ledger_log l LEFT JOIN ledger_head h ON h.log_id = l.id {where} ORDER BY l.authority_id, l.epoch"
)


@dataclass(frozen=True, slots=True)
class StoredLog:
    """One log with its head; `size` is None when the head row is gone."""

    id: int
    authority_id: int
    epoch: int
    origin: str
    size: int | None
    frontier_sha256: bytes
    frontier_sm3: bytes


@dataclass(frozen=True, slots=True)
class StoredEntry:
    """One entry exactly as stored; `salt` and `body` None when destroyed."""

    log_id: int
    seq: int
    event_id: str
    kind: str
    recorded_at: datetime
    payload: bytes
    leaf_sha256: bytes
    leaf_sm3: bytes
    salt: bytes | None
    body: bytes | None

    @property
    def said(self) -> dict[str, Any]:
        """The public payload. Raises ValueError when it is no JSON any more."""
        return json.loads(self.payload)

    @property
    def private(self) -> dict[str, Any] | None:
        """The private body, None when it was destroyed. Raises ValueError when it is no JSON any more."""
        return None if self.body is None else json.loads(self.body)


def logs(authority_id: int | None = None) -> list[StoredLog]:
    """Every log, or those of one authority, oldest epoch first."""
    where, given = ("", ()) if authority_id is None else ("WHERE l.authority_id = %s", (authority_id,))
    with transaction.get_connection().cursor() as cursor:
        cursor.execute(_LOGS.format(where=where), given)
        rows = cursor.fetchall()
    return [
        StoredLog(log_id, authority, epoch, origin, size, bytes(sha256 or b""), bytes(sm3 or b""))
        for log_id, authority, epoch, origin, size, sha256, sm3 in rows
    ]


def entries(log_id: int, start: int = 0, stop: int = EVERY_ENTRY) -> Iterator[StoredEntry]:
    """Entries of a log with start <= seq < stop, in order."""
    connection = transaction.get_connection()
    while start < stop:
        with connection.cursor() as cursor:
            cursor.execute(_ENTRIES, (log_id, start, stop, BATCH_ROWS))
            rows = cursor.fetchall()
        for seq, event_id, kind, at, payload, sha256, sm3, salt, body in rows:
            yield StoredEntry(
                log_id,
                seq,
                event_id,
                kind,
                _moment(at, connection),
                bytes(payload),
                bytes(sha256),
                bytes(sm3),
                None if salt is None else bytes(salt),
                None if body is None else bytes(body),
            )
        if len(rows) < BATCH_ROWS:
            return
        start = rows[-1][0] + 1


def _moment(stored: datetime | str, connection: BaseDatabaseWrapper) -> datetime:
    """A moment as stored: SQLite keeps it as a text in Django's zone."""
    at = datetime.fromisoformat(stored) if isinstance(stored, str) else stored
    return at if at.tzinfo else at.replace(tzinfo=connection.timezone)
