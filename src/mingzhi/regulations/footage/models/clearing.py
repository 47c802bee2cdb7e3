"""Clearing footage whose term is over: proposed by one, approved by two others, waited for, and traced for ever. Serves 音像记录管理制度 14."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from mingzhi.core.engine.models import Belonging, Matter

from .clip import Clip


class Clearing(Matter):
    """One row per list of footage proposed for clearing. `may_clear_at` is when the days of cooling are over, None until both approved."""

    because = models.TextField("没有保存价值的理由")
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="提出人")
    first_approver = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    second_approver = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    may_clear_at = models.DateTimeField("冷静期届满", null=True, blank=True)
    ended_because = models.TextField("不同意或者停止的理由", blank=True)

    class Meta:
        verbose_name = "音像资料清理"


class Tombstone(Belonging):
    """One row per clip on a list: what it was, and once it is cleared, that it was. Source: footage-14.

    `sha256`, `size_bytes` and `facts` are those of the clip, repeated so that they stay readable beside the list.
    """

    clip = models.ForeignKey(Clip, models.PROTECT, related_name="tombstones")
    sha256 = models.CharField(max_length=64)
    size_bytes = models.BigIntegerField()
    facts = models.JSONField("元数据", default=dict)
    expired_on = models.DateField("保存期限届满日")
    cleared_at = models.DateTimeField("清理时间", null=True, blank=True)

    class Meta:
        verbose_name = "清理清单"
        ordering = ["id"]

    def __str__(self) -> str:
        return str(self.clip)
