"""公示信息: what is published without a case, as a table, READ FIRST.

The same way as a decision: collected, checked and published by three people (4), within twenty working days from the day it was formed
or changed (12). What is lasting is published anew when it changes, and its earlier versions stay readable (13).
"""

from __future__ import annotations

from mingzhi.core.engine import Procedure
from mingzhi.core.organs import HEADS, Post
from mingzhi.procedures.penalty.forms.filing import Opinion, Reasons

from .. import actions as shared
from .. import forms as shared_forms
from ..files import actions as files
from ..files import forms as file_forms
from ..models import Ground, PublicFile, Withholding
from . import actions, forms
from .models import Bulletin, Sheet
from .stages import ENDS, PATH, UNPUBLISHED, Stage
from .topics import WITHOUT_DAYS, Topic

_COLLECT = (Post.HANDLER, Post.CAPTAIN, Post.CLERK)

# One row an action, so that the table reads like the regulation beside it.
# fmt: off
bulletins = Procedure(
    "bulletin", "公示信息", matter=Bulletin, stages=Stage, ends=ENDS, path=PATH, section="公示信息",
    mainline=("collect", "check", "publish", "approve_withholding", "correct"),
)
bulletins.keeps(Sheet, Withholding, PublicFile)

# 形成或者变更 (5, 6, 7)
bulletins.action(actions.begin, "登记应当公开的信息", opens=True, to=Stage.COLLECTING, by=(Post.OFFICER, Post.CAPTAIN, Post.CLERK), form=forms.Begin,
    numbered="公开字", cites=("disclosure-5.5", "disclosure-5.7", "disclosure-6.3", "disclosure-7.3", "disclosure-13-update"),
    tells=lambda bulletin, given: f"{Topic(given['topic']).label}：{given['title']}，{given['formed_on']}{'变更' if given['replaces'] else '形成'}")

# 采集 → 审核 → 发布 (4)
bulletins.action(actions.collect, "采集公开的内容，送审核", at=Stage.COLLECTING, to=Stage.CHECKING, by=_COLLECT, form=forms.Collect,
    cites=("disclosure-4", "disclosure-8.1", "disclosure-8.2", "disclosure-8.3", "disclosure-8.4"),
    tells=lambda bulletin, given: f"采集“{given['title'] or bulletin.title}”，送审核")
bulletins.action(actions.check, "审核公开的内容", at=Stage.CHECKING, to=Stage.READY, by=Post.REVIEWER, form=Opinion,
    cites=("disclosure-4", "posts-4"), tells=lambda bulletin, given: f"审核通过：{given['opinion']}")
bulletins.action(actions.send_back, "退回信息", at=(Stage.CHECKING, Stage.READY), to=Stage.COLLECTING, by=(Post.REVIEWER, Post.CLERK), form=Reasons,
    cites="disclosure-4", tells=lambda bulletin, given: f"退回重新采集：{given['reasons']}")
bulletins.action(actions.publish, "发布信息", at=Stage.READY, to=Stage.PUBLISHED, by=Post.CLERK, cites=("disclosure-4", "disclosure-12-general"),
    tells="发布", help="发布前再扫描一遍；是新版本的，原来的版本转为历史版本，仍可查看")

# 附件 (4, 8)
bulletins.action(files.attach, "添加公开的附件", at=Stage.COLLECTING, by=_COLLECT, form=file_forms.Attach,
    cites=("disclosure-4", "disclosure-8.1", "disclosure-8.2", "disclosure-8.3", "disclosure-8.4"),
    tells=lambda bulletin, given: f"添加公开的附件“{given['name']}”", help="先添加附件，再采集公开的内容、送审核")
bulletins.action(files.look, "登记逐件看过附件", at=Stage.CHECKING, by=Post.REVIEWER, form=file_forms.Look, cites=("disclosure-4", "posts-4"),
    tells=lambda bulletin, given: f"逐件看过附件：{'、'.join(row.name for row in given['seen'])}", help="图片和扫描件里的字，扫描读不到，要有人看过")
