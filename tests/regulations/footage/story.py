"""Steps of footage that its tests build on: brought back by 李雪梅, of the activity of 2026-03-04, and what is done with it later."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta
from typing import Any

from mingzhi.core import vault
from mingzhi.core.engine.models import Matter
from mingzhi.core.engine.perform import Done, perform
from mingzhi.core.vault.models import Upload
from mingzhi.regulations.footage.models import AccessRequest, Clearing, Clip, Copy, Disc, Misuse
from tests.cast import Town, at
from tests.regulations.recording import story as activities

#: A recording as short as one can be: the brand of its first box makes it MP4, whatever follows.
HEAD = b"\0\0\0\x18ftypisom\0\0\2\0isomiso2"
OFFICER, OTHER, CAPTAIN, DEPUTY, MAYOR = "lixuemei", "chenzhiqiang", "luokaifu", "zhouweimin", "tangguohua"
REVIEWER, CLERK, ARCHIVIST, SUPERVISOR = "zhaomingyuan", "wangli", "heping", "sunjing"
#: Who has nothing to do with the footage of 李雪梅.
STRANGER = "wumin"


def act(town: Town, code: str, matter: Matter | None, who: str, when: str, /, **data: Any) -> Done:
    """One action, done by somebody at a moment."""
    return perform(code, matter, actor=town[who], data=data, at=at(when))


def recording(seed: str, size: int = 4000) -> bytes:
    """Bytes of a recording that nobody can play, different for every seed."""
    return HEAD + hashlib.shake_256(seed.encode()).digest(size)


def uploaded(
    town: Town, who: str = OFFICER, name: str = "现场.mp4", content: bytes | None = None, when: str = "2026-03-04 12:00", **metadata: str
) -> Upload:
    """A file that somebody has uploaded, whole and verified, and that nobody has taken yet."""
    blob = vault.put(content or recording(f"{town.authority.code} {name} {when}"), declared_name=name, at=at(when))
    return Upload.objects.create(
        code=secrets.token_hex(16), owner=town[who], purpose="footage", name=name, metadata=metadata, size_bytes=blob.size_bytes,
        offset_bytes=blob.size_bytes, blob=blob, sha256=blob.sha256, state=Upload.State.VERIFIED, created_at=at(when), changed_at=at(when),
        expires_at=at(when) + timedelta(days=7),
    )  # fmt: skip


def brought(town: Town, upload: Upload | None = None, who: str = OFFICER, when: str = "2026-03-04 12:00", **data: Any) -> Clip:
    """A clip that is taken in, of no activity unless the data names one."""
    upload = upload or uploaded(town, who, when=when)
    return act(town, "footage.take_in", None, who, when, **{"upload": upload.pk, "exported_at": when, "secrecy": "none", **data}).matter


def activity(town: Town) -> Matter:
    """李雪梅's and 陈志强's inspection at 万隆村三组 of 2026-03-04, from 09:00 to 10:00, with the camera ZF-07."""
    return activities.left(town)


def bound(town: Town, **data: Any) -> Clip:
    """A clip of that activity."""
    return brought(town, activity=activity(town).number, **data)


def kept_for_ever(town: Town) -> Clip:
    return act(town, "footage.keep_for_ever", brought(town), OFFICER, "2026-03-05 09:00", permanent_class="dispute",
        permanent_because="当事人当场表示要上访。").matter  # fmt: skip


def held(town: Town) -> Clip:
    told = {"hold_kind": "complaint", "because": "投诉举报〔2026〕3号正在办理"}
    return act(town, "footage.hold", brought(town), CAPTAIN, "2026-03-05 09:00", **told).matter


def asked(town: Town, clip: Clip | None = None, want: str = "look", who: str = STRANGER) -> AccessRequest:
    clip = clip or brought(town)
    return act(town, "access.ask", None, who, "2026-03-05 09:00", clips=[clip.pk], want=want, because="办理关联案件需要。").matter


def granted(town: Town, clip: Clip | None = None, want: str = "look", until: str = "2026-03-12 18:00") -> AccessRequest:
    return act(town, "access.approve", asked(town, clip, want), DEPUTY, "2026-03-05 10:00", granted_until=until, opinion="同意。").matter


def wanted(clip: Clip, **changes: Any) -> dict[str, Any]:
    """What a request for a copy says."""
    told = {"clip": clip.pk, "form": "marked", "recipient_kind": "justice", "recipient": "某某区人民法院", "purpose": "行政诉讼举证"}
    return {**told, "basis": "（2026）渝行初1号举证通知书", "blurs": [], **changes}


def copy_asked(town: Town, clip: Clip | None = None, when: str = "2026-03-05 09:00", **changes: Any) -> Copy:
    return act(town, "copy.ask", None, OFFICER, when, **wanted(clip or brought(town), **changes)).matter


def copy_approved(town: Town, copy: Copy | None = None, when: str = "2026-03-05 10:00") -> Copy:
    return act(town, "copy.approve", copy or copy_asked(town), DEPUTY, when, opinion="同意。").matter


def original_released(town: Town) -> Copy:
    first = copy_approved(town, copy_asked(town, form="original"))
    return act(town, "copy.approve_second", first, MAYOR, "2026-03-05 11:00", opinion="同意。").matter


def copy_failed(town: Town) -> Copy:
    """A copy that could not be made, because nobody can play what it is to be made of."""
    from mingzhi.regulations.footage.making import make_waiting

    copy = copy_approved(town)
    make_waiting(at("2026-03-05 11:00"))
    return Copy.objects.get(pk=copy.pk)


def misuse_told(**changes: Any) -> dict[str, Any]:
    told = {"misuse_kind": "not_worn", "person": "吴敏", "found_on": "2026-03-05", "what": "3月4日巡查没有佩戴执法记录仪。"}
    return {**told, **changes}


def misuse_registered(town: Town) -> Misuse:
    return act(town, "misuse.register", None, CAPTAIN, "2026-03-05 09:00", **misuse_told()).matter


def misuse_heard(town: Town) -> Misuse:
    return act(town, "misuse.hear", misuse_registered(town), CAPTAIN, "2026-03-05 10:00", statement="忘记充电。").matter


def misuse_handed_on(town: Town) -> Misuse:
    told = {"handed_to": "镇纪委", "handed_on": "2026-03-06", "reasons": "屡次发生。"}
    return act(town, "misuse.hand_on", misuse_heard(town), DEPUTY, "2026-03-06 09:00", **told).matter


#: A year after its export a clip of no case may be cleared.
EXPIRED = "2027-03-08"


def expired(town: Town, number: int = 1) -> list[Clip]:
    return [brought(town, uploaded(town, name=f"过期{one}.mp4")) for one in range(number)]


def proposed(town: Town, clips: list[Clip] | None = None, when: str = f"{EXPIRED} 09:00") -> Clearing:
    clips = expired(town) if clips is None else clips
    return act(town, "clearing.propose", None, ARCHIVIST, when, clips=[clip.pk for clip in clips], because="内容与办案无关。").matter


def approved_once(town: Town, clearing: Clearing | None = None, when: str = f"{EXPIRED} 10:00") -> Clearing:
    return act(town, "clearing.approve_first", clearing or proposed(town), CAPTAIN, when, opinion="同意。").matter


def cooling(town: Town, clearing: Clearing | None = None, when: str = f"{EXPIRED} 11:00") -> Clearing:
    """Approved by both on 2027-03-08: the seven days end with 2027-03-15."""
    return act(town, "clearing.approve_second", approved_once(town, clearing), DEPUTY, when, opinion="同意。").matter


def cleared(town: Town, clearing: Clearing | None = None, when: str = "2027-03-16 09:00") -> Clearing:
    return act(town, "clearing.carry_out", cooling(town, clearing), ARCHIVIST, when).matter


def gone(town: Town) -> Clip:
    """A clip that was cleared."""
    (clip,) = expired(town)
    cleared(town, proposed(town, [clip]))
    return Clip.objects.get(pk=clip.pk)


def listed(town: Town, clips: list[Clip] | None = None, when: str = "2026-03-06 09:00", **changes: Any) -> Disc:
    clips = clips or [kept_for_ever(town)]
    told = {"clips": [clip.pk for clip in clips], "label": "2026-001", "subject_name": "万隆村三组现场检查", **changes}
    return act(town, "disc.make", None, ARCHIVIST, when, **told).matter


def built(town: Town, disc: Disc | None = None, when: str = "2026-03-06 09:05") -> Disc:
    from mingzhi.regulations.footage.discs import build_waiting

    disc = disc or listed(town)
    build_waiting(at(when))
    return Disc.objects.get(pk=disc.pk)


def not_built(town: Town) -> Disc:
    """A disc whose clip is gone from the disk."""
    disc = listed(town)
    path = vault.path(disc.footage_discclips.get().clip.blob)
    content = path.read_bytes()
    path.unlink()
    try:
        return built(town, disc)
    finally:
        path.write_bytes(content)


def image_lost(town: Town, disc: Disc | None = None, when: str = "2026-03-06 10:30") -> Disc:
    """Told lost; whether the file is really gone is up to the test."""
    return act(town, "disc.rebuild", disc or built(town), ARCHIVIST, when, reasons="工作站硬盘损坏。").matter


def rebuilding_failed(town: Town) -> Disc:
    """An image that is gone, and cannot be had again because nobody kept its frame."""
    from mingzhi.regulations.footage.discs import image_path
    from mingzhi.regulations.footage.models import DiscFrame
    from mingzhi.regulations.footage.rebuilding import rebuild_waiting

    disc = image_lost(town)
    image_path(disc).unlink()
    DiscFrame.objects.filter(disc=disc).delete()
    rebuild_waiting(at("2026-03-06 10:31"))
    return Disc.objects.get(pk=disc.pk)


DISCS = [{"serial": "2026-001-甲", "kind": "BD-R 档案级"}, {"serial": "2026-001-乙", "kind": "BD-R 档案级"}]


def burned(town: Town, disc: Disc | None = None, when: str = "2026-03-06 10:00") -> Disc:
    return act(town, "disc.burn", disc or built(town), ARCHIVIST, when, burned_on=when[:10], discs=DISCS).matter


def readings(disc: Disc, **changes: str) -> list[dict[str, str]]:
    return [{"serial": row["serial"], "sha256": changes.get(row["serial"], disc.image_sha256)} for row in disc.discs]


def checked(town: Town, disc: Disc | None = None, when: str = "2026-03-06 11:00") -> Disc:
    disc = disc or burned(town)
    return act(town, "disc.check", disc, ARCHIVIST, when, readings=readings(disc)).matter
