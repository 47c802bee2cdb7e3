"""What is found out: inspections, questionings, evidence of the eight kinds, samples, appraisals, goods kept as evidence."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from mingzhi.core.engine.models import Attachment, Belonging


class Inspection(Belonging):
    """One row per inspection of a scene, first or again (现场检查、勘验). `signatures` as the paper prints them."""

    from_at = models.DateTimeField()
    until_at = models.DateTimeField()
    place = models.CharField(max_length=200)
    officers = models.JSONField(default=list, help_text='[{"id","name","certificate"}]')
    recorder = models.CharField(max_length=50)
    findings = models.TextField()
    party_present = models.BooleanField(default=True)
    party_opinion = models.TextField(blank=True)
    showed_card = models.BooleanField(default=False)
    told_recording = models.BooleanField(default=False)
    signatures = models.JSONField(default=dict)

    class Meta:
        verbose_name = "现场检查"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.place


class Questioning(Belonging):
    """One row per questioning of one person (one record, one person). `answers` is [{"question", "answer"}]."""

    person_name = models.CharField(max_length=50)
    relation = models.CharField("与本案关系", max_length=50)
    identity = models.JSONField("基本情况", default=dict)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()
    place = models.CharField(max_length=200)
    officers = models.JSONField(default=list)
    recorder = models.CharField(max_length=50)
    showed_card = models.BooleanField(default=False)
    told_rights = models.BooleanField(default=False)
    answers = models.JSONField(default=list)
    signatures = models.JSONField(default=dict)

    class Meta:
        verbose_name = "询问"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.person_name


class Evidence(Belonging):
    """One row per piece of evidence. Source: penalty-law-46."""

    class Kind(models.TextChoices):
        DOCUMENT = "document", "书证"
        OBJECT = "object", "物证"
        AUDIOVISUAL = "audiovisual", "视听资料"
        ELECTRONIC = "electronic", "电子数据"
        TESTIMONY = "testimony", "证人证言"
        STATEMENT = "statement", "当事人的陈述"
        OPINION = "opinion", "鉴定意见"
        RECORD = "record", "勘验笔录、现场笔录"

    kind = models.CharField("种类", max_length=16, choices=Kind.choices)
    name = models.CharField("名称", max_length=200)
    source = models.CharField("来源", max_length=200)
    holder = models.CharField("持有人或提供人", max_length=100, blank=True)
    maker = models.CharField("制作人", max_length=100)
    made_at = models.DateTimeField("制作时间")
    place = models.CharField("制作地点", max_length=200)
    proves = models.TextField("证明内容")
    is_copy = models.BooleanField("复制件", default=False)
    matches_original = models.BooleanField("与原件核对无异", default=False)
    original_kept_at = models.CharField("原件存放处", max_length=200, blank=True)
    attachment = models.ForeignKey(Attachment, models.PROTECT, null=True, blank=True, related_name="+")
    sha256 = models.CharField("摘要", max_length=64, blank=True)
    officers = models.JSONField(default=list)

    class Meta:
        verbose_name = "证据"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class Preservation(Belonging):
    """One row per 先行登记保存. Source: penalty-law-56: approved by the head, disposed of within its working days."""

    reason = models.TextField("理由")
    goods = models.JSONField("物品", default=list, help_text='[{"name","quantity","spec","unit","condition"}]')
    place = models.CharField("保存地点", max_length=200)
    method = models.CharField("保存方式", max_length=100)
    approved_at = models.DateTimeField(null=True, blank=True)
    refused_at = models.DateTimeField(null=True, blank=True)
    carried_out_at = models.DateTimeField(null=True, blank=True)
    disposed_at = models.DateTimeField(null=True, blank=True)
    disposal = models.CharField("处理", max_length=60, blank=True)

    class Meta:
        verbose_name = "先行登记保存"
        ordering = ["id"]

    def __str__(self) -> str:
        return "、".join(row["name"] for row in self.goods)


class Sampling(Belonging):
    """One row per taking of samples (抽样取证)."""

    goods = models.JSONField(default=list)
    method = models.CharField("抽样方法", max_length=200)
    base = models.CharField("抽样基数", max_length=100)
    sealed_how = models.CharField("封样情况", max_length=200)
    taken_at = models.DateTimeField()
    disposal = models.CharField("处理", max_length=200, blank=True)
    disposed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "抽样取证"
        ordering = ["id"]

    def __str__(self) -> str:
        return "、".join(row["name"] for row in self.goods)


class Appraisal(Belonging):
    """One row per appraisal or test asked of a qualified institution (鉴定、检测)."""

    institution = models.CharField("机构", max_length=100)
    qualification = models.CharField("资质", max_length=200)
    question = models.TextField("委托事项")
    due_on = models.DateField("要求完成日期")
    asked_at = models.DateTimeField()
    opinion = models.TextField("鉴定意见", blank=True)
    received_on = models.DateField(null=True, blank=True)
    attachment = models.ForeignKey(Attachment, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "鉴定"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.institution


class CorrectionOrder(Belonging):
    """One row per order to correct or to stop (责令改正). Source: penalty-law-28: in every case."""

    stop = models.BooleanField("责令停止违法行为", default=False)
    content = models.TextField("改正内容")
    by_on = models.DateField("改正期限", null=True, blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    ordered_at = models.DateTimeField(null=True, blank=True)
    rechecked_at = models.DateTimeField(null=True, blank=True)
    corrected = models.BooleanField(null=True)
    recheck_findings = models.TextField("复查情况", blank=True)

    class Meta:
        verbose_name = "责令改正"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.content
