"""Stages of a remedy against a decision."""

from __future__ import annotations

from django.db import models


class Stage(models.TextChoices):
    """行政复议、行政诉讼, as the organ whose decision is attacked goes through it."""

    AT_HAND = "at_hand", "待转送"
    FORWARDED = "forwarded", "已转送"
    ANSWERING = "answering", "待答复"
    PENDING = "pending", "审理中"
    RESULT = "result", "待生效"
    ENDED = "ended", "已办结"


PATH = (Stage.ANSWERING, Stage.PENDING, Stage.RESULT, Stage.ENDED)
#: From here until its end a remedy is open against the decision.
OPEN = (Stage.AT_HAND, Stage.FORWARDED, Stage.ANSWERING, Stage.PENDING, Stage.RESULT)
