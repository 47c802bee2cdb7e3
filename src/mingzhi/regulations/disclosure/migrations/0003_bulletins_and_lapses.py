"""What is published without a case, and lapses of publication."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('disclosure', '0002_objections_sent_by_citizens'),
        ('engine', '0001_tables'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Lapse',
            fields=[
                ('matter_ptr', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, related_name='+', serialize=False, to='engine.matter')),
                ('lapse_kind', models.CharField(choices=[('missing', '不按要求公示'), ('selective', '选择性公示'), ('late', '更新维护不及时')], max_length=12, verbose_name='问题')),
                ('found_on', models.DateField(verbose_name='发现日期')),
                ('what', models.TextField(verbose_name='情况')),
                ('demand', models.TextField(blank=True, verbose_name='整改要求')),
                ('serious', models.BooleanField(default=False, verbose_name='情节严重')),
                ('corrected_on', models.DateField(blank=True, null=True, verbose_name='改正日期')),
                ('correction', models.TextField(blank=True, verbose_name='改正情况')),
                ('measure', models.TextField(blank=True, verbose_name='追究责任的情况')),
                ('concerns', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='disclosure_lapses', to='engine.matter', verbose_name='涉及的办件')),
                ('responsible', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='责任人')),
            ],
            options={
                'verbose_name': '公示问题',
            },
            bases=('engine.matter',),
        ),
        migrations.CreateModel(
            name='Bulletin',
            fields=[
                ('matter_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='engine.matter')),
                ('topic', models.CharField(choices=[('body', '执法主体和人员'), ('powers', '职责权限'), ('basis', '执法依据和委托协议'), ('course', '执法程序'), ('sampling', '随机抽查事项清单'), ('remedy', '救济渠道'), ('advance', '其他事前公开信息'), ('during', '事中公示信息'), ('inspected', '抽查和检查结果'), ('result', '其他事后公开信息')], max_length=12, verbose_name='栏目')),
                ('required_by', models.CharField(blank=True, max_length=200, verbose_name='规定应当公开的依据')),
                ('formed_on', models.DateField(verbose_name='形成（变更）日期')),
                ('ground', models.CharField(blank=True, max_length=16, verbose_name='不予公开的情形')),
                ('published_on', models.DateField(blank=True, null=True, verbose_name='公开日期')),
                ('until_on', models.DateField(blank=True, null=True, verbose_name='更新或者停止公开的日期')),
                ('ended_because', models.CharField(blank=True, max_length=300, verbose_name='停止公开的理由')),
                ('first', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='later_versions', to='disclosure.bulletin')),
                ('replaces', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='disclosure.bulletin')),
            ],
            options={
                'verbose_name': '公示信息',
                'indexes': [models.Index(fields=['topic', 'published_on'], name='bulletin_by_topic')],
            },
            bases=('engine.matter',),
        ),
        migrations.CreateModel(
            name='Sheet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(verbose_name='第几稿')),
                ('title', models.CharField(max_length=200, verbose_name='公开的标题')),
                ('text', models.TextField(blank=True, verbose_name='公开的内容')),
                ('rows', models.JSONField(default=list, verbose_name='随机抽查事项')),
                ('kept_words', models.JSONField(default=list, verbose_name='核对后保留的字词')),
                ('changes', models.CharField(blank=True, max_length=300, verbose_name='更正了什么')),
                ('collected_at', models.DateTimeField(verbose_name='采集时间')),
                ('checked_at', models.DateTimeField(blank=True, null=True, verbose_name='审核时间')),
                ('published_at', models.DateTimeField(blank=True, null=True, verbose_name='发布时间')),
                ('checked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('collected_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
                ('published_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': '公示信息文稿',
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('matter', 'number'), name='a_sheet_is_numbered_once')],
            },
        ),
    ]
