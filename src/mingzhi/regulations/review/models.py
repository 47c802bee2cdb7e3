"""A legal review of a case: its submissions, what was found in each, what was asked and answered. Serves 法制审核制度 5 to 15."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from mingzhi.core.documents.models import Document
from mingzhi.core.engine.models import Belonging, Matter
from mingzhi.law.reviewing import Aspect, Outcome, Verdict
from mingzhi.procedures.enforcement.models import Enforcement
from mingzhi.procedures.penalty.models import Case


class Review(Matter):
    """One row per case whose penalty was ever submitted, and one per execution whose decision was; a new submission is a round of it.

    `execution` is the enforcement whose decision is reviewed, and empty where the penalty is.

    `round` is that of the latest submission, `result` its outcome once an opinion is out.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="reviews")
    execution = models.ForeignKey(Enforcement, models.PROTECT, null=True, blank=True, related_name="legal_reviews")
    round = models.PositiveSmallIntegerField("轮次", default=0)
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="审核人")
    result = models.PositiveSmallIntegerField("审核意见", choices=[(one.value, one.title) for one in Outcome], null=True, blank=True)

    class Meta:
        verbose_name = "法制审核"
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=models.Q(execution__isnull=True), name="a_case_has_one_review"),
            models.UniqueConstraint(fields=["execution"], name="an_execution_has_one_review"),
        ]


class Submission(Belonging):
    """One row per submission: the application's four items, and a copy of what was submitted with it.

    `penalties` (or `order`, {"reasons", "manner", "begins_at"}) and `found` are the proposal and the facts as they were; `package` lists
    [{"kind", "id", "code", "title", "number", "sha256", "pages"}]. Source: review-6, review-7, review-8, review-12.
    """

    class Missing(models.TextChoices):
        """The four kinds of material of review-6."""

        APPLICATION = "application", "重大行政执法决定法制审核申请书"
        PROPOSAL = "proposal", "拟作出的重大行政执法决定"
        EVIDENCE = "evidence", "相关证据"
        OTHER = "other", "其他应当提交的材料"

    class Course(models.TextChoices):
        """What is asked for where the opinion is one of review-11.3."""

        ANEW = "anew", "重新调查"
        MORE = "more", "补充调查"
        NONE = "none", "不予作出行政执法决定"

    round = models.PositiveSmallIntegerField("轮次")
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField("送审时间")
    facts = models.TextField("基本事实")
    law_and_benchmark = models.TextField("适用法律、法规、规章和执行裁量基准的情况")
    evidence_taking = models.TextField("调查取证情况")
    other = models.TextField("其他需要说明的情况")
    changes = models.TextField("与上次送审的变化", blank=True)
    proposed_decision = models.TextField("拟作出的决定")
    reasons = models.JSONField("属于重大决定的情形", default=list)
    penalties = models.JSONField(default=list)
    found = models.TextField(blank=True)
    order = models.JSONField("拟作出的强制执行决定", default=dict)
    package = models.JSONField("送审材料", default=list)
    received_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    received_at = models.DateTimeField("收件时间", null=True, blank=True)
    returned_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    returned_at = models.DateTimeField("退回时间", null=True, blank=True)
    missing = models.JSONField("缺少的材料", default=list)
    returned_because = models.TextField("退回的理由", blank=True)
    result = models.PositiveSmallIntegerField("审核意见", choices=[(one.value, one.title) for one in Outcome], null=True, blank=True)
    course = models.CharField("处理", max_length=8, choices=Course.choices, blank=True)
    opinion = models.TextField("审核意见和建议", blank=True)
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    issued_at = models.DateTimeField("出具时间", null=True, blank=True)

    class Meta:
        verbose_name = "送审"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["matter", "round"], name="a_round_is_submitted_once")]

    def __str__(self) -> str:
        return f"第{self.round}次送审"


class Finding(Belonging):
    """One row per aspect of one submission, with the page of the file it speaks of. Source: review-9."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="findings")
    aspect = models.CharField("审核方面", max_length=12, choices=[(one.value, one.title) for one in Aspect])
    verdict = models.CharField("结论", max_length=8, choices=[(one.value, one.title) for one in Verdict])
    grounds = models.TextField("理由", blank=True)
    document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="所指文书")
    page = models.PositiveSmallIntegerField("页", null=True, blank=True)
    found_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    found_at = models.DateTimeField()

    class Meta:
        verbose_name = "逐项审核"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["submission", "aspect"], name="an_aspect_is_judged_once_a_round")]

    def __str__(self) -> str:
        return f"{self.get_aspect_display()}：{self.get_verdict_display()}"


class Question(Belonging):
    """One row per question of the reviewer to the handlers, with its answer. Source: review-10."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="questions")
    question = models.TextField("问题")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answer = models.TextField("答复", blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "了解案情"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.question


class CoReviewer(Belonging):
    """One row per person who reviewed together with the reviewer, and what they said. Source: review-5-cosign."""

    class Kind(models.TextChoices):
        COUNSEL = "counsel", "镇法律顾问"
        JUSTICE = "justice", "司法所人员"

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="coreviewers")
    kind = models.CharField("身份", max_length=12, choices=Kind.choices)
    name = models.CharField("姓名", max_length=50)
    unit = models.CharField("单位", max_length=100, blank=True)
    opinion = models.TextField("意见")
    on = models.DateField("日期")

    class Meta:
        verbose_name = "会同审核"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}{self.name}"


class Liability(Belonging):
    """One row per breach of the review rules for which somebody was held to account. Source: review-15."""

    persons = models.CharField("责任人员", max_length=200)
    breach = models.TextField("违反制度的情形")
    harm = models.TextField("造成的损害或者影响")
    consequence = models.TextField("追究的责任")
    decided_by = models.CharField("作出处理的机关（机构）", max_length=100)
    decided_on = models.DateField("处理日期")

    class Meta:
        verbose_name = "责任追究"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.persons


__all__ = ["Case", "CoReviewer", "Finding", "Liability", "Question", "Review", "Submission"]
