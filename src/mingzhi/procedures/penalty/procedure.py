"""行政处罚普通程序: the ordinary procedure of law.md §2.1, READ FIRST.

Read it top to bottom beside the statute: who does what, at which stage, under which article.
"""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from mingzhi.core.engine import Procedure
from mingzhi.core.engine.days import local_day
from mingzhi.core.organs import HEADS, Post

from . import models
from .actions import (
    archiving,
    closing,
    correction,
    decision,
    discretion,
    discussion,
    evidence,
    exits,
    filing,
    following,
    guiding,
    handling,
    hearing,
    investigation,
    leaving,
    measures,
    notice,
    performance,
    remedied,
    reporting,
    service,
    voiding,
)
from .discussing import to_be_discussed_because
from .forms import archiving as archiving_forms
from .forms import closing as closing_forms
from .forms import correction as correction_forms
from .forms import decision as decision_forms
from .forms import discretion as discretion_forms
from .forms import discussion as discussion_forms
from .forms import evidence as evidence_forms
from .forms import exits as exits_forms
from .forms import filing as filing_forms
from .forms import following as following_forms
from .forms import guiding as guiding_forms
from .forms import handling as handling_forms
from .forms import hearing as hearing_forms
from .forms import held as held_forms
from .forms import investigation as investigation_forms
from .forms import leaving as leaving_forms
from .forms import measures as measures_forms
from .forms import notice as notice_forms
from .forms import performance as performance_forms
from .forms import remedied as remedied_forms
from .forms import reporting as reporting_forms
from .forms import service as service_forms
from .forms import voiding as voiding_forms
from .grounds import Ground
from .hearings import told_with_the_right
from .models import Case
from .money_deadlines import banked, collection_landed, collection_named, handed_in, paid_up, pay_from, unless_something_is_left
from .serving import NOTICE_CODES, announcement_over, codes_served, served_at, served_in_words, subject_of_service
from .severity import in_words
from .stages import AFTER_FILING, PATH, UNTIL_CLOSING, Stage
from .wording import span

# One row an action, so that the table reads like the regulation beside it.
# fmt: off
penalty = Procedure(
    "penalty", "普通程序案件", matter=Case, stages=Stage, ends=(Stage.FILED, Stage.NOT_FILED), path=PATH, section="案件",
    mainline=(
        "revise", "endorse_filing", "approve_filing", "ask_resumption", "resume",
        "inspect", "question", "take_evidence", "ask_correction", "order_correction", "serve", "complete_announcement", "report", "agree_report",
        "notify", "arrange_hearing", "hold_hearing", "report_hearing", "review_statement", "propose_decision", "endorse_decision", "discuss", "decide",
        "record_receipt", "recheck", "pay", "ask_closing", "endorse_closing", "approve_closing", "make_file", "check_file",
    ),
)


@penalty.skips
def discussed_where_it_must_be(case: models.Case, at: datetime) -> tuple[str, ...]:
    """Heads may discuss any case; only where they must does it stand in the way. Source: penalty-law-57.2, review-5-collective."""
    if case.stage not in (Stage.NOTICE, Stage.DECISION) or to_be_discussed_because(case, local_day(at)):
        return ()
    return ("discuss",)


penalty.keeps(
    models.Appraisal, models.Approval, models.ConfirmedAddress, models.CorrectionOrder, models.Deferral, models.Demand, models.Discussion,
    models.Evidence, models.FileItem, models.GoodsDisposal, models.Guidance, models.Hearing, models.Inspection, models.Party, models.Payment, models.Presence,
    models.Preservation, models.Questioning, models.Recusal, models.Refund, models.Sampling, models.Service, models.SpotCollection,
    models.Statement, models.Surcharge, models.Transfer, models.Waiver,
)

# 立案
penalty.action(filing.propose, "提请立案", opens=True, to=Stage.PROPOSED, by=Post.OFFICER, form=filing_forms.Propose,
    cites=("penalty-law-54", "recording-6-exofficio"))
penalty.action(filing.endorse_filing, "审核立案", at=Stage.PROPOSED, by=Post.CAPTAIN, form=filing_forms.Opinion,
    cites=("penalty-law-54", "recording-8.2"))
penalty.action(filing.approve_filing, "批准立案", at=Stage.PROPOSED, to=Stage.INVESTIGATION, by=HEADS, form=filing_forms.Opinion,
    cites=("penalty-law-54", "recording-8.4"), numbered="立字", prints="D02")
