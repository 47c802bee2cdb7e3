"""An image of a disc that was lost can be put together again."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('engine', '0004_records_without_indexes_nobody_asks'),
        ('footage', '0002_custody_of_originals'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
    ]
