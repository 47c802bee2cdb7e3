"""Execution of a decision: which way, what is still owed, and each step of the court's way or the organ's own. Serves 行政强制法 34 to 58."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from mingzhi.core.engine.models import Belonging, Matter
from mingzhi.procedures.penalty.models import Case, Minutes


class Enforcement(Matter):
    """One row per execution of a case by one way. `held_stage` is where it goes on after an agreement or a suspension."""

    class Way(models.TextChoices):
        COURT = "court", "申请人民法院强制执行"
        DEMOLISH = "demolish", "强制拆除"
        SUBSTITUTE = "substitute", "代履行"
        CLEAR = "clear", "立即代履行"

    class Result(models.TextChoices):
        ENFORCED = "enforced", "强制执行完毕"
        PERFORMED = "performed", "当事人已履行"
        KEPT = "kept", "执行协议履行完毕"
        COURT_DONE = "court_done", "法院执行完毕"
        COURT_STOPPED = "court_stopped", "法院终结执行"
        ENDED = "ended", "终结执行"

    case = models.ForeignKey(Case, models.PROTECT, related_name="enforcements")
    way = models.CharField("执行方式", max_length=12, choices=Way.choices)
    covers_money = models.BooleanField("执行金钱给付义务", default=False)
    covers_act = models.BooleanField("执行行为义务", default=False)
    duties = models.TextField("未履行的义务")
    due_on = models.DateField("履行期限届满日", null=True, blank=True)
    checked_on = models.DateField("核查日期")
    checked = models.TextField("未履行的情况")
    held_stage = models.CharField(max_length=32, blank=True)
    result = models.CharField("执行结果", max_length=20, choices=Result.choices, blank=True)
    result_words = models.TextField("结果说明", blank=True)

    class Meta:
        verbose_name = "强制执行"


class Plea(Belonging):
    """One row per statement of the party after the demand, with the organ's answer. Source: compulsion-law-36."""

    class Answer(models.TextChoices):
        ACCEPTED = "accepted", "成立，予以采纳"
        PARTLY = "partly", "部分采纳"
        REJECTED = "rejected", "不成立，不予采纳"

    made_by = models.CharField("陈述申辩人", max_length=50)
    from_at = models.DateTimeField("开始时间")
    until_at = models.DateTimeField("结束时间")
    content = models.TextField("陈述申辩的内容")
    reasons = models.TextField("理由和证据", blank=True)
    answer = models.CharField("复核结果", max_length=12, choices=Answer.choices)
    review = models.TextField("复核意见和理由")
    heard_at = models.DateTimeField()
    officers = models.JSONField(default=list)

    class Meta:
        verbose_name = "催告后陈述申辩"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.made_by}的陈述申辩"


class Proposal(Belonging):
    """One row per decision to execute as it was proposed; the latest is what is reviewed and decided. Source: review-6, compulsion-law-37."""

    reasons = models.TextField("强制执行的理由")
    manner = models.TextField("执行方式")
    begins_at = models.DateTimeField("执行时间")
    opinion = models.TextField("承办人意见")
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()

    class Meta:
        verbose_name = "拟作出的强制执行决定"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.manner


class Deliberation(Minutes):
    """One row per discussion of the heads on a proposed decision to execute. Source: review-5-collective."""

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="deliberations")
    agreed = models.BooleanField("同意作出强制执行决定")

    class Meta:
        verbose_name = "强制执行的集体讨论"
        ordering = ["id"]


class Order(Belonging):
    """One row per decision of the organ to execute by itself. Source: compulsion-law-37, compulsion-law-51."""

    class Harm(models.TextChoices):
        TRAFFIC = "traffic", "危害交通安全"
        POLLUTION = "pollution", "造成环境污染"
        NATURE = "nature", "破坏自然资源"
        ROAD = "road", "道路、河道、航道或者公共场所需要立即清除"

    reasons = models.TextField("强制执行的理由")
    manner = models.TextField("执行方式")
    begins_at = models.DateTimeField("执行时间")
    harm = models.CharField("后果", max_length=12, choices=Harm.choices, blank=True)
    performer = models.CharField("代履行人", max_length=100, blank=True)
    estimate_yuan = models.DecimalField("费用预算", max_digits=12, decimal_places=2, null=True, blank=True)
    estimate_because = models.TextField("费用预算的依据", blank=True)
    decided_at = models.DateTimeField()

    class Meta:
        verbose_name = "强制执行决定"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.manner


