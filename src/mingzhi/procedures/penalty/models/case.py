"""A penalty case, of the ordinary or the summary procedure: what was done, by whom it is handled, what was decided."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from mingzhi.core.engine.models import Belonging, Matter

from .benchmarks import Benchmark
from .powers import Power


class Case(Matter):
    """One row per penalty case. Amounts in yuan; `*_penalties` are lists of {"kind", "content", "amount_yuan"?}.

    `facts` grow with the case: first as suspected (filing), then as found (report), as told (notice), as decided.
    """

    class Outcome(models.TextChoices):
        PERFORMED = "performed", "当事人自动履行"
        COLLECTED = "collected", "罚款已收缴"
        NOT_PUNISHED = "not_punished", "不予行政处罚"
        TRANSFERRED = "transferred", "移送有管辖权的机关"
        WITHDRAWN = "withdrawn", "撤销立案"
        TERMINATED = "terminated", "终止调查"
        NOT_FILED = "not_filed", "不予立案"
        ENFORCED = "enforced", "强制执行完毕"
        ENFORCEMENT_ENDED = "enforcement_ended", "终结执行"
        ANNULLED = "annulled", "决定被撤销"
        TO_POLICE = "to_police", "涉嫌犯罪移送公安机关"

    class Standing(models.TextChoices):
        """What a review organ or a court left of the decision; empty while nobody has touched it."""

        UPHELD = "upheld", "维持"
        CHANGED = "changed", "变更"
        REVOKED = "revoked", "撤销"
        UNLAWFUL = "unlawful", "确认违法"
        VOID = "void", "确认无效"

    # Matters about a case call it `case`: the way back from the common row must leave them that name.
    matter_ptr = models.OneToOneField(Matter, models.CASCADE, parent_link=True, primary_key=True, related_name="+")
    #: After these the decision is no more.
    FALLEN = (Standing.REVOKED, Standing.VOID)

    power = models.ForeignKey(Power, models.PROTECT, related_name="cases")
    from_clue = models.ForeignKey("clue.Clue", models.PROTECT, null=True, blank=True, related_name="cases")
    cause = models.CharField("案由", max_length=200)
    source = models.CharField("案件来源", max_length=200)
    place = models.CharField("违法地点", max_length=200)
    acted_from_on = models.DateField("违法行为开始日")
    acted_until_on = models.DateField("违法行为终了日", null=True, blank=True, help_text="仍在继续的留空")
    discovered_on = models.DateField("发现日期")
    endangers_life = models.BooleanField("涉及公民生命健康安全、金融安全且有危害后果", default=False)
    facts = models.TextField("案情")
    filed_on = models.DateField("立案日期", null=True, blank=True)
    suspended_stage = models.CharField(max_length=32, blank=True)
    found = models.TextField("查明的事实", blank=True)
    discretion = models.TextField("裁量说明", blank=True)
    discretion_basis = models.CharField("裁量依据", max_length=300, blank=True)
    benchmark = models.ForeignKey(Benchmark, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="裁量基准")
    circumstances = models.JSONField("裁量情节", default=list)
    mitigations = models.JSONField("从轻、减轻的法定情形", default=list)
    deviation_because = models.CharField("偏离裁量基准的理由", max_length=300, blank=True)
    also_violated = models.JSONField("同一行为还违反的事项", default=list, help_text='[{"power","code","name"}]')
    uncorrected_because = models.CharField("没有责令改正的理由", max_length=300, blank=True)
    major_facts = models.JSONField("重大决定的情形", default=list)
    needs_review = models.CharField("属于重大决定的理由", max_length=200, blank=True)
    proposed_penalties = models.JSONField(default=list)
    told_penalties = models.JSONField(default=list)
    told_on = models.DateField("告知送达日", null=True, blank=True)
    decided_penalties = models.JSONField(default=list)
    decided_on = models.DateField("决定日期", null=True, blank=True)
    decision_number = models.CharField("决定书文号", max_length=64, blank=True)
    fine_yuan = models.DecimalField("罚款", max_digits=12, decimal_places=2, null=True, blank=True)
    confiscated_yuan = models.DecimalField("没收违法所得", max_digits=12, decimal_places=2, null=True, blank=True)
    decision_served_on = models.DateField("决定书送达日", null=True, blank=True)
    pay_by_on = models.DateField("缴款期限", null=True, blank=True)
    decision_standing = models.CharField("决定的效力", max_length=12, choices=Standing.choices, blank=True)
    enforcement_result = models.CharField("强制执行结果", max_length=20, blank=True)
    outcome = models.CharField("结案方式", max_length=20, choices=Outcome.choices, blank=True)
    closed_on = models.DateField("结案日期", null=True, blank=True)
    file_number = models.CharField("案卷号", max_length=20, blank=True)
    kept_for = models.CharField("保管期限", max_length=20, blank=True)
    file_pages = models.PositiveIntegerField("卷内页数", null=True, blank=True)

    class Meta:
        verbose_name = "案件"


class Approval(Belonging):
    """One row per request that somebody above decides: 提请 → 审核 → 审批, each with opinion, person and moment.

    `subject` is the action asked for (“filing”, “decision”, “closing”, …); `target` the row it concerns, if any.
    Approvals are asked for by their matter, so the people in them have no index.
    """

    subject = models.CharField(max_length=40)
    target = models.CharField(max_length=60, blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    asked_at = models.DateTimeField()
    opinion = models.TextField("承办人意见")
    endorsed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True, db_index=False)
    endorsed_at = models.DateTimeField(null=True, blank=True)
    endorsement = models.TextField("承办机构意见", blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True, db_index=False)
    decided_at = models.DateTimeField(null=True, blank=True)
    decision = models.TextField("负责人意见", blank=True)
    granted = models.BooleanField(null=True)

    class Meta:
        verbose_name = "审批"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.subject


class Recusal(Belonging):
    """One row per question whether a person must keep out (回避). Source: penalty-law-43, personnel-25."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_by = models.CharField("申请人", max_length=50)
    own = models.BooleanField("本人申请", default=False)
    reason = models.TextField("理由")
    asked_at = models.DateTimeField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decision_reason = models.TextField("决定理由", blank=True)
    granted = models.BooleanField(null=True)

    class Meta:
        verbose_name = "回避"

    def __str__(self) -> str:
        return f"{self.person}回避"


class Presence(Belonging):
    """One row per stay of one officer at one place between two moments: nobody is in two places at the same minute."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()
    place = models.CharField(max_length=200)
    what = models.CharField(max_length=60)

    class Meta:
        verbose_name = "在场"
        indexes = [models.Index(fields=["person", "from_at"], name="presence_by_person")]

    def __str__(self) -> str:
        return f"{self.person} {self.what}"
