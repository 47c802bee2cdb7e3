"""Pictures: their size at intake, and small copies of them, never at the cost of the machine's memory."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import BinaryIO
from zoneinfo import ZoneInfo

from PIL import ExifTags, Image, ImageOps, UnidentifiedImageError

from .errors import NoThumbnail, UnreadableImage

# Only the formats the vault takes: every other decoder of the library stays out of reach.
FORMATS = ("JPEG", "PNG", "WEBP")
# A phone of 200 megapixels is the largest camera seen; what claims more is a bomb.
INTAKE_PIXELS = 256_000_000
# Decoded at once, so this bounds memory: 64 million pixels of four bytes are 256 MB.
DECODED_PIXELS = 64_000_000
QUALITY = 82

Image.MAX_IMAGE_PIXELS = INTAKE_PIXELS

_BROKEN = (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError, EOFError)


def measure(file: BinaryIO) -> tuple[int, int]:
    """(width, height) in pixels as stored, from the header alone. Raises UnreadableImage."""
    file.seek(0)
    try:
        with Image.open(file, formats=FORMATS) as image:
            width, height = image.size
    except _BROKEN as error:
        raise UnreadableImage("图片无法打开，可能已损坏。请重新拍摄或者重新导出后再上传。") from error
    if width * height > INTAKE_PIXELS:
        raise UnreadableImage(f"图片为 {width}×{height} 像素，超过可处理的范围。请缩小后再上传，原图请以光盘等载体入卷。")
    return width, height


def taken_at(path: Path, zone: ZoneInfo) -> datetime | None:
    """When the camera says it took the picture, aware; `zone` is that of its clock where it names none. None when it says nothing."""
    try:
        with Image.open(path, formats=FORMATS) as image:
            said = image.getexif().get_ifd(ExifTags.IFD.Exif)
        moment = datetime.strptime(str(said.get(ExifTags.Base.DateTimeOriginal, "")), "%Y:%m:%d %H:%M:%S")
    except _BROKEN:
        return None
    try:
        return datetime.strptime(f"{moment:%Y%m%d%H%M%S}{said.get(ExifTags.Base.OffsetTimeOriginal, '')}", "%Y%m%d%H%M%S%z")
    except ValueError:
        return moment.replace(tzinfo=zone)


def shrink(path: Path, side_px: int) -> bytes:
    """A JPEG that fits into a square of `side_px`, upright, without any metadata. Raises NoThumbnail."""
    try:
        with Image.open(path, formats=FORMATS) as image:
            # JPEG can be decoded at a fraction of its size; the others come whole or not at all.
            image.draft("RGB", (side_px, side_px))
            if image.width * image.height > DECODED_PIXELS:
                raise NoThumbnail(f"图片为 {image.width}×{image.height} 像素，太大，不能生成缩略图。请下载原件查看。")
            small = ImageOps.exif_transpose(image)
            small.thumbnail((side_px, side_px))
            flat = Image.new("RGB", small.size, "white")
            shown = small.convert("RGBA")
            flat.paste(shown, mask=shown.getchannel("A"))
    except _BROKEN as error:
        raise NoThumbnail("图片不完整，不能生成缩略图。请下载原件查看。") from error
    made = io.BytesIO()
    flat.save(made, "JPEG", quality=QUALITY)
    return made.getvalue()
