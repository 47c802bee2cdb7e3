"""One row per distinct content of the vault."""

from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Blob',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(max_length=64, unique=True)),
                ('sm3', models.CharField(max_length=64)),
                ('size_bytes', models.BigIntegerField()),
                ('media_type', models.CharField(max_length=100)),
                ('created_at', models.DateTimeField()),
                ('width_px', models.PositiveIntegerField(null=True)),
                ('height_px', models.PositiveIntegerField(null=True)),
            ],
            options={
                'verbose_name': '文件',
            },
        ),
    ]
