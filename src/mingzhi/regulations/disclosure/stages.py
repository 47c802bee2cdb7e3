"""Stages of a publication, from the decision to the end of its display."""

from __future__ import annotations

from django.db import models


class Stage(models.TextChoices):
    """公示: collected, checked and published by three people, or withheld with reasons."""

    COLLECTING = "collecting", "待采集"
    CHECKING = "checking", "待审核"
    READY = "ready", "待发布"
    PUBLISHED = "published", "已公开"
    WITHHOLDING = "withholding", "不公开待批"
    WITHHELD = "withheld", "不予公开"
    WITHDRAWING = "withdrawing", "待撤回"
    WITHDRAWN = "withdrawn", "已撤回"
    DROPPED = "dropped", "不再公开"
    OBJECTED = "objected", "异议核实"
    CORRECTING = "correcting", "待更正"
    OVER = "over", "展示期满"


PATH = (Stage.COLLECTING, Stage.CHECKING, Stage.READY, Stage.PUBLISHED)
#: Before anything is public: here it may still be asked that nothing becomes so.
UNPUBLISHED = (Stage.COLLECTING, Stage.CHECKING, Stage.READY)
#: Everybody may read it, also while somebody looks whether it is right.
PUBLIC = (Stage.PUBLISHED, Stage.OBJECTED, Stage.CORRECTING, Stage.WITHDRAWING)
ENDS = (Stage.PUBLISHED, Stage.WITHHELD, Stage.WITHDRAWN, Stage.DROPPED, Stage.OVER)
