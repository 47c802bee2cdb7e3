"""The first tables of an app, made at once, are those that Django makes operation by operation."""

from __future__ import annotations

import pytest
from django.db import connection, migrations, models
from django.db.migrations.state import ProjectState

from mingzhi.core.organs.first_tables import FirstTables

OPERATIONS = [
    migrations.CreateModel("Town", [("id", models.BigAutoField(primary_key=True)), ("name", models.CharField(max_length=20))]),
    migrations.CreateModel(
        "Street",
        [("id", models.BigAutoField(primary_key=True)), ("town", models.ForeignKey("places.Town", models.CASCADE))],
    ),
    migrations.AddField("Town", "main", models.ForeignKey("places.Street", models.PROTECT, null=True)),
    migrations.AddIndex("Town", models.Index(fields=["name", "main"], name="town_by_name")),
    migrations.AddConstraint("Street", models.UniqueConstraint(fields=["town"], name="one_street_a_town")),
    migrations.RunSQL("CREATE VIEW places_names AS SELECT name FROM places_town", "DROP VIEW places_names"),
]


@pytest.fixture
def empty(django_db_blocker):
    """An empty SQLite of its own, whatever the tests run on."""
    from django.db.backends.sqlite3.base import DatabaseWrapper

    with django_db_blocker.unblock():
        made = []

        def make():
            settings = connection.settings_dict | {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:", "OPTIONS": {}}
            made.append(DatabaseWrapper(settings))
            return made[-1]

        yield make
        for one in made:
            one.close()


def schema(database) -> set[tuple[str, str, frozenset[str]]]:
    """Every table, index and view, with its columns in any order."""
    with database.cursor() as cursor:
        cursor.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {
            (kind, name, frozenset(part.strip(" ()") for part in sql.split("(", 1)[-1].split(","))) for kind, name, sql in cursor.fetchall()
        }


def made_by(kind: type[migrations.Migration], database):
    migration = type("Migration", (kind,), {"operations": OPERATIONS})("0001_places", "places")
    with database.schema_editor() as editor:
        state = migration.apply(ProjectState(), editor)
    return migration, state


def test_the_tables_are_those_of_operation_by_operation(empty):
    at_once, one_by_one = empty(), empty()
    _, state = made_by(FirstTables, at_once)
    _, stepped = made_by(migrations.Migration, one_by_one)
    assert schema(at_once) == schema(one_by_one)
    assert {name for _, name, _ in schema(at_once)} >= {"places_town", "places_street", "town_by_name", "places_names"}
    assert state.models == stepped.models


def test_they_can_be_taken_back(empty):
    database = empty()
    migration, _ = made_by(FirstTables, database)
    with database.schema_editor() as editor:
        migration.unapply(ProjectState(), editor)
    assert {name for kind, name, _ in schema(database) if not name.startswith("sqlite_")} == set()
