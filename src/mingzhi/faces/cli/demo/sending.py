"""What the demo town sent elsewhere of what is public: answered, not answered yet, and put up on the board."""

from __future__ import annotations

from datetime import timedelta

from mingzhi.core.engine.days import local_day
from mingzhi.regulations.dispatch.models import Channel

from .related import CLERK
from .telling import Data, Scene, Step, Story

_HOW = {Channel.CREDIT: "登录信用信息平台上传", Channel.SITE: "交区政府网站公示专栏录入"}
#: The first file goes this many working days before today, when enough is public to tell of.
_LONG_AGO = 30


def dispatch_stories(small: bool) -> list[Story]:
    """The last file to the platform waits for its answer; `small` tells of nothing else but the board."""
    waiting = Story("报送 等待回执", _sent(Channel.CREDIT), ends=1)
    board = Story("公示 公开栏", [Step(0, "10:00", "dispatch.place", CLERK, _put_up)], ends=12)
    if small:
        return [waiting, board]
    answered = [Step(3, "09:30", "dispatch.acknowledge", CLERK, {})]
    earlier = [Story(f"报送 {one.label}", [*_sent(one), *answered], ends=_LONG_AGO) for one in (Channel.CREDIT, Channel.SITE)]
    return [*earlier, waiting, board]


def _sent(channel: Channel) -> list[Step]:
    def made(scene: Scene) -> Data:
        until = local_day(scene.at)
        return {"channel": channel.value, "from_on": until - timedelta(days=365), "until_on": until}

    def left(scene: Scene) -> Data:
        return {"sent_on": local_day(scene.at), "how": _HOW[channel]}

    return [Step(0, "17:10", "dispatch.prepare", CLERK, made), Step(0, "17:20", "dispatch.send", CLERK, left)]


def _put_up(scene: Scene) -> Data:
    return {
        "channel": Channel.BOARD.value,
        "what": "近期行政处罚决定摘要、执法人员名单、举报电话",
        "place": "便民服务中心一楼公开栏",
        "shown_from_on": local_day(scene.at),
        "done_by": "王丽",
    }
