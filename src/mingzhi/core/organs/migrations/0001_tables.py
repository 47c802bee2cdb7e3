"""Authorities, people, posts, units, certificates, calendars."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from mingzhi.core.organs.first_tables import FirstTables


class Migration(FirstTables):

    initial = True
    replaces = [
        ("organs", "0001_authorities_people_posts"),
        ("organs", "0002_legal_qualification_of_reviewers"),
        ("organs", "0003_given_passwords_and_entered_years"),
        ("organs", "0004_post_of_discipline_inspection"),
        ("organs", "0005_given_passwords_know_since_when"),
    ]

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('username', models.CharField(max_length=50, unique=True)),
                ('name', models.CharField(max_length=50)),
                ('duty', models.CharField(blank=True, help_text='职务', max_length=50)),
                ('legal_qualification', models.CharField(blank=True, max_length=40, verbose_name='法律职业资格证书号')),
                ('reviews_since', models.DateField(blank=True, null=True, verbose_name='从事法制审核的起始日')),
                ('is_active', models.BooleanField(default=True)),
                ('password_changed_at', models.DateTimeField(blank=True, null=True)),
                ('password_given', models.BooleanField(default=False, help_text='密码是别人给的一次性密码，本人登录后须先改掉')),
            ],
            options={
                'verbose_name': '人员',
            },
        ),
        migrations.CreateModel(
            name='Authority',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('town', '乡镇人民政府'), ('district', '区县')], max_length=16)),
                ('code', models.CharField(max_length=32, unique=True)),
                ('region', models.CharField(max_length=64, unique=True)),
                ('name', models.CharField(max_length=100)),
                ('place', models.CharField(help_text='简称，用于页面标题，如“石壕镇”', max_length=50)),
                ('word', models.CharField(help_text='机关代字，如“綦石壕府”', max_length=20)),
                ('credit_code', models.CharField(blank=True, max_length=18)),
                ('address', models.CharField(blank=True, max_length=200)),
                ('phone', models.CharField(blank=True, max_length=40)),
                ('postcode', models.CharField(blank=True, max_length=10)),
                ('review_organ', models.CharField(blank=True, help_text='行政复议机关', max_length=100)),
                ('court', models.CharField(blank=True, help_text='行政诉讼管辖法院', max_length=100)),
                ('fine_bank', models.CharField(blank=True, help_text='代收罚款机构、地址和账户', max_length=200)),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='organs.authority')),
            ],
            options={
                'verbose_name': '机关',
            },
        ),
        migrations.CreateModel(
            name='Appointment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('post', models.CharField(choices=[('officer', '执法人员'), ('captain', '大队长'), ('reviewer', '法制审核人员'), ('deputy', '分管领导'), ('mayor', '镇长'), ('clerk', '党政办经办人'), ('archivist', '档案管理员'), ('equipment_keeper', '装备管理员'), ('hearing_chair', '听证主持人'), ('supervisor', '司法所监督人员'), ('discipline', '纪检监察人员'), ('system_admin', '系统管理员'), ('security_admin', '安全管理员'), ('auditor', '审计管理员')], max_length=32)),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to=settings.AUTH_USER_MODEL)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='organs.authority')),
            ],
            options={
                'verbose_name': '任职',
            },
        ),
        migrations.AddField(
            model_name='user',
            name='authority',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='people', to='organs.authority'),
        ),
        migrations.CreateModel(
            name='Certificate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(max_length=40)),
                ('issuer', models.CharField(max_length=100)),
                ('scope', models.CharField(help_text='行政执法类别', max_length=100)),
                ('valid_from', models.DateField()),
                ('valid_until', models.DateField()),
                ('withdrawn_on', models.DateField(blank=True, help_text='暂扣、收回或者注销之日', null=True)),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='certificates', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': '行政执法证',
            },
        ),
        migrations.CreateModel(
            name='Key',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100)),
                ('scope', models.CharField(choices=[('read', '只读'), ('act', '办理'), ('upload', '上传'), ('clues', '线索')], max_length=16)),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('made_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='keys', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': '接口密钥',
            },
        ),
        migrations.CreateModel(
            name='Unit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100)),
                ('kind', models.CharField(choices=[('own', '本镇机构'), ('stationed', '派驻机构'), ('district', '区级部门')], max_length=16)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='units', to='organs.authority')),
            ],
            options={
                'verbose_name': '机构',
            },
        ),
        migrations.AddField(
            model_name='user',
            name='unit',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='people', to='organs.unit'),
        ),
        migrations.CreateModel(
            name='WorkYear',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField()),
                ('rest_days', models.JSONField(default=list, help_text='放假的日期，YYYY-MM-DD')),
                ('makeup_days', models.JSONField(default=list, help_text='调休上班的日期，YYYY-MM-DD')),
                ('source', models.CharField(help_text='通知的文号', max_length=200)),
                ('entered_at', models.DateTimeField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='work_years', to='organs.authority')),
                ('entered_by', models.ForeignKey(blank=True, help_text='随镇设置文件录入的为空', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': '工作日历',
            },
        ),
        migrations.AddConstraint(
            model_name='authority',
            constraint=models.CheckConstraint(condition=models.Q(('kind', 'district'), ('parent__isnull', False), _connector='OR'), name='a_town_has_its_district', violation_error_message='乡镇必须隶属于区县。'),
        ),
        migrations.AddIndex(
            model_name='appointment',
            index=models.Index(fields=['authority', 'post'], name='appointment_by_post'),
        ),
        migrations.AddConstraint(
            model_name='certificate',
            constraint=models.UniqueConstraint(fields=('number',), name='a_certificate_number_is_unique'),
        ),
        migrations.AddConstraint(
            model_name='certificate',
            constraint=models.CheckConstraint(condition=models.Q(('valid_until__gte', models.F('valid_from'))), name='a_certificate_ends_after_it_begins'),
        ),
        migrations.AddConstraint(
            model_name='unit',
            constraint=models.UniqueConstraint(fields=('authority', 'name'), name='a_unit_is_named_once'),
        ),
        migrations.AddConstraint(
            model_name='workyear',
            constraint=models.UniqueConstraint(fields=('authority', 'year'), name='a_work_year_is_entered_once'),
        ),
    ]
