"""Executions of decisions."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from mingzhi.core.organs.first_tables import FirstTables


class Migration(FirstTables):

    initial = True
    replaces = [
        ("enforcement", "0001_executions_of_decisions"),
        ("enforcement", "0002_proposals"),
        ("enforcement", "0003_deliberations"),
    ]

    dependencies = [
        ("engine", "0001_tables"),
        ("penalty", "0001_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Agreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('steps', models.JSONField(default=list, verbose_name='分期履行')),
                ('remedial', models.TextField(blank=True, verbose_name='补救措施')),
                ('waived_yuan', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='减免的加处罚款')),
                ('agreed_on', models.DateField(verbose_name='签订日期')),
                ('kept_on', models.DateField(blank=True, null=True, verbose_name='履行完毕日')),
                ('broken_on', models.DateField(blank=True, null=True, verbose_name='不履行登记日')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
            ],
            options={
                'verbose_name': '执行协议',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Application',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('court', models.CharField(max_length=100, verbose_name='人民法院')),
                ('requested', models.TextField(verbose_name='申请执行的事项')),
                ('applied_on', models.DateField(verbose_name='申请日期')),
                ('docket', models.CharField(blank=True, max_length=100, verbose_name='案号')),
                ('accepted_on', models.DateField(blank=True, null=True, verbose_name='受理日期')),
                ('refused_on', models.DateField(blank=True, null=True, verbose_name='不予受理裁定送达日')),
                ('ruled_on', models.DateField(blank=True, null=True, verbose_name='裁定送达日')),
                ('granted', models.BooleanField(null=True, verbose_name='准予执行')),
                ('appealed_on', models.DateField(blank=True, null=True, verbose_name='申请复议日期')),
                ('appeal_lost', models.BooleanField(default=False, verbose_name='复议未获支持')),
                ('reasons', models.TextField(blank=True, verbose_name='裁定理由')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
            ],
            options={
                'verbose_name': '申请法院强制执行',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Enforcement',
            fields=[
                ('matter_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='engine.matter')),
                ('way', models.CharField(choices=[('court', '申请人民法院强制执行'), ('demolish', '强制拆除'), ('substitute', '代履行'), ('clear', '立即代履行')], max_length=12, verbose_name='执行方式')),
                ('covers_money', models.BooleanField(default=False, verbose_name='执行金钱给付义务')),
                ('covers_act', models.BooleanField(default=False, verbose_name='执行行为义务')),
                ('duties', models.TextField(verbose_name='未履行的义务')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='履行期限届满日')),
                ('checked_on', models.DateField(verbose_name='核查日期')),
                ('checked', models.TextField(verbose_name='未履行的情况')),
                ('held_stage', models.CharField(blank=True, max_length=32)),
                ('result', models.CharField(blank=True, choices=[('enforced', '强制执行完毕'), ('performed', '当事人已履行'), ('kept', '执行协议履行完毕'), ('court_done', '法院执行完毕'), ('court_stopped', '法院终结执行'), ('ended', '终结执行')], max_length=20, verbose_name='执行结果')),
                ('result_words', models.TextField(blank=True, verbose_name='结果说明')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='enforcements', to='penalty.case')),
            ],
            options={
                'verbose_name': '强制执行',
            },
            bases=('engine.matter',),
        ),
        migrations.CreateModel(
            name='Execution',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_at', models.DateTimeField(verbose_name='开始时间')),
                ('until_at', models.DateTimeField(verbose_name='结束时间')),
                ('place', models.CharField(max_length=200, verbose_name='地点')),
                ('course', models.TextField(verbose_name='执行经过')),
                ('goods', models.JSONField(default=list, verbose_name='物品清单')),
                ('party_absent', models.BooleanField(default=False, verbose_name='当事人不在场')),
                ('witness', models.CharField(blank=True, max_length=100, verbose_name='见证人')),
                ('emergency', models.TextField(blank=True, verbose_name='紧急情况')),
                ('performer', models.CharField(blank=True, max_length=100, verbose_name='实施（代履行）人')),
                ('cost_yuan', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='费用')),
                ('officers', models.JSONField(default=list)),
                ('signatures', models.JSONField(default=dict)),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
            ],
            options={
                'verbose_name': '实施执行',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Order',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reasons', models.TextField(verbose_name='强制执行的理由')),
                ('manner', models.TextField(verbose_name='执行方式')),
                ('begins_at', models.DateTimeField(verbose_name='执行时间')),
                ('harm', models.CharField(blank=True, choices=[('traffic', '危害交通安全'), ('pollution', '造成环境污染'), ('nature', '破坏自然资源'), ('road', '道路、河道、航道或者公共场所需要立即清除')], max_length=12, verbose_name='后果')),
                ('performer', models.CharField(blank=True, max_length=100, verbose_name='代履行人')),
                ('estimate_yuan', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='费用预算')),
                ('estimate_because', models.TextField(blank=True, verbose_name='费用预算的依据')),
                ('decided_at', models.DateTimeField()),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
            ],
            options={
                'verbose_name': '强制执行决定',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Pause',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ground', models.CharField(choices=[('unable', '当事人履行确有困难或者暂无履行能力'), ('claim', '第三人对执行标的主张权利，确有理由'), ('loss', '执行可能造成难以弥补的损失，且中止执行不损害公共利益'), ('other', '行政机关认为需要中止执行的其他情形')], max_length=12, verbose_name='中止的情形')),
                ('harmless', models.BooleanField(default=False, verbose_name='没有明显社会危害，当事人确无能力履行')),
                ('reasons', models.TextField(verbose_name='理由')),
                ('paused_on', models.DateField(verbose_name='中止日期')),
                ('resumed_on', models.DateField(blank=True, null=True, verbose_name='恢复日期')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
            ],
            options={
                'verbose_name': '中止执行',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Plea',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('made_by', models.CharField(max_length=50, verbose_name='陈述申辩人')),
                ('from_at', models.DateTimeField(verbose_name='开始时间')),
                ('until_at', models.DateTimeField(verbose_name='结束时间')),
                ('content', models.TextField(verbose_name='陈述申辩的内容')),
                ('reasons', models.TextField(blank=True, verbose_name='理由和证据')),
                ('answer', models.CharField(choices=[('accepted', '成立，予以采纳'), ('partly', '部分采纳'), ('rejected', '不成立，不予采纳')], max_length=12, verbose_name='复核结果')),
                ('review', models.TextField(verbose_name='复核意见和理由')),
                ('heard_at', models.DateTimeField()),
                ('officers', models.JSONField(default=list)),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
            ],
            options={
                'verbose_name': '催告后陈述申辩',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reasons', models.TextField(verbose_name='强制执行的理由')),
                ('manner', models.TextField(verbose_name='执行方式')),
                ('begins_at', models.DateTimeField(verbose_name='执行时间')),
                ('opinion', models.TextField(verbose_name='承办人意见')),
                ('proposed_at', models.DateTimeField()),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
                ('proposed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': '拟作出的强制执行决定',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Deliberation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_at', models.DateTimeField(verbose_name='开始时间')),
                ('until_at', models.DateTimeField(verbose_name='结束时间')),
                ('place', models.CharField(max_length=200, verbose_name='地点')),
                ('recorder', models.CharField(max_length=50, verbose_name='记录人')),
                ('members', models.JSONField(default=list, verbose_name='讨论成员')),
                ('attendants', models.JSONField(default=list, verbose_name='列席人员')),
                ('case_put', models.TextField(verbose_name='承办人汇报')),
                ('reasons', models.TextField(verbose_name='结论的理由')),
                ('discussed_at', models.DateTimeField(verbose_name='登记时间')),
                ('signatures', models.JSONField(default=dict)),
                ('agreed', models.BooleanField(verbose_name='同意作出强制执行决定')),
                ('chair', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='主持人')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deliberations', to='enforcement.proposal')),
            ],
            options={
                'verbose_name': '强制执行的集体讨论',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='PublicNotice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('posted_at', models.DateTimeField(verbose_name='张贴时间')),
                ('carrier', models.CharField(max_length=200, verbose_name='公告载体')),
                ('remove_by_on', models.DateField(verbose_name='自行拆除期限')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
            ],
            options={
                'verbose_name': '限期拆除公告',
                'ordering': ['id'],
            },
        ),
    ]
