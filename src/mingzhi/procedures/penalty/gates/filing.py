"""Before a case is filed: a power in force, the limitation not over, not filed already, asked for and endorsed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine import before
from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.places import handler_ids
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import without_certificate
from mingzhi.law.fines import limitation_ends

from .. import approving
from ..models import Case, Party, Power


def _power_refusal(power: Power, on: Any) -> str | None:
    if power.valid_on(on):
        return None
    place = f"请移送给{power.hand_to}。" if power.hand_to else "请在线索中移送有管辖权的机关。"
    return f"“{power.name}”（{power.version}）在{on}不在本镇执法事项清单的有效期内，不能据此立案。{place}"


@before(
    "penalty.propose", "penalty.revise", "summary.punish", cites=("penalty-law-17", "personnel-19-list", "personnel-18", "cq-powers-2025")
)
def chosen_power_is_in_force(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    return _power_refusal(given["power"], local_day(at))


@before(
    "penalty.approve_filing", cites=("penalty-law-17", "personnel-19-list", "personnel-18", "cq-powers-2025"), mend="penalty.return_filing"
)
def power_is_in_force_on_the_filing_day(case: Case, *, actor: User, at: datetime) -> str | None:
    return _power_refusal(case.power, local_day(at))


@before("penalty.propose", "penalty.revise", "summary.punish", cites="penalty-law-36")
def limitation_is_not_over(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    ended = given.get("acted_until_on")
    if ended is None:
        return None
    last = limitation_ends(ended, given.get("endangers_life", False))
    discovered = given.get("discovered_on") or local_day(at)
    if discovered <= last:
        return None
    return f"违法行为{ended}终了，至{last}已过追究时效，{discovered}才发现，不再给予行政处罚。请登记不予处罚的理由。"


@before("penalty.propose", "summary.punish", cites=("penalty-law-29", "penalty-law-25"))
def act_is_not_filed_already(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    rows = Party.objects.filter(
        identifier=given["party_identifier"], matter__authority_id=actor.authority_id, matter__closed_at__isnull=True
    )
    twin = (
        Case.objects.filter(pk__in=rows.values("matter"), power__code=given["power"].code, acted_from_on=given["acted_from_on"])
        .exclude(pk=case.pk)
        .first()
    )
    return f"同一当事人的同一违法行为已经立案（{twin}），不能再立一案。请在原案中办理。" if twin else None


@before(
    "penalty.endorse_filing",
    "penalty.return_filing",
    "penalty.approve_filing",
    "penalty.refuse_filing",
    cites="penalty-law-54",
    mend="penalty.revise",
)
def filing_was_asked_for(case: Case, *, actor: User, at: datetime) -> str | None:
    return None if approving.pending(case, "filing") else "立案审批表已退回，尚未重新提请。请承办人修改后再提请。"


@before("penalty.approve_filing", cites="recording-8.2", mend="penalty.endorse_filing")
def brigade_gave_its_opinion(case: Case, *, actor: User, at: datetime) -> str | None:
    asked = approving.pending(case, "filing")
    return "承办机构（大队）尚未签署意见。" if asked and asked.endorsed_by_id is None else None


@before("penalty.revise", cites="penalty-law-54")
def proposal_was_sent_back(case: Case, *, actor: User, at: datetime) -> str | None:
    return "立案审批正在进行，没有被退回，不必修改。" if approving.pending(case, "filing") else None


@before("penalty.approve_filing", cites=("penalty-law-42", "personnel-4"), mend="penalty.return_filing")
def handlers_hold_certificates_on_the_filing_day(case: Case, *, actor: User, at: datetime) -> str | None:
    lacking = without_certificate(User.objects.filter(pk__in=handler_ids(case)), local_day(at))
    return f"承办人{'、'.join(lacking)}今天没有有效的行政执法证。请退回更换承办人。" if lacking else None


@before("clue.become_case", cites="penalty-law-54", mend="penalty.propose")
def a_case_was_proposed_from_it(clue: Any, *, actor: User, at: datetime) -> str | None:
    return None if Case.objects.filter(from_clue=clue.pk).exists() else "尚未据此提请立案。提请立案后，线索自动转为案件。"
