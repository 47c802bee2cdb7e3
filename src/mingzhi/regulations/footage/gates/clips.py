"""Facts that must hold before footage is taken in, bound or kept otherwise."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine import Already, before
from mingzhi.core.organs.models import User

from ..models import Clip, Hold
from ..stages import Stage
from ..taking import CLASSIFIED, is_footage


@before("footage.take_in", cites=("footage-13", "recording-17-release"))
def no_state_secrets_come_in(clip: Clip, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    return CLASSIFIED if given["secrecy"] == Clip.Secrecy.STATE else None


@before("footage.take_in", cites="footage-2")
def content_is_a_recording_or_picture(clip: Clip, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    return None if is_footage(given["upload"].blob) else "这个文件不是录像、录音或者照片。文书和其他材料请在办理有关环节时作为附件上传。"


@before("footage.take_in", cites="equipment-8-store")
def file_is_taken_in_once(clip: Clip, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    found = Clip.objects.filter(authority_id=actor.authority_id, blob=given["upload"].blob).first()
    if found is None:
        return None
    if found.stage == Stage.CLEARED:
        return f"这个文件曾经入库（编号{found.number}），保存期满后已依法清理，不再收存。"
    return f"这个文件已经入库，编号{found.number}。不必重复上传。"


@before("footage.explain_unbound", cites="footage-5")
def clip_is_bound_to_nothing(clip: Clip, *, actor: User, at: datetime) -> str | None:
    return None if clip.activity_id is None else Already("这份资料已经归入执法活动。归错的，请改归到正确的活动。")


@before("footage.keep_for_ever", cites="footage-15")
def clip_is_not_kept_for_ever_yet(clip: Clip, *, actor: User, at: datetime) -> str | None:
    return Already("这份资料已经列为长期保存，不再改动。") if clip.permanent_class else None


@before("footage.keep_longer", cites="footage-14")
def there_is_an_end_to_extend(clip: Clip, *, actor: User, at: datetime) -> str | None:
    return "这份资料永久保存，没有期限可以延长。" if clip.permanent_class else None


@before("footage.lift_hold", cites="footage-14")
def something_is_held(clip: Clip, *, actor: User, at: datetime) -> str | None:
    return None if Hold.objects.filter(matter_id=clip.pk, lifted_at__isnull=True).exists() else "这份资料没有由人工设置的暂停清理。"
