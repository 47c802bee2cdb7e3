"""Stages of a device."""

from __future__ import annotations

from django.db import models


class Stage(models.TextChoices):
    """Where a device is."""

    IN_STORE = "in_store", "在库"
    OUT = "out", "领用中"
    BROKEN = "broken", "故障停用"
    RETIRED = "retired", "已报废"


PATH = (Stage.IN_STORE, Stage.OUT)