penalty.action(filing.return_filing, "退回修改", at=Stage.PROPOSED, by=(Post.CAPTAIN, *HEADS), form=filing_forms.Reasons,
    cites="penalty-law-54")
penalty.action(filing.revise, "修改后再提请", at=Stage.PROPOSED, by=Post.HANDLER, form=filing_forms.Revise, cites="penalty-law-54")
penalty.action(filing.refuse_filing, "不予立案", at=Stage.PROPOSED, to=Stage.NOT_FILED, by=HEADS, form=filing_forms.Reasons,
    cites="penalty-law-54.2", prints="D03")

# 承办与回避
penalty.action(handling.assign, "变更承办人", at=AFTER_FILING, by=Post.CAPTAIN, form=handling_forms.Assign,
    cites=("penalty-law-42", "recording-7.1"), prints="D04c",
    tells=lambda case, given: f"承办人变更为{'、'.join(officer.name for officer in given['officers'])}")
# Whoever acts in a case, for themselves or for the party who says so to them: reviewers, and at a hearing its chair, members and recorder too.
penalty.action(handling.request_recusal, "申请回避",
    by=(Post.HANDLER, Post.CAPTAIN, Post.REVIEWER, Post.HEARING_CHAIR, Post.CLERK, Post.SUPERVISOR, *HEADS), form=handling_forms.RequestRecusal,
    cites=("penalty-law-43", "penalty-law-64.4", "personnel-25", "recording-7.7"), prints="D04", tells=lambda case, given: f"{given['asked_by']}申请{given['person'].name}回避")
penalty.action(handling.decide_recusal, "决定回避", by=HEADS, form=handling_forms.DecideRecusal, cites=("penalty-law-43.3", "personnel-25"),
    prints="D04b", tells=lambda case, given: f"决定{given['recusal'].person.name}{'回避' if given['recusal'].granted else '不回避'}")

# 调查取证
penalty.action(investigation.inspect, "现场检查", at=Stage.INVESTIGATION, by=Post.HANDLER, form=investigation_forms.Inspect,
    cites=("penalty-law-54", "penalty-law-55", "recording-7.4"), prints="D05",
    tells=lambda case, given: f"{models.Inspection.Form(given['form']).label} {given['place']} {span(case, given)}，制作笔录")
penalty.action(investigation.summon, "通知询问", at=Stage.INVESTIGATION, by=Post.HANDLER, form=investigation_forms.Summon,
    cites="penalty-law-55.2", prints="D06", tells=lambda case, given: f"通知{given['addressee']}接受询问")
penalty.action(investigation.question, "询问", at=Stage.INVESTIGATION, by=Post.HANDLER, form=investigation_forms.Question,
    cites=("penalty-law-55.2", "recording-7.2"), prints="D07",
    tells=lambda case, given: f"询问{given['person_name']} {span(case, given)}，制作笔录")
penalty.action(investigation.order_evidence, "调取证据", at=Stage.INVESTIGATION, by=Post.HANDLER, form=investigation_forms.OrderEvidence,
    cites=("penalty-law-54", "recording-7.3"), prints="D09", tells=lambda case, given: f"通知{given['addressee']}提供证据")
penalty.action(evidence.take_evidence, "提取证据", at=Stage.INVESTIGATION, by=Post.HANDLER, form=evidence_forms.TakeEvidence,
    cites=("penalty-law-46", "recording-7.3"), prints=("D08", "D08b"), tells=lambda case, given: f"提取证据“{given['name']}”")
penalty.action(measures.ask_sampling, "申请抽样取证", at=Stage.INVESTIGATION, by=Post.HANDLER, form=measures_forms.AskSampling,
    cites="penalty-law-56-sample")
penalty.action(measures.approve_sampling, "批准抽样取证", at=Stage.INVESTIGATION, by=(Post.CAPTAIN, *HEADS), form=filing_forms.Opinion,
    cites="penalty-law-56-sample", prints="D10")
penalty.action(measures.refuse_sampling, "不批准抽样取证", at=Stage.INVESTIGATION, by=(Post.CAPTAIN, *HEADS), form=filing_forms.Reasons,
    cites="penalty-law-56-sample")
penalty.action(measures.sample, "抽样取证", at=Stage.INVESTIGATION, by=Post.HANDLER, form=measures_forms.Sample,
    cites=("penalty-law-56-sample", "recording-7.6"), prints="D10b", tells=lambda case, given: f"抽样取证：{given['sampling']}")
