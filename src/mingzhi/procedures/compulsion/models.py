"""A seizure in a case: what was taken or sealed, where it is kept, when it was tested. Serves 行政强制法 17 to 28."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models

from mingzhi.core.engine.models import Belonging, Matter
from mingzhi.procedures.penalty.models import Case


class Seizure(Matter):
    """One row per decision to seal or to seize. `goods` are those asked for until they are taken, then those taken.

    `goods` is [{"name", "spec", "quantity", "unit", "mark", "condition"}]; `mark` tells a thing from all others (a serial number).
    `approved_at` comes after `from_at` where it was done at once because of urgency.
    """

    class Measure(models.TextChoices):
        SEAL = "seal", "查封"
        SEIZE = "seize", "扣押"

    class Ground(models.TextChoices):
        """Why it is lifted. Source: compulsion-law-28."""

        NO_BREACH = "no_breach", "当事人没有违法行为"
        UNRELATED = "unrelated", "查封、扣押的场所、设施或者财物与违法行为无关"
        DECIDED = "decided", "对违法行为已经作出处理决定，不再需要查封、扣押"
        EXPIRED = "expired", "查封、扣押期限已经届满"
        OTHER = "other", "其他不再需要采取查封、扣押措施的情形"

    case = models.ForeignKey(Case, models.PROTECT, related_name="seizures")
    measure = models.CharField("措施", max_length=8, choices=Measure.choices)
    urgent = models.BooleanField("情况紧急，当场实施", default=False)
    urgency = models.TextField("紧急情况", blank=True)
    reasons = models.TextField("理由")
    related = models.TextField("与案件的关系")
    basis = models.JSONField("依据", default=list, help_text='[{"law","article"}]')
    place = models.CharField("地点", max_length=200)
    goods = models.JSONField("场所、设施、财物", default=list)
    kept_place = models.CharField("保管地点", max_length=200)
    approved_at = models.DateTimeField("批准时间", null=True, blank=True)
    from_at = models.DateTimeField("实施开始时间", null=True, blank=True)
    until_at = models.DateTimeField("实施结束时间", null=True, blank=True)
    officers = models.JSONField(default=list, help_text='[{"id","name","certificate"}]')
    party_present = models.BooleanField("当事人到场", default=True)
    witness = models.CharField("见证人", max_length=100, blank=True)
    statement = models.TextField("当事人的陈述和申辩", blank=True)
    recording = models.CharField("全程音像记录", max_length=200, blank=True)
    seals = models.CharField("封条", max_length=200, blank=True)
    custodian = models.CharField("保管人", max_length=50, blank=True)
    release_ground = models.CharField("解除的情形", max_length=12, choices=Ground.choices, blank=True)
    release_reasons = models.TextField("解除的理由", blank=True)
    released_at = models.DateTimeField("解除时间", null=True, blank=True)
    ended_how = models.TextField("最后的处理", blank=True)

    class Meta:
        verbose_name = "查封扣押"


class Custody(Belonging):
    """One row per entry of the register: put away, looked at, moved, handed on. Source: compulsion-law-26."""

    class Event(models.TextChoices):
        PUT_AWAY = "put_away", "入库（交付保管）"
        CHECKED = "checked", "检查"
        MOVED = "moved", "移动（转移）"
        HANDED_ON = "handed_on", "更换保管人"

    event = models.CharField("事项", max_length=12, choices=Event.choices)
    at = models.DateTimeField("时间")
    place = models.CharField("保管地点", max_length=200)
    custodian = models.CharField("保管人", max_length=50)
    condition = models.CharField("状况", max_length=200)
    why = models.CharField("原因", max_length=200, blank=True)

    class Meta:
        verbose_name = "保管登记"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.get_event_display()} {self.place}"


class Testing(Belonging):
    """One row per testing, inspection, quarantine or appraisal of things held; its stated time does not count. Source: compulsion-law-25.3."""

    institution = models.CharField("机构", max_length=100)
    what = models.CharField("检测、检验、检疫或者技术鉴定的事项", max_length=200)
    from_on = models.DateField("起日")
    until_on = models.DateField("止日")
    told_how = models.CharField("告知当事人的方式", max_length=200, blank=True)
    done_on = models.DateField("完成日期", null=True, blank=True)
    result = models.TextField("结果", blank=True)

    class Meta:
        verbose_name = "检测期间"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.institution} {self.what}"

    @property
    def stated_days(self) -> int:
        """Days that do not count as they were told to the party; the day of sending counts as the law counts days, not at all."""
        return (self.until_on - self.from_on).days

    def days_used(self, done_on: date) -> int:
        """Days really used, never more than were stated."""
        return (min(done_on, self.until_on) - self.from_on).days


class Disposal(Belonging):
    """One row per batch of things that did not stay: sold because they do not keep, destroyed, or confiscated by the decision.

    Source: compulsion-law-27, compulsion-law-28.2. `goods` are rows of the seizure's list. What a sale brought is `settled` in the end;
    `market_yuan` is what the things were worth on the market, against which compensation is judged.
    """

    class Way(models.TextChoices):
        SELL = "sell", "变卖"
        AUCTION = "auction", "拍卖"
        DESTROY = "destroy", "销毁"
        CONFISCATE = "confiscate", "没收"

    class Settled(models.TextChoices):
        RETURNED = "returned", "退还当事人"
        TREASURY = "treasury", "上缴国库"
        HANDED_OVER = "handed_over", "随案移交"

    #: What brings money, and what a head is asked for; a confiscation is the case's decision.
    SALES = (Way.SELL, Way.AUCTION)
    ASKED_FOR = (Way.SELL, Way.AUCTION, Way.DESTROY)

    way = models.CharField("处理方式", max_length=12, choices=Way.choices)
    goods = models.JSONField("物品", default=list)
    reasons = models.TextField("理由")
    law = models.CharField("规定销毁的法律、行政法规", max_length=100, blank=True)
    article = models.CharField("条款", max_length=60, blank=True)
    agent = models.CharField("拍卖机构（承买人、销毁单位）", max_length=100, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    refused_at = models.DateTimeField(null=True, blank=True)
    carried_out_at = models.DateTimeField("处理时间", null=True, blank=True)
    place = models.CharField("处理地点", max_length=200, blank=True)
    course = models.TextField("处理经过", blank=True)
    officers = models.JSONField(default=list, help_text='[{"id","name","certificate"}]')
    proceeds_yuan = models.DecimalField("所得款项", max_digits=12, decimal_places=2, null=True, blank=True)
    market_yuan = models.DecimalField("市场价格", max_digits=12, decimal_places=2, null=True, blank=True)
    market_basis = models.CharField("市场价格的依据", max_length=200, blank=True)
    receipt_number = models.CharField("入账凭证号", max_length=60, blank=True)
    banked_on = models.DateField("入账日期", null=True, blank=True)
    registered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    settled = models.CharField("款项去向", max_length=12, choices=Settled.choices, blank=True)
    settled_on = models.DateField("款项处理日期", null=True, blank=True)
    settled_receipt = models.CharField("款项处理凭证号", max_length=60, blank=True)
    payee = models.CharField("收款人", max_length=100, blank=True)
    compensation_yuan = models.DecimalField("补偿", max_digits=12, decimal_places=2, null=True, blank=True)
    uncompensated_because = models.CharField("不补偿的理由", max_length=200, blank=True)

    class Meta:
        verbose_name = "查封扣押财物处理"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.get_way_display()}{'、'.join(row['name'] for row in self.goods)}"


__all__ = ["Case", "Custody", "Disposal", "Seizure", "Testing"]
