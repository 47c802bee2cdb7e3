"""Documents (文书): what actions printed, numbered and sealed. A document is its data and its template; the PDF follows from them."""

from __future__ import annotations

from django.db import models

from mingzhi.core.engine.models import Matter, Record
from mingzhi.core.vault.models import Blob


class Document(models.Model):
    """One row per document issued. `data` and `template_sha256` give the PDF again, byte for byte (`sha256` is the PDF's)."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="documents")
    record = models.ForeignKey(Record, models.PROTECT, related_name="documents")
    blob = models.ForeignKey(Blob, models.PROTECT, related_name="+")
    code = models.CharField(max_length=8)
    title = models.CharField(max_length=100)
    number = models.CharField(max_length=64, blank=True)
    data = models.JSONField()
    template_sha256 = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64)
    sm3 = models.CharField(max_length=64)
    pages = models.PositiveSmallIntegerField()
    made_at = models.DateTimeField()
    check_code = models.CharField(max_length=24, unique=True)
    voided_at = models.DateTimeField(null=True, blank=True)
    voided_because = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = "文书"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["matter", "number", "code"], condition=~models.Q(number=""), name="a_document_number_is_used_once"
            )
        ]

    def __str__(self) -> str:
        return f"《{self.title}》{self.number}"
