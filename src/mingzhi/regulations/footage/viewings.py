"""Opening a clip: asked by what right, with a purpose, in the ledger before the first byte; and at the end, what of it was seen.

Serves 全过程记录制度 18, 音像制度 13: every byte that is served has a person, a purpose and a record. Downloading is not viewing.
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from django.db import transaction

from mingzhi.core import ledger, vault
from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.errors import ActionError, InvalidInput, NotFound, PostNotHeld, Refusal, Refused
from mingzhi.core.engine.originals import PURPOSE_CHARACTERS
from mingzhi.core.engine.places import post_for, posts_in_words
from mingzhi.core.engine.viewing import may_see
from mingzhi.core.organs import Post
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import posts_of
from mingzhi.core.organs.turns import turn
from mingzhi.core.vault.duties import duty
from mingzhi.core.vault.models import Blob
from mingzhi.law.provisions import cited, provision

from . import spans, tokens
from .discs import image_path, waited_for
from .models import Clip, Copy, Disc, Viewing
from .procedure import burning
from .seeing import ask_to_see
from .stages import Burn, Copying

#: A viewing is over when nothing was asked of it for this many lifetimes of its token.
_LIFETIMES = 2
_CLOSED_AT_ONCE = 100
_RELEASE = cited("recording-17-release", "equipment-8-copy")
_DISC = cited("footage-15-disc", "recording-18-scope")
_SECRET = cited("footage-13")
#: While an image lies ready: from its making until its discs are on the shelf.
_BURNED_FROM = (Burn.BUILT, Burn.BURNED, Burn.CHECKED)


def open_clip(clip: Clip, viewer: User, purpose: str, at: datetime) -> Viewing:
    """A viewing of the original, after it was written into the ledger of the clip's authority.

    Raises PostNotHeld or Refused for who may not see it, InvalidInput (field `purpose`) without a purpose, VaultError when it is gone.
    """
    ground = ask_to_see(clip, viewer, at)
    vault.open(clip.blob).close()
    return _opened(clip, viewer, Viewing.Kind.LOOK, ground.words, _purpose(purpose), at)


def why_not_copy(copy: Copy, viewer: User) -> ActionError | None:
    """Why this person may not take a copy away; None when they may. Source: recording-17-release."""
    if copy.stage not in (Copying.MADE, Copying.HANDED) or viewer.pk != copy.asked_by_id:
        sentence = f"副本由申请人{copy.asked_by}取出并提供给{copy.recipient}，他人不得下载。"
        return PostNotHeld(sentence, [Refusal(sentence, _RELEASE)])
    return None


def open_copy(copy: Copy, viewer: User, at: datetime) -> Viewing:
    """A download of what a copy came to, by who asked for it or hands it over: recorded as a download, not as a look.

    Raises NotFound, PostNotHeld, VaultError.
    """
    if not may_see(copy, viewer, local_day(at)) or copy.output is None:
        raise NotFound("没有这份副本，或者您无权查看。")
    if (problem := why_not_copy(copy, viewer)) is not None:
        raise problem
    vault.open(copy.output).close()
    return _opened(copy.clip, viewer, Viewing.Kind.DOWNLOAD, f"经批准复制（{copy.number}）", copy.purpose, at, content=copy.output)


def why_not_disc(disc: Disc, viewer: User, at: datetime) -> ActionError | None:
    """Why this person may not have the image of a disc now; None for those who burn it, while it lies ready. Source: footage-15-disc."""
    burn = burning.actions["burn"]
    if post_for(burn, disc, viewer, local_day(at)) is None:
        sentence = f"光盘映像由{posts_in_words(burn.by)}取出刻录，他人不得下载。确因工作需要查看资料的，请申请调阅。"
        return PostNotHeld(sentence, [Refusal(sentence, _DISC, mend="access.ask", mend_title="申请调阅")])
    if disc.footage_discclips.filter(clip__secrecy=Clip.Secrecy.STATE).exists():
        return _refused("盘内有资料已标为涉及国家秘密，映像停止下载。请按保密规定处置，并报告本单位保密工作人员。", _SECRET)
    if disc.stage == Burn.SHELVED:
        return _refused("光盘已经入柜，映像不再保留。需要再刻的，请重新制作光盘。", _DISC)
    if disc.stage not in _BURNED_FROM:
        return _refused("映像还没有制作完成。制作完成后再下载刻录。", _DISC)
    if waited_for(disc):
        return _refused("映像正在补制，完成后再下载。请稍后刷新本页。", _DISC)
    if disc.problem:
        return _refused(f"映像没有补制成功，不能下载：{disc.problem}", _DISC)
    path = image_path(disc)
    if not path.is_file() or path.stat().st_size != disc.image_bytes:
        return _refused(
            "映像文件不在或者不完整，不能下载。请办理“补制映像”，由系统用原件补制。", _DISC, mend="disc.rebuild", title="补制映像"
        )
    return None


def _refused(sentence: str, provisions: tuple, mend: str | None = None, title: str = "") -> ActionError:
    return Refused(sentence, [Refusal(sentence, provisions, mend=mend, mend_title=title)])


def open_disc(disc: Disc, viewer: User, purpose: str, at: datetime) -> list[Viewing]:
    """A download of the image of a disc, by those who burn it: in the ledger as a download of every clip on it, before the first byte.

    Raises NotFound, PostNotHeld, Refused, InvalidInput (field `purpose`).
    """
    if not may_see(disc, viewer, local_day(at)):
        raise NotFound("没有这张光盘，或者您无权查看。")
    if (problem := why_not_disc(disc, viewer, at)) is not None:
        raise problem
    purpose, ground = _purpose(purpose), f"刻录光盘（{disc.number}）"
    with turn(), transaction.atomic():
        rows = disc.footage_discclips.select_related("clip__blob", "clip__authority")
        return [_opened(row.clip, viewer, Viewing.Kind.DOWNLOAD, ground, purpose, at) for row in rows]


def _purpose(purpose: str) -> str:
    purpose = purpose.strip()
    if not purpose:
        raise InvalidInput("查看音像资料须说明用途，用途记入台账。", errors={"purpose": ["请填写查看的用途，如“核对现场情况”。"]})
    if len(purpose) > PURPOSE_CHARACTERS:
        raise InvalidInput("查看的用途写得太长。", errors={"purpose": [f"用途不超过 {PURPOSE_CHARACTERS} 字。"]})
    return purpose


def _opened(clip: Clip, viewer: User, kind: str, ground: str, purpose: str, at: datetime, content: Blob | None = None) -> Viewing:
    viewing = Viewing(
        code=secrets.token_urlsafe(18), clip=clip, viewer=viewer, kind=kind, ground=ground, purpose=purpose, opened_at=at,
        unit="s" if clip.facts.get("duration_ms") else "B",
    )  # fmt: skip
    if kind == Viewing.Kind.DOWNLOAD:
        viewing.closed_at = at
    else:
        spans.begin(viewing.code)
    with turn(), transaction.atomic():
        viewing.save(force_insert=True)
        name = "opened" if kind == Viewing.Kind.LOOK else "downloaded"
        private = {"purpose": purpose, "ground": ground, "viewer": viewer.name, "name": clip.name, "sha256": (content or clip.blob).sha256}
        _append(viewing, f"footage.{name}", viewing.code, at, private)
    return viewing


def _append(viewing: Viewing, kind: str, event_id: str, at: datetime, private: dict[str, Any]) -> None:
    clip, viewer = viewing.clip, viewing.viewer
    ledger.append(
        clip.authority,
        event_id=event_id,
        kind=kind,
        at=at,
        actor={"id": viewer.pk, "posts": sorted(str(post) for post in posts_of(viewer, local_day(at)))},
        obj=f"footage/{clip.pk}",
        case=clip.number or None,
        facts={"viewing": viewing.code},
        private=private,
    )


def lifetime(at: datetime) -> int:
    """Seconds for which a token is good. Source: town-footage-token."""
    return provision("town-footage-token").number("within", local_day(at))


def token_for(viewing: Viewing, viewer: User, session: str, at: datetime) -> str:
    """A token for the next two minutes, after the right to see was asked anew. Raises an ActionError where it ended, or the viewing did."""
    if viewing.viewer_id != viewer.pk or viewing.closed_at is not None or viewing.kind != Viewing.Kind.LOOK:
        raise NotFound("这次查看已经结束。请重新打开，并写明用途。")
    ask_to_see(viewing.clip, viewer, at)
    blob = viewing.clip.blob
    return tokens.made(
        viewing.code, viewer.pk, session, sha256=blob.sha256, size=blob.size_bytes, media_type=blob.media_type,
        expires=int(at.timestamp()) + lifetime(at),
    )  # fmt: skip


def close(viewing: Viewing, at: datetime) -> None:
    """Write down what was seen, once. Can be begun again after a kill: the entry is found by its id."""
    if viewing.closed_at is not None:
        return
    pieces = spans.sent(viewing.code)
    size, length = viewing.clip.blob.size_bytes, viewing.clip.facts.get("duration_ms")
    viewing.unit = "s" if length else "B"
    viewing.spans = [list(_seconds(start, stop, size, length)) if length else [start, stop] for start, stop in pieces]
    viewing.closed_at = at
    with turn(), transaction.atomic():
        if Viewing.objects.filter(pk=viewing.pk, closed_at__isnull=True).update(closed_at=at, spans=viewing.spans, unit=viewing.unit):
            private = {"words": words_of(viewing), "bytes": [list(piece) for piece in pieces], "viewer": viewing.viewer.name}
            _append(viewing, "footage.viewed", f"{viewing.code}.end", at, private)
    spans.end(viewing.code)


def _seconds(start: int, stop: int, size: int, length_ms: int) -> tuple[int, int]:
    """Bytes as whole seconds of the recording, in proportion: outwards, so that nothing seen is left out."""
    whole = Decimal(length_ms) / 1000 / size
    first = (start * whole).to_integral_value(ROUND_FLOOR)
    return int(first), int((stop * whole).to_integral_value(ROUND_CEILING))


def words_of(viewing: Viewing) -> str:
    """“查看 00:10—03:40” for people."""
    if viewing.kind == Viewing.Kind.DOWNLOAD:
        return "下载"
    if viewing.closed_at is None:
        return "正在查看"
    if not viewing.spans:
        return "打开，没有播放"
    if viewing.unit == "B":
        return f"查看 {sum(stop - start for start, stop in viewing.spans)} 字节"
    return f"查看 {'、'.join(f'{_clock(start)}—{_clock(stop)}' for start, stop in viewing.spans)}"


def _clock(seconds: int) -> str:
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"


@duty("close-viewings", every=timedelta(seconds=60))
def close_idle(at: datetime) -> int:
    """Close viewings whose last piece, or opening, lies longer back than any token lives."""
    before = at - _LIFETIMES * timedelta(seconds=lifetime(at))
    done = 0
    rows = Viewing.objects.filter(closed_at__isnull=True, opened_at__lt=before).select_related("clip__blob", "clip__authority", "viewer")
    for viewing in rows.order_by("pk")[:_CLOSED_AT_ONCE]:
        last = spans.last_at(viewing.code)
        if last is None or last < before.timestamp():
            close(viewing, at)
            done += 1
    return done


def close_others(viewer: User, at: datetime) -> None:
    """Close what this person left open before, when they open the next."""
    rows = Viewing.objects.filter(closed_at__isnull=True, viewer=viewer).select_related("clip__blob", "clip__authority", "viewer")
    for viewing in rows:
        last = spans.last_at(viewing.code)
        if last is None or last < at.timestamp() - lifetime(at):
            close(viewing, at)


#: Who reads who looked: those who answer for it, and those who check.
READS_VIEWINGS = (Post.CAPTAIN, Post.DEPUTY, Post.MAYOR, Post.SUPERVISOR, Post.DISCIPLINE, Post.REVIEWER)


def viewings_of(clip: Clip, viewer: User, at: datetime) -> list[Viewing]:
    """Every look and download of a clip, the latest first; for those who answer for it or check, one's own for everybody else."""
    rows = Viewing.objects.filter(clip=clip).select_related("viewer", "clip")
    if not posts_of(viewer, local_day(at)) & set(READS_VIEWINGS):
        rows = rows.filter(viewer=viewer)
    return list(rows.order_by("-pk")[:_CLOSED_AT_ONCE])
