"""Stages of the transfer of a suspected crime."""

from __future__ import annotations

from django.db import models


class Stage(models.TextChoices):
    """涉嫌犯罪案件移送, from the team to the police."""

    TEAM = "team", "专案核实"
    REPORTED = "reported", "报请批准"
    APPROVED = "approved", "待移送"
    HANDED = "handed", "公安机关审查"
    FILED = "filed", "公安机关已立案"
    DONE = "done", "移送完毕"
    REFUSED = "refused", "不予移送"
    NOT_FILED = "not_filed", "公安机关不予立案"
    ASKED_AGAIN = "asked_again", "提请复议（监督）"
    RETURNED = "returned", "退回处理"


PATH = (Stage.TEAM, Stage.REPORTED, Stage.APPROVED, Stage.HANDED, Stage.FILED, Stage.DONE)
#: While the transfer is under way nothing may take its place.
UNDER_WAY = (Stage.TEAM, Stage.REPORTED, Stage.APPROVED, Stage.HANDED, Stage.FILED, Stage.NOT_FILED, Stage.ASKED_AGAIN)
