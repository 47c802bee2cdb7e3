"""执法活动: enforcement on the spot and its record, as a table, READ FIRST.

Read it beside 全过程记录制度 12 to 16: recorded from arrival to departure without a break, stored within 24 hours, each break explained.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine import Procedure
from mingzhi.core.organs import HEADS, Post

from . import actions, forms
from .models import Activity, Carried, Content, Explanation, Statement
from .stages import ENDS, EXPLAINED_PATH, PATH, Stage


def _left(activity: Activity, at: datetime, given: dict[str, Any]) -> datetime | None:
    """The hours run from departure; from afar from the return, which is put on record by itself."""
    return given["returned_at"] if "returned_at" in given else None if given["remote"] else given["departed_at"]


def _stored(activity: Activity, at: datetime, given: dict[str, Any]) -> datetime | None:
    """Met when the last file came in, even if somebody says so later."""
    return activity.stored_at


# One row an action, so that the table reads like the regulation beside it.
# fmt: off
activities = Procedure(
    "activity", "执法活动", matter=Activity, stages=Stage, ends=ENDS, path=PATH, section="执法活动",
    about="case", of=("penalty", "summary"), alone=True, mainline=("depart", "come_back", "store", "examine", "explain", "state", "acknowledge"),
)
activities.keeps(Carried, Content, Explanation, Statement)


@activities.walks
def by_way_of_a_statement(activity: Activity) -> tuple[str, ...]:
    if activity.stage == Stage.UNRECORDED:
        return (Stage.UNRECORDED,)
    explained = activity.stage == Stage.EXPLAINING or (activity.pk and Statement.objects.filter(matter_id=activity.pk).exists())
    return EXPLAINED_PATH if explained else PATH


@activities.skips
def return_where_nobody_was_far_away(activity: Activity, at: datetime) -> tuple[str, ...]:
    return () if activity.remote_because and activity.returned_at is None else ("come_back",)


# 到达、离开 (记录制度 12，音像制度 7、8，装备制度 7)
activities.action(actions.arrive, "到达现场", opens=True, to=Stage.ON_SITE, by=Post.OFFICER, form=forms.Arrive, numbered="活动",
    cites=("recording-12-continuous", "recording-11", "footage-7", "footage-4", "equipment-7"),
    tells=lambda activity, given: f"到达{given['place']}，{given['purpose']}", help="到达即开机，全程不间断")
activities.action(actions.not_recorded, "登记未作音像记录", opens=True, to=Stage.UNRECORDED, by=Post.OFFICER, form=forms.NotRecorded, numbered="活动",
    cites="recording-13-should", tells=lambda activity, given: f"{given['place']}{activity.get_what_display()}未作音像记录：{given['unrecorded_because']}",
    help="查封扣押、强制拆除等必须全程记录的除外")
activities.action(actions.depart, "离开现场", at=Stage.ON_SITE, to=Stage.ENDED, by=Post.HANDLER, form=forms.Depart,
    cites=("recording-12-continuous", "recording-16", "footage-7", "footage-8"),
    tells=lambda activity, given: f"离开现场{'，' + given['remote_because'] if given['remote'] else ''}")

# 存储 (记录制度 16，音像制度 12)
activities.action(actions.come_back, "返回单位", at=Stage.ENDED, by=Post.HANDLER, form=forms.ComeBack, cites=("recording-16", "footage-12"))
activities.action(actions.store, "资料已全部入库", at=Stage.ENDED, to=Stage.STORED, by=Post.HANDLER, form=forms.Store,
    cites=("recording-16", "recording-15", "recording-4", "footage-12"), tells="资料已全部入库", help="先上传并归入本次活动，不得自行保管")

# 核对 (记录制度 14，音像制度 9、10)
activities.action(actions.examine, "核对记录内容", at=Stage.STORED, leads=(Stage.EXPLAINING, Stage.COMPLETE), by=Post.HANDLER, form=forms.Examine,
    cites=("recording-14", "recording-12-continuous", "footage-9", "footage-10"),
    tells=lambda activity, given: "核对记录内容，" + ("有中断或者缺失，待说明" if activity.stage == Stage.EXPLAINING else "记录完整"))

# 说明 (记录制度 12，音像制度 11)
activities.action(actions.explain, "说明中断原因", at=Stage.EXPLAINING, by=Post.HANDLER, form=forms.Explain,
    cites=("recording-12-interrupt", "footage-11"), tells=lambda activity, given: f"说明{len(given['breaks'])}处中断：{given['words']}")
activities.action(actions.state, "出具情况说明", at=Stage.EXPLAINING, by=Post.HANDLER, form=forms.State, prints="D50",
    cites=("recording-12-interrupt", "footage-11"), help="两名以上执法人员签字，报分管负责人")
activities.action(actions.acknowledge, "阅知情况说明", at=Stage.EXPLAINING, to=Stage.COMPLETE, by=HEADS, form=forms.Acknowledge,
    cites=("recording-12-interrupt", "footage-11"), tells=lambda activity, given: f"阅知情况说明：{given['opinion']}")

# 期限
activities.deadline("recording-16", "音像资料入库", from_=("depart", "come_back"), until="store", since=_left, met=_stored)
