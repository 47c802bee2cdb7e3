"""A post for discipline inspection, which may require footage: 全过程记录制度 18."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('organs', '0003_given_passwords_and_entered_years'),
    ]

    operations = [
        migrations.AlterField(
            model_name='appointment',
            name='post',
            field=models.CharField(choices=[('officer', '执法人员'), ('captain', '大队长'), ('reviewer', '法制审核人员'), ('deputy', '分管领导'), ('mayor', '镇长'), ('clerk', '党政办经办人'), ('archivist', '档案管理员'), ('equipment_keeper', '装备管理员'), ('hearing_chair', '听证主持人'), ('supervisor', '司法所监督人员'), ('discipline', '纪检监察人员'), ('system_admin', '系统管理员'), ('security_admin', '安全管理员'), ('auditor', '审计管理员')], max_length=32),
        ),
    ]
