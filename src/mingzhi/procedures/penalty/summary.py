"""行政处罚简易程序: the summary procedure of law.md §2.2, READ FIRST.

One form on the spot, then money, record with the organ, a look at the correction, and the file. Whatever goes beyond it
is refused in words before the paper is handed over and belongs to the ordinary procedure. Serves penalty-law-51 to 53.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from mingzhi.core.engine import Procedure
from mingzhi.core.engine.days import local_day
from mingzhi.core.organs import HEADS, Post

from . import models, unperformed
from .actions import archiving, following, investigation, performance, remedied, service, spot, voiding
from .forms import archiving as archiving_forms
from .forms import filing as filing_forms
from .forms import following as following_forms
from .forms import investigation as investigation_forms
from .forms import performance as performance_forms
from .forms import remedied as remedied_forms
from .forms import service as service_forms
from .forms import spot as spot_forms
from .forms import voiding as voiding_forms
from .models import Case
from .money_deadlines import banked, collection_landed, collection_named, handed_in, paid_up, unless_something_is_left
from .serving import announcement_over, served_in_words
from .severity import in_words
from .stages import SUMMARY_PATH, SummaryStage

OPEN = (SummaryStage.PUNISHED, SummaryStage.PERFORMANCE)

# One row an action, so that the table reads like the regulation beside it.
# fmt: off
summary = Procedure(
    "summary", "当场处罚", matter=Case, stages=SummaryStage, ends=(SummaryStage.FILED,), path=SUMMARY_PATH, section="当场处罚",
    mainline=("report", "hand_in", "bank_in", "pay", "recheck", "complete_announcement", "make_file", "check_file"),
)
summary.keeps(
    models.Approval, models.ConfirmedAddress, models.CorrectionOrder, models.Deferral, models.Demand, models.Evidence, models.FileItem, models.Party,
    models.Payment, models.Presence, models.Refund, models.Service, models.SpotCollection, models.Statement, models.Surcharge, models.Waiver,
)

# 当场处罚
summary.action(spot.punish, "当场处罚", opens=True, to=SummaryStage.PUNISHED, by=Post.OFFICER, form=spot_forms.Punish,
    cites=("penalty-law-51", "penalty-law-52", "penalty-law-52.2", "reconsideration-law-23"), prints="D31",
    tells=lambda case, given: f"当场处罚 {case.place}：{in_words(case.decided_penalties)}，当场交付决定书")

# 执行
summary.action(performance.collect, "当场收缴罚款", at=OPEN, by=Post.HANDLER, form=performance_forms.Collect,
    cites=("penalty-law-53", "penalty-law-68", "penalty-law-69", "penalty-law-70"), prints="D37",
    tells=lambda case, given: f"当场收缴罚款{given['amount_yuan']}元，票据{given['receipt_number']}")
summary.action(performance.hand_in, "当场收缴款交机关", at=OPEN, by=Post.CLERK, form=performance_forms.HandIn, cites="penalty-law-71.1")
summary.action(performance.bank_in, "当场收缴款缴付银行", at=OPEN, by=Post.CLERK, form=performance_forms.BankIn,
    cites=("penalty-law-71.2", "fine-collection-4"))
summary.action(performance.pay, "登记缴款", at=OPEN, by=Post.CLERK, form=performance_forms.Pay,
    cites=("penalty-law-53", "penalty-law-67", "penalty-law-67.1"),
    tells=lambda case, given: f"缴款{given['amount_yuan']}元，票据{given['receipt_number']}")
summary.action(performance.reverse_payment, "冲正缴款登记", at=OPEN, by=Post.CLERK, form=performance_forms.ReversePayment,
    cites="penalty-law-74")
summary.action(performance.ask_deferral, "申请延期（分期）缴款", at=OPEN, by=Post.HANDLER, form=performance_forms.AskDeferral,
    cites=("penalty-law-66.2", "recording-6-application"), prints="D36")
summary.action(performance.decide_deferral, "审批延期（分期）缴款", at=OPEN, by=HEADS, form=performance_forms.DecideDeferral,
    cites=("penalty-law-66.2", "penalty-law-72.2", "recording-6-application"), prints=("D36b", "D36c"))
summary.action(performance.surcharge, "加处罚款", at=OPEN, by=HEADS, form=filing_forms.Opinion,
    cites=("penalty-law-72.1", "compulsion-law-45"), prints="D38")
summary.action(performance.demand, "催告", at=OPEN, by=HEADS, form=performance_forms.Demand,
    cites=("compulsion-law-35", "compulsion-law-54"), prints="D39")

# 送达: the later papers; the penalty itself was handed over as it was made
summary.action(investigation.confirm_address, "确认送达地址", at=OPEN, by=Post.HANDLER, form=investigation_forms.ConfirmAddress,
    cites=("penalty-law-61", "penalty-law-61.2"), prints="D34")
summary.action(service.serve, "送达", at=OPEN, by=Post.HANDLER, form=service_forms.Serve,
    cites=("penalty-law-61", "civil-procedure-87", "civil-procedure-88"), prints="D33", tells=served_in_words)
summary.action(service.announce, "公告送达", at=OPEN, by=Post.HANDLER, form=service_forms.Announce,
    cites=("civil-procedure-95", "recording-9.1"), prints="D35", tells=lambda case, given: f"公告送达{given['document']}")
summary.action(service.complete_announcement, "登记公告期满", at=OPEN, by=Post.HANDLER, form=service_forms.CompleteAnnouncement,
    cites=("civil-procedure-95", "recording-9.1"), prints="D33", tells=announcement_over)
summary.action(voiding.void_paper, "作废文书", at=OPEN, by=(Post.CAPTAIN, *HEADS), form=voiding_forms.VoidPaper, cites="recording-2",
    tells=lambda case, given: f"作废{given['document']}：{given['reasons']}", help="编号保留，不再使用；重新制作的文书另取新号。")

# 备案、核查
summary.action(spot.report, "报机关备案", at=SummaryStage.PUNISHED, to=SummaryStage.PERFORMANCE, by=Post.HANDLER, form=spot_forms.Report,
    cites=("penalty-law-52.3", "town-summary-report-sla"))
summary.action(spot.recheck, "改正核查", at=OPEN, by=Post.HANDLER, form=spot_forms.Recheck, cites="penalty-law-28", prints="D16")

# 强制执行之后
summary.action(following.conclude_enforcement, "强制执行的结果", at=OPEN, by=Post.HANDLER, form=following_forms.ConcludeEnforcement,
    follows=True, cites=("compulsion-law-34", "recording-9.3"), tells=lambda case, given: given["words"])

summary.action(following.waive_surcharge, "减免加处罚款", at=OPEN, by=Post.HANDLER, form=following_forms.WaiveSurcharge, follows=True,
    cites="compulsion-law-42", tells=lambda case, given: f"执行协议（{given['agreement']}）减免加处罚款{given['amount_yuan']}元")
summary.action(following.restore_surcharge, "恢复加处罚款", at=OPEN, by=Post.HANDLER, form=following_forms.RestoreSurcharge, follows=True,
    cites="compulsion-law-42", tells=lambda case, given: f"执行协议（{given['agreement']}）没有履行，减免的加处罚款恢复执行")

# 复议、诉讼之后
_ALL = (*OPEN, SummaryStage.FILING, SummaryStage.FILED)
summary.action(remedied.keep_result, "复议、诉讼的结果", at=_ALL, by=Post.HANDLER, form=remedied_forms.Remedied, follows=True,
    cites=("penalty-law-75", "penalty-law-73"), tells=lambda case, given: given["words"])
summary.action(remedied.annul, "决定不再有效", at=_ALL, by=Post.HANDLER, form=remedied_forms.Remedied, follows=True,
    cites=("penalty-law-75", "penalty-law-48.2"), tells=lambda case, given: f"{given['words']}，决定不再有效")
summary.action(remedied.refund, "退还款项", at=_ALL, by=Post.CLERK, form=remedied_forms.GiveBack, cites=("compensation-law-36", "penalty-law-75"),
    tells=lambda case, given: f"退还{given['payee']}{given['amount_yuan']}元")

# 立卷
summary.action(archiving.close_and_make_file, "立卷", name="make_file", at=(SummaryStage.PERFORMANCE, SummaryStage.FILING),
    to=SummaryStage.FILING, by=Post.HANDLER, form=archiving_forms.MakeFile, cites=("archive-1.2", "archive-1.3", "archive-1.5", "recording-5"),
    prints=("D47", "D48"))
summary.action(archiving.return_file, "退回补充案卷", at=SummaryStage.FILING, by=Post.ARCHIVIST, form=filing_forms.Reasons, cites="archive-1.4")
summary.action(archiving.check_file, "审核归卷", at=SummaryStage.FILING, to=SummaryStage.FILED, by=Post.ARCHIVIST,
    form=archiving_forms.CheckFile, cites=("archive-1.4", "archive-3.1", "archive-3.2", "recording-10"), prints="D48b")


# 期限
def performed_on(case: Case, at: datetime, given: dict[str, Any]) -> date | None:
    """Today, once everything is performed and on record: the month for the file runs from then."""
    reported = case.stage == SummaryStage.PERFORMANCE
    left = unperformed.money(case, at) or unperformed.money_overdue(case, at) or unperformed.cash(case) or unperformed.correction(case)
    return local_day(at) if reported and not left else None


summary.deadline("town-summary-report-sla", "报机关备案", from_="punish", until="report")
summary.deadline("penalty-law-67", "缴纳罚款", from_="punish", until=("pay", "collect"),
    lifted_by="annul", since=lambda case, at, given: case.decision_served_on if case.fine_yuan is not None else None, subject=unless_something_is_left,
    rolls=True, met=paid_up)
summary.deadline("penalty-law-71.1", "当场收缴款交机关", from_="collect", until="hand_in", since=collection_landed, subject=collection_named,
    met=handed_in)
summary.deadline("penalty-law-71.2", "当场收缴款缴付银行", from_="hand_in", until="bank_in", since=handed_in, subject=collection_named,
    met=banked)
summary.deadline("archive-1.3", "立卷", from_=("report", "pay", "bank_in", "recheck"), until="make_file", since=performed_on)
