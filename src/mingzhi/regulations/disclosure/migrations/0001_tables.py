"""Publications of decisions."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from mingzhi.core.organs.first_tables import FirstTables


class Migration(FirstTables):

    initial = True
    replaces = [
        ("disclosure", "0001_publications_of_decisions"),
        ("disclosure", "0002_withdrawal_objections_and_the_end_of_display"),
    ]

    dependencies = [
        ("engine", "0001_tables"),
        ("penalty", "0001_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Objection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('made_by', models.CharField(max_length=50, verbose_name='提出人')),
                ('content', models.TextField(verbose_name='异议内容')),
                ('received_on', models.DateField(verbose_name='收到日期')),
                ('upheld', models.BooleanField(null=True, verbose_name='异议属实')),
                ('answer', models.TextField(blank=True, verbose_name='核实情况和答复')),
                ('told_on', models.DateField(blank=True, null=True, verbose_name='告知日期')),
                ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='答复时间')),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
                ('registered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': '公示异议',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Publication',
            fields=[
                ('matter_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='engine.matter')),
                ('decision_number', models.CharField(max_length=64, verbose_name='决定书文号')),
                ('decided_on', models.DateField(verbose_name='决定日期')),
                ('ground', models.CharField(blank=True, choices=[('minor', '当事人是未成年人'), ('state_secret', '主要内容涉及国家秘密'), ('trade_secret', '主要内容涉及商业秘密'), ('privacy', '主要内容涉及个人隐私'), ('stability', '公开后可能危及国家安全、公共安全和社会稳定'), ('investigation', '公开后可能影响其他案件调查处理'), ('unsuitable', '认为不适宜公开'), ('forbidden', '法律、法规、规章规定不得公开')], max_length=16, verbose_name='不予公开的情形')),
                ('published_on', models.DateField(blank=True, null=True, verbose_name='公开日期')),
                ('shown_until_on', models.DateField(blank=True, null=True, verbose_name='展示到')),
                ('withdraw_because', models.CharField(blank=True, max_length=500, verbose_name='应当撤回的事由')),
                ('withdrawn_on', models.DateField(blank=True, null=True, verbose_name='撤回日期')),
                ('public_reasons', models.TextField(blank=True, verbose_name='公开说明的撤回理由')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='publications', to='penalty.case')),
            ],
            options={
                'verbose_name': '公示',
            },
            bases=('engine.matter',),
        ),
        migrations.CreateModel(
            name='Withholding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ground', models.CharField(choices=[('minor', '当事人是未成年人'), ('state_secret', '主要内容涉及国家秘密'), ('trade_secret', '主要内容涉及商业秘密'), ('privacy', '主要内容涉及个人隐私'), ('stability', '公开后可能危及国家安全、公共安全和社会稳定'), ('investigation', '公开后可能影响其他案件调查处理'), ('unsuitable', '认为不适宜公开'), ('forbidden', '法律、法规、规章规定不得公开')], max_length=16, verbose_name='情形')),
                ('reasons', models.TextField(verbose_name='理由')),
                ('other_case', models.CharField(blank=True, max_length=200, verbose_name='可能影响的案件')),
                ('basis', models.CharField(blank=True, max_length=200, verbose_name='规定不得公开的条款')),
                ('asked_at', models.DateTimeField(verbose_name='提出时间')),
                ('decided_at', models.DateTimeField(blank=True, null=True, verbose_name='审批时间')),
                ('granted', models.BooleanField(null=True, verbose_name='同意')),
                ('opinion', models.TextField(blank=True, verbose_name='审批意见')),
                ('lifted_at', models.DateTimeField(blank=True, null=True, verbose_name='改为公开的时间')),
                ('lifted_because', models.CharField(blank=True, choices=[('consent', '权利人书面同意公开'), ('interest', '不公开可能对公共利益造成重大影响'), ('over', '不予公开的情形已经消除')], max_length=10, verbose_name='改为公开的根据')),
                ('lifted_reasons', models.TextField(blank=True, verbose_name='改为公开的理由和证明')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('lifted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
            ],
            options={
                'verbose_name': '不予公开',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(verbose_name='第几稿')),
                ('form', models.CharField(choices=[('summary', '摘要公开'), ('full', '全文公开')], max_length=8, verbose_name='公开形式')),
                ('style', models.CharField(choices=[('some', '某某'), ('star', '*')], max_length=8, verbose_name='隐名方式')),
                ('legal_rep', models.CharField(choices=[('hide', '隐去'), ('keep', '显示')], max_length=8, verbose_name='法定代表人（负责人）姓名')),
                ('party', models.CharField(choices=[('hide', '隐去'), ('keep', '显示')], max_length=8, verbose_name='自然人当事人的名字')),
                ('because', models.TextField(blank=True, verbose_name='改变通常做法的理由')),
                ('kept_words', models.JSONField(default=list, verbose_name='核对后保留的字词')),
                ('source_title', models.CharField(max_length=300, verbose_name='案件名称原文')),
                ('source_text', models.TextField(verbose_name='原文')),
                ('title_hidden', models.JSONField(default=list, verbose_name='案件名称中隐去的内容')),
                ('hidden', models.JSONField(default=list, verbose_name='隐去的内容')),
                ('doubts', models.JSONField(default=list, verbose_name='待确认的内容')),
                ('title', models.CharField(max_length=300, verbose_name='公开的案件名称')),
                ('text', models.TextField(verbose_name='公开的内容')),
                ('collected_at', models.DateTimeField(verbose_name='采集时间')),
                ('confirmed_at', models.DateTimeField(blank=True, null=True, verbose_name='确认时间')),
                ('checked_at', models.DateTimeField(blank=True, null=True, verbose_name='审核时间')),
                ('published_at', models.DateTimeField(blank=True, null=True, verbose_name='发布时间')),
                ('checked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('collected_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('confirmed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
                ('published_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': '公示文稿',
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('matter', 'number'), name='an_edition_is_numbered_once')],
            },
        ),
    ]
