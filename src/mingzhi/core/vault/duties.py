"""What is done in the background: a small register of duties, which `mingzhi worker` walks.

    @duty("finish-uploads", every=timedelta(seconds=5))
    def finish(at: datetime) -> int: ...

Nothing is queued. A duty asks the rows what is to be done, does a bounded amount of it and says how many; one that did something
is asked again at once. A worker that dies loses nothing, because the rows still say what is to be done.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import close_old_connections
from django.utils import timezone

Do = Callable[[datetime], int]

#: How long a worker sleeps at most, so that it notices being asked to end.
PAUSE_SECONDS = 1.0

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing done again and again: `do` gets the moment and says how many it did."""

    name: str
    every: timedelta
    do: Do


_duties: dict[str, Duty] = {}


def duty(name: str, every: timedelta) -> Callable[[Do], Do]:
    """Register a duty, asked for at least `every` so often. Raises ValueError for a name that is taken."""

    def register(do: Do) -> Do:
        if name in _duties:
            raise ValueError(f"已有名为 {name} 的后台任务。")
        _duties[name] = Duty(name, every, do)
        return do

    return register


def duties() -> list[Duty]:
    """Every duty, in the order in which they were registered."""
    return list(_duties.values())


def do_once(one: Duty) -> int:
    """Do a duty now and say how many it did. A failure is logged and counts as none: the next round tries again."""
    close_old_connections()
    try:
        return one.do(timezone.now())
    except Exception:
        log.exception("the duty %s failed and will be tried again", one.name)
        return 0
    finally:
        close_old_connections()


def walk(until: threading.Event, told: Callable[[str, int], None] = lambda name, count: None) -> None:
    """Do every duty when its time has come, until `until` is set. A duty that did something is asked again in the next round."""
    due = {one.name: 0.0 for one in duties()}
    while not until.is_set():
        for one in duties():
            if until.is_set():
                return
            if time.monotonic() >= due.setdefault(one.name, 0.0):
                count = do_once(one)
                due[one.name] = 0.0 if count else time.monotonic() + one.every.total_seconds()
                if count:
                    told(one.name, count)
        rest = min(due.values(), default=0.0) - time.monotonic()
        if rest > 0:
            until.wait(min(rest, PAUSE_SECONDS))
