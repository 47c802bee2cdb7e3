"""Facts that must hold before footage is cleared."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from mingzhi.core.engine import before
from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.models import User

from ..clearing import still_needed
from ..models import Clearing
from ..retention import holds_on, term_of


@before("clearing.approve_first", "clearing.approve_second", "clearing.refuse", cites=("town-footage-clearing", "town-separation"))
def approver_did_not_propose(clearing: Clearing, *, actor: User, at: datetime) -> str | None:
    return "清理由您提出，不能由您审批。请由其他负责人办理。" if clearing.proposed_by_id == actor.pk else None


@before("clearing.approve_second", cites=("town-footage-clearing", "town-separation"))
def approvers_are_two_people(clearing: Clearing, *, actor: User, at: datetime) -> str | None:
    return "清理须由两名不同的负责人批准，您已经批准过。请由另一人办理。" if clearing.first_approver_id == actor.pk else None


@before("clearing.stop", cites="town-footage-clearing")
def an_approver_stops(clearing: Clearing, *, actor: User, at: datetime) -> str | None:
    if actor.pk in (clearing.first_approver_id, clearing.second_approver_id):
        return None
    return f"冷静期内由批准人{clearing.first_approver}、{clearing.second_approver}停止清理。请告知他们理由。"


@before("clearing.approve_first", "clearing.approve_second", "clearing.carry_out", cites=("footage-14", "footage-15", "equipment-8-store"))
def every_term_is_over(clearing: Clearing, *, actor: User, at: datetime) -> str | None:
    on = local_day(at)
    kept = [row.clip for row in clearing.footage_tombstones.select_related("clip") if not term_of(row.clip, at).over(on)]
    if not kept:
        return None
    return (
        "；".join(f"{clip.number}：{term_of(clip, at).sentence}" for clip in kept)
        + "没有到期的不得清理。请不同意或者停止本次清理，重新提出清单。"
    )


@before(
    "clearing.approve_first", "clearing.approve_second", "clearing.carry_out", cites=("footage-14", "footage-15"), mend="footage.lift_hold"
)
def nothing_is_held(clearing: Clearing, *, actor: User, at: datetime) -> str | None:
    held = [(row.clip, holds_on(row.clip)) for row in clearing.footage_tombstones.select_related("clip")]
    found = [f"{clip.number}（{'；'.join(reasons)}）" for clip, reasons in held if reasons]
    return f"{'、'.join(found)}暂停清理。事由消失后解除，再办理清理。" if found else None


@before("clearing.carry_out", cites="town-footage-clearing")
def days_of_cooling_are_over(clearing: Clearing, *, actor: User, at: datetime) -> str | None:
    if clearing.may_clear_at is not None and at > clearing.may_clear_at:
        return None
    ends = timezone.localtime(clearing.may_clear_at) if clearing.may_clear_at else None
    return f"冷静期到{ends:%Y-%m-%d}为止，其间批准人可以停止清理。请在此后办理。" if ends else "还没有两人批准。"


@before("clearing.carry_out", cites=("footage-14", "equipment-8-store"))
def nothing_else_needs_the_content(clearing: Clearing, *, actor: User, at: datetime) -> str | None:
    needed = still_needed(clearing)
    return f"{'；'.join(needed)}，不能清理。请停止本次清理，把它们从清单中去掉。" if needed else None
