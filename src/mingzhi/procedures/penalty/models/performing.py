"""How a decision is performed: money with its receipts, deferral, surcharge, demand, goods, and what ends in the file."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from mingzhi.core.documents.models import Document
from mingzhi.core.engine.models import Belonging


class Payment(Belonging):
    """One row per sum received; the receipts register, which the officer of the case cannot write. Source: penalty-law-67, 70.

    A wrong row is never changed: a second one with the negative sum `reverses` it.
    """

    class Purpose(models.TextChoices):
        FINE = "fine", "罚款"
        GAIN = "gain", "没收违法所得"
        SURCHARGE = "surcharge", "加处罚款"

    class Channel(models.TextChoices):
        BANK = "bank", "银行缴纳"
        ELECTRONIC = "electronic", "电子支付"
        SPOT = "spot", "当场收缴"

    channel = models.CharField(max_length=16, choices=Channel.choices)
    amount_yuan = models.DecimalField(max_digits=12, decimal_places=2)
    purpose = models.CharField("款项", max_length=16, choices=Purpose.choices, default=Purpose.FINE)
    paid_on = models.DateField("缴款日期")
    receipt_number = models.CharField("票据号码", max_length=60)
    registered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    registered_at = models.DateTimeField()
    reverses = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="reversed_by")
    reason = models.CharField("冲正理由", max_length=200, blank=True)

    class Meta:
        verbose_name = "缴款"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()}{self.amount_yuan}元（票据{self.receipt_number}）"


class Refund(Belonging):
    """One row per sum given back, because the decision it was paid on fell or became smaller. Source: compensation-law-36."""

    amount_yuan = models.DecimalField(max_digits=12, decimal_places=2)
    refunded_on = models.DateField("退还日期")
    payee = models.CharField("收款人", max_length=100)
    receipt_number = models.CharField("退款凭证号", max_length=60)
    registered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    registered_at = models.DateTimeField()

    class Meta:
        verbose_name = "退款"

    def __str__(self) -> str:
        return f"退还{self.amount_yuan}元"


class SpotCollection(Belonging):
    """One row per fine collected on the spot: officer → organ → bank, each within its time. Source: penalty-law-68 to 71.

    `runs_from_on` is the day from which the officer's two working days run: of collection, or of landing.
    """

    class Ground(models.TextChoices):
        SMALL = "small", "当场处罚，罚款在当场收缴限额以下"
        HARD_LATER = "hard_later", "当场处罚，不当场收缴事后难以执行"
        REMOTE = "remote", "边远、水上、交通不便地区，当事人到银行或电子支付缴纳确有困难并提出"

    amount_yuan = models.DecimalField(max_digits=12, decimal_places=2)
    ground = models.CharField("当场收缴的情形", max_length=16, choices=Ground.choices)
    reason = models.CharField("说明", max_length=200, blank=True)
    receipt_kind = models.CharField("票据种类", max_length=100)
    receipt_number = models.CharField("财政票据号码", max_length=60)
    place = models.CharField("收缴地点", max_length=200)
    collected_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    collected_at = models.DateTimeField()
    runs_from_on = models.DateField("交款期限起算日")
    officers = models.JSONField(default=list)
    handed_in_at = models.DateTimeField(null=True, blank=True)
    banked_at = models.DateTimeField(null=True, blank=True)
    bank_slip = models.CharField("缴款单号", max_length=60, blank=True)

    class Meta:
        verbose_name = "当场收缴"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.amount_yuan}元（票据{self.receipt_number}）"


class Deferral(Belonging):
    """One row per request to pay later or in parts. Source: penalty-law-66. `instalments` is [{"due_on", "amount_yuan"}]."""

    reason = models.TextField()
    instalments = models.JSONField(default=list)
    applied_on = models.DateField("申请日期")
    asked_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    granted = models.BooleanField(null=True)

    class Meta:
        verbose_name = "延期分期缴纳"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.reason


class Waiver(Belonging):
    """One row per surcharge that an execution agreement let go; it is owed again from the day the agreement was broken. Source: compulsion-law-42."""

    agreement = models.CharField("执行编号", max_length=100)
    amount_yuan = models.DecimalField("减免的加处罚款", max_digits=12, decimal_places=2)
    waived_on = models.DateField("减免日期")
    restored_on = models.DateField("恢复日期", null=True, blank=True)

    class Meta:
        verbose_name = "减免加处罚款"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"减免加处罚款{self.amount_yuan}元"


class Surcharge(Belonging):
    """One row per decision to add a late surcharge. Source: penalty-law-72.1, 73."""

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
    reason = models.TextField("处理理由")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    refused_at = models.DateTimeField(null=True, blank=True)
    carried_out_at = models.DateTimeField(null=True, blank=True)
    place = models.CharField("处理地点", max_length=200, blank=True)
    course = models.TextField("处理经过", blank=True)
    proceeds_yuan = models.DecimalField("变价款", max_digits=12, decimal_places=2, null=True, blank=True)
    officers = models.JSONField(default=list)

    class Meta:
        verbose_name = "物品处理"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.disposal


class FileItem(Belonging):
    """One row per item of the case file in its order, with its first and last page. Source: archive-1.5.

    A file sent back is made again as the next `edition`; the earlier one stays as it was.
    """

    edition = models.PositiveSmallIntegerField(default=1)
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
        ordering = ["edition", "position"]

    def __str__(self) -> str:
        return self.title
