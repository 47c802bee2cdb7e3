"""Who may see footage: by post and by case, by right for those who check, and beyond that by approval for a time.

Metadata stand on pages for everybody who reads the town's matters; what is asked here is the content. Serves 全过程记录制度 18, 音像制度 13.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.errors import ActionError, PostNotHeld, Refusal, Refused
from mingzhi.core.engine.places import handler_ids, subject_of
from mingzhi.core.engine.viewing import may_see
from mingzhi.core.organs import Post
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import posts_of
from mingzhi.law.provisions import cited

from .models import AccessRequest, Clip
from .retention import of_its_kind
from .stages import Access, Stage

#: Whose work it is to look: the head of those who record, and who answers for them. Source: recording-18-scope.
_BY_POST = {Post.CAPTAIN: "大队长", Post.DEPUTY: "采集机构分管负责人"}
#: Who may require footage for their own work, without anybody's approval. Source: recording-18-approve, law.md §6.1 row 15.
_BY_RIGHT = {Post.REVIEWER: "法制审核", Post.SUPERVISOR: "执法监督", Post.DISCIPLINE: "纪检监察"}

_SCOPE = cited("recording-18-scope", "recording-18-approve")
_SECRET = cited("footage-13")
_CLEARED = cited("footage-14")


@dataclass(frozen=True, slots=True)
class Ground:
    """By what right somebody may see a clip, in words."""

    words: str


def ground_of(clip: Clip, viewer: User, at: datetime) -> Ground | None:
    """By what right this person may see the content of a clip now; None where only a request helps."""
    on = local_day(at)
    held = posts_of(viewer, on)
    if viewer.authority_id == clip.authority_id and _handles(clip, viewer):
        return Ground("本件承办人")
    if viewer.authority_id == clip.authority_id:
        for post, words in _BY_POST.items():
            if post in held:
                return Ground(words)
    for post, words in _BY_RIGHT.items():
        if post in held and may_see(clip, viewer, on):
            return Ground(f"{words}（依职权）")
    granted = granted_to(clip, viewer, at)
    return Ground(f"经批准调阅（{granted.number}）") if granted else None


def _handles(clip: Clip, viewer: User) -> bool:
    """Whether the clip is of an activity or case that this person handles; while it is of none, whether they took or brought it."""
    if clip.activity is None:
        return viewer.pk in (clip.taken_by_id, clip.brought_by_id)
    activity = of_its_kind(clip.activity)
    if viewer.pk in handler_ids(activity):
        return True
    subject = subject_of(activity)
    return subject is not None and viewer.pk in handler_ids(subject)


def granted_to(clip: Clip, viewer: User, at: datetime, *, want: str | None = None) -> AccessRequest | None:
    """The request of this person for this clip that was approved and still runs."""
    rows = AccessRequest.objects.filter(asked_by=viewer, stage=Access.GRANTED, granted_until__gt=at, footage_askedclips__clip_id=clip.pk)
    return (rows.filter(want=want) if want else rows).order_by("-granted_until").first()


def ask_to_see(clip: Clip, viewer: User, at: datetime) -> Ground:
    """The ground on which this person may see the content. Raises an ActionError in words where they may not."""
    if clip.stage == Stage.CLEARED:
        raise _refused("这份音像资料已依法清理，只保留登记信息和清理记录。", _CLEARED)
    if clip.secrecy == Clip.Secrecy.STATE:
        raise _refused("这份音像资料已标为涉及国家秘密，停止查看。请按保密规定处置，并报告本单位保密工作人员。", _SECRET)
    ground = ground_of(clip, viewer, at)
    if ground is None:
        sentence = "这份音像资料超出您的查看权限：可以查看的是活动和案件的承办人、大队长、分管负责人，以及纪检监察、法制审核和执法监督人员。确因工作需要的，请申请调阅。"
        raise PostNotHeld(sentence, [Refusal(sentence, _SCOPE, mend="access.ask", mend_title="申请调阅", who="")])
    return ground


def _refused(sentence: str, provisions: tuple) -> ActionError:
    return Refused(sentence, [Refusal(sentence, provisions)])
