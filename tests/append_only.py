"""Append-only triggers in tests: how tests that commit can empty their tables, and how an attacker is played.

The product has no switch that lets rows go; whoever owns a database can drop its triggers, and so do these tests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from unittest.mock import patch

import pytest
from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.operations import BaseDatabaseOperations

TRIGGERS = {
    "sqlite": "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%append\\_only%' ESCAPE '\\'",
    "postgresql": "SELECT tgname, tgrelid::regclass::text, '' FROM pg_trigger WHERE tgname LIKE '%append\\_only%'",
}


@contextmanager
def suspended(database: BaseDatabaseWrapper = connection) -> Iterator[None]:
    """Take the append-only triggers away and put them back."""
    with database.cursor() as cursor:
        cursor.execute(TRIGGERS[database.vendor])
        triggers = cursor.fetchall()
        if database.vendor == "postgresql":
            # Foreign keys still waiting to be checked would forbid touching their tables.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for name, table, _ in triggers:
            cursor.execute(f'DROP TRIGGER "{name}"' if database.vendor == "sqlite" else f'ALTER TABLE {table} DISABLE TRIGGER "{name}"')
        yield
        for name, table, created in triggers:
            cursor.execute(created or f'ALTER TABLE {table} ENABLE ALWAYS TRIGGER "{name}"')


@pytest.fixture(scope="session", autouse=True)
def flush_passes_the_append_only_triggers() -> Iterator[None]:
    """Tests that commit are followed by a flush of every table; it runs without the triggers."""
    flush = BaseDatabaseOperations.execute_sql_flush

    def flush_without_triggers(self: BaseDatabaseOperations, sql_list: list[str]) -> None:
        with transaction.atomic(using=self.connection.alias), suspended(self.connection):
            flush(self, sql_list)

    with patch.object(BaseDatabaseOperations, "execute_sql_flush", flush_without_triggers):
        yield


@pytest.fixture
def triggers_suspended() -> Callable[..., AbstractContextManager[None]]:
    """A context in which the database may be changed behind the product's back, by raw SQL."""
    return suspended
