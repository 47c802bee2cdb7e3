"""Discs of footage that is kept for ever: one image, burned twice, checked by reading back. Serves 音像记录管理制度 15."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from mingzhi.core.engine.models import Belonging, Matter

from .clip import Clip


class Disc(Matter):
    """One row per disc, of which two are burned alike. `label` is its 标号; `about` the activity or case whose name is on it.

    `image_sha256` and `image_bytes` are of the image as built; the image itself is a passing file. `problem` says why it could not be
    built, or not be put together again.
    """

    label = models.CharField("标号", max_length=60)
    subject = models.ForeignKey(Matter, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="执法活动或者案件")
    subject_name = models.CharField("执法活动或者案件名称", max_length=300)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="制作人")
    image_sha256 = models.CharField("映像 SHA-256", max_length=64, blank=True)
    image_bytes = models.BigIntegerField("映像大小", null=True, blank=True)
    built_at = models.DateTimeField("映像制作时间", null=True, blank=True)
    problem = models.TextField("没有制作成功的原因", blank=True)
    burned_on = models.DateField("刻录日期", null=True, blank=True)
    discs = models.JSONField("光盘", default=list)
    checked_at = models.DateTimeField("校验时间", null=True, blank=True)
    place = models.CharField("存放位置", max_length=100, blank=True)
    second_place = models.CharField("另一份存放位置", max_length=100, blank=True)

    class Meta:
        verbose_name = "音像资料光盘"


class DiscClip(Belonging):
    """One row per clip on a disc, with the name it has there."""

    clip = models.ForeignKey(Clip, models.PROTECT, related_name="on_discs")
    name = models.CharField("盘内文件名", max_length=120)
    sha256 = models.CharField(max_length=64)

    class Meta:
        verbose_name = "光盘内容"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class LostImage(Belonging):
    """One row per time the image of a disc was lost or damaged; `ended_at` is when it was there again, or nobody could make it."""

    because = models.TextField("遗失、损坏的情况")
    told_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    told_at = models.DateTimeField("报告时间")
    ended_at = models.DateTimeField("办结时间", null=True, blank=True)

    class Meta:
        verbose_name = "映像遗失、损坏"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.because


class DiscFrame(models.Model):
    """One row per image that was built: all of it but the content of its clips, which the vault has. See `rebuilding`.

    Stands in no record: the digest of the image, which does, proves what is put together with it.
    """

    disc = models.OneToOneField(Disc, models.PROTECT, related_name="frame")
    packed = models.TextField()

    class Meta:
        verbose_name = "光盘映像的框架"

    def __str__(self) -> str:
        return f"{self.disc_id}"
