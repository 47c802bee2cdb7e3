"""What the case may not do because of seizures: turn things kept as evidence into things seized by a word, or close while things are held."""

from __future__ import annotations

from datetime import datetime

from mingzhi.core.engine import before
from mingzhi.core.organs.models import User
from mingzhi.procedures.penalty.models import Case, Power

from ..models import Seizure
from ..stages import ENDS, Stage


@before("penalty.dispose_preserved", cites=("compulsion-law-17", "compulsion-law-18"), mend="seizure.ask")
def things_kept_are_seized_by_a_seizure(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    """The disposal names what a seizure has done; it seizes nothing itself."""
    for measure in Seizure.Measure:
        names = {row["name"] for row in given["disposals"] if row["disposal"] == measure.label}
        if not names:
            continue
        if case.power.kind == Power.Kind.ENTRUSTED:
            return f"委托的执法事项不得实施{measure.label}。请改选其他处理方式。"
        held = Seizure.objects.filter(case=case, measure=measure, stage__in=(Stage.URGENT, Stage.HELD))
        left = names - {row["name"] for seizure in held for row in seizure.goods}
        if left:
            return f"{'、'.join(sorted(left))}还没有{measure.label}。{measure.label}须经负责人批准并依法实施，请先申请并实施{measure.label}，再登记处理。"
    return None


@before("penalty.ask_closing", "penalty.approve_closing", cites=("compulsion-law-27", "compulsion-law-28"), mend="seizure.release")
def nothing_is_held_at_closing(case: Case, *, actor: User, at: datetime) -> str | None:
    held = Seizure.objects.filter(case=case).exclude(stage__in=ENDS).order_by("id").first()
    if held is None:
        return None
    if held.stage in (Stage.ASKED, Stage.APPROVED):
        return f"{held.number}（{held.title}）还没有实施。请先在该件中办理“不再实施”。"
    return f"{held.number}（{held.title}）还没有办结。请先解除并退还，或者依处罚决定没收、随案移送。"
