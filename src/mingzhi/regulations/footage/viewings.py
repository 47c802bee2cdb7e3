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
from mingzhi.core.engine.errors import InvalidInput, NotFound, PostNotHeld, Refusal
from mingzhi.core.engine.originals import PURPOSE_CHARACTERS
from mingzhi.core.engine.viewing import may_see
from mingzhi.core.organs import Post
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import posts_of
from mingzhi.core.organs.turns import turn
from mingzhi.core.vault.duties import duty
from mingzhi.core.vault.models import Blob
from mingzhi.law.provisions import cited, provision

from . import spans, tokens
from .models import Clip, Copy, Viewing
from .seeing import ask_to_see
from .stages import Copying

#: A viewing is over when nothing was asked of it for this many lifetimes of its token.
_LIFETIMES = 2
_CLOSED_AT_ONCE = 100
_RELEASE = cited("recording-17-release", "equipment-8-copy")


def open_clip(clip: Clip, viewer: User, purpose: str, at: datetime) -> Viewing:
    """A viewing of the original, after it was written into the ledger of the clip's authority.

    Raises PostNotHeld or Refused for who may not see it, InvalidInput (field `purpose`) without a purpose, VaultError when it is gone.
    """
    ground = ask_to_see(clip, viewer, at)
    vault.open(clip.blob).close()
    return _opened(clip, viewer, Viewing.Kind.LOOK, ground.words, _purpose(purpose), at)


def open_copy(copy: Copy, viewer: User, at: datetime) -> Viewing:
    """A download of what a copy came to, by who asked for it or hands it over: recorded as a download, not as a look.

    Raises NotFound, PostNotHeld, VaultError.
    """
    if not may_see(copy, viewer, local_day(at)) or copy.output is None:
        raise NotFound("没有这份副本，或者您无权查看。")
    if copy.stage not in (Copying.MADE, Copying.HANDED) or viewer.pk != copy.asked_by_id:
        sentence = f"副本由申请人{copy.asked_by}取出并提供给{copy.recipient}，他人不得下载。"
        raise PostNotHeld(sentence, [Refusal(sentence, _RELEASE)])
    vault.open(copy.output).close()
    return _opened(copy.clip, viewer, Viewing.Kind.DOWNLOAD, f"经批准复制（{copy.number}）", copy.purpose, at, content=copy.output)


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
READS_VIEWINGS = (Post.CAPTAIN, Post.DEPUTY, Post.MAYOR, Post.SUPERVISOR, Post.REVIEWER)


def viewings_of(clip: Clip, viewer: User, at: datetime) -> list[Viewing]:
    """Every look and download of a clip, the latest first; for those who answer for it or check, one's own for everybody else."""
    rows = Viewing.objects.filter(clip=clip).select_related("viewer", "clip")
    if not posts_of(viewer, local_day(at)) & set(READS_VIEWINGS):
        rows = rows.filter(viewer=viewer)
    return list(rows.order_by("-pk")[:_CLOSED_AT_ONCE])
