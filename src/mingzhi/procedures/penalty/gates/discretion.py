"""Before a fine is proposed and decided: circumstances of the benchmark, reasons and leave for going beyond it, one fine for one act."""

from __future__ import annotations

from datetime import datetime

from mingzhi.core.engine import Already, before
from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.places import last_done
from mingzhi.core.organs.models import User
from mingzhi.law.fines import PenaltyKind

from .. import approving
from ..benchmarks import benchmark_on, deviation, leaves_range, of_a_superior
from ..discussing import last_discussion, outrun
from ..models import Case, Party
from ..severity import Rows, fine_range, kinds_of, total
from .notice import changed

_BENCHMARK = ("personnel-21", "penalty-law-34", "posts-6.3")


@before("penalty.report", cites=_BENCHMARK)
def circumstances_of_the_benchmark_are_ticked(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    benchmark = benchmark_on(case, local_day(at))
    if benchmark is None or given["circumstances"] or PenaltyKind.FINE not in kinds_of(given["proposed_penalties"]):
        return None
    return f"拟罚款，没有勾选裁量情节。请按{benchmark}勾选查明的情节，再定档次和数额。"


@before("penalty.report", cites=_BENCHMARK)
def leaving_the_benchmark_gives_its_reasons(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["deviation_because"]:
        return None
    benchmark = benchmark_on(case, local_day(at))
    why = leaves_range(case, benchmark, given["circumstances"], given["proposed_penalties"], bool(given["mitigations"]))
    return f"{why}。请在幅度内拟定；确需偏离的，写明偏离裁量基准的理由。" if why else None


@before("penalty.approve_deviation", cites=_BENCHMARK)
def there_is_a_deviation_to_approve(case: Case, *, actor: User, at: datetime) -> str | None:
    if deviation(case, case.proposed_penalties) is None:
        return "拟定的数额没有偏离裁量基准，不需要批准。"
    return Already("这一数额的偏离已经批准。") if _approved(case, case.proposed_penalties) else None


@before("penalty.approve_deviation", cites=_BENCHMARK)
def superior_agreed_to_leaving_its_benchmark(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    if not of_a_superior(case.benchmark):
        return None
    lacking = [name for name, there in (("名称、文号", given["superior_paper"]), ("扫描件", given["superior_file"])) if not there]
    if not lacking:
        return None
    return f"{case.benchmark}由上级机关制定，偏离的须经制定机关批准，批准文书随卷保存。还缺批准文书的{'和'.join(lacking)}。"


@before("penalty.decide", cites=_BENCHMARK, mend="penalty.approve_deviation")
def deviation_was_approved_or_discussed(case: Case, *, actor: User, at: datetime) -> str | None:
    return _without_leave(case, case.proposed_penalties)


@before("penalty.decide", cites=_BENCHMARK, mend="penalty.return_decision")
def change_stays_within_the_benchmark(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    return _without_leave(case, given["penalties"]) if changed(case, given) else None


def _approved(case: Case, rows: Rows) -> bool:
    """Whether the mayor gave leave for this fine since the last report."""
    row, report = approving.granted(case, "deviation", str(total(rows, PenaltyKind.FINE))), last_done(case, "report")
    return row is not None and row.decided_at is not None and (report is None or row.decided_at >= report.at)


def _without_leave(case: Case, rows: Rows) -> str | None:
    how = deviation(case, rows)
    if how is None or _approved(case, rows):
        return None
    if of_a_superior(case.benchmark):
        return f"{how}。偏离上级机关制定的裁量基准，须经制定机关批准，由镇长登记批准后才能作出决定。"
    row = last_discussion(case)
    if row is not None and not outrun(case, row):
        return None
    return f"{how}。偏离裁量基准的，须经镇长批准或者集体讨论，才能作出决定。"


# 同一违法行为违反多个规定


@before("penalty.report", cites="penalty-law-29")
def higher_fine_of_several_laws_applies(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    if PenaltyKind.FINE not in kinds_of(given["proposed_penalties"]):
        return None
    for kind in dict.fromkeys(Party.objects.filter(matter_id=case.pk).order_by("id").values_list("kind", flat=True)):
        own = fine_range(case.power, kind)[1]
        for other in given["also_violated"]:
            most = fine_range(other, kind)[1]
            if PenaltyKind.FINE in other.penalty_kinds and own is not None and (most is None or most > own):
                highest = "没有上限" if most is None else f"最高{most}元"
                return (
                    f"同一行为还违反“{other.name}”，罚款{highest}，高于本案适用的“{case.power.name}”（最高{own}元）。"
                    "应当按照罚款数额高的规定处罚，请撤销立案后按该事项重新立案。"
                )
    return None


@before("penalty.report", cites="penalty-law-29")
def one_act_is_fined_once(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    fines = kinds_of(given["proposed_penalties"]).count(PenaltyKind.FINE)
    if fines < 2 or not given["also_violated"]:
        return None
    return f"同一行为违反多个规定，拟了{fines}项罚款。对同一违法行为不得给予两次以上罚款，请只保留一项。"