penalty.action(measures.dispose_sample, "处理样品", at=UNTIL_CLOSING, by=Post.HANDLER, form=measures_forms.DisposeSample,
    cites=("penalty-law-56-sample", "recording-7.6"), prints="D10c")
penalty.action(measures.ask_preservation, "申请先行登记保存", at=Stage.INVESTIGATION, by=Post.HANDLER, form=measures_forms.AskPreservation,
    cites="penalty-law-56-approve")
penalty.action(measures.approve_preservation, "批准先行登记保存", at=Stage.INVESTIGATION, by=HEADS, form=filing_forms.Opinion,
    cites="penalty-law-56-approve", prints="D11")
penalty.action(measures.refuse_preservation, "不批准先行登记保存", at=Stage.INVESTIGATION, by=HEADS, form=filing_forms.Reasons,
    cites="penalty-law-56-approve")
penalty.action(measures.preserve, "先行登记保存", at=Stage.INVESTIGATION, by=Post.HANDLER, form=measures_forms.Preserve,
    cites=("penalty-law-56", "recording-7.6"), prints="D12", tells=lambda case, given: f"先行登记保存：{given['preservation']}")
penalty.action(measures.dispose_preserved, "处理登记保存的物品", at=UNTIL_CLOSING, by=Post.HANDLER, form=measures_forms.DisposePreserved,
    cites=("penalty-law-56", "recording-7.6"), prints="D13", tells=lambda case, given: f"处理登记保存的{given['preservation']}")
penalty.action(measures.commission_appraisal, "委托鉴定（检测）", at=Stage.INVESTIGATION, by=Post.HANDLER,
    form=measures_forms.CommissionAppraisal, cites=("penalty-law-46", "recording-7.5"), prints="D14",
    tells=lambda case, given: f"委托{given['institution']}鉴定（检测）")
penalty.action(measures.receive_appraisal, "告知鉴定意见", at=Stage.INVESTIGATION, by=Post.HANDLER, form=measures_forms.ReceiveAppraisal,
    cites=("penalty-law-46", "recording-7.5"), prints="D14b", tells=lambda case, given: f"收到{given['appraisal'].institution}鉴定意见并告知")
penalty.action(correction.ask_correction, "提出责令改正", at=Stage.INVESTIGATION, by=Post.HANDLER, form=correction_forms.AskCorrection,
    cites="penalty-law-28")
penalty.action(correction.order_correction, "责令改正", at=Stage.INVESTIGATION, by=Post.CAPTAIN, form=filing_forms.Opinion,
    cites="penalty-law-28", prints=("D15", "D15b"))
penalty.action(correction.return_correction, "退回责令改正的建议", at=Stage.INVESTIGATION, by=Post.CAPTAIN, form=filing_forms.Reasons,
    cites="penalty-law-28", tells=lambda case, given: f"退回责令改正的建议：{given['reasons']}")
penalty.action(correction.recheck, "复查改正情况", at=UNTIL_CLOSING, by=Post.HANDLER, form=correction_forms.Recheck,
    cites=("penalty-law-28", "recording-9.2"), prints="D16",
    tells=lambda case, given: f"复查改正情况：{'已改正' if given['order'].corrected else '没有全部改正'}")
penalty.action(guiding.guide, "柔性执法", at=UNTIL_CLOSING, by=Post.HANDLER, form=guiding_forms.Guide, cites=("posts-6.4", "personnel-20"),
    tells=lambda case, given: f"{models.Guidance.Way(given['way']).label}{given['person']}", help="说服教育、劝导示范、指导约谈、警示告诫")
penalty.action(investigation.confirm_address, "确认送达地址", at=AFTER_FILING, by=Post.HANDLER, form=investigation_forms.ConfirmAddress,
    cites=("penalty-law-61", "penalty-law-61.2"), prints="D34")
penalty.action(reporting.report, "提交调查终结报告", at=Stage.INVESTIGATION, to=Stage.REPORTED, by=Post.HANDLER, form=reporting_forms.Report,
    cites=("penalty-law-57", "posts-6.3", "personnel-21"), prints="D20")

# 事先告知与陈述申辩
penalty.action(notice.agree_report, "同意调查终结", at=Stage.REPORTED, to=Stage.NOTICE, by=Post.CAPTAIN, form=filing_forms.Opinion,
    cites=("penalty-law-57", "recording-8.2"), tells="同意调查终结")
