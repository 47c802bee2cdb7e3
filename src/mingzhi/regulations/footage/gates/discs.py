"""Facts that must hold before a disc goes on."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine import before
from mingzhi.core.organs.models import User

from ..discs import waited_for
from ..forms.discs import copies
from ..models import Clip, Disc
from ..stages import Burn


@before("disc.make", cites=("footage-15", "footage-15-disc"), mend="footage.keep_for_ever")
def only_what_is_kept_for_ever_goes_on_a_disc(disc: Disc, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    rest = [clip.number for clip in given["clips"] if not clip.permanent_class]
    return f"{'、'.join(rest)}没有列为长期保存。请先写明属于哪一种情形，再刻录光盘。" if rest else None


@before("disc.make", cites="footage-13")
def nothing_classified_goes_on_a_disc(disc: Disc, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    found = [clip.number for clip in given["clips"] if clip.secrecy == Clip.Secrecy.STATE]
    return f"{'、'.join(found)}标为涉及国家秘密，不得在本系统刻录。请按保密规定办理。" if found else None


@before("disc.make", cites="footage-15-disc")
def label_is_not_used_yet(disc: Disc, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    used = Disc.objects.filter(authority_id=actor.authority_id, label=given["label"]).exists()
    return f"标号{given['label']}已经用过。请换一个。" if used else None


@before("disc.build_again", cites="footage-15-disc")
def building_failed(disc: Disc, *, actor: User, at: datetime) -> str | None:
    """An image whose digest stands on labels is given up only where it cannot be put together again."""
    if disc.problem:
        return None
    if disc.stage == Burn.LISTED or waited_for(disc):
        return "映像正在制作，不必重做。"
    return "映像已经制作完成，不能另做一份不同的。映像遗失、损坏的，请补制映像；补制不成的，才重新制作。"


@before("disc.rebuild", "disc.shelve", cites="footage-15-disc")
def image_is_not_waited_for(disc: Disc, *, actor: User, at: datetime) -> str | None:
    return "映像正在补制，请稍后刷新本页。" if waited_for(disc) else None


@before("disc.burn", cites="footage-15-disc")
def as_many_as_the_rule_wants(disc: Disc, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    wanted = copies(at)
    return None if len(given["discs"]) >= wanted else f"光盘应当一式 {wanted} 份，现在只有 {len(given['discs'])} 份。"


@before("disc.check", cites="footage-15-disc")
def every_disc_reads_back_as_the_image(disc: Disc, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    read = {row["serial"]: row["sha256"].lower() for row in given["readings"]}
    wrong = [row["serial"] for row in disc.discs if read.get(row["serial"]) != disc.image_sha256]
    if not wrong:
        return None
    return f"{'、'.join(wrong)}读回的内容与映像不符（映像 SHA-256 以 {disc.image_sha256[:16]} 开头）。请作废后重新刻录。"
