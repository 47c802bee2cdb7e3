"""The index of the search by single characters, pairs and numbers (decision 0123), made from the texts that are kept."""

from itertools import islice

from django.db import migrations

SQLITE = (
    # It keeps no second copy of the terms, only which matter has which.
    "CREATE VIRTUAL TABLE engine_searchterms USING fts5(terms, content='', detail=none, columnsize=0, tokenize='ascii')",
    "DROP TABLE engine_searchpairs",
)
POSTGRESQL = (
    # Beside the texts, not in their rows: who reads the newest texts for a common word reads few pages.
    "CREATE TABLE engine_searchterms (matter_id bigint PRIMARY KEY, terms bigint[] NOT NULL)",
    # Where the planner knows how common the terms are it takes longer to look that up than to find a rare one.
    "ALTER TABLE engine_searchterms ALTER COLUMN terms SET STATISTICS 0",
    "ALTER TABLE engine_searchtext DROP COLUMN pairs",
)
#: Over all texts at once it is sooner made. Nothing waits to be sorted in: whoever searches would read what waits, and the action that
#: sorts it in at last takes longer than all others.
POSTGRESQL_INDEX = "CREATE INDEX searchterms_by_term ON engine_searchterms USING gin (terms) WITH (fastupdate = off)"
SQLITE_BACK = (
    "CREATE VIRTUAL TABLE engine_searchpairs USING fts5(pairs, content='', detail=none, tokenize='ascii')",
    "DROP TABLE engine_searchterms",
)
POSTGRESQL_BACK = (
    "ALTER TABLE engine_searchtext ADD COLUMN pairs tsvector NOT NULL DEFAULT ''",
    "CREATE INDEX searchtext_by_pairs ON engine_searchtext USING gin (pairs)",
    "DROP TABLE engine_searchterms",
)


def build(apps, schema_editor):
    from mingzhi.core.engine.search import lay_terms

    lite = schema_editor.connection.vendor == "sqlite"
    for statement in SQLITE if lite else POSTGRESQL:
        schema_editor.execute(statement)
    texts = apps.get_model("engine", "SearchText").objects.order_by("pk").values_list("pk", "text").iterator(chunk_size=2000)
    while rows := list(islice(texts, 2000)):
        lay_terms(rows)
    if not lite:
        schema_editor.execute(POSTGRESQL_INDEX)


def tear_down(apps, schema_editor):
    """The older index comes back empty: `rebuild` of that version fills it."""
    for statement in SQLITE_BACK if schema_editor.connection.vendor == "sqlite" else POSTGRESQL_BACK:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("engine", "0001_tables")]

    operations = [migrations.RunPython(build, tear_down)]
