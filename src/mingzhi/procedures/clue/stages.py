"""Stages of a clue."""

from __future__ import annotations

from django.db import models


class Stage(models.TextChoices):
    REGISTERED = "registered", "登记"
    VERIFYING = "verifying", "核查"
    CONCLUDED = "concluded", "待处理"
    FOR_FILING = "for_filing", "待立案"
    HANDING = "handing", "移送中"
    FILED = "filed", "已立案"
    HANDED = "handed", "已移送"
    NOT_FILED = "not_filed", "不予立案"


PATH = (Stage.REGISTERED, Stage.VERIFYING, Stage.CONCLUDED, Stage.FOR_FILING, Stage.FILED)
