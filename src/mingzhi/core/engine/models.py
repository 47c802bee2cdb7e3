"""Matters and what every matter has: handlers, records, deadlines, attachments, drafts, refusals.

Nothing happens here. Rows change only through `perform`, which also digests them into the ledger.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models

from mingzhi.core.organs.models import Authority
from mingzhi.core.vault.models import Blob


class Matter(models.Model):
    """One row per thing that is being handled (办件): a case, a clue, a review, a complaint.

    `region` repeats the authority's path so that every list is scoped by one indexed column.
    `version` counts the actions performed; a form sent with an older one is refused.
    """

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    region = models.CharField(max_length=64)
    kind = models.CharField("种类", max_length=32)
    number = models.CharField("编号", max_length=64, blank=True)
    title = models.CharField("名称", max_length=300)
    stage = models.CharField("环节", max_length=32)
    handler_names = models.CharField("承办人", max_length=120, blank=True)
    opened_at = models.DateTimeField("开始时间")
    changed_at = models.DateTimeField("最后办理时间")
    closed_at = models.DateTimeField("办结时间", null=True, blank=True)
    next_due_at = models.DateTimeField("最近期限", null=True, blank=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "办件"
        indexes = [
            models.Index(fields=["region", "kind", "-changed_at", "-id"], name="matter_by_kind"),
            models.Index(fields=["region", "-changed_at", "-id"], name="matter_by_change"),
            models.Index(fields=["region", "kind", "stage", "-changed_at", "-id"], name="matter_by_stage"),
            models.Index(fields=["region", "next_due_at", "id"], name="matter_by_due", condition=models.Q(next_due_at__isnull=False)),
            models.Index(fields=["region", "number"], name="matter_by_number"),
        ]

    def __str__(self) -> str:
        return f"{self.title}（{self.number}）" if self.number else self.title


class Belonging(models.Model):
    """A row that belongs to a matter and is kept by the engine: returned by an action, digested by the ledger."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="%(app_label)s_%(class)ss")

    class Meta:
        abstract = True


class Handler(models.Model):
    """One row per person handling a matter between two moments (承办人)."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="handlers")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="handled")
    since_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "承办人"
        indexes = [models.Index(fields=["person", "until_at"], name="handler_by_person")]
        constraints = [
            models.UniqueConstraint(fields=["matter", "person"], condition=models.Q(until_at__isnull=True), name="a_handler_once_at_a_time")
        ]

    def __str__(self) -> str:
        return f"{self.person}"


class Record(models.Model):
    """One row per action performed; `event_id` names its entry in the authority's ledger. Append-only.

    Links have no index of their own where one below begins with them, or nobody asks by them: each is written with every action.
    """

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="records", db_index=False)
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+", db_index=False)
    event_id = models.CharField(max_length=40, unique=True)
    action = models.CharField(max_length=64)
    title = models.CharField(max_length=60)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    actor_name = models.CharField(max_length=50)
    post = models.CharField(max_length=32)
    at = models.DateTimeField()
    stage_from = models.CharField(max_length=32, blank=True)
    stage_to = models.CharField(max_length=32)
    version = models.PositiveIntegerField()
    sentence = models.TextField()
    given = models.JSONField(default=dict)
    key = models.CharField(max_length=80, null=True, blank=True)
    request_digest = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = "记录"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["matter", "version"], name="a_version_has_one_record"),
            models.UniqueConstraint(fields=["authority", "key"], name="an_idempotency_key_acts_once"),
        ]
        indexes = [models.Index(fields=["authority", "action", "at"], name="record_by_action")]

    def __str__(self) -> str:
        return f"{self.title} {self.at:%Y-%m-%d %H:%M}"


class Deadline(models.Model):
    """One row per running, met or lifted time limit of a matter, under the rule in force when it started."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="deadlines")
    region = models.CharField(max_length=64)
    provision = models.CharField(max_length=64)
    title = models.CharField(max_length=60)
    subject = models.CharField(max_length=64, blank=True, help_text="同一规定在一个办件中有几项时加以区分，如物品批次")
    rule = models.CharField(max_length=60, help_text="起算时有效的规定，如“7 个工作日”")
    since_at = models.DateTimeField()
    due_at = models.DateTimeField()
    extended = models.BooleanField(default=False)
    met_at = models.DateTimeField(null=True, blank=True)
    lifted_at = models.DateTimeField(null=True, blank=True, help_text="不再需要的时刻，如案件移送")

    class Meta:
        verbose_name = "期限"
        indexes = [
            models.Index(fields=["region", "due_at"], name="deadline_open", condition=models.Q(met_at__isnull=True, lifted_at__isnull=True))
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.due_at:%Y-%m-%d}"


class Attachment(models.Model):
    """One row per file laid to a matter; the bytes are in the vault."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="attachments")
    blob = models.ForeignKey(Blob, models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        verbose_name = "附件"

    def __str__(self) -> str:
        return self.name


class Draft(models.Model):
    """One row per half-filled form: a person's unsent input for one action of one matter (or a new one)."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="drafts")
    matter = models.ForeignKey(Matter, models.CASCADE, null=True, blank=True, related_name="drafts")
    action = models.CharField(max_length=64)
    data = models.JSONField(default=dict)
    saved_at = models.DateTimeField()

    class Meta:
        verbose_name = "草稿"
        constraints = [
            models.UniqueConstraint(fields=["person", "matter", "action"], name="one_draft_for_each_action", nulls_distinct=True),
            models.UniqueConstraint(
                fields=["person", "action"], condition=models.Q(matter__isnull=True), name="one_draft_for_a_new_matter"
            ),
        ]

    def __str__(self) -> str:
        return self.action


class Series(models.Model):
    """One row per run of numbers: (authority, word, year). `last` is the number given last; none is ever given twice."""

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    word = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "编号序列"
        constraints = [models.UniqueConstraint(fields=["authority", "word", "year"], name="one_series_a_year")]

    def __str__(self) -> str:
        return f"{self.word}〔{self.year}〕{self.last}号"


class RefusalNote(models.Model):
    """One row per gate that refused somebody: the only trace a refused action leaves. Append-only."""

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    matter = models.ForeignKey(Matter, models.PROTECT, null=True, related_name="+")
    action = models.CharField(max_length=64)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    provision = models.CharField(max_length=64, blank=True)
    sentence = models.TextField()

    class Meta:
        verbose_name = "拒绝"
        indexes = [models.Index(fields=["authority", "provision", "at"], name="refusal_by_provision")]

    def __str__(self) -> str:
        return self.sentence


class SearchText(models.Model):
    """One row per matter: the plain text it is found by. Written by `search` alone; derived, so the ledger does not keep it.

    The database holds an index beside it that models cannot declare: see migration 0002.
    """

    matter = models.OneToOneField(Matter, models.CASCADE, primary_key=True, related_name="searchtext")
    text = models.TextField()

    class Meta:
        verbose_name = "检索"

    def __str__(self) -> str:
        return self.text
