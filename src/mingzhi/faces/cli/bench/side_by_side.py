"""Clients that ask at once, each on a thread of its own, and how long all of them took."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable


def side_by_side(clients: int, ask: Callable[[int], None]) -> float:
    """Seconds until `ask` has returned for every client, numbered from 0. Raises what went wrong with the first of those that failed."""
    wrong: list[Exception] = []

    def asking(number: int) -> None:
        try:
            ask(number)
        except Exception as problem:
            wrong.append(problem)

    threads = [threading.Thread(target=asking, args=(number,)) for number in range(clients)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.perf_counter() - began
    if wrong:
        raise wrong[0]
    return took
