"""Reviews of cases and executions."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from mingzhi.core.organs.first_tables import FirstTables


class Migration(FirstTables):

    initial = True
    replaces = [
        ("review", "0001_reviews_of_cases"),
        ("review", "0002_reviews_of_executions"),
    ]

    dependencies = [
        ("documents", "0001_tables"),
        ("enforcement", "0001_tables"),
        ("engine", "0001_tables"),
        ("penalty", "0001_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Liability',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('persons', models.CharField(max_length=200, verbose_name='责任人员')),
                ('breach', models.TextField(verbose_name='违反制度的情形')),
                ('harm', models.TextField(verbose_name='造成的损害或者影响')),
                ('consequence', models.TextField(verbose_name='追究的责任')),
                ('decided_by', models.CharField(max_length=100, verbose_name='作出处理的机关（机构）')),
                ('decided_on', models.DateField(verbose_name='处理日期')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
            ],
            options={
                'verbose_name': '责任追究',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Submission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('round', models.PositiveSmallIntegerField(verbose_name='轮次')),
                ('submitted_at', models.DateTimeField(verbose_name='送审时间')),
                ('facts', models.TextField(verbose_name='基本事实')),
                ('law_and_benchmark', models.TextField(verbose_name='适用法律、法规、规章和执行裁量基准的情况')),
                ('evidence_taking', models.TextField(verbose_name='调查取证情况')),
                ('other', models.TextField(verbose_name='其他需要说明的情况')),
                ('changes', models.TextField(blank=True, verbose_name='与上次送审的变化')),
                ('proposed_decision', models.TextField(verbose_name='拟作出的决定')),
                ('reasons', models.JSONField(default=list, verbose_name='属于重大决定的情形')),
                ('penalties', models.JSONField(default=list)),
                ('found', models.TextField(blank=True)),
                ('order', models.JSONField(default=dict, verbose_name='拟作出的强制执行决定')),
                ('package', models.JSONField(default=list, verbose_name='送审材料')),
                ('received_at', models.DateTimeField(blank=True, null=True, verbose_name='收件时间')),
                ('returned_at', models.DateTimeField(blank=True, null=True, verbose_name='退回时间')),
                ('missing', models.JSONField(default=list, verbose_name='缺少的材料')),
                ('returned_because', models.TextField(blank=True, verbose_name='退回的理由')),
                ('result', models.PositiveSmallIntegerField(blank=True, choices=[(0, '同意'), (1, '改正'), (2, '重新调查、补充调查或者不予作出行政执法决定'), (3, '移送')], null=True, verbose_name='审核意见')),
                ('course', models.CharField(blank=True, choices=[('anew', '重新调查'), ('more', '补充调查'), ('none', '不予作出行政执法决定')], max_length=8, verbose_name='处理')),
                ('opinion', models.TextField(blank=True, verbose_name='审核意见和建议')),
                ('issued_at', models.DateTimeField(blank=True, null=True, verbose_name='出具时间')),
                ('issued_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
                ('received_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('returned_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('submitted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': '送审',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Question',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question', models.TextField(verbose_name='问题')),
                ('asked_at', models.DateTimeField()),
                ('answer', models.TextField(blank=True, verbose_name='答复')),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
                ('submission', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='review.submission')),
            ],
            options={
                'verbose_name': '了解案情',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Finding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('aspect', models.CharField(choices=[('authority', '行政执法主体是否合法'), ('officers', '行政执法人员是否具备执法资格'), ('procedure', '行政执法程序是否合法'), ('facts', '案件事实是否清楚，证据是否合法充分'), ('law', '适用法律、法规、规章是否准确'), ('discretion', '裁量基准运用是否适当'), ('competence', '执法是否超越执法机关法定权限'), ('papers', '行政执法文书是否完备、规范'), ('crime', '违法行为是否涉嫌犯罪、需要移送司法机关'), ('other', '其他应当审核的内容')], max_length=12, verbose_name='审核方面')),
                ('verdict', models.CharField(choices=[('fit', '合格'), ('flawed', '瑕疵'), ('unfit', '不合格')], max_length=8, verbose_name='结论')),
                ('grounds', models.TextField(blank=True, verbose_name='理由')),
                ('page', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='页')),
                ('found_at', models.DateTimeField()),
                ('document', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.document', verbose_name='所指文书')),
                ('found_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
                ('submission', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='findings', to='review.submission')),
            ],
            options={
                'verbose_name': '逐项审核',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='CoReviewer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('counsel', '镇法律顾问'), ('justice', '司法所人员')], max_length=12, verbose_name='身份')),
                ('name', models.CharField(max_length=50, verbose_name='姓名')),
                ('unit', models.CharField(blank=True, max_length=100, verbose_name='单位')),
                ('opinion', models.TextField(verbose_name='意见')),
                ('on', models.DateField(verbose_name='日期')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
                ('submission', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='coreviewers', to='review.submission')),
            ],
            options={
                'verbose_name': '会同审核',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('matter_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='engine.matter')),
                ('round', models.PositiveSmallIntegerField(default=0, verbose_name='轮次')),
                ('result', models.PositiveSmallIntegerField(blank=True, choices=[(0, '同意'), (1, '改正'), (2, '重新调查、补充调查或者不予作出行政执法决定'), (3, '移送')], null=True, verbose_name='审核意见')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='penalty.case')),
                ('execution', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='legal_reviews', to='enforcement.enforcement')),
                ('reviewer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='审核人')),
            ],
            options={
                'verbose_name': '法制审核',
                'constraints': [models.UniqueConstraint(condition=models.Q(('execution__isnull', True)), fields=('case',), name='a_case_has_one_review'), models.UniqueConstraint(fields=('execution',), name='an_execution_has_one_review')],
            },
            bases=('engine.matter',),
        ),
        migrations.AddConstraint(
            model_name='submission',
            constraint=models.UniqueConstraint(fields=('matter', 'round'), name='a_round_is_submitted_once'),
        ),
        migrations.AddConstraint(
            model_name='finding',
            constraint=models.UniqueConstraint(fields=('submission', 'aspect'), name='an_aspect_is_judged_once_a_round'),
        ),
    ]
