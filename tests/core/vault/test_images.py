"""Pictures: measured at intake, shown small, never at the cost of the machine."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from mingzhi.core import vault

from .conftest import SAMPLES, picture

pytestmark = pytest.mark.django_db


def claimed_png(width: int, height: int) -> bytes:
    """A few bytes of PNG that claim to be a picture of this size."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


def test_width_and_height_are_kept_for_pictures_only():
    blob = vault.put(picture("JPEG", (40, 30)), declared_name="a.jpg")
    assert (blob.width_px, blob.height_px) == (40, 30)
    other = vault.put(SAMPLES["责令改正.pdf"][0], declared_name="a.pdf")
    assert (other.width_px, other.height_px) == (None, None)


@pytest.mark.parametrize(
    ("form", "mode"), [("JPEG", "RGB"), ("JPEG", "CMYK"), ("JPEG", "L"), ("PNG", "RGBA"), ("PNG", "P"), ("WEBP", "RGBA")]
)
def test_a_thumbnail_is_a_jpeg_that_fits_its_square(form, mode):
    content = io.BytesIO()
    Image.new(mode, (400, 200)).save(content, form)
    blob = vault.put(content.getvalue(), declared_name=f"a.{form.lower()}")
    with Image.open(io.BytesIO(vault.thumbnail(blob, 100))) as small:
        assert (small.format, small.size, small.mode) == ("JPEG", (100, 50), "RGB")


def test_a_thumbnail_stands_upright_and_carries_no_metadata_of_its_camera():
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "camera"
    blob = vault.put(picture("JPEG", (400, 200), exif=exif), declared_name="a.jpg")
    with Image.open(io.BytesIO(vault.thumbnail(blob, 100))) as small:
        assert small.size == (50, 100)
        assert not small.getexif()


def test_a_thumbnail_is_kept_and_made_again_when_it_is_gone(vault_dir):
    blob = vault.put(picture("PNG", (400, 200)), declared_name="a.png")
    made = vault.thumbnail(blob, 64)
    (kept,) = [found for found in (vault_dir / "thumbnails").rglob("*") if found.is_file()]
    assert kept.read_bytes() == made
    kept.write_bytes(b"kept")
    assert vault.thumbnail(blob, 64) == b"kept"
    kept.unlink()
    assert vault.thumbnail(blob, 64) == made
    vault.check(blob)


def test_a_picture_that_claims_a_monstrous_size_is_refused_at_intake():
    with pytest.raises(vault.UnreadableImage):
        vault.put(claimed_png(60_000, 60_000), declared_name="bomb.png")


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_a_picture_too_large_by_less_than_half_is_refused_in_words():
    with pytest.raises(vault.UnreadableImage, match="17000×17000"):
        vault.put(claimed_png(17_000, 17_000), declared_name="bomb.png")


def test_a_large_picture_is_kept_but_never_decoded_whole():
    blob = vault.put(claimed_png(15_000, 15_000), declared_name="map.png")
    with pytest.raises(vault.NoThumbnail, match="15000×15000"):
        vault.thumbnail(blob, 100)


def test_a_picture_cut_short_is_kept_as_it_is_and_has_no_thumbnail():
    whole = picture("JPEG", (800, 800), quality=95)
    blob = vault.put(whole[: len(whole) // 2], declared_name="a.jpg")
    with pytest.raises(vault.NoThumbnail, match="不完整"):
        vault.thumbnail(blob, 100)


def test_what_only_begins_like_a_picture_is_refused():
    with pytest.raises(vault.UnreadableImage, match="损坏"):
        vault.put(b"\xff\xd8\xff\xe0 and nothing more", declared_name="a.jpg")


@pytest.mark.parametrize("name", ["责令改正.pdf", "手机.heic", "说明.txt"])
def test_what_cannot_be_drawn_has_no_thumbnail(name):
    blob = vault.put(SAMPLES[name][0], declared_name=name)
    with pytest.raises(vault.NoThumbnail):
        vault.thumbnail(blob, 100)


@pytest.mark.parametrize("side_px", [0, -1, 15, 2049, 10**9])
def test_only_sensible_sizes_are_made(side_px):
    blob = vault.put(picture("PNG"), declared_name="a.png")
    with pytest.raises(ValueError, match="像素"):
        vault.thumbnail(blob, side_px)
