"""涉嫌犯罪案件移送: the regulation of the State Council as a table, READ FIRST.

A crime is not fined away: a team looks into it, the head decides within three days, the police have it within a day after that.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from mingzhi.core.engine import Procedure
from mingzhi.core.organs import HEADS, Post
from mingzhi.procedures.penalty.forms.filing import Opinion, Reasons

from . import actions, forms
from .models import CrimeTransfer
from .stages import PATH, Stage


def _answered(transfer: CrimeTransfer, at: datetime, given: dict[str, Any]) -> date:
    return given["answered_on"]


def _filed_after_all(transfer: CrimeTransfer, at: datetime, given: dict[str, Any]) -> date | None:
    return given["answered_on"] if given.get("filed", "yes") == "yes" else None


def _handed(transfer: CrimeTransfer, at: datetime, given: dict[str, Any]) -> datetime:
    return given["handed_at"]


# One row an action, so that the table reads like the regulation beside it.
# fmt: off
crime = Procedure(
    "crime", "涉嫌犯罪移送", matter=CrimeTransfer, stages=Stage, ends=(Stage.DONE, Stage.REFUSED, Stage.RETURNED), path=PATH,
    section="移送公安", about="case", of=("penalty",),
    mainline=("report", "approve", "hand_over", "record_filed", "ask_again", "record_reconsidered", "hand_over_goods"),
)

# 专案组、报告、批准 (3, 5)
crime.action(actions.form_team, "指定专案组", opens=True, to=Stage.TEAM, by=HEADS, form=forms.FormTeam, numbered="移公字",
    cites=("crime-transfer-3", "crime-transfer-5-team", "penalty-law-27"), help="涉嫌犯罪的，不得以行政处罚代替移送")
crime.action(actions.report, "提出移送报告", at=Stage.TEAM, to=Stage.REPORTED, by=Post.HANDLER, form=forms.Report, cites="crime-transfer-5",
    tells=lambda transfer, given: f"提出移送报告，涉嫌{given['offence']}")
crime.action(actions.approve, "批准移送", at=Stage.REPORTED, to=Stage.APPROVED, by=Post.MAYOR, form=Opinion,
    cites=("crime-transfer-5", "crime-transfer-5-handover"), prints="D43d")
crime.action(actions.refuse, "不批准移送", at=Stage.REPORTED, to=Stage.REFUSED, by=Post.MAYOR, form=Reasons,
    cites=("crime-transfer-5", "crime-transfer-5-handover"), prints="D43d",
    tells=lambda transfer, given: f"不批准移送：{given['reasons']}")

# 移送 (5, 6)
crime.action(actions.hand_over, "移送公安机关", at=Stage.APPROVED, to=Stage.HANDED, by=Post.HANDLER, form=forms.HandOver,
    cites=("crime-transfer-5-handover", "crime-transfer-6", "review-11.4"), prints=("D43b", "D43c"),
    tells=lambda transfer, given: f"移送{given['police']}，{given['receiver']}签收")

# 公安机关的答复 (9, 12)
crime.action(actions.record_filed, "登记公安机关立案", at=Stage.HANDED, to=Stage.FILED, by=Post.HANDLER, form=forms.Answered,
    cites="crime-transfer-12", tells=lambda transfer, given: f"公安机关立案（{given['answer_number']}）")
crime.action(actions.record_not_filed, "登记公安机关不予立案", at=Stage.HANDED, to=Stage.NOT_FILED, by=Post.HANDLER, form=forms.AnsweredNo,
    cites="crime-transfer-9", tells=lambda transfer, given: f"公安机关不予立案（{given['answer_number']}）：{given['answer_reasons']}")
crime.action(actions.ask_again, "提请复议（监督）", at=Stage.NOT_FILED, to=Stage.ASKED_AGAIN, by=Post.HANDLER, form=forms.AskAgain,
    cites="crime-transfer-9", tells=lambda transfer, given: f"{dict(forms.WAYS)[given['way']]}：{given['reasons']}")
crime.action(actions.record_reconsidered, "登记复议（监督）结果", at=Stage.ASKED_AGAIN, leads=(Stage.FILED, Stage.RETURNED), by=Post.HANDLER,
    form=forms.Reconsidered, cites=("crime-transfer-9", "crime-transfer-12"),
    tells=lambda transfer, given: f"{'公安机关立案' if given['filed'] == 'yes' else '维持不予立案'}（{given['answer_number']}）")
crime.action(actions.accept_not_filed, "接受不予立案", at=Stage.NOT_FILED, to=Stage.RETURNED, by=HEADS, form=Reasons, cites="crime-transfer-9",
    tells=lambda transfer, given: f"接受不予立案，案件继续依法处理：{given['reasons']}")
crime.action(actions.hand_over_goods, "移交物品和材料", at=Stage.FILED, to=Stage.DONE, by=Post.HANDLER, form=forms.HandOverGoods,
    cites="crime-transfer-12", prints="D43c", tells=lambda transfer, given: f"物品和材料移交公安机关，{given['receiver']}接收")

crime.deadline("crime-transfer-5", "决定是否批准移送", from_="report", until=("approve", "refuse"))
crime.deadline("crime-transfer-5-handover", "向公安机关移送", from_="approve", until="hand_over", met=_handed)
crime.deadline("crime-transfer-9", "提请复议或者建议监督", from_="record_not_filed", until=("ask_again", "accept_not_filed"), since=_answered)
crime.deadline("crime-transfer-12", "移交物品和材料", from_=("record_filed", "record_reconsidered"), until="hand_over_goods",
    since=_filed_after_all, met=_handed)
