"""Entries, tiles, logs and private bodies may be added and never changed, whoever asks."""

from django.db import migrations

from mingzhi.core.ledger.append_only import AppendOnly

DESTROYED = "EXISTS (SELECT 1 FROM ledger_destruction d WHERE d.log_id = OLD.log_id AND d.seq = OLD.seq)"


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_ledger_tables")]

    operations = [
        AppendOnly("ledger_log"),
        AppendOnly("ledger_entry"),
        AppendOnly("ledger_tile"),
        AppendOnly("ledger_destruction"),
        AppendOnly("ledger_private", delete_if=DESTROYED),
    ]
