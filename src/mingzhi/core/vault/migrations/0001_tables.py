"""Blobs, uploads, second copies, incidents; what may not change is append-only."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from mingzhi.core.ledger.append_only import AppendOnly
from mingzhi.core.organs.first_tables import FirstTables


class Migration(FirstTables):

    initial = True
    replaces = [
        ("vault", "0001_blobs"),
        ("vault", "0002_append_only_triggers"),
        ("vault", "0003_resumable_uploads"),
        ("vault", "0004_second_copies_and_what_was_cleared"),
        ("vault", "0005_incidents_are_append_only"),
        ("vault", "0006_incidents_are_acknowledged"),
    ]

    dependencies = [
        ("organs", "0001_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Blob',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(max_length=64, unique=True)),
                ('sm3', models.CharField(max_length=64)),
                ('size_bytes', models.BigIntegerField()),
                ('media_type', models.CharField(max_length=100)),
                ('created_at', models.DateTimeField()),
                ('width_px', models.PositiveIntegerField(null=True)),
                ('height_px', models.PositiveIntegerField(null=True)),
            ],
            options={
                'verbose_name': '文件',
            },
        ),
        migrations.CreateModel(
            name='Cleared',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('obj', models.CharField(max_length=64)),
                ('words', models.CharField(max_length=300)),
                ('blob', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='cleared', to='vault.blob')),
            ],
            options={
                'verbose_name': '清理记录',
            },
        ),
        migrations.CreateModel(
            name='Incident',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.CharField(choices=[('main', '证据库'), ('second', '第二副本')], max_length=8)),
                ('found_at', models.DateTimeField()),
                ('repaired', models.BooleanField()),
                ('sentence', models.TextField()),
                ('blob', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='incidents', to='vault.blob')),
            ],
            options={
                'verbose_name': '证据库事件',
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='Acknowledgement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('words', models.CharField(max_length=300)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('incident', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='acknowledged', to='vault.incident')),
            ],
            options={
                'verbose_name': '证据库事件的确认',
            },
        ),
        migrations.CreateModel(
            name='Replica',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.CharField(choices=[('main', '证据库'), ('second', '第二副本')], max_length=8)),
                ('state', models.CharField(choices=[('good', '完好'), ('wrong', '不符'), ('missing', '缺失'), ('gone', '已依法清理')], max_length=8)),
                ('checked_at', models.DateTimeField()),
                ('blob', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='replicas', to='vault.blob')),
            ],
            options={
                'verbose_name': '副本',
                'indexes': [models.Index(fields=['state', 'checked_at'], name='replica_by_reading')],
                'constraints': [models.UniqueConstraint(fields=('blob', 'place'), name='an_object_lies_once_in_a_place')],
            },
        ),
        migrations.CreateModel(
            name='Upload',
            fields=[
                ('code', models.CharField(max_length=32, primary_key=True, serialize=False)),
                ('purpose', models.CharField(max_length=40)),
                ('name', models.CharField(blank=True, max_length=255)),
                ('metadata', models.JSONField(default=dict)),
                ('size_bytes', models.BigIntegerField()),
                ('offset_bytes', models.BigIntegerField(default=0)),
                ('expected_sha256', models.CharField(blank=True, max_length=64)),
                ('sha256', models.CharField(blank=True, max_length=64)),
                ('state', models.CharField(choices=[('receiving', '接收中'), ('whole', '已收齐，待核验'), ('verified', '已核验，待登记'), ('taken', '已入库'), ('held', '待补正'), ('refused', '未收下'), ('lapsed', '已作废'), ('damaged', '已损坏')], default='receiving', max_length=12)),
                ('reason', models.TextField(blank=True)),
                ('created_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('blob', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='uploads', to='vault.blob')),
                ('key', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organs.key')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='uploads', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': '上传',
                'indexes': [models.Index(fields=['state', 'changed_at'], name='upload_by_state'), models.Index(fields=['owner', '-created_at'], name='upload_by_owner')],
                'constraints': [models.CheckConstraint(condition=models.Q(('offset_bytes__gte', 0), ('offset_bytes__lte', models.F('size_bytes'))), name='an_upload_has_no_more_than_its_size'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('whole', 'verified', 'taken', 'held')), _negated=True), ('offset_bytes', models.F('size_bytes')), _connector='OR'), name='an_upload_is_whole_with_its_last_byte'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('verified', 'taken', 'held')), _negated=True), ('blob__isnull', False), _connector='OR'), name='an_upload_is_verified_with_its_blob')],
            },
        ),
        AppendOnly("vault_blob"),
        AppendOnly("vault_incident"),
        AppendOnly("vault_cleared"),
        AppendOnly("vault_acknowledgement"),
    ]
