import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('organs', '0002_legal_qualification_of_reviewers'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='password_given',
            field=models.BooleanField(default=False, help_text='密码是别人给的一次性密码，本人登录后须先改掉'),
        ),
        migrations.AlterField(
            model_name='workyear',
            name='entered_by',
            field=models.ForeignKey(blank=True, help_text='随镇设置文件录入的为空', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
    ]
