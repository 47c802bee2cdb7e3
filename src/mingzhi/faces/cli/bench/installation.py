"""Passing installations to measure on, each in its own directory and served by processes of its own.

Settings are read once in a process, so everything that needs them runs in `inside.py`, never here.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from . import cluster

Progress = Callable[[str], None]
DATABASES = ("sqlite", "postgres")


@dataclass(frozen=True)
class Installation:
    """One passing installation. `disk` is where its database lies, None when the server is somebody else's."""

    database: str
    home: Path
    disk: Path | None
    environment: dict[str, str] = field(repr=False)

    def start(self, task: str, **arguments: Any) -> subprocess.Popen[str]:
        """Begin a task of `inside.py` in a process of its own."""
        command = [sys.executable, "-m", "mingzhi.faces.cli.bench.inside", task, json.dumps(arguments)]
        return subprocess.Popen(command, env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def run(self, task: str, **arguments: Any) -> Any:
        """Do a task of `inside.py` and return what it found. Raises RuntimeError when it fails."""
        return answer_of(self.start(task, **arguments), task)


def answer_of(process: subprocess.Popen[str], task: str) -> Any:
    """What a started task found: the last line it printed."""
    said, _ = process.communicate()
    if process.returncode:
        raise RuntimeError(f"测量“{task}”没有完成，返回 {process.returncode}。")
    return json.loads(said.splitlines()[-1])


@contextmanager
def installation(database: str, tell: Progress, **town: int) -> Iterator[Installation]:
    """A passing installation with its tables and a town of the given sizes. Raises NoPostgres."""
    with tempfile.TemporaryDirectory(prefix="mingzhi-bench-") as made:
        home = Path(made)
        home.chmod(0o755)
        environment = os.environ | {"MINGZHI_DATA": str(home / "data"), "MINGZHI_DATABASE_URL": "", "MINGZHI_DEBUG": "0"}
        environment |= {"DJANGO_SETTINGS_MODULE": "mingzhi.config.settings", "MINGZHI_PASSWORD_DAYS": "0"}
        if database == "sqlite":
            yield _prepared(Installation(database, home, home / "data", environment), tell, town)
            return
        tell("正在启动 PostgreSQL")
        with cluster.server(home / "postgres") as (server, disk), cluster.database(server) as url:
            environment["MINGZHI_DATABASE_URL"] = url
            yield _prepared(Installation(database, home, disk, environment), tell, town)


def _prepared(made: Installation, tell: Progress, town: dict[str, int]) -> Installation:
    tell(f"{made.database}：正在建表并装入 {town}")
    made.run("prepare", **town)
    return made