penalty.action(notice.return_report, "退回补充调查", at=(Stage.REPORTED, Stage.NOTICE), to=Stage.INVESTIGATION, by=Post.CAPTAIN,
    form=filing_forms.Reasons, cites=("penalty-law-54", "penalty-law-57"), tells=lambda case, given: f"退回补充调查：{given['reasons']}")
penalty.action(notice.notify, "事先告知", at=Stage.NOTICE, by=Post.HANDLER, form=notice_forms.Notify,
    cites=("penalty-law-44", "disclosure-6.2", "recording-7.7"), prints=("D23", "D24"),
    tells=lambda case, given: f"制作事先告知书，拟{in_words(case.told_penalties)}")
penalty.action(notice.hear_statement, "听取陈述申辩", at=(Stage.NOTICE, Stage.DECISION), by=Post.HANDLER, form=notice_forms.HearStatement,
    cites=("penalty-law-45", "recording-7.7", "posts-6.5"), prints="D25", tells=lambda case, given: f"听取{given['made_by']}的陈述申辩")
penalty.action(notice.waive_statement, "登记放弃陈述申辩", at=Stage.NOTICE, by=Post.HANDLER, form=notice_forms.WaiveStatement,
    cites="penalty-law-62", prints="D25c", tells=lambda case, given: f"{given['made_by']}书面放弃陈述申辩")
penalty.action(notice.review_statement, "复核陈述申辩", at=(Stage.NOTICE, Stage.DECISION), by=Post.HANDLER, form=notice_forms.ReviewStatement,
    cites="penalty-law-45", prints="D25b", tells=lambda case, given: f"复核{given['statement'].made_by}的陈述申辩，{given['statement'].accepted}")

# 听证
penalty.action(hearing.ask_hearing, "登记听证申请", at=Stage.NOTICE, by=(Post.HANDLER, Post.CLERK), form=hearing_forms.AskHearing,
    cites=("penalty-law-63", "penalty-law-64", "cq-hearing-apply"), prints=("D26", "D26e"),
    tells=lambda case, given: f"{given['asked_by']}{given['asked_on']}要求听证（{models.Hearing.Channel(given['channel']).label}）")
penalty.action(hearing.waive_hearing, "登记放弃听证", at=Stage.NOTICE, by=Post.HANDLER, form=hearing_forms.WaiveHearing,
    cites="penalty-law-63", prints="D26f", tells=lambda case, given: f"{given['made_by']}书面放弃听证")
penalty.action(hearing.arrange_hearing, "组织听证", at=Stage.NOTICE, by=HEADS, form=hearing_forms.ArrangeHearing,
    cites=("penalty-law-63.2", "penalty-law-64.2", "penalty-law-64.3", "penalty-law-64.4", "posts-2"), prints=("D26b", "D26c"),
    tells=lambda case, given: f"定于{timezone.localtime(given['begins_at']):%Y-%m-%d %H:%M}在{given['place']}听证，由{given['chair'].name}主持")
penalty.action(hearing.postpone_hearing, "延期听证", at=Stage.NOTICE, by=HEADS, form=hearing_forms.PostponeHearing,
    cites="penalty-law-64.2", prints="D26d", tells=lambda case, given: f"听证延期：{given['reasons']}")
penalty.action(hearing.end_hearing, "终止听证", at=Stage.NOTICE, by=(Post.HEARING_CHAIR, *HEADS), form=hearing_forms.EndHearing,
    cites="penalty-law-64.6", prints="D26d", tells=lambda case, given: f"终止听证：{models.Hearing.End(given['because']).label}")
penalty.action(hearing.hold_hearing, "举行听证", at=Stage.NOTICE, by=Post.HEARING_CHAIR, form=held_forms.HoldHearing,
    cites=("penalty-law-64.7", "penalty-law-64.8", "recording-7.5"), prints="D27",
    tells=lambda case, given: f"在{given['place']}举行听证 {span(case, given)}，制作笔录")
penalty.action(hearing.report_hearing, "提出听证报告", at=Stage.NOTICE, by=Post.HEARING_CHAIR, form=held_forms.ReportHearing,
    cites="penalty-law-65", prints="D27b", tells=lambda case, given: f"听证报告建议{models.Hearing.Advice(given['advice']).label}")

