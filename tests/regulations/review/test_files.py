"""Evidence that is a file, read beside the papers: photographs and PDFs page by page, and every look written down."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from mingzhi.core import vault
from mingzhi.core.engine.models import Attachment, Matter
from mingzhi.core.ledger.models import LedgerEntry as Entry
from mingzhi.procedures.penalty.models import Case, Evidence
from mingzhi.regulations.review.models import Review
from tests.cast import Town, at

from . import story
from .test_reading import page, passwords_do_not_age, seat, turned

__all__ = ["passwords_do_not_age"]


def _jpeg(shade: int) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (64, 48), (shade, shade, shade)).save(target, "JPEG")
    return target.getvalue()


def _laid(town: Town, case: Case, name: str, content: bytes) -> Attachment:
    blob = vault.put(content, declared_name=name)
    return Attachment.objects.create(matter=case, blob=blob, name=name, added_by=town["lixuemei"], added_at=at("2026-03-20 09:00"))


def _evidence(case: Case, name: str, **given: object) -> Evidence:
    made = {
        "kind": "object",
        "source": "现场拍摄",
        "maker": "陈志强",
        "made_at": at("2026-03-20 09:00"),
        "place": "万隆村",
        "proves": "现场",
    }
    return Evidence.objects.create(matter=case, name=name, **{**made, **given})


@pytest.fixture
def files(town: Town) -> dict[str, Attachment]:
    """Two photographs of one piece of evidence, a paper of the case as a scan, and a text that no page shows."""
    case = story.major(town)
    scan = vault.open(case.documents.get(code="D20").blob).read()
    photos = [_laid(town, case, f"照片{number}.jpg", _jpeg(90 + number)) for number in (1, 2)]
    rows = [
        {"name": photo.name, "about": f"堆放处{place}", "sha256": photo.blob.sha256, "sm3": photo.blob.sm3}
        for place, photo in zip("东西", photos, strict=True)
    ]
    laid = {
        "east": photos[0],
        "west": photos[1],
        "scan": _laid(town, case, "许可.pdf", scan),
        "note": _laid(town, case, "说明.txt", b"note"),
    }
    _evidence(case, "现场照片", photos=rows)
    _evidence(case, "许可证复印件", attachment=laid["scan"])
    _evidence(case, "电子说明", attachment=laid["note"])
    return laid


@pytest.fixture
def review(town: Town, files: dict[str, Attachment]) -> Review:
    return story.received(town, story.submitted(town, Case.objects.get(pk=files["east"].matter_id)))


def test_photographs_and_scans_are_leaves_of_the_file(town: Town, review: Review, files: dict[str, Attachment]) -> None:
    """review-6: submitted evidence is read like the papers, one leaf after the other."""
    lines = {line.title: line for line in turned(town, review).items}
    assert lines["现场照片"].place.file_id == files["east"].pk and lines["现场照片"].pages == "证据 · 2 个文件"
    assert lines["许可证复印件"].place.file_id == files["scan"].pk
    assert lines["电子说明"].place is None and lines["电子说明"].file_id == files["note"].pk
    west = turned(town, review, file=str(files["west"].pk)).sheet
    assert (west.title, west.number, west.pages) == ("现场照片", "堆放处西", 1)
    assert west.before.file_id == files["east"].pk and west.after.file_id == files["scan"].pk
    last = turned(town, review, file=str(files["scan"].pk), page="99").sheet
    assert last.place.page == last.pages and last.after is None


def test_a_leaf_of_evidence_shows_its_picture_and_sends_it_along(town: Town, review: Review, files: dict[str, Attachment]) -> None:
    """review-9"""
    html = page(town, review, asked=f"?file={files['east'].pk}")
    assert f'src="/review/{review.pk}/files/{files["east"].pk}/1"' in html
    assert f'name="stay.file" value="{files["east"].pk}"' in html


def test_every_look_at_evidence_is_written_into_the_ledger(town: Town, review: Review, files: dict[str, Attachment]) -> None:
    """complaint-8: who looked, when and what for; the purpose is the review."""
    client = seat(town, story.REVIEWER)
    for name, media_type in (("east", "image/jpeg"), ("scan", "image/png")):
        before = Entry.objects.count()
        answer = client.get(f"/review/{review.pk}/files/{files[name].pk}/1")
        assert answer.status_code == 200 and answer.headers["Content-Type"] == media_type
        assert Entry.objects.count() == before + 1
    assert Entry.objects.latest("pk").kind == "attachment.opened"


def test_no_other_file_and_no_other_page_is_read_that_way(town: Town, review: Review, files: dict[str, Attachment]) -> None:
    """A case has no reading page: its originals are opened with a purpose of their own."""
    client, before = seat(town, story.REVIEWER), Entry.objects.count()
    missing = max(Attachment.objects.values_list("pk", flat=True)) + 1
    case = Matter.objects.get(pk=review.case_id)
    for address in (
        f"/review/{review.pk}/files/{missing}/1",
        f"/review/{review.pk}/files/{files['scan'].pk}/99",
        f"/review/{review.pk}/files/{files['note'].pk}/1",
        f"/penalty/{case.pk}/files/{files['east'].pk}/1",
    ):
        assert client.get(address).status_code == 404
    assert Entry.objects.count() == before


def test_a_damaged_scan_is_opened_as_an_original(town: Town) -> None:
    """review-6"""
    case = story.major(town)
    broken = _laid(town, case, "许可.pdf", b"%PDF-1.7\nnothing follows\n%%EOF")
    _evidence(case, "许可证复印件", attachment=broken)
    review = story.received(town, story.submitted(town, case))
    (line,) = [line for line in turned(town, review).items if line.title == "许可证复印件"]
    assert line.place is None and line.file_id == broken.pk
