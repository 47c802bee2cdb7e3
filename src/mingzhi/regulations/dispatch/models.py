"""What went elsewhere of what is public: to whom, what of it, and how it was answered. Serves 公示 7(二) and 11."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from mingzhi.core.engine.models import Belonging, Matter


class Channel(models.TextChoices):
    """The ways of 公示 7(二) and 11. To the first two goes a file; the others are put up or handed out."""

    CREDIT = "credit", "信用信息平台"
    SITE = "site", "区政府网站公示专栏"
    BOARD = "board", "办公场所公开栏"
    SCREEN = "screen", "电子信息屏"
    LEAFLET = "leaflet", "宣传资料"
    OTHER = "other", "其他方式"


FILED = (Channel.CREDIT, Channel.SITE)
SHOWN = (Channel.BOARD, Channel.SCREEN, Channel.LEAFLET, Channel.OTHER)


class Dispatch(Matter):
    """One row per file made for a receiver, or per thing put up elsewhere. The file itself is an attachment; `sha256` says which bytes.

    `left_out` lists what could not go into the file: [{"number", "title", "faults": [str]}]. Titles are the masked ones.
    """

    channel = models.CharField("去向", max_length=8, choices=Channel.choices)
    from_on = models.DateField("公示日期自", null=True, blank=True)
    until_on = models.DateField("公示日期至", null=True, blank=True)
    file_name = models.CharField("文件", max_length=200, blank=True)
    sha256 = models.CharField("文件摘要（SHA-256）", max_length=64, blank=True)
    left_out = models.JSONField("没有列入的", default=list)
    sent_on = models.DateField("报送日期", null=True, blank=True)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True, verbose_name="报送人")
    sent_how = models.CharField("报送方式", max_length=200, blank=True)
    what = models.TextField("内容", blank=True)
    place = models.CharField("地点", max_length=200, blank=True)
    done_by = models.CharField("经手人", max_length=50, blank=True)
    shown_from_on = models.DateField("开始日期", null=True, blank=True)
    shown_until_on = models.DateField("撤下日期", null=True, blank=True)

    class Meta:
        verbose_name = "对外报送"


class Sent(Belonging):
    """One row per thing in a file (a decision, a bulletin, the figures of a year), and what the receiver said of it.

    `subject` is the matter whose text went, `draft` which of its texts (第几稿), `title` how it was called there; neither for a withdrawal.
    See docs/decisions/0127.
    """

    class Purpose(models.TextChoices):
        NEW = "new", "首次报送"
        CHANGED = "changed", "变更后报送"
        CORRECTED = "corrected", "更正后报送"
        WITHDRAWN = "withdrawn", "撤回"

    class Answer(models.TextChoices):
        ACKNOWLEDGED = "acknowledged", "已收妥"
        REFUSED = "refused", "被退回"

    subject = models.ForeignKey(Matter, models.PROTECT, related_name="+", verbose_name="报送的内容")
    draft = models.PositiveSmallIntegerField("第几稿", null=True, blank=True)
    number = models.CharField("文号", max_length=64)
    title = models.CharField("名称", max_length=300, blank=True)
    purpose = models.CharField("报送事由", max_length=10, choices=Purpose.choices)
    answer = models.CharField("回执", max_length=12, choices=Answer.choices, blank=True)
    answered_on = models.DateField("回执日期", null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    refused_because = models.CharField("退回的理由", max_length=500, blank=True)

    class Meta:
        verbose_name = "报送的内容"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["matter", "subject"], name="a_file_tells_of_a_thing_once"),
            models.CheckConstraint(
                condition=models.Q(draft__isnull=True, purpose="withdrawn") | models.Q(~models.Q(purpose="withdrawn"), draft__isnull=False),
                name="only_a_withdrawal_goes_without_text",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}{self.title}（{self.get_purpose_display()}）"
