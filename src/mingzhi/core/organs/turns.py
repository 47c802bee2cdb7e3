"""One writer at a time on SQLite, in the order they came.

SQLite's own busy handler sleeps and retries, so a late comer may pass an early one for seconds; a bare file lock goes to whoever
wakes first. So threads queue in order, and processes draw numbers. PostgreSQL needs none of this.
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


#: Where numbers lie in the lock file: the last one drawn, and behind it one byte to lock for each number.
_NUMBER_BYTES = 8
_FIRST_PLACE = 64


@contextmanager
def in_line(path: Path) -> Iterator[None]:
    """Hold the door at `path` alone; processes pass it in the order in which they came.

    Whoever comes draws a number, locks its byte, and waits for the byte of the number before. A process that dies lets go
    of its byte, so nobody waits for the dead; the lock on the whole keeps two from ever being inside at once.
    Only one thread of a process may stand here at a time: these locks belong to processes.
    """
    # Group too: the keeper of the vault may be another user than the web process, in its group.
    door = os.open(path, os.O_RDWR | os.O_CREAT, 0o660)
    try:
        fcntl.lockf(door, fcntl.LOCK_EX, _NUMBER_BYTES, 0)
        number = int.from_bytes(os.pread(door, _NUMBER_BYTES, 0), "little") + 1
        os.pwrite(door, number.to_bytes(_NUMBER_BYTES, "little"), 0)
        fcntl.lockf(door, fcntl.LOCK_EX, 1, _FIRST_PLACE + number)
        fcntl.lockf(door, fcntl.LOCK_UN, _NUMBER_BYTES, 0)
        fcntl.lockf(door, fcntl.LOCK_EX, 1, _FIRST_PLACE + number - 1)
        fcntl.flock(door, fcntl.LOCK_EX)
        yield
    finally:
        os.close(door)


@contextmanager
def turn() -> Iterator[None]:
    """Hold the single writer's turn of an SQLite database for the length of one transaction.

    Threads of this process queue in order; processes queue at a file beside the database.
    Inside a transaction that is already open (a reaction, a test) nothing is waited for.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    _enter()
    try:
        with in_line(Path(f"{connection.settings_dict['NAME']}-turn")):
            yield
    finally:
        _leave()
