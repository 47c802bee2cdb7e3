"""What went wrong, and what was cleared, is never changed or forgotten."""

from django.db import migrations

from mingzhi.core.ledger.append_only import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("vault", "0004_second_copies_and_what_was_cleared"), ("ledger", "0002_append_only_triggers")]

    operations = [AppendOnly("vault_incident"), AppendOnly("vault_cleared")]
