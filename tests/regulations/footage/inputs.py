"""For every action of footage: the states in which it is possible, who then does it, and raw input that is valid."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from mingzhi.regulations.footage.models import Clip
from tests.cast import Town
from tests.procedures.penalty.raw_input import day, moment, opinion, reasons
from tests.procedures.samples import Sample, State
from tests.procedures.samples import by as _by

from . import story
from .story import ARCHIVIST, CAPTAIN, DEPUTY, MAYOR, OFFICER, STRANGER


def _take_in(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    upload = story.uploaded(town, name="带回.mp4", when=f"{now:%Y-%m-%d %H:%M}")
    return {"upload": upload.pk, "exported_at": moment(now), "secrecy": "none"}


def _bind(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return {"activity": matter.activity.number} if matter is not None and matter.activity else {}


def _said(**data: Any) -> Callable[[Town, Any, datetime], dict[str, Any]]:
    return lambda town, matter, now: data


def _clips(**data: Any) -> Callable[[Town, Any, datetime], dict[str, Any]]:
    """About every clip that the town has."""
    return lambda town, matter, now: {"clips": list(Clip.objects.filter(authority=town.authority).values_list("pk", flat=True)), **data}


def _copy(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    clip = Clip.objects.filter(authority=town.authority).first()
    return story.wanted(clip) if clip else {}


def _hold(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    row = matter.footage_holds.filter(lifted_at__isnull=True).first() if isinstance(matter, Clip) else None
    return {"held": row.pk if row else "", "reasons": "投诉已经办结。"}


def _read_back(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return {"readings": story.readings(matter) if hasattr(matter, "discs") else []}


_NOBODY = "footage: nothing"
# One row an action, so that the table reads like the regulation beside it.
# fmt: off
INPUTS: dict[str, Sample] = {
    "footage.take_in": _by(OFFICER, _take_in, _NOBODY),
    "footage.bind": _by(OFFICER, _bind, "footage: bound"),
    "footage.explain_unbound": _by(OFFICER, _said(unbound_because="test"), "footage: stored"),
    "footage.mark": _by(OFFICER, _said(secrecy="privacy", reasons="拍到邻居家中。"), "footage: stored"),
    "footage.keep_for_ever": _by(OFFICER, _said(permanent_class="dispute", permanent_because="当事人表示要上访。"), "footage: stored"),
    "footage.keep_longer": _by(CAPTAIN, _said(keep_until="2030-01-01", reasons="关联案件没有办结。"), "footage: stored"),
    "footage.hold": _by(CAPTAIN, _said(hold_kind="complaint", because="投诉正在办理。"), "footage: stored"),
    "footage.lift_hold": _by(CAPTAIN, _hold, "footage: held"),
    "access.ask": _by(STRANGER, _clips(want="look", because="办理关联案件需要。"), "access: nothing"),
    "access.approve": _by(DEPUTY, _said(granted_until="2026-03-12T18:00", opinion="同意。"), "access: asked"),
    "access.refuse": _by(DEPUTY, reasons, "access: asked"),
    "access.withdraw": _by(STRANGER, reasons, "access: asked"),
    "access.end": _by(DEPUTY, reasons, "access: granted"),
    "copy.ask": _by(OFFICER, _copy, "copy: nothing"),
    "copy.approve": _by(DEPUTY, opinion, "copy: asked"),
    "copy.approve_second": _by(MAYOR, opinion, "copy: first"),
    "copy.refuse": _by(DEPUTY, reasons, "copy: asked"),
    "copy.withdraw": _by(OFFICER, reasons, "copy: asked"),
    "copy.make_again": _by(OFFICER, _said(), "copy: failed"),
    "copy.hand_over": _by(OFFICER, lambda town, matter, now: {"receiver": "书记员", "handed_at": moment(now)}, "copy: released"),
    "misuse.register": _by(CAPTAIN, lambda town, matter, now: story.misuse_told(found_on=day(now)), "misuse: nothing"),
    "misuse.hear": _by(CAPTAIN, _said(statement="忘记充电。"), "misuse: registered"),
    "misuse.educate": _by(CAPTAIN, _said(measure="当面批评教育。", result="本人保证改正。"), "misuse: heard"),
    "misuse.hand_on": _by(DEPUTY, lambda town, matter, now: {"handed_to": "镇纪委", "handed_on": day(now), "reasons": "屡次发生。"}, "misuse: heard"),
    "misuse.dismiss": _by(CAPTAIN, reasons, "misuse: heard"),
    "misuse.record_result": _by(DEPUTY, _said(result="给予诫勉谈话。"), "misuse: handed on"),
    "clearing.propose": _by(ARCHIVIST, _clips(because="内容与办案无关。"), "clearing: nothing"),
    "clearing.approve_first": _by(CAPTAIN, opinion, "clearing: proposed"),
    "clearing.approve_second": _by(DEPUTY, opinion, "clearing: approved once"),
    "clearing.refuse": _by(CAPTAIN, reasons, "clearing: proposed"),
    "clearing.stop": _by(DEPUTY, reasons, "clearing: cooling"),
    "clearing.carry_out": _by(ARCHIVIST, _said(), "clearing: cooled"),
    "disc.make": _by(ARCHIVIST, _clips(label="2026-009", subject_name="万隆村三组现场检查"), "disc: nothing"),
    "disc.build_again": _by(ARCHIVIST, _said(), "disc: not built", "disc: image not had again"),
    "disc.rebuild": _by(ARCHIVIST, _said(reasons="工作站硬盘损坏。"), "disc: built"),
    "disc.burn": _by(ARCHIVIST, lambda town, matter, now: {"burned_on": day(now), "discs": story.DISCS}, "disc: built"),
    "disc.check": _by(ARCHIVIST, _read_back, "disc: burned"),
    "disc.burn_again": _by(ARCHIVIST, reasons, "disc: burned"),
    "disc.shelve": _by(ARCHIVIST, _said(place="档案室3柜2层", second_place="镇档案馆1柜"), "disc: checked"),
}
# fmt: on


def _nothing_but(make: Callable[[Town], Any]) -> Callable[[Town], None]:
    """Something is there, and the matter itself is still to be opened."""
    return lambda town: [make(town), None][1]


STATES: dict[str, State] = {
    _NOBODY: ("footage", lambda town: None, "2026-03-04 15:00"),
    "footage: stored": ("footage", story.brought, "2026-03-04 15:00"),
    "footage: bound": ("footage", story.bound, "2026-03-04 15:00"),
    "footage: held": ("footage", story.held, "2026-03-05 15:00"),
    "footage: cleared": ("footage", story.gone, "2027-03-17 09:00"),
    "access: nothing": ("access", _nothing_but(story.brought), "2026-03-05 09:00"),
    "access: asked": ("access", story.asked, "2026-03-05 10:00"),
    "access: granted": ("access", story.granted, "2026-03-06 10:00"),
    "copy: nothing": ("copy", _nothing_but(story.brought), "2026-03-05 09:00"),
    "copy: asked": ("copy", story.copy_asked, "2026-03-05 10:00"),
    "copy: first": ("copy", lambda town: story.copy_approved(town, story.copy_asked(town, form="original")), "2026-03-05 11:00"),
    "copy: failed": ("copy", story.copy_failed, "2026-03-05 12:00"),
    "copy: released": ("copy", story.original_released, "2026-03-05 12:00"),
    "misuse: nothing": ("misuse", lambda town: None, "2026-03-05 09:00"),
    "misuse: registered": ("misuse", story.misuse_registered, "2026-03-05 10:00"),
    "misuse: heard": ("misuse", story.misuse_heard, "2026-03-06 09:00"),
    "misuse: handed on": ("misuse", story.misuse_handed_on, "2026-03-20 09:00"),
    "clearing: nothing": ("clearing", _nothing_but(story.expired), f"{story.EXPIRED} 09:00"),
    "clearing: proposed": ("clearing", story.proposed, f"{story.EXPIRED} 10:00"),
    "clearing: approved once": ("clearing", story.approved_once, f"{story.EXPIRED} 11:00"),
    "clearing: cooling": ("clearing", story.cooling, "2027-03-10 09:00"),
    "clearing: cooled": ("clearing", story.cooling, "2027-03-16 09:00"),
    "disc: nothing": ("disc", _nothing_but(story.kept_for_ever), "2026-03-06 09:00"),
    "disc: not built": ("disc", story.not_built, "2026-03-06 10:00"),
    "disc: built": ("disc", story.built, "2026-03-06 10:00"),
    "disc: image not had again": ("disc", story.rebuilding_failed, "2026-03-06 11:00"),
    "disc: burned": ("disc", story.burned, "2026-03-06 11:00"),
    "disc: checked": ("disc", story.checked, "2026-03-06 12:00"),
}

ASKED_BY = {
    "access.approve": ("ask",),
    "access.refuse": ("ask",),
    "copy.approve": ("ask",),
    "copy.approve_second": ("ask",),
    "copy.refuse": ("ask",),
    "clearing.approve_first": ("propose",),
    "clearing.approve_second": ("propose",),
    "clearing.refuse": ("propose",),
}
BEGUN_ABOVE = {
    "footage.take_in", "footage.bind", "footage.explain_unbound", "footage.mark", "footage.keep_for_ever", "footage.keep_longer",
    "footage.hold", "footage.lift_hold", "access.ask", "access.end", "copy.ask", "copy.withdraw", "copy.make_again", "copy.hand_over",
    "misuse.register", "misuse.hear", "misuse.educate", "misuse.hand_on", "misuse.dismiss", "misuse.record_result", "clearing.propose",
    "clearing.stop", "clearing.carry_out", "disc.make", "disc.build_again", "disc.rebuild", "disc.burn", "disc.check", "disc.burn_again", "disc.shelve",
    "access.withdraw",
}  # fmt: skip

__all__ = ["ASKED_BY", "BEGUN_ABOVE", "INPUTS", "STATES"]
