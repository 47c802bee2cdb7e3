"""How a command ends: its exit status, one sentence on stderr, JSON on stdout, tables only on a terminal."""

from __future__ import annotations

import json
import sys
from enum import IntEnum
from typing import Any


class Exit(IntEnum):
    """0 done, 1 a check failed, 2 wrong usage, 3 cannot be known (say, no work calendar for that year)."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    UNKNOWN = 3


class CommandError(Exception):
    """A command cannot go on; `sentence` says what to do, `exit` is the status it leaves."""

    def __init__(self, sentence: str, exit: Exit = Exit.FAILED) -> None:
        super().__init__(sentence)
        self.exit = exit


def say(text: str = "") -> None:
    """A line for people, on stdout."""
    sys.stdout.write(f"{text}\n")


def complain(text: str) -> None:
    """A sentence on stderr."""
    sys.stderr.write(f"{text}\n")


def print_json(value: Any) -> None:
    """Machine output: one JSON value on stdout and nothing else there."""
    say(json.dumps(value, ensure_ascii=False, indent=2))


def print_table(title: str, columns: list[str], rows: list[list[str]]) -> None:
    """A table: drawn on a terminal, tab-separated in a pipe."""
    if not sys.stdout.isatty():
        for row in rows:
            say("\t".join(row))
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(title=title, title_justify="left", header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*row)
    Console().print(table)
