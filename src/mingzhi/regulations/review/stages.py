"""Stages of a legal review, over all its rounds."""

from __future__ import annotations

from django.db import models


class Stage(models.TextChoices):
    """法制审核: each submission is one round."""

    SUBMITTED = "submitted", "待收件"
    REVIEWING = "reviewing", "审核中"
    RETURNED = "returned", "退回补正"
    ADVISED = "advised", "未通过"
    AGREED = "agreed", "同意"
    WITHDRAWN = "withdrawn", "已撤回"


PATH = (Stage.SUBMITTED, Stage.REVIEWING, Stage.AGREED)

#: Where a new round may begin: after papers sent back, an opinion that does not agree, or an agreement that something has overtaken.
RESUBMITTED = (Stage.RETURNED, Stage.ADVISED, Stage.AGREED, Stage.WITHDRAWN)
