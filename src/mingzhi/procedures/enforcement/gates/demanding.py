"""The demand: made once at a time, handed over in a lawful way, answered. Serves compulsion-law-35, 36, 38."""

from __future__ import annotations

from datetime import datetime

from mingzhi.core.engine import before
from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.models import User
from mingzhi.procedures.penalty.gates.officers import separate
from mingzhi.procedures.penalty.gates.service import lay_on_service

from ..models import Enforcement, Plea
from ..times import DEMAND_CODE, demand_ends, paper_of, served_on

#: Who decides did not handle the case nor ask for it.
for _name, _asked_by in {
    "demand": ("begin",), "decide": ("begin", "propose"), "order_substitute": ("begin", "propose"), "apply_to_court": ("begin",), "appeal": ("begin",),
    "agree": ("begin",), "suspend": ("begin",), "resume": ("begin",), "end": ("begin",),
}.items():  # fmt: skip
    separate(f"enforcement.{_name}", _asked_by)


@before("enforcement.demand", cites="compulsion-law-52", mend="enforcement.order_substitute")
def what_is_cleared_at_once_is_not_demanded(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    if enforcement.way != Enforcement.Way.CLEAR:
        return None
    return "需要立即清除的，当事人不能清除的可以立即代履行，不必催告。请作出代履行决定。"


@before("enforcement.demand", cites="compulsion-law-35", mend="enforcement.serve")
def one_demand_is_enough(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    paper = paper_of(enforcement, DEMAND_CODE, "demand")
    if paper is None:
        return None
    if served_on(paper) is None:
        return f"催告书（{paper.number}）尚未送达。请先送达，不必再作催告。"
    last = demand_ends(enforcement)
    if last and local_day(at) <= last:
        return f"催告书已送达，履行期限到 {last} 届满，期满之前不必再作催告。"
    plea = Plea.objects.filter(matter_id=enforcement.pk, heard_at__gt=paper.made_at).last()
    if plea is not None and plea.answer != Plea.Answer.REJECTED:
        return None
    return f"催告书已送达，履行期限已于 {last} 届满，不必再作催告。请进入下一环节；采纳了陈述申辩、情况有变化的，才重新催告。"


@before("enforcement.hear", cites="compulsion-law-36", mend="enforcement.demand")
def party_was_called_upon(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    return None if demand_ends(enforcement) else "催告书还没有送达当事人。当事人收到催告书后有权陈述和申辩，请先催告并送达。"


lay_on_service("enforcement", "compulsion-law-38")
