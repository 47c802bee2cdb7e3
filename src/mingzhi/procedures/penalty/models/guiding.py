"""Enforcement without force (柔性执法): what was tried by word before, beside or instead of a penalty. Source: posts-6.4, personnel-20."""

from __future__ import annotations

from django.db import models

from mingzhi.core.engine.models import Belonging


class Guidance(Belonging):
    """One row per talk with the party: persuading, showing how, an interview, an admonition."""

    class Way(models.TextChoices):
        PERSUASION = "persuasion", "说服教育"
        SHOWING = "showing", "劝导示范"
        INTERVIEW = "interview", "指导约谈"
        ADMONITION = "admonition", "警示告诫"

    way = models.CharField("方式", max_length=12, choices=Way.choices)
    given_at = models.DateTimeField("时间")
    place = models.CharField("地点", max_length=200)
    person = models.CharField("对象", max_length=100)
    content = models.TextField("内容")
    response = models.TextField("当事人的反应和效果", blank=True)

    class Meta:
        verbose_name = "柔性执法"

    def __str__(self) -> str:
        return self.get_way_display()
