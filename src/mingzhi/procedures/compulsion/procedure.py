"""查封、扣押: coercive measures in a case as a table, READ FIRST.

Read it beside 行政强制法 17 to 28: approved beforehand, or at once and approved afterwards; thirty days and thirty more; then lifted,
confiscated by the case's decision, or handed over with the case. Under an entrusted power there is none of this.
"""

from __future__ import annotations

from typing import Any

from mingzhi.core.engine import Procedure
from mingzhi.core.organs import HEADS, Post
from mingzhi.procedures.penalty.actions import service, voiding
from mingzhi.procedures.penalty.forms import service as service_forms
from mingzhi.procedures.penalty.forms import voiding as voiding_forms
from mingzhi.procedures.penalty.forms.filing import Opinion, Reasons
from mingzhi.procedures.penalty.models import Approval, Presence, Service
from mingzhi.procedures.penalty.serving import announcement_over, served_in_words

from . import forms
from .actions import disposing
from .actions import measures as actions
from .holdings import named
from .models import Custody, Disposal, Seizure, Testing
from .serving import MADE_ANEW
from .stages import ENDS, IN_OUR_HANDS, PATH, Stage


def _taken(seizure: Seizure, given: dict[str, Any]) -> str:
    at_once = "情况紧急，当场" if seizure.urgent else ""
    return f"{at_once}{seizure.get_measure_display()}{'、'.join(row['name'] for row in seizure.goods)}"


def _whole_or_part(seizure: Seizure, given: dict[str, Any]) -> str:
    """The term goes on for what is left where only a part was confiscated or destroyed."""
    return "部分" if seizure.stage == Stage.HELD and ("taken" in given or "proceeds_yuan" in given) else ""


def _since(seizure: Seizure, at: Any, given: dict[str, Any]) -> Any:
    return given["from_at"]


# One row an action, so that the table reads like the statute beside it.
# fmt: off
seizure = Procedure(
    "seizure", "查封、扣押", matter=Seizure, stages=Stage, ends=ENDS, path=PATH, section="查封、扣押",
    about="case", of=("penalty",), mainline=("approve", "seize", "approve_afterwards", "serve", "approve_extension", "release", "hand_back"),
)
seizure.keeps(Approval, Custody, Disposal, Presence, Service, Testing)

# 批准 (18)
seizure.action(actions.ask, "申请查封（扣押）", opens=True, to=Stage.ASKED, by=Post.HANDLER, form=forms.Ask, numbered="强措字",
    cites=("compulsion-law-17", "compulsion-law-18", "compulsion-law-23"), help="委托的执法事项不得实施强制措施",
    tells=lambda seizure, given: f"申请{seizure.get_measure_display()}{'、'.join(row['name'] for row in given['goods'])}")
seizure.action(actions.approve, "批准查封（扣押）", at=Stage.ASKED, to=Stage.APPROVED, by=HEADS, form=Opinion, cites="compulsion-law-18",
    prints="D17")
seizure.action(actions.refuse, "不批准查封（扣押）", at=Stage.ASKED, to=Stage.REFUSED, by=HEADS, form=Reasons, cites="compulsion-law-18",
    tells=lambda seizure, given: f"不批准：{given['reasons']}")
seizure.action(actions.drop, "不再实施", at=(Stage.ASKED, Stage.APPROVED), to=Stage.DROPPED, by=Post.HANDLER, form=Reasons,
    cites="compulsion-law-18", tells=lambda seizure, given: f"不再实施：{given['reasons']}")

# 实施 (18, 19, 24)
_DONE_BY = ("compulsion-law-18", "compulsion-law-23", "compulsion-law-24", "recording-13-full")
seizure.action(actions.seize, "实施查封（扣押）", at=Stage.APPROVED, to=Stage.HELD, by=Post.HANDLER, form=forms.Seize, cites=_DONE_BY,
    prints=("D18", "D18b", "D18c"), tells=_taken, help="决定书和清单当场交付，全程音像记录")
