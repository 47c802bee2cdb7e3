"""Originals and their custody."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from mingzhi.core.organs.first_tables import FirstTables


class Migration(FirstTables):

    initial = True
    replaces = [
        ("footage", "0001_originals"),
        ("footage", "0002_custody_of_originals"),
        ("footage", "0003_images_put_together_again"),
    ]

    dependencies = [
        ("engine", "0001_tables"),
        ("equipment", "0001_tables"),
        ("vault", "0001_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AccessRequest',
            fields=[
                ('matter_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='engine.matter')),
                ('want', models.CharField(choices=[('look', '调阅'), ('copy', '复制')], max_length=4, verbose_name='方式')),
                ('because', models.TextField(verbose_name='工作需要和理由')),
                ('granted_until', models.DateTimeField(blank=True, null=True, verbose_name='准许至')),
                ('answer', models.TextField(blank=True, verbose_name='批准意见或者不批准的理由')),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='批准人')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='申请人')),
            ],
            options={
                'verbose_name': '音像资料调阅',
            },
            bases=('engine.matter',),
        ),
        migrations.CreateModel(
            name='Clearing',
            fields=[
                ('matter_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='engine.matter')),
                ('because', models.TextField(verbose_name='没有保存价值的理由')),
                ('may_clear_at', models.DateTimeField(blank=True, null=True, verbose_name='冷静期届满')),
                ('ended_because', models.TextField(blank=True, verbose_name='不同意或者停止的理由')),
                ('first_approver', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('proposed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='提出人')),
                ('second_approver', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': '音像资料清理',
            },
            bases=('engine.matter',),
        ),
        migrations.CreateModel(
            name='Clip',
            fields=[
                ('matter_ptr', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, related_name='+', serialize=False, to='engine.matter')),
                ('name', models.CharField(max_length=200, verbose_name='原文件名')),
                ('medium', models.CharField(choices=[('video', '录像'), ('audio', '录音'), ('photo', '照片')], max_length=8, verbose_name='种类')),
                ('sequence', models.PositiveIntegerField(blank=True, null=True, verbose_name='设备编排的序号')),
                ('began_at', models.DateTimeField(blank=True, null=True, verbose_name='开始时间')),
                ('ended_at', models.DateTimeField(blank=True, null=True, verbose_name='结束时间')),
                ('clock_offset_seconds', models.DecimalField(decimal_places=1, default=0, max_digits=10, verbose_name='时钟偏差（秒）')),
                ('facts', models.JSONField(default=dict, verbose_name='文件信息')),
                ('read_at', models.DateTimeField(blank=True, null=True, verbose_name='读取文件信息时间')),
                ('exported_at', models.DateTimeField(verbose_name='导出时间')),
                ('unbound_because', models.CharField(blank=True, choices=[('test', '使用前检查、试录'), ('training', '培训演练'), ('accident', '误触录制'), ('unrelated', '与执法工作无关')], max_length=12, verbose_name='不归入执法活动的原因')),
                ('unbound_words', models.CharField(blank=True, max_length=300, verbose_name='说明')),
                ('secrecy', models.CharField(choices=[('none', '不涉密'), ('privacy', '个人隐私'), ('trade', '商业秘密'), ('state', '国家秘密')], default='none', max_length=8, verbose_name='涉密情况')),
                ('permanent_class', models.CharField(blank=True, choices=[('dispute', '行政管理相对人有异议，可能投诉、上访'), ('obstruction', '逃避、拒绝、阻碍执法，或者谩骂、侮辱、殴打执法人员'), ('other', '其他重大、敏感情况')], max_length=12, verbose_name='长期保存的情形')),
                ('permanent_because', models.TextField(blank=True, verbose_name='长期保存的理由')),
                ('keep_until', models.DateField(blank=True, null=True, verbose_name='延长保存至')),
                ('activity', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='clips', to='engine.matter', verbose_name='执法活动')),
                ('blob', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='clips', to='vault.blob')),
                ('brought_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='采集人')),
                ('device', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='footage', to='equipment.device', verbose_name='设备')),
                ('taken_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='摄录人')),
            ],
            options={
                'verbose_name': '音像资料',
            },
            bases=('engine.matter',),
        ),
        migrations.CreateModel(
            name='AskedClip',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
                ('clip', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='asked_for', to='footage.clip')),
            ],
            options={
                'verbose_name': '申请调阅的资料',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Copy',
            fields=[
                ('matter_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='engine.matter')),
                ('form', models.CharField(choices=[('marked', '加水印的副本'), ('original', '未经处理的原件')], max_length=8, verbose_name='形式')),
                ('recipient_kind', models.CharField(choices=[('inside', '本机关人员工作使用'), ('oversight', '纪检监察、法制审核、执法监督机构'), ('justice', '复议机关、人民法院、公安机关'), ('party', '当事人及其代理人'), ('public', '新闻媒体、互联网发布'), ('other', '其他单位和个人')], max_length=12, verbose_name='提供对象')),
                ('recipient', models.CharField(max_length=200, verbose_name='接收单位（个人）')),
                ('purpose', models.CharField(max_length=200, verbose_name='用途')),
                ('basis', models.CharField(blank=True, max_length=300, verbose_name='依据')),
                ('from_s', models.DecimalField(decimal_places=1, default=0, max_digits=9, verbose_name='从（秒）')),
                ('until_s', models.DecimalField(blank=True, decimal_places=1, max_digits=9, null=True, verbose_name='到（秒）')),
                ('blurs', models.JSONField(default=list, verbose_name='模糊处理')),
                ('unblurred_because', models.CharField(blank=True, max_length=300, verbose_name='不作模糊处理的理由')),
                ('approved_at', models.DateTimeField(blank=True, null=True, verbose_name='批准时间')),
                ('parent_sha256', models.CharField(blank=True, max_length=64, verbose_name='原件 SHA-256')),
                ('recipe', models.JSONField(default=dict, verbose_name='处理方法')),
                ('tool', models.CharField(blank=True, max_length=100, verbose_name='处理工具')),
                ('made_at', models.DateTimeField(blank=True, null=True, verbose_name='制作时间')),
                ('rechecked_at', models.DateTimeField(blank=True, null=True, verbose_name='原件复核时间')),
                ('problem', models.TextField(blank=True, verbose_name='没有制作成功的原因')),
                ('receiver', models.CharField(blank=True, max_length=50, verbose_name='签收人')),
                ('handed_at', models.DateTimeField(blank=True, null=True, verbose_name='提供时间')),
                ('approved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='申请人')),
                ('clip', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='copies', to='footage.clip')),
                ('output', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='vault.blob')),
            ],
            options={
                'verbose_name': '音像资料复制',
            },
            bases=('engine.matter',),
        ),
        migrations.CreateModel(
            name='Disc',
            fields=[
                ('matter_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='engine.matter')),
                ('label', models.CharField(max_length=60, verbose_name='标号')),
                ('subject_name', models.CharField(max_length=300, verbose_name='执法活动或者案件名称')),
                ('image_sha256', models.CharField(blank=True, max_length=64, verbose_name='映像 SHA-256')),
                ('image_bytes', models.BigIntegerField(blank=True, null=True, verbose_name='映像大小')),
                ('built_at', models.DateTimeField(blank=True, null=True, verbose_name='映像制作时间')),
                ('problem', models.TextField(blank=True, verbose_name='没有制作成功的原因')),
                ('burned_on', models.DateField(blank=True, null=True, verbose_name='刻录日期')),
                ('discs', models.JSONField(default=list, verbose_name='光盘')),
                ('checked_at', models.DateTimeField(blank=True, null=True, verbose_name='校验时间')),
                ('place', models.CharField(blank=True, max_length=100, verbose_name='存放位置')),
                ('second_place', models.CharField(blank=True, max_length=100, verbose_name='另一份存放位置')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='制作人')),
                ('subject', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='engine.matter', verbose_name='执法活动或者案件')),
            ],
            options={
                'verbose_name': '音像资料光盘',
            },
            bases=('engine.matter',),
        ),
        migrations.CreateModel(
            name='DiscClip',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='盘内文件名')),
                ('sha256', models.CharField(max_length=64)),
                ('clip', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='on_discs', to='footage.clip')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
            ],
            options={
                'verbose_name': '光盘内容',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='DiscFrame',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('packed', models.TextField()),
                ('disc', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='frame', to='footage.disc')),
            ],
            options={
                'verbose_name': '光盘映像的框架',
            },
        ),
        migrations.CreateModel(
            name='Hold',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('hold_kind', models.CharField(choices=[('complaint', '投诉举报'), ('review', '行政复议'), ('litigation', '行政诉讼'), ('inspection', '纪检监察、监督检查、审计')], max_length=12, verbose_name='原因')),
                ('because', models.TextField(verbose_name='理由')),
                ('placed_at', models.DateTimeField(verbose_name='设置时间')),
                ('lifted_at', models.DateTimeField(blank=True, null=True, verbose_name='解除时间')),
                ('lifted_because', models.TextField(blank=True, verbose_name='解除理由')),
                ('lifted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
                ('placed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': '暂停清理',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='LostImage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('because', models.TextField(verbose_name='遗失、损坏的情况')),
                ('told_at', models.DateTimeField(verbose_name='报告时间')),
                ('ended_at', models.DateTimeField(blank=True, null=True, verbose_name='办结时间')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
                ('told_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': '映像遗失、损坏',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Misuse',
            fields=[
                ('matter_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='engine.matter')),
                ('misuse_kind', models.CharField(choices=[('not_worn', '在执法过程中不按规定佩戴或使用音像记录设备'), ('falsified', '对执法信息进行删减、修改、弄虚作假'), ('abused', '滥用、私用设备，或者将设备交由非执法人员使用'), ('leaked', '私自复制、保存或者传播、泄露执法音像信息'), ('damaged', '故意毁坏音像记录设备或者音像资料存储设备'), ('other', '其他严重违反音像记录设备使用管理规定的行为')], max_length=12, verbose_name='行为')),
                ('found_on', models.DateField(verbose_name='发现日期')),
                ('what', models.TextField(verbose_name='情况')),
                ('statement', models.TextField(blank=True, verbose_name='本人说明')),
                ('serious', models.BooleanField(default=False, verbose_name='情节严重')),
                ('measure', models.TextField(blank=True, verbose_name='批评教育的情况')),
                ('handed_to', models.CharField(blank=True, max_length=100, verbose_name='移交处理的机构')),
                ('handed_on', models.DateField(blank=True, null=True, verbose_name='移交日期')),
                ('result', models.TextField(blank=True, verbose_name='处理结果')),
                ('clip', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='footage.clip', verbose_name='音像资料')),
                ('device', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='equipment.device', verbose_name='设备')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='行为人')),
            ],
            options={
                'verbose_name': '设备使用违规',
            },
            bases=('engine.matter',),
        ),
        migrations.CreateModel(
            name='Tombstone',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(max_length=64)),
                ('size_bytes', models.BigIntegerField()),
                ('facts', models.JSONField(default=dict, verbose_name='元数据')),
                ('expired_on', models.DateField(verbose_name='保存期限届满日')),
                ('cleared_at', models.DateTimeField(blank=True, null=True, verbose_name='清理时间')),
                ('clip', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tombstones', to='footage.clip')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
            ],
            options={
                'verbose_name': '清理清单',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Viewing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=32, unique=True)),
                ('kind', models.CharField(choices=[('look', '查看'), ('download', '下载')], max_length=8, verbose_name='方式')),
                ('ground', models.CharField(max_length=60, verbose_name='依据')),
                ('purpose', models.CharField(max_length=200, verbose_name='用途')),
                ('opened_at', models.DateTimeField(verbose_name='打开时间')),
                ('closed_at', models.DateTimeField(blank=True, null=True, verbose_name='结束时间')),
                ('unit', models.CharField(default='s', max_length=1)),
                ('spans', models.JSONField(default=list, verbose_name='查看的部分')),
                ('clip', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='viewings', to='footage.clip')),
                ('viewer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': '查看记录',
                'ordering': ['id'],
            },
        ),
        migrations.AddIndex(
            model_name='clip',
            index=models.Index(fields=['exported_at'], name='clip_by_export'),
        ),
        migrations.AddIndex(
            model_name='clip',
            index=models.Index(fields=['device', 'began_at'], name='clip_by_device_and_time'),
        ),
        migrations.AddConstraint(
            model_name='clip',
            constraint=models.UniqueConstraint(fields=('blob', 'device'), name='a_file_of_a_device_is_taken_in_once', nulls_distinct=True),
        ),
        migrations.AddIndex(
            model_name='hold',
            index=models.Index(condition=models.Q(('lifted_at__isnull', True)), fields=['matter'], name='hold_in_force'),
        ),
        migrations.AddIndex(
            model_name='viewing',
            index=models.Index(condition=models.Q(('closed_at__isnull', True)), fields=['opened_at'], name='viewing_still_open'),
        ),
    ]
