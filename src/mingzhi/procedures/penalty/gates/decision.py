"""Before a decision: told and heard, every statement answered, nothing heavier, endorsed, corrected, reviewed where it must be."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from django.utils import timezone

from mingzhi.core.engine import before
from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.models import User
from mingzhi.law.fines import limitation_ends
from mingzhi.law.provisions import provision

from .. import approving
from ..filling.evidence import evidence_list
from ..grounds import Ground
from ..models import Case
from ..queries import earlier_cases
from ..severity import heavier
from .notice import DECIDING, age_status, changed, parties_of, statements_since_told, unreviewed, window_ends

#: Words of a notice, which a decision no longer uses; 模拟 and 虚拟 are others.
_INTENDED = re.compile(r"(?<![模虚])拟(作出|给予|处|决定|对)")


@before(*DECIDING, cites=("penalty-law-44", "penalty-law-62", "disclosure-6.2", "posts-6.1"), mend="penalty.notify")
def party_was_told(case: Case, *, actor: User, at: datetime) -> str | None:
    if case.told_penalties:
        return None
    return "尚未事先告知当事人拟作出的处罚内容及事实、理由、依据和陈述申辩的权利，不得作出处罚决定。"


@before(*DECIDING, cites=("penalty-law-44", "penalty-law-62", "disclosure-6.2"), mend="penalty.serve")
def notice_was_served(case: Case, *, actor: User, at: datetime) -> str | None:
    return "事先告知书已经制作，尚未送达当事人。" if case.told_penalties and case.told_on is None else None


@before(*DECIDING, cites=("penalty-law-62", "town-statement-window"), mend="penalty.hear_statement")
def party_was_heard_or_its_window_is_over(case: Case, *, actor: User, at: datetime) -> str | None:
    ends = window_ends(case)
    if ends is None or at > ends or statements_since_told(case):
        return None
    words = provision("town-statement-window").period(local_day(at)).text
    return f"陈述申辩期（{words}）到{timezone.localtime(ends):%Y-%m-%d}届满，当事人尚未陈述申辩，也没有书面放弃。请期满后再办。"


@before(*DECIDING, cites="penalty-law-45", mend="penalty.review_statement")
def every_statement_is_answered(case: Case, *, actor: User, at: datetime) -> str | None:
    waiting = unreviewed(case)
    names = "、".join(f"{row.made_by}（{timezone.localtime(row.made_at):%m-%d}）" for row in waiting)
    return f"{names}的陈述申辩尚未复核。对当事人提出的事实、理由和证据应当进行复核并说明是否采纳的理由。" if waiting else None


@before(*DECIDING, cites="penalty-law-45.2", mend="penalty.notify")
def proposal_is_not_heavier_than_told(case: Case, *, actor: User, at: datetime) -> str | None:
    return _heavier(case, case.proposed_penalties)


@before(*DECIDING, cites="penalty-law-45.2", mend="penalty.notify")
def change_is_not_heavier_than_told(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    return _heavier(case, given["penalties"]) if changed(case, given) else None


def _heavier(case: Case, rows: Any) -> str | None:
    why = heavier(rows, case.told_penalties) if case.told_penalties else None
    return f"比告知的处罚重：{why}。不得因陈述、申辩给予更重的处罚；有新的事实的，请退回后重新告知。" if why else None


@before(*DECIDING, "penalty.not_punish", cites=("penalty-law-40", "penalty-law-46", "posts-6.1"), mend="penalty.return_report")
def facts_rest_on_evidence(case: Case, *, actor: User, at: datetime) -> str | None:
    lacking = [name for name, there in (("查明的事实", case.found), ("证据", evidence_list(case))) if not there]
    return f"本件没有{'和'.join(lacking)}。违法事实不清、证据不足的，不得作出决定。请退回补充调查。" if lacking else None


@before(*DECIDING, cites="penalty-law-28", mend="penalty.return_report")
def correction_was_ordered(case: Case, *, actor: User, at: datetime) -> str | None:
    if case.uncorrected_because or case.penalty_correctionorders.filter(ordered_at__isnull=False).exists():
        return None
    return "本件没有责令改正违法行为，也没有写明不能责令改正的理由。实施行政处罚时应当责令当事人改正或者限期改正。"


@before(*DECIDING, cites=("penalty-law-30", "posts-6.3"), mend="penalty.return_report")
def minors_are_treated_more_lightly(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    if age_status(case, local_day(at)) != "lighter" or any(
        word in case.discretion + given.get("lighter_reasons", "") for word in ("从轻", "减轻")
    ):
        return None
    numbers = provision("penalty-law-30")
    on = local_day(at)
    return (
        f"当事人行为时已满{numbers.number('exempt_under', on)}周岁不满{numbers.number('lighter_under', on)}周岁，应当从轻或者减轻处罚。"
        "请在“从轻、减轻的理由”中写明如何从轻或者减轻。"
    )


@before("penalty.decide", cites="recording-8.2", mend="penalty.endorse_decision")
def brigade_gave_its_opinion_on_the_decision(case: Case, *, actor: User, at: datetime) -> str | None:
    asked = approving.pending(case, "decision")
    return None if asked and asked.endorsed_by_id else "承办机构（大队）尚未对拟作出的决定签署意见。"


@before("penalty.decide", cites="penalty-law-59", mend="penalty.return_decision")
def decision_speaks_as_a_decision(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    texts = [case.found, case.discretion, given.get("performance", ""), *(row["content"] for row in given["penalties"])]
    found = next(filter(None, map(_INTENDED.search, texts)), None)
    return f"决定书的内容中有“{found[0]}”，决定不能写成告知时的“拟……”。请改写后再作出决定。" if found else None


# 不予处罚: each ground with what it needs.


@before("penalty.not_punish", cites="penalty-law-30")
def child_is_under_the_age(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["ground"] != Ground.CHILD:
        return None
    if age_status(case, local_day(at)) != "exempt":
        return "当事人行为时已达到责任年龄（或者没有出生日期），不适用不满十四周岁不予处罚。请核对出生日期和行为日期。"
    return None if given["guardian_told"] and given["guardian"] else "应当责令监护人加以管教。请填写监护人姓名和责令情况。"


@before("penalty.not_punish", cites="penalty-law-31")
def mental_state_is_proved(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["ground"] != Ground.MENTAL:
        return None
    lacking = [
        name
        for name, there in (
            ("精神状况的鉴定意见或者诊断证明", given["proof"]),
            ("责令监护人看管、治疗的情况", given["guardian_told"] and given["guardian"]),
        )
        if not there
    ]
    return f"以不能辨认或者控制自己行为为由不予处罚，还缺：{'、'.join(lacking)}。" if lacking else None


_SLIGHT = (("slight", "违法行为轻微"), ("corrected", "及时改正"), ("harmless", "没有造成危害后果"))
_FIRST = (("slight_harm", "危害后果轻微"), ("corrected", "及时改正"))


def _unticked(given: dict, facts: tuple[tuple[str, str], ...]) -> list[str]:
    return [title for name, title in facts if not given[name]]


@before("penalty.not_punish", cites="penalty-law-33")
def slight_offence_has_its_three_facts(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    lacking = _unticked(given, _SLIGHT) if given["ground"] == Ground.SLIGHT else []
    return f"轻微不罚须三项事实齐备，还缺：{'、'.join(lacking)}。" if lacking else None


@before("penalty.not_punish", cites=("penalty-law-33-first", "town-first-offence"))
def first_offence_is_the_first(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["ground"] != Ground.FIRST:
        return None
    lacking = _unticked(given, _FIRST)
    if lacking:
        return f"首违不罚还缺：{'、'.join(lacking)}。"
    earlier = None
    for party in parties_of(case):
        same = earlier_cases(party, case.authority_id, local_day(at)).filter(power__code=case.power.code)
        earlier = earlier or same.first()
    return f"当事人不是初次违法：{earlier.decided_on}曾因同类违法被处理（{earlier.title}），不适用首违不罚。" if earlier else None


@before("penalty.not_punish", cites="penalty-law-33.2")
def absence_of_fault_is_proved(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["ground"] != Ground.NO_FAULT or given["proof"]:
        return None
    return "没有主观过错须由当事人提供证据足以证明。请填写当事人提供的证据。"


@before("penalty.not_punish", cites="penalty-law-36")
def limitation_is_over(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["ground"] != Ground.LIMITATION:
        return None
    if case.acted_until_on is None:
        return "违法行为没有终了日期，仍在连续或者继续的，时效尚未起算，不能以超过时效为由不予处罚。"
    last = limitation_ends(case.acted_until_on, case.endangers_life)
    return (
        None if case.discovered_on > last else f"违法行为{case.acted_until_on}终了，时效至{last}，{case.discovered_on}发现时没有超过时效。"
    )
