"""The figures of a year as they were supplied, with the words about them and who answers for each step. Serves 公示制度 10."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from mingzhi.core.engine.models import Belonging, Matter


class YearlyFigures(Matter):
    """One row per year of an authority that is to become public."""

    year = models.PositiveSmallIntegerField("年度")
    published_on = models.DateField("公开日期", null=True, blank=True)

    class Meta:
        verbose_name = "年度执法数据"


class Tally(Belonging):
    """One row per time the numbers were supplied: counted then, and kept as they were with the ids of what they count.

    `cells` is {column: {"value", "matters", "people", "words", "source", "by"}}, `entered` the rows given by hand:
    [{"column", "value", "source"}]. The latest one is what is written about, approved and published.
    """

    number = models.PositiveSmallIntegerField("第几稿")
    cells = models.JSONField("统计数", default=dict)
    entered = models.JSONField("手工填写", default=list)
    overall = models.TextField("总体情况", blank=True)
    work = models.TextField("主要工作", blank=True)
    problems = models.TextField("存在的问题", blank=True)
    plans = models.TextField("下一步打算", blank=True)
    supplied_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    supplied_at = models.DateTimeField("提供时间")
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    written_at = models.DateTimeField("编写时间", null=True, blank=True)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    approved_at = models.DateTimeField("批准时间", null=True, blank=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    published_at = models.DateTimeField("发布时间", null=True, blank=True)

    class Meta:
        verbose_name = "年度执法数据稿"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["matter", "number"], name="a_tally_is_numbered_once")]

    def __str__(self) -> str:
        return f"第{self.number}稿"
