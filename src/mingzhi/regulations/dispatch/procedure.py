"""公示 7(二) and 11, elsewhere than on our own site: as a table, READ FIRST.

A file is made from what is public, sent by a person, and answered for row by row; what is put up is registered. What may go is in `subjects`,
what of it is due in `due`, how it is written in `credit` and `notices`, what is missing in `reconciling`.
"""

from __future__ import annotations

from mingzhi.core.engine import Procedure
from mingzhi.core.organs import Post
from mingzhi.procedures.penalty.forms.filing import Reasons

from . import actions, forms
from .models import SHOWN, Channel, Dispatch, Sent
from .stages import ENDS, PATH, PLACED_PATH, Stage

#: 岗位责任 4 gives publication to the reviewer, 公示 13 what becomes of it to 党政办: either may send. See docs/decisions/0116.
_SENDS = (Post.CLERK, Post.REVIEWER)

# One row an action, so that the table reads like the regulation beside it.
# fmt: off
dispatch = Procedure(
    "dispatch", "对外报送", matter=Dispatch, stages=Stage, ends=ENDS, path=PATH, section="对外报送", mainline=("send", "acknowledge"),
)
dispatch.keeps(Sent)

dispatch.action(actions.prepare, "生成报送文件", opens=True, to=Stage.PREPARED, by=_SENDS, form=forms.Prepare, numbered="报送",
    cites=("disclosure-7.2", "disclosure-11.1", "disclosure-13-update", "credit-report"), tells=actions.prepared_in_words,
    help="从已经公开的内容生成：信用信息平台只报决定，区政府网站还报公示信息和年度数据；有误的列出原因，不列入文件")
dispatch.action(actions.send, "登记已经报送", at=Stage.PREPARED, to=Stage.SENT, by=_SENDS, form=forms.Send,
    cites=("disclosure-7.2", "disclosure-11.1", "credit-report"), tells=lambda dispatch, given: f"{given['sent_on']}报送（{given['how']}）")
dispatch.action(actions.discard, "作废，不报送", at=Stage.PREPARED, to=Stage.DISCARDED, by=_SENDS, form=Reasons, cites="disclosure-11.1",
    tells=lambda dispatch, given: f"作废：{given['reasons']}")
dispatch.action(actions.acknowledge, "登记已收妥", at=Stage.SENT, leads=Stage.SETTLED, by=_SENDS, form=forms.Acknowledge,
    cites=("disclosure-7.2", "disclosure-11.1"), tells=lambda dispatch, given: f"{given['answered_on']}回执：收妥 {len(given['rows'])} 件")
dispatch.action(actions.refuse, "登记被退回", at=Stage.SENT, leads=Stage.SETTLED, by=_SENDS, form=forms.Refuse,
    cites=("disclosure-7.2", "disclosure-11.1"), tells=lambda dispatch, given: f"{given['answered_on']}回执：退回 {len(given['rows'])} 件，{given['reasons']}",
    help="退回的决定改正以后，列入下一次的文件")

# 其他方式 (11)
dispatch.action(actions.place, "登记公开栏、信息屏等其他方式", opens=True, to=Stage.PLACED, by=_SENDS, form=forms.Place, numbered="公示登记",
    cites=("disclosure-11.2", "disclosure-11.3"),
    tells=lambda dispatch, given: f"{given['shown_from_on']}起在{given['place']}（{Channel(given['channel']).label}）公示")
dispatch.action(actions.take_down, "登记撤下", at=Stage.PLACED, to=Stage.TAKEN_DOWN, by=_SENDS, form=forms.TakeDown, cites=("disclosure-11.2", "disclosure-11.3"),
    tells=lambda dispatch, given: f"{given['taken_on']}撤下")


@dispatch.walks
def as_its_channel_has_it(matter: Dispatch) -> tuple[str, ...]:
    return PLACED_PATH if matter.channel in SHOWN else PATH
