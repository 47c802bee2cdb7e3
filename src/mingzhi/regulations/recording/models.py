"""An activity of enforcement (执法活动): who was where from when to when, for what, with which devices, and whether it is on record whole.

Serves 全过程记录制度 11 to 16, 音像记录管理制度 7 to 12.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models

from mingzhi.core.engine.models import Belonging, Matter
from mingzhi.procedures.penalty.models import Case
from mingzhi.regulations.equipment.models import Device
from mingzhi.regulations.footage.models import Clip


class Activity(Matter):
    """One row per enforcement on the spot, of a case or of none; its officers are its handlers.

    `remote_because` says why the footage could not be stored at once; `returned_at` is then when the officers were back, from which the
    hours of recording-16 run. `unrecorded_because` is said where nothing was recorded and need not be.
    """

    class What(models.TextChoices):
        """What is done on the spot; which of them must be recorded whole says `demands`."""

        INSPECTION = "inspection", "现场检查（勘验）"
        EVIDENCE = "evidence", "调查取证"
        SEIZURE = "seizure", "查封扣押"
        DEMOLITION = "demolition", "强制拆除（代履行）"
        HEARING = "hearing", "听证"
        LEAVING = "leaving", "留置送达"
        ANNOUNCING = "announcing", "公告送达"
        PREMISES = "premises", "执法办案场所"
        OTHER = "other", "其他现场执法"

    class Shown(models.TextChoices):
        """What the record has to show. Source: footage-9."""

        PLACE = "place", "地点"
        TIME = "time", "时间"
        SCENE = "scene", "场景"
        PEOPLE = "people", "参与人员"
        OFFICERS = "officers", "行政执法人员行为"
        PARTY = "party", "行政相对人行为"
        OFFENCE = "offence", "有无违法行为"
        THINGS = "things", "重要涉案物品及相关证据"

    # Footage points to an activity by that name, which a name from the parent to the child would clash with.
    matter_ptr = models.OneToOneField(Matter, models.CASCADE, parent_link=True, primary_key=True, related_name="+")
    case = models.ForeignKey(Case, models.PROTECT, null=True, blank=True, related_name="activities")
    what = models.CharField("活动种类", max_length=16, choices=What.choices)
    place = models.CharField("地点", max_length=200)
    purpose = models.CharField("目的、任务", max_length=300)
    arrived_at = models.DateTimeField("到达现场时间")
    departed_at = models.DateTimeField("离开现场时间", null=True, blank=True)
    without_camera_because = models.CharField("没有使用执法记录仪的原因", max_length=200, blank=True)
    spoke = models.BooleanField("开机后已语音说明目的、任务和执法人员", default=False)
    not_spoken_because = models.CharField("没有语音说明的原因", max_length=200, blank=True)
    told_party = models.BooleanField("已事先告知当事人正在录音录像", default=False)
    not_told_because = models.CharField("没有告知的原因", max_length=200, blank=True)
    remote_because = models.CharField("不能及时存储的原因", max_length=200, blank=True)
    returned_at = models.DateTimeField("返回单位时间", null=True, blank=True)
    stored_at = models.DateTimeField("资料全部入库时间", null=True, blank=True)
    nothing_from = models.CharField("没有资料的设备和原因", max_length=300, blank=True)
    shown = models.JSONField("音像反映的内容", default=list)
    not_shown_because = models.CharField("没有反映的内容和原因", max_length=300, blank=True)
    clear = models.BooleanField("画质清晰、内容完整、记录有效", default=False)
    unclear_because = models.CharField("画质或者内容的缺陷", max_length=300, blank=True)
    no_photographs_because = models.CharField("没有拍照的原因", max_length=200, blank=True)
    unrecorded_because = models.TextField("未作音像记录的原因", blank=True)

    class Meta:
        verbose_name = "执法活动"


class Carried(Belonging):
    """One row per device carried at an activity, and by whom. Source: footage-4."""

    device = models.ForeignKey(Device, models.PROTECT, related_name="carried", verbose_name="设备")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="佩戴人")

    class Meta:
        verbose_name = "携带设备"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.device}（{self.person}）"


class Content(Belonging):
    """One row per key content of the record: the moment of a clip that shows it, or the word that there was none. Source: recording-14."""

    class Kind(models.TextChoices):
        """The six kinds of recording-14."""

        SCENE = "scene", "执法现场环境"
        PEOPLE = "people", "当事人、证人、第三人等现场有关人员的体貌特征和言行举止"
        THINGS = "things", "重要涉案物品及其主要特征，以及其他可以证明行政执法行为的证据"
        MEASURES = "measures", "执法人员对有关人员、财物采取措施的情况"
        SERVICE = "service", "执法人员直接送达法律文书的情况"
        OTHER = "other", "其他应当记录的重要内容"

    content = models.CharField("重点内容", max_length=12, choices=Kind.choices)
    clip = models.ForeignKey(Clip, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="音像资料")
    offset_seconds = models.PositiveIntegerField("片内位置（秒）", null=True, blank=True)
    words = models.CharField("本次没有的说明", max_length=200, blank=True)
    checked_at = models.DateTimeField("核对时间")

    class Meta:
        verbose_name = "重点内容"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.get_content_display()


class Explanation(Belonging):
    """One row per break that was explained: `finding` is the key under which continuity tells it, `from_at` to `to_at` its time.

    Spoken at a moment of a clip, or written; after a break that was followed by recording, `unspoken_because` says why nobody spoke.
    Source: recording-12-interrupt, footage-11.
    """

    class Reason(models.TextChoices):
        """The union of recording-12 and footage-11, what is no stop at all, and the truth where none of them holds."""

        FAULT = "fault", "设备故障、损坏"
        POWER = "power", "电量不足"
        SPACE = "space", "存储空间不足"
        WEATHER = "weather", "天气恶劣等自然原因"
        OBSTRUCTION = "obstruction", "行政管理相对人或者其他人员阻碍，无法继续使用"
        FORCE = "force", "其他不可抗力"
        NO_STOP = "no_stop", "记录没有停止，是设备时钟、编号或者文件读取的原因"
        NONE = "none", "没有上列情形，如实说明"

    finding = models.CharField(max_length=200)
    kind = models.CharField("情形", max_length=12)
    sentence = models.TextField("核对发现")
    from_at = models.DateTimeField("起", null=True, blank=True)
    to_at = models.DateTimeField("止", null=True, blank=True)
    reason = models.CharField("原因", max_length=12, choices=Reason.choices)
    words = models.TextField("具体情况")
    clip = models.ForeignKey(Clip, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="语音说明所在的资料")
    offset_seconds = models.PositiveIntegerField("语音说明的位置（秒）", null=True, blank=True)
    unspoken_because = models.CharField("恢复记录时没有语音说明的原因", max_length=200, blank=True)
    explained_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    explained_at = models.DateTimeField()

    class Meta:
        verbose_name = "中断说明"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.sentence}（{self.get_reason_display()}）"


class Statement(Belonging):
    """One row per written statement (D50): the breaks it is about, who signed, and what the head in charge said. Source: footage-11."""

    findings = models.JSONField("所说明的中断", default=list)
    situation = models.TextField("情况说明")
    signers = models.JSONField("签字的执法人员", default=list)
    stated_at = models.DateTimeField("出具时间")
    acknowledged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="阅知人"
    )
    acknowledged_at = models.DateTimeField("阅知时间", null=True, blank=True)
    opinion = models.TextField("阅知意见", blank=True)
    measures = models.TextField("处理意见", blank=True)

    class Meta:
        verbose_name = "音像记录情况说明"
        ordering = ["id"]

    def __str__(self) -> str:
        return "音像记录情况说明"
