"""Steps of what goes elsewhere that its tests build on. The decision is that of tests/regulations/disclosure/story.py, public since 2026-04-07."""

from __future__ import annotations

from typing import Any

from mingzhi.core.engine.perform import Done, perform
from mingzhi.regulations.disclosure.models import Publication
from mingzhi.regulations.dispatch.models import Dispatch
from tests.cast import Town, at
from tests.regulations.disclosure import story as disclosure

CLERK = "wangli"
DAYS = {"from_on": "2026-04-01", "until_on": "2026-04-08"}
SENT = {"sent_on": "2026-04-08", "how": "登录信用信息平台上传"}
PLACED = {
    "channel": "board", "what": "2026年4月行政处罚决定摘要 1 件", "place": "便民服务中心一楼公开栏", "shown_from_on": "2026-04-08", "done_by": "王丽",
}  # fmt: skip


def act(town: Town, action: str, dispatch: Dispatch | None, when: str, /, who: str = CLERK, **data: Any) -> Done:
    """One action of a dispatch, done by somebody at a moment."""
    return perform(f"dispatch.{action}", dispatch, actor=town[who], data=data, at=at(when))


def published(town: Town) -> Publication:
    return disclosure.published(town)


def prepared(town: Town, channel: str = "credit", when: str = "2026-04-08 09:00", **days: str) -> Dispatch:
    if not Publication.objects.filter(authority=town.authority).exists():
        published(town)
    return act(town, "prepare", None, when, channel=channel, **(DAYS | days)).matter


def sent(town: Town, channel: str = "credit", when: str = "2026-04-08 10:00", **days: str) -> Dispatch:
    return act(town, "send", prepared(town, channel, **days), when, **SENT).matter


def acknowledged(town: Town, channel: str = "credit") -> Dispatch:
    dispatch = sent(town, channel)
    rows = [row.pk for row in dispatch.dispatch_sents.all()]
    return act(town, "acknowledge", dispatch, "2026-04-09 09:00", rows=rows, answered_on="2026-04-09").matter


def placed(town: Town) -> Dispatch:
    return act(town, "place", None, "2026-04-08 11:00", **PLACED).matter
