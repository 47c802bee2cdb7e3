"""The transfer of a suspected crime (涉嫌犯罪案件移送): what the team found, who approved, what the police did."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from mingzhi.core.engine.models import Matter
from mingzhi.procedures.penalty.models import Case


class CrimeTransfer(Matter):
    """One row per transfer of one case; its handlers are the team. `goods` and `materials` are rows as forms give them."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="crime_transfers")
    suspicion = models.TextField("涉嫌犯罪的情况")
    offence = models.CharField("涉嫌罪名", max_length=100, blank=True)
    offence_basis = models.CharField("刑法条款和立案追诉标准", max_length=300, blank=True)
    found = models.TextField("查明的事实", blank=True)
    evidence = models.TextField("主要证据", blank=True)
    proposal = models.TextField("移送意见", blank=True)
    reported_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    reported_at = models.DateTimeField("报告时间", null=True, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    decided_at = models.DateTimeField("批准时间", null=True, blank=True)
    approved = models.BooleanField("是否批准", null=True, blank=True)
    decision = models.TextField("批准意见或者不批准的理由", blank=True)
    police = models.CharField("受移送的公安机关", max_length=100, blank=True)
    materials = models.JSONField("移送材料", default=list)
    goods = models.JSONField("涉案物品", default=list)
    handed_at = models.DateTimeField("移送时间", null=True, blank=True)
    receipt = models.CharField("移送回执", max_length=200, blank=True)
    answer_number = models.CharField("公安机关通知书文号", max_length=100, blank=True)
    answered_on = models.DateField("收到通知书日期", null=True, blank=True)
    answer_reasons = models.TextField("不予立案的理由", blank=True)
    asked_again = models.TextField("提请复议或者建议监督", blank=True)
    goods_handed_at = models.DateTimeField("物品移交时间", null=True, blank=True)
    goods_receipt = models.CharField("物品交接回执", max_length=200, blank=True)

    class Meta:
        verbose_name = "涉嫌犯罪移送"
