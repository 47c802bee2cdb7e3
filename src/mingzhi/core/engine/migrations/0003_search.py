"""The text matters are found by, and its index of character pairs: FTS5 on SQLite, a GIN of tsvector on PostgreSQL."""

import django.db.models.deletion
from django.db import migrations, models

SQLITE = (
    # Contentless: it keeps no second copy of the pairs, only which matter has which.
    "CREATE VIRTUAL TABLE engine_searchpairs USING fts5(pairs, content='', detail=none, tokenize='ascii')",
)
POSTGRESQL = (
    "ALTER TABLE engine_searchtext ADD COLUMN pairs tsvector NOT NULL DEFAULT ''",
    "CREATE INDEX searchtext_by_pairs ON engine_searchtext USING gin (pairs)",
)


def build(apps, schema_editor):
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def tear_down(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE engine_searchpairs")


class Migration(migrations.Migration):
    dependencies = [("engine", "0002_append_only_records")]
    operations = [
        migrations.CreateModel(
            name="SearchText",
            fields=[
                (
                    "matter",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="searchtext",
                        serialize=False,
                        to="engine.matter",
                    ),
                ),
                ("text", models.TextField()),
            ],
            options={"verbose_name": "检索"},
        ),
        migrations.RunPython(build, tear_down),
    ]
