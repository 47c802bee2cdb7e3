"""The ledger; all of it append-only, private bodies but for those destroyed by decision."""

import django.db.models.deletion
from django.db import migrations, models

from mingzhi.core.ledger.append_only import AppendOnly
from mingzhi.core.organs.first_tables import FirstTables

DESTROYED = "EXISTS (SELECT 1 FROM ledger_destruction d WHERE d.log_id = OLD.log_id AND d.seq = OLD.seq)"


class Migration(FirstTables):

    initial = True
    replaces = [
        ("ledger", "0001_ledger_tables"),
        ("ledger", "0002_append_only_triggers"),
    ]

    dependencies = [
        ("organs", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name='LedgerLog',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('epoch', models.PositiveIntegerField(default=1)),
                ('origin', models.CharField(max_length=200)),
                ('prev_epoch_note', models.TextField(null=True)),
                ('authority', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organs.authority')),
            ],
            options={
                'db_table': 'ledger_log',
            },
        ),
        migrations.CreateModel(
            name='LedgerHead',
            fields=[
                ('log', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to='ledger.ledgerlog')),
                ('size', models.BigIntegerField()),
                ('frontier_sha256', models.BinaryField()),
                ('frontier_sm3', models.BinaryField()),
            ],
            options={
                'db_table': 'ledger_head',
            },
        ),
        migrations.CreateModel(
            name='LedgerEntry',
            fields=[
                ('pk', models.CompositePrimaryKey('log_id', 'seq', blank=True, editable=False, primary_key=True, serialize=False)),
                ('seq', models.BigIntegerField()),
                ('event_id', models.CharField(max_length=64)),
                ('kind', models.CharField(max_length=100)),
                ('recorded_at', models.DateTimeField()),
                ('payload', models.BinaryField()),
                ('leaf_sha256', models.BinaryField()),
                ('leaf_sm3', models.BinaryField()),
                ('log', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.ledgerlog')),
            ],
            options={
                'db_table': 'ledger_entry',
            },
        ),
        migrations.CreateModel(
            name='LedgerDestruction',
            fields=[
                ('pk', models.CompositePrimaryKey('log_id', 'seq', blank=True, editable=False, primary_key=True, serialize=False)),
                ('seq', models.BigIntegerField()),
                ('by_seq', models.BigIntegerField()),
                ('by_log', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.ledgerlog')),
                ('log', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.ledgerlog')),
            ],
            options={
                'db_table': 'ledger_destruction',
            },
        ),
        migrations.CreateModel(
            name='LedgerPrivate',
            fields=[
                ('pk', models.CompositePrimaryKey('log_id', 'seq', blank=True, editable=False, primary_key=True, serialize=False)),
                ('seq', models.BigIntegerField()),
                ('salt', models.BinaryField()),
                ('body', models.BinaryField()),
                ('log', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.ledgerlog')),
            ],
            options={
                'db_table': 'ledger_private',
            },
        ),
        migrations.CreateModel(
            name='LedgerTile',
            fields=[
                ('pk', models.CompositePrimaryKey('log_id', 'level', 'idx', blank=True, editable=False, primary_key=True, serialize=False)),
                ('level', models.PositiveSmallIntegerField()),
                ('idx', models.BigIntegerField()),
                ('sha256', models.BinaryField()),
                ('sm3', models.BinaryField()),
                ('log', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.ledgerlog')),
            ],
            options={
                'db_table': 'ledger_tile',
            },
        ),
        migrations.AddConstraint(
            model_name='ledgerlog',
            constraint=models.UniqueConstraint(fields=('authority', 'epoch'), name='ledger_log_one_per_epoch'),
        ),
        migrations.AddConstraint(
            model_name='ledgerlog',
            constraint=models.UniqueConstraint(fields=('origin',), name='ledger_log_origin_unique'),
        ),
        migrations.AddConstraint(
            model_name='ledgerentry',
            constraint=models.UniqueConstraint(fields=('log', 'event_id'), name='ledger_entry_event_once'),
        ),
        migrations.AddConstraint(
            model_name='ledgerdestruction',
            constraint=models.UniqueConstraint(fields=('by_log', 'by_seq'), name='ledger_destruction_by_one_entry'),
        ),
        AppendOnly("ledger_log"),
        AppendOnly("ledger_entry"),
        AppendOnly("ledger_tile"),
        AppendOnly("ledger_destruction"),
        AppendOnly("ledger_private", delete_if=DESTROYED),
    ]
