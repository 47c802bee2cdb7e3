"""Collective discussions (集体讨论): who sat, who was away or kept out, what each said, what was concluded. Source: penalty-law-57.2."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from mingzhi.core.engine.models import Belonging


class Minutes(Belonging):
    """What every discussion of the heads leaves on record, whatever they decided.

    `members` is [{"id" or None, "name", "title", "attendance", "because", "opinion", "position"}], `attendants`
    [{"role", "name", "about"}].
    """

    class Attendance(models.TextChoices):
        PRESENT = "present", "出席"
        ABSENT = "absent", "缺席"
        RECUSED = "recused", "回避"

    class Position(models.TextChoices):
        AGREE = "agree", "同意结论"
        DISSENT = "dissent", "不同意，保留意见"

    from_at = models.DateTimeField("开始时间")
    until_at = models.DateTimeField("结束时间")
    place = models.CharField("地点", max_length=200)
    chair = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="主持人")
    recorder = models.CharField("记录人", max_length=50)
    members = models.JSONField("讨论成员", default=list)
    attendants = models.JSONField("列席人员", default=list)
    case_put = models.TextField("承办人汇报")
    reasons = models.TextField("结论的理由")
    discussed_at = models.DateTimeField("登记时间")
    signatures = models.JSONField(default=dict)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.place}的集体讨论"

    def present(self) -> list[dict]:
        """The members who were there."""
        return [row for row in self.members if row["attendance"] == self.Attendance.PRESENT]


class Discussion(Minutes):
    """One row per discussion of what to decide in a case. `proposed` and `found` are what lay before them; `penalties` what they concluded."""

    class Result(models.TextChoices):
        PUNISH = "punish", "给予行政处罚"
        NOT_PUNISH = "not_punish", "不予行政处罚"
        INVESTIGATE = "investigate", "退回补充调查或者重新提请"

    result = models.CharField("结论", max_length=12, choices=Result.choices)
    penalties = models.JSONField("决定给予的处罚", default=list)
    proposed = models.JSONField("提请讨论的处罚", default=list)
    found = models.TextField("提请讨论的事实", blank=True)

    class Meta:
        verbose_name = "集体讨论"
        ordering = ["id"]
