"""Hearings (听证): asked for or waived, arranged, held, reported or ended. Source: penalty-law-63 to 65."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from mingzhi.core.documents.models import Document
from mingzhi.core.engine.models import Attachment, Belonging


class Hearing(Belonging):
    """One row per application for a hearing on one notice (D24), or per waiver of it in writing.

    Moments are empty until they are reached. `evidence` is [{"evidence", "proof", "view", "finding"}],
    `attendants` [{"role", "name", "about"}], `agents` [{"name", "identifier", "phone", "powers"}].
    """

    class Channel(models.TextChoices):
        """How the party asked. Source: cq-hearing-apply."""

        WRITTEN = "written", "书面"
        POST = "post", "书面（邮寄）"
        ORAL = "oral", "口头"
        EMAIL = "email", "电子邮件"
        OTHER = "other", "其他方式"

    class Status(models.TextChoices):
        ASKED = "asked", "已申请，待组织"
        ARRANGED = "arranged", "已通知，待举行"
        POSTPONED = "postponed", "已延期，待另行通知"
        HELD = "held", "已举行，待报告"
        REPORTED = "reported", "已报告"
        ENDED = "ended", "已终止"
        WAIVED = "waived", "书面放弃"

    class Closed(models.TextChoices):
        """Why a hearing is not open to the public. Source: penalty-law-64.3."""

        STATE_SECRET = "state_secret", "涉及国家秘密"
        TRADE_SECRET = "trade_secret", "涉及商业秘密"
        PRIVACY = "privacy", "涉及个人隐私"

    class End(models.TextChoices):
        """Why a hearing ended without a record to decide by. Source: penalty-law-64.6."""

        WITHDRAWN = "withdrawn", "当事人撤回听证申请"
        ABSENT = "absent", "当事人及其代理人无正当理由拒不出席"
        LEFT = "left", "当事人及其代理人未经许可中途退出"
        TOLD_ANEW = "told_anew", "需要补充调查，重新告知"

    class Advice(models.TextChoices):
        """What the report recommends."""

        AGREE = "agree", "同意拟作出的处罚"
        LIGHTER = "lighter", "从轻、减轻处罚"
        NOT_PUNISH = "not_punish", "不予行政处罚"
        INVESTIGATE = "investigate", "补充调查"

    notice = models.ForeignKey(Document, models.PROTECT, related_name="+", verbose_name="听证告知书")
    status = models.CharField("办理状态", max_length=12, choices=Status.choices)
    asked_by = models.CharField("申请人", max_length=100)
    channel = models.CharField("提出方式", max_length=12, choices=Channel.choices, blank=True)
    asked_on = models.DateField("提出日期")
    reasons = models.TextField("请求和理由", blank=True)
    agents = models.JSONField("代理人", default=list)
    attachment = models.ForeignKey(Attachment, models.PROTECT, null=True, blank=True, related_name="+")
    signatures = models.JSONField(default=dict)
    chair = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="听证主持人")
    members = models.JSONField("听证员", default=list, help_text='[{"id","name"}]')
    recorder = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="记录人")
    begins_at = models.DateTimeField("通知的听证时间", null=True, blank=True)
    place = models.CharField("听证地点", max_length=200, blank=True)
    closed_because = models.CharField("不公开的理由", max_length=20, choices=Closed.choices, blank=True)
    postponed_because = models.TextField("延期的理由", blank=True)
    from_at = models.DateTimeField("开始时间", null=True, blank=True)
    until_at = models.DateTimeField("结束时间", null=True, blank=True)
    officers = models.JSONField("出席的案件调查人员", default=list)
    attendants = models.JSONField("其他参加人", default=list)
    case_put = models.TextField("调查人员的陈述", blank=True)
    evidence = models.JSONField("举证和质证", default=list)
    party_statement = models.TextField("当事人的陈述和申辩", blank=True)
    debate = models.TextField("辩论", blank=True)
    last_words = models.TextField("最后陈述", blank=True)
    held_signatures = models.JSONField(default=dict)
    ended_at = models.DateTimeField("终止时间", null=True, blank=True)
    ended_because = models.CharField("终止的情形", max_length=12, choices=End.choices, blank=True)
    end_reasons = models.TextField("终止的理由", blank=True)
    reported_at = models.DateTimeField("报告时间", null=True, blank=True)
    findings = models.JSONField("报告的认定", default=dict, help_text='{"facts","evidence","law","procedure"}')
    advice = models.CharField("处理意见", max_length=12, choices=Advice.choices, blank=True)
    advised_penalties = models.JSONField("建议的处罚", default=list)
    advice_reasons = models.TextField("处理意见的理由", blank=True)

    class Meta:
        verbose_name = "听证"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.asked_by}的听证"