seizure.action(actions.seize_at_once, "紧急情况当场查封（扣押）", opens=True, to=Stage.URGENT, by=Post.HANDLER, form=forms.SeizeAtOnce,
    numbered="强措字", cites=("compulsion-law-19", "compulsion-law-17", *_DONE_BY), prints=("D18", "D18b", "D18c"), tells=_taken,
    help="二十四小时内向负责人报告并补办批准手续")
seizure.action(actions.approve_afterwards, "补办批准", at=Stage.URGENT, to=Stage.HELD, by=HEADS, form=Opinion, cites="compulsion-law-19",
    prints="D17")
seizure.action(actions.refuse_afterwards, "不批准，立即解除", at=Stage.URGENT, to=Stage.LIFTING, by=HEADS, form=Reasons,
    cites="compulsion-law-19", tells=lambda seizure, given: f"不批准当场实施的{seizure.get_measure_display()}：{given['reasons']}")

# 保管、检测 (25, 26)
seizure.action(actions.keep_custody, "登记保管", at=IN_OUR_HANDS, by=Post.HANDLER, form=forms.KeepCustody, cites="compulsion-law-26",
    prints="D18d", tells=lambda seizure, given: f"{Custody.Event(given['event']).label}：{given['condition']}")
seizure.action(actions.send_for_testing, "送检测（鉴定）", at=Stage.HELD, by=Post.HANDLER, form=forms.SendForTesting,
    cites=("compulsion-law-25.3", "compulsion-law-26"), prints="D19d",
    tells=lambda seizure, given: f"送{given['institution']}{given['what']}，期间至{given['until_on']}，不计入期限")
seizure.action(actions.testing_done, "登记检测（鉴定）完成", at=IN_OUR_HANDS, by=Post.HANDLER, form=forms.TestingDone,
    cites="compulsion-law-25.3", tells=lambda seizure, given: f"{given['testing'].institution}检测（鉴定）完成：{given['result']}")

# 期限 (25)
seizure.action(actions.ask_extension, "申请延长查封（扣押）", at=Stage.HELD, by=Post.HANDLER, form=Reasons, cites="compulsion-law-25-extend",
    tells=lambda seizure, given: f"申请延长：{given['reasons']}")
seizure.action(actions.approve_extension, "批准延长查封（扣押）", at=Stage.HELD, by=HEADS, form=Opinion, cites="compulsion-law-25-extend",
    prints="D19")
seizure.action(actions.refuse_extension, "不批准延长查封（扣押）", at=Stage.HELD, by=HEADS, form=Reasons, cites="compulsion-law-25-extend",
    tells=lambda seizure, given: f"不批准延长：{given['reasons']}")

# 送达、作废 (24, 25)
_SERVED_UNDER = ("compulsion-law-24", "compulsion-law-25-extend", "compulsion-law-25.3", "civil-procedure-87")
seizure.action(service.serve, "送达查封（扣押）文书", at=IN_OUR_HANDS, by=Post.HANDLER, form=service_forms.Serve, cites=_SERVED_UNDER, prints="D33",
    tells=served_in_words, help="当场已经交付的决定书和清单不必再送；当事人不在场的，以及延长、解除、检测期间的文书，在此登记")
seizure.action(service.announce, "公告送达查封（扣押）文书", name="announce_paper", at=IN_OUR_HANDS, by=Post.HANDLER, form=service_forms.Announce,
    cites=("compulsion-law-24", "civil-procedure-95"), prints="D35", tells=lambda seizure, given: f"公告送达{given['document']}")
seizure.action(service.complete_announcement, "登记公告期满", at=IN_OUR_HANDS, by=Post.HANDLER, form=service_forms.CompleteAnnouncement,
    cites=("compulsion-law-24", "civil-procedure-95"), prints="D33", tells=announcement_over)
seizure.action(voiding.void_paper, "作废并重新制作文书", at=(Stage.HELD, Stage.RELEASED), by=(Post.CAPTAIN, *HEADS), form=voiding_forms.VoidPaper,
    cites="recording-2", prints=tuple(sorted(MADE_ANEW)), tells=lambda seizure, given: f"作废{given['document']}，重新制作：{given['reasons']}",
    help="编号保留，不再使用；按已经登记的内容重新制作，另取新号。")

