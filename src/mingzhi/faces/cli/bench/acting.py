"""Inside a passing installation: real actions through the engine, one after another or by several writers at once."""

from __future__ import annotations

import copy
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db import connection
from django.utils import timezone

from mingzhi.core.engine.perform import perform
from mingzhi.core.organs.models import User
from mingzhi.procedures.penalty.models import Case

from .disk import Inserting, Syncing
from .town import ACCOUNT

#: A real action that prints nothing: the officer proposes an order to correct, which the captain will decide.
ACTION = "penalty.ask_correction"
INPUT = {"content": "自行拆除超出许可面积的砖混房屋一层", "stop": "on", "consequences": "逾期不改正的，本机关将依法处理。"}
#: Seconds of floor and of figure in turn, so that both meet the same neighbours and the same disk.
_SLICE = 0.5


class Officer:
    """Acts on the cases given, one action in each."""

    def __init__(self, cases: Iterator[int]) -> None:
        self._person = User.objects.select_related("authority", "unit").get(username=ACCOUNT)
        self._cases = cases
        self.cpu_seconds = 0.0

    def act(self) -> float | None:
        """Seconds one action took; None when no case is left. What was remembered of the person is asked anew, as in a request."""
        pk = next(self._cases, None)
        if pk is None:
            return None
        person = copy.copy(self._person)
        began, cpu_began = time.perf_counter(), time.thread_time()
        perform(ACTION, pk, actor=person, data=INPUT, at=timezone.now())
        self.cpu_seconds += time.thread_time() - cpu_began
        return time.perf_counter() - began


def one_after_another(size: int, disk: str | None) -> dict[str, Any]:
    """`size` actions in slices, between slices of fsync and of bare inserts. Rates per second, CPU in milliseconds."""
    officer = Officer(iter(list(Case.objects.order_by("pk").values_list("pk", flat=True)[: size + 1])))
    officer.act()  # the first one opens the ledger and fills the caches
    syncing = Syncing(Path(disk)) if disk else None
    inserting = Inserting(connection)
    took: list[float] = []
    officer.cpu_seconds, left = 0.0, True
    while left:
        for floor in (syncing, inserting):
            if floor:
                floor.go_on(_SLICE / 2)
        began = time.perf_counter()
        while time.perf_counter() - began < _SLICE:
            seconds = officer.act()
            if seconds is None:
                left = False
                break
            took.append(seconds)
    found = {
        "actions": len(took),
        "per_second": len(took) / sum(took),
        "cpu_ms": officer.cpu_seconds / len(took) * 1000,
        "sync_per_second": syncing.rate if syncing else None,
        "insert_per_second": inserting.rate,
        "version": version(),
    }
    if syncing:
        syncing.close()
    return found


def at_once(writers: int, share: int, of: int, until: float) -> list[list[float]]:
    """Seconds of every action of each of `writers` threads until the moment `until` (of time.time()).

    share, of: this process's part of the cases, when several processes write.
    """
    cases = list(Case.objects.order_by("pk").values_list("pk", flat=True))[share::of]
    took: list[list[float]] = [[] for _ in range(writers)]

    def write(number: int) -> None:
        officer = Officer(iter(cases[number::writers]))
        while time.time() < until and (seconds := officer.act()) is not None:
            took[number].append(seconds)
        connection.close()

    threads = [threading.Thread(target=write, args=(number,)) for number in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return took


def version() -> str:
    """The database and its version."""
    if connection.vendor == "sqlite":
        import sqlite3

        return f"SQLite {sqlite3.sqlite_version}"
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        return f"PostgreSQL {cursor.fetchone()[0].split()[0]}"
