"""Remedies against a decision (行政复议、行政诉讼): who attacks it where, what the organ answers, what came of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from mingzhi.core.engine.models import Belonging, Matter
from mingzhi.procedures.penalty.models import Case


class Remedy(Matter):
    """One row per remedy; a second instance is a row of its own. `penalties` are those a changed decision now has."""

    class Kind(models.TextChoices):
        REVIEW = "review", "行政复议"
        SUIT = "suit", "行政诉讼（一审）"
        APPEAL = "appeal", "行政诉讼（二审）"

    class Result(models.TextChoices):
        UPHELD = "upheld", "维持（驳回诉讼请求）"
        DISMISSED = "dismissed", "驳回申请（起诉）"
        WITHDRAWN = "withdrawn", "撤回申请（撤诉）"
        SETTLED = "settled", "调解、和解"
        CHANGED = "changed", "变更"
        REVOKED = "revoked", "撤销"
        UNLAWFUL = "unlawful", "确认违法"
        VOID = "void", "确认无效"

    case = models.ForeignKey(Case, models.PROTECT, related_name="remedies")
    remedy_kind = models.CharField("种类", max_length=8, choices=Kind.choices)
    organ = models.CharField("复议机关（人民法院）", max_length=100)
    file_number = models.CharField("案号", max_length=100, blank=True)
    applicant = models.CharField("申请人（原告）", max_length=100)
    claims = models.TextField("请求和理由")
    simple = models.BooleanField("适用简易程序", default=False)
    applied_on = models.DateField("申请（起诉）日期", null=True, blank=True)
    received_on = models.DateField("收到副本日期", null=True, blank=True)
    stopped_on = models.DateField("停止执行之日", null=True, blank=True)
    stopped_because = models.CharField("停止执行的理由", max_length=300, blank=True)
    answer_facts = models.TextField("事实和证据", blank=True)
    answer_law = models.TextField("程序和依据", blank=True)
    answer_request = models.TextField("答复（答辩）请求", blank=True)
    answer_evidence = models.JSONField("证据清单", default=list)
    drafted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    answered_on = models.DateField("答复（答辩）日期", null=True, blank=True)
    result = models.CharField("结果", max_length=10, choices=Result.choices, blank=True)
    result_number = models.CharField("决定书（裁判文书）文号", max_length=100, blank=True)
    result_on = models.DateField("收到结果日期", null=True, blank=True)
    result_words = models.TextField("结果的主要内容", blank=True)
    penalties = models.JSONField("变更后的处罚", default=list)
    redo = models.BooleanField("责令重新作出", default=False)
    opinion_on = models.DateField("收到复议意见书（司法建议）日期", null=True, blank=True)
    reported_back_on = models.DateField("反馈日期", null=True, blank=True)
    effective_on = models.DateField("生效日期", null=True, blank=True)

    class Meta:
        verbose_name = "复议诉讼"


class Appearance(Belonging):
    """One row per hearing of a remedy: whether the head of the organ appeared, or who did and why. Source: litigation-law-3."""

    on = models.DateField("日期")
    place = models.CharField("地点", max_length=200)
    head_appeared = models.BooleanField("机关负责人出庭", default=False)
    person = models.CharField("出庭（出席）人", max_length=100)
    because = models.CharField("负责人不能出庭的理由", max_length=300, blank=True)
    course = models.TextField("经过", blank=True)

    class Meta:
        verbose_name = "出庭"

    def __str__(self) -> str:
        return f"{self.on} {self.person}"
