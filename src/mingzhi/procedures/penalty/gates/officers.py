"""Who may act in a case: two officers, certificates valid that very day, no recusal, nobody deciding on their own request."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine import before
from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.places import handler_ids, who_did
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import without_certificate
from mingzhi.core.organs.prepared import Prepared
from mingzhi.law.provisions import provision

from ..models import Presence, Recusal

#: Asked before every action of a case, so its query is built once.
_RECUSED = Prepared(
    lambda matter, person: Recusal.objects.filter(matter_id=matter, person_id=person, granted=True).order_by().values_list("id")[:1],
    matter=int,
    person=int,
)


@before("penalty.*", "summary.*", cites=("penalty-law-42", "cq-inspection-15"), family=True)
def two_officers_act(case: Any, *, actor: User, at: datetime, given: dict) -> str | None:
    if "officers" not in given:
        return None
    least = provision("penalty-law-42").number("officers", local_day(at))
    if len(given["officers"]) >= least:
        return None
    return f"执法人员不得少于{least}人，现在只有{len(given['officers'])}人。请再选择执法人员。"


#: Where forms say when something was done; it may be put on record later.
_WHEN_DONE = ("from_at", "acted_at", "checked_at", "collected_at", "disposed_at")


@before("penalty.*", "summary.*", cites=("penalty-law-42", "personnel-4", "personnel-7"), family=True)
def certificates_are_valid_that_day(case: Any, *, actor: User, at: datetime, given: dict) -> str | None:
    officers = given.get("officers")
    if not officers:
        return None
    on = local_day(next((given[name] for name in _WHEN_DONE if given.get(name)), at))
    lacking = without_certificate(officers, on)
    return f"{'、'.join(lacking)}在{on}没有有效的行政执法证，不能执法。请换持证人员，或先办理证件。" if lacking else None


@before("penalty.*", "summary.*", cites=("penalty-law-43", "personnel-25", "posts-6.6"), excepting=("penalty.decide_recusal",), family=True)
def actor_is_not_recused(case: Any, *, actor: User, at: datetime) -> str | None:
    if case.pk and _RECUSED.first(matter=case.pk, person=actor.pk):
        return "您在本件中已被决定回避，不得参与调查、讨论、审核和决定。请由其他人员办理。"
    return None


@before("penalty.*", "summary.*", cites=("penalty-law-43", "personnel-25"), family=True)
def officers_are_not_recused(case: Any, *, actor: User, at: datetime, given: dict) -> str | None:
    officers = given.get("officers")
    if not officers or not case.pk:
        return None
    names = list(
        Recusal.objects.filter(matter_id=case.pk, person__in=officers, granted=True).values_list("person__name", flat=True).distinct()
    )
    return f"{'、'.join(names)}在本件中已被决定回避，不得参与调查。请换其他执法人员。" if names else None


@before("penalty.*", "summary.*", cites="town-one-place", family=True)
def nobody_is_in_two_places(case: Any, *, actor: User, at: datetime, given: dict) -> str | None:
    officers, first, last = given.get("officers"), given.get("from_at"), given.get("until_at")
    if not (officers and first and last):
        return None
    clash = Presence.objects.filter(person__in=officers, from_at__lt=last, until_at__gt=first).select_related("person").first()
    if clash is None:
        return None
    return f"{clash.person.name}在这段时间已在“{clash.place}”{clash.what}，不能同时在两处。请核对起止时间或执法人员。"


#: Actions by which somebody decides, with those by which it was asked for.
ASKED_BY = {
    "endorse_filing": ("propose", "revise"),
    "return_filing": ("propose", "revise"),
    "approve_filing": ("propose", "revise", "endorse_filing"),
    "refuse_filing": ("propose", "revise", "endorse_filing"),
    "agree_report": ("report",),
    "return_report": ("report",),
    "endorse_decision": ("propose_decision",),
    "return_decision": ("propose_decision",),
    "approve_deviation": ("report",),
    "decide": ("propose_decision", "endorse_decision"),
    "not_punish": ("report", "propose_decision"),
    "order_correction": ("ask_correction",),
    "return_correction": ("ask_correction",),
    "transfer": ("ask_transfer",),
    "suspend": ("ask_suspension",),
    "resume": ("ask_resumption",),
    "terminate": ("ask_termination",),
    "withdraw": ("ask_withdrawal",),
    "refuse_exit": ("ask_transfer", "ask_suspension", "ask_resumption", "ask_termination", "ask_withdrawal"),
    "decide_deferral": ("ask_deferral",),
    "surcharge": (),
    "demand": (),
    "approve_goods_disposal": ("ask_goods_disposal",),
    "endorse_closing": ("ask_closing",),
    "return_closing": ("ask_closing",),
    "approve_closing": ("ask_closing", "endorse_closing"),
    "approve_sampling": ("ask_sampling",),
    "refuse_sampling": ("ask_sampling",),
    "approve_preservation": ("ask_preservation",),
    "refuse_preservation": ("ask_preservation",),
    "decide_recusal": ("request_recusal",),
    "arrange_hearing": ("ask_hearing",),
    "postpone_hearing": (),
    "end_hearing": (),
}


def separate(code: str, asked_by: tuple[str, ...]) -> None:
    """Keep a deciding action from who handles the matter and from who asked for it, by names of the same procedure's actions."""

    @before(code, cites="town-separation")
    def nobody_decides_on_their_own_request(case: Any, *, actor: User, at: datetime) -> str | None:
        if actor.pk in handler_ids(case):
            return "您是本件承办人，不能审核、审批自己承办的案件。请由其他负责人办理。"
        if actor.pk in who_did(case, *asked_by):
            return "这项请求是您提出或者审核的，不能再由您审批。请由其他负责人办理。"
        return None


for _action, _asked_by in ASKED_BY.items():
    separate(f"penalty.{_action}", _asked_by)
