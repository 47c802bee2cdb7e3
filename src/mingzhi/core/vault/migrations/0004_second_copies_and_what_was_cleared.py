"""Where objects lie and how they were last found, what went wrong with them, and what was lawfully cleared."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('vault', '0003_resumable_uploads'),
    ]

    operations = [
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
    ]
