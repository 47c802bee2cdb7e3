"""行政处罚普通程序: the ordinary procedure of law.md §2.1, READ FIRST.

Read it top to bottom beside the statute: who does what, at which stage, under which article.
"""

from __future__ import annotations

from mingzhi.core.engine import Procedure
from mingzhi.core.organs import HEADS, Post

from . import models
from .actions import correction, decision, evidence, filing, investigation, notice, reporting
from .forms import correction as correction_forms
from .forms import decision as decision_forms
from .forms import evidence as evidence_forms
from .forms import filing as filing_forms
from .forms import investigation as investigation_forms
from .forms import notice as notice_forms
from .forms import reporting as reporting_forms
from .grounds import Ground
from .models import Case
from .severity import in_words
from .stages import AFTER_FILING, PATH, UNTIL_CLOSING, Stage
from .wording import span

penalty = Procedure("penalty", "行政处罚", matter=Case, stages=Stage, ends=(Stage.FILED, Stage.NOT_FILED), path=PATH, section="案件")
penalty.keeps(
    models.Appraisal, models.Approval, models.ConfirmedAddress, models.CorrectionOrder, models.Deferral, models.Demand,
    models.Evidence, models.FileItem, models.GoodsDisposal, models.Inspection, models.Party, models.Payment, models.Presence,
    models.Preservation, models.Questioning, models.Recusal, models.Sampling, models.Service, models.SpotCollection,
    models.Statement, models.Surcharge,
)  # fmt: skip

# One row an action, so that the table reads like the regulation beside it.
# fmt: off
# 立案
penalty.action(
    filing.propose,
    "提请立案",
    opens=True,
    to=Stage.PROPOSED,
    by=Post.OFFICER,
    form=filing_forms.Propose,
    cites=("penalty-law-54", "recording-6-exofficio"),
)
penalty.action(
    filing.endorse_filing,
    "审核立案",
    at=Stage.PROPOSED,
    by=Post.CAPTAIN,
    form=filing_forms.Opinion,
    cites=("penalty-law-54", "recording-8.2"),
)
penalty.action(
    filing.approve_filing,
    "批准立案",
    at=Stage.PROPOSED,
    to=Stage.INVESTIGATION,
    by=HEADS,
    form=filing_forms.Opinion,
    cites=("penalty-law-54", "recording-8.4"),
    numbered="立字",
    prints="D02",
)
penalty.action(
    filing.return_filing, "退回修改", at=Stage.PROPOSED, by=(Post.CAPTAIN, *HEADS), form=filing_forms.Reasons, cites="penalty-law-54"
)
penalty.action(filing.revise, "修改后再提请", at=Stage.PROPOSED, by=Post.HANDLER, form=filing_forms.Revise, cites="penalty-law-54")
penalty.action(
    filing.refuse_filing,
    "不予立案",
    at=Stage.PROPOSED,
    to=Stage.NOT_FILED,
    by=HEADS,
    form=filing_forms.Reasons,
    cites="penalty-law-54.2",
    prints="D03",
)

# 承办与回避

# 调查取证
penalty.action(
    investigation.inspect, "现场检查", at=Stage.INVESTIGATION, by=Post.HANDLER, form=investigation_forms.Inspect,
    cites=("penalty-law-54", "penalty-law-55", "recording-7.4"), prints="D05",
    tells=lambda case, given: f"{given['form']} {given['place']} {span(given)}，制作笔录",
)  # fmt: skip
penalty.action(
    investigation.summon, "通知询问", at=Stage.INVESTIGATION, by=Post.HANDLER, form=investigation_forms.Summon,
    cites="penalty-law-55.2", prints="D06", tells=lambda case, given: f"通知{given['addressee']}接受询问",
)  # fmt: skip
penalty.action(
    investigation.question, "询问", at=Stage.INVESTIGATION, by=Post.HANDLER, form=investigation_forms.Question,
    cites=("penalty-law-55.2", "recording-7.2"), prints="D07",
    tells=lambda case, given: f"询问{given['person_name']} {span(given)}，制作笔录",
)  # fmt: skip
penalty.action(
    investigation.order_evidence, "调取证据", at=Stage.INVESTIGATION, by=Post.HANDLER, form=investigation_forms.OrderEvidence,
    cites=("penalty-law-54", "recording-7.3"), prints="D09", tells=lambda case, given: f"通知{given['addressee']}提供证据",
)  # fmt: skip
penalty.action(
    evidence.take_evidence, "提取证据", at=Stage.INVESTIGATION, by=Post.HANDLER, form=evidence_forms.TakeEvidence,
    cites=("penalty-law-46", "recording-7.3"), prints=("D08", "D08b"), tells=lambda case, given: f"提取证据“{given['name']}”",
)  # fmt: skip
penalty.action(
    correction.ask_correction, "提出责令改正", at=Stage.INVESTIGATION, by=Post.HANDLER, form=correction_forms.AskCorrection,
    cites="penalty-law-28",
)  # fmt: skip
penalty.action(
    correction.order_correction, "责令改正", at=Stage.INVESTIGATION, by=Post.CAPTAIN, form=filing_forms.Opinion,
    cites="penalty-law-28", prints=("D15", "D15b"),
)  # fmt: skip
penalty.action(
    correction.return_correction, "退回责令改正的建议", at=Stage.INVESTIGATION, by=Post.CAPTAIN, form=filing_forms.Reasons,
    cites="penalty-law-28", tells=lambda case, given: f"退回责令改正的建议：{given['reasons']}",
)  # fmt: skip
penalty.action(
    correction.recheck, "复查改正情况", at=UNTIL_CLOSING, by=Post.HANDLER, form=correction_forms.Recheck,
    cites=("penalty-law-28", "recording-9.2"), prints="D16",
    tells=lambda case, given: f"复查改正情况：{'已改正' if given['order'].corrected else '没有全部改正'}",
)  # fmt: skip
penalty.action(
    investigation.confirm_address, "确认送达地址", at=AFTER_FILING, by=Post.HANDLER, form=investigation_forms.ConfirmAddress,
    cites=("penalty-law-61", "penalty-law-61.2"), prints="D34",
)  # fmt: skip
penalty.action(
    reporting.report, "提交调查终结报告", at=Stage.INVESTIGATION, to=Stage.REPORTED, by=Post.HANDLER, form=reporting_forms.Report,
    cites=("penalty-law-57", "posts-6.3", "personnel-21"), prints="D20",
)  # fmt: skip

