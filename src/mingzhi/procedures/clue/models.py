"""Clues of offences (线索): what was seen or reported, and apart from it, under lock, who reported it."""

from __future__ import annotations

from django.db import models

from mingzhi.core.engine.models import Belonging, Matter


class Clue(Matter):
    """One row per clue. It ends in a case, in a transfer with receipt, or not filed with reasons."""

    class Source(models.TextChoices):
        PATROL = "patrol", "巡查发现"
        REPORT = "report", "群众举报"
        TRANSFER = "transfer", "其他机关移送"
        ASSIGNED = "assigned", "上级交办"
        INSPECTION = "inspection", "检查发现"
        VILLAGE = "village", "村居上报"

    source = models.CharField("来源", max_length=16, choices=Source.choices)
    received_at = models.DateTimeField("收到时间")
    content = models.TextField("内容")
    place = models.CharField("地点", max_length=200)
    suspect = models.CharField("涉嫌单位或个人", max_length=100, blank=True)
    verification = models.TextField("核查情况", blank=True)
    verified_at = models.DateTimeField(null=True, blank=True)
    conclusion = models.TextField("处理意见", blank=True)
    handed_to = models.CharField("移送单位", max_length=100, blank=True)
    handed_at = models.DateTimeField(null=True, blank=True)
    receipt = models.CharField("移交回执", max_length=200, blank=True)

    class Meta:
        verbose_name = "线索"


class Informant(Belonging):
    """One row per informant, apart from the clue: only who took it in and who must answer may read it (complaint-8)."""

    name = models.CharField("姓名", max_length=50)
    contact = models.CharField("联系方式", max_length=100)
    wants_answer = models.BooleanField("要求答复", default=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField("答复", blank=True)

    class Meta:
        verbose_name = "举报人"

    def __str__(self) -> str:
        return "举报人"
