"""Destroying the private body of one entry, for a duty to erase, with an entry that says so.

The payload and every root stay as they are: the leaf holds only a salted commitment, and the salt goes with the body.
Who may ask for it is an action of an upper floor, not decided here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from .appending import Entry, LedgerAuthority, LedgerError, append

KIND = "ledger.private_destroyed"


class NothingToDestroy(LedgerError):
    """There is no such entry, or its private body is already gone."""


def destroy_private(authority: LedgerAuthority, log_id: int, seq: int, *, at: datetime, actor: Mapping[str, Any], reason: str) -> Entry:
    """Delete the private body of entry `seq` and append the entry that says so, whose own private body keeps the reason.

    Call inside a transaction. Raises NothingToDestroy.
    """
    with transaction.get_connection().cursor() as cursor:
        cursor.execute(
            "SELECT e.payload FROM ledger_entry e JOIN ledger_private p ON p.log_id = e.log_id AND p.seq = e.seq "
            "JOIN ledger_log l ON l.id = e.log_id WHERE e.log_id = %s AND e.seq = %s AND l.authority_id = %s",
            (log_id, seq, authority.pk),
        )
        row = cursor.fetchone()
        if row is None:
            raise NothingToDestroy(f"本机关台账 {log_id} 第 {seq} 条没有可销毁的不公开部分。")
        said = json.loads(bytes(row[0]))
        entry = append(
            authority,
            event_id=None,
            kind=KIND,
            at=at,
            actor=actor,
            obj=said["obj"],
            case=said["case"],
            facts={"log": said["log"], "seq": seq, "c": said["c"]},
            private={"reason": reason},
        )
        cursor.execute(
            "INSERT INTO ledger_destruction (log_id, seq, by_log_id, by_seq) VALUES (%s, %s, %s, %s)",
            (log_id, seq, entry.log_id, entry.seq),
        )
        cursor.execute("DELETE FROM ledger_private WHERE log_id = %s AND seq = %s", (log_id, seq))
    return entry