bulletins.action(files.detach, "去掉公开的附件", at=(Stage.COLLECTING, Stage.CORRECTING), by=_COLLECT, form=file_forms.Detach,
    cites=("disclosure-4", "disclosure-14-correct"), tells=lambda bulletin, given: f"去掉附件“{given['file'].name}”：{given['reasons']}")

# 更新、停止 (13)
bulletins.action(actions.supersede, "被新版本代替", follows=True, at=(Stage.PUBLISHED, Stage.CORRECTING), to=Stage.REPLACED, by=Post.CLERK,
    cites="disclosure-13-update", tells="新版本发布，本版本转为历史版本")
bulletins.action(actions.end, "停止公开", at=(Stage.PUBLISHED, Stage.CORRECTING, Stage.REPLACED), to=Stage.ENDED, by=Post.CLERK, form=forms.End,
    cites="disclosure-13-update", tells=lambda bulletin, given: f"停止公开：{given['because']}", help="有变化的不在这里办，请登记新的版本")

# 更正 (14)
bulletins.action(actions.find_error, "登记信息有误", at=Stage.PUBLISHED, to=Stage.CORRECTING, by=(*_COLLECT, Post.REVIEWER), form=Reasons,
    cites="disclosure-14-correct", tells=lambda bulletin, given: f"公示有误：{given['reasons']}")
bulletins.action(actions.correct, "更正信息", at=Stage.CORRECTING, to=Stage.PUBLISHED, by=Post.CLERK, form=forms.Correct,
    cites="disclosure-14-correct", tells=lambda bulletin, given: f"更正公示：{given['changes']}")

# 不予公开 (9)
bulletins.action(shared.ask_withholding, "提出信息不予公开", at=UNPUBLISHED, to=Stage.WITHHOLDING, by=(*_COLLECT, Post.REVIEWER),
    form=shared_forms.AskWithholding, cites=("disclosure-9.2", "disclosure-9.3", "disclosure-9.4", "disclosure-9.5", "disclosure-9.6"),
    tells=lambda bulletin, given: f"提出不予公开：{Ground(given['ground']).label}。{given['reasons']}")
bulletins.action(shared.approve_withholding, "批准信息不予公开", at=Stage.WITHHOLDING, to=Stage.WITHHELD, by=HEADS, form=Opinion,
    cites="disclosure-9.5", tells=lambda bulletin, given: f"批准不予公开：{Ground(bulletin.ground).label}")
bulletins.action(shared.refuse_withholding, "不批准信息不予公开", at=Stage.WITHHOLDING, to=Stage.COLLECTING, by=HEADS, form=Reasons,
    cites="disclosure-9.5", tells=lambda bulletin, given: f"不批准不予公开：{given['reasons']}")
bulletins.action(shared.recheck_withholding, "复核信息不予公开的情形", at=Stage.WITHHELD, by=_COLLECT, form=Reasons, cites="disclosure-9.4",
    tells=lambda bulletin, given: f"仍可能影响其他案件调查处理：{given['reasons']}")
bulletins.action(shared.lift_withholding, "信息改为公开", at=Stage.WITHHELD, to=Stage.COLLECTING, by=HEADS, form=shared_forms.LiftWithholding,
    cites=("disclosure-9-override", "information-rules-15"), tells=lambda bulletin, given: f"改为公开：{Withholding.Lift(given['lifted_because']).label}")

bulletins.deadline("disclosure-12-general", "公开信息", from_=("begin", "lift_withholding"), until="publish",
    since=lambda bulletin, at, given: None if bulletin.topic in WITHOUT_DAYS else given.get("formed_on") or at)
bulletins.deadline("town-withholding-recheck", "复核不予公开的情形", from_=("approve_withholding", "recheck_withholding"),
    until=("recheck_withholding", "lift_withholding"),
    since=lambda bulletin, at, given: at if bulletin.ground == Ground.INVESTIGATION else None)
bulletins.deadline("town-correct-sla", "更正公示", from_="find_error", until="correct", lifted_by="end")
