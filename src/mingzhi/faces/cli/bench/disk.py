"""Floors of everything durable: how often this disk, and a bare statement on this database, can be made to last in a second."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

_BLOCK = os.urandom(8192)


class Syncing:
    """Writes of 8 kB, each followed by fdatasync, in one file of a directory, as pg_test_fsync does."""

    def __init__(self, directory: Path) -> None:
        self._path = directory / "mingzhi-bench-sync"
        self._file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        os.pwrite(self._file, _BLOCK, 0)
        os.fsync(self._file)
        self.count = 0
        self.seconds = 0.0

    def go_on(self, seconds: float) -> None:
        """Write and sync for that long."""
        began = time.perf_counter()
        end = began + seconds
        while (now := time.perf_counter()) < end:
            os.pwrite(self._file, _BLOCK, 0)
            os.fdatasync(self._file)
            self.count += 1
        self.seconds += now - began

    @property
    def rate(self) -> float:
        return self.count / self.seconds if self.seconds else 0.0

    def close(self) -> None:
        os.close(self._file)
        self._path.unlink()


class Inserting:
    """One short row and a commit, over and over, through Django's connection: what a durable statement costs by itself."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        with connection.cursor() as cursor:
            cursor.execute("CREATE TABLE bench_insert (id integer, said varchar(100))")
        self.count = 0
        self.seconds = 0.0

    def go_on(self, seconds: float) -> None:
        """Insert and commit for that long."""
        began = time.perf_counter()
        end = began + seconds
        with self._connection.cursor() as cursor:
            while (now := time.perf_counter()) < end:
                cursor.execute("INSERT INTO bench_insert (id, said) VALUES (%s, %s)", (self.count, "某镇某村三组"))
                self.count += 1
        self.seconds += now - began

    @property
    def rate(self) -> float:
        return self.count / self.seconds if self.seconds else 0.0
