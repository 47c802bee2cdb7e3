"""A statement made once and executed a thousand times, handed to the driver without Django's cursor around it.

That cursor turns each %s into ? by a search through the whole text, every time, and wraps every call three times: a fifth
of an action on SQLite. What it watches over is kept: broken transactions, and errors under Django's names.
Here because organs is the lowest floor that asks a database.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from functools import cache
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper


def execute(database: BaseDatabaseWrapper, sql: str, values: Sequence[Any]) -> Any:
    """The cursor of the driver after `sql` with a %s for each value; its rows are what the driver makes of them.

    To be read before the next statement, which may be told the same cursor.
    `sql` is kept for good, so no value may be written into it. Whoever counts or wraps statements of `database` sees these too.
    """
    if database.queries_logged or database.execute_wrappers:
        watched = database.cursor()
        watched.execute(sql, values)
        return watched
    database.close_if_health_check_failed()
    database.ensure_connection()
    database.validate_no_broken_transaction()
    with database.wrap_database_errors:
        if database.vendor == "sqlite":
            return database.connection.execute(_marked(sql), values)
        return _kept_cursor(database).execute(sql, values)


_kept = threading.local()


def _kept_cursor(database: BaseDatabaseWrapper) -> Any:
    """This thread's cursor on PostgreSQL: one made for each statement was a sixteenth of an action."""
    cursor = getattr(_kept, database.alias, None)
    if cursor is None or cursor.connection is not database.connection:
        cursor = database.create_cursor()
        setattr(_kept, database.alias, cursor)
    return cursor


@cache
def _marked(sql: str) -> str:
    """The same statement with the marks of SQLite's driver."""
    return re.sub(r"(?<!%)%s", "?", sql).replace("%%", "%")
