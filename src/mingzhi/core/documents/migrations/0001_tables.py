"""Documents and numbers."""

import django.db.models.deletion
from django.db import migrations, models

from mingzhi.core.organs.first_tables import FirstTables


class Migration(FirstTables):

    initial = True
    replaces = [
        ("documents", "0001_documents"),
    ]

    dependencies = [
        ("engine", "0001_tables"),
        ("vault", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=8)),
                ('title', models.CharField(max_length=100)),
                ('number', models.CharField(blank=True, max_length=64)),
                ('data', models.JSONField()),
                ('template_sha256', models.CharField(max_length=64)),
                ('sha256', models.CharField(max_length=64)),
                ('sm3', models.CharField(max_length=64)),
                ('pages', models.PositiveSmallIntegerField()),
                ('made_at', models.DateTimeField()),
                ('check_code', models.CharField(max_length=24, unique=True)),
                ('voided_at', models.DateTimeField(blank=True, null=True)),
                ('voided_because', models.CharField(blank=True, max_length=200)),
                ('blob', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='vault.blob')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='engine.matter')),
                ('record', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='engine.record')),
            ],
            options={
                'verbose_name': '文书',
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('number', ''), _negated=True), fields=('matter', 'number', 'code'), name='a_document_number_is_used_once')],
            },
        ),
    ]
