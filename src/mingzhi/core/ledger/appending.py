"""Appending to the ledger: one entry inside the transaction of what it records.

The head of the log is locked here, so call `append` last, after every other lock and write of the action.
Serves recording of every act of enforcement (行政执法全过程记录). Reading and checking: verification.py, proofs.py.
"""

from __future__ import annotations

import hashlib
import json
import os
from base64 import b64encode
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple, Protocol
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from ulid import ULID

from mingzhi.core.organs.statements import execute

from . import merkle
from .canonical import canonical, canonical_text

PAYLOAD_VERSION = 1
PAYLOAD_BYTES = 65535
SALT_BYTES = 32
NONCE_BYTES = 16


class LedgerAuthority(Protocol):
    """What the ledger needs to know of an authority."""

    pk: Any
    code: str


class Entry(NamedTuple):
    """Where an entry stands."""

    log_id: int
    seq: int
    event_id: str
    leaf_sha256: bytes


class LedgerError(Exception):
    """The ledger refuses. NotInTransaction, PayloadTooLarge, EventDiffers, AlreadyDestroyed and LogDamaged are its kinds."""


class NotInTransaction(LedgerError):
    """An append outside `transaction.atomic` would be an entry without its row."""


class PayloadTooLarge(LedgerError):
    """The public part exceeds 65,535 bytes."""


class EventDiffers(LedgerError):
    """The event id is taken by an entry that says something else."""


class LogDamaged(LedgerError):
    """The log has rows that contradict each other; nothing more may be appended."""


_HEAD = (
    "SELECT h.log_id, l.origin, h.size, h.frontier_sha256, h.frontier_sm3 "
    "FROM ledger_log l JOIN ledger_head h ON h.log_id = l.id WHERE l.authority_id = %s ORDER BY l.epoch DESC LIMIT 1"
)
_HEAD_LOCKED = _HEAD + " FOR UPDATE OF h"
_KNOWN = (
    "SELECT e.seq, e.payload, e.leaf_sha256, p.salt FROM ledger_entry e "
    "LEFT JOIN ledger_private p ON p.log_id = e.log_id AND p.seq = e.seq WHERE e.log_id = %s AND e.event_id = %s"
)
# No conflict target: of two transactions that open the log at once, PostgreSQL may notice the later one by either unique constraint.
_ADD_LOG = "INSERT INTO ledger_log (authority_id, epoch, origin) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING RETURNING id"
_ADD_HEAD = "INSERT INTO ledger_head (log_id, size, frontier_sha256, frontier_sm3) VALUES (%s, 0, %s, %s)"
_ADD_ENTRY = (
    "INSERT INTO ledger_entry (log_id, seq, event_id, kind, recorded_at, payload, leaf_sha256, leaf_sm3) "
    "VALUES (%s, %s, %s, %s, %s, %s, %s, %s)"
)
_ADD_PRIVATE = "INSERT INTO ledger_private (log_id, seq, salt, body) VALUES (%s, %s, %s, %s)"
_ADD_TILE = "INSERT INTO ledger_tile (log_id, level, idx, sha256, sm3) VALUES (%s, %s, %s, %s, %s)"
_MOVE_HEAD = "UPDATE ledger_head SET size = %s, frontier_sha256 = %s, frontier_sm3 = %s WHERE log_id = %s AND size = %s"
# PostgreSQL does all three in one statement, which saves two of four round trips; SQLite has no such statement.
_WRITE_AT_ONCE = f"WITH entry AS ({_ADD_ENTRY}), body AS ({_ADD_PRIVATE}) {_MOVE_HEAD}"


