"""Footage (音像资料): one original file each, with what is known of when, by which device and by whom it was taken.

The bytes are in the vault and never change; this says what they are and where they belong. Serves 音像记录管理制度 9 to 15, 全过程记录制度 16, 17.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from mingzhi.core.engine.models import Belonging, Matter
from mingzhi.core.vault.models import Blob
from mingzhi.regulations.equipment.models import Device


class Clip(Matter):
    """One row per original: a video, a sound recording or a photograph.

    `began_at` and `ended_at` are true time: what the device's clock said, put right by `clock_offset_seconds` of that day; both None where
    nothing tells. `activity` is the matter (of kind `activity`) at which it was taken, None until somebody says so. `facts` is what probing
    read, `read_at` when. `exported_at` is when it came off the device, from which the year of footage-14 runs. `permanent_class` is the
    class of footage-15 for which it is kept for ever, `keep_until` a day to which somebody extended its term; see `retention`.
    """

    class Medium(models.TextChoices):
        VIDEO = "video", "录像"
        AUDIO = "audio", "录音"
        PHOTO = "photo", "照片"

    class Secrecy(models.TextChoices):
        """What footage-13 protects. State secrets are never taken in; one found later is locked."""

        NONE = "none", "不涉密"
        PRIVACY = "privacy", "个人隐私"
        TRADE = "trade", "商业秘密"
        STATE = "state", "国家秘密"

    class Unbound(models.TextChoices):
        """Why footage belongs to no activity. Source: footage-5."""

        TEST = "test", "使用前检查、试录"
        TRAINING = "training", "培训演练"
        ACCIDENT = "accident", "误触录制"
        UNRELATED = "unrelated", "与执法工作无关"

    class Permanent(models.TextChoices):
        """The three classes of footage-15."""

        DISPUTE = "dispute", "行政管理相对人有异议，可能投诉、上访"
        OBSTRUCTION = "obstruction", "逃避、拒绝、阻碍执法，或者谩骂、侮辱、殴打执法人员"
        OTHER = "other", "其他重大、敏感情况"

    # Others point to a clip by that name, which a name from the parent to the child would clash with.
    matter_ptr = models.OneToOneField(Matter, models.CASCADE, parent_link=True, primary_key=True, related_name="+")
    blob = models.ForeignKey(Blob, models.PROTECT, related_name="clips")
    name = models.CharField("原文件名", max_length=200)
    medium = models.CharField("种类", max_length=8, choices=Medium.choices)
    device = models.ForeignKey(Device, models.PROTECT, null=True, blank=True, related_name="footage", verbose_name="设备")
    sequence = models.PositiveIntegerField("设备编排的序号", null=True, blank=True)
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="摄录人")
    brought_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="采集人")
    began_at = models.DateTimeField("开始时间", null=True, blank=True)
    ended_at = models.DateTimeField("结束时间", null=True, blank=True)
    clock_offset_seconds = models.DecimalField("时钟偏差（秒）", max_digits=10, decimal_places=1, default=0)
    facts = models.JSONField("文件信息", default=dict)
    read_at = models.DateTimeField("读取文件信息时间", null=True, blank=True)
    exported_at = models.DateTimeField("导出时间")
    activity = models.ForeignKey("engine.Matter", models.PROTECT, null=True, blank=True, related_name="clips", verbose_name="执法活动")
    unbound_because = models.CharField("不归入执法活动的原因", max_length=12, choices=Unbound.choices, blank=True)
    unbound_words = models.CharField("说明", max_length=300, blank=True)
    secrecy = models.CharField("涉密情况", max_length=8, choices=Secrecy.choices, default=Secrecy.NONE)
    permanent_class = models.CharField("长期保存的情形", max_length=12, choices=Permanent.choices, blank=True)
    permanent_because = models.TextField("长期保存的理由", blank=True)
    keep_until = models.DateField("延长保存至", null=True, blank=True)

    class Meta:
        verbose_name = "音像资料"
        constraints = [models.UniqueConstraint(fields=["blob", "device"], name="a_file_of_a_device_is_taken_in_once", nulls_distinct=True)]
        indexes = [
            models.Index(fields=["exported_at"], name="clip_by_export"),
            models.Index(fields=["device", "began_at"], name="clip_by_device_and_time"),
        ]


class Hold(Belonging):
    """One row per reason why a clip may not be cleared: a complaint, a review, litigation. Placed and lifted by hand, with reasons."""

    class Kind(models.TextChoices):
        COMPLAINT = "complaint", "投诉举报"
        REVIEW = "review", "行政复议"
        LITIGATION = "litigation", "行政诉讼"
        INSPECTION = "inspection", "纪检监察、监督检查、审计"

    hold_kind = models.CharField("原因", max_length=12, choices=Kind.choices)
    because = models.TextField("理由")
    placed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    placed_at = models.DateTimeField("设置时间")
    lifted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    lifted_at = models.DateTimeField("解除时间", null=True, blank=True)
    lifted_because = models.TextField("解除理由", blank=True)

    class Meta:
        verbose_name = "暂停清理"
        ordering = ["id"]
        indexes = [models.Index(fields=["matter"], name="hold_in_force", condition=Q(lifted_at__isnull=True))]

    def __str__(self) -> str:
        return f"{self.get_hold_kind_display()}：{self.because}"