# 事先告知与陈述申辩
penalty.action(
    notice.agree_report,
    "同意调查终结",
    at=Stage.REPORTED,
    to=Stage.NOTICE,
    by=Post.CAPTAIN,
    form=filing_forms.Opinion,
    cites=("penalty-law-57", "recording-8.2"),
    tells="同意调查终结",
)
penalty.action(
    notice.return_report,
    "退回补充调查",
    at=(Stage.REPORTED, Stage.NOTICE),
    to=Stage.INVESTIGATION,
    by=Post.CAPTAIN,
    form=filing_forms.Reasons,
    cites=("penalty-law-54", "penalty-law-57"),
    tells=lambda case, given: f"退回补充调查：{given['reasons']}",
)
penalty.action(
    notice.notify,
    "事先告知",
    at=Stage.NOTICE,
    by=Post.HANDLER,
    form=notice_forms.Notify,
    cites=("penalty-law-44", "disclosure-6.2", "recording-7.7"),
    prints="D23",
    tells=lambda case, given: f"制作事先告知书，拟{in_words(case.told_penalties)}",
)
penalty.action(
    notice.hear_statement,
    "听取陈述申辩",
    at=(Stage.NOTICE, Stage.DECISION),
    by=Post.HANDLER,
    form=notice_forms.HearStatement,
    cites=("penalty-law-45", "recording-7.7", "posts-6.5"),
    prints="D25",
    tells=lambda case, given: f"听取{given['made_by']}的陈述申辩",
)
penalty.action(
    notice.waive_statement,
    "登记放弃陈述申辩",
    at=Stage.NOTICE,
    by=Post.HANDLER,
    form=notice_forms.WaiveStatement,
    cites="penalty-law-62",
    prints="D25c",
    tells=lambda case, given: f"{given['made_by']}书面放弃陈述申辩",
)
penalty.action(
    notice.review_statement,
    "复核陈述申辩",
    at=(Stage.NOTICE, Stage.DECISION),
    by=Post.HANDLER,
    form=notice_forms.ReviewStatement,
    cites="penalty-law-45",
    prints="D25b",
    tells=lambda case, given: f"复核{given['statement'].made_by}的陈述申辩，{given['statement'].accepted}",
)

# 决定
penalty.action(
    decision.propose_decision,
    "提请作出处罚决定",
    at=Stage.NOTICE,
    to=Stage.DECISION,
    by=Post.HANDLER,
    form=decision_forms.ProposeDecision,
    cites=("penalty-law-57", "recording-8.1"),
    tells=lambda case, given: f"提请作出处罚决定：{in_words(case.proposed_penalties)}",
)
penalty.action(
    decision.endorse_decision,
    "审核处罚决定",
    at=Stage.DECISION,
    by=Post.CAPTAIN,
    form=filing_forms.Opinion,
    cites=("penalty-law-57", "recording-8.2"),
)
penalty.action(
    decision.return_decision,
    "退回重新提请",
    at=Stage.DECISION,
    to=Stage.NOTICE,
    by=(Post.CAPTAIN, *HEADS),
    form=filing_forms.Reasons,
    cites="penalty-law-57",
    tells=lambda case, given: f"退回重新提请：{given['reasons']}",
)
penalty.action(
    decision.decide,
    "作出行政处罚决定",
    at=Stage.DECISION,
    to=Stage.SERVICE,
    by=HEADS,
    form=decision_forms.Decide,
    cites=("penalty-law-57", "penalty-law-59", "recording-8.4"),
    prints=("D29", "D30"),
    tells=lambda case, given: f"作出行政处罚决定（{case.decision_number}）：{in_words(case.decided_penalties)}",
)
penalty.action(
    decision.not_punish,
    "不予行政处罚",
    at=(Stage.REPORTED, Stage.NOTICE, Stage.DECISION),
    to=Stage.SERVICE,
    by=HEADS,
    form=decision_forms.NotPunish,
    cites=("penalty-law-57", "penalty-law-33.3", "penalty-law-6"),
    prints=("D32", "D32b"),
    tells=lambda case, given: f"决定不予行政处罚（{case.decision_number}）：{Ground(given['ground']).label}",
)

# 送达

# 移送、中止、终止、撤案

# 执行

# 结案

# 立卷

# 期限
