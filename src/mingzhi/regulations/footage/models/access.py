"""Looking at footage: who asked to, beyond what their post gives, and every look there was. Serves 全过程记录制度 18."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from mingzhi.core.engine.models import Belonging, Matter

from .clip import Clip


class AccessRequest(Matter):
    """One row per request to look at footage, or to have a copy of it, beyond one's own scope. Source: recording-18-approve."""

    class Want(models.TextChoices):
        LOOK = "look", "调阅"
        COPY = "copy", "复制"

    want = models.CharField("方式", max_length=4, choices=Want.choices)
    because = models.TextField("工作需要和理由")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="申请人")
    granted_until = models.DateTimeField("准许至", null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="批准人"
    )
    answer = models.TextField("批准意见或者不批准的理由", blank=True)

    class Meta:
        verbose_name = "音像资料调阅"


class AskedClip(Belonging):
    """One row per clip that a request is for."""

    clip = models.ForeignKey(Clip, models.PROTECT, related_name="asked_for")

    class Meta:
        verbose_name = "申请调阅的资料"
        ordering = ["id"]

    def __str__(self) -> str:
        return str(self.clip)


class Viewing(models.Model):
    """One row per time somebody opened a clip or a copy of it; entered in the ledger before the first byte went out.

    `code` stands in the address and the ledger names it. `ground` says by what right, `spans` what was really sent, in seconds from the
    beginning where the length is known (`unit` “s”), else in bytes (“B”); empty until the viewing is closed.
    """

    class Kind(models.TextChoices):
        LOOK = "look", "查看"
        DOWNLOAD = "download", "下载"

    code = models.CharField(max_length=32, unique=True)
    clip = models.ForeignKey(Clip, models.PROTECT, related_name="viewings")
    viewer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    kind = models.CharField("方式", max_length=8, choices=Kind.choices)
    ground = models.CharField("依据", max_length=60)
    purpose = models.CharField("用途", max_length=200)
    opened_at = models.DateTimeField("打开时间")
    closed_at = models.DateTimeField("结束时间", null=True, blank=True)
    unit = models.CharField(max_length=1, default="s")
    spans = models.JSONField("查看的部分", default=list)

    class Meta:
        verbose_name = "查看记录"
        ordering = ["id"]
        indexes = [models.Index(fields=["opened_at"], name="viewing_still_open", condition=Q(closed_at__isnull=True))]

    def __str__(self) -> str:
        return f"{self.viewer} {self.get_kind_display()}"
