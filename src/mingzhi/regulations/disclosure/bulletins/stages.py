"""Stages of a bulletin, from the day its information was formed to the day a newer version takes its place."""

from __future__ import annotations

from django.db import models


class Stage(models.TextChoices):
    """公示信息: collected, checked and published by three people; replaced by its next version, or ended."""

    COLLECTING = "collecting", "待采集"
    CHECKING = "checking", "待审核"
    READY = "ready", "待发布"
    PUBLISHED = "published", "公开中"
    CORRECTING = "correcting", "待更正"
    WITHHOLDING = "withholding", "不公开待批"
    WITHHELD = "withheld", "不予公开"
    REPLACED = "replaced", "历史版本"
    ENDED = "ended", "停止公开"


PATH = (Stage.COLLECTING, Stage.CHECKING, Stage.READY, Stage.PUBLISHED)
#: Before anything is public: here it may still be asked that nothing becomes so.
UNPUBLISHED = (Stage.COLLECTING, Stage.CHECKING, Stage.READY)
#: In force on the public site, also while a mistake in it is being put right.
IN_FORCE = (Stage.PUBLISHED, Stage.CORRECTING)
ENDS = (Stage.PUBLISHED, Stage.WITHHELD, Stage.REPLACED, Stage.ENDED)
