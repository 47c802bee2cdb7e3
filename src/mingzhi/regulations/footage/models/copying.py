"""Copies of footage for somebody else: only as approved, marked, and naming the original they were made from. Serves 全过程记录制度 17."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from mingzhi.core.engine.models import Matter
from mingzhi.core.vault.models import Blob

from .clip import Clip


class Copy(Matter):
    """One row per copy asked for: of one clip, from one second to another, with parts blurred, or the untouched original.

    `blurs` are rows `{from_s, until_s, left, top, width, height}` in seconds and per cent of the picture. `output` is what was made,
    from `parent_sha256` by `recipe` with `tool`; `rechecked_at` is when the original was hashed again afterwards and found whole.
    """

    class Form(models.TextChoices):
        MARKED = "marked", "加水印的副本"
        ORIGINAL = "original", "未经处理的原件"

    class Recipient(models.TextChoices):
        INSIDE = "inside", "本机关人员工作使用"
        OVERSIGHT = "oversight", "纪检监察、法制审核、执法监督机构"
        JUSTICE = "justice", "复议机关、人民法院、公安机关"
        PARTY = "party", "当事人及其代理人"
        PUBLIC = "public", "新闻媒体、互联网发布"
        OTHER = "other", "其他单位和个人"

    clip = models.ForeignKey(Clip, models.PROTECT, related_name="copies")
    form = models.CharField("形式", max_length=8, choices=Form.choices)
    recipient_kind = models.CharField("提供对象", max_length=12, choices=Recipient.choices)
    recipient = models.CharField("接收单位（个人）", max_length=200)
    purpose = models.CharField("用途", max_length=200)
    basis = models.CharField("依据", max_length=300, blank=True)
    from_s = models.DecimalField("从（秒）", max_digits=9, decimal_places=1, default=0)
    until_s = models.DecimalField("到（秒）", max_digits=9, decimal_places=1, null=True, blank=True)
    blurs = models.JSONField("模糊处理", default=list)
    unblurred_because = models.CharField("不作模糊处理的理由", max_length=300, blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="申请人")
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    approved_at = models.DateTimeField("批准时间", null=True, blank=True)
    output = models.ForeignKey(Blob, models.PROTECT, null=True, blank=True, related_name="+")
    parent_sha256 = models.CharField("原件 SHA-256", max_length=64, blank=True)
    recipe = models.JSONField("处理方法", default=dict)
    tool = models.CharField("处理工具", max_length=100, blank=True)
    made_at = models.DateTimeField("制作时间", null=True, blank=True)
    rechecked_at = models.DateTimeField("原件复核时间", null=True, blank=True)
    problem = models.TextField("没有制作成功的原因", blank=True)
    receiver = models.CharField("签收人", max_length=50, blank=True)
    handed_at = models.DateTimeField("提供时间", null=True, blank=True)

    class Meta:
        verbose_name = "音像资料复制"
