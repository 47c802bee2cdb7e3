"""For every action of a legal review: the states in which it is possible, who then does it, and raw input that is valid."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from mingzhi.procedures.penalty.models import Case
from mingzhi.regulations.review.models import Review
from tests.cast import Town
from tests.procedures.penalty import story as case_story
from tests.procedures.penalty.raw_input import day, opinion, reasons
from tests.procedures.samples import Sample, State
from tests.procedures.samples import by as _by

from . import story

HANDLER, HEAD, SUPERVISOR, REVIEWER = "lixuemei", "zhouweimin", "sunjing", story.REVIEWER


def _submit(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    """The matter is the case that is to be reviewed; without one there is nothing to submit."""
    if matter is None:
        return {}
    data = story.application(matter)
    return data if matter.kind == "penalty" else data | {"about": matter.case_id}


def _resubmit(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    data = story.application(matter.case, changes="已更正询问笔录的时间。")
    data.pop("about")
    return data


def _said(**data: Any) -> Callable[[Town, Any, datetime], dict[str, Any]]:
    return lambda town, matter, now: data


def _consult(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return {"kind": "counsel", "name": "何律师", "unit": "某律师事务所", "opinion": "事实清楚，同意。", "on": day(now)}


def _hold_liable(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    told = {"persons": "某某", "breach": "未经审核即作出决定", "harm": "造成不良社会影响", "consequence": "批评教育"}
    return {**told, "decided_by": "石壕镇人民政府", "decided_on": day(now)}


# One row an action, so that the table reads like the regulation beside it.
# fmt: off
INPUTS: dict[str, Sample] = {
    "review.submit": _by(HANDLER, _submit, "major"),
    "review.resubmit": _by(HANDLER, _resubmit, "review: returned", "review: corrected", "review: agreed", "review: withdrawn"),
    "review.withdraw": _by(HANDLER, reasons, "review: submitted", "review: received", "review: corrected"),
    "review.assign_reviewer": _by(HEAD, _said(reviewer="赵明远"), "review: submitted", "review: received"),
    "review.receive": _by(REVIEWER, _said(), "review: submitted"),
    "review.return_incomplete": _by(REVIEWER, _said(missing=["evidence"], reasons="没有附现场照片。"), "review: submitted"),
    "review.ask": _by(REVIEWER, _said(question="当事人拒不改正有何证据？"), "review: received"),
    "review.answer": _by(HANDLER, _said(answer="有复查笔录和照片。"), "review: asked"),
    "review.consult": _by(REVIEWER, _consult, "review: received"),
    "review.ask_extension": _by(REVIEWER, reasons, "review: received"),
    "review.approve_extension": _by(HEAD, opinion, "review: extension asked"),
    "review.refuse_extension": _by(HEAD, reasons, "review: extension asked"),
    "review.examine": _by(REVIEWER, lambda town, matter, now: story.verdicts(), "review: received", "review: examined"),
    "review.issue": _by(REVIEWER, _said(opinion="经审核，同意。"), "review: examined"),
    "review.record_liability": _by(SUPERVISOR, _hold_liable, "review: corrected", "review: agreed"),
}
# fmt: on


def _withdrawn(town: Town) -> Review:
    return story.act(town, "withdraw", story.received(town), HANDLER, "2026-03-25 09:00", reasons="补充证据。").matter


def _reviewed(town: Town) -> Case:
    """A major case whose decision is endorsed and whose review agrees."""
    case = case_story.decision_endorsed(town, case_story.decision_proposed(town, case_story.told(town, story.major(town))))
    story.agreed_on(town, case, "2026-04-01")
    return case


STATES: dict[str, State] = {
    "major": ("penalty", story.major, "2026-03-23 16:00"),
    "major: reviewed": ("penalty", _reviewed, "2026-04-01 12:00"),
    "major: discussed": ("penalty", lambda town: story.discussed(town, _reviewed(town)), "2026-04-01 15:00"),
    "review: submitted": ("review", story.submitted, "2026-03-24 09:00"),
    "review: received": ("review", story.received, "2026-03-24 10:00"),
    "review: returned": ("review", story.returned, "2026-03-25 09:00"),
    "review: asked": ("review", story.asked, "2026-03-24 16:00"),
    "review: extension asked": ("review", story.extension_asked, "2026-03-27 10:00"),
    "review: examined": ("review", story.examined, "2026-03-25 15:00"),
    "review: corrected": ("review", story.corrected, "2026-03-26 09:00"),
    "review: agreed": ("review", story.agreed, "2026-03-26 09:00"),
    "review: withdrawn": ("review", _withdrawn, "2026-03-26 09:00"),
}

ASKED_BY = {"review.approve_extension": ("ask_extension",), "review.refuse_extension": ("ask_extension",)}
BEGUN_ABOVE = {"review.assign_reviewer", "review.record_liability"}

__all__ = ["ASKED_BY", "BEGUN_ABOVE", "INPUTS", "STATES"]
