"""A file that becomes public with a decision or a bulletin. Serves 公示制度 4, 8, 11."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from mingzhi.core.engine.models import Attachment, Belonging
from mingzhi.core.vault.models import Blob


class PublicFile(Belonging):
    """One row per file that is, or will be, public with its matter. `original` stays in the house; `copy` is what everybody gets.

    said: what the scan could read in the copy, [[where, words]]; left_out: what the original told besides and the copy does not, in words.
    pictures: there is something to be seen in it that no scan reads; then somebody else has looked at it (`seen_by`). `kept_words` are those
    that a scan takes for a name or a number and a person found to be none. See docs/decisions/0128.
    """

    name = models.CharField("公开的文件名", max_length=120)
    original = models.ForeignKey(Attachment, models.PROTECT, related_name="+")
    copy = models.ForeignKey(Blob, models.PROTECT, related_name="+")
    said = models.JSONField("扫描读到的文字", default=list)
    left_out = models.JSONField("去掉的附带信息", default=list)
    pictures = models.BooleanField("有扫描读不到的图")
    kept_words = models.JSONField("核对后保留的字词", default=list)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField("添加时间")
    seen_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    seen_at = models.DateTimeField("看过的时间", null=True, blank=True)
    dropped_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    dropped_at = models.DateTimeField("去掉的时间", null=True, blank=True)

    class Meta:
        verbose_name = "公开的附件"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name
