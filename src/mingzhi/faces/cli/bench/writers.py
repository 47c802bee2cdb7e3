"""G6: eight writers at once on different cases; nobody may wait out of proportion, and nobody may starve."""

from __future__ import annotations

import math
from typing import Any

from .finding import Finding
from .installation import Installation, Progress, answer_of, installation

WRITERS = 8
SECONDS = 8.0
CASES = 12_000
TARGET = 5.0


def measure(tell: Progress, database: str, size: int | None) -> list[dict[str, Any]]:
    """The slow end against the middle, for eight threads of one process and for eight processes."""
    cases = size * WRITERS if size else CASES
    found = []
    for label, processes, threads in (("一个进程八个线程", 1, WRITERS), ("八个进程", WRITERS, 1)):
        with installation(database, tell, cases=cases) as made:
            tell(f"{database}：{label}同时办理")
            took, version = _write(made, processes, threads, SECONDS)
        found.append(_finding(label, version, took, cases))
    return found


def _write(made: Installation, processes: int, threads: int, seconds: float) -> tuple[list[list[float]], str]:
    started = [made.start("write", writers=threads, share=share, of=processes, seconds=seconds) for share in range(processes)]
    for process in started:
        assert process.stdout is not None
        process.stdout.readline()
    for process in started:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    answers = [answer_of(process, "write") for process in started]
    return [writer for answer in answers for writer in answer["took"]], answers[0]["version"]


def _finding(label: str, version: str, took: list[list[float]], cases: int) -> dict[str, Any]:
    every = sorted(seconds for writer in took for seconds in writer)
    middle, slow = _at(every, 0.5), _at(every, 0.99)
    fair = len(every) / len(took)
    return Finding(
        goal="G6",
        what=f"{label}同时办理：p99 对 p50",
        database=version,
        floor=middle * 1000,
        floor_is="p50",
        figure=slow * 1000,
        unit="毫秒",
        ratio=slow / middle,
        target=TARGET,
        most=True,
        sizes={"写入者": len(took), "办理": len(every), "案件": cases},
        also={
            "最慢毫秒": round(every[-1] * 1000, 1),
            "最少者所得份额": round(min(len(writer) for writer in took) / fair, 3),
            "最多者所得份额": round(max(len(writer) for writer in took) / fair, 3),
        },
    ).as_json()


def _at(ordered: list[float], part: float) -> float:
    """The value below which that part of the values lies."""
    return ordered[min(len(ordered) - 1, math.ceil(part * len(ordered)) - 1)]
