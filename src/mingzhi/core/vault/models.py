"""What the vault holds: one row per distinct content. The bytes are files, see storage.py."""

from __future__ import annotations

from django.db import models


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
