"""行政执法公示制度: the publication of a decision as a table, READ FIRST.

Collected by the brigade, checked by a reviewer, published by 党政办: three steps, three people. What is masked is found by
`mingzhi.law.redaction` and confirmed by a person; what may not be published is in `gates`, why something is not in `Ground`.
"""

from __future__ import annotations

from mingzhi.core.engine import Procedure
from mingzhi.core.organs import HEADS, Post
from mingzhi.procedures.penalty.forms.filing import Opinion, Reasons

from . import actions, forms
from .files import actions as files
from .files import forms as file_forms
from .models import Edition, Ground, Objection, Publication, PublicFile, Withholding
from .stages import ENDS, PATH, UNPUBLISHED, Stage

_BRIGADE = (Post.HANDLER, Post.CAPTAIN)

# One row an action, so that the table reads like the regulation beside it.
# fmt: off
publication = Procedure(
    "publication", "公示", matter=Publication, stages=Stage, ends=ENDS, path=PATH, section="公示",
    about="case", of=("penalty",), mainline=("collect", "confirm", "check", "publish", "approve_withholding", "answer_objection", "correct", "withdraw"),
)
publication.keeps(Edition, Objection, Withholding, PublicFile)

# 采集 → 审核 → 发布 (4, 7, 8)
publication.action(actions.begin, "开始公示", opens=True, follows=True, to=Stage.COLLECTING, by=Post.HANDLER, form=forms.Begin, numbered="公示字",
    cites=("disclosure-3", "disclosure-7.2", "penalty-law-48"), tells=lambda publication, given: f"{given['decision_number']}作出，应当公示")
publication.action(actions.collect, "采集公示信息", at=Stage.COLLECTING, by=_BRIGADE, form=forms.Collect,
    cites=("disclosure-4", "disclosure-7.2", "disclosure-7.2-mask"), tells=forms.choices_in_words,
    help="选择摘要或者全文，系统从决定书取出内容并隐去应当隐去的信息")
publication.action(actions.confirm, "确认隐去的内容，送审核", at=Stage.COLLECTING, to=Stage.CHECKING, by=_BRIGADE, form=forms.Confirm,
    cites=("disclosure-4", "disclosure-8.1", "disclosure-8.2", "disclosure-8.3", "disclosure-8.4"), tells="确认隐去的内容，送审核",
    help="原文和公开文本逐处对照，可以再改")
publication.action(actions.check, "审核公示信息", at=Stage.CHECKING, to=Stage.READY, by=Post.REVIEWER, form=Opinion,
    cites=("disclosure-4", "posts-4"), tells=lambda publication, given: f"审核通过：{given['opinion']}")
publication.action(actions.send_back, "退回重新采集", at=(Stage.CHECKING, Stage.READY), to=Stage.COLLECTING, by=(Post.REVIEWER, Post.CLERK), form=Reasons,
    cites="disclosure-4", tells=lambda publication, given: f"退回重新采集：{given['reasons']}")
publication.action(actions.publish, "发布", at=Stage.READY, to=Stage.PUBLISHED, by=Post.CLERK, cites=("disclosure-4", "disclosure-12-penalty"),
    tells="发布", help="发布前再扫描一遍，仍有应当隐去的信息就不能发布")

# 附件 (4, 8)
publication.action(files.attach, "添加随决定公开的附件", at=Stage.COLLECTING, by=_BRIGADE, form=file_forms.Attach,
    cites=("disclosure-4", "disclosure-8.1", "disclosure-8.2", "disclosure-8.3", "disclosure-8.4"),
    tells=lambda publication, given: f"添加随决定公开的附件“{given['name']}”", help="先添加附件，再确认隐去的内容、送审核")
publication.action(files.look, "登记逐件看过随决定公开的附件", at=Stage.CHECKING, by=Post.REVIEWER, form=file_forms.Look, cites=("disclosure-4", "posts-4"),
    tells=lambda publication, given: f"逐件看过附件：{'、'.join(row.name for row in given['seen'])}", help="图片和扫描件里的字，扫描读不到，要有人看过")
publication.action(files.detach, "去掉随决定公开的附件", at=(Stage.COLLECTING, Stage.CORRECTING), by=(*_BRIGADE, Post.CLERK), form=file_forms.Detach,
    cites=("disclosure-4", "disclosure-14-correct"), tells=lambda publication, given: f"去掉附件“{given['file'].name}”：{given['reasons']}")

# 不予公开 (9)
publication.action(actions.ask_withholding, "提出不予公开", at=UNPUBLISHED, to=Stage.WITHHOLDING, by=(*_BRIGADE, Post.REVIEWER, Post.CLERK),
    form=forms.AskWithholding, cites=("disclosure-9.1", "disclosure-9.2", "disclosure-9.3", "disclosure-9.4", "disclosure-9.5", "disclosure-9.6"),
    tells=lambda publication, given: f"提出不予公开：{Ground(given['ground']).label}。{given['reasons']}")
publication.action(actions.approve_withholding, "批准不予公开", at=Stage.WITHHOLDING, to=Stage.WITHHELD, by=HEADS, form=Opinion,
    cites="disclosure-9.5", tells=lambda publication, given: f"批准不予公开：{publication.get_ground_display()}")
publication.action(actions.refuse_withholding, "不批准不予公开", at=Stage.WITHHOLDING, to=Stage.COLLECTING, by=HEADS, form=Reasons,
    cites="disclosure-9.5", tells=lambda publication, given: f"不批准不予公开：{given['reasons']}")
