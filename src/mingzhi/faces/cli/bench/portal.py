"""The public site beside a file: the list of what is published and one decision, asked of the same server that sends a file of the same bytes.

The file is sent by granian itself, which asks no Python. So the processor time of a request stands beside its rate: where the client is
what holds both back, the two rates come near each other, and the time does not.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import Popen
from typing import Any
from urllib.parse import quote

from .finding import Finding
from .ingest import ended, free_port, reached
from .installation import Installation, Progress, installation
from .lean import rate
from .page import cpu_seconds

GOAL = "公示网站"
DECISIONS = 300
REQUESTS, CONNECTIONS, ROUNDS = 4000, 4, 5
TARGET = 0.5
_FILES = "/static/bench/"
_TITLES = {"list": "结果公开列表", "decision": "决定书一页"}


def measure(tell: Progress, database: str, size: int | None) -> list[dict[str, Any]]:
    """Requests per second of both pages once they are kept, in turns with the file. `size`: decisions, fewer for a quick look."""
    decisions = size or DECISIONS
    requests = REQUESTS if decisions >= DECISIONS else 2 * CONNECTIONS
    with installation(database, tell, cases=1) as made:
        places = made.run("lay_decisions", count=decisions)
        version = made.run("version")
        files = made.home / "data" / "static" / "bench"
        files.mkdir(parents=True, exist_ok=True)
        with _served(made) as (port, process):
            met = {name: _Met(port, process, quote(place), _FILES + name, files / name) for name, place in places.items()}
            for number in range(ROUNDS):
                tell(f"{database}：公示网站第 {number + 1} 轮，共 {ROUNDS} 轮")
                for one in met.values():
                    one.meet(requests)
            made_anew = {name: one.made_anew(max(requests // 20, CONNECTIONS)) for name, one in met.items()}
    return [_finding(version, decisions, requests, name, one, made_anew[name]) for name, one in met.items()]


class _Met:
    """A page and a file of the same bytes, and how they did in each round: requests per second, and milliseconds of the server's CPU."""

    def __init__(self, port: int, process: Popen[str], page: str, file: str, lies: Path) -> None:
        self.port, self.process, self.page, self.file = port, process, page, file
        body = rate(port, page, 1, 1).body
        lies.write_bytes(body)
        self.bytes = len(body)
        self.rates: dict[str, list[float]] = {page: [], file: []}
        self.costs: dict[str, list[float]] = {page: [], file: []}

    def meet(self, requests: int) -> None:
        for place in (self.page, self.file):
            before = cpu_seconds(self.process.pid)
            met = rate(self.port, place, requests, CONNECTIONS)
            self.rates[place].append(met.per_second)
            self.costs[place].append((cpu_seconds(self.process.pid) - before) / requests * 1000)

    def made_anew(self, requests: int) -> float:
        """Requests per second of the same page where none is kept: each asks for something that nobody asked for before."""
        return rate(self.port, self.page, requests, CONNECTIONS, each_anew=True).per_second


def _finding(version: str, decisions: int, requests: int, name: str, met: _Met, made_anew: float) -> dict[str, Any]:
    page, file = (statistics.median(met.rates[place]) for place in (met.page, met.file))
    cost, floor_cost = (statistics.median(met.costs[place]) for place in (met.page, met.file))
    return Finding(
        goal=GOAL,
        what=f"{_TITLES[name]}，留存以后每秒请求",
        database=version,
        floor=file,
        floor_is="同一服务器同样字节的静态文件",
        figure=page,
        unit="次/秒",
        ratio=page / file,
        target=TARGET,
        sizes={"公示": decisions, "请求": requests * ROUNDS, "并发": CONNECTIONS, "字节": met.bytes},
        also={
            "没有留存时每秒请求": round(made_anew, 1),
            "每次 CPU 毫秒": round(cost, 3),
            "静态文件每次 CPU 毫秒": round(floor_cost, 3),
            "各轮": [round(one) for one in met.rates[met.page]],
            "静态文件各轮": [round(one) for one in met.rates[met.file]],
        },
    ).as_json()


@contextmanager
def _served(made: Installation) -> Iterator[tuple[int, Popen[str]]]:
    """The product with its static files, as an installation serves it but for the number of processes."""
    port = free_port()
    process = made.start("serve_public", port=port)
    try:
        reached(port, process)
        yield port, process
    finally:
        ended(process)
