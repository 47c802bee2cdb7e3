"""Stages of a seizure, from the request until the things are returned, taken for good or handed over."""

from __future__ import annotations

from django.db import models


class Stage(models.TextChoices):
    """查封、扣押: held at most its thirty days and thirty more."""

    ASKED = "asked", "待批准"
    APPROVED = "approved", "待实施"
    URGENT = "urgent", "当场实施，待补办批准"
    HELD = "held", "查封扣押中"
    LIFTING = "lifting", "未获批准，应当立即解除"
    RELEASED = "released", "已解除，待退还"
    RETURNED = "returned", "已退还"
    CONFISCATED = "confiscated", "已没收"
    DESTROYED = "destroyed", "已销毁"
    HANDED_OVER = "handed_over", "已随案移送"
    REFUSED = "refused", "未批准"
    DROPPED = "dropped", "不再实施"


PATH = (Stage.ASKED, Stage.APPROVED, Stage.HELD, Stage.RELEASED, Stage.RETURNED)
#: Done at once because of urgency: what comes afterwards is the approval.
URGENT_PATH = (Stage.URGENT, Stage.HELD, Stage.RELEASED, Stage.RETURNED)
ENDS = (Stage.RETURNED, Stage.CONFISCATED, Stage.DESTROYED, Stage.HANDED_OVER, Stage.REFUSED, Stage.DROPPED)

#: The things are in our hands.
IN_OUR_HANDS = (Stage.URGENT, Stage.HELD, Stage.LIFTING, Stage.RELEASED)
