"""Before a remedy is registered, answered and settled; and what an open remedy keeps the case from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from mingzhi.core.engine import Already, before
from mingzhi.core.engine.places import handler_ids
from mingzhi.core.organs.models import User
from mingzhi.procedures.penalty.models import Case
from mingzhi.procedures.penalty.pending import execution_stopped, stops_execution

from .models import Remedy
from .stages import OPEN, Stage


@before("remedy.receive", "remedy.take_application", cites=("reconsideration-law-20", "litigation-law-46"))
def there_is_a_decision_to_attack(remedy: Remedy, *, actor: User, at: datetime) -> str | None:
    if remedy.case_id is None or remedy.case.decided_on is not None:
        return None
    return "本件还没有作出决定，没有可以复议、起诉的行政处罚决定。"


@before("remedy.take_application", cites=("reconsideration-law-23", "reconsideration-law-32"), mend="remedy.receive")
def only_spot_penalties_are_handed_in_here(remedy: Remedy, *, actor: User, at: datetime) -> str | None:
    if remedy.case_id is None or remedy.case.kind == "summary":
        return None
    return "只有对当场处罚不服的，才可以向本机关提交复议申请。其他案件请当事人直接向复议机关申请，收到通知后登记。"


@before("remedy.receive", cites="reconsideration-law-23", mend="remedy.take_application")
def spot_penalty_goes_to_review_first(remedy: Remedy, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["remedy_kind"] == Remedy.Kind.REVIEW or remedy.case_id is None or remedy.case.kind != "summary":
        return None
    reviewed = Remedy.objects.filter(case_id=remedy.case_id, remedy_kind=Remedy.Kind.REVIEW).exclude(result="")
    if reviewed.exists():
        return None
    return "对当场处罚不服的，应当先申请行政复议；没有复议结果，法院不受理起诉。请核对，必要时向法院提出。"


@before("remedy.receive", cites="reconsideration-law-48")
def it_is_registered_once(remedy: Remedy, *, actor: User, at: datetime, given: dict) -> str | None:
    same = Remedy.objects.filter(case_id=remedy.case_id, file_number=given["file_number"]).first()
    return f"案号{given['file_number']}已经登记（{same.number}）。" if same else None


@before("remedy.answer", cites=("reconsideration-law-48", "litigation-law-67"), mend="remedy.draft_answer")
def answer_is_written(remedy: Remedy, *, actor: User, at: datetime) -> str | None:
    return None if remedy.drafted_by_id else "答复（答辩）还没有起草。请写明事实、证据、程序和依据。"


@before("remedy.answer", cites="town-separation")
def head_signs_what_others_wrote(remedy: Remedy, *, actor: User, at: datetime) -> str | None:
    if actor.pk in handler_ids(remedy) or actor.pk == remedy.drafted_by_id:
        return "答复（答辩）由您办理、起草，不能再由您签发。请由其他负责人签发。"
    return None


@before("remedy.go_to_appeal", cites="litigation-law-67")
def only_a_first_judgment_is_appealed(remedy: Remedy, *, actor: User, at: datetime) -> str | None:
    if remedy.remedy_kind == Remedy.Kind.SUIT:
        return None
    return "只有一审判决、裁定可以上诉。对复议决定不服的，另行登记行政诉讼；二审裁判已经生效。"


@before("remedy.take_effect", cites="penalty-law-75")
def result_takes_effect_after_it_came(remedy: Remedy, *, actor: User, at: datetime, given: dict) -> str | None:
    if remedy.result_on is None or given["effective_on"] >= remedy.result_on:
        return None
    return f"生效日期早于收到结果的日期（{remedy.result_on}）。请核对。"


@before("remedy.report_back", cites="reconsideration-law-76")
def there_is_an_opinion_to_answer(remedy: Remedy, *, actor: User, at: datetime) -> str | None:
    if remedy.opinion_on is None:
        return "本件没有收到复议意见书（司法建议），不需要反馈。"
    return Already(f"已于{remedy.reported_back_on}反馈。") if remedy.reported_back_on else None


# The case while a remedy is open.

_PRESSING = ("penalty.surcharge", "penalty.demand", "summary.surcharge", "summary.demand")


@stops_execution
def stopped_by(case: Case) -> Iterator[str]:
    for row in Remedy.objects.filter(case_id=case.pk, stage__in=OPEN, stopped_on__isnull=False).order_by("pk"):
        yield f"{row.get_remedy_kind_display()}（{row.number}）期间已于{row.stopped_on}停止执行"


@before(*_PRESSING, cites=("reconsideration-law-42", "penalty-law-73"))
def execution_is_not_stopped(case: Case, *, actor: User, at: datetime) -> str | None:
    stopped = execution_stopped(case)
    return f"{stopped[0]}，不得加处罚款、催告。请等待结果。" if stopped else None


@before("penalty.approve_closing", cites=("penalty-law-66", "penalty-law-73"))
def no_remedy_is_open_when_it_closes(case: Case, *, actor: User, at: datetime) -> str | None:
    found = Remedy.objects.filter(case_id=case.pk, stage__in=OPEN).first()
    if found is None:
        return None
    return f"{found.get_remedy_kind_display()}（{found.number}）正在“{Stage(found.stage).label}”，结果可能改变决定。请等待办结。"
