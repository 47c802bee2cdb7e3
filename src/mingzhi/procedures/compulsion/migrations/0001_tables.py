"""Seizures in cases."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from mingzhi.core.organs.first_tables import FirstTables


class Migration(FirstTables):

    initial = True
    replaces = [
        ("compulsion", "0001_seizures_in_cases"),
        ("compulsion", "0002_goods_disposed_of"),
    ]

    dependencies = [
        ("engine", "0001_tables"),
        ("penalty", "0001_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Custody',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('event', models.CharField(choices=[('put_away', '入库（交付保管）'), ('checked', '检查'), ('moved', '移动（转移）'), ('handed_on', '更换保管人')], max_length=12, verbose_name='事项')),
                ('at', models.DateTimeField(verbose_name='时间')),
                ('place', models.CharField(max_length=200, verbose_name='保管地点')),
                ('custodian', models.CharField(max_length=50, verbose_name='保管人')),
                ('condition', models.CharField(max_length=200, verbose_name='状况')),
                ('why', models.CharField(blank=True, max_length=200, verbose_name='原因')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
            ],
            options={
                'verbose_name': '保管登记',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Disposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('way', models.CharField(choices=[('sell', '变卖'), ('auction', '拍卖'), ('destroy', '销毁'), ('confiscate', '没收')], max_length=12, verbose_name='处理方式')),
                ('goods', models.JSONField(default=list, verbose_name='物品')),
                ('reasons', models.TextField(verbose_name='理由')),
                ('law', models.CharField(blank=True, max_length=100, verbose_name='规定销毁的法律、行政法规')),
                ('article', models.CharField(blank=True, max_length=60, verbose_name='条款')),
                ('agent', models.CharField(blank=True, max_length=100, verbose_name='拍卖机构（承买人、销毁单位）')),
                ('approved_at', models.DateTimeField(blank=True, null=True)),
                ('refused_at', models.DateTimeField(blank=True, null=True)),
                ('carried_out_at', models.DateTimeField(blank=True, null=True, verbose_name='处理时间')),
                ('place', models.CharField(blank=True, max_length=200, verbose_name='处理地点')),
                ('course', models.TextField(blank=True, verbose_name='处理经过')),
                ('officers', models.JSONField(default=list, help_text='[{"id","name","certificate"}]')),
                ('proceeds_yuan', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='所得款项')),
                ('market_yuan', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='市场价格')),
                ('market_basis', models.CharField(blank=True, max_length=200, verbose_name='市场价格的依据')),
                ('receipt_number', models.CharField(blank=True, max_length=60, verbose_name='入账凭证号')),
                ('banked_on', models.DateField(blank=True, null=True, verbose_name='入账日期')),
                ('settled', models.CharField(blank=True, choices=[('returned', '退还当事人'), ('treasury', '上缴国库'), ('handed_over', '随案移交')], max_length=12, verbose_name='款项去向')),
                ('settled_on', models.DateField(blank=True, null=True, verbose_name='款项处理日期')),
                ('settled_receipt', models.CharField(blank=True, max_length=60, verbose_name='款项处理凭证号')),
                ('payee', models.CharField(blank=True, max_length=100, verbose_name='收款人')),
                ('compensation_yuan', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='补偿')),
                ('uncompensated_because', models.CharField(blank=True, max_length=200, verbose_name='不补偿的理由')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
                ('registered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': '查封扣押财物处理',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Seizure',
            fields=[
                ('matter_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='engine.matter')),
                ('measure', models.CharField(choices=[('seal', '查封'), ('seize', '扣押')], max_length=8, verbose_name='措施')),
                ('urgent', models.BooleanField(default=False, verbose_name='情况紧急，当场实施')),
                ('urgency', models.TextField(blank=True, verbose_name='紧急情况')),
                ('reasons', models.TextField(verbose_name='理由')),
                ('related', models.TextField(verbose_name='与案件的关系')),
                ('basis', models.JSONField(default=list, help_text='[{"law","article"}]', verbose_name='依据')),
                ('place', models.CharField(max_length=200, verbose_name='地点')),
                ('goods', models.JSONField(default=list, verbose_name='场所、设施、财物')),
                ('kept_place', models.CharField(max_length=200, verbose_name='保管地点')),
                ('approved_at', models.DateTimeField(blank=True, null=True, verbose_name='批准时间')),
                ('from_at', models.DateTimeField(blank=True, null=True, verbose_name='实施开始时间')),
                ('until_at', models.DateTimeField(blank=True, null=True, verbose_name='实施结束时间')),
                ('officers', models.JSONField(default=list, help_text='[{"id","name","certificate"}]')),
                ('party_present', models.BooleanField(default=True, verbose_name='当事人到场')),
                ('witness', models.CharField(blank=True, max_length=100, verbose_name='见证人')),
                ('statement', models.TextField(blank=True, verbose_name='当事人的陈述和申辩')),
                ('recording', models.CharField(blank=True, max_length=200, verbose_name='全程音像记录')),
                ('seals', models.CharField(blank=True, max_length=200, verbose_name='封条')),
                ('custodian', models.CharField(blank=True, max_length=50, verbose_name='保管人')),
                ('release_ground', models.CharField(blank=True, choices=[('no_breach', '当事人没有违法行为'), ('unrelated', '查封、扣押的场所、设施或者财物与违法行为无关'), ('decided', '对违法行为已经作出处理决定，不再需要查封、扣押'), ('expired', '查封、扣押期限已经届满'), ('other', '其他不再需要采取查封、扣押措施的情形')], max_length=12, verbose_name='解除的情形')),
                ('release_reasons', models.TextField(blank=True, verbose_name='解除的理由')),
                ('released_at', models.DateTimeField(blank=True, null=True, verbose_name='解除时间')),
                ('ended_how', models.TextField(blank=True, verbose_name='最后的处理')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seizures', to='penalty.case')),
            ],
            options={
                'verbose_name': '查封扣押',
            },
            bases=('engine.matter',),
        ),
        migrations.CreateModel(
            name='Testing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('institution', models.CharField(max_length=100, verbose_name='机构')),
                ('what', models.CharField(max_length=200, verbose_name='检测、检验、检疫或者技术鉴定的事项')),
                ('from_on', models.DateField(verbose_name='起日')),
                ('until_on', models.DateField(verbose_name='止日')),
                ('told_how', models.CharField(blank=True, max_length=200, verbose_name='告知当事人的方式')),
                ('done_on', models.DateField(blank=True, null=True, verbose_name='完成日期')),
                ('result', models.TextField(blank=True, verbose_name='结果')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
            ],
            options={
                'verbose_name': '检测期间',
                'ordering': ['id'],
            },
        ),
    ]
