"""Measurements by name: each goal beside its floor from the same run, on passing databases, for people and as JSON.

`BENCHES[name](tell, database, size)` gives findings (see `finding.py`) on one database; `measure` walks through several.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from . import actions, documents, ingest, page, playback, portal, redact, search, writers
from .cluster import NoPostgres
from .finding import COLUMNS, row_of
from .installation import DATABASES, Progress

Bench = Callable[[Progress, str, int | None], list[dict[str, Any]]]

BENCHES: dict[str, Bench] = {
    "page": page.measure,
    "actions": actions.measure,
    "writers": writers.measure,
    "ingest": ingest.measure,
    "playback": playback.measure,
    "portal": portal.measure,
    "search": search.measure,
    "documents": documents.measure,
    "redact": redact.measure,
}
#: Measurements that need no database are made once.
WITHOUT_DATABASE = {"documents", "redact"}
#: The goal each measurement answers, in `docs/benchmarks.md`.
GOALS = {
    "page": "G1",
    "actions": "G5",
    "writers": "G6",
    "ingest": "G7",
    "playback": "G8",
    "portal": portal.GOAL,
    "search": "G11",
    "documents": documents.GOAL,
    "redact": redact.GOAL,
}


def measure(names: Iterable[str], database: str = "both", size: int | None = None, tell: Progress = lambda text: None) -> list[dict]:
    """Findings of the named measurements. database: sqlite, postgres or both; size: rows or actions, fewer for a quick look.

    A PostgreSQL that cannot be had gives a finding with `skipped`, saying why. Raises KeyError for an unknown name.
    """
    found: list[dict[str, Any]] = []
    for name in names:
        bench = BENCHES[name]
        for kind in ("",) if name in WITHOUT_DATABASE else DATABASES if database == "both" else (database,):
            try:
                found += bench(tell, kind, size)
            except NoPostgres as problem:
                found.append({"goal": GOALS[name], "database": kind, "skipped": str(problem)})
    return found


__all__ = ["BENCHES", "COLUMNS", "DATABASES", "GOALS", "Bench", "Progress", "measure", "row_of"]
