"""Before a paper is struck out: there is one that has not reached anybody."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine import before
from mingzhi.core.organs.models import User

from ..serving import voidable


@before("*.void_paper", cites="recording-2")
def a_paper_is_still_in_our_hands(case: Any, *, actor: User, at: datetime) -> str | None:
    if voidable(case).exists():
        return None
    return "没有可以作废的文书。已经送达、公告的文书和各项决定书不能作废；确有错误的，依法更正、变更、撤销。"
