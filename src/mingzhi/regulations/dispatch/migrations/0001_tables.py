"""What is sent elsewhere, and how it was answered."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from mingzhi.core.organs.first_tables import FirstTables


class Migration(FirstTables):

    initial = True

    dependencies = [
        ('disclosure', '0001_tables'),
        ('engine', '0001_tables'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Dispatch',
            fields=[
                ('matter_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='engine.matter')),
                ('channel', models.CharField(choices=[('credit', '信用信息平台'), ('site', '区政府网站公示专栏'), ('board', '办公场所公开栏'), ('screen', '电子信息屏'), ('leaflet', '宣传资料'), ('other', '其他方式')], max_length=8, verbose_name='去向')),
                ('from_on', models.DateField(blank=True, null=True, verbose_name='公示日期自')),
                ('until_on', models.DateField(blank=True, null=True, verbose_name='公示日期至')),
                ('file_name', models.CharField(blank=True, max_length=200, verbose_name='文件')),
                ('sha256', models.CharField(blank=True, max_length=64, verbose_name='文件摘要（SHA-256）')),
                ('left_out', models.JSONField(default=list, verbose_name='没有列入的')),
                ('sent_on', models.DateField(blank=True, null=True, verbose_name='报送日期')),
                ('sent_how', models.CharField(blank=True, max_length=200, verbose_name='报送方式')),
                ('what', models.TextField(blank=True, verbose_name='内容')),
                ('place', models.CharField(blank=True, max_length=200, verbose_name='地点')),
                ('done_by', models.CharField(blank=True, max_length=50, verbose_name='经手人')),
                ('shown_from_on', models.DateField(blank=True, null=True, verbose_name='开始日期')),
                ('shown_until_on', models.DateField(blank=True, null=True, verbose_name='撤下日期')),
                ('sent_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='报送人')),
            ],
            options={
                'verbose_name': '对外报送',
            },
            bases=('engine.matter',),
        ),
        migrations.CreateModel(
            name='Sent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('purpose', models.CharField(choices=[('new', '首次报送'), ('changed', '决定变更后报送'), ('corrected', '更正后报送'), ('withdrawn', '撤回')], max_length=10, verbose_name='报送事由')),
                ('decision_number', models.CharField(max_length=64, verbose_name='决定书文号')),
                ('answer', models.CharField(blank=True, choices=[('acknowledged', '已收妥'), ('refused', '被退回')], max_length=12, verbose_name='回执')),
                ('answered_on', models.DateField(blank=True, null=True, verbose_name='回执日期')),
                ('refused_because', models.CharField(blank=True, max_length=500, verbose_name='退回的理由')),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('edition', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosure.edition')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='engine.matter')),
                ('publication', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sent', to='disclosure.publication')),
            ],
            options={
                'verbose_name': '报送的决定',
                'ordering': ['id'],
            },
        ),
    ]
