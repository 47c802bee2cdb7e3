"""The database itself refuses to change or forget what is append-only, whoever asks."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection, migrations, models, transaction
from django.db.migrations.state import ProjectState
from django.db.migrations.writer import MigrationWriter

from mingzhi.core import ledger
from mingzhi.core.ledger import append_only
from mingzhi.core.ledger.models import LedgerEntry, LedgerPrivate

LEDGER_TABLES = ["ledger_log", "ledger_entry", "ledger_tile", "ledger_private", "ledger_destruction"]
COLUMNS = {"ledger_log": "origin", "ledger_tile": "sm3", "ledger_private": "body", "ledger_destruction": "by_seq", "ledger_entry": "kind"}


def refused(statement: str, *given: object) -> None:
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, given)


@pytest.fixture
def rows(town, write) -> ledger.Entry:
    """At least one row in every table of the ledger."""
    for _ in range(256):
        entry = write(town)
    with transaction.atomic():
        ledger.destroy_private(town, entry.log_id, 0, at=datetime(2026, 4, 1, tzinfo=UTC), actor={"id": "u1"}, reason="依申请删除")
    return entry


@pytest.mark.django_db
@pytest.mark.parametrize("table", LEDGER_TABLES)
def test_update_and_delete_are_refused_on_every_table_of_the_ledger(rows, table):
    """I11."""
    column = COLUMNS[table]
    refused(f"UPDATE {table} SET {column} = {column}")
    refused(f"DELETE FROM {table}")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        refused(f"TRUNCATE {table} CASCADE")


@pytest.mark.django_db
def test_models_cannot_change_or_delete_entries_either(rows):
    """Bulk updates and deletes of the ORM end in the same triggers."""
    for attempt in (
        lambda: LedgerEntry.objects.filter(seq=0).update(kind="forged"),
        lambda: LedgerEntry.objects.filter(seq=0).delete(),
        lambda: LedgerPrivate.objects.filter(seq=1).update(body=b"{}"),
    ):
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            attempt()


@pytest.mark.django_db
def test_replacing_a_row_by_inserting_over_it_is_refused(rows):
    """SQLite's INSERT OR REPLACE deletes without a DELETE trigger; PostgreSQL's ON CONFLICT DO UPDATE is an update."""
    columns = "log_id, seq, salt, body"
    if connection.vendor == "sqlite":
        refused(f"INSERT OR REPLACE INTO ledger_private ({columns}) SELECT log_id, seq, salt, x'7b7d' FROM ledger_private WHERE seq = 1")
    else:
        refused(
            f"INSERT INTO ledger_private ({columns}) SELECT {columns} FROM ledger_private WHERE seq = 1 "
            "ON CONFLICT (log_id, seq) DO UPDATE SET body = excluded.salt"
        )


@pytest.mark.django_db
def test_a_private_body_goes_only_with_a_destruction_row(rows):
    refused("DELETE FROM ledger_private WHERE seq = 1")
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM ledger_private WHERE seq = 0")
        assert cursor.fetchone() == (0,)


@pytest.mark.django_db
def test_every_declared_table_is_protected_in_a_migrated_database():
    assert set(LEDGER_TABLES) <= set(append_only.declared())
    assert append_only.unprotected(connection) == []


@pytest.mark.django_db
def test_another_apps_migration_can_protect_its_table_and_take_it_back():
    class Note(models.Model):
        text = models.CharField(max_length=10)

        class Meta:
            app_label = "notes"
            db_table = "notes_note"

        def __str__(self) -> str:
            return self.text

    operation = ledger.AppendOnly("notes_note", delete_if="OLD.text = 'draft'")
    state = ProjectState()
    editor = connection.SchemaEditorClass(connection, atomic=False)
    with connection.cursor() as cursor:
        cursor.execute('CREATE TABLE "notes_note" ("id" integer NOT NULL PRIMARY KEY, "text" varchar(10) NOT NULL UNIQUE)')
    operation.database_forwards("notes", editor, state, state)
    Note.objects.create(id=1, text="kept")
    Note.objects.create(id=2, text="draft")
    refused("UPDATE notes_note SET text = 'x'")
    refused("DELETE FROM notes_note WHERE text = 'kept'")
    assert Note.objects.filter(text="draft").delete()[0] == 1
    operation.database_backwards("notes", editor, state, state)
    assert Note.objects.all().delete()[0] == 1


def test_the_operation_writes_itself_into_a_migration():
    operations = [ledger.AppendOnly("notes_note", delete_if="1 = 1")]
    migration = type("Migration", (migrations.Migration,), {"operations": operations})("0002_notes_kept", "notes")
    written = MigrationWriter(migration).as_string()
    assert "AppendOnly(" in written
    assert "table='notes_note'" in written
    assert "delete_if='1 = 1'" in written
