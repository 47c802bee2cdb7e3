"""Who found which publication late, selective or missing, and what was done about it. Serves 公示制度 15."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from mingzhi.core.engine.models import Matter


class Lapse(Matter):
    """One row per lapse of publication that was found. Its responsible person handles it and decides nothing in it.

    `concerns` is the publication, bulletin or case that was not made public as it should; empty where there is none.
    """

    # Publications and bulletins are matters too: the way back from the common row must leave them their names.
    matter_ptr = models.OneToOneField(Matter, models.CASCADE, parent_link=True, primary_key=True, related_name="+")

    class Kind(models.TextChoices):
        """The three of disclosure-15, in its order."""

        MISSING = "missing", "不按要求公示"
        SELECTIVE = "selective", "选择性公示"
        LATE = "late", "更新维护不及时"

    lapse_kind = models.CharField("问题", max_length=12, choices=Kind.choices)
    concerns = models.ForeignKey(Matter, models.PROTECT, null=True, blank=True, related_name="disclosure_lapses", verbose_name="涉及的办件")
    responsible = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="责任人")
    found_on = models.DateField("发现日期")
    what = models.TextField("情况")
    demand = models.TextField("整改要求", blank=True)
    serious = models.BooleanField("情节严重", default=False)
    corrected_on = models.DateField("改正日期", null=True, blank=True)
    correction = models.TextField("改正情况", blank=True)
    measure = models.TextField("追究责任的情况", blank=True)

    class Meta:
        verbose_name = "公示问题"
