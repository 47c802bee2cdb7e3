"""The image of a disc: ISO 9660 level 3, Joliet, Rock Ridge and UDF at once, so that any machine reads its Chinese names. Serves 音像制度 15.

Built once and burned twice, so both discs read back with the same digest. Everything is streamed: clips are larger than memory.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, BinaryIO, cast

import pycdlib
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from mingzhi.core import vault
from mingzhi.core.engine.perform import entail
from mingzhi.core.organs.turns import turn
from mingzhi.core.vault.duties import duty

from .frames import Part, frame_of
from .models import Clip, Disc, DiscFrame, LostImage
from .stages import Burn

#: Joliet knows names of so many characters, and not these.
NAME_CHARACTERS = 64
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f*/:;?\\<>|"]')
LIST_NAME, SUMS_NAME = "目录.csv", "SHA256SUMS"
CHUNK_BYTES = 1 << 20
_UDF = "2.60"
_BLOCK_BYTES = 2048


def name_on_disc(clip: Clip, number: int) -> str:
    """The name a clip has on a disc: its place, and the name the camera gave, as long as Joliet takes."""
    stem, dot, extension = _NOT_IN_NAMES.sub("_", clip.name).rpartition(".")
    ending = f"{dot}{extension}"[:10]
    beginning = f"{number:03}_{clip.get_medium_display()}_{stem}"
    # Joliet counts in units of 16 bits, of which a rare character needs two.
    while len(f"{beginning}{ending}".encode("utf-16-be")) > 2 * NAME_CHARACTERS:
        beginning = beginning[:-1]
    return f"{beginning}{ending}"


def image_path(disc: Disc) -> Path:
    """Where the image lies until the discs are shelved."""
    return Path(settings.DATA_DIR) / "discs" / f"{disc.pk}.iso"


def waited_for(disc: Disc) -> LostImage | None:
    """The loss of its image that is not made good yet; None where nobody waits for one."""
    return LostImage.objects.filter(matter_id=disc.pk, ended_at__isnull=True).first()


def build(files: Mapping[str, Path | bytes], title: str, target: Path) -> tuple[str, int]:
    """Write an image of these files, by name, and give its SHA-256 and size. Whole or not at all. Raises OSError, PyCdlibException."""
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_suffix(".part")
    image = pycdlib.PyCdlib()
    image.new(interchange_level=3, joliet=3, rock_ridge="1.09", udf=_UDF, vol_ident=title)
    try:
        for number, (name, content) in enumerate(files.items(), start=1):
            plain = f"/F{number:05}.{_plain_ending(name)};1"
            path = f"/{name}"
            if isinstance(content, bytes):
                image.add_fp(io.BytesIO(content), len(content), plain, rr_name=name, joliet_path=path, udf_path=path)
            else:
                image.add_file(str(content), plain, rr_name=name, joliet_path=path, udf_path=path)
        with fresh.open("wb") as out:
            image.write_fp(out)
        digest, size = digest_of(fresh)
        fresh.replace(target)
        return digest, size
    finally:
        image.close()
        fresh.unlink(missing_ok=True)


def _plain_ending(name: str) -> str:
    """The extension as ISO 9660 alone may carry it."""
    ending = re.sub(r"[^A-Z0-9]", "", name.rpartition(".")[2].upper())[:3]
    return ending or "BIN"


def digest_of(path: Path, size_bytes: int | None = None) -> tuple[str, int]:
    """SHA-256 and size of a file or a disc; of its first `size_bytes` only, because drives read on past what was burned."""
    sha256, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while size_bytes is None or size < size_bytes:
            chunk = file.read(CHUNK_BYTES if size_bytes is None else min(CHUNK_BYTES, size_bytes - size))
            if not chunk:
                break
            sha256.update(chunk)
            size += len(chunk)
    return sha256.hexdigest(), size


@contextmanager
def opened(path: Path) -> Iterator[pycdlib.PyCdlib]:
    image = pycdlib.PyCdlib()
    image.open(str(path))
    try:
        yield image
    finally:
        image.close()


def contents(path: Path, way: str = "udf") -> dict[str, str]:
    """Name and SHA-256 of every file of an image, read by one of its three trees: udf, joliet, rr."""
    found: dict[str, str] = {}
    with opened(path) as image:
        for child in image.list_children(**{f"{way}_path": "/"}):
            if child is None or not child.is_file():
                continue
            name = _name_in(child, way)
            digest = _Digest()
            image.get_file_from_iso_fp(cast(BinaryIO, digest), **{f"{way}_path": f"/{name}"})
            found[name] = digest.sha256.hexdigest()
    return found


def places(path: Path) -> dict[str, tuple[int, int]]:
    """Where in an image the content of each file begins, and how long it is, in bytes, by name. Raises PyCdlibException."""
    found: dict[str, tuple[int, int]] = {}
    with opened(path) as image:
        for child in image.list_children(udf_path="/"):
            if child is not None and child.is_file():
                content = cast(Any, child).inode
                found[_name_in(child, "udf")] = (content.extent_location() * _BLOCK_BYTES, content.get_data_length())
    return found


def _name_in(child: Any, way: str) -> str:
    if way == "rr":
        return child.rock_ridge.name().decode("utf-8")
    raw = child.file_identifier()
    if way == "joliet":
        return raw.decode("utf-16-be").removesuffix(";1")
    return raw.decode(getattr(child.file_ident, "encoding", "utf-8")) if hasattr(child, "file_ident") else raw.decode("utf-8")


class _Digest:
    """A file that only hashes what is written into it."""

    mode = "wb"

    def __init__(self) -> None:
        self.sha256 = hashlib.sha256()

    def write(self, data: bytes) -> int:
        self.sha256.update(data)
        return len(data)


def files_of(disc: Disc, at: datetime) -> dict[str, Path | bytes]:
    """What goes on a disc: every clip out of the vault, a list of them, and their digests as `sha256sum -c` reads them.

    Raises VaultError when a clip's content is gone or is not what it was: nothing false goes on a disc.
    """
    rows = list(disc.footage_discclips.select_related("clip__blob", "clip__device", "clip__taken_by"))
    files: dict[str, Path | bytes] = {}
    for row in rows:
        vault.refuse_cleared(row.clip.blob)
        vault.check(row.clip.blob)
        files[row.name] = vault.path(row.clip.blob)
    files[LIST_NAME] = _listed(disc, rows, at)
    files[SUMS_NAME] = "".join(f"{row.sha256}  {row.name}\n" for row in rows).encode()
    return files


def _listed(disc: Disc, rows: list[Any], at: datetime) -> bytes:
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(["标号", disc.label, "名称", disc.subject_name, "制作单位", disc.authority.name, "制作人", disc.made_by.name])
    table.writerow(["盘内文件名", "编号", "原文件名", "设备", "摄录人", "开始", "结束", "大小（字节）", "SHA-256", "SM3"])
    for row in rows:
        clip = row.clip
        moments = [f"{timezone.localtime(one):%Y-%m-%d %H:%M:%S}" if one else "" for one in (clip.began_at, clip.ended_at)]
        device, person = clip.device.code if clip.device else "", clip.taken_by.name if clip.taken_by else ""
        table.writerow([row.name, clip.number, clip.name, device, person, *moments, clip.blob.size_bytes, clip.blob.sha256, clip.blob.sm3])
    # Excel takes a list without this mark for one in GBK.
    return out.getvalue().encode("utf-8-sig")


@duty("build-discs", every=timedelta(seconds=15))
def build_waiting(at: datetime) -> int:
    """Build the image of the next disc that waits for one, and read it back, file by file, before it counts."""
    disc = Disc.objects.filter(stage=Burn.LISTED, problem="").select_related("made_by", "authority").order_by("pk").first()
    if disc is None:
        return 0
    try:
        files = files_of(disc, at)
        image_sha256, image_bytes = build(files, f"DISC{disc.pk}", image_path(disc))
        problem = "；".join(_differences(disc))
    except (OSError, vault.VaultError, pycdlib.pycdlibexception.PyCdlibException) as failed:
        problem = str(failed) or type(failed).__name__
    if problem:
        image_path(disc).unlink(missing_ok=True)
        with turn():
            entail("disc.not_built", disc, actor=disc.made_by, at=at, data={"problem": problem})
        return 1
    frame = frame_of(image_path(disc), _parts_of(disc)).packed()
    with turn(), transaction.atomic():
        DiscFrame.objects.update_or_create(disc=disc, defaults={"packed": frame})
        entail("disc.built", disc, actor=disc.made_by, at=at, data={"image_sha256": image_sha256, "image_bytes": image_bytes})
    return 1


def _parts_of(disc: Disc) -> list[Part]:
    """Where in the image the content of each of its clips lies."""
    found = places(image_path(disc))
    return [Part(*found[name], sha256) for name, sha256 in disc.footage_discclips.values_list("name", "sha256")]


def _differences(disc: Disc) -> list[str]:
    found = contents(image_path(disc))
    rows = disc.footage_discclips.values_list("name", "sha256")
    return [f"映像中的{name}与原件不符" for name, sha256 in rows if found.get(name) != sha256]


@duty("forget-images", every=timedelta(hours=1))
def forget_images(at: datetime) -> int:
    """Remove images whose discs are shelved: the discs hold them twice."""
    done = 0
    for disc in Disc.objects.filter(stage=Burn.SHELVED):
        if image_path(disc).exists():
            image_path(disc).unlink(missing_ok=True)
            done += 1
    return done
