"""For every action of a publication, a bulletin and a lapse: the states in which it is possible, who then does it, and raw input that is valid."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from tests.cast import Town
from tests.procedures.penalty.raw_input import day, opinion, reasons
from tests.procedures.samples import Sample, State
from tests.procedures.samples import by as _by

from . import bulletin_story, lapse_story, story
from .lapse_story import FINDER
from .story import CHECKER, COLLECTOR, HEAD, PUBLISHER


def _said(**data: Any) -> Callable[[Town, Any, datetime], dict[str, Any]]:
    return lambda town, matter, now: data


def _object(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return {"made_by": "刘大成", "content": "堆放的是柴草，不是垃圾。", "received_on": day(now)}


def _answer(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return {"upheld": "no", "answer": "现场照片显示是垃圾。", "told_on": day(now)}


def _formed(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return bulletin_story.LIST | {"formed_on": day(now)}


def _attached(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    """A file that lies at the matter; none, which is refused, in a matter that somebody wandered into."""
    rows = matter.case.attachments.filter(name=story.PHOTOGRAPH) if matter.kind == "publication" else matter.attachments.all()
    return {"of": _first(rows), "name": "抽查流程图" if matter.kind == "bulletin" else ""}


def _public_files(matter: Any) -> list[int]:
    return [row.pk for row in matter.disclosure_publicfiles.all()]


def _detached(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return {"file": _first(matter.disclosure_publicfiles.all()), "reasons": "看得清人脸。"}


def _first(rows: Any) -> int | str:
    found = rows.first()
    return found.pk if found else ""


def _found(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return lapse_story.FOUND | {"found_on": day(now), "concerns": ""}


def _reported(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return {"corrected_on": day(now), "correction": "已经公开。"}


# One row an action, so that the table reads like the regulation beside it.
# fmt: off
INPUTS: dict[str, Sample] = {
    "publication.collect": _by(COLLECTOR, _said(**story.SUMMARY), "publication: begun", "publication: collected"),
    "publication.confirm": _by(COLLECTOR, _said(compared=True), "publication: collected"),
    "publication.attach": _by(COLLECTOR, _attached, "publication: photographed"),
    "publication.look": _by(CHECKER, lambda town, matter, now: {"seen": _public_files(matter)}, "publication: to be looked at"),
    "publication.detach": _by(COLLECTOR, _detached, "publication: carrying"),
    "publication.check": _by(CHECKER, opinion, "publication: confirmed"),
    "publication.send_back": _by(CHECKER, reasons, "publication: confirmed", "publication: checked"),
    "publication.publish": _by(PUBLISHER, _said(), "publication: checked"),
    "publication.ask_withholding": _by(COLLECTOR, _said(**story.withholding()), "publication: begun", "publication: confirmed", "publication: checked"),
    "publication.approve_withholding": _by(HEAD, opinion, "publication: asked to withhold"),
    "publication.refuse_withholding": _by(HEAD, reasons, "publication: asked to withhold"),
    "publication.recheck_withholding": _by(COLLECTOR, reasons, "publication: investigation goes on"),
    "publication.lift_withholding": _by(HEAD, _said(lifted_because="over", lifted_reasons="该案已经办结。"), "publication: investigation goes on"),
    "publication.order_withdrawal": _by(PUBLISHER, _said(because="本机关撤销了该决定"), "publication: published"),
    "publication.withdraw": _by(PUBLISHER, _said(public_reasons="该决定已被撤销，原公示信息予以撤回。"), "publication: to be withdrawn"),
    "publication.find_error": _by(PUBLISHER, reasons, "publication: published"),
    "publication.register_objection": _by(PUBLISHER, _object, "publication: published"),
    "publication.answer_objection": _by(COLLECTOR, _answer, "publication: objected"),
    "publication.correct": _by(PUBLISHER, _said(title="刘某某乱堆柴草案", changes="违法事实"), "publication: to be corrected"),
    "publication.end_display": _by(PUBLISHER, _said(), "publication: shown long enough"),
    "bulletin.begin": _by(COLLECTOR, _formed, "bulletin: nothing"),
    "bulletin.collect": _by(COLLECTOR, _said(**bulletin_story.WORDS), "bulletin: begun"),
    "bulletin.attach": _by(COLLECTOR, _attached, "bulletin: sent back"),
    "bulletin.look": _by(CHECKER, lambda town, matter, now: {"seen": _public_files(matter)}, "bulletin: to be looked at"),
    "bulletin.detach": _by(COLLECTOR, _detached, "bulletin: carrying"),
    "bulletin.check": _by(CHECKER, opinion, "bulletin: collected"),
    "bulletin.send_back": _by(CHECKER, reasons, "bulletin: collected"),
    "bulletin.publish": _by(PUBLISHER, _said(), "bulletin: checked"),
    "bulletin.end": _by(PUBLISHER, _said(because="抽查工作改由区里统一组织。"), "bulletin: published"),
    "bulletin.find_error": _by(PUBLISHER, reasons, "bulletin: published"),
    "bulletin.correct": _by(PUBLISHER, _said(text="抽查由大队组织，每半年一次。", changes="抽查次数"), "bulletin: wrong"),
    "bulletin.ask_withholding": _by(COLLECTOR, _said(**story.withholding()), "bulletin: begun"),
    "bulletin.approve_withholding": _by(HEAD, opinion, "bulletin: asked to withhold"),
    "bulletin.refuse_withholding": _by(HEAD, reasons, "bulletin: asked to withhold"),
    "bulletin.recheck_withholding": _by(COLLECTOR, reasons, "bulletin: withheld"),
    "bulletin.lift_withholding": _by(HEAD, _said(lifted_because="over", lifted_reasons="该案已经办结。"), "bulletin: withheld"),
    "lapse.register": _by(FINDER, _found, "lapse: nothing"),
    "lapse.order_correction": _by(HEAD, _said(demand="立即公开。"), "lapse: found"),
    "lapse.dismiss": _by(HEAD, reasons, "lapse: found"),
    "lapse.report_correction": _by(PUBLISHER, _reported, "lapse: ordered"),
    "lapse.accept": _by(HEAD, opinion, "lapse: reported"),
    "lapse.send_back": _by(HEAD, reasons, "lapse: reported"),
    "lapse.hold_accountable": _by(HEAD, _said(measure="批评教育。"), "lapse: to answer for"),
}
# fmt: on

STATES: dict[str, State] = {
    "publication: begun": ("publication", story.begun, "2026-04-03 09:00"),
    "publication: collected": ("publication", story.collected, "2026-04-03 09:30"),
    "publication: photographed": ("publication", story.photographed, "2026-04-03 09:30"),
    "publication: carrying": ("publication", story.carrying, "2026-04-03 09:30"),
    "publication: to be looked at": ("publication", story.to_be_looked_at, "2026-04-03 14:00"),
    "publication: published with file": ("publication", story.published_with_file, "2026-04-08 10:00"),
    "publication: confirmed": ("publication", story.confirmed, "2026-04-03 15:00"),
    "publication: checked": ("publication", story.checked, "2026-04-07 10:00"),
    "publication: published": ("publication", story.published, "2026-04-08 10:00"),
    "publication: asked to withhold": ("publication", story.asked, "2026-04-03 16:00"),
    "publication: investigation goes on": ("publication", story.investigation_goes_on, "2026-04-20 10:00"),
    "publication: to be withdrawn": ("publication", story.to_be_withdrawn, "2026-04-21 10:00"),
    "publication: objected": ("publication", story.objected, "2026-04-21 10:00"),
    "publication: to be corrected": ("publication", story.to_be_corrected, "2026-04-21 10:00"),
    "publication: shown long enough": ("publication", story.shown_long_enough, "2026-04-08 10:00"),
    "bulletin: nothing": ("bulletin", lambda town: None, "2026-04-02 09:00"),
    "bulletin: begun": ("bulletin", bulletin_story.begun, "2026-04-03 09:00"),
    "bulletin: collected": ("bulletin", bulletin_story.collected, "2026-04-03 15:00"),
    "bulletin: sent back": ("bulletin", bulletin_story.sent_back, "2026-04-03 10:00"),
    "bulletin: carrying": ("bulletin", bulletin_story.carrying, "2026-04-03 10:00"),
    "bulletin: to be looked at": ("bulletin", bulletin_story.to_be_looked_at, "2026-04-03 14:00"),
    "bulletin: published with file": ("bulletin", bulletin_story.published_with_file, "2026-04-08 10:00"),
    "bulletin: checked": ("bulletin", bulletin_story.checked, "2026-04-07 10:00"),
    "bulletin: published": ("bulletin", bulletin_story.published, "2026-04-08 10:00"),
    "bulletin: wrong": ("bulletin", bulletin_story.wrong, "2026-04-21 10:00"),
    "bulletin: asked to withhold": ("bulletin", bulletin_story.asked, "2026-04-03 16:00"),
    "bulletin: withheld": ("bulletin", bulletin_story.withheld, "2026-04-20 10:00"),
    "lapse: nothing": ("lapse", lambda town: None, "2026-05-06 09:00"),
    "lapse: found": ("lapse", lapse_story.found, "2026-05-06 15:00"),
    "lapse: ordered": ("lapse", lapse_story.ordered, "2026-05-08 10:00"),
    "lapse: reported": ("lapse", lapse_story.reported, "2026-05-09 10:00"),
    "lapse: to answer for": ("lapse", lapse_story.to_answer_for, "2026-05-11 10:00"),
}

_BY_A_HEAD = ("approve_withholding", "refuse_withholding", "lift_withholding")
ASKED_BY = {f"{kind}.{name}": ("ask_withholding",) for kind in ("publication", "bulletin") for name in _BY_A_HEAD}
_BY_THE_BRIGADE = (
    "collect",
    "confirm",
    "attach",
    "detach",
    "ask_withholding",
    "recheck_withholding",
    "find_error",
    "register_objection",
    "answer_objection",
)
BEGUN_ABOVE = {f"publication.{name}" for name in (*_BY_THE_BRIGADE, "order_withdrawal")}
BEGUN_ABOVE |= {
    f"bulletin.{name}" for name in ("begin", "collect", "attach", "detach", "find_error", "ask_withholding", "recheck_withholding")
}
BEGUN_ABOVE |= {code for code in INPUTS if code.startswith("lapse.")}

__all__ = ["ASKED_BY", "BEGUN_ABOVE", "INPUTS", "STATES"]
