"""Stages of an activity of enforcement."""

from __future__ import annotations

from django.db import models


class Stage(models.TextChoices):
    """From arrival to the record that is whole, or explained; or to the word why there is none."""

    ON_SITE = "on_site", "现场执法中"
    ENDED = "ended", "待存储"
    STORED = "stored", "待核对"
    EXPLAINING = "explaining", "待说明"
    COMPLETE = "complete", "记录完整"
    UNRECORDED = "unrecorded", "未作音像记录"


PATH = (Stage.ON_SITE, Stage.ENDED, Stage.STORED, Stage.COMPLETE)
#: By way of a statement, where the record has breaks.
EXPLAINED_PATH = (Stage.ON_SITE, Stage.ENDED, Stage.STORED, Stage.EXPLAINING, Stage.COMPLETE)
ENDS = (Stage.COMPLETE, Stage.UNRECORDED)
