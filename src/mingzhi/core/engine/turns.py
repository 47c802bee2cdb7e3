"""One writer at a time on SQLite, in the order they came.

SQLite's own busy handler sleeps and retries, so a late comer may pass an early one for seconds; PostgreSQL needs none of this.
"""

from __future__ import annotations

import fcntl
import os
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

_guard = threading.Lock()
_waiting: deque[threading.Event] = deque()
_busy = False


def _enter() -> None:
    """Take the turn inside this process, first come, first served."""
    global _busy
    with _guard:
        if not _busy and not _waiting:
            _busy = True
            return
        mine = threading.Event()
        _waiting.append(mine)
    mine.wait()


def _leave() -> None:
    global _busy
    with _guard:
        if _waiting:
            _waiting.popleft().set()
        else:
            _busy = False


@contextmanager
def turn() -> Iterator[None]:
    """Hold the single writer's turn of an SQLite database for the length of one transaction.

    Threads of this process queue in order; processes queue at a lock file beside the database.
    Inside a transaction that is already open (a reaction, a test) nothing is waited for.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    _enter()
    try:
        door = os.open(Path(f"{connection.settings_dict['NAME']}-turn"), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(door, fcntl.LOCK_EX)
            yield
        finally:
            os.close(door)
    finally:
        _leave()
