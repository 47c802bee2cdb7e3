"""提取证据: originals, copies, files with their digests, photos."""

import hashlib
import struct
import zlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from mingzhi.core.engine.errors import InvalidInput, Refused
from mingzhi.core.engine.perform import perform
from mingzhi.procedures.penalty.filling.evidence import evidence_list
from mingzhi.procedures.penalty.models import Evidence
from tests.cast import Town, at

from .story import DRAWN, OFFICERS, filed, inspected, investigated, refused_under


def picture(shade: int) -> bytes:
    """A PNG of one grey pixel."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes([0, shade]))) + chunk(b"IEND", b"")


def sheet(**changes) -> dict:
    return {
        "officers": OFFICERS,
        "place": "万隆村三组",
        "kind": "document",
        "name": "购料收据",
        "source": "当事人提供",
        "holder": "刘大成",
        "maker": "綦江某建材店",
        "made_at": "2026-02-21 10:00",
        "acted_at": "2026-03-04 09:30",
        "method": "当事人交出",
        "copies": "1页",
        "proves": "建房时间和花费",
        "holder_signature": DRAWN,
        **changes,
    }


def take(town: Town, case, files=None, **changes):
    return perform("penalty.take_evidence", case, actor=town["lixuemei"], data=sheet(**changes), files=files, at=at("2026-03-04 11:00"))


def test_an_original_is_kept_with_source_holder_maker_place_and_time(town: Town):
    """penalty-law-46"""
    done = take(town, filed(town).matter)
    row = Evidence.objects.get(matter=done.matter)
    assert (row.source, row.holder, row.maker, row.place) == ("当事人提供", "刘大成", "綦江某建材店", "万隆村三组")
    assert [paper.code for paper in done.documents] == ["D08"]
    assert done.documents[0].data["true_copy"] == "本件为原件（原物）。"


@pytest.mark.parametrize("kind", Evidence.Kind.values)
def test_each_of_the_eight_kinds_may_be_taken(town: Town, kind: str):
    """penalty-law-46"""
    files = {"file": SimpleUploadedFile("记录.png", picture(9))}
    assert take(town, filed(town).matter, files, kind=kind).documents[0].data["evidence_kind"] == Evidence.Kind(kind).label


def test_a_copy_neither_matched_nor_explained_is_refused(town: Town):
    """penalty-law-46, recording-7.3"""
    with pytest.raises(Refused) as refused:
        take(town, filed(town).matter, is_copy=True, original_kept_at="当事人处")
    assert refused_under(refused) == {"penalty-law-46", "recording-7.3"}


@pytest.mark.parametrize(
    ("changes", "words"),
    [({"matches_original": True}, "与原件核对无异"), ({"unmatched_because": "原件已被当事人寄出"}, "原件已被当事人寄出")],
)
def test_a_copy_matched_or_explained_is_kept(town: Town, changes: dict, words: str):
    """penalty-law-46"""
    done = take(town, filed(town).matter, is_copy=True, original_kept_at="当事人处", **changes)
    assert words in done.documents[0].data["true_copy"]


def test_electronic_data_is_known_by_its_digests(town: Town):
    """penalty-law-46"""
    content = picture(7)
    done = take(town, filed(town).matter, {"file": SimpleUploadedFile("截图.png", content)}, kind="electronic", name="聊天截图")
    row = Evidence.objects.get(matter=done.matter)
    assert row.sha256 == hashlib.sha256(content).hexdigest() == done.documents[0].data["sha256"]
    assert row.sm3 == row.attachment.blob.sm3 == done.documents[0].data["sm3"]


def test_electronic_data_without_its_file_is_not_taken(town: Town):
    """penalty-law-46"""
    with pytest.raises(InvalidInput) as wrong:
        take(town, filed(town).matter, kind="electronic")
    assert "file" in wrong.value.errors


def test_photos_are_printed_each_with_its_note_and_digest(town: Town):
    """penalty-law-46"""
    files = {"photos": [SimpleUploadedFile("一.png", picture(1)), SimpleUploadedFile("二.png", picture(2))]}
    done = take(town, filed(town).matter, files, photo_notes="由南向北\n由东向西")
    assert [paper.code for paper in done.documents] == ["D08", "D08b"]
    photos = Evidence.objects.get(matter=done.matter).photos
    assert [(photo["about"], photo["sha256"]) for photo in photos] == [
        ("由南向北", hashlib.sha256(picture(1)).hexdigest()),
        ("由东向西", hashlib.sha256(picture(2)).hexdigest()),
    ]


def test_a_photo_without_a_note_is_not_taken(town: Town):
    """penalty-law-46"""
    with pytest.raises(InvalidInput) as wrong:
        take(town, filed(town).matter, {"photos": [SimpleUploadedFile("一.png", picture(1))]})
    assert "photo_notes" in wrong.value.errors


@pytest.mark.parametrize("changes", [{"acted_at": "2026-03-05 09:00"}, {"made_at": "2026-03-04 10:00"}])
def test_evidence_of_the_future_is_not_taken(town: Town, changes: dict):
    """penalty-law-46"""
    with pytest.raises(InvalidInput):
        take(town, filed(town).matter, **changes)


def test_evidence_from_before_the_filing_is_not_forbidden(town: Town):
    """penalty-law-54"""
    assert take(town, filed(town).matter, acted_at="2026-03-02 09:30").matter.stage == "investigation"


def test_evidence_is_not_taken_while_inspecting_for_another_case(town: Town):
    """town-one-place"""
    inspected(town, filed(town).matter)
    other = filed(town, party_identifier="500399198801010018", party_name="赵小川").matter
    with pytest.raises(Refused) as refused:
        take(town, other)
    assert refused_under(refused) == {"town-one-place"}


def test_evidence_is_taken_during_the_inspection_of_the_same_case(town: Town):
    """town-one-place"""
    case = inspected(town, filed(town).matter).matter
    assert take(town, case).documents[0].code == "D08"


def test_the_list_of_evidence_names_records_and_evidence(town: Town):
    """penalty-law-46"""
    case = investigated(town)
    take(town, case)
    assert [row["name"] for row in evidence_list(case)] == ["2026年3月4日现场检查笔录", "2026年3月5日刘大成询问笔录", "购料收据"]