# 决定
penalty.action(decision.propose_decision, "提请作出处罚决定", at=Stage.NOTICE, to=Stage.DECISION, by=Post.HANDLER,
    form=decision_forms.ProposeDecision, cites=("penalty-law-57", "recording-8.1"),
    tells=lambda case, given: f"提请作出处罚决定：{in_words(case.proposed_penalties)}")
penalty.action(decision.endorse_decision, "审核处罚决定", at=Stage.DECISION, by=Post.CAPTAIN, form=filing_forms.Opinion,
    cites=("penalty-law-57", "recording-8.2"))
penalty.action(decision.return_decision, "退回重新提请", at=Stage.DECISION, to=Stage.NOTICE, by=(Post.CAPTAIN, *HEADS),
    form=filing_forms.Reasons, cites="penalty-law-57", tells=lambda case, given: f"退回重新提请：{given['reasons']}")
penalty.action(discretion.approve_deviation, "批准偏离裁量基准", at=(Stage.REPORTED, Stage.NOTICE, Stage.DECISION), by=Post.MAYOR,
    form=discretion_forms.ApproveDeviation, cites=("personnel-21", "penalty-law-34", "posts-6.3"),
    tells=lambda case, given: f"批准偏离裁量基准：{in_words(case.proposed_penalties)}", help="偏离本镇基准的，也可以由集体讨论决定")
penalty.action(discussion.discuss, "集体讨论", at=(Stage.NOTICE, Stage.DECISION), by=(Post.CLERK, *HEADS), form=discussion_forms.Discuss,
    cites=("penalty-law-57.2", "review-5-collective", "posts-2"), prints="D28",
    tells=lambda case, given: f"集体讨论，{given['chair'].name}主持，结论：{models.Discussion.Result(given['result']).label}",
    help="情节复杂、重大违法行为和重大执法决定，由负责人集体讨论决定；承办人汇报，没有表决权")
penalty.action(decision.decide, "作出行政处罚决定", at=Stage.DECISION, to=Stage.SERVICE, by=HEADS, form=decision_forms.Decide,
    cites=("penalty-law-57", "penalty-law-59", "recording-8.4", "personnel-24-term"), prints=("D29", "D30"),
    tells=lambda case, given: f"作出行政处罚决定（{case.decision_number}）：{in_words(case.decided_penalties)}")
penalty.action(decision.not_punish, "不予行政处罚", at=(Stage.REPORTED, Stage.NOTICE, Stage.DECISION), to=Stage.SERVICE, by=HEADS,
    form=decision_forms.NotPunish, cites=("penalty-law-57", "penalty-law-33.3", "penalty-law-6", "personnel-20", "personnel-24-term"),
    prints=("D32", "D32b"),
    tells=lambda case, given: f"决定不予行政处罚（{case.decision_number}）：{Ground(given['ground']).label}")

# 送达
penalty.action(service.serve, "送达", at=AFTER_FILING, leads={Stage.SERVICE: Stage.PERFORMANCE}, by=Post.HANDLER, form=service_forms.Serve,
    cites=("penalty-law-61", "civil-procedure-87", "civil-procedure-88", "civil-procedure-94", "recording-9.1"), prints="D33",
    tells=served_in_words, help="直接、留置、委托、邮寄、电子、转交送达。没有送到的也要登记。")
penalty.action(service.announce, "公告送达", at=AFTER_FILING, by=Post.HANDLER, form=service_forms.Announce,
    cites=("civil-procedure-95", "recording-9.1"), prints="D35", tells=lambda case, given: f"公告送达{given['document']}")
penalty.action(service.complete_announcement, "登记公告期满", at=AFTER_FILING, leads={Stage.SERVICE: Stage.PERFORMANCE}, by=Post.HANDLER,
    form=service_forms.CompleteAnnouncement, cites=("civil-procedure-95", "recording-9.1"), prints="D33",
    tells=announcement_over)
penalty.action(voiding.void_paper, "作废文书", at=AFTER_FILING, by=(Post.CAPTAIN, *HEADS), form=voiding_forms.VoidPaper, cites="recording-2",
    tells=lambda case, given: f"作废{given['document']}：{given['reasons']}", help="编号保留，不再使用；重新制作的文书另取新号。")

