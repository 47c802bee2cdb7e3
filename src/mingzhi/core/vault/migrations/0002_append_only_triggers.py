"""What the vault holds is never changed or forgotten, whoever asks."""

from django.db import migrations

from mingzhi.core.ledger.append_only import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("vault", "0001_blobs"), ("ledger", "0002_append_only_triggers")]

    operations = [AppendOnly("vault_blob")]
