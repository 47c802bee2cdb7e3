"""Devices that record (音像记录设备), each use of them, and what their clocks showed. Serves 音像记录管理制度 2 to 4, 6, 装备管理制度 7."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from mingzhi.core.engine.models import Belonging, Matter


class Device(Matter):
    """One row per device. Its code is the number (编号) painted on it and set in its menu.

    `clock_offset_seconds` is what its clock showed minus the true time when it was last measured; `holder` has it while it is out.
    """

    class Kind(models.TextChoices):
        """The kinds of footage-2."""

        CAMERA = "camera", "照相机"
        RECORDER = "recorder", "录音机"
        CAMCORDER = "camcorder", "摄像机"
        BODY_CAMERA = "body_camera", "执法记录仪"
        HANDHELD = "handheld", "手持执法终端"
        SURVEILLANCE = "surveillance", "视频监控"
        STATION = "station", "采集存储设备"

    # Others point to a device by that name, which a name from the parent to the child would clash with.
    matter_ptr = models.OneToOneField(Matter, models.CASCADE, parent_link=True, primary_key=True, related_name="+")
    code = models.CharField("设备编号", max_length=40)
    device_kind = models.CharField("种类", max_length=16, choices=Kind.choices)
    vendor = models.CharField("厂商", max_length=60)
    model = models.CharField("型号", max_length=60, blank=True)
    serial = models.CharField("序列号", max_length=60, blank=True)
    keeper = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="保管人")
    clock_offset_seconds = models.DecimalField("时钟偏差（秒）", max_digits=10, decimal_places=1, default=0)
    holder = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="领用人")

    class Meta:
        verbose_name = "装备"


class Use(Belonging):
    """One row per time a device was taken out: the check before use, who, from when to when. Source: footage-4, footage-6."""

    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    taken_at = models.DateTimeField("领用时间")
    purpose = models.CharField("用途", max_length=200)
    works = models.BooleanField("工作正常")
    power_percent = models.PositiveSmallIntegerField("电量（%）")
    space_gib = models.DecimalField("剩余存储（GiB）", max_digits=7, decimal_places=1)
    returned_at = models.DateTimeField("归还时间", null=True, blank=True)
    condition = models.CharField("归还时状况", max_length=200, blank=True)

    class Meta:
        verbose_name = "使用登记"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.taken_by}领用"


class ClockReading(Belonging):
    """One row per time the clock of a device was compared with the true time. Source: footage-9."""

    shown_at = models.DateTimeField("设备时间")
    true_at = models.DateTimeField("标准时间")
    offset_seconds = models.DecimalField("偏差（秒）", max_digits=10, decimal_places=1)
    read_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "时钟核对"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.offset_seconds} 秒"