# 移送、中止、终止、撤案
_BEFORE_DECISION = (Stage.INVESTIGATION, Stage.REPORTED, Stage.NOTICE, Stage.DECISION)
penalty.action(exits.ask_transfer, "提请移送", at=_BEFORE_DECISION, by=Post.HANDLER, form=exits_forms.AskTransfer,
    cites=("penalty-law-22", "personnel-19-transfer"), tells=lambda case, given: f"提请移送{given['addressee']}：{given['reasons']}")
penalty.action(exits.transfer, "移送", at=_BEFORE_DECISION, to=Stage.CLOSING, by=HEADS, form=filing_forms.Opinion,
    cites=("penalty-law-22", "personnel-19-transfer", "review-11.4"), prints="D43")
penalty.action(exits.record_receipt, "登记移送回执", at=(Stage.CLOSING, Stage.FILING), by=Post.HANDLER, form=exits_forms.RecordReceipt,
    cites=("personnel-19-transfer", "penalty-law-22"), tells=lambda case, given: f"移送材料由{given['received_by']}签收（{given['receipt']}）")
penalty.action(exits.ask_suspension, "提请中止调查", at=_BEFORE_DECISION, by=Post.HANDLER, form=exits_forms.AskExit, cites="recording-8.1",
    tells=lambda case, given: f"提请中止调查：{given['reasons']}")
penalty.action(exits.suspend, "中止调查", at=_BEFORE_DECISION, to=Stage.SUSPENDED, by=HEADS, form=filing_forms.Opinion, cites="recording-8.4",
    prints="D45")
penalty.action(exits.ask_resumption, "提请恢复调查", at=Stage.SUSPENDED, by=Post.HANDLER, form=exits_forms.AskExit, cites="recording-8.1",
    tells=lambda case, given: f"提请恢复调查：{given['reasons']}")
penalty.action(exits.resume, "恢复调查", at=Stage.SUSPENDED, leads=_BEFORE_DECISION, by=HEADS, form=filing_forms.Opinion,
    cites="recording-8.4", prints="D45")
penalty.action(exits.ask_termination, "提请终止调查", at=(*_BEFORE_DECISION, Stage.SUSPENDED), by=Post.HANDLER, form=exits_forms.AskExit,
    cites="recording-8.1", tells=lambda case, given: f"提请终止调查：{given['reasons']}")
penalty.action(exits.terminate, "终止调查", at=(*_BEFORE_DECISION, Stage.SUSPENDED), to=Stage.CLOSING, by=HEADS, form=filing_forms.Opinion,
    cites=("penalty-law-57", "recording-8.4"), prints="D45")
penalty.action(exits.ask_withdrawal, "提请撤销立案", at=(*_BEFORE_DECISION, Stage.SUSPENDED), by=Post.HANDLER, form=exits_forms.AskExit,
    cites="recording-8.1", tells=lambda case, given: f"提请撤销立案：{given['reasons']}")
penalty.action(exits.withdraw, "撤销立案", at=(*_BEFORE_DECISION, Stage.SUSPENDED), to=Stage.CLOSING, by=HEADS, form=filing_forms.Opinion,
    cites=("penalty-law-54.2", "penalty-law-57", "recording-8.4"), prints="D03b")
penalty.action(exits.refuse_exit, "不同意提请", at=(*_BEFORE_DECISION, Stage.SUSPENDED), by=HEADS, form=exits_forms.RefuseExit,
    cites="recording-8.4", tells=lambda case, given: f"不同意{exits_forms.EXITS[given['request']]}：{given['reasons']}")

# 随有关办件办理
penalty.action(leaving.leave_to_police, "移送公安机关，本件不再处罚", at=(*_BEFORE_DECISION, Stage.SUSPENDED), to=Stage.CLOSING, by=Post.HANDLER,
    form=leaving_forms.LeaveToPolice, follows=True, cites=("crime-transfer-11", "crime-transfer-12"),
    tells=lambda case, given: f"{given['police']}立案（{given['notice']}），本件不再作行政处罚")
penalty.action(following.conclude_enforcement, "强制执行的结果", at=Stage.PERFORMANCE, by=Post.HANDLER,
    form=following_forms.ConcludeEnforcement, follows=True, cites=("compulsion-law-34", "recording-9.3"),
    tells=lambda case, given: given["words"])

penalty.action(following.waive_surcharge, "减免加处罚款", at=(Stage.PERFORMANCE, Stage.CLOSING), by=Post.HANDLER,
    form=following_forms.WaiveSurcharge, follows=True, cites="compulsion-law-42",
    tells=lambda case, given: f"执行协议（{given['agreement']}）减免加处罚款{given['amount_yuan']}元")
