"""Records and refusals are never changed or taken away, whoever asks the database."""

from django.db import migrations

from mingzhi.core.ledger.append_only import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("engine", "0001_matters_records_deadlines"), ("ledger", "0001_ledger_tables")]
    operations = [AppendOnly("engine_record"), AppendOnly("engine_refusalnote")]
