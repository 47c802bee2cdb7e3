"""Before the organ decides or the court is asked: the demand reached the party, ran out, and nothing the party said was right."""

from __future__ import annotations

from datetime import datetime

from mingzhi.core.engine import before
from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.models import User

from ..models import Enforcement, Order, Plea
from ..times import demand_ends, demand_of

Way = Enforcement.Way
FORCING = ("enforcement.propose", "enforcement.decide", "enforcement.order_substitute", "enforcement.apply_to_court")


def _is(enforcement: Enforcement, *ways: str) -> str | None:
    """A sentence where the matter goes another way."""
    if enforcement.way in ways:
        return None
    wanted = "、".join(Way(way).label for way in ways)
    return f"本件提起的是{enforcement.get_way_display()}，这个环节只用于{wanted}。"


@before("enforcement.decide", "enforcement.announce", cites=("compulsion-law-37", "compulsion-law-44"))
def a_building_is_taken_down(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    return _is(enforcement, Way.DEMOLISH)


@before("enforcement.propose", cites=("compulsion-law-37", "compulsion-law-51"))
def the_organ_itself_is_to_force(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    return _is(enforcement, Way.DEMOLISH, Way.SUBSTITUTE)


@before("enforcement.order_substitute", cites=("compulsion-law-50", "compulsion-law-52"))
def somebody_else_is_to_do_it(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    return _is(enforcement, Way.SUBSTITUTE, Way.CLEAR)


@before("enforcement.remind", cites="compulsion-law-51")
def substitution_was_ordered(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    return _is(enforcement, Way.SUBSTITUTE)


@before("enforcement.apply_to_court", cites="compulsion-law-53")
def the_court_is_to_execute(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    return _is(enforcement, Way.COURT)


@before(*FORCING, cites=("compulsion-law-35", "compulsion-law-54"), mend="enforcement.demand")
def demand_has_reached_the_party(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    if enforcement.way == Way.CLEAR or demand_ends(enforcement):
        return None
    paper = demand_of(enforcement)
    return f"催告书（{paper.number}）还没有送达当事人。请先送达。" if paper else "还没有书面催告当事人履行。请先作出催告书并送达。"


@before("enforcement.apply_to_court", cites=("compulsion-law-54", "compulsion-law-69"))
def ten_days_after_the_demand_are_over(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    return _too_early(enforcement, at) if enforcement.way == Way.COURT else None


@before("enforcement.propose", "enforcement.decide", "enforcement.order_substitute", cites=("compulsion-law-37", "town-demand-period"))
def time_given_by_the_demand_is_over(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    return _too_early(enforcement, at) if enforcement.way in (Way.DEMOLISH, Way.SUBSTITUTE) else None


def _too_early(enforcement: Enforcement, at: datetime) -> str | None:
    last = demand_ends(enforcement)
    if last is None or local_day(at) > last:
        return None
    return f"催告书给予的履行期限到 {last} 届满，期满仍不履行的，次日起才能办理。"


@before(*FORCING, cites=("compulsion-law-36", "compulsion-law-37"), mend="enforcement.end")
def party_was_not_right(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    plea = Plea.objects.filter(matter_id=enforcement.pk).last()
    demand = demand_of(enforcement)
    if plea is None or plea.answer != Plea.Answer.ACCEPTED or (demand and demand.made_at > plea.heard_at):
        return None
    return f"{plea}成立，已予采纳，不能再强制执行。请终结执行；情况有变化的，重新催告。"


@before("enforcement.order_substitute", cites=("compulsion-law-50", "compulsion-law-52"))
def harm_fits_the_way(enforcement: Enforcement, *, actor: User, at: datetime, given: dict) -> str | None:
    at_once = given["harm"] == Order.Harm.ROAD
    if enforcement.way == Way.CLEAR and not at_once:
        return "立即代履行只用于清除道路、河道、航道或者公共场所的遗洒物、障碍物、污染物。其他情形请按代履行先催告。"
    if enforcement.way == Way.SUBSTITUTE and at_once:
        return "本件按代履行办理，后果应当是危害交通安全、造成环境污染或者破坏自然资源。需要立即清除的，请另行提起立即代履行。"
    return None
