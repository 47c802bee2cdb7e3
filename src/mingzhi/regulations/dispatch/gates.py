"""Facts that must hold before a file is made and before it leaves the house."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine import before
from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.models import User

from .files import made
from .models import Channel, Dispatch, Sent
from .stages import Stage
from .subjects import standing


@before("dispatch.prepare", cites="disclosure-11.1", mend="dispatch.send")
def the_file_before_has_left(dispatch: Dispatch, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    """One file at a time for each receiver: nothing goes twice, and nothing is forgotten on a disk."""
    waiting = Dispatch.objects.filter(authority_id=actor.authority_id, channel=given["channel"], stage=Stage.PREPARED).first()
    if waiting is None:
        return None
    return f"{waiting.number}的文件还没有报送。请先登记已经报送，或者作废后再生成。"


@before("dispatch.prepare", cites=("disclosure-7.2", "credit-report"))
def something_can_be_sent(dispatch: Dispatch, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    channel = Channel(given["channel"])
    package = made(actor.authority, channel, given["from_on"], given["until_on"], local_day(at))
    if package.taken:
        return None
    if not package.left_out:
        return f"这段时间公开的内容，{channel.label}都已经收妥，或者不须报送，没有要生成的文件。请核对起止日期。"
    faults = "；".join(f"{row['number']}：{'、'.join(row['faults'])}" for row in package.left_out)
    return f"要报送的 {len(package.left_out)} 件都有误，没有可以列入文件的。{faults}。"


@before("dispatch.send", cites=("disclosure-13-withdraw", "disclosure-13-update", "disclosure-14-correct"), mend="dispatch.discard")
def what_is_in_it_is_still_public(dispatch: Dispatch, *, actor: User, at: datetime) -> str | None:
    """What was withdrawn, replaced or corrected after the file was made does not go out as it was."""
    rows = list(Sent.objects.filter(matter_id=dispatch.pk).exclude(purpose=Sent.Purpose.WITHDRAWN))
    now = standing(row.subject_id for row in rows)
    old = [row.number for row in rows if row.subject_id not in now or now[row.subject_id].draft != row.draft]
    if not old:
        return None
    return f"文件生成以后，{'、'.join(old)}的公示信息已经更正、更新、撤回或者应当撤回。请作废这份文件，重新生成。"
