"""Records lose the indexes that others begin with or nobody asks by: each costs a page in every action's commit.

The indexes are dropped by name, because Django would make SQLite's table anew, without the triggers that keep it append-only.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

_INDEXES = {
    "engine_record_matter_id_a5c40758": "matter_id",
    "engine_record_authority_id_146141d1": "authority_id",
    "engine_record_actor_id_4357c0ee": "actor_id",
}


def _link(name: str, to: str, related_name: str) -> migrations.AlterField:
    field = models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name=related_name, to=to)
    return migrations.AlterField(model_name="record", name=name, field=field)


class Migration(migrations.Migration):
    dependencies = [("engine", "0003_search"), ("organs", "0002_legal_qualification_of_reviewers")]
    operations = [
        migrations.RunSQL(
            sql=[f"DROP INDEX {index}" for index in _INDEXES],
            reverse_sql=[f"CREATE INDEX {index} ON engine_record ({column})" for index, column in _INDEXES.items()],
            state_operations=[
                _link("matter", "engine.matter", "records"),
                _link("authority", "organs.authority", "+"),
                _link("actor", settings.AUTH_USER_MODEL, "+"),
            ],
        )
    ]
