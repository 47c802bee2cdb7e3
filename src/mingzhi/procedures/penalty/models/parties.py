"""Parties (当事人) of a case: citizens, individual businesses with or without a trade name, legal persons; their agents."""

from __future__ import annotations

from django.db import models

from mingzhi.core.engine.models import Belonging


class Party(Belonging):
    """One row per party of one case. `identifier` finds the same party's earlier cases (首违不罚)."""

    class Kind(models.TextChoices):
        CITIZEN = "citizen", "公民"
        TRADER = "trader", "个体工商户"
        ORGANISATION = "organisation", "法人或者其他组织"

    class Gender(models.TextChoices):
        MALE = "男", "男"
        FEMALE = "女", "女"

    kind = models.CharField("类别", max_length=20, choices=Kind.choices)
    name = models.CharField("姓名或名称", max_length=100)
    identifier = models.CharField("身份证号或统一社会信用代码", max_length=32, db_index=True)
    gender = models.CharField("性别", max_length=2, choices=Gender.choices, blank=True)
    birth_on = models.DateField("出生日期", null=True, blank=True)
    address = models.CharField("住址或住所", max_length=200)
    phone = models.CharField("电话", max_length=40, blank=True)
    employer = models.CharField("工作单位", max_length=100, blank=True)
    trade_name = models.CharField("字号", max_length=100, blank=True)
    operator = models.CharField("经营者", max_length=50, blank=True)
    operator_identifier = models.CharField("经营者身份证号", max_length=32, blank=True)
    representative = models.CharField("法定代表人或负责人", max_length=50, blank=True)
    representative_title = models.CharField("职务", max_length=50, blank=True)
    agent = models.CharField("委托代理人", max_length=50, blank=True)
    agent_phone = models.CharField("代理人电话", max_length=40, blank=True)
    agent_powers = models.CharField("代理权限", max_length=100, blank=True)
    guardian = models.CharField("监护人", max_length=50, blank=True)
    guardian_phone = models.CharField("监护人电话", max_length=40, blank=True)

    class Meta:
        verbose_name = "当事人"

    def __str__(self) -> str:
        return self.name
