"""What the party says, how papers reach it, and where a case goes that is not the town's: statements, service, transfer."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from mingzhi.core.documents.models import Document
from mingzhi.core.engine.models import Attachment, Belonging


class Statement(Belonging):
    """One row per statement or plea of the party, or its waiver in writing. Source: penalty-law-44, penalty-law-45."""

    class Channel(models.TextChoices):
        ORAL = "oral", "口头陈述，制作笔录"
        WRITTEN = "written", "书面意见"
        WAIVED = "waived", "书面放弃"

    channel = models.CharField(max_length=16, choices=Channel.choices)
    made_by = models.CharField("陈述人", max_length=50)
    made_at = models.DateTimeField()
    content = models.TextField(blank=True)
    attachment = models.ForeignKey(Attachment, models.PROTECT, null=True, blank=True, related_name="+")
    signatures = models.JSONField(default=dict)
    reviewed_at = models.DateTimeField(null=True, blank=True)
    accepted = models.CharField("采纳情况", max_length=20, blank=True)
    review = models.TextField("复核意见和理由", blank=True)

    class Meta:
        verbose_name = "陈述申辩"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.get_channel_display()


class ConfirmedAddress(Belonging):
    """One row per address confirmed for service; electronic service needs the signed consent. Source: penalty-law-61."""

    address = models.CharField("送达地址", max_length=200)
    receiver = models.CharField("收件人", max_length=50)
    phone = models.CharField("电话", max_length=40)
    electronic = models.BooleanField("同意电子送达", default=False)
    electronic_address = models.CharField("电子送达地址", max_length=100, blank=True)
    confirmed_at = models.DateTimeField()
    signatures = models.JSONField(default=dict)

    class Meta:
        verbose_name = "送达地址确认"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.address


class Service(Belonging):
    """One row per attempt to serve one document. `served_on` is empty until it counts as served. Source: 民事诉讼法 87-95."""

    class Method(models.TextChoices):
        DIRECT = "direct", "直接送达"
        LEAVE = "leave", "留置送达"
        ENTRUSTED = "entrusted", "委托送达"
        POST = "post", "邮寄送达"
        ELECTRONIC = "electronic", "电子送达"
        FORWARDED = "forwarded", "转交送达"
        ANNOUNCED = "announced", "公告送达"

    document = models.ForeignKey(Document, models.PROTECT, related_name="services")
    method = models.CharField("方式", max_length=16, choices=Method.choices)
    receiver = models.CharField("签收人", max_length=50, blank=True)
    relation = models.CharField("与受送达人关系", max_length=60, blank=True)
    place = models.CharField("送达地点", max_length=200)
    attempted_at = models.DateTimeField("送达时间")
    served_on = models.DateField("送达日期", null=True, blank=True)
    refused_because = models.CharField("拒收事由", max_length=200, blank=True)
    witness = models.CharField("见证人", max_length=100, blank=True)
    recorded = models.BooleanField("拍照录像", default=False)
    proof = models.CharField("凭证", max_length=200, blank=True)
    attachment = models.ForeignKey(Attachment, models.PROTECT, null=True, blank=True, related_name="+")
    tried = models.TextField("未送到或者公告的原因和经过", blank=True)
    carrier = models.CharField("公告载体", max_length=200, blank=True)
    officers = models.JSONField(default=list)
    signatures = models.JSONField(default=dict)

    class Meta:
        verbose_name = "送达"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.get_method_display()} {self.document}"


class Transfer(Belonging):
    """One row per request to hand the case to the organ that is competent, and its receipt. Source: penalty-law-22, personnel-19-transfer."""

    addressee = models.CharField("受移送机关", max_length=100)
    reasons = models.TextField("移送理由")
    materials = models.JSONField("移送材料", default=list, help_text='[{"name","copies","note"}]')
    goods = models.JSONField("移交物品", default=list, help_text='[{"name","quantity","note"}]')
    suspected_crime = models.BooleanField("涉嫌犯罪", default=False)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    refused_at = models.DateTimeField(null=True, blank=True)
    sent_on = models.DateField("移送日期", null=True, blank=True)
    received_on = models.DateField("签收日期", null=True, blank=True)
    received_by = models.CharField("签收人", max_length=50, blank=True)
    receipt = models.CharField("回执", max_length=100, blank=True)
    attachment = models.ForeignKey(Attachment, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "移送"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"移送{self.addressee}"
