"""行政处罚普通程序: the ordinary procedure of law.md §2.1, READ FIRST.

Read it top to bottom beside the statute: who does what, at which stage, under which article.
"""

from __future__ import annotations

from mingzhi.core.engine import Procedure
from mingzhi.core.organs import HEADS, Post

from . import models
from .actions import filing
from .forms import filing as filing_forms
from .models import Case
from .stages import PATH, Stage

penalty = Procedure("penalty", "行政处罚", matter=Case, stages=Stage, ends=(Stage.FILED, Stage.NOT_FILED), path=PATH, section="案件")
penalty.keeps(
    models.Appraisal, models.Approval, models.ConfirmedAddress, models.CorrectionOrder, models.Deferral, models.Demand,
    models.Evidence, models.FileItem, models.GoodsDisposal, models.Inspection, models.Party, models.Payment, models.Presence,
    models.Preservation, models.Questioning, models.Recusal, models.Sampling, models.Service, models.SpotCollection,
    models.Statement, models.Surcharge,
)  # fmt: skip

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

# 事先告知与陈述申辩

# 决定

# 送达

# 移送、中止、终止、撤案

# 执行

# 结案

# 立卷

# 期限
