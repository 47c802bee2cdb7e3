"""What the vault holds, and what is on its way in. The bytes are files, see storage.py and uploads."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from mingzhi.core.organs.models import Key, User


class Blob(models.Model):
    """One row per distinct content. Never changed: the same bytes always give the same row.

    `width_px` and `height_px` are those of the image as stored, before any rotation its camera asks for.
    """

    sha256 = models.CharField(max_length=64, unique=True)
    sm3 = models.CharField(max_length=64)
    size_bytes = models.BigIntegerField()
    media_type = models.CharField(max_length=100)
    created_at = models.DateTimeField()
    width_px = models.PositiveIntegerField(null=True)
    height_px = models.PositiveIntegerField(null=True)

    class Meta:
        verbose_name = "文件"

    def __str__(self) -> str:
        return f"{self.media_type} {self.sha256[:16]}"

    @classmethod
    def links(cls) -> list[models.ForeignObjectRel]:
        """Every table that names contents, also where the name leads nowhere back."""
        return [
            link for link in cls._meta.get_fields(include_hidden=True) if isinstance(link, models.ForeignObjectRel) and link.auto_created
        ]


class Replica(models.Model):
    """One row per place in which an object lies, with what reading it from the disk gave the last time. Changed by `scrubbing` alone."""

    class Place(models.TextChoices):
        MAIN = "main", "证据库"
        SECOND = "second", "第二副本"

    class State(models.TextChoices):
        GOOD = "good", "完好"
        WRONG = "wrong", "不符"
        MISSING = "missing", "缺失"
        GONE = "gone", "已依法清理"

    blob = models.ForeignKey(Blob, models.PROTECT, related_name="replicas")
    place = models.CharField(max_length=8, choices=Place.choices)
    state = models.CharField(max_length=8, choices=State.choices)
    checked_at = models.DateTimeField()

    class Meta:
        verbose_name = "副本"
        constraints = [models.UniqueConstraint(fields=["blob", "place"], name="an_object_lies_once_in_a_place")]
        indexes = [models.Index(fields=["state", "checked_at"], name="replica_by_reading")]

    def __str__(self) -> str:
        return f"{self.get_place_display()} {self.get_state_display()}"


class Incident(models.Model):
    """One row per time an object was found wrong or missing, repaired or not. Append-only."""

    blob = models.ForeignKey(Blob, models.PROTECT, related_name="incidents")
    place = models.CharField(max_length=8, choices=Replica.Place.choices)
    found_at = models.DateTimeField()
    repaired = models.BooleanField()
    sentence = models.TextField()

    class Meta:
        verbose_name = "证据库事件"
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.sentence


class Acknowledgement(models.Model):
    """One row per incident that an administrator has taken note of, with what they did about it. Append-only; see `engine.incidents`."""

    incident = models.OneToOneField(Incident, models.PROTECT, related_name="acknowledged")
    person = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    words = models.CharField(max_length=300)

    class Meta:
        verbose_name = "证据库事件的确认"

    def __str__(self) -> str:
        return self.words


class Cleared(models.Model):
    """One row per content that was lawfully cleared: the object is gone, its row and this stay. Append-only; see `clearing`.

    `obj` is what the ledger calls the matter by which it was cleared.
    """

    blob = models.OneToOneField(Blob, models.PROTECT, related_name="cleared")
    at = models.DateTimeField()
    obj = models.CharField(max_length=64)
    words = models.CharField(max_length=300)

    class Meta:
        verbose_name = "清理记录"

    def __str__(self) -> str:
        return self.words


class Upload(models.Model):
    """One row per upload that can be resumed. `offset_bytes` are durable: what was acknowledged is never lost.

    `sha256` is what was computed here once every byte had come, `expected_sha256` what the sender computed before sending.
    `reason` says in words why it was refused, is damaged or waits for its owner.
    """

    class State(models.TextChoices):
        RECEIVING = "receiving", "接收中"
        WHOLE = "whole", "已收齐，待核验"
        VERIFIED = "verified", "已核验，待登记"
        TAKEN = "taken", "已入库"
        HELD = "held", "待补正"
        REFUSED = "refused", "未收下"
        LAPSED = "lapsed", "已作废"
        DAMAGED = "damaged", "已损坏"

    code = models.CharField(max_length=32, primary_key=True)
    owner = models.ForeignKey(User, models.PROTECT, related_name="uploads")
    key = models.ForeignKey(Key, models.PROTECT, null=True, related_name="+")
    purpose = models.CharField(max_length=40)
    name = models.CharField(max_length=255, blank=True)
    metadata = models.JSONField(default=dict)
    size_bytes = models.BigIntegerField()
    offset_bytes = models.BigIntegerField(default=0)
    expected_sha256 = models.CharField(max_length=64, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    blob = models.ForeignKey(Blob, models.PROTECT, null=True, related_name="uploads")
    state = models.CharField(max_length=12, choices=State.choices, default=State.RECEIVING)
    reason = models.TextField(blank=True)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    expires_at = models.DateTimeField()

    class Meta:
        verbose_name = "上传"
        constraints = [
            models.CheckConstraint(
                name="an_upload_has_no_more_than_its_size", condition=Q(offset_bytes__gte=0, offset_bytes__lte=F("size_bytes"))
            ),
            models.CheckConstraint(
                name="an_upload_is_whole_with_its_last_byte",
                condition=~Q(state__in=("whole", "verified", "taken", "held")) | Q(offset_bytes=F("size_bytes")),
            ),
            models.CheckConstraint(
                name="an_upload_is_verified_with_its_blob", condition=~Q(state__in=("verified", "taken", "held")) | Q(blob__isnull=False)
            ),
        ]
        indexes = [
            models.Index(fields=["state", "changed_at"], name="upload_by_state"),
            models.Index(fields=["owner", "-created_at"], name="upload_by_owner"),
        ]

    def __str__(self) -> str:
        return f"{self.name or self.code} {self.get_state_display()}"
