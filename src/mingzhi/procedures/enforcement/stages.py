"""Stages of compulsory execution: the demand first, then the court's way or the organ's own."""

from __future__ import annotations

from django.db import models


class Stage(models.TextChoices):
    """强制执行."""

    PREPARED = "prepared", "催告"
    DECIDED = "decided", "决定执行"
    ANNOUNCED = "announced", "公告限期"
    DONE = "done", "执行完毕待办结"
    APPLIED = "applied", "已申请法院"
    ACCEPTED = "accepted", "法院审查"
    GRANTED = "granted", "法院执行"
    TURNED_DOWN = "turned_down", "法院未准许"
    APPEALED = "appealed", "向上级法院复议"
    AGREED = "agreed", "执行协议"
    SUSPENDED = "suspended", "中止执行"
    ENDED = "ended", "办结"


#: The ordinary way as a whole, for charts; an illegal building taken down by the organ passes all of them.
PATH = (Stage.PREPARED, Stage.DECIDED, Stage.ANNOUNCED, Stage.DONE, Stage.ENDED)

#: The ordinary way of each kind: the court executes, a building is announced before it is taken down, the rest is not.
PATHS: dict[str, tuple[Stage, ...]] = {
    "court": (Stage.PREPARED, Stage.APPLIED, Stage.ACCEPTED, Stage.GRANTED, Stage.ENDED),
    "demolish": PATH,
    "substitute": (Stage.PREPARED, Stage.DECIDED, Stage.DONE, Stage.ENDED),
    "clear": (Stage.PREPARED, Stage.DECIDED, Stage.DONE, Stage.ENDED),
}

#: Where the organ itself still has the matter in hand and may agree, wait or go on.
OWN = (Stage.PREPARED, Stage.DECIDED, Stage.ANNOUNCED)
#: Every stage before the end.
OPEN = tuple(stage for stage in Stage if stage != Stage.ENDED)
