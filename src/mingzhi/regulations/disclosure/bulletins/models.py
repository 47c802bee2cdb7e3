"""A bulletin with its versions, and the texts that were collected for it. Serves 公示制度 5 to 7, 12 to 14."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from mingzhi.core.engine.models import Belonging, Matter

from .topics import Topic


class Bulletin(Matter):
    """One row per version of a piece of information that is to become public. `first` is the first version of it, empty in that one itself.

    `ground` says why it does not become public; empty while nobody has asked for that. Public from `published_on` to `until_on` exclusive.
    """

    topic = models.CharField("栏目", max_length=12, choices=Topic.choices)
    required_by = models.CharField("规定应当公开的依据", max_length=200, blank=True)
    formed_on = models.DateField("形成（变更）日期")
    first = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="later_versions")
    replaces = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="replaced_by")
    ground = models.CharField("不予公开的情形", max_length=16, blank=True)
    published_on = models.DateField("公开日期", null=True, blank=True)
    until_on = models.DateField("更新或者停止公开的日期", null=True, blank=True)
    ended_because = models.CharField("停止公开的理由", max_length=300, blank=True)

    class Meta:
        verbose_name = "公示信息"
        indexes = [models.Index(fields=["topic", "published_on"], name="bulletin_by_topic")]


class Sheet(Belonging):
    """One row per text that was collected for a bulletin, and who answers for each step.

    `rows` are those of a list of random inspections: [{"subject", "basis", "object", "content", "share", "manner"}]. `kept_words` are those
    that a scan takes for a name or a number and a person found to be none.
    """

    number = models.PositiveSmallIntegerField("第几稿")
    title = models.CharField("公开的标题", max_length=200)
    text = models.TextField("公开的内容", blank=True)
    rows = models.JSONField("随机抽查事项", default=list)
    kept_words = models.JSONField("核对后保留的字词", default=list)
    changes = models.CharField("更正了什么", max_length=300, blank=True)
    collected_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    collected_at = models.DateTimeField("采集时间")
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    checked_at = models.DateTimeField("审核时间", null=True, blank=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    published_at = models.DateTimeField("发布时间", null=True, blank=True)

    class Meta:
        verbose_name = "公示信息文稿"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["matter", "number"], name="a_sheet_is_numbered_once")]

    def __str__(self) -> str:
        return f"第{self.number}稿"
