"""线索: from what was seen or reported to a case, a transfer with receipt, or a reasoned no. READ FIRST.

Clues are about offences; complaints about officers are another matter (投诉举报制度).
"""

from __future__ import annotations

from mingzhi.core.engine import Procedure
from mingzhi.core.organs import HEADS, Post

from . import actions, forms
from .models import Clue, Informant
from .stages import PATH, Stage

clues = Procedure(
    "clue",
    "线索",
    matter=Clue,
    stages=Stage,
    ends=(Stage.FILED, Stage.HANDED, Stage.NOT_FILED),
    path=PATH,
    section="线索",
    mainline=("become_case", "verify", "assign", "send_to_filing", "record_receipt"),
)
clues.keeps(Informant)

# One row an action, so that the table reads like the regulation beside it.
# fmt: off
clues.action(actions.register, "登记线索", opens=True, to=Stage.REGISTERED, by=(Post.OFFICER, Post.CLERK, Post.CAPTAIN), form=forms.Register, cites=("penalty-law-54", "recording-6-exofficio", "joint-3.2.2-whistle"), numbered="线字")
clues.action(actions.assign, "指派核查", at=(Stage.REGISTERED, Stage.VERIFYING), to=Stage.VERIFYING, by=Post.CAPTAIN, form=forms.Assign, cites="joint-3.2.2-single")
clues.action(actions.verify, "核查", at=Stage.VERIFYING, to=Stage.CONCLUDED, by=Post.HANDLER, form=forms.Verify, cites="penalty-law-54")
clues.action(actions.send_back, "退回再核查", at=Stage.CONCLUDED, to=Stage.VERIFYING, by=Post.CAPTAIN, form=forms.Reasons, cites="penalty-law-54")
clues.action(actions.send_to_filing, "同意提请立案", at=Stage.CONCLUDED, to=Stage.FOR_FILING, by=Post.CAPTAIN, form=forms.Opinion, cites="penalty-law-54", prints="D01")
clues.action(actions.transfer, "移送", at=(Stage.CONCLUDED, Stage.FOR_FILING), to=Stage.HANDING, by=(Post.CAPTAIN, *HEADS), form=forms.Transfer, cites=("personnel-19-transfer", "penalty-law-22"), prints=("D01", "D43"))
clues.action(actions.record_receipt, "登记移送回执", at=Stage.HANDING, to=Stage.HANDED, by=(Post.HANDLER, Post.CAPTAIN), form=forms.Receipt, cites="personnel-19-transfer")
clues.action(actions.dismiss, "不予立案", at=(Stage.CONCLUDED, Stage.FOR_FILING), to=Stage.NOT_FILED, by=(Post.CAPTAIN, *HEADS), form=forms.Reasons, cites="penalty-law-54.2", prints="D01")
clues.action(actions.become_case, "转为案件", at=Stage.FOR_FILING, to=Stage.FILED, by=Post.OFFICER, cites="penalty-law-54", help="在线索页上“提请立案”，线索随之转为案件")
clues.action(actions.answer_informant, "答复举报人", by=(Post.HANDLER, Post.CLERK), form=forms.Answer, cites="penalty-law-54.2")
clues.action(actions.read_informant, "查看举报人", by=(Post.HANDLER, Post.CLERK), form=forms.Reasons, cites=("complaint-8", "personnel-26", "penalty-law-50"))

clues.deadline("town-filing-sla", "决定是否立案", from_="register", until=("become_case", "transfer", "dismiss"))
