"""Stages of what is done with footage."""

from __future__ import annotations

from django.db import models


class Stage(models.TextChoices):
    """Of one clip: from the card of a camera to the end of its term."""

    STORED = "stored", "已入库"
    BOUND = "bound", "已归入活动"
    CLEARED = "cleared", "已清理"


PATH = (Stage.STORED, Stage.BOUND)


class Access(models.TextChoices):
    """Of a request to look at footage beyond one's own scope."""

    ASKED = "asked", "待批准"
    GRANTED = "granted", "准许调阅"
    REFUSED = "refused", "不予准许"
    WITHDRAWN = "withdrawn", "已撤回"
    ENDED = "ended", "调阅结束"


class Copying(models.TextChoices):
    """Of a copy for somebody else."""

    ASKED = "asked", "待批准"
    FIRST = "first", "待第二人批准"
    APPROVED = "approved", "待制作"
    MADE = "made", "待提供"
    HANDED = "handed", "已提供"
    REFUSED = "refused", "不予提供"
    WITHDRAWN = "withdrawn", "已撤回"


#: Copies that nobody waits for any more; they go with their original.
SETTLED = (Copying.HANDED, Copying.REFUSED, Copying.WITHDRAWN)


class Conduct(models.TextChoices):
    """Of a misuse."""

    REGISTERED = "registered", "待处理"
    HANDED_ON = "handed_on", "已移交处理"
    EDUCATED = "educated", "已批评教育"
    CONCLUDED = "concluded", "已处理"
    UNFOUNDED = "unfounded", "查无此事"


class Clear(models.TextChoices):
    """Of a list of footage to be cleared."""

    PROPOSED = "proposed", "待批准"
    FIRST = "first", "待第二人批准"
    COOLING = "cooling", "冷静期"
    CLEARED = "cleared", "已清理"
    REFUSED = "refused", "不同意清理"
    STOPPED = "stopped", "停止清理"


class Burn(models.TextChoices):
    """Of a disc that is burned twice."""

    LISTED = "listed", "待制作映像"
    BUILT = "built", "待刻录"
    BURNED = "burned", "待校验"
    CHECKED = "checked", "待入柜"
    SHELVED = "shelved", "已入柜"
