"""Before a bulletin is collected, checked, published, corrected or ended: nothing personal in it. Three people: see `gates.publishing`."""

from __future__ import annotations

from datetime import datetime

from mingzhi.core.engine import before
from mingzhi.core.organs.models import User

from ..files.keeping import dropped_since
from ..gates.collecting import found_in_words
from ..models import Ground
from .models import Bulletin
from .texts import latest, left_in, whole

#: Articles under which something is hidden in what is no decision.
HIDDEN = ("disclosure-8.1", "disclosure-8.2", "disclosure-8.3", "disclosure-8.4")


@before("bulletin.collect", "bulletin.correct", cites=HIDDEN)
def what_becomes_public_reveals_nobody(bulletin: Bulletin, *, actor: User, at: datetime, given: dict) -> str | None:
    left = left_in(bulletin, [given["title"], whole(given["text"], given["rows"])], given["kept_words"])
    return found_in_words(left, "请删去或者改写；确实不是个人信息的，填在“核对后保留的字词”。")


@before("bulletin.check", "bulletin.publish", cites=HIDDEN, mend="bulletin.send_back")
def a_last_scan_is_silent(bulletin: Bulletin, *, actor: User, at: datetime) -> str | None:
    """Somebody may have left the organ since, or the scan may have learned."""
    sheet = latest(bulletin)
    if sheet is None:
        return None
    return found_in_words(left_in(bulletin, [sheet.title, whole(sheet.text, sheet.rows)], sheet.kept_words), "请退回重新采集。")


@before("bulletin.end", cites=HIDDEN)
def reasons_for_ending_reveal_nobody(bulletin: Bulletin, *, actor: User, at: datetime, given: dict) -> str | None:
    return found_in_words(left_in(bulletin, [given["because"]]), "请改写停止公开的理由。")


@before("bulletin.correct", cites="disclosure-14-correct")
def a_corrected_bulletin_reads_otherwise(bulletin: Bulletin, *, actor: User, at: datetime, given: dict) -> str | None:
    sheet = latest(bulletin)
    if sheet is None or (given["title"], given["text"], given["rows"]) != (sheet.title, sheet.text, sheet.rows):
        return None
    if dropped_since(bulletin, sheet.published_at):
        return None
    return "标题和内容都没有改动。请写明正确的内容；没有错误的，不需要更正。"


@before("bulletin.lift_withholding", cites="disclosure-9.1")
def what_concerns_a_minor_stays_withheld(bulletin: Bulletin, *, actor: User, at: datetime) -> str | None:
    if bulletin.ground != Ground.MINOR:
        return None
    return "涉及未成年人的不予公开，本人或者监护人同意也不能公开。改写后不再涉及的，请另行登记应当公开的信息。"
