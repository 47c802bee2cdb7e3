"""Before a seizure is asked for or done at once: the power, the law, the case, and the things."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from mingzhi.core.engine import before
from mingzhi.core.organs.models import User
from mingzhi.procedures.penalty.gates.officers import separate
from mingzhi.procedures.penalty.models import Power
from mingzhi.procedures.penalty.stages import Stage as CaseStage

from ..actions.measures import basis_of
from ..models import Seizure
from ..stages import ENDS

_OPENINGS = ("seizure.ask", "seizure.seize_at_once")
#: Stages of a case at which something may still have to be found out or kept from being carried away.
_UNDER_WAY = (CaseStage.INVESTIGATION, CaseStage.REPORTED, CaseStage.NOTICE, CaseStage.DECISION)

separate("seizure.approve", ("ask",))
separate("seizure.refuse", ("ask",))
separate("seizure.approve_afterwards", ("seize_at_once",))
separate("seizure.refuse_afterwards", ("seize_at_once",))
separate("seizure.approve_extension", ("ask_extension",))
separate("seizure.refuse_extension", ("ask_extension",))
separate("seizure.release", ())


@before(*_OPENINGS, cites=("compulsion-law-17", "penalty-law-20"))
def power_is_the_towns_own(seizure: Seizure, *, actor: User, at: datetime) -> str | None:
    if not seizure.case_id or seizure.case.power.kind != Power.Kind.ENTRUSTED:
        return None
    return f"“{seizure.case.power.name}”是委托的执法事项，行政强制措施权不得委托。需要查封、扣押的，请移交{seizure.case.power.issuer}办理。"


@before(*_OPENINGS, cites="compulsion-law-17")
def law_gives_the_measure(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> str | None:
    if not seizure.case_id or basis_of(seizure.case, given["measure"]):
        return None
    word = Seizure.Measure(given["measure"]).label
    return f"执法事项清单没有载明法律、法规授权本镇对“{seizure.case.power.name}”采取{word}措施，不得实施。请改用其他调查手段。"


@before(*_OPENINGS, "seizure.approve", "seizure.seize", cites="compulsion-law-18")
def case_is_under_way(seizure: Seizure, *, actor: User, at: datetime) -> str | None:
    if not seizure.case_id or seizure.case.stage in _UNDER_WAY:
        return None
    return f"案件现在的环节是“{CaseStage(seizure.case.stage).label}”。查封、扣押只能在立案之后、作出决定之前采取。"


@before(*_OPENINGS, cites="compulsion-law-23")
def only_what_belongs_to_the_breach(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["only_related"]:
        return None
    return "没有确认只涉及涉案的场所、设施、财物。与违法行为无关的不得查封、扣押，请核对清单后如实勾选。"


@before(*_OPENINGS, cites="compulsion-law-23")
def necessities_are_left(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["no_necessities"]:
        return None
    return "没有确认不含生活必需品。不得查封、扣押公民个人及其所扶养家属的生活必需品，请核对清单后如实勾选。"


@before(*_OPENINGS, cites="compulsion-law-23")
def nothing_is_held_twice(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> str | None:
    if not given["not_held_elsewhere"]:
        return "没有确认未被其他国家机关查封、扣押。已被其他国家机关依法查封的，不得重复查封，请核实后如实勾选。"
    held = Seizure.objects.filter(authority_id=actor.authority_id).exclude(stage__in=ENDS).exclude(pk=seizure.pk)
    for other in held.order_by("id"):
        same = sorted(_same(seizure, given["goods"], other))
        if same:
            return f"{'、'.join(same)}已在{other.number}中{other.get_measure_display()}，不得重复查封、扣押。请从清单中去掉。"
    return None


def _same(seizure: Seizure, goods: Iterable[dict[str, Any]], other: Seizure) -> set[str]:
    """Names of things that the other seizure holds: by mark anywhere, by name and model within the same case."""
    marks = {row["mark"] for row in other.goods if row.get("mark")}
    plain = (
        {(row["name"], row.get("spec", "")) for row in other.goods if not row.get("mark")} if other.case_id == seizure.case_id else set()
    )
    return {row["name"] for row in goods if row["mark"] in marks or (not row["mark"] and (row["name"], row["spec"]) in plain)}
