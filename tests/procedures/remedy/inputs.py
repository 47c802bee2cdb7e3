"""For every action of a remedy: the states in which it is possible, who then does it, and raw input that is valid."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from tests.cast import Town
from tests.procedures.penalty.raw_input import day, reasons
from tests.procedures.samples import Sample, State
from tests.procedures.samples import by as _by

from . import story

Data = Callable[[Town, Any, datetime], dict[str, Any]]


def _receive(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    """The matter is the case whose decision is attacked; without one there is nothing to attack."""
    if matter is None:
        return {}
    case = matter if hasattr(matter, "power_id") else matter.case
    return story.notice(case, applied_on=day(now), received_on=day(now), file_number=f"綦江府复〔2026〕{case.pk}{matter.pk}号")


def _take(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    if matter is None:
        return {}
    case = matter if hasattr(matter, "power_id") else matter.case
    return {"about": case.pk, "applicant": "刘大成", "applied_on": day(now), "claims": "处罚过重。"}


def _said(**data: Any) -> Data:
    return lambda town, matter, now: data


def _today(*names: str, **data: Any) -> Data:
    return lambda town, matter, now: data | dict.fromkeys(names, day(now))


# One row an action, so that the table reads like the statutes beside it.
# fmt: off
INPUTS: dict[str, Sample] = {
    "remedy.receive": _by(story.CLERK, _receive, "decision served"),
    "remedy.take_application": _by(story.CLERK, _take, "penalty on the spot"),
    "remedy.forward": _by(story.CLERK, _today("forwarded_on", organ=story.ORGAN, opinion="本机关认为决定应当维持。"), "remedy: at hand"),
    "remedy.receive_copy": _by(story.CLERK, _today("received_on", file_number="綦江府复〔2026〕9号"), "remedy: forwarded"),
    "remedy.draft_answer": _by(story.HANDLER, lambda town, matter, now: story.draft(), "remedy: received"),
    "remedy.answer": _by(story.HEAD, _today("answered_on", opinion="同意提交。"), "remedy: drafted"),
    "remedy.stop_execution": _by(story.HANDLER, _today("stopped_on", stopped_because="复议机关决定停止执行。"), "remedy: received"),
    "remedy.record_appearance": _by(story.HANDLER, _today("on", place="綦江区人民政府", head_appeared=True, person="唐国华"), "remedy: answered"),
    "remedy.record_result": _by(story.HANDLER, lambda town, matter, now: story.result("upheld", day(now)), "remedy: answered", "remedy: received"),
    "remedy.go_to_appeal": _by(story.HANDLER, reasons, "remedy: judged"),
    "remedy.take_effect": _by(story.HANDLER, _today("effective_on"), "remedy: decided", "remedy: judged"),
    "remedy.report_back": _by(story.CLERK, _today("reported_back_on", course="已经纠正。"), "remedy: advised"),
}
# fmt: on


def _served(town: Town) -> Any:
    from tests.procedures.penalty.story import served

    return served(town)


def judged(town: Town) -> Any:
    """A suit decided in the first instance."""
    told = {"remedy_kind": "suit", "organ": story.COURT, "file_number": "（2026）渝0110行初9号"}
    return story.decided(town, "upheld", story.answered(town, story.received(town, **told)))


STATES: dict[str, State] = {
    "decision served": ("penalty", _served, "2026-04-24 15:00"),
    "penalty on the spot": ("summary", story.on_the_spot, "2026-03-10 10:00"),
    "remedy: at hand": ("remedy", story.at_hand, "2026-03-12 10:00"),
    "remedy: forwarded": ("remedy", story.forwarded, "2026-03-16 10:00"),
    "remedy: received": ("remedy", story.received, "2026-04-27 09:00"),
    "remedy: drafted": ("remedy", story.drafted, "2026-04-28 10:00"),
    "remedy: answered": ("remedy", story.answered, "2026-05-20 10:00"),
    "remedy: decided": ("remedy", story.decided, "2026-06-11 09:00"),
    "remedy: judged": ("remedy", judged, "2026-06-11 09:00"),
    "remedy: advised": ("remedy", lambda town: story.decided(town, "upheld", opinion_on="2026-06-10"), "2026-06-20 09:00"),
}

ASKED_BY = {"remedy.answer": ("draft_answer",)}
#: The review organ or the court orders the stop, or the organ itself sees the need: nobody in the house asks for it.
BEGUN_ABOVE = {"remedy.stop_execution"}

__all__ = ["ASKED_BY", "BEGUN_ABOVE", "INPUTS", "STATES"]