class PublicNotice(Belonging):
    """One row per public notice to take the building down by oneself. Source: compulsion-law-44."""

    posted_at = models.DateTimeField("张贴时间")
    carrier = models.CharField("公告载体", max_length=200)
    remove_by_on = models.DateField("自行拆除期限")

    class Meta:
        verbose_name = "限期拆除公告"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"公告限{self.remove_by_on}前自行拆除"


class Execution(Belonging):
    """One row per act of execution on the spot, from its beginning to its end. Source: compulsion-law-43, 44, 51."""

    from_at = models.DateTimeField("开始时间")
    until_at = models.DateTimeField("结束时间")
    place = models.CharField("地点", max_length=200)
    course = models.TextField("执行经过")
    goods = models.JSONField("物品清单", default=list)
    party_absent = models.BooleanField("当事人不在场", default=False)
    witness = models.CharField("见证人", max_length=100, blank=True)
    emergency = models.TextField("紧急情况", blank=True)
    performer = models.CharField("实施（代履行）人", max_length=100, blank=True)
    cost_yuan = models.DecimalField("费用", max_digits=12, decimal_places=2, null=True, blank=True)
    officers = models.JSONField(default=list)
    signatures = models.JSONField(default=dict)

    class Meta:
        verbose_name = "实施执行"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.place


class Application(Belonging):
    """One row per application to the court, with its answers as they come. Source: compulsion-law-53 to 58."""

    court = models.CharField("人民法院", max_length=100)
    requested = models.TextField("申请执行的事项")
    applied_on = models.DateField("申请日期")
    docket = models.CharField("案号", max_length=100, blank=True)
    accepted_on = models.DateField("受理日期", null=True, blank=True)
    refused_on = models.DateField("不予受理裁定送达日", null=True, blank=True)
    ruled_on = models.DateField("裁定送达日", null=True, blank=True)
    granted = models.BooleanField("准予执行", null=True)
    appealed_on = models.DateField("申请复议日期", null=True, blank=True)
    appeal_lost = models.BooleanField("复议未获支持", default=False)
    reasons = models.TextField("裁定理由", blank=True)

    class Meta:
        verbose_name = "申请法院强制执行"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.applied_on}向{self.court}申请"


class Agreement(Belonging):
    """One row per agreement on how the decision is executed. `steps` is [{"by_on", "content"}]. Source: compulsion-law-42."""

    steps = models.JSONField("分期履行", default=list)
    remedial = models.TextField("补救措施", blank=True)
    waived_yuan = models.DecimalField("减免的加处罚款", max_digits=12, decimal_places=2, null=True, blank=True)
    agreed_on = models.DateField("签订日期")
    kept_on = models.DateField("履行完毕日", null=True, blank=True)
    broken_on = models.DateField("不履行登记日", null=True, blank=True)

    class Meta:
        verbose_name = "执行协议"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.agreed_on}执行协议"


class Pause(Belonging):
    """One row per suspension. Source: compulsion-law-39."""

    class Ground(models.TextChoices):
        UNABLE = "unable", "当事人履行确有困难或者暂无履行能力"
        CLAIM = "claim", "第三人对执行标的主张权利，确有理由"
        LOSS = "loss", "执行可能造成难以弥补的损失，且中止执行不损害公共利益"
        OTHER = "other", "行政机关认为需要中止执行的其他情形"

    ground = models.CharField("中止的情形", max_length=12, choices=Ground.choices)
    harmless = models.BooleanField("没有明显社会危害，当事人确无能力履行", default=False)
    reasons = models.TextField("理由")
    paused_on = models.DateField("中止日期")
    resumed_on = models.DateField("恢复日期", null=True, blank=True)

    class Meta:
        verbose_name = "中止执行"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.get_ground_display()


class Ending(models.TextChoices):
    """Why execution ends for good. Source: compulsion-law-40, compulsion-law-39."""

    DEAD = "dead", "公民死亡，无遗产可供执行，又无义务承受人"
    DISSOLVED = "dissolved", "法人或者其他组织终止，无财产可供执行，又无义务承受人"
    GONE = "gone", "执行标的灭失"
    REVOKED = "revoked", "据以执行的行政决定被撤销"
    LAPSED = "lapsed", "中止执行满法定年限未恢复执行，不再执行"
    OTHER = "other", "行政机关认为需要终结执行的其他情形"


__all__ = [
    "Agreement",
    "Application",
    "Case",
    "Deliberation",
    "Ending",
    "Enforcement",
    "Execution",
    "Order",
    "Pause",
    "Plea",
    "Proposal",
    "PublicNotice",
]
