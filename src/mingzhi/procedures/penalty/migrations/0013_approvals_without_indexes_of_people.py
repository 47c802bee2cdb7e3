"""Approvals lose the indexes of the people in them, by whom nobody asks: each costs a page in every request's commit."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

_INDEXES = {
    "penalty_approval_asked_by_id_4840dfcc": "asked_by_id",
    "penalty_approval_endorsed_by_id_49ca2142": "endorsed_by_id",
    "penalty_approval_decided_by_id_2f3c34ba": "decided_by_id",
}


def _person(name: str, **options: bool) -> migrations.AlterField:
    field = models.ForeignKey(
        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, **options
    )
    return migrations.AlterField(model_name="approval", name=name, field=field)


class Migration(migrations.Migration):
    dependencies = [("penalty", "0012_waived_surcharges")]
    operations = [
        migrations.RunSQL(
            sql=[f"DROP INDEX {index}" for index in _INDEXES],
            reverse_sql=[f"CREATE INDEX {index} ON penalty_approval ({column})" for index, column in _INDEXES.items()],
            state_operations=[
                _person("asked_by"),
                _person("endorsed_by", blank=True, null=True),
                _person("decided_by", blank=True, null=True),
            ],
        )
    ]
