"""Activities and their recordings."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from mingzhi.core.organs.first_tables import FirstTables


class Migration(FirstTables):

    initial = True
    replaces = [
        ("recording", "0001_activities"),
    ]

    dependencies = [
        ("engine", "0001_tables"),
        ("equipment", "0001_tables"),
        ("footage", "0001_tables"),
        ("penalty", "0001_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Activity',
            fields=[
                ('matter_ptr', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, related_name='+', serialize=False, to='engine.matter')),
                ('what', models.CharField(choices=[('inspection', '现场检查（勘验）'), ('evidence', '调查取证'), ('seizure', '查封扣押'), ('demolition', '强制拆除（代履行）'), ('hearing', '听证'), ('leaving', '留置送达'), ('announcing', '公告送达'), ('premises', '执法办案场所'), ('other', '其他现场执法')], max_length=16, verbose_name='活动种类')),
                ('place', models.CharField(max_length=200, verbose_name='地点')),
                ('purpose', models.CharField(max_length=300, verbose_name='目的、任务')),
                ('arrived_at', models.DateTimeField(verbose_name='到达现场时间')),
                ('departed_at', models.DateTimeField(blank=True, null=True, verbose_name='离开现场时间')),
                ('without_camera_because', models.CharField(blank=True, max_length=200, verbose_name='没有使用执法记录仪的原因')),
                ('spoke', models.BooleanField(default=False, verbose_name='开机后已语音说明目的、任务和执法人员')),
                ('not_spoken_because', models.CharField(blank=True, max_length=200, verbose_name='没有语音说明的原因')),
                ('told_party', models.BooleanField(default=False, verbose_name='已事先告知当事人正在录音录像')),
                ('not_told_because', models.CharField(blank=True, max_length=200, verbose_name='没有告知的原因')),
                ('remote_because', models.CharField(blank=True, max_length=200, verbose_name='不能及时存储的原因')),
                ('returned_at', models.DateTimeField(blank=True, null=True, verbose_name='返回单位时间')),
                ('stored_at', models.DateTimeField(blank=True, null=True, verbose_name='资料全部入库时间')),
                ('nothing_from', models.CharField(blank=True, max_length=300, verbose_name='没有资料的设备和原因')),
                ('shown', models.JSONField(default=list, verbose_name='音像反映的内容')),
                ('not_shown_because', models.CharField(blank=True, max_length=300, verbose_name='没有反映的内容和原因')),
                ('clear', models.BooleanField(default=False, verbose_name='画质清晰、内容完整、记录有效')),
                ('unclear_because', models.CharField(blank=True, max_length=300, verbose_name='画质或者内容的缺陷')),
                ('no_photographs_because', models.CharField(blank=True, max_length=200, verbose_name='没有拍照的原因')),
                ('unrecorded_because', models.TextField(blank=True, verbose_name='未作音像记录的原因')),
                ('case', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='activities', to='penalty.case')),
            ],
            options={
                'verbose_name': '执法活动',
            },
            bases=('engine.matter',),
        ),
        migrations.CreateModel(
            name='Carried',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('device', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='carried', to='equipment.device', verbose_name='设备')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='佩戴人')),
            ],
            options={
                'verbose_name': '携带设备',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Content',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content', models.CharField(choices=[('scene', '执法现场环境'), ('people', '当事人、证人、第三人等现场有关人员的体貌特征和言行举止'), ('things', '重要涉案物品及其主要特征，以及其他可以证明行政执法行为的证据'), ('measures', '执法人员对有关人员、财物采取措施的情况'), ('service', '执法人员直接送达法律文书的情况'), ('other', '其他应当记录的重要内容')], max_length=12, verbose_name='重点内容')),
                ('offset_seconds', models.PositiveIntegerField(blank=True, null=True, verbose_name='片内位置（秒）')),
                ('words', models.CharField(blank=True, max_length=200, verbose_name='本次没有的说明')),
                ('checked_at', models.DateTimeField(verbose_name='核对时间')),
                ('clip', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='footage.clip', verbose_name='音像资料')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
            ],
            options={
                'verbose_name': '重点内容',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Explanation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('finding', models.CharField(max_length=200)),
                ('kind', models.CharField(max_length=12, verbose_name='情形')),
                ('sentence', models.TextField(verbose_name='核对发现')),
                ('from_at', models.DateTimeField(blank=True, null=True, verbose_name='起')),
                ('to_at', models.DateTimeField(blank=True, null=True, verbose_name='止')),
                ('reason', models.CharField(choices=[('fault', '设备故障、损坏'), ('power', '电量不足'), ('space', '存储空间不足'), ('weather', '天气恶劣等自然原因'), ('obstruction', '行政管理相对人或者其他人员阻碍，无法继续使用'), ('force', '其他不可抗力'), ('no_stop', '记录没有停止，是设备时钟、编号或者文件读取的原因'), ('none', '没有上列情形，如实说明')], max_length=12, verbose_name='原因')),
                ('words', models.TextField(verbose_name='具体情况')),
                ('offset_seconds', models.PositiveIntegerField(blank=True, null=True, verbose_name='语音说明的位置（秒）')),
                ('unspoken_because', models.CharField(blank=True, max_length=200, verbose_name='恢复记录时没有语音说明的原因')),
                ('explained_at', models.DateTimeField()),
                ('clip', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='footage.clip', verbose_name='语音说明所在的资料')),
                ('explained_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
            ],
            options={
                'verbose_name': '中断说明',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Statement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('findings', models.JSONField(default=list, verbose_name='所说明的中断')),
                ('situation', models.TextField(verbose_name='情况说明')),
                ('signers', models.JSONField(default=list, verbose_name='签字的执法人员')),
                ('stated_at', models.DateTimeField(verbose_name='出具时间')),
                ('acknowledged_at', models.DateTimeField(blank=True, null=True, verbose_name='阅知时间')),
                ('opinion', models.TextField(blank=True, verbose_name='阅知意见')),
                ('measures', models.TextField(blank=True, verbose_name='处理意见')),
                ('acknowledged_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='阅知人')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
            ],
            options={
                'verbose_name': '音像记录情况说明',
                'ordering': ['id'],
            },
        ),
    ]
