"""Files that become public with a bulletin."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('disclosure', '0003_bulletins_and_lapses'),
        ('engine', '0001_tables'),
        ('vault', '0001_tables'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PublicFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='公开的文件名')),
                ('said', models.JSONField(default=list, verbose_name='扫描读到的文字')),
                ('left_out', models.JSONField(default=list, verbose_name='去掉的附带信息')),
                ('pictures', models.BooleanField(verbose_name='有扫描读不到的图')),
                ('kept_words', models.JSONField(default=list, verbose_name='核对后保留的字词')),
                ('added_at', models.DateTimeField(verbose_name='添加时间')),
                ('seen_at', models.DateTimeField(blank=True, null=True, verbose_name='看过的时间')),
                ('dropped_at', models.DateTimeField(blank=True, null=True, verbose_name='去掉的时间')),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('copy', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='vault.blob')),
                ('dropped_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
                ('original', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='engine.attachment')),
                ('seen_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': '公开的附件',
                'ordering': ['id'],
            },
        ),
    ]
