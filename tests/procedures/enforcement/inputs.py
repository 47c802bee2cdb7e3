"""For every action of an execution: the states in which it is possible, who then does it, and raw input that is valid."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from mingzhi.procedures.penalty.serving import unserved
from tests.cast import Town
from tests.procedures.penalty.raw_input import acting, announce, day, moment, reasons, team, void_paper
from tests.procedures.penalty.story import handing_over
from tests.procedures.samples import Sample, State
from tests.procedures.samples import by as _by

from . import story
from .story import HANDLER, HEAD

CAPTAIN = "luokaifu"

Data = Callable[[Town, Any, datetime], dict[str, Any]]


def _said(**data: Any) -> Data:
    return lambda town, matter, now: data


def _begin(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    """The matter is the case that is to be executed; without one there is nothing to begin with."""
    if matter is None:
        return {}
    case = matter if matter.kind in ("penalty", "summary") else matter.case
    return story.beginning(case, due_on=str(case.pay_by_on) if case.pay_by_on else "2026-04-17", checked_on=day(now))


def _handing_over(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    papers = [paper.pk for paper in unserved(matter)]
    return {"documents": papers, "acted_at": moment(now), **handing_over(officers=team(matter))}


def _hear(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return story.hearing(**acting(now), officers=team(matter))


def _discuss(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return story.discussing(from_at=moment(now - timedelta(minutes=40)), until_at=moment(now))


def _announce(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return {**story.NOTICE, "posted_at": moment(now), "remove_by_on": day(now, 20)}


def _carry_out(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return story.on_the_spot(**acting(now), officers=team(matter), performer_signature=story.DRAWN)


def _agree(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return {**story.AGREEMENT, "steps": [{"by_on": day(now, 30), "content": "缴纳300元"}]}


def _answered(**data: Any) -> Data:
    return lambda town, matter, now: {"on": day(now), **data}


def _finished(words: str) -> Data:
    return lambda town, matter, now: {"on": day(now), "words": words}


_OWN = ("enforcement: demanded", "enforcement: building demanded", "enforcement: order served")
# One row an action, so that the table reads like the regulation beside it.
# fmt: off
INPUTS: dict[str, Sample] = {
    "enforcement.begin": _by(HANDLER, _begin, "overdue", "surcharged"),
    "enforcement.demand": _by(HEAD, _said(**story.DEMAND), "enforcement: begun"),
    "enforcement.serve": _by(HANDLER, _handing_over, "enforcement: demand made", "enforcement: ordered"),
    "enforcement.announce_paper": _by(HANDLER, announce, "enforcement: demand not delivered"),
    "enforcement.complete_announcement": _by(HANDLER, _said(), "enforcement: demand announced"),
    "enforcement.void_paper": _by(CAPTAIN, void_paper, "enforcement: demand made"),
    "enforcement.hear": _by(HANDLER, _hear, "enforcement: demanded"),
    "enforcement.apply_to_court": _by(HEAD, _said(**story.application()), "enforcement: window open"),
    "enforcement.record_acceptance": _by(HANDLER, _answered(accepted="yes", docket="（2026）渝0110行审9号"), "enforcement: applied"),
    "enforcement.record_ruling": _by(HANDLER, _answered(granted="yes", docket="（2026）渝0110行审9号"), "enforcement: accepted"),
    "enforcement.appeal": _by(HEAD, reasons, "enforcement: not accepted"),
    "enforcement.record_appeal": _by(HANDLER, _answered(upheld="yes", reasons="材料齐全。"), "enforcement: appealed"),
    "enforcement.record_result": _by(HANDLER, _answered(result="court_stopped", words="没有可供执行的财产。"), "enforcement: granted"),
    "enforcement.propose": _by(HANDLER, _said(**story.PROPOSAL), "enforcement: building demanded", "enforcement: rubbish demanded"),
    "enforcement.discuss": _by("wangli", _discuss, "enforcement: force reviewed"),
    "enforcement.decide": _by(HEAD, _said(**story.DECISION), "enforcement: force discussed"),
    "enforcement.announce": _by(HANDLER, _announce, "enforcement: order served"),
    "enforcement.order_substitute": _by(HEAD, _said(**story.SUBSTITUTION), "enforcement: rubbish demanded"),
    "enforcement.remind": _by(HANDLER, _answered(), "enforcement: substitution served"),
    "enforcement.carry_out": _by(HANDLER, _carry_out, "enforcement: announced", "enforcement: reminded"),
    "enforcement.conclude": _by(HANDLER, _said(words="已拆除完毕。"), "enforcement: carried out"),
    "enforcement.record_performed": _by(HANDLER, _finished("已自行拆除。"), "enforcement: building demanded", "enforcement: announced"),
    "enforcement.agree": _by(HEAD, _agree, *_OWN),
    "enforcement.keep": _by(HANDLER, _finished("已拆除。"), "enforcement: building agreed"),
    "enforcement.suspend": _by(HEAD, _said(**story.UNABLE), *_OWN),
    "enforcement.resume": _by(HEAD, reasons, "enforcement: suspended", "enforcement: building agreed"),
    "enforcement.end": _by(HEAD, _said(ground="gone", reasons="房屋已经垮塌。"), *_OWN, "enforcement: suspended", "enforcement: granted"),
}
# fmt: on

STATES: dict[str, State] = {
    "enforcement: begun": ("enforcement", story.begun, "2026-04-20 15:00"),
    "enforcement: demand made": ("enforcement", story.demand_made, "2026-04-21 10:00"),
    "enforcement: demand not delivered": ("enforcement", story.not_delivered, "2026-04-21 15:00"),
    "enforcement: demand announced": ("enforcement", story.demand_announced, "2026-05-22 09:00"),
    "enforcement: demanded": ("enforcement", story.demanded, "2026-04-23 10:00"),
    "enforcement: window open": ("enforcement", story.demanded, "2026-10-12 10:00"),
    "enforcement: applied": ("enforcement", story.applied, "2026-10-16 09:00"),
    "enforcement: accepted": ("enforcement", story.accepted, "2026-10-23 09:00"),
    "enforcement: not accepted": ("enforcement", story.not_accepted, "2026-10-26 09:00"),
    "enforcement: appealed": ("enforcement", story.appealed, "2026-11-10 09:00"),
    "enforcement: granted": ("enforcement", story.ruled, "2026-12-10 09:00"),
    "enforcement: building demanded": ("enforcement", story.demolition, "2026-05-11 09:00"),
    "enforcement: force proposed": ("enforcement", story.proposed, "2026-05-09 10:00"),
    "enforcement: force reviewed": ("enforcement", story.force_agreed, "2026-05-11 09:00"),
    "enforcement: force discussed": ("enforcement", story.force_discussed, "2026-05-11 09:00"),
    "enforcement: ordered": ("enforcement", story.ordered, "2026-05-11 15:00"),
    "enforcement: order served": ("enforcement", story.order_served, "2026-05-12 09:00"),
    "enforcement: announced": ("enforcement", story.announced, "2026-10-12 17:00"),
    "enforcement: carried out": ("enforcement", story.carried_out, "2026-10-13 09:00"),
    "enforcement: rubbish demanded": ("enforcement", story.to_substitute, "2026-05-11 09:00"),
    "enforcement: substitution served": ("enforcement", story.substitution_ordered, "2026-05-14 09:00"),
    "enforcement: reminded": ("enforcement", story.reminded, "2026-05-20 15:00"),
    "enforcement: building agreed": ("enforcement", lambda town: story.agreed(town, story.demolition(town)), "2026-06-01 09:00"),
    "enforcement: suspended": ("enforcement", story.suspended, "2026-06-01 09:00"),
    "enforcement: ended": ("enforcement", story.concluded, "2026-10-15 09:00"),
}

ASKED_BY = {f"enforcement.{name}": ("begin",) for name in (
    "demand", "decide", "order_substitute", "apply_to_court", "appeal", "agree", "suspend", "resume", "end",
)}  # fmt: skip

ASKED_BY |= {f"enforcement.{name}": ("begin", "propose") for name in ("decide", "order_substitute")}
BEGUN_ABOVE = {"enforcement.void_paper", "enforcement.discuss"}

__all__ = ["ASKED_BY", "BEGUN_ABOVE", "INPUTS", "STATES"]
