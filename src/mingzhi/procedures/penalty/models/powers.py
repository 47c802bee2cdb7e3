"""The power list (执法事项清单): what the town may do, under which law, in whose name, between which days."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q

from mingzhi.core.organs.models import Authority


class PowersOn(models.QuerySet["Power"]):
    def valid_on(self, day: date) -> PowersOn:
        """Versions in force on that day."""
        return self.filter(valid_from__lte=day).filter(Q(valid_until__isnull=True) | Q(valid_until__gte=day))


class Power(models.Model):
    """One row per version of one power. A case keeps the version of its filing day.

    The kind decides issuer, seal and remedy: an entrusted power is used in the entrusting organ's name and never
    with coercive measures (penalty-law-20, compulsion-law-17).
    """

    class Kind(models.TextChoices):
        STATUTORY = "statutory", "法定"
        GRANTED = "granted", "赋权"
        ENTRUSTED = "entrusted", "委托"

    class Scope(models.TextChoices):
        PENALTY = "penalty", "行政处罚"
        INSPECTION = "inspection", "行政检查"

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="powers")
    code = models.CharField("编码", max_length=32)
    version = models.CharField("版本", max_length=20)
    name = models.CharField("事项名称", max_length=200)
    kind = models.CharField("类型", max_length=16, choices=Kind.choices)
    scope = models.CharField("职权", max_length=16, choices=Scope.choices, default=Scope.PENALTY)
    department = models.CharField("原实施部门", max_length=100, blank=True)
    violated = models.JSONField("违反的规定", default=list, help_text='[{"law","article","text"}]')
    basis = models.JSONField("处罚依据", default=list, help_text='[{"law","article","text"}]')
    penalty_kinds = models.JSONField("处罚种类", default=list)
    measures = models.JSONField("可以采取的强制措施", default=list, help_text='[{"kind": "seal" 或 "seize", "law", "article"}]')
    enforcement = models.JSONField(
        "可以自行强制执行的方式", default=list, help_text='[{"kind": "demolish" 或 "substitute", "law", "article"}]'
    )
    sanction = models.TextField("处罚内容", blank=True)
    fine_min_citizen_yuan = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    fine_max_citizen_yuan = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    fine_min_unit_yuan = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    fine_max_unit_yuan = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    valid_from = models.DateField("生效日期")
    valid_until = models.DateField("失效日期", null=True, blank=True)
    source = models.CharField("清单来源", max_length=200)
    hand_to = models.CharField("不属本镇时移送给", max_length=100, blank=True)
    entrusting_organ = models.CharField("委托机关", max_length=100, blank=True)
    entrusting_word = models.CharField("委托机关代字", max_length=20, blank=True)
    entrusting_review_organ = models.CharField("委托机关的复议机关", max_length=100, blank=True)
    entrusting_court = models.CharField("委托机关的管辖法院", max_length=100, blank=True)
    entrustment_number = models.CharField("委托协议备案号", max_length=100, blank=True)

    objects = PowersOn.as_manager()

    class Meta:
        verbose_name = "执法事项"
        ordering = ["code", "valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "code", "version"], name="a_power_version_is_listed_once"),
            models.CheckConstraint(name="an_entrusted_power_names_its_organ", condition=~Q(kind="entrusted") | ~Q(entrusting_organ="")),
        ]

    def __str__(self) -> str:
        return self.name

    def valid_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)

    @property
    def issuer(self) -> str:
        """In whose name decisions are made: the entrusting organ's for an entrusted power, else the town's."""
        return self.entrusting_organ if self.kind == self.Kind.ENTRUSTED else self.authority.name

    @property
    def review_organ(self) -> str:
        return self.entrusting_review_organ if self.kind == self.Kind.ENTRUSTED else self.authority.review_organ

    @property
    def court(self) -> str:
        return self.entrusting_court if self.kind == self.Kind.ENTRUSTED else self.authority.court
