"""Trying things out: how an attempt is undone, and what an attempt has left behind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction


class _Undo(Exception):
    """Ends an attempt that is not to stay."""


@contextmanager
def undone() -> Iterator[None]:
    """Whatever happens inside has not happened."""
    try:
        with transaction.atomic():
            yield
            raise _Undo
    except _Undo:
        pass


_SAVEPOINT = re.compile(r"(ROLLBACK TO SAVEPOINT|RELEASE SAVEPOINT|SAVEPOINT) \W?(\w+)")
_WRITES = re.compile(r"(?:INSERT INTO|UPDATE|DELETE FROM) \"?(?!SET\b)(\w+)")


class Left:
    """The statements of one stretch that wrote and were not rolled back again, in their order.

    Reading every table before and after would say the same, and takes longer the more the run has made.
    """

    def __init__(self) -> None:
        self._since: list[tuple[str, list[str]]] = [("", [])]

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        result = execute(sql, params, many, context)
        self._note(sql)
        return result

    def _note(self, sql: str) -> None:
        savepoint = _SAVEPOINT.match(sql)
        if savepoint is None:
            # PostgreSQL's UNION comes in brackets.
            if not sql.lstrip("( ").upper().startswith("SELECT"):
                self._since[-1][1].append(sql)
            return
        what, name = savepoint.groups()
        if what == "SAVEPOINT":
            self._since.append((name, []))
            return
        # A savepoint that an inner one was left open in goes with it.
        while self._since[-1][0] != name:
            self._since[-2][1].extend(self._since.pop()[1])
        if what == "ROLLBACK TO SAVEPOINT":
            self._since[-1][1].clear()
        else:
            self._since[-2][1].extend(self._since.pop()[1])

    @property
    def tables(self) -> list[str]:
        """Each table as often as a statement wrote into it; a statement of another kind as it is."""
        return [table for _, statements in self._since for sql in statements for table in (_WRITES.findall(sql) or [sql])]


@contextmanager
def left_behind() -> Iterator[Left]:
    """What the attempts inside have left in the database."""
    left = Left()
    with connection.execute_wrapper(left):
        yield left