publication.action(actions.recheck_withholding, "复核不予公开的情形", at=Stage.WITHHELD, by=_BRIGADE, form=Reasons, cites="disclosure-9.4",
    tells=lambda publication, given: f"仍可能影响其他案件调查处理：{given['reasons']}")
publication.action(actions.lift_withholding, "改为公开", at=Stage.WITHHELD, to=Stage.COLLECTING, by=HEADS, form=forms.LiftWithholding,
    cites=("disclosure-9-override", "information-rules-15"), tells=lambda publication, given: f"改为公开：{Withholding.Lift(given['lifted_because']).label}")

# 撤回 (13)
publication.action(actions.order_withdrawal, "登记应当撤回的事由", at=(Stage.PUBLISHED, Stage.OBJECTED, Stage.CORRECTING), to=Stage.WITHDRAWING,
    by=(Post.CLERK, Post.REVIEWER, *HEADS), form=forms.OrderWithdrawal, cites=("disclosure-13-withdraw", "penalty-law-48.2"),
    tells=lambda publication, given: f"应当撤回：{given['because']}", help="因复议、诉讼以外的原因被变更、撤销、确认违法的；复议、诉讼的结果生效后自动登记")
publication.action(actions.order_withdrawal, "决定不再有效，应当撤回", name="fall", follows=True, at=(Stage.PUBLISHED, Stage.OBJECTED, Stage.CORRECTING),
    to=Stage.WITHDRAWING, by=Post.CLERK, form=forms.OrderWithdrawal, cites=("disclosure-13-withdraw", "penalty-law-48.2"),
    tells=lambda publication, given: f"应当撤回：{given['because']}")
publication.action(actions.withdraw, "撤回公示", at=Stage.WITHDRAWING, to=Stage.WITHDRAWN, by=Post.CLERK, form=forms.Withdraw,
    cites=("disclosure-13-withdraw", "penalty-law-48.2"), tells=lambda publication, given: f"撤回公示，公开说明：{given['public_reasons']}")
publication.action(actions.drop, "不再公开", at=(*UNPUBLISHED, Stage.WITHHOLDING), to=Stage.DROPPED, by=Post.CLERK, form=forms.OrderWithdrawal,
    follows=True, cites="disclosure-13-withdraw", tells=lambda publication, given: f"不再公开：{given['because']}")
publication.action(actions.collect_anew, "决定有变更，重新采集", at=(*UNPUBLISHED, Stage.WITHHOLDING), to=Stage.COLLECTING, by=Post.CLERK,
    form=forms.OrderWithdrawal, follows=True, cites="disclosure-13-withdraw", tells=lambda publication, given: f"重新采集：{given['because']}")

# 更正、异议 (14)
publication.action(actions.find_error, "登记公示有误", at=Stage.PUBLISHED, to=Stage.CORRECTING, by=(*_BRIGADE, Post.REVIEWER, Post.CLERK), form=Reasons,
    cites="disclosure-14-correct", tells=lambda publication, given: f"公示有误：{given['reasons']}")
publication.action(actions.register_objection, "登记公示异议", at=Stage.PUBLISHED, to=Stage.OBJECTED, by=(*_BRIGADE, Post.CLERK), form=forms.RegisterObjection,
    cites="disclosure-14-objection", tells=lambda publication, given: f"{given['made_by']}提出异议：{given['content']}")
publication.action(actions.answer_objection, "核实并答复异议", at=Stage.OBJECTED, leads=(Stage.PUBLISHED, Stage.CORRECTING), by=_BRIGADE,
    form=forms.AnswerObjection, cites="disclosure-14-objection",
    tells=lambda publication, given: f"经核实，异议{'属实，予以更正' if given['upheld'] == 'yes' else '不实'}，{given['told_on']}告知：{given['answer']}")
publication.action(actions.correct, "更正公示", at=Stage.CORRECTING, to=Stage.PUBLISHED, by=Post.CLERK, form=forms.Correct,
    cites="disclosure-14-correct", tells=lambda publication, given: f"更正公示：{given['changes']}")

# 展示期满
publication.action(actions.end_display, "结束展示", at=Stage.PUBLISHED, to=Stage.OVER, by=Post.CLERK, cites=("credit-minor", "credit-general", "credit-serious"),
    tells="展示期满，结束展示")

publication.deadline("disclosure-12-penalty", "公开处罚决定", from_=("begin", "lift_withholding"), until="publish",
    since=lambda publication, at, given: given.get("decided_on") or at)
publication.deadline("town-withholding-recheck", "复核不予公开的情形", from_=("approve_withholding", "recheck_withholding"),
    until=("recheck_withholding", "lift_withholding"),
    since=lambda publication, at, given: at if publication.ground == Ground.INVESTIGATION else None)
publication.deadline("penalty-law-48.2", "撤回公示", from_=("order_withdrawal", "fall"), until="withdraw")
publication.deadline("town-objection-sla", "核实答复异议", from_="register_objection", until="answer_objection", lifted_by=("order_withdrawal", "fall"),
    since=lambda publication, at, given: given["received_on"])
publication.deadline("town-correct-sla", "更正公示", from_=("find_error", "answer_objection"), until="correct", lifted_by=("order_withdrawal", "fall"),
    since=lambda publication, at, given: at if given.get("upheld", "yes") == "yes" else None)
