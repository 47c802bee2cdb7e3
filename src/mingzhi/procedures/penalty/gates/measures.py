"""Before sampling, keeping and appraisal: asked one at a time, approved beforehand, disposed of before the report."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from mingzhi.core.engine import before
from mingzhi.core.organs.models import User

from ..actions.measures import asked_preservation, asked_sampling
from ..forms.measures import appraised, preserved, sampled
from ..models import Case


@before("penalty.approve_sampling", "penalty.refuse_sampling", cites="penalty-law-56-sample", mend="penalty.ask_sampling")
def sampling_was_asked_for(case: Case, *, actor: User, at: datetime) -> str | None:
    return None if asked_sampling(case) else "没有等待批复的抽样取证申请。请承办人先提出。"


@before("penalty.ask_sampling", "penalty.report", cites="penalty-law-56-sample", mend="penalty.approve_sampling")
def no_sampling_is_waiting(case: Case, *, actor: User, at: datetime) -> str | None:
    return "一份抽样取证申请还没有批复。请先批复。" if asked_sampling(case) else None


@before("penalty.sample", cites="penalty-law-56-sample", mend="penalty.approve_sampling")
def sampling_was_approved(case: Case, *, actor: User, at: datetime) -> str | None:
    return None if sampled(case, taken=False).exists() else "没有已经批准、尚未实施的抽样取证。请先提出并批准。"


@before("penalty.sample", cites="penalty-law-56-sample")
def samples_are_taken_after_the_approval(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    row = given["sampling"]
    if row is None or given["acted_at"] >= row.approved_at:
        return None
    return f"抽样时间早于批准时间（{timezone.localtime(row.approved_at):%Y-%m-%d %H:%M}）。抽样应当先批准后实施，请核对时间。"


@before("penalty.dispose_sample", cites="penalty-law-56-sample", mend="penalty.sample")
def there_is_a_sample_to_dispose_of(case: Case, *, actor: User, at: datetime) -> str | None:
    return None if sampled(case, taken=True).exists() else "没有尚待处理的样品。"


@before("penalty.report", cites=("penalty-law-56-sample", "recording-7.6"), mend="penalty.dispose_sample")
def samples_are_disposed_of(case: Case, *, actor: User, at: datetime) -> str | None:
    taken = sampled(case, taken=True).first()
    return f"抽样取证的“{taken}”还没有处理。请先写明样品的处理。" if taken else None


@before("penalty.approve_preservation", "penalty.refuse_preservation", cites="penalty-law-56-approve", mend="penalty.ask_preservation")
def preservation_was_asked_for(case: Case, *, actor: User, at: datetime) -> str | None:
    return None if asked_preservation(case) else "没有等待批准的先行登记保存申请。请承办人先提出。"


@before("penalty.ask_preservation", "penalty.report", cites="penalty-law-56-approve", mend="penalty.approve_preservation")
def no_preservation_is_waiting(case: Case, *, actor: User, at: datetime) -> str | None:
    return "一份先行登记保存申请还没有批复。请负责人先批复。" if asked_preservation(case) else None


@before("penalty.preserve", cites="penalty-law-56-approve", mend="penalty.approve_preservation")
def preservation_was_approved(case: Case, *, actor: User, at: datetime) -> str | None:
    return None if preserved(case, carried_out=False).exists() else "先行登记保存须经行政机关负责人批准，现在没有已批准、尚未实施的申请。"


@before("penalty.preserve", cites="penalty-law-56-approve")
def things_are_kept_after_the_approval(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    row = given["preservation"]
    if row is None or given["acted_at"] >= row.approved_at:
        return None
    return f"登记保存的时间早于负责人批准的时间（{timezone.localtime(row.approved_at):%Y-%m-%d %H:%M}）。应当先批准后实施，请核对时间。"


@before("penalty.dispose_preserved", cites="penalty-law-56", mend="penalty.preserve")
def there_is_something_kept(case: Case, *, actor: User, at: datetime) -> str | None:
    return None if preserved(case, carried_out=True).exists() else "没有尚待处理的先行登记保存物品。"


@before("penalty.report", cites="penalty-law-56", mend="penalty.dispose_preserved")
def things_kept_are_disposed_of(case: Case, *, actor: User, at: datetime) -> str | None:
    kept = preserved(case, carried_out=True).first()
    return f"先行登记保存的“{kept}”还没有作出处理决定。" if kept else None


@before("penalty.receive_appraisal", cites=("penalty-law-46", "recording-7.5"), mend="penalty.commission_appraisal")
def an_appraisal_was_commissioned(case: Case, *, actor: User, at: datetime) -> str | None:
    return None if appraised(case).exists() else "没有等待鉴定意见的委托。请先委托鉴定（检测）。"


@before("penalty.report", cites=("penalty-law-46", "penalty-law-40"), mend="penalty.receive_appraisal")
def appraisals_have_come_back(case: Case, *, actor: User, at: datetime) -> str | None:
    waiting = appraised(case).first()
    return f"委托{waiting.institution}的鉴定（检测）还没有收到意见。请收到后再提交报告。" if waiting else None
