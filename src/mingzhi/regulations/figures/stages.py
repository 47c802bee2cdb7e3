"""Stages of a year's figures, from the brigade's hands to everybody's eyes."""

from __future__ import annotations

from django.db import models


class Stage(models.TextChoices):
    """年度执法数据: supplied by the brigade, approved by the head, published by 党政办."""

    SUPPLIED = "supplied", "待编写说明"
    APPROVING = "approving", "待批准"
    READY = "ready", "待发布"
    PUBLISHED = "published", "已公开"


PATH = (Stage.SUPPLIED, Stage.APPROVING, Stage.READY, Stage.PUBLISHED)
