"""Photographs printed in papers: from a copy in the vault, the same bytes whenever they are set again."""

from __future__ import annotations

import hashlib
import io
import subprocess

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from mingzhi.core import vault
from mingzhi.core.documents.issuing import typeset_again
from mingzhi.core.documents.models import Document
from mingzhi.core.engine.perform import rehearse
from mingzhi.core.vault.models import Blob
from tests.cast import Town, at
from tests.procedures.penalty.papers.test_papers import printed
from tests.procedures.penalty.story import filed
from tests.procedures.penalty.test_evidence import sheet, take

WIDE = (1600, 1200)


pytestmark = pytest.mark.papers


@pytest.fixture(autouse=True)
def vault_directory(settings, tmp_path):
    """A vault that holds nothing but what this test puts there."""
    settings.VAULT_DIR = tmp_path / "vault"
    return settings.VAULT_DIR


def photograph(shade: int, size: tuple[int, int] = WIDE) -> SimpleUploadedFile:
    """A JPEG in one colour."""
    out = io.BytesIO()
    Image.new("RGB", size, (shade, 90, 60)).save(out, "JPEG")
    return SimpleUploadedFile(f"照片{shade}.jpg", out.getvalue(), "image/jpeg")


def photo_sheet(town: Town, *photos: SimpleUploadedFile) -> Document:
    notes = "\n".join(f"第{number}张" for number, _ in enumerate(photos, 1))
    done = take(town, filed(town).matter, {"photos": list(photos)}, photo_notes=notes)
    return next(document for document in done.documents if document.code == "D08b")


def pictures_in(pdf: bytes, tmp_path) -> list[str]:
    """Sizes of the pictures a PDF holds, the masks of its signatures left out."""
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf)
    listed = subprocess.run(["pdfimages", "-list", str(path)], capture_output=True, check=True).stdout.decode().splitlines()[2:]
    return ["×".join(line.split()[3:5]) for line in listed if "jpeg" in line.split()]


def test_each_photograph_stands_on_the_sheet_with_its_maker_time_place_and_digest(town: Town, tmp_path):
    """penalty-law-46"""
    first, second = photograph(10), photograph(200)
    wanted = [hashlib.sha256(file.read()).hexdigest() for file in (first, second)]
    first.seek(0), second.seek(0)
    paper = photo_sheet(town, first, second)
    pdf = vault.open(paper.blob).read()
    assert pictures_in(pdf, tmp_path) == ["1200×900", "1200×900"]
    words = printed(pdf)
    assert words.count("綦江某建材店2026年2月21日10时00分摄于万隆村三组") == 2
    assert all(digest in words for digest in wanted)


def test_the_copy_is_kept_apart_and_the_original_stays_as_it_was(town: Town):
    """penalty-law-46"""
    brought = photograph(10)
    content = brought.read()
    brought.seek(0)
    (row,) = photo_sheet(town, brought).data["photos"]
    assert row["sha256"] == hashlib.sha256(content).hexdigest() != row["picture"]
    original, copy = (Blob.objects.get(sha256=row[name]) for name in ("sha256", "picture"))
    assert vault.open(original).read() == content
    assert (copy.media_type, copy.width_px, copy.height_px) == ("image/jpeg", 1200, 900)


def test_a_sheet_set_again_is_the_same_byte_for_byte(town: Town, vault_directory):
    """penalty-law-46"""
    paper = photo_sheet(town, photograph(10), photograph(200, (300, 900)))
    kept = vault.open(paper.blob).read()
    # Small copies made for the screen may go at any time; what is printed does not lean on them.
    for small in (vault_directory / "thumbnails").rglob("*"):
        if small.is_file():
            small.unlink()
    assert typeset_again(Document.objects.get(pk=paper.pk)) == kept


def test_a_sheet_whose_photograph_is_gone_is_not_set_again_without_it(town: Town):
    """penalty-law-46"""
    paper = photo_sheet(town, photograph(10))
    vault.path(Blob.objects.get(sha256=paper.data["photos"][0]["picture"])).unlink()
    with pytest.raises(vault.VaultDamaged):
        typeset_again(paper)


def test_what_cannot_be_printed_leaves_room_for_a_print(town: Town, tmp_path):
    """penalty-law-46"""
    film = SimpleUploadedFile("现场.mp4", b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00isomiso2avc1mp41" + bytes(64), "video/mp4")
    paper = photo_sheet(town, film, photograph(10))
    assert [bool(row["picture"]) for row in paper.data["photos"]] == [False, True]
    pdf = vault.open(paper.blob).read()
    assert len(pictures_in(pdf, tmp_path)) == 1
    assert printed(pdf).count("（照片粘贴处）") == 1


def test_a_draft_shows_where_the_photograph_will_be(town: Town):
    """penalty-law-46"""
    case = filed(town).matter
    files = {"photos": [photograph(10)]}
    noon = at("2026-03-04 12:00")
    drafts = rehearse("penalty.take_evidence", case, actor=town["lixuemei"], data=sheet(photo_notes="全貌"), files=files, at=noon)
    assert "（照片粘贴处）" in printed(drafts[1][1])
    assert Blob.objects.filter(media_type="image/jpeg").count() == 0
