"""Stages of a lapse, from its finding to what came of it."""

from __future__ import annotations

from django.db import models


class Stage(models.TextChoices):
    """公示整改: found, ordered, put right and looked at again; the serious ones answered for."""

    FOUND = "found", "待责令改正"
    ORDERED = "ordered", "整改中"
    REPORTED = "reported", "待复核"
    ACCOUNTING = "accounting", "待追责"
    CLOSED = "closed", "已整改"
    HELD = "held", "已追责"
    UNFOUNDED = "unfounded", "不成立"


PATH = (Stage.FOUND, Stage.ORDERED, Stage.REPORTED, Stage.CLOSED)
SERIOUS_PATH = (Stage.FOUND, Stage.ORDERED, Stage.REPORTED, Stage.ACCOUNTING, Stage.HELD)
ENDS = (Stage.CLOSED, Stage.HELD, Stage.UNFOUNDED)
