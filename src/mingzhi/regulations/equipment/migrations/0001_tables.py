"""Devices."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from mingzhi.core.organs.first_tables import FirstTables


class Migration(FirstTables):

    initial = True
    replaces = [
        ("equipment", "0001_devices"),
    ]

    dependencies = [
        ("engine", "0001_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ClockReading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('shown_at', models.DateTimeField(verbose_name='设备时间')),
                ('true_at', models.DateTimeField(verbose_name='标准时间')),
                ('offset_seconds', models.DecimalField(decimal_places=1, max_digits=10, verbose_name='偏差（秒）')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
                ('read_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': '时钟核对',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Device',
            fields=[
                ('matter_ptr', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, related_name='+', serialize=False, to='engine.matter')),
                ('code', models.CharField(max_length=40, verbose_name='设备编号')),
                ('device_kind', models.CharField(choices=[('camera', '照相机'), ('recorder', '录音机'), ('camcorder', '摄像机'), ('body_camera', '执法记录仪'), ('handheld', '手持执法终端'), ('surveillance', '视频监控'), ('station', '采集存储设备')], max_length=16, verbose_name='种类')),
                ('vendor', models.CharField(max_length=60, verbose_name='厂商')),
                ('model', models.CharField(blank=True, max_length=60, verbose_name='型号')),
                ('serial', models.CharField(blank=True, max_length=60, verbose_name='序列号')),
                ('clock_offset_seconds', models.DecimalField(decimal_places=1, default=0, max_digits=10, verbose_name='时钟偏差（秒）')),
                ('holder', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='领用人')),
                ('keeper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='保管人')),
            ],
            options={
                'verbose_name': '装备',
            },
            bases=('engine.matter',),
        ),
        migrations.CreateModel(
            name='Use',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('taken_at', models.DateTimeField(verbose_name='领用时间')),
                ('purpose', models.CharField(max_length=200, verbose_name='用途')),
                ('works', models.BooleanField(verbose_name='工作正常')),
                ('power_percent', models.PositiveSmallIntegerField(verbose_name='电量（%）')),
                ('space_gib', models.DecimalField(decimal_places=1, max_digits=7, verbose_name='剩余存储（GiB）')),
                ('returned_at', models.DateTimeField(blank=True, null=True, verbose_name='归还时间')),
                ('condition', models.CharField(blank=True, max_length=200, verbose_name='归还时状况')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
                ('taken_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': '使用登记',
                'ordering': ['id'],
            },
        ),
    ]