def append(
    authority: LedgerAuthority,
    *,
    event_id: str | None,
    kind: str,
    at: datetime,
    actor: Mapping[str, Any],
    obj: str,
    case: str | None,
    facts: Mapping[str, Any],
    private: Mapping[str, Any],
    fresh: bool = False,
) -> Entry:
    """Append one entry to the authority's log; it becomes real when the caller's transaction commits.

    `actor`, `obj`, `case` and `facts` are public: no personal data. `private` may hold anything and is bound by a salted
    commitment. The same `event_id` again returns the first entry; with other content it raises EventDiffers.
    fresh: the event id was made for this entry alone, so nobody is asked whether it is known; if it is, IntegrityError.
    Raises NotInTransaction, PayloadTooLarge, and TypeError or ValueError for floats and other values JSON cannot keep.
    """
    connection = transaction.get_connection()
    if not connection.in_atomic_block:
        raise NotInTransaction("台账只能在业务事务之内追加：请在 transaction.atomic 中调用 append。")
    body = canonical(dict(private))
    said = {"kind": kind, "actor": dict(actor), "obj": obj, "case": case, "d": dict(facts)}
    log_id, origin, size, stored_sha256, stored_sm3 = _lock_head(connection, authority)
    if event_id is not None and not fresh:
        known = _known(connection, log_id, event_id, said, body)
        if known is not None:
            return known
    moment = at.astimezone(UTC)
    chance = os.urandom(SALT_BYTES + NONCE_BYTES)
    salt, nonce = chance[:SALT_BYTES], chance[SALT_BYTES:]
    event_id = event_id or str(ULID.from_datetime(moment))
    payload = canonical_text(
        said
        | {
            "v": PAYLOAD_VERSION,
            "log": origin,
            "id": event_id,
            "at": payload_moment(moment),
            "n": b64encode(nonce).decode("ascii"),
            "c": commitment(salt, body),
        }
    )
    if len(payload) > PAYLOAD_BYTES:
        raise PayloadTooLarge(f"台账公开部分 {len(payload)} 字节，超过 {PAYLOAD_BYTES} 字节：请把长文字放进不公开部分。")
    sha256, sm3 = merkle.hasher("sha256"), merkle.hasher("sm3")
    leaf_sha256, leaf_sm3 = sha256.leaf(payload), sm3.leaf(payload)
    frontier_sha256, frontier_sm3 = merkle.split_frontier(stored_sha256), merkle.split_frontier(stored_sm3)
    filled_sha256 = merkle.push(sha256, size, frontier_sha256, leaf_sha256)
    filled_sm3 = merkle.push(sm3, size, frontier_sm3, leaf_sm3)
    recorded_at = connection.ops.adapt_datetimefield_value(moment)
    for one, two in zip(filled_sha256, filled_sm3, strict=True):
        execute(connection, _ADD_TILE, (log_id, one.level, one.index, one.root, two.root))
    entry = (log_id, size, event_id, kind, recorded_at, payload, leaf_sha256, leaf_sm3)
    held = (log_id, size, salt, body)
    head = (size + 1, b"".join(frontier_sha256), b"".join(frontier_sm3), log_id, size)
    if connection.vendor == "postgresql":
        moved = execute(connection, _WRITE_AT_ONCE, entry + held + head)
    else:
        execute(connection, _ADD_ENTRY, entry)
        execute(connection, _ADD_PRIVATE, held)
        moved = execute(connection, _MOVE_HEAD, head)
    if moved.rowcount != 1:
        raise LogDamaged(f"台账 {origin} 的表头在加锁之后仍被改动，已停止追加。请运行 mingzhi ledger verify。")
    return Entry(log_id, size, event_id, leaf_sha256)


def payload_moment(moment: datetime) -> str:
    """A moment in UTC as a payload writes it: six digits of seconds, Z."""
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def commitment(salt: bytes, body: bytes) -> str:
    """What a payload says of its private body: SHA-256(salt ‖ body), hexadecimal."""
    return hashlib.sha256(salt + body).hexdigest()


def current_log(authority: LedgerAuthority) -> tuple[int, str, int] | None:
    """(log id, origin, size) of the authority's log; None before its first entry."""
    row = execute(transaction.get_connection(), _HEAD, (authority.pk,)).fetchone()
    return None if row is None else (row[0], row[1], row[2])


def _lock_head(connection: BaseDatabaseWrapper, authority: LedgerAuthority) -> tuple[int, str, int, bytes, bytes]:
    """The head of the authority's log, locked until the transaction ends; the log is made on its first use."""
    # SQLite has no row lock: its transactions are IMMEDIATE, one writer at a time.
    query = _HEAD_LOCKED if connection.features.has_select_for_update else _HEAD
    row = execute(connection, query, (authority.pk,)).fetchone()
    if row is None:
        _open_log(connection, authority)
        row = execute(connection, query, (authority.pk,)).fetchone()
        if row is None:
            raise LogDamaged(f"机关 {authority.code} 的台账没有表头，不能追加。请从备份恢复。")
    return row[0], row[1], row[2], bytes(row[3]), bytes(row[4])


def _open_log(connection: BaseDatabaseWrapper, authority: LedgerAuthority) -> None:
    """Make the first log of an authority with an empty head; another transaction may win, and then its log is used."""
    if execute(connection, "SELECT id FROM ledger_log WHERE authority_id = %s", (authority.pk,)).fetchone() is not None:
        return
    origin = f"{urlsplit(settings.PUBLIC_URL).netloc}/t/{authority.code}"
    first_epoch = 1
    made = execute(connection, _ADD_LOG, (authority.pk, first_epoch, origin)).fetchone()
    if made is not None:
        execute(connection, _ADD_HEAD, (made[0], b"", b""))


def _known(connection: BaseDatabaseWrapper, log_id: int, event_id: str, said: dict[str, Any], body: bytes) -> Entry | None:
    """The entry that already has this event id, or None. Raises EventDiffers when it says something else."""
    row = execute(connection, _KNOWN, (log_id, event_id)).fetchone()
    if row is None:
        return None
    seq, payload, leaf, salt = row
    stored = json.loads(bytes(payload))
    same = canonical_text(said) == canonical({part: stored[part] for part in said})
    if not same or (salt is not None and stored["c"] != commitment(bytes(salt), body)):
        raise EventDiffers(f"台账第 {seq} 条已用事件号 {event_id}，但内容不同。重复提交必须与第一次完全一致。")
    return Entry(log_id, seq, event_id, bytes(leaf))
