"""How a decision is performed: money with its receipts, deferral, surcharge, demand, goods, and what ends in the file."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from mingzhi.core.documents.models import Document
from mingzhi.core.engine.models import Belonging


class Payment(Belonging):
    """One row per sum received; the receipts register, which the officer of the case cannot write. Source: penalty-law-67, 70."""

    class Channel(models.TextChoices):
        BANK = "bank", "银行缴纳"
        ELECTRONIC = "electronic", "电子支付"
        SPOT = "spot", "当场收缴"

    channel = models.CharField(max_length=16, choices=Channel.choices)
    amount_yuan = models.DecimalField(max_digits=12, decimal_places=2)
    of_surcharge = models.BooleanField("加处罚款", default=False)
    paid_on = models.DateField("缴款日期")
    receipt_number = models.CharField("票据号码", max_length=60)
    registered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    registered_at = models.DateTimeField()

    class Meta:
        verbose_name = "缴款"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.amount_yuan}元"


class SpotCollection(Belonging):
    """One row per fine collected on the spot: officer → organ → bank, each within its time. Source: penalty-law-68 to 71."""

    amount_yuan = models.DecimalField(max_digits=12, decimal_places=2)
    ground = models.CharField("当场收缴的理由", max_length=200)
    receipt_number = models.CharField("财政票据号码", max_length=60)
    collected_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    collected_at = models.DateTimeField()
    handed_in_at = models.DateTimeField(null=True, blank=True)
    banked_at = models.DateTimeField(null=True, blank=True)
    bank_slip = models.CharField("缴款单号", max_length=60, blank=True)

    class Meta:
        verbose_name = "当场收缴"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.amount_yuan}元"


class Deferral(Belonging):
    """One row per request to pay later or in parts. Source: penalty-law-66. `instalments` is [{"due_on", "amount_yuan"}]."""

    reason = models.TextField()
    instalments = models.JSONField(default=list)
    asked_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    granted = models.BooleanField(null=True)

    class Meta:
        verbose_name = "延期分期缴纳"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.reason


class Surcharge(Belonging):
    """One row per decision to add a late surcharge. Source: penalty-law-72, 73."""

    from_on = models.DateField()
    decided_on = models.DateField()
    amount_yuan = models.DecimalField("截至决定日", max_digits=12, decimal_places=2)
    capped = models.BooleanField(default=False)

    class Meta:
        verbose_name = "加处罚款"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.amount_yuan}元"


class Demand(Belonging):
    """One row per demand letter (催告书). Source: compulsion-law-35, 54."""

    by_on = models.DateField("履行期限")
    content = models.TextField()
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = "催告"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.content


class GoodsDisposal(Belonging):
    """One row per batch of confiscated or kept goods disposed of, by two people."""

    goods = models.JSONField(default=list)
    disposal = models.CharField("去向", max_length=200)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    carried_out_at = models.DateTimeField(null=True, blank=True)
    officers = models.JSONField(default=list)

    class Meta:
        verbose_name = "物品处理"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.disposal


class FileItem(Belonging):
    """One row per item of the case file in its order, with its first and last page. Source: law.md §3.5."""

    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    number = models.CharField(max_length=64, blank=True)
    author = models.CharField("责任者", max_length=100)
    made_on = models.DateField()
    first_page = models.PositiveIntegerField()
    last_page = models.PositiveIntegerField()
    document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="+")
    remark = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = "卷内文件"
        ordering = ["position"]

    def __str__(self) -> str:
        return self.title
