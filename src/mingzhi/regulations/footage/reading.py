"""The pages on which a clip, a copy and a disc are read: what it is, and where what was approved or made is taken out.

Nothing is decided here; the same rules are asked again when somebody takes it. Serves recording-17, equipment-8, footage-14, footage-15.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone

from mingzhi.core.engine.page_port import ReadingPage, reads
from mingzhi.core.organs.models import User
from mingzhi.law.continuity.wording import length_words

from .discs import waited_for
from .models import Clip, Copy, Disc
from .procedure import burning
from .retention import holds_on, term_of
from .stages import Burn, Copying, Stage
from .viewings import why_not_copy, why_not_disc

_MIB = 1 << 20


@dataclass(frozen=True)
class CopyLine:
    """One copy of a clip; `take` where this reader may take it out."""

    pk: int
    number: str
    form: str
    recipient: str
    purpose: str
    stage: str
    take: bool = False


@dataclass(frozen=True)
class ClipReading:
    """A clip as it is read. activity: id and title of where it was taken; cleared: only the facts are left."""

    pk: int
    facts: list[tuple[str, str]]
    activity: tuple[int, str] | None = None
    copies: list[CopyLine] = field(default_factory=list)
    cleared: bool = False


@dataclass(frozen=True)
class CopyReading:
    """A copy as it is read. why_not: in words why this reader cannot take it out, empty where they can."""

    facts: list[tuple[str, str]]
    clip: tuple[int, str]
    take: CopyLine | None
    why_not: str = ""


@dataclass(frozen=True)
class DiscReading:
    """A disc as it is read: what is on it and the two that were burned. why_not as of a copy; mend: name and title of what helps."""

    pk: int
    facts: list[tuple[str, str]]
    clips: list[tuple[int, str, str]]
    discs: list[tuple[str, str]]
    why_not: str = ""
    mend: tuple[str, str] | None = None


@reads("footage")
def clip_page(clip: Clip, viewer: User, at: datetime, asked: Mapping[str, str]) -> ReadingPage:
    """What is known of a clip, how long it is kept, and its copies."""
    facts = [
        ("原文件名", clip.name),
        ("设备", clip.device.code if clip.device else "没有注明"),
        ("摄录人", clip.taken_by.name if clip.taken_by else "没有注明"),
        ("起止时间", _times(clip)),
        ("大小", size_words(clip.blob.size_bytes)),
        ("SHA-256", clip.blob.sha256),
        ("涉密情况", clip.get_secrecy_display()),
    ]
    if (stone := clip.tombstones.filter(cleared_at__isnull=False).select_related("matter").first()) is not None:
        facts.append(("清理", f"{timezone.localtime(stone.cleared_at):%Y-%m-%d %H:%M} 依法清理（{stone.matter.number}）"))
    if clip.stage != Stage.CLEARED:
        facts += [("保存期限", term_of(clip, at).sentence), *(("暂停清理", words) for words in holds_on(clip))]
    copies = [copy_line(copy, viewer) for copy in clip.copies.select_related("asked_by").order_by("-pk")]
    activity = (clip.activity.pk, str(clip.activity)) if clip.activity else None
    return ReadingPage("footage/clip.html", ClipReading(clip.pk, facts, activity, copies, clip.stage == Stage.CLEARED))


def _times(clip: Clip) -> str:
    if clip.began_at is None:
        return "没有注明"
    began = f"{timezone.localtime(clip.began_at):%Y-%m-%d %H:%M:%S}"
    if clip.ended_at is None or clip.ended_at == clip.began_at:
        return began
    return f"{began} 起，长 {length_words(clip.ended_at - clip.began_at)}"


def size_words(size_bytes: int) -> str:
    """A size as people say it."""
    return f"{size_bytes / _MIB:,.1f} MiB" if size_bytes >= _MIB else f"{size_bytes:,} 字节"


def copy_line(copy: Copy, viewer: User) -> CopyLine:
    """A copy in a list, with whether this person may take it out."""
    return CopyLine(
        pk=copy.pk,
        number=copy.number,
        form=copy.get_form_display(),
        recipient=copy.recipient,
        purpose=copy.purpose,
        stage=Copying(copy.stage).label,
        take=copy.output_id is not None and why_not_copy(copy, viewer) is None,
    )


@reads("copy")
def copy_page(copy: Copy, viewer: User, at: datetime, asked: Mapping[str, str]) -> ReadingPage:
    """What a copy came to and how it was made; where it is taken out."""
    facts = [
        ("提供给", f"{copy.recipient}（{copy.get_recipient_kind_display()}）"),
        ("用途", copy.purpose),
        *([("依据", copy.basis)] if copy.basis else []),
        ("形式", copy.get_form_display()),
        *(_treatment(copy) if copy.form == Copy.Form.MARKED else []),
        ("原件", taken_words(copy.clip)),
        ("申请人", copy.asked_by.name),
        ("原件 SHA-256", copy.parent_sha256),
    ]
    if copy.output is not None:
        facts += [("副本 SHA-256", copy.output.sha256), ("大小", size_words(copy.output.size_bytes))]
    if copy.tool:
        facts.append(("处理工具", copy.tool))
    if copy.rechecked_at:
        facts.append(("原件复核", f"{timezone.localtime(copy.rechecked_at):%Y-%m-%d %H:%M}，未变"))
    line, problem = None, why_not_copy(copy, viewer)
    if copy.output is not None and problem is None:
        line = copy_line(copy, viewer)
    why_not = "副本还没有制作完成。" if copy.output is None else problem.sentence if problem else ""
    return ReadingPage("footage/copy.html", CopyReading(facts, (copy.clip_id, copy.clip.number), line, why_not))


def _treatment(copy: Copy) -> list[tuple[str, str]]:
    """Which part of the original is given, and what of it is hidden: what whoever approves has to weigh."""
    whole = not copy.from_s and copy.until_s is None
    until = "结尾" if copy.until_s is None else f" {copy.until_s.normalize():f} 秒"
    part = "全部" if whole else f"{copy.from_s.normalize():f} 秒至{until}"
    hidden = "；".join(_rectangle_words(row) for row in copy.blurs) or f"不作处理：{copy.unblurred_because or '没有说明理由'}"
    return [("截取", part), ("模糊处理", hidden)]


def _rectangle_words(row: dict[str, str]) -> str:
    when = [f"{word} {row[name]} 秒" for name, word in (("from_s", "从"), ("until_s", "到")) if name in row]
    return f"左 {row['left']}%、上 {row['top']}%、宽 {row['width']}%、高 {row['height']}%（{''.join(when) or '始终'}）"


def taken_words(clip: Clip) -> str:
    """What a clip is, for somebody who has only its number before their eyes: where it was taken, when, how long."""
    return "　".join(
        word for word in (clip.name, clip.activity.title if clip.activity else "", _times(clip) if clip.began_at else "") if word
    )


@reads("disc")
def disc_page(disc: Disc, viewer: User, at: datetime, asked: Mapping[str, str]) -> ReadingPage:
    """What is on a disc, its image, and where the image is taken out to be burned."""
    facts = [("标号", disc.label), ("活动或者案件", disc.subject_name), ("制作人", disc.made_by.name)]
    if disc.image_sha256:
        facts += [("映像 SHA-256", disc.image_sha256), ("映像大小", size_words(disc.image_bytes or 0))]
    if (lost := waited_for(disc)) is not None:
        facts.append(("补制映像", f"正在补制：{lost.because}"))
    if disc.problem:
        facts.append(("没有制作成功的原因", disc.problem))
    if disc.place:
        facts += [("存放位置", disc.place), ("另一份存放位置", disc.second_place)]
    problem = why_not_disc(disc, viewer, at)
    clips = [(row.clip_id, row.clip.number, row.name) for row in disc.footage_discclips.select_related("clip")]
    discs = [(row["serial"], _read_words(disc, row)) for row in disc.discs]
    mend = next(((row.mend.partition(".")[2], row.mend_title) for row in problem.refusals if row.mend), None) if problem else None
    mend = mend if mend and mend[0] in burning.actions else None
    return ReadingPage("footage/disc.html", DiscReading(disc.pk, facts, clips, discs, problem.sentence if problem else "", mend))


def _read_words(disc: Disc, row: dict[str, str]) -> str:
    if not row.get("read_sha256"):
        return "还没有读回校验" if disc.stage == Burn.BURNED else ""
    return "读回校验一致" if row["read_sha256"] == disc.image_sha256 else "读回校验不符"
