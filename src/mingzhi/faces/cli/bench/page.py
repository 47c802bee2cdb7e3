"""G1: the list of cases beside the same page by hand, both served by granian on the same database in the same run."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from .client import WrongAnswer, get, load
from .finding import Finding
from .installation import Installation, Progress, installation

CASES = 100_000
PATH = "/penalty/"
REQUESTS, FLOOR_REQUESTS = 320, 1280
CONNECTIONS = 4
ROUNDS = 4
TARGET, CPU_TARGET = 0.25, 5.0
_START_SECONDS = 60


def measure(tell: Progress, database: str, size: int | None) -> list[dict[str, Any]]:
    """Requests per second and CPU of each, in rounds taking turns, so that both meet the same neighbours."""
    cases = size or CASES
    requests, floor_requests = (REQUESTS, FLOOR_REQUESTS) if size is None or size >= CASES else (2 * CONNECTIONS, 2 * CONNECTIONS)
    with installation(database, tell, cases=cases) as made:
        cookies = made.run("sign_in")
        with _served(made, by_hand=False) as product, _served(made, by_hand=True) as floor:
            both = ((product, cookies["product"], requests), (floor, cookies["floor"], floor_requests))
            for server, cookie, count in both:
                load(server.port, PATH, cookie, count // 2, CONNECTIONS)
            for number in range(ROUNDS):
                tell(f"{database}：列表页第 {number + 1} 轮，共 {ROUNDS} 轮")
                for server, cookie, count in both:
                    server.meet(cookie, count)
        version = made.run("version")
    return [_requests(version, cases, product, floor), _cpu(version, cases, product, floor)]


class _Server:
    """A served page and what it cost so far."""

    def __init__(self, process: subprocess.Popen[str], port: int) -> None:
        self.process, self.port = process, port
        self.took: list[float] = []
        self.seconds = self.cpu = 0.0
        self.answer_bytes = 0

    def meet(self, cookie: str, requests: int) -> None:
        """Ask for the page that often and add up what it took."""
        before = cpu_seconds(self.process.pid)
        met = load(self.port, PATH, cookie, requests, CONNECTIONS)
        self.cpu += cpu_seconds(self.process.pid) - before
        self.seconds += met.seconds
        self.took += met.took
        self.answer_bytes = met.answer_bytes

    @property
    def rate(self) -> float:
        return len(self.took) / self.seconds

    @property
    def cpu_ms(self) -> float:
        return self.cpu / len(self.took) * 1000


def _sizes(cases: int, product: _Server, floor: _Server) -> dict[str, Any]:
    return {"案件": cases, "请求": len(product.took), "下限请求": len(floor.took), "并发": CONNECTIONS}


def _requests(version: str, cases: int, product: _Server, floor: _Server) -> dict[str, Any]:
    return Finding(
        goal="G1",
        what="案件列表页，每秒请求",
        database=version,
        floor=floor.rate,
        floor_is="同一页面手写",
        figure=product.rate,
        unit="次/秒",
        ratio=product.rate / floor.rate,
        target=TARGET,
        sizes=_sizes(cases, product, floor),
        also={
            "p95 毫秒": round(sorted(product.took)[int(len(product.took) * 0.95)] * 1000, 2),
            "页面字节": product.answer_bytes,
            "下限页面字节": floor.answer_bytes,
        },
    ).as_json()


def _cpu(version: str, cases: int, product: _Server, floor: _Server) -> dict[str, Any]:
    return Finding(
        goal="G1",
        what="案件列表页，服务进程每次 CPU",
        database=version,
        floor=floor.cpu_ms,
        floor_is="同一页面手写",
        figure=product.cpu_ms,
        unit="毫秒",
        ratio=product.cpu_ms / floor.cpu_ms,
        target=CPU_TARGET,
        most=True,
        sizes=_sizes(cases, product, floor),
    ).as_json()


@contextmanager
def _served(made: Installation, *, by_hand: bool) -> Iterator[_Server]:
    """The page served by a process of its own until the block ends."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    process = made.start("serve", port=port, by_hand=by_hand)
    try:
        _wait_for(port, process)
        yield _Server(process, port)
    finally:
        process.terminate()
        process.communicate()


def _wait_for(port: int, process: subprocess.Popen[str]) -> None:
    """Until the server answers anything at all."""
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            get(port, PATH, "")
            return
        except WrongAnswer:
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("要测的服务没有启动。")


def cpu_seconds(pid: int) -> float:
    """Seconds of CPU a process and its living descendants have used so far, from /proc."""
    ticks = os.sysconf("SC_CLK_TCK")
    used = 0.0
    for one in _family(pid):
        fields = Path(f"/proc/{one}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        used += (int(fields[11]) + int(fields[12])) / ticks  # utime and stime, the 14th and 15th of the line
    return used


def _family(pid: int) -> list[int]:
    """The process and its descendants."""
    parents: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # a process may end while we look
            fields = path.read_text(encoding="utf-8").rpartition(")")[2].split()
            parents.setdefault(int(fields[1]), []).append(int(path.parent.name))
    found, new = [], [pid]
    while new:
        found += new
        new = [child for parent in new for child in parents.get(parent, ())]
    return found
