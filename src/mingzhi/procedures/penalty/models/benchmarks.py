"""Benchmarks of discretion (行政处罚裁量基准) and lists of what is not punished (免罚清单), as versioned data.

Source: penalty-law-33, penalty-law-34, personnel-21.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from mingzhi.core.organs.models import Authority

from ..grounds import LISTED


class InForce(models.QuerySet[Any]):
    def valid_on(self, day: date) -> InForce:
        """Versions in force on that day."""
        return self.filter(valid_from__lte=day).filter(Q(valid_until__isnull=True) | Q(valid_until__gte=day))


class Benchmark(models.Model):
    """One row per version of the benchmark of one power, by the power's code: a new version of the power keeps its benchmark.

    `tiers`, from light to heavy: [{"name", "circumstances": [{"code", "text"}], "citizen": ["0", "100"], "unit": ["0", "200"]}],
    amounts in yuan as text; a sole trader counts as a citizen.
    """

    class Level(models.TextChoices):
        """Who laid it down: leaving one's own is decided at home, leaving a superior's needs the superior."""

        PROVINCE = "province", "市（省）级"
        DISTRICT = "district", "区县级"
        TOWN = "town", "本镇"

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="benchmarks")
    power_code = models.CharField("执法事项编码", max_length=32)
    version = models.CharField("版本", max_length=20)
    level = models.CharField("制定机关级别", max_length=12, choices=Level.choices)
    source = models.CharField("名称和来源", max_length=200)
    tiers = models.JSONField("裁量档次", default=list)
    valid_from = models.DateField("生效日期")
    valid_until = models.DateField("失效日期", null=True, blank=True)

    objects = InForce.as_manager()

    class Meta:
        verbose_name = "裁量基准"
        ordering = ["power_code", "valid_from"]
        constraints = [models.UniqueConstraint(fields=["authority", "power_code", "version"], name="a_benchmark_version_is_listed_once")]

    def __str__(self) -> str:
        return f"{self.source}（{self.version}版）"


class Exemption(models.Model):
    """One row per item of one version of a list of what is not punished (免罚清单): the power, the ground, the conditions and their basis.

    The list names what the law already leaves unpunished (penalty-law-33); it makes no new ground.
    """

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="exemptions")
    power_code = models.CharField("执法事项编码", max_length=32)
    source = models.CharField("清单名称", max_length=200)
    version = models.CharField("版本", max_length=20)
    number = models.PositiveIntegerField("项号")
    ground = models.CharField("不予处罚的情形", max_length=12, choices=[(one.value, one.label) for one in LISTED])
    conditions = models.JSONField("条件", default=list, help_text='["…"]，须全部具备')
    basis = models.JSONField("依据", default=list, help_text='[{"law","article"}]')
    valid_from = models.DateField("生效日期")
    valid_until = models.DateField("失效日期", null=True, blank=True)

    objects = InForce.as_manager()

    class Meta:
        verbose_name = "免罚清单事项"
        ordering = ["source", "valid_from", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "source", "version", "number", "power_code"], name="an_item_of_a_list_version_is_listed_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.source}（{self.version}版）第{self.number}项"

    def valid_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)
