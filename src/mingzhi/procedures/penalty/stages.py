"""Stages of the two procedures, in the order of law.md §2.1 and §2.2."""

from __future__ import annotations

from django.db import models


class Stage(models.TextChoices):
    """Ordinary procedure (普通程序)."""

    PROPOSED = "proposed", "立案审批"
    INVESTIGATION = "investigation", "调查取证"
    REPORTED = "reported", "调查终结"
    NOTICE = "notice", "事先告知"
    DECISION = "decision", "审查决定"
    SERVICE = "service", "送达"
    PERFORMANCE = "performance", "执行"
    CLOSING = "closing", "结案审批"
    FILING = "filing", "立卷"
    FILED = "filed", "已归卷"
    SUSPENDED = "suspended", "中止"
    NOT_FILED = "not_filed", "不予立案"


class SummaryStage(models.TextChoices):
    """Summary procedure (简易程序)."""

    PUNISHED = "punished", "当场处罚"
    PERFORMANCE = "performance", "执行"
    FILING = "filing", "立卷"
    FILED = "filed", "已归卷"


#: The ordinary way of a case, for the progress list; side exits are shown only when taken.
PATH = (
    Stage.PROPOSED,
    Stage.INVESTIGATION,
    Stage.REPORTED,
    Stage.NOTICE,
    Stage.DECISION,
    Stage.SERVICE,
    Stage.PERFORMANCE,
    Stage.CLOSING,
    Stage.FILING,
    Stage.FILED,
)

#: Stages of a filed case until its file is made, suspended ones included.
AFTER_FILING = (*PATH[1:-1], Stage.SUSPENDED)

#: Stages of a filed case until its closing is approved, suspended ones included.
UNTIL_CLOSING = (*PATH[1:-2], Stage.SUSPENDED)

#: The way of a penalty on the spot.
SUMMARY_PATH = (SummaryStage.PUNISHED, SummaryStage.PERFORMANCE, SummaryStage.FILING, SummaryStage.FILED)
