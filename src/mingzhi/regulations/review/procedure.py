"""重大行政执法决定法制审核: the regulation of that name as a table, READ FIRST.

A review is about a case and outlives its rounds: every submission is one. What makes a decision major is in `triggers`,
how ten findings make one opinion in `mingzhi.law.reviewing`, what the case may not do without it in `gates.cases`.
"""

from __future__ import annotations

from typing import Any

from mingzhi.core.engine import Procedure
from mingzhi.core.organs import HEADS, Post
from mingzhi.law.reviewing import Outcome
from mingzhi.procedures.penalty.forms.filing import Opinion, Reasons
from mingzhi.procedures.penalty.models import Approval

from . import actions, forms
from .models import CoReviewer, Finding, Liability, Question, Review, Submission
from .stages import PATH, RESUBMITTED, Stage


def _said(review: Review, given: dict[str, Any]) -> str:
    return f"出具法制审核意见：{Outcome(review.result).title}" if review.result is not None else "出具法制审核意见"


# One row an action, so that the table reads like the regulation beside it.
# fmt: off
review = Procedure(
    "review", "法制审核", matter=Review, stages=Stage, ends=(Stage.AGREED, Stage.WITHDRAWN), path=PATH, section="法制审核",
    about="case", of=("penalty",), mainline=("resubmit", "receive", "examine", "issue"),
)
review.keeps(Approval, CoReviewer, Finding, Liability, Question, Submission)

# 送审 (6, 7, 12)
review.action(actions.submit, "送审", opens=True, to=Stage.SUBMITTED, by=Post.HANDLER, form=forms.Submit, numbered="审字",
    cites=("review-1", "review-4", "review-6", "review-7", "recording-8.3", "personnel-22"), prints="D21", help="填写申请书四项内容，案卷材料自动附上")
review.action(actions.resubmit, "再次送审", at=RESUBMITTED, to=Stage.SUBMITTED, by=Post.HANDLER, form=forms.Resubmit,
    cites=("review-12", "review-7"), prints="D21", tells=lambda review, given: f"第{review.round}次送审：{given['changes']}")
review.action(actions.withdraw, "撤回送审", at=(Stage.SUBMITTED, Stage.REVIEWING, Stage.RETURNED, Stage.ADVISED), to=Stage.WITHDRAWN,
    by=Post.HANDLER, form=Reasons, cites="review-12", tells=lambda review, given: f"撤回送审：{given['reasons']}")
review.action(actions.assign_reviewer, "指定审核人", at=(Stage.SUBMITTED, Stage.REVIEWING), by=HEADS, form=forms.AssignReviewer,
    cites=("review-5-cosign", "posts-4"), tells=lambda review, given: f"指定{given['reviewer'].name}审核")

# 收件、审核 (5, 8, 9, 10)
review.action(actions.receive, "收件", at=Stage.SUBMITTED, to=Stage.REVIEWING, by=Post.REVIEWER, cites=("review-6", "review-8"),
    tells="材料齐全，收件审核")
review.action(actions.return_incomplete, "退回补正", at=Stage.SUBMITTED, to=Stage.RETURNED, by=Post.REVIEWER, form=forms.ReturnIncomplete,
    cites="review-6", prints="D21b", tells=lambda review, given: f"材料不齐，退回补正：{given['reasons']}")
review.action(actions.ask, "了解案情", at=Stage.REVIEWING, by=Post.REVIEWER, form=forms.Ask, cites="review-10",
    tells=lambda review, given: f"向承办人了解：{given['question']}")
review.action(actions.answer, "答复审核人", at=Stage.REVIEWING, by=Post.HANDLER, form=forms.Answer, cites="review-10",
    tells=lambda review, given: f"答复审核人：{given['answer']}")
review.action(actions.consult, "会同审核", at=Stage.REVIEWING, by=Post.REVIEWER, form=forms.Consult,
    cites=("review-5-cosign", "personnel-24-review"),
    tells=lambda review, given: f"{CoReviewer.Kind(given['kind']).label}{given['name']}会同审核")
review.action(actions.ask_extension, "申请延长审核期限", at=Stage.REVIEWING, by=Post.REVIEWER, form=Reasons, cites="review-8-extend",
    tells=lambda review, given: f"申请延长审核期限：{given['reasons']}")
review.action(actions.approve_extension, "批准延长审核期限", at=Stage.REVIEWING, by=HEADS, form=Opinion, cites="review-8-extend", prints="D22b")
review.action(actions.refuse_extension, "不批准延长审核期限", at=Stage.REVIEWING, by=HEADS, form=Reasons, cites="review-8-extend",
    tells=lambda review, given: f"不批准延长审核期限：{given['reasons']}")
review.action(actions.examine, "逐项审核", at=Stage.REVIEWING, by=Post.REVIEWER, form=forms.Examine, cites=("review-9", "posts-4"),
    help="十个方面可以分次保存；瑕疵、不合格的写明理由和所指的页")

# 意见 (11, 13, 14)
review.action(actions.issue, "出具审核意见", at=Stage.REVIEWING, leads=(Stage.AGREED, Stage.ADVISED), by=Post.REVIEWER, form=forms.Issue,
    cites=("review-11.1", "review-11.2", "review-11.3", "review-11.4", "review-13", "review-14", "recording-8.3"), prints="D22", tells=_said,
    help="意见的种类由逐项审核的结论得出")

# 责任 (15)
review.action(actions.record_liability, "登记责任追究", at=RESUBMITTED, by=(Post.SUPERVISOR, *HEADS), form=forms.Liability, cites="review-15",
    tells=lambda review, given: f"登记责任追究：{given['persons']}")

review.deadline("review-8", "法制审核", from_="receive", until="issue", lifted_by="withdraw",
    extended_by="approve_extension", extension="review-8-extend")
