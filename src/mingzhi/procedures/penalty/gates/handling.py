"""Before handlers change and recusals are decided; and after a recusal, before anything else: two handlers."""

from __future__ import annotations

from datetime import datetime

from mingzhi.core.engine import before
from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.places import handler_ids, who_did
from mingzhi.core.organs import HEADS
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import holders
from mingzhi.law.provisions import provision

from ..forms.handling import undecided
from ..models import Case, Recusal
from .officers import ASKED_BY

#: What may be done while a case has fewer handlers than the law wants: filing has its own gate, the rest mends it or is not theirs.
_WITHOUT_TWO = (
    "assign", "request_recusal", "decide_recusal", "propose", "revise", "endorse_filing", "return_filing", "approve_filing",
    "refuse_filing", "pay", "reverse_payment", "hand_in", "bank_in", "return_file", "check_file",
)  # fmt: skip


@before("penalty.*", cites="penalty-law-42", mend="penalty.assign", excepting=tuple(f"penalty.{name}" for name in _WITHOUT_TWO))
def two_handlers_remain(case: Case, *, actor: User, at: datetime) -> str | None:
    least = provision("penalty-law-42").number("officers", local_day(at))
    held = len(handler_ids(case))
    return None if held >= least else f"本件现有承办人{held}人，少于{least}人。请先指定承办人员。"


@before("penalty.assign", cites="town-separation")
def new_handlers_decided_nothing_here(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    deciding = who_did(case, *ASKED_BY)
    names = [officer.name for officer in given["officers"] if officer.pk in deciding]
    return f"{'、'.join(names)}在本件中审核或者审批过，不能再作承办人。请指定其他执法人员。" if names else None


@before("penalty.decide_recusal", cites="penalty-law-43.3", mend="penalty.request_recusal")
def recusal_was_requested(case: Case, *, actor: User, at: datetime) -> str | None:
    return None if undecided(case).exists() else "没有等待决定的回避申请。"


@before("penalty.decide_recusal", cites=("penalty-law-43.3", "town-separation"))
def nobody_decides_on_their_own_recusal(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    row = given["recusal"]
    return "申请回避的对象是您本人，不能由您决定。请由其他负责人决定。" if row is not None and row.person_id == actor.pk else None


@before("penalty.decide_recusal", cites=("penalty-law-43.3", "personnel-25"))
def recused_head_leaves_it_to_another(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    """Only where no other head is left does one who must keep out still decide, or nobody ever could."""
    row, kept_out = given["recusal"], set(Recusal.objects.filter(matter_id=case.pk, granted=True).values_list("person_id", flat=True))
    if row is None or actor.pk not in kept_out:
        return None
    kept_out |= {row.person_id, *handler_ids(case), *who_did(case, "request_recusal")}
    heads = {person.pk: person.name for post in HEADS for person in holders(case.authority_id, post, local_day(at))}
    free = "、".join(name for pk, name in heads.items() if pk not in kept_out)
    return f"您在本件中已被决定回避，不得再参与决定。{row.person.name}的回避请由{free}决定。" if free else None


@before("penalty.request_recusal", cites="penalty-law-43")
def recusal_is_not_asked_twice(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    rows = Recusal.objects.filter(matter_id=case.pk, person=given["person"])
    if rows.filter(granted=True).exists():
        return f"{given['person'].name}在本件中已经决定回避，不必再申请。"
    return f"{given['person'].name}的回避申请正在等待决定。" if rows.filter(granted__isnull=True).exists() else None


@before("penalty.agree_report", "penalty.decide", "penalty.not_punish", cites="penalty-law-43.3", mend="penalty.decide_recusal")
def recusals_are_decided(case: Case, *, actor: User, at: datetime) -> str | None:
    waiting = undecided(case).select_related("person").first()
    return f"{waiting.person.name}的回避申请还没有决定。请负责人先决定。" if waiting else None
