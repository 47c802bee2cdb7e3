"""Who took note of what went wrong in the vault, and what they did about it; never changed or forgotten."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from mingzhi.core.ledger.append_only import AppendOnly


class Migration(migrations.Migration):
    dependencies = [
        ("vault", "0005_incidents_are_append_only"),
        ("ledger", "0002_append_only_triggers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Acknowledgement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("words", models.CharField(max_length=300)),
                (
                    "incident",
                    models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="acknowledged", to="vault.incident"),
                ),
                (
                    "person",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
            ],
            options={"verbose_name": "证据库事件的确认"},
        ),
        AppendOnly("vault_acknowledgement"),
    ]
