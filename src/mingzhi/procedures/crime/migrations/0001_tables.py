"""Transfers of suspected crimes."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from mingzhi.core.organs.first_tables import FirstTables


class Migration(FirstTables):

    initial = True
    replaces = [
        ("crime", "0001_transfers_of_suspected_crimes"),
    ]

    dependencies = [
        ("engine", "0001_tables"),
        ("penalty", "0001_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='CrimeTransfer',
            fields=[
                ('matter_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='engine.matter')),
                ('suspicion', models.TextField(verbose_name='涉嫌犯罪的情况')),
                ('offence', models.CharField(blank=True, max_length=100, verbose_name='涉嫌罪名')),
                ('offence_basis', models.CharField(blank=True, max_length=300, verbose_name='刑法条款和立案追诉标准')),
                ('found', models.TextField(blank=True, verbose_name='查明的事实')),
                ('evidence', models.TextField(blank=True, verbose_name='主要证据')),
                ('proposal', models.TextField(blank=True, verbose_name='移送意见')),
                ('reported_at', models.DateTimeField(blank=True, null=True, verbose_name='报告时间')),
                ('decided_at', models.DateTimeField(blank=True, null=True, verbose_name='批准时间')),
                ('approved', models.BooleanField(blank=True, null=True, verbose_name='是否批准')),
                ('decision', models.TextField(blank=True, verbose_name='批准意见或者不批准的理由')),
                ('police', models.CharField(blank=True, max_length=100, verbose_name='受移送的公安机关')),
                ('materials', models.JSONField(default=list, verbose_name='移送材料')),
                ('goods', models.JSONField(default=list, verbose_name='涉案物品')),
                ('handed_at', models.DateTimeField(blank=True, null=True, verbose_name='移送时间')),
                ('receipt', models.CharField(blank=True, max_length=200, verbose_name='移送回执')),
                ('answer_number', models.CharField(blank=True, max_length=100, verbose_name='公安机关通知书文号')),
                ('answered_on', models.DateField(blank=True, null=True, verbose_name='收到通知书日期')),
                ('answer_reasons', models.TextField(blank=True, verbose_name='不予立案的理由')),
                ('asked_again', models.TextField(blank=True, verbose_name='提请复议或者建议监督')),
                ('goods_handed_at', models.DateTimeField(blank=True, null=True, verbose_name='物品移交时间')),
                ('goods_receipt', models.CharField(blank=True, max_length=200, verbose_name='物品交接回执')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='crime_transfers', to='penalty.case')),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('reported_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': '涉嫌犯罪移送',
            },
            bases=('engine.matter',),
        ),
    ]