# 解除、没收、移送 (21, 27, 28)
seizure.action(actions.release, "解除查封（扣押）", at=(Stage.HELD, Stage.LIFTING, Stage.URGENT), to=Stage.RELEASED, by=HEADS,
    form=forms.Release, cites=("compulsion-law-28", "compulsion-law-27"), prints="D19b",
    tells=lambda seizure, given: f"解除{seizure.get_measure_display()}：{Seizure.Ground(given['ground']).label}")
seizure.action(actions.hand_back, "退还", at=Stage.RELEASED, to=Stage.RETURNED, by=Post.HANDLER, form=forms.HandBack, cites="compulsion-law-28",
    prints="D19c", tells="解除的场所、设施、财物退还当事人")
seizure.action(disposing.confiscate, "依处罚决定没收", at=Stage.HELD, leads={Stage.HELD: Stage.CONFISCATED}, by=Post.HANDLER,
    form=forms.Confiscate, cites=("compulsion-law-27", "penalty-law-74"), help="决定没有没收的，应当解除并退还",
    tells=lambda seizure, given: f"依{seizure.case.decision_number}没收{named(given['taken'])}")
seizure.action(disposing.hand_over, "随案移送", at=Stage.HELD, to=Stage.HANDED_OVER, by=Post.HANDLER, form=forms.HandOver,
    cites="compulsion-law-21", tells=lambda seizure, given: f"随案移交{given['receiver']}（{given['receipt']}）")

# 先行变卖、拍卖，销毁 (27, 28)
seizure.action(disposing.ask_disposal, "提请处理财物", at=Stage.HELD, by=Post.HANDLER, form=forms.AskDisposal,
    cites=("compulsion-law-26", "compulsion-law-27", "compulsion-law-28.2", "compulsion-law-48"), help="不易保管的变卖、拍卖，应当销毁的销毁",
    tells=lambda seizure, given: f"提请{Disposal.Way(given['way']).label}{named(given['goods'])}：{given['reasons']}")
seizure.action(disposing.approve_disposal, "批准处理财物", at=Stage.HELD, by=HEADS, form=Opinion, cites=("compulsion-law-27", "compulsion-law-28.2"),
    prints=("D18e", "D18f"))
seizure.action(disposing.refuse_disposal, "不批准处理财物", at=Stage.HELD, by=HEADS, form=Reasons, cites=("compulsion-law-27", "compulsion-law-28.2"),
    tells=lambda seizure, given: f"不批准处理财物：{given['reasons']}")
seizure.action(disposing.carry_out_disposal, "登记处理财物", at=Stage.HELD, leads={Stage.HELD: Stage.DESTROYED}, by=Post.HANDLER,
    form=forms.CarryOutDisposal, cites=("compulsion-law-27", "compulsion-law-28.2"), prints="D18g",
    tells=lambda seizure, given: f"处理财物：{given['course']}")
seizure.action(disposing.register_proceeds, "登记变卖款入账", at=(Stage.HELD, Stage.RELEASED), by=Post.CLERK, form=forms.RegisterProceeds,
    cites=("compulsion-law-49", "bans-3"), tells=lambda seizure, given: f"{given['sale']}所得款项{given['amount_yuan']}元入账（{given['receipt_number']}）")
seizure.action(disposing.return_proceeds, "退还变卖款", at=Stage.RELEASED, by=Post.CLERK, form=forms.ReturnProceeds, cites="compulsion-law-28.2",
    prints="D19e", tells=lambda seizure, given: f"退还{given['payee']}{given['sale']}所得款项{given['sale'].proceeds_yuan}元")

seizure.deadline("compulsion-law-19", "补办批准", from_="seize_at_once", until=("approve_afterwards", "refuse_afterwards"),
    lifted_by="release", since=_since)
seizure.deadline("compulsion-law-25", "查封、扣押", from_=("seize", "seize_at_once"), until=("release", "confiscate", "carry_out_disposal", "hand_over"),
    since=_since, subject=_whole_or_part, extended_by="approve_extension", extension="compulsion-law-25-extend", nears="town-seizure-warning",
    pushed_by=("send_for_testing", "testing_done"), push=actions.excluded_days)
