"""Matters, records, refusals, deadlines, drafts, and the text matters are found by; records and refusals are append-only."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from mingzhi.core.ledger.append_only import AppendOnly
from mingzhi.core.organs.first_tables import FirstTables

SQLITE = (
    # Contentless: it keeps no second copy of the pairs, only which matter has which.
    "CREATE VIRTUAL TABLE engine_searchpairs USING fts5(pairs, content='', detail=none, tokenize='ascii')",
)
POSTGRESQL = (
    "ALTER TABLE engine_searchtext ADD COLUMN pairs tsvector NOT NULL DEFAULT ''",
    "CREATE INDEX searchtext_by_pairs ON engine_searchtext USING gin (pairs)",
)


def build(apps, schema_editor):
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def tear_down(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE engine_searchpairs")


class Migration(FirstTables):

    initial = True
    replaces = [
        ("engine", "0001_matters_records_deadlines"),
        ("engine", "0002_append_only_records"),
        ("engine", "0003_search"),
        ("engine", "0004_records_without_indexes_nobody_asks"),
    ]

    dependencies = [
        ("organs", "0001_tables"),
        ("vault", "0001_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Matter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('region', models.CharField(max_length=64)),
                ('kind', models.CharField(max_length=32, verbose_name='种类')),
                ('number', models.CharField(blank=True, max_length=64, verbose_name='编号')),
                ('title', models.CharField(max_length=300, verbose_name='名称')),
                ('stage', models.CharField(max_length=32, verbose_name='环节')),
                ('handler_names', models.CharField(blank=True, max_length=120, verbose_name='承办人')),
                ('opened_at', models.DateTimeField(verbose_name='开始时间')),
                ('changed_at', models.DateTimeField(verbose_name='最后办理时间')),
                ('closed_at', models.DateTimeField(blank=True, null=True, verbose_name='办结时间')),
                ('next_due_at', models.DateTimeField(blank=True, null=True, verbose_name='最近期限')),
                ('version', models.PositiveIntegerField(default=0)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organs.authority')),
            ],
            options={
                'verbose_name': '办件',
            },
        ),
        migrations.CreateModel(
            name='SearchText',
            fields=[
                ('matter', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='searchtext', serialize=False, to='engine.matter')),
                ('text', models.TextField()),
            ],
            options={
                'verbose_name': '检索',
            },
        ),
        migrations.CreateModel(
            name='Handler',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(blank=True, null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='handled', to=settings.AUTH_USER_MODEL)),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='handlers', to='engine.matter')),
            ],
            options={
                'verbose_name': '承办人',
            },
        ),
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('action', models.CharField(max_length=64)),
                ('data', models.JSONField(default=dict)),
                ('saved_at', models.DateTimeField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='drafts', to=settings.AUTH_USER_MODEL)),
                ('matter', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='drafts', to='engine.matter')),
            ],
            options={
                'verbose_name': '草稿',
            },
        ),
        migrations.CreateModel(
            name='Deadline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('region', models.CharField(max_length=64)),
                ('provision', models.CharField(max_length=64)),
                ('title', models.CharField(max_length=60)),
                ('subject', models.CharField(blank=True, help_text='同一规定在一个办件中有几项时加以区分，如物品批次', max_length=64)),
                ('rule', models.CharField(help_text='起算时有效的规定，如“7 个工作日”', max_length=60)),
                ('since_at', models.DateTimeField()),
                ('due_at', models.DateTimeField()),
                ('extended', models.BooleanField(default=False)),
                ('met_at', models.DateTimeField(blank=True, null=True)),
                ('lifted_at', models.DateTimeField(blank=True, help_text='不再需要的时刻，如案件移送', null=True)),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deadlines', to='engine.matter')),
            ],
            options={
                'verbose_name': '期限',
            },
        ),
        migrations.CreateModel(
            name='Attachment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('added_at', models.DateTimeField()),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('blob', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='vault.blob')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attachments', to='engine.matter')),
            ],
            options={
                'verbose_name': '附件',
            },
        ),
        migrations.CreateModel(
            name='Record',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('event_id', models.CharField(max_length=40, unique=True)),
                ('action', models.CharField(max_length=64)),
                ('title', models.CharField(max_length=60)),
                ('actor_name', models.CharField(max_length=50)),
                ('post', models.CharField(max_length=32)),
                ('at', models.DateTimeField()),
                ('stage_from', models.CharField(blank=True, max_length=32)),
                ('stage_to', models.CharField(max_length=32)),
                ('version', models.PositiveIntegerField()),
                ('sentence', models.TextField()),
                ('given', models.JSONField(default=dict)),
                ('key', models.CharField(blank=True, max_length=80, null=True)),
                ('request_digest', models.CharField(blank=True, max_length=64)),
                ('actor', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('authority', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organs.authority')),
                ('matter', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='records', to='engine.matter')),
            ],
            options={
                'verbose_name': '记录',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='RefusalNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('action', models.CharField(max_length=64)),
                ('at', models.DateTimeField()),
                ('provision', models.CharField(blank=True, max_length=64)),
                ('sentence', models.TextField()),
                ('actor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organs.authority')),
                ('matter', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='engine.matter')),
            ],
            options={
                'verbose_name': '拒绝',
            },
        ),
        migrations.CreateModel(
            name='Series',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(max_length=20)),
                ('year', models.PositiveSmallIntegerField()),
                ('last', models.PositiveIntegerField(default=0)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organs.authority')),
            ],
            options={
                'verbose_name': '编号序列',
            },
        ),
        migrations.AddIndex(
            model_name='matter',
            index=models.Index(fields=['region', 'kind', '-changed_at', '-id'], name='matter_by_kind'),
        ),
        migrations.AddIndex(
            model_name='matter',
            index=models.Index(fields=['region', '-changed_at', '-id'], name='matter_by_change'),
        ),
        migrations.AddIndex(
            model_name='matter',
            index=models.Index(fields=['region', 'kind', 'stage', '-changed_at', '-id'], name='matter_by_stage'),
        ),
        migrations.AddIndex(
            model_name='matter',
            index=models.Index(condition=models.Q(('next_due_at__isnull', False)), fields=['region', 'next_due_at', 'id'], name='matter_by_due'),
        ),
        migrations.AddIndex(
            model_name='matter',
            index=models.Index(fields=['region', 'number'], name='matter_by_number'),
        ),
        migrations.AddIndex(
            model_name='handler',
            index=models.Index(fields=['person', 'until_at'], name='handler_by_person'),
        ),
        migrations.AddConstraint(
            model_name='handler',
            constraint=models.UniqueConstraint(condition=models.Q(('until_at__isnull', True)), fields=('matter', 'person'), name='a_handler_once_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='draft',
            constraint=models.UniqueConstraint(fields=('person', 'matter', 'action'), name='one_draft_for_each_action', nulls_distinct=True),
        ),
        migrations.AddConstraint(
            model_name='draft',
            constraint=models.UniqueConstraint(condition=models.Q(('matter__isnull', True)), fields=('person', 'action'), name='one_draft_for_a_new_matter'),
        ),
        migrations.AddIndex(
            model_name='deadline',
            index=models.Index(condition=models.Q(('lifted_at__isnull', True), ('met_at__isnull', True)), fields=['region', 'due_at'], name='deadline_open'),
        ),
        migrations.AddIndex(
            model_name='record',
            index=models.Index(fields=['authority', 'action', 'at'], name='record_by_action'),
        ),
        migrations.AddConstraint(
            model_name='record',
            constraint=models.UniqueConstraint(fields=('matter', 'version'), name='a_version_has_one_record'),
        ),
        migrations.AddConstraint(
            model_name='record',
            constraint=models.UniqueConstraint(fields=('authority', 'key'), name='an_idempotency_key_acts_once'),
        ),
        migrations.AddIndex(
            model_name='refusalnote',
            index=models.Index(fields=['authority', 'provision', 'at'], name='refusal_by_provision'),
        ),
        migrations.AddConstraint(
            model_name='series',
            constraint=models.UniqueConstraint(fields=('authority', 'word', 'year'), name='one_series_a_year'),
        ),
        AppendOnly("engine_record"),
        AppendOnly("engine_refusalnote"),
        migrations.RunPython(build, tear_down),
    ]
