"""Before an execution begins: a decision that stands and was served, a duty that is overdue, a way that the law gives the town."""

from __future__ import annotations

from datetime import datetime

from mingzhi.core.engine import before
from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.models import Record
from mingzhi.core.organs.models import User
from mingzhi.law.fines import PenaltyKind
from mingzhi.procedures.penalty.models import Case, CorrectionOrder
from mingzhi.procedures.penalty.owing import owed
from mingzhi.procedures.penalty.stages import Stage as CaseStage
from mingzhi.procedures.penalty.stages import SummaryStage

from ..actions.opening import ACT, MONEY
from ..forms.opening import money_due_on
from ..models import Enforcement
from ..stages import Stage

#: Where a decision is being performed, by procedure.
PERFORMING = {"penalty": (CaseStage.PERFORMANCE,), "summary": (SummaryStage.PUNISHED, SummaryStage.PERFORMANCE)}
#: What a review organ or a court may have left of a decision that nobody executes any more.
_FALLEN = (Case.Standing.REVOKED, Case.Standing.VOID)
#: What the organ may do itself only where the law gives it this power, by the kind in the list of powers.
_OWN = (Enforcement.Way.DEMOLISH, Enforcement.Way.SUBSTITUTE)
_MONEY_KINDS = (PenaltyKind.FINE, PenaltyKind.CONFISCATION, PenaltyKind.WARNING, PenaltyKind.CRITICISM)


def fallen(enforcement: Enforcement) -> bool:
    """Whether the decision on which it rests is gone: revoked, void, or changed after it was begun."""
    case = enforcement.case
    if case.decision_standing in _FALLEN:
        return True
    changed = enforcement.pk is not None and case.decision_standing == Case.Standing.CHANGED
    return changed and Record.objects.filter(matter_id=case.pk, action=f"{case.kind}.keep_result", at__gte=enforcement.opened_at).exists()


@before("enforcement.*", cites=("compulsion-law-40", "reconsideration-law-78"), excepting=("enforcement.end", "enforcement.serve"))
def decision_still_stands(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    case = enforcement.case if enforcement.case_id else None
    if case is None or not fallen(enforcement):
        return None
    standing = case.get_decision_standing_display()
    return f"据以执行的处罚决定已被{standing}，不得再执行原决定。请办理终结执行；变更后的决定不履行的，另行提起。"


@before("enforcement.begin", cites="compulsion-law-34", mend="penalty.serve")
def decision_is_being_performed(enforcement: Enforcement, *, actor: User, at: datetime, given: dict) -> str | None:
    case = enforcement.case
    if given["way"] == Enforcement.Way.CLEAR or (case.decision_served_on and case.stage in PERFORMING[case.kind]):
        return None
    return "处罚决定送达当事人之后、结案之前才能提起强制执行。请先送达决定书。"


@before("enforcement.begin", cites=("compulsion-law-34", "compulsion-law-46"))
def way_is_the_towns(enforcement: Enforcement, *, actor: User, at: datetime, given: dict) -> str | None:
    way, held = given["way"], {row["kind"] for row in enforcement.case.power.enforcement}
    if MONEY in given["covers"] and way != Enforcement.Way.COURT:
        return "法律没有授予本镇强制执行罚款等金钱义务的权力。请选择申请人民法院强制执行。"
    if way in _OWN and way not in held:
        label = Enforcement.Way(way).label
        return f"执法事项清单没有写明法律授予本镇对本事项自行{label}的权力。请选择申请人民法院强制执行，或者先核对清单。"
    return None


@before("enforcement.begin", cites=("compulsion-law-34", "penalty-law-66"))
def something_is_unperformed(enforcement: Enforcement, *, actor: User, at: datetime, given: dict) -> str | None:
    case = enforcement.case
    if MONEY in given["covers"] and not owed(case, local_day(at)).left_yuan:
        return "本案没有欠缴的款项，不能就金钱义务提起强制执行。"
    ordered = CorrectionOrder.objects.filter(matter_id=case.pk, ordered_at__isnull=False).exclude(corrected=True).exists()
    act = ordered or any(row["kind"] not in _MONEY_KINDS for row in case.decided_penalties)
    if ACT in given["covers"] and not act and given["way"] != Enforcement.Way.CLEAR:
        return "处罚决定和责令改正通知书没有尚未履行的行为义务，不能就行为义务提起强制执行。"
    return None


@before("enforcement.begin", cites=("compulsion-law-34", "penalty-law-66", "penalty-law-72.2"))
def time_to_perform_is_over(enforcement: Enforcement, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["way"] == Enforcement.Way.CLEAR:
        return None
    last = given["due_on"]
    if last is None:
        return "请填写决定书确定的履行期限届满日：逾期不履行的才能强制执行。"
    pay_by = money_due_on(enforcement.case) if MONEY in given["covers"] else None
    last = max(filter(None, (last, pay_by)))
    return f"履行期限到 {last} 届满（含批准的延期、分期），期满次日起才能提起强制执行。" if local_day(at) <= last else None


@before("enforcement.begin", cites="compulsion-law-34")
def one_execution_by_one_way_at_a_time(enforcement: Enforcement, *, actor: User, at: datetime, given: dict) -> str | None:
    running = Enforcement.objects.filter(case_id=enforcement.case_id, way=given["way"]).exclude(stage=Stage.ENDED).first()
    return f"本案已有正在办理的{running.get_way_display()}（{running.number}），请在该件中办理。" if running else None
