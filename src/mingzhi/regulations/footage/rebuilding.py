"""An image that was lost or damaged before its discs lay on the shelf, put together again: the same one, or words why not.

The digest on record stands on printed labels and is what burned discs are checked against, so no other image may take its place.
Serves 音像记录管理制度 15.
"""

from __future__ import annotations

import zlib
from datetime import datetime, timedelta

from mingzhi.core import vault
from mingzhi.core.engine.perform import entail
from mingzhi.core.organs.turns import turn
from mingzhi.core.vault.duties import duty
from mingzhi.core.vault.models import Blob

from .discs import digest_of, image_path
from .frames import Frame, put_together
from .models import Disc, DiscFrame, LostImage
from .stages import Burn

#: What to do now where the same image cannot be had any more.
_UNBURNED = "还没有刻录的，请办理“重新制作映像”，换用新的映像和标签。"
_BURNED = "已经刻录的光盘本身就是这份映像，可以继续校验、入柜；光盘也读不出的，先作废重刻，再重新制作映像。"


@duty("rebuild-discs", every=timedelta(seconds=15))
def rebuild_waiting(at: datetime) -> int:
    """Put the next image together again that somebody waits for."""
    lost = LostImage.objects.filter(ended_at__isnull=True).select_related("told_by").order_by("pk").first()
    if lost is None:
        return 0
    disc = Disc.objects.select_related("authority").get(pk=lost.matter_id)
    problem = why_not_rebuilt(disc)
    with turn():
        if problem:
            what_now = _UNBURNED if disc.stage == Burn.BUILT else _BURNED
            entail("disc.not_rebuilt", disc, actor=lost.told_by, at=at, data={"problem": f"{problem}{what_now}"})
        else:
            image = {"image_sha256": disc.image_sha256, "image_bytes": disc.image_bytes}
            entail("disc.rebuilt", disc, actor=lost.told_by, at=at, data=image)
    return 1


def why_not_rebuilt(disc: Disc) -> str:
    """Put the image in its place with the digest it had, unless it lies there whole; else say why it cannot be. Nothing false is left."""
    target = image_path(disc)
    wanted = (disc.image_sha256, disc.image_bytes)
    if target.is_file() and digest_of(target) == wanted:
        return ""
    row = DiscFrame.objects.filter(disc=disc).first()
    if row is None:
        return "这份映像是在系统能够补制之前制作的，没有保存补制所需的数据，做不出逐字节相同的映像。"
    fresh = target.with_suffix(".part")
    try:
        made = put_together(Frame.unpacked(row.packed), lambda sha256: vault.open(Blob.objects.get(sha256=sha256)), fresh)
        if made == wanted:
            fresh.replace(target)
            return ""
        return f"补制出的映像与登记的不一致（应为 SHA-256 {disc.image_sha256[:16]}，实为 {made[0][:16]}），没有采用：盘内的原件或者补制数据已经改变。"
    except (OSError, ValueError, zlib.error, vault.VaultError) as failed:
        return f"{str(failed).rstrip('。') or type(failed).__name__}。"
    finally:
        fresh.unlink(missing_ok=True)