penalty.action(following.restore_surcharge, "恢复加处罚款", at=(Stage.PERFORMANCE, Stage.CLOSING), by=Post.HANDLER,
    form=following_forms.RestoreSurcharge, follows=True, cites="compulsion-law-42",
    tells=lambda case, given: f"执行协议（{given['agreement']}）没有履行，减免的加处罚款恢复执行")

_AFTER_DECISION = (Stage.SERVICE, Stage.PERFORMANCE, Stage.CLOSING, Stage.FILING, Stage.FILED)
penalty.action(remedied.keep_result, "复议、诉讼的结果", at=_AFTER_DECISION, by=Post.HANDLER, form=remedied_forms.Remedied, follows=True,
    cites=("penalty-law-75", "penalty-law-73"), tells=lambda case, given: given["words"])
penalty.action(remedied.annul, "决定不再有效", at=_AFTER_DECISION, leads={Stage.SERVICE: Stage.CLOSING, Stage.PERFORMANCE: Stage.CLOSING},
    by=Post.HANDLER, form=remedied_forms.Remedied, follows=True, cites=("penalty-law-75", "penalty-law-48.2"),
    tells=lambda case, given: f"{given['words']}，决定不再有效")
penalty.action(remedied.refund, "退还款项", at=(Stage.PERFORMANCE, Stage.CLOSING, Stage.FILING, Stage.FILED), by=Post.CLERK,
    form=remedied_forms.GiveBack, cites=("compensation-law-36", "penalty-law-75"),
    tells=lambda case, given: f"退还{given['payee']}{given['amount_yuan']}元")

# 执行
penalty.action(performance.pay, "登记缴款", at=Stage.PERFORMANCE, by=Post.CLERK, form=performance_forms.Pay,
    cites=("penalty-law-67", "penalty-law-67.1"), tells=lambda case, given: f"缴款{given['amount_yuan']}元，票据{given['receipt_number']}")
penalty.action(performance.reverse_payment, "冲正缴款登记", at=Stage.PERFORMANCE, by=Post.CLERK, form=performance_forms.ReversePayment,
    cites="penalty-law-74")
penalty.action(performance.collect, "当场收缴罚款", at=Stage.PERFORMANCE, by=Post.HANDLER, form=performance_forms.Collect,
    cites=("penalty-law-69", "penalty-law-70"), prints="D37",
    tells=lambda case, given: f"当场收缴罚款{given['amount_yuan']}元，票据{given['receipt_number']}")
penalty.action(performance.hand_in, "当场收缴款交机关", at=Stage.PERFORMANCE, by=Post.CLERK, form=performance_forms.HandIn,
    cites="penalty-law-71.1")
penalty.action(performance.bank_in, "当场收缴款缴付银行", at=Stage.PERFORMANCE, by=Post.CLERK, form=performance_forms.BankIn,
    cites=("penalty-law-71.2", "fine-collection-4"))
penalty.action(performance.ask_deferral, "申请延期（分期）缴款", at=Stage.PERFORMANCE, by=Post.HANDLER, form=performance_forms.AskDeferral,
    cites=("penalty-law-66.2", "recording-6-application"), prints="D36")
penalty.action(performance.decide_deferral, "审批延期（分期）缴款", at=Stage.PERFORMANCE, by=HEADS, form=performance_forms.DecideDeferral,
    cites=("penalty-law-66.2", "penalty-law-72.2", "recording-6-application"), prints=("D36b", "D36c"))
penalty.action(performance.surcharge, "加处罚款", at=Stage.PERFORMANCE, by=HEADS, form=filing_forms.Opinion,
    cites=("penalty-law-72.1", "compulsion-law-45"), prints="D38")
penalty.action(performance.demand, "催告", at=Stage.PERFORMANCE, by=HEADS, form=performance_forms.Demand,
    cites=("compulsion-law-35", "compulsion-law-54"), prints="D39")
penalty.action(performance.ask_goods_disposal, "提请处理罚没物品", at=Stage.PERFORMANCE, by=Post.HANDLER, form=performance_forms.AskGoodsDisposal,
    cites="penalty-law-74", prints="D44")
