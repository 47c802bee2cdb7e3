"""For every action of a seizure: the states in which it is possible, who then does it, and raw input that is valid."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from mingzhi.procedures.compulsion.models import Seizure
from mingzhi.procedures.penalty.models import Case
from mingzhi.procedures.penalty.serving import unserved
from tests.cast import Town
from tests.procedures.penalty.raw_input import acting, announce, day, moment, opinion, reasons, void_paper
from tests.procedures.samples import Sample, State
from tests.procedures.samples import by as _by

from . import story

HANDLER, HEAD, CLERK = story.HANDLER, story.HEAD, story.CLERK
#: Things that no seizure of the samples holds.
_OTHER = [{"name": "遮阳伞", "quantity": "2", "unit": "把"}]


def _opening(make: Callable[..., dict[str, Any]]) -> Callable[[Town, Any, datetime], dict[str, Any]]:
    """The matter is the case in which something is to be seized, or a seizure of it; without one there is nothing to seize."""

    def data(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
        if matter is None:
            return {}
        case = matter.case if isinstance(matter, Seizure) else matter
        found = make(case, goods=_OTHER)
        return found if "from_at" not in found else found | acting(now)

    return data


def _seize(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return story.on_the_spot(**acting(now))


def _keep(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return {"event": "checked", "acted_at": moment(now, -5), "place": "镇执法大队证物室", "custodian": "王丽", "condition": "完好"}


def _send(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return story.told_time(until_on=day(now, 5))


def _done(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return {"done_on": day(now), "result": "合格。"}


def _deliver(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    papers = [paper.pk for paper in unserved(matter)] if isinstance(matter, Seizure) else []
    return story.delivering(matter, moment(now), documents=papers) if papers else {}


def _release(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return {"ground": "other", "reasons": "当事人已经改正。"}


def _back(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return story.returning(moment(now))


def _over(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    told = {"receiver": "綦江区公安局", "receipt": "綦公收〔2026〕1号", "told_how": "送达告知书"}
    return {**told, "handed_on": day(now)}


def _sell(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return story.carrying_out(moment(now))


def _money_in(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return {"amount_yuan": "1600", "receipt_number": "渝财0008", "banked_on": day(now)}


def _money_back(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return story.money_back(day(now))


# One row an action, so that the table reads like the statute beside it.
# fmt: off
INPUTS: dict[str, Sample] = {
    "seizure.ask": _by(HANDLER, _opening(story.wanted), "stall"),
    "seizure.approve": _by(HEAD, opinion, "seizure: asked"),
    "seizure.refuse": _by(HEAD, reasons, "seizure: asked"),
    "seizure.drop": _by(HANDLER, reasons, "seizure: asked", "seizure: approved"),
    "seizure.seize": _by(HANDLER, _seize, "seizure: approved"),
    "seizure.seize_at_once": _by(HANDLER, _opening(story.at_once), "stall"),
    "seizure.approve_afterwards": _by(HEAD, opinion, "seizure: urgent"),
    "seizure.refuse_afterwards": _by(HEAD, reasons, "seizure: urgent"),
    "seizure.keep_custody": _by(HANDLER, _keep, "seizure: held", "seizure: urgent", "seizure: released"),
    "seizure.send_for_testing": _by(HANDLER, _send, "seizure: held"),
    "seizure.testing_done": _by(HANDLER, _done, "seizure: tested"),
    "seizure.ask_extension": _by(HANDLER, reasons, "seizure: held"),
    "seizure.approve_extension": _by(HEAD, opinion, "seizure: extension asked"),
    "seizure.refuse_extension": _by(HEAD, reasons, "seizure: extension asked"),
    "seizure.serve": _by(HANDLER, _deliver, "seizure: released"),
    "seizure.announce_paper": _by(HANDLER, announce, "seizure: release not delivered"),
    "seizure.complete_announcement": _by(HANDLER, lambda town, matter, now: {}, "seizure: release announced"),
    "seizure.void_paper": _by("luokaifu", void_paper, "seizure: released"),
    "seizure.release": _by(HEAD, _release, "seizure: held", "seizure: urgent", "seizure: to be lifted"),
    "seizure.hand_back": _by(HANDLER, _back, "seizure: delivered"),
    "seizure.confiscate": _by(HANDLER, lambda town, matter, now: {"taken": [{"name": "烧烤炉"}]}, "seizure: in a case that confiscates"),
    "seizure.hand_over": _by(HANDLER, _over, "seizure: in a case handed over"),
    "seizure.ask_disposal": _by(HANDLER, lambda town, matter, now: story.selling(), "seizure: with fish"),
    "seizure.approve_disposal": _by(HEAD, opinion, "seizure: disposal asked"),
    "seizure.refuse_disposal": _by(HEAD, reasons, "seizure: disposal asked"),
    "seizure.carry_out_disposal": _by(HANDLER, _sell, "seizure: disposal approved"),
    "seizure.register_proceeds": _by(CLERK, _money_in, "seizure: sold", "seizure: sold and released"),
    "seizure.return_proceeds": _by(CLERK, _money_back, "seizure: money to return"),
}
# fmt: on


def _to_be_lifted(town: Town) -> Seizure:
    return story.act(town, "refuse_afterwards", story.urgent(town), HEAD, "2026-03-04 16:00", reasons="不属于紧急情况。").matter


def _of_a_case(**known: Any) -> Callable[[Town], Seizure]:
    def make(town: Town) -> Seizure:
        seizure = story.held(town)
        Case.objects.filter(pk=seizure.case_id).update(**known)
        return Seizure.objects.get(pk=seizure.pk)

    return make


STATES: dict[str, State] = {
    "stall": ("penalty", story.stall, "2026-03-04 09:00"),
    "seizure: asked": ("seizure", story.asked, "2026-03-04 09:30"),
    "seizure: approved": ("seizure", story.approved, "2026-03-04 12:00"),
    "seizure: urgent": ("seizure", story.urgent, "2026-03-04 16:00"),
    "seizure: to be lifted": ("seizure", _to_be_lifted, "2026-03-04 17:00"),
    "seizure: held": ("seizure", story.held, "2026-03-10 09:00"),
    "seizure: tested": ("seizure", story.sent_for_testing, "2026-03-12 09:00"),
    "seizure: extension asked": ("seizure", story.extension_asked, "2026-04-01 10:00"),
    "seizure: released": ("seizure", story.released, "2026-03-25 10:00"),
    "seizure: release not delivered": ("seizure", lambda town: story.not_delivered(town, story.released(town)), "2026-03-26 10:00"),
    "seizure: release announced": ("seizure", story.announced, "2026-04-26 09:00"),
    "seizure: delivered": ("seizure", lambda town: story.delivered(town, story.released(town)).matter, "2026-03-25 11:00"),
    "seizure: with fish": ("seizure", story.fish_held, "2026-03-05 09:00"),
    "seizure: disposal asked": ("seizure", story.disposal_asked, "2026-03-05 10:00"),
    "seizure: disposal approved": ("seizure", lambda town: story.disposal_approved(town).matter, "2026-03-05 15:00"),
    "seizure: sold": ("seizure", lambda town: story.sold(town).matter, "2026-03-06 09:00"),
    "seizure: sold and released": ("seizure", lambda town: story.released(town, story.sold(town).matter), "2026-03-25 10:00"),
    "seizure: money to return": ("seizure", lambda town: story.released(town, story.money_in(town)), "2026-03-25 10:00"),
    "seizure: in a case that confiscates": (
        "seizure",
        _of_a_case(decided_penalties=[{"kind": "confiscation", "content": "没收烧烤炉"}], decision_number="綦石壕府罚字〔2026〕1号"),
        "2026-03-20 09:00",
    ),
    "seizure: in a case handed over": ("seizure", _of_a_case(outcome="transferred"), "2026-03-20 09:00"),
}

ASKED_BY = {
    "seizure.approve": ("ask",),
    "seizure.refuse": ("ask",),
    "seizure.approve_afterwards": ("seize_at_once",),
    "seizure.refuse_afterwards": ("seize_at_once",),
    "seizure.approve_extension": ("ask_extension",),
    "seizure.refuse_extension": ("ask_extension",),
    "seizure.approve_disposal": ("ask_disposal",),
    "seizure.refuse_disposal": ("ask_disposal",),
}
BEGUN_ABOVE = {"seizure.release", "seizure.void_paper"}

__all__ = ["ASKED_BY", "BEGUN_ABOVE", "INPUTS", "STATES"]
