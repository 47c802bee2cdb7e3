"""Misuse of cameras and of what they recorded: the six kinds, what was done about it. Serves 音像记录管理制度 16."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from mingzhi.core.engine.models import Matter
from mingzhi.regulations.equipment.models import Device

from .clip import Clip


class Misuse(Matter):
    """One row per misuse that was found. Its person never handles it."""

    class Kind(models.TextChoices):
        """The six of footage-16, in its order."""

        NOT_WORN = "not_worn", "在执法过程中不按规定佩戴或使用音像记录设备"
        FALSIFIED = "falsified", "对执法信息进行删减、修改、弄虚作假"
        ABUSED = "abused", "滥用、私用设备，或者将设备交由非执法人员使用"
        LEAKED = "leaked", "私自复制、保存或者传播、泄露执法音像信息"
        DAMAGED = "damaged", "故意毁坏音像记录设备或者音像资料存储设备"
        OTHER = "other", "其他严重违反音像记录设备使用管理规定的行为"

    misuse_kind = models.CharField("行为", max_length=12, choices=Kind.choices)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="行为人")
    device = models.ForeignKey(Device, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="设备")
    clip = models.ForeignKey(Clip, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="音像资料")
    found_on = models.DateField("发现日期")
    what = models.TextField("情况")
    statement = models.TextField("本人说明", blank=True)
    serious = models.BooleanField("情节严重", default=False)
    measure = models.TextField("批评教育的情况", blank=True)
    handed_to = models.CharField("移交处理的机构", max_length=100, blank=True)
    handed_on = models.DateField("移交日期", null=True, blank=True)
    result = models.TextField("处理结果", blank=True)

    class Meta:
        verbose_name = "设备使用违规"