penalty.action(performance.approve_goods_disposal, "审批罚没物品处理", at=Stage.PERFORMANCE, by=HEADS,
    form=performance_forms.ApproveGoodsDisposal, cites="penalty-law-74", prints="D44b")
penalty.action(performance.dispose_goods, "处理罚没物品", at=Stage.PERFORMANCE, by=Post.HANDLER, form=performance_forms.DisposeGoods,
    cites="penalty-law-74", prints="D44c")

# 结案
penalty.action(closing.ask_closing, "提请结案", at=(Stage.PERFORMANCE, Stage.CLOSING), to=Stage.CLOSING, by=Post.HANDLER,
    form=closing_forms.AskClosing, cites=("penalty-law-66", "recording-9.2"), help="移送、终止、撤销立案的案件，在结案审批环节提请")
penalty.action(closing.endorse_closing, "审核结案", at=Stage.CLOSING, by=Post.CAPTAIN, form=filing_forms.Opinion, cites="recording-9.2")
penalty.action(closing.return_closing, "退回结案", at=Stage.CLOSING, leads=(Stage.PERFORMANCE, Stage.CLOSING), by=(Post.CAPTAIN, *HEADS),
    form=filing_forms.Reasons, cites="recording-9.2")
penalty.action(closing.approve_closing, "批准结案", at=Stage.CLOSING, to=Stage.FILING, by=HEADS, form=filing_forms.Opinion,
    cites=("recording-9.2", "recording-10", "archive-1.3"), prints="D46")

# 立卷
penalty.action(archiving.make_file, "立卷", at=Stage.FILING, by=Post.HANDLER, form=archiving_forms.MakeFile,
    cites=("archive-1.2", "archive-1.3", "archive-1.5", "recording-5"), prints=("D47", "D48"))
penalty.action(archiving.return_file, "退回补充案卷", at=Stage.FILING, by=Post.ARCHIVIST, form=filing_forms.Reasons, cites="archive-1.4")
penalty.action(archiving.check_file, "审核归卷", at=Stage.FILING, to=Stage.FILED, by=Post.ARCHIVIST, form=archiving_forms.CheckFile,
    cites=("archive-1.4", "archive-3.1", "archive-3.2", "recording-10"), prints="D48b")

# 期限
penalty.deadline("penalty-law-56", "先行登记保存处理", from_="preserve", until="dispose_preserved",
    since=lambda case, at, given: given["acted_at"], subject=lambda case, given: f"preservation/{given['preservation'].pk}")
penalty.deadline("penalty-law-60", "作出处罚决定", from_="approve_filing", until=("decide", "not_punish", "transfer"),
    lifted_by=("terminate", "withdraw", "leave_to_police"), warns="town-decision-warnings")
penalty.deadline("town-statement-window", "陈述申辩期", waits=True, from_=("serve", "complete_announcement"),
    until=("waive_statement", "hear_statement", "propose_decision", "not_punish"),
    lifted_by=("notify", "return_report", "transfer", "terminate", "withdraw", "leave_to_police"),
    since=lambda case, at, given: case.told_on if NOTICE_CODES & codes_served(given) else None)
penalty.deadline("penalty-law-64", "听证申请期", waits=True, from_=("serve", "complete_announcement"),
    until=("waive_hearing", "ask_hearing", "propose_decision", "not_punish"),
    lifted_by=("notify", "return_report", "transfer", "terminate", "withdraw", "leave_to_police"),
    since=lambda case, at, given: told_with_the_right(case) if NOTICE_CODES & codes_served(given) else None)
penalty.deadline("penalty-law-61", "送达决定书", from_=("decide", "not_punish"), until=("serve", "announce"), lifted_by="annul", subject=subject_of_service,
    met=served_at)
penalty.deadline("penalty-law-67", "缴纳罚款", from_=("serve", "complete_announcement"), until=("pay", "collect"),
    lifted_by=("transfer", "terminate", "withdraw", "leave_to_police", "annul"), since=pay_from, subject=unless_something_is_left, rolls=True, met=paid_up)
penalty.deadline("penalty-law-71.1", "当场收缴款交机关", from_="collect", until="hand_in", since=collection_landed, subject=collection_named,
    met=handed_in)
penalty.deadline("penalty-law-71.2", "当场收缴款缴付银行", from_="hand_in", until="bank_in", since=handed_in, subject=collection_named,
    met=banked)
penalty.deadline("archive-1.3", "立卷", from_="approve_closing", until="make_file")
