"""Trying things out: what a database holds as one digest, and how an attempt is undone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from django.apps import apps
from django.db import connection, transaction

from mingzhi.core.engine.models import RefusalNote


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


@cache
def tables() -> tuple[str, ...]:
    """Every table of the product and the ledger's, but that of refusals."""
    ours = {model._meta.db_table for model in apps.get_models() if model.__module__.startswith("mingzhi.")}
    names = (name for name in connection.introspection.table_names() if name in ours or name.startswith("ledger_"))
    return tuple(sorted(set(names) - {RefusalNote._meta.db_table}))


def digest() -> str:
    """Every row of every table but refusals, as one digest. Two equal digests: nothing has changed."""
    found = hashlib.sha256()
    with connection.cursor() as cursor:
        for table in tables():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)} ORDER BY 1, 2")
            found.update(repr((table, cursor.fetchall())).encode())
    return found.hexdigest()
