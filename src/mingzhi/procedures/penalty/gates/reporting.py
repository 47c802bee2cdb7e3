"""Before the investigation ends: correction ordered, measures disposed of, a penalty the power allows, with reasons."""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Decimal

from mingzhi.core.engine import before
from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.models import User
from mingzhi.law.fines import PenaltyKind, minor_status
from mingzhi.law.money import yuan

from ..models import Case, CorrectionOrder, Party
from ..queries import fined_beside, power_on
from ..severity import below_range, beyond_power, kinds_of, total

_INDEFINITE = re.compile(r"元\s*(以下|以上|以内|左右|上下)|约\s*[0-9]+\s*元|[0-9]\s*[-~～—至]\s*[0-9]+\s*元")


@before("penalty.report", cites="penalty-law-28", mend="penalty.ask_correction")
def correction_was_ordered(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["uncorrected_because"] or CorrectionOrder.objects.filter(matter_id=case.pk, ordered_at__isnull=False).exists():
        return None
    return "还没有责令当事人改正或者限期改正违法行为。请先责令改正；违法行为已经终止等不能责令改正的，在报告中写明理由。"


@before("penalty.report", cites=("penalty-law-4", "penalty-law-9", "posts-6.3"))
def penalties_are_within_the_power(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    for party in Party.objects.filter(matter_id=case.pk).order_by("id"):
        refused = beyond_power(given["proposed_penalties"], case.power, party.kind)
        if refused:
            return f"{refused}请按执法事项清单的种类和幅度重新拟定。"
    return None


@before("penalty.report", cites=("penalty-law-4", "penalty-law-32", "posts-6.3"))
def a_reduced_fine_names_its_ground(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["reduced_because"] or given["mitigations"]:
        return None
    for party in Party.objects.filter(matter_id=case.pk).order_by("id"):
        refused = below_range(given["proposed_penalties"], case.power, party.kind)
        if refused:
            return f"{refused}没有写明减轻处罚的法定情形，请写明，或者在法定幅度内拟定。"
    return None


@before("penalty.report", cites=("posts-6.3", "posts-6.2", "personnel-21"))
def discretion_gives_reasons(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    if not given["proposed_penalties"] or (given["discretion"] and given["discretion_basis"]):
        return None
    return "拟给予处罚，没有写明裁量的理由和依据的裁量基准。请写明情节、后果、改正情况和适用的档次。"


@before("penalty.report", cites=("penalty-law-5", "posts-6.3"))
def amounts_are_definite(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    for row in given["proposed_penalties"]:
        if _INDEFINITE.search(row["content"]):
            return f"“{row['content']}”不是确定的数额。请写明确定的金额。"
        if row["kind"] not in (PenaltyKind.FINE, PenaltyKind.CONFISCATION) and row["amount_yuan"]:
            return f"{PenaltyKind(row['kind']).title}没有数额，{yuan(Decimal(row['amount_yuan']))}元请填在罚款或者没收一行。"
    return None


@before("penalty.report", cites="penalty-law-28.2")
def unlawful_gain_is_taken_or_said_not_to_be(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    rows = given["proposed_penalties"]
    if not rows or PenaltyKind.CONFISCATION not in case.power.penalty_kinds or PenaltyKind.CONFISCATION in kinds_of(rows):
        return None
    if "违法所得" in f"{given['found']}{given['discretion']}{given['proposal']}":
        return None
    return "违法所得除依法应当退赔的外应当没收。报告没有拟没收，也没有写明没有违法所得或者已经退赔。请查明后写明。"


@before("penalty.report", cites="penalty-law-37")
def law_of_the_day_is_chosen(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    """Only where the list has both versions can they be compared; what lies before the list is judged by people."""
    if not given["proposed_penalties"] or re.search("行为时|新规定|旧规定", given["discretion"]):
        return None
    then, now = power_on(case, case.acted_until_on or local_day(at)), power_on(case, local_day(at))
    if then is None or now is None or then == now:
        return None
    return (
        f"“{case.power.name}”在行为时是{then.version}版，现在是{now.version}版。适用行为时的规定；新规定处罚较轻或者不认为违法的，适用新规定。"
        "请在裁量说明中写明适用的是行为时的规定还是新规定及理由。"
    )


@before("penalty.report", cites="penalty-law-29")
def fines_of_one_act_are_not_added(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    if total(given["proposed_penalties"], PenaltyKind.FINE) is None or "同一违法行为" in given["discretion"]:
        return None
    twin = fined_beside(case)
    if twin is None:
        return None
    return (
        f"当事人同日同地另有一案（{twin}）已处罚款{yuan(twin.fine_yuan)}元。同一违法行为违反多个规定都应罚款的，按罚款数额高的规定处罚，不得再次罚款。"
        "请核对；不是同一违法行为的，在裁量说明中写明理由。"
    )


@before("penalty.report", cites="penalty-law-30")
def age_is_heeded(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    if not given["proposed_penalties"]:
        return None
    for party in Party.objects.filter(matter_id=case.pk, birth_on__isnull=False).order_by("id"):
        status = minor_status(party.birth_on, local_day(case.acted_until_on or at))
        if status == "exempt":
            return f"{party.name}行为时未达到应受处罚的年龄，不予行政处罚，应责令监护人管教。请改为建议不予处罚。"
        if status == "lighter" and not re.search("从轻|减轻", given["discretion"]):
            return f"{party.name}行为时是未成年人，应当从轻或者减轻处罚。裁量说明没有写明如何从轻或者减轻。"
    return None
