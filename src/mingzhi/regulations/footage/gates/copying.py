"""Facts that must hold before a copy leaves."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine import before
from mingzhi.core.organs.models import User

from ..models import AccessRequest, Clip, Copy
from ..seeing import granted_to, ground_of


@before("copy.ask", cites=("recording-18-scope", "recording-18-approve"), mend="access.ask")
def applicant_may_see_what_is_copied(copy: Copy, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    clip = given["clip"]
    ground = ground_of(clip, actor, at)
    if ground is None:
        return f"{clip.number}超出您的权限。确因工作需要的，请先申请复制，经采集机构分管负责人批准。"
    if ground.words.startswith("经批准") and granted_to(clip, actor, at, want=AccessRequest.Want.COPY) is None:
        return f"您对{clip.number}只获准调阅，没有获准复制。请另行申请复制。"
    return None


@before("copy.ask", cites="footage-13")
def nothing_classified_is_copied(copy: Copy, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    if given["clip"].secrecy != Clip.Secrecy.STATE:
        return None
    return "这份资料标为涉及国家秘密，不得复制和对外提供。请按保密规定办理。"


@before("copy.ask", cites=("footage-13", "recording-17-release"))
def what_the_law_protects_is_hidden(copy: Copy, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    clip = given["clip"]
    if given["form"] == Copy.Form.ORIGINAL or clip.secrecy not in (Clip.Secrecy.PRIVACY, Clip.Secrecy.TRADE):
        return None
    if given["blurs"] or given["unblurred_because"]:
        return None
    return f"这份资料标为涉及{clip.get_secrecy_display()}。请划出要模糊的部分，或者写明不作模糊处理的理由。"


@before("copy.ask", cites=("recording-17-release", "footage-13"))
def original_is_not_published(copy: Copy, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    if given["form"] != Copy.Form.ORIGINAL or given["recipient_kind"] != Copy.Recipient.PUBLIC:
        return None
    return "向新闻媒体、互联网提供的，只能是经批准、加水印的副本，不能是原件。"


@before("copy.ask", cites="recording-17-release")
def only_recordings_are_cut(copy: Copy, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    clip = given["clip"]
    if given["form"] == Copy.Form.ORIGINAL or clip.medium == Clip.Medium.VIDEO:
        return None
    if clip.medium == Clip.Medium.AUDIO and given["blurs"]:
        return "录音没有画面，不能模糊处理。"
    if clip.medium == Clip.Medium.PHOTO and (given["from_s"] or given["until_s"]):
        return "照片没有时长，不能截取时段。"
    return None


@before("copy.approve", "copy.approve_second", "copy.refuse", cites="town-separation")
def applicant_does_not_approve_the_own_copy(copy: Copy, *, actor: User, at: datetime) -> str | None:
    return "任何人不得审批自己的申请。请由其他负责人办理。" if copy.asked_by_id == actor.pk else None


@before("copy.approve_second", cites=("recording-17-release", "town-separation"))
def second_approver_is_another(copy: Copy, *, actor: User, at: datetime) -> str | None:
    return "原件对外提供须由两人分别批准，您已经批准过。请由另一名负责人办理。" if copy.approved_by_id == actor.pk else None


@before("copy.withdraw", cites="recording-17-release")
def applicant_withdraws_the_copy(copy: Copy, *, actor: User, at: datetime) -> str | None:
    return None if copy.asked_by_id == actor.pk else f"申请由{copy.asked_by}提出，只能由本人撤回。"


@before("copy.make_again", cites="recording-17-release")
def making_failed(copy: Copy, *, actor: User, at: datetime) -> str | None:
    return None if copy.problem else "副本正在制作，不必重做。制作完成后自动进入“待提供”。"
