"""A migration operation that makes a table append-only inside the database, on SQLite and PostgreSQL.

Triggers see what models do not: bulk updates, raw SQL, another program. They do not stop the owner of the
database, who may drop them; that is what the Merkle roots are for. Use: `AppendOnly("engine_record")`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.db import NotSupportedError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

PREFIX = "append_only"


class AppendOnly(Operation):
    """Refuse UPDATE, DELETE, TRUNCATE and INSERT OR REPLACE on `table`, in every migration state after this one.

    `delete_if`: an SQL condition over OLD under which one row may be deleted all the same, the same words for both
    databases. Put it after the operation that creates the table. Reversible: the triggers are dropped.
    """

    reversible = True
    reduces_to_sql = True

    def __init__(self, table: str, delete_if: str | None = None) -> None:
        self.table = table
        self.delete_if = delete_if

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """Arguments for the migration writer."""
        return self.__class__.__qualname__, [self.table], {"delete_if": self.delete_if} if self.delete_if else {}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Models do not change."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Create the triggers."""
        for statement in _dialect(schema_editor.connection, self.table, self.delete_if)[0]:
            schema_editor.execute(statement, params=None)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Drop the triggers."""
        for statement in _dialect(schema_editor.connection, self.table, self.delete_if)[1]:
            schema_editor.execute(statement, params=None)

    def describe(self) -> str:
        """One line for `migrate`."""
        return f"Make {self.table} append-only in the database"

    @property
    def migration_name_fragment(self) -> str:
        """Part of a generated migration name."""
        return f"{PREFIX}_{self.table}"


def _dialect(connection: BaseDatabaseWrapper, table: str, delete_if: str | None) -> tuple[list[str], list[str]]:
    """Statements that create and that drop the triggers of one table."""
    dialects: dict[str, Callable[..., tuple[list[str], list[str]]]] = {"sqlite": _sqlite, "postgresql": _postgresql}
    if connection.vendor not in dialects:
        raise NotSupportedError(f"只增表不支持数据库 {connection.vendor}，请使用 SQLite 或 PostgreSQL。")
    return dialects[connection.vendor](connection, table, delete_if)


def _sqlite(connection: BaseDatabaseWrapper, table: str, delete_if: str | None) -> tuple[list[str], list[str]]:
    """One trigger per refused statement.

    INSERT OR REPLACE deletes the old row without firing its DELETE trigger, so an insert that meets an existing key is refused too.
    """
    with connection.cursor() as cursor:
        constraints = connection.introspection.get_constraints(cursor, table)  # type: ignore[attr-defined]
    keys = {tuple(found["columns"]) for found in constraints.values() if found["primary_key"] or found["unique"]}
    meets = " OR ".join(
        "EXISTS (SELECT 1 FROM {} WHERE {})".format(f'"{table}"', " AND ".join(f'"{column}" = NEW."{column}"' for column in key))
        for key in sorted(keys)
    )
    refused = {
        "update": ("UPDATE", ""),
        "delete": ("DELETE", f"WHEN NOT ({delete_if})" if delete_if else ""),
        "replace": ("INSERT", f"WHEN {meets}"),
    }
    names = {event: f'"{table}_{PREFIX}_{event}"' for event in refused}
    create = [
        f'CREATE TRIGGER {names[event]} BEFORE {verb} ON "{table}" {when} '
        f"BEGIN SELECT RAISE(ABORT, 'append-only: {event} of {table} is refused'); END"
        for event, (verb, when) in refused.items()
    ]
    return create, [f"DROP TRIGGER {name}" for name in names.values()]


def _postgresql(connection: BaseDatabaseWrapper, table: str, delete_if: str | None) -> tuple[list[str], list[str]]:
    """A row trigger and a TRUNCATE trigger over one function, ENABLE ALWAYS so that no replication role passes by."""
    function, rows, truncate = f'"{table}_{PREFIX}"', f'"{table}_{PREFIX}_rows"', f'"{table}_{PREFIX}_truncate"'
    # Nested, because AND does not promise to leave OLD alone in a statement trigger.
    allowed = f"IF TG_OP = 'DELETE' THEN IF {delete_if} THEN RETURN OLD; END IF; END IF; " if delete_if else ""
    create = [
        f"CREATE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {allowed}"
        f"RAISE EXCEPTION 'append-only: % of {table} is refused', lower(TG_OP) USING ERRCODE = 'integrity_constraint_violation'; END $$",
        f'CREATE TRIGGER {rows} BEFORE UPDATE OR DELETE ON "{table}" FOR EACH ROW EXECUTE FUNCTION {function}()',
        f'CREATE TRIGGER {truncate} BEFORE TRUNCATE ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION {function}()',
        f'ALTER TABLE "{table}" ENABLE ALWAYS TRIGGER {rows}',
        f'ALTER TABLE "{table}" ENABLE ALWAYS TRIGGER {truncate}',
    ]
    drop = [f'DROP TRIGGER {rows} ON "{table}"', f'DROP TRIGGER {truncate} ON "{table}"', f"DROP FUNCTION {function}()"]
    return create, drop


def declared(loader: MigrationLoader | None = None) -> dict[str, str | None]:
    """Every table that some migration declares append-only, with its `delete_if`."""
    return {operation.table: operation.delete_if for operation in _operations(loader or MigrationLoader(None))}


def _operations(loader: MigrationLoader) -> Iterator[AppendOnly]:
    for migration in loader.disk_migrations.values():
        for operation in migration.operations:
            if isinstance(operation, AppendOnly):
                yield operation


def protected(connection: BaseDatabaseWrapper) -> set[str]:
    """Names of the append-only triggers that are in force in this database."""
    query = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'A'",
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {name for (name,) in cursor.fetchall() if f"_{PREFIX}_" in name}


def unprotected(connection: BaseDatabaseWrapper) -> list[str]:
    """Declared tables that lack a trigger: dropped by hand, or lost when SQLite rebuilt the table for a migration."""
    suffixes = {"sqlite": ("update", "delete", "replace"), "postgresql": ("rows", "truncate")}[connection.vendor]
    found = protected(connection)
    return sorted(table for table in declared() if any(f"{table}_{PREFIX}_{suffix}" not in found for suffix in suffixes))
