"""The first migration of an app: all its tables at once. It stands on the lowest floor, so that every app can begin with it."""

from __future__ import annotations

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import Migration
from django.db.migrations.operations.fields import FieldOperation
from django.db.migrations.operations.models import IndexOperation
from django.db.migrations.state import ProjectState


class FirstTables(Migration):
    """Creates the tables of an app as they are after its last operation.

    Django renders every model that is linked with a changed one anew for each operation; here nearly all are linked, and an
    installation took four times as long. A table is therefore made with all its columns, indexes and constraints, and the operations
    that add those to it later in the same migration ask nothing of the database. Reversible like any migration.
    """

    def apply(self, project_state: ProjectState, schema_editor: BaseDatabaseSchemaEditor, collect_sql: bool = False) -> ProjectState:
        """The state after all operations, with the tables made. What only prints the statements takes Django's way."""
        if collect_sql:
            return super().apply(project_state, schema_editor, collect_sql)
        # Without rendered models the operations change the state alone; they are rendered once, when the first table is made.
        project_state.__dict__.pop("apps", None)
        self.mutate_state(project_state, preserve=False)
        for operation in self.operations:
            if not isinstance(operation, FieldOperation | IndexOperation):
                operation.database_forwards(self.app_label, schema_editor, project_state, project_state)
        return project_state
