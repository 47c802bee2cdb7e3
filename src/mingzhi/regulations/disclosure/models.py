"""What is made public of a decision: each text as it was collected, masked, checked and published, and why something is not. Serves 公示 4 to 14."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from mingzhi.core.engine.models import Belonging, Matter
from mingzhi.core.vault.models import Blob
from mingzhi.procedures.penalty.models import Case

from .bulletins.models import Bulletin, Sheet
from .files.models import PublicFile
from .lapses.models import Lapse


class Ground(models.TextChoices):
    """Why a decision is not published: the six of 公示 9, the second told apart because only secrets of business and privacy yield."""

    MINOR = "minor", "当事人是未成年人"
    STATE_SECRET = "state_secret", "主要内容涉及国家秘密"
    TRADE_SECRET = "trade_secret", "主要内容涉及商业秘密"
    PRIVACY = "privacy", "主要内容涉及个人隐私"
    STABILITY = "stability", "公开后可能危及国家安全、公共安全和社会稳定"
    INVESTIGATION = "investigation", "公开后可能影响其他案件调查处理"
    UNSUITABLE = "unsuitable", "认为不适宜公开"
    FORBIDDEN = "forbidden", "法律、法规、规章规定不得公开"


class Publication(Matter):
    """One row per decision that is to become public. `ground` says why it does not; empty while nobody has asked for that."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="publications")
    decision_number = models.CharField("决定书文号", max_length=64)
    decided_on = models.DateField("决定日期")
    ground = models.CharField("不予公开的情形", max_length=16, choices=Ground.choices, blank=True)
    published_on = models.DateField("公开日期", null=True, blank=True)
    shown_until_on = models.DateField("展示到", null=True, blank=True)
    withdraw_because = models.CharField("应当撤回的事由", max_length=500, blank=True)
    withdrawn_on = models.DateField("撤回日期", null=True, blank=True)
    public_reasons = models.TextField("公开说明的撤回理由", blank=True)

    class Meta:
        verbose_name = "公示"


class Edition(Belonging):
    """One row per text that was collected: what the decision says, what of it becomes public, and who answers for each step.

    `hidden` and `title_hidden` are what was masked: [{"start", "end", "kind", "replacement", "why", "provision", "sure"}] of the source.
    `title` and `text` are proposed by masking, and final once somebody confirmed them; `kept_words` are those that a scan takes for a
    name or a number and a person found to be none. Source: disclosure-7.2, disclosure-8.1 to disclosure-8.4.
    """

    class Form(models.TextChoices):
        SUMMARY = "summary", "摘要公开"
        FULL = "full", "全文公开"

    class Style(models.TextChoices):
        SOME = "some", "某某"
        STAR = "star", "*"

    class Shown(models.TextChoices):
        HIDE = "hide", "隐去"
        KEEP = "keep", "显示"

    number = models.PositiveSmallIntegerField("第几稿")
    form = models.CharField("公开形式", max_length=8, choices=Form.choices)
    style = models.CharField("隐名方式", max_length=8, choices=Style.choices)
    legal_rep = models.CharField("法定代表人（负责人）姓名", max_length=8, choices=Shown.choices)
    party = models.CharField("自然人当事人的名字", max_length=8, choices=Shown.choices)
    because = models.TextField("改变通常做法的理由", blank=True)
    kept_words = models.JSONField("核对后保留的字词", default=list)
    source_title = models.CharField("案件名称原文", max_length=300)
    source_text = models.TextField("原文")
    title_hidden = models.JSONField("案件名称中隐去的内容", default=list)
    hidden = models.JSONField("隐去的内容", default=list)
    doubts = models.JSONField("待确认的内容", default=list)
    title = models.CharField("公开的案件名称", max_length=300)
    text = models.TextField("公开的内容")
    collected_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    collected_at = models.DateTimeField("采集时间")
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    confirmed_at = models.DateTimeField("确认时间", null=True, blank=True)
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    checked_at = models.DateTimeField("审核时间", null=True, blank=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    published_at = models.DateTimeField("发布时间", null=True, blank=True)

    class Meta:
        verbose_name = "公示文稿"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["matter", "number"], name="an_edition_is_numbered_once")]

    def __str__(self) -> str:
        return f"第{self.number}稿（{self.get_form_display()}）"


class Withholding(Belonging):
    """One row per request that something is not published, with who decided, and why it became public after all. Source: disclosure-9.1 to 9.6.

    `other_case` is the investigation that would be harmed, `basis` the article that forbids publication.
    """

    class Lift(models.TextChoices):
        CONSENT = "consent", "权利人书面同意公开"
        INTEREST = "interest", "不公开可能对公共利益造成重大影响"
        OVER = "over", "不予公开的情形已经消除"

    ground = models.CharField("情形", max_length=16, choices=Ground.choices)
    reasons = models.TextField("理由")
    other_case = models.CharField("可能影响的案件", max_length=200, blank=True)
    basis = models.CharField("规定不得公开的条款", max_length=200, blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField("提出时间")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    decided_at = models.DateTimeField("审批时间", null=True, blank=True)
    granted = models.BooleanField("同意", null=True)
    opinion = models.TextField("审批意见", blank=True)
    lifted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    lifted_at = models.DateTimeField("改为公开的时间", null=True, blank=True)
    lifted_because = models.CharField("改为公开的根据", max_length=10, choices=Lift.choices, blank=True)
    lifted_reasons = models.TextField("改为公开的理由和证明", blank=True)

    class Meta:
        verbose_name = "不予公开"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.get_ground_display()


class SentObjection(models.Model):
    """One row per objection that somebody sent from the public site, as it was sent. Nothing in it changes: an `Objection` takes it in.

    `code` is all that its sender needs to follow it. Source: disclosure-14-objection.
    """

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="sent_objections")
    code = models.CharField("查询码", max_length=16, unique=True)
    made_by = models.CharField("提出人", max_length=50)
    contact = models.CharField("联系方式", max_length=100)
    content = models.TextField("异议内容")
    proof = models.TextField("依据", blank=True)
    sent_at = models.DateTimeField("提出时间", db_index=True)

    class Meta:
        verbose_name = "网上异议"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.made_by}的网上异议"


class SentProof(models.Model):
    """One row per file that came with an objection sent from the public site; the bytes are in the vault. Source: disclosure-14-objection."""

    objection = models.ForeignKey(SentObjection, models.PROTECT, related_name="proofs")
    blob = models.ForeignKey(Blob, models.PROTECT, related_name="+")
    name = models.CharField("文件名", max_length=200)

    class Meta:
        verbose_name = "网上异议材料"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class Objection(Belonging):
    """One row per objection of somebody whom a publication concerns, with what was found and told. Source: disclosure-14-objection.

    `sent` is what came in from the public site, where it did.
    """

    sent = models.OneToOneField(SentObjection, models.PROTECT, null=True, blank=True, related_name="taken_in")

    made_by = models.CharField("提出人", max_length=50)
    content = models.TextField("异议内容")
    received_on = models.DateField("收到日期")
    registered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    upheld = models.BooleanField("异议属实", null=True)
    answer = models.TextField("核实情况和答复", blank=True)
    told_on = models.DateField("告知日期", null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    answered_at = models.DateTimeField("答复时间", null=True, blank=True)

    class Meta:
        verbose_name = "公示异议"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.made_by}{self.received_on}的异议"


__all__ = [
    "Bulletin",
    "Case",
    "Edition",
    "Ground",
    "Lapse",
    "Objection",
    "PublicFile",
    "Publication",
    "SentObjection",
    "SentProof",
    "Sheet",
    "Withholding",
]
