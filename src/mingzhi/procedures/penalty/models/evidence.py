"""What is found out: inspections, questionings, evidence of the eight kinds, samples, appraisals, goods kept as evidence."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from mingzhi.core.engine.models import Attachment, Belonging


class Attire(models.TextChoices):
    """How the officers were dressed. Source: disclosure-6.1, which asks it of those who were issued uniform and badge."""

    WORN = "worn", "已按规定着装、佩戴执法标识"
    NOT_ISSUED = "not_issued", "尚未配置统一执法服装、执法标识"
    NOT_WORN = "not_worn", "未按规定着装、佩戴执法标识"


class Inspection(Belonging):
    """One row per inspection of a scene (现场检查、勘验). `signatures` as the paper prints them.

    `led_to_filing`: it was made before the filing and brought the case about; any other comes after the filing.
    """

    class Form(models.TextChoices):
        INSPECTION = "检查", "现场检查"
        SURVEY = "勘验", "勘验"

    form = models.CharField("笔录种类", max_length=8, choices=Form.choices, default=Form.INSPECTION)
    led_to_filing = models.BooleanField("立案前的现场检查", default=False)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()
    place = models.CharField(max_length=200)
    officers = models.JSONField(default=list, help_text='[{"id","name","certificate"}]')
    recorder = models.CharField(max_length=50)
    person_in_charge = models.CharField("现场负责人", max_length=50, blank=True)
    witness = models.CharField("见证人", max_length=100, blank=True)
    findings = models.TextField()
    measures = models.TextField("现场取证情况", blank=True)
    party_present = models.BooleanField(default=True)
    party_opinion = models.TextField(blank=True)
    attire = models.CharField("着装和标识", max_length=12, choices=Attire.choices, blank=True)
    attire_because = models.CharField("未按规定着装的原因", max_length=200, blank=True)
    showed_card = models.BooleanField(default=False)
    told_rights = models.BooleanField(default=False)
    told_recording = models.BooleanField(default=False)
    rights_answer = models.CharField("对告知的回答", max_length=200, blank=True)
    signatures = models.JSONField(default=dict)

    class Meta:
        verbose_name = "现场检查"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.place


class Questioning(Belonging):
    """One row per questioning of one person (one record, one person). `answers` is [{"question", "answer"}]."""

    person_name = models.CharField(max_length=50)
    person_identifier = models.CharField("身份证号", max_length=32, db_index=True)
    times = models.PositiveSmallIntegerField("第几次询问", default=1)
    relation = models.CharField("与本案关系", max_length=50)
    identity = models.JSONField("基本情况", default=dict)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()
    place = models.CharField(max_length=200)
    officers = models.JSONField(default=list)
    recorder = models.CharField(max_length=50)
    showed_card = models.BooleanField(default=False)
    told_rights = models.BooleanField(default=False)
    rights_answer = models.CharField("对告知的回答", max_length=200, blank=True)
    answers = models.JSONField(default=list)
    signatures = models.JSONField(default=dict)

    class Meta:
        verbose_name = "询问"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.person_name


class Evidence(Belonging):
    """One row per piece of evidence. `photos` is [{"name", "about", "sha256", "sm3"}]. Source: penalty-law-46."""

    class Kind(models.TextChoices):
        DOCUMENT = "document", "书证"
        OBJECT = "object", "物证"
        AUDIOVISUAL = "audiovisual", "视听资料"
        ELECTRONIC = "electronic", "电子数据"
        TESTIMONY = "testimony", "证人证言"
        STATEMENT = "statement", "当事人的陈述"
        OPINION = "opinion", "鉴定意见"
        RECORD = "record", "勘验笔录、现场笔录"

    kind = models.CharField("种类", max_length=16, choices=Kind.choices)
    name = models.CharField("名称", max_length=200)
    source = models.CharField("来源", max_length=200)
    holder = models.CharField("持有人或提供人", max_length=100, blank=True)
    maker = models.CharField("制作人", max_length=100)
    made_at = models.DateTimeField("制作时间")
    place = models.CharField("制作地点", max_length=200)
    proves = models.TextField("证明内容")
    method = models.CharField("提取（制作）方法", max_length=200, blank=True)
    copies = models.CharField("数量（页数）", max_length=50, blank=True)
    is_copy = models.BooleanField("复制件", default=False)
    matches_original = models.BooleanField("与原件核对无异", default=False)
    unmatched_because = models.CharField("未与原件核对的原因", max_length=200, blank=True)
    original_kept_at = models.CharField("原件存放处", max_length=200, blank=True)
    attachment = models.ForeignKey(Attachment, models.PROTECT, null=True, blank=True, related_name="+")
    sha256 = models.CharField("摘要 SHA-256", max_length=64, blank=True)
    sm3 = models.CharField("摘要 SM3", max_length=64, blank=True)
    photos = models.JSONField("照片", default=list)
    officers = models.JSONField(default=list)

    class Meta:
        verbose_name = "证据"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class Preservation(Belonging):
    """One row per 先行登记保存. Source: penalty-law-56: approved by the head, disposed of within its working days."""

    class Ground(models.TextChoices):
        MAY_PERISH = "可能灭失", "可能灭失"
        HARD_LATER = "以后难以取得", "以后难以取得"

    ground = models.CharField("法定理由", max_length=20, choices=Ground.choices)
    reason = models.TextField("理由")
    goods = models.JSONField("物品", default=list, help_text='[{"name","quantity","spec","unit","condition"}]')
    place = models.CharField("保存地点", max_length=200)
    method = models.CharField("保存方式", max_length=100)
    approved_at = models.DateTimeField(null=True, blank=True)
    refused_at = models.DateTimeField(null=True, blank=True)
    carried_out_at = models.DateTimeField(null=True, blank=True)
    disposed_at = models.DateTimeField(null=True, blank=True)
    disposals = models.JSONField("处理", default=list, help_text='[{"name","quantity","disposal"}]')
    disposal_reasons = models.TextField("处理理由", blank=True)

    class Meta:
        verbose_name = "先行登记保存"
        ordering = ["id"]

    def __str__(self) -> str:
        return "、".join(row["name"] for row in self.goods)


class Sampling(Belonging):
    """One row per taking of samples (抽样取证): asked for, approved, taken, disposed of. Source: penalty-law-56-sample."""

    reason = models.TextField("理由")
    objects_sampled = models.CharField("抽样对象", max_length=200)
    method = models.CharField("抽样方法", max_length=200)
    approved_at = models.DateTimeField(null=True, blank=True)
    refused_at = models.DateTimeField(null=True, blank=True)
    goods = models.JSONField("样品", default=list, help_text='[{"name","spec","batch","quantity","base","note"}]')
    place = models.CharField("抽样地点", max_length=200, blank=True)
    sealed_how = models.CharField("封样情况", max_length=200, blank=True)
    taken_at = models.DateTimeField(null=True, blank=True)
    disposals = models.JSONField("处理", default=list, help_text='[{"name","quantity","disposal"}]')
    disposed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "抽样取证"
        ordering = ["id"]

    def __str__(self) -> str:
        return "、".join(row["name"] for row in self.goods) or self.objects_sampled


class Appraisal(Belonging):
    """One row per appraisal or test asked of a qualified institution (鉴定、检测)."""

    institution = models.CharField("机构", max_length=100)
    qualification = models.CharField("资质", max_length=200)
    question = models.TextField("委托事项")
    sent = models.JSONField("送检物品（材料）", default=list, help_text='[{"name","spec","quantity"}]')
    due_on = models.DateField("要求完成日期")
    asked_at = models.DateTimeField()
    report_number = models.CharField("鉴定意见编号", max_length=60, blank=True)
    opinion = models.TextField("鉴定意见", blank=True)
    received_on = models.DateField(null=True, blank=True)
    attachment = models.ForeignKey(Attachment, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "鉴定"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.institution


class CorrectionOrder(Belonging):
    """One row per order to correct or to stop (责令改正), one line of `content` per thing to do. Source: penalty-law-28: in every case."""

    stop = models.BooleanField("责令停止违法行为", default=False)
    content = models.TextField("改正内容")
    by_on = models.DateField("改正期限", null=True, blank=True)
    consequences = models.CharField("不改正的后果", max_length=300, blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    ordered_at = models.DateTimeField(null=True, blank=True)
    returned_at = models.DateTimeField(null=True, blank=True)
    rechecked_at = models.DateTimeField(null=True, blank=True)
    corrected = models.BooleanField(null=True)
    recheck_results = models.JSONField("逐项结果", default=list, help_text='[{"item","result","done"}]')
    recheck_findings = models.TextField("复查结论", blank=True)

    class Meta:
        verbose_name = "责令改正"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.content
