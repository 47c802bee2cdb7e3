"""Yearly figures."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from mingzhi.core.organs.first_tables import FirstTables


class Migration(FirstTables):

    initial = True

    dependencies = [
        ('engine', '0001_tables'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='YearlyFigures',
            fields=[
                ('matter_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='engine.matter')),
                ('year', models.PositiveSmallIntegerField(verbose_name='年度')),
                ('published_on', models.DateField(blank=True, null=True, verbose_name='公开日期')),
            ],
            options={
                'verbose_name': '年度执法数据',
            },
            bases=('engine.matter',),
        ),
        migrations.CreateModel(
            name='Tally',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(verbose_name='第几稿')),
                ('cells', models.JSONField(default=dict, verbose_name='统计数')),
                ('entered', models.JSONField(default=list, verbose_name='手工填写')),
                ('overall', models.TextField(blank=True, verbose_name='总体情况')),
                ('work', models.TextField(blank=True, verbose_name='主要工作')),
                ('problems', models.TextField(blank=True, verbose_name='存在的问题')),
                ('plans', models.TextField(blank=True, verbose_name='下一步打算')),
                ('supplied_at', models.DateTimeField(verbose_name='提供时间')),
                ('written_at', models.DateTimeField(blank=True, null=True, verbose_name='编写时间')),
                ('approved_at', models.DateTimeField(blank=True, null=True, verbose_name='批准时间')),
                ('published_at', models.DateTimeField(blank=True, null=True, verbose_name='发布时间')),
                ('approved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
                ('published_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('supplied_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('written_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': '年度执法数据稿',
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('matter', 'number'), name='a_tally_is_numbered_once')],
            },
        ),
    ]
