"""Remedies against decisions."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from mingzhi.core.organs.first_tables import FirstTables


class Migration(FirstTables):

    initial = True
    replaces = [
        ("remedy", "0001_remedies_against_decisions"),
    ]

    dependencies = [
        ("engine", "0001_tables"),
        ("penalty", "0001_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Appearance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField(verbose_name='日期')),
                ('place', models.CharField(max_length=200, verbose_name='地点')),
                ('head_appeared', models.BooleanField(default=False, verbose_name='机关负责人出庭')),
                ('person', models.CharField(max_length=100, verbose_name='出庭（出席）人')),
                ('because', models.CharField(blank=True, max_length=300, verbose_name='负责人不能出庭的理由')),
                ('course', models.TextField(blank=True, verbose_name='经过')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
            ],
            options={
                'verbose_name': '出庭',
            },
        ),
        migrations.CreateModel(
            name='Remedy',
            fields=[
                ('matter_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='engine.matter')),
                ('remedy_kind', models.CharField(choices=[('review', '行政复议'), ('suit', '行政诉讼（一审）'), ('appeal', '行政诉讼（二审）')], max_length=8, verbose_name='种类')),
                ('organ', models.CharField(max_length=100, verbose_name='复议机关（人民法院）')),
                ('file_number', models.CharField(blank=True, max_length=100, verbose_name='案号')),
                ('applicant', models.CharField(max_length=100, verbose_name='申请人（原告）')),
                ('claims', models.TextField(verbose_name='请求和理由')),
                ('simple', models.BooleanField(default=False, verbose_name='适用简易程序')),
                ('applied_on', models.DateField(blank=True, null=True, verbose_name='申请（起诉）日期')),
                ('received_on', models.DateField(blank=True, null=True, verbose_name='收到副本日期')),
                ('stopped_on', models.DateField(blank=True, null=True, verbose_name='停止执行之日')),
                ('stopped_because', models.CharField(blank=True, max_length=300, verbose_name='停止执行的理由')),
                ('answer_facts', models.TextField(blank=True, verbose_name='事实和证据')),
                ('answer_law', models.TextField(blank=True, verbose_name='程序和依据')),
                ('answer_request', models.TextField(blank=True, verbose_name='答复（答辩）请求')),
                ('answer_evidence', models.JSONField(default=list, verbose_name='证据清单')),
                ('answered_on', models.DateField(blank=True, null=True, verbose_name='答复（答辩）日期')),
                ('result', models.CharField(blank=True, choices=[('upheld', '维持（驳回诉讼请求）'), ('dismissed', '驳回申请（起诉）'), ('withdrawn', '撤回申请（撤诉）'), ('settled', '调解、和解'), ('changed', '变更'), ('revoked', '撤销'), ('unlawful', '确认违法'), ('void', '确认无效')], max_length=10, verbose_name='结果')),
                ('result_number', models.CharField(blank=True, max_length=100, verbose_name='决定书（裁判文书）文号')),
                ('result_on', models.DateField(blank=True, null=True, verbose_name='收到结果日期')),
                ('result_words', models.TextField(blank=True, verbose_name='结果的主要内容')),
                ('penalties', models.JSONField(default=list, verbose_name='变更后的处罚')),
                ('redo', models.BooleanField(default=False, verbose_name='责令重新作出')),
                ('opinion_on', models.DateField(blank=True, null=True, verbose_name='收到复议意见书（司法建议）日期')),
                ('reported_back_on', models.DateField(blank=True, null=True, verbose_name='反馈日期')),
                ('effective_on', models.DateField(blank=True, null=True, verbose_name='生效日期')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='remedies', to='penalty.case')),
                ('drafted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': '复议诉讼',
            },
            bases=('engine.matter',),
        ),
    ]
