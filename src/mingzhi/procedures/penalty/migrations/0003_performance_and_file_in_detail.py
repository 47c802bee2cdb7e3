"""What performing and filing a case ask for beyond the first sketch; the tables are still empty everywhere."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("penalty", "0002_investigation_in_detail")]

    operations = [
        migrations.AddField("case", "file_number", models.CharField(blank=True, default="", max_length=20, verbose_name="案卷号"), preserve_default=False),
        migrations.RemoveField("payment", "of_surcharge"),
        migrations.AddField(
            "payment",
            "purpose",
            models.CharField(
                choices=[("fine", "罚款"), ("gain", "没收违法所得"), ("surcharge", "加处罚款")], default="fine", max_length=16, verbose_name="款项"
            ),
        ),
        migrations.AddField(
            "payment",
            "reverses",
            models.OneToOneField(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="reversed_by", to="penalty.payment"
            ),
        ),
        migrations.AddField(
            "payment", "reason", models.CharField(blank=True, default="", max_length=200, verbose_name="冲正理由"), preserve_default=False
        ),
        migrations.AlterField(
            "spotcollection",
            "ground",
            models.CharField(
                choices=[
                    ("small", "当场处罚，罚款在当场收缴限额以下"),
                    ("hard_later", "当场处罚，不当场收缴事后难以执行"),
                    ("remote", "边远、水上、交通不便地区，当事人到银行或电子支付缴纳确有困难并提出"),
                ],
                max_length=16,
                verbose_name="当场收缴的情形",
            ),
        ),
        migrations.AddField(
            "spotcollection", "reason", models.CharField(blank=True, default="", max_length=200, verbose_name="说明"), preserve_default=False
        ),
        migrations.AddField("spotcollection", "receipt_kind", models.CharField(default="", max_length=100, verbose_name="票据种类"), preserve_default=False),
        migrations.AddField("spotcollection", "place", models.CharField(default="", max_length=200, verbose_name="收缴地点"), preserve_default=False),
        migrations.AddField(
            "spotcollection", "runs_from_on", models.DateField(default="2026-01-01", verbose_name="交款期限起算日"), preserve_default=False
        ),
        migrations.AddField("spotcollection", "officers", models.JSONField(default=list)),
        migrations.AddField("deferral", "applied_on", models.DateField(default="2026-01-01", verbose_name="申请日期"), preserve_default=False),
        migrations.AddField("goodsdisposal", "refused_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddField("goodsdisposal", "reason", models.TextField(default="", verbose_name="处理理由"), preserve_default=False),
        migrations.AddField(
            "goodsdisposal", "place", models.CharField(blank=True, default="", max_length=200, verbose_name="处理地点"), preserve_default=False
        ),
        migrations.AddField("goodsdisposal", "course", models.TextField(blank=True, default="", verbose_name="处理经过"), preserve_default=False),
        migrations.AddField(
            "goodsdisposal",
            "proceeds_yuan",
            models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="变价款"),
        ),
        migrations.AddField("fileitem", "edition", models.PositiveSmallIntegerField(default=1)),
        migrations.AlterModelOptions("fileitem", options={"ordering": ["edition", "position"], "verbose_name": "卷内文件"}),
    ]
