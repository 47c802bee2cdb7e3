"""Facts that must hold before footage beyond one's scope is allowed to be seen."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine import before
from mingzhi.core.organs.models import User

from ..models import AccessRequest, Clip
from ..seeing import ground_of


@before("access.ask", cites="recording-18-scope")
def request_is_needed(request: AccessRequest, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    if given["want"] != AccessRequest.Want.LOOK:
        return None
    own = [clip.number for clip in given["clips"] if ground_of(clip, actor, at) is not None]
    return f"{'、'.join(own)}在您的查看权限之内，直接打开即可，不必申请。" if own else None


@before("access.ask", cites="footage-13")
def nothing_classified_is_asked_for(request: AccessRequest, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    found = [clip.number for clip in given["clips"] if clip.secrecy == Clip.Secrecy.STATE]
    return f"{'、'.join(found)}标为涉及国家秘密，不在本系统调阅。请按保密规定办理。" if found else None


@before("access.approve", "access.refuse", cites="town-separation")
def applicant_does_not_answer_the_own_request(request: AccessRequest, *, actor: User, at: datetime) -> str | None:
    return "任何人不得审批自己的申请。请由其他分管领导办理。" if request.asked_by_id == actor.pk else None


@before("access.withdraw", cites="recording-18-approve")
def applicant_withdraws(request: AccessRequest, *, actor: User, at: datetime) -> str | None:
    return None if request.asked_by_id == actor.pk else f"申请由{request.asked_by}提出，只能由本人撤回。"
