"""Clues and their informants."""

import django.db.models.deletion
from django.db import migrations, models

from mingzhi.core.organs.first_tables import FirstTables


class Migration(FirstTables):

    initial = True
    replaces = [
        ("clue", "0001_clues_and_informants"),
    ]

    dependencies = [
        ("engine", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name='Clue',
            fields=[
                ('matter_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='engine.matter')),
                ('source', models.CharField(choices=[('patrol', '巡查发现'), ('report', '群众举报'), ('transfer', '其他机关移送'), ('assigned', '上级交办'), ('inspection', '检查发现'), ('village', '村居上报')], max_length=16, verbose_name='来源')),
                ('received_at', models.DateTimeField(verbose_name='收到时间')),
                ('content', models.TextField(verbose_name='内容')),
                ('place', models.CharField(max_length=200, verbose_name='地点')),
                ('suspect', models.CharField(blank=True, max_length=100, verbose_name='涉嫌单位或个人')),
                ('verification', models.TextField(blank=True, verbose_name='核查情况')),
                ('verified_at', models.DateTimeField(blank=True, null=True)),
                ('conclusion', models.TextField(blank=True, verbose_name='处理意见')),
                ('handed_to', models.CharField(blank=True, max_length=100, verbose_name='移送单位')),
                ('handed_at', models.DateTimeField(blank=True, null=True)),
                ('receipt', models.CharField(blank=True, max_length=200, verbose_name='移交回执')),
            ],
            options={
                'verbose_name': '线索',
            },
            bases=('engine.matter',),
        ),
        migrations.CreateModel(
            name='Informant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=50, verbose_name='姓名')),
                ('contact', models.CharField(max_length=100, verbose_name='联系方式')),
                ('wants_answer', models.BooleanField(default=True, verbose_name='要求答复')),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answer', models.TextField(blank=True, verbose_name='答复')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
            ],
            options={
                'verbose_name': '举报人',
            },
        ),
    ]
