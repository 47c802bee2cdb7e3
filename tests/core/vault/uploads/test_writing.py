"""What was acknowledged is on the disk and stays; what was not is nobody's; the newest sender writes."""

from __future__ import annotations

import hashlib
import io
import os

import pytest
from django.utils import timezone

from mingzhi.core.vault.models import Blob, Upload
from mingzhi.core.vault.uploads import digests, opening, places, writing
from mingzhi.core.vault.uploads.finishing import finish
from mingzhi.core.vault.uploads.refusals import UploadRefused

from .conftest import video

pytestmark = pytest.mark.django_db
FILM = video(5000)


@pytest.fixture
def upload(town, taken) -> Upload:
    metadata = {"purpose": "sample", "filename": "a.mp4", "sha256": hashlib.sha256(FILM).hexdigest()}
    return opening.begin(town["lixuemei"], len(FILM), metadata, timezone.now())


class Broken:
    """A source that breaks off after some bytes."""

    def __init__(self, content: bytes) -> None:
        self.content = io.BytesIO(content)

    def read(self, size: int) -> bytes:
        piece = self.content.read(size)
        if not piece:
            raise ConnectionResetError
        return piece


def part(upload: Upload) -> bytes:
    return places.part_of(upload.pk).read_bytes()


def test_a_file_longer_than_acknowledged_is_cut(upload):
    writing.write(upload.pk, 0, io.BytesIO(FILM[:100]))
    with places.part_of(upload.pk).open("ab") as file:
        file.write(b"never acknowledged")
    assert writing.current(upload.pk).offset_bytes == 100
    assert part(upload) == FILM[:100]
    with places.part_of(upload.pk).open("ab") as file:
        file.write(b"never acknowledged")
    assert finish(writing.write(upload.pk, 100, io.BytesIO(FILM[100:])), timezone.now()).state == "taken"
    assert Blob.objects.get().sha256 == hashlib.sha256(FILM).hexdigest()


def test_a_file_shorter_than_acknowledged_is_an_alarm_and_takes_no_more(upload, caplog):
    writing.write(upload.pk, 0, io.BytesIO(FILM[:100]))
    os.truncate(places.part_of(upload.pk), 60)
    with pytest.raises(UploadRefused, match="只剩 60 字节") as refused:
        writing.current(upload.pk)
    assert refused.value.status == 410
    assert any(record.levelname == "CRITICAL" for record in caplog.records)
    with pytest.raises(UploadRefused, match="报告系统管理员"):
        writing.write(upload.pk, 100, io.BytesIO(FILM[100:]))
    upload.refresh_from_db()
    assert upload.state == "damaged"


def test_what_came_before_a_connection_broke_is_kept(upload):
    with pytest.raises(ConnectionResetError):
        writing.write(upload.pk, 0, Broken(FILM[:1234]), length=5000)
    assert writing.current(upload.pk).offset_bytes == 1234
    assert part(upload) == FILM[:1234]


def test_under_a_checksum_a_broken_connection_leaves_nothing_of_its_chunk(upload):
    sum_ = writing.Checksum("sha1", hashlib.sha1(FILM).digest())
    with pytest.raises(UploadRefused) as refused:
        writing.write(upload.pk, 0, Broken(FILM[:1234]), 5000, sum_)
    assert refused.value.status == 460
    assert writing.current(upload.pk).offset_bytes == 0
    assert part(upload) == b""


def test_the_digest_is_read_again_when_memory_was_lost_or_others_sent(upload):
    writing.write(upload.pk, 0, io.BytesIO(FILM[:1000]))
    digests.forget(upload.pk)
    writing.write(upload.pk, 1000, io.BytesIO(FILM[1000:2000]))
    assert writing.write(upload.pk, 2000, io.BytesIO(FILM[2000:])).sha256 == hashlib.sha256(FILM).hexdigest()


def test_a_digest_ahead_of_what_is_acknowledged_is_not_believed(upload):
    writing.write(upload.pk, 0, io.BytesIO(FILM[:1000]))
    Upload.objects.filter(pk=upload.pk).update(offset_bytes=500)
    assert writing.write(upload.pk, 500, io.BytesIO(FILM[500:])).sha256 == hashlib.sha256(FILM).hexdigest()


@pytest.mark.parametrize("takes_over", ["HEAD", "PATCH"])
def test_the_older_of_two_senders_lets_go_and_writes_nothing_more(upload, takes_over, monkeypatch):
    """The older one's connection is still alive when its client comes back: what it brings late is dropped."""
    monkeypatch.setattr(writing, "STEP_BYTES", 100)

    class Older:
        parts = [FILM[:100], b"", b""]
        calls = 0

        def read(self, size: int) -> bytes:
            self.calls += 1
            if self.calls == 1:
                return FILM[:100]
            if self.calls == 2:
                assert writing.current(upload.pk).offset_bytes == 100
                if takes_over == "PATCH":
                    writing.write(upload.pk, 100, io.BytesIO(FILM[100:300]))
            return b"late" * 25

    with pytest.raises(UploadRefused, match="另一个连接") as refused:
        writing.write(upload.pk, 0, Older(), length=5000)
    assert refused.value.status == 409
    offset = 100 if takes_over == "HEAD" else 300
    assert writing.current(upload.pk).offset_bytes == offset
    assert part(upload) == FILM[:offset]
    assert writing.write(upload.pk, offset, io.BytesIO(FILM[offset:])).state == "whole"


def test_a_long_request_commits_on_its_way(upload, monkeypatch):
    monkeypatch.setattr(writing, "PIECE_BYTES", 500)
    monkeypatch.setattr(writing, "STEP_BYTES", 1000)
    seen = []
    progress = lambda offset: seen.append(Upload.objects.get().offset_bytes)  # noqa: E731
    writing.write(upload.pk, 0, io.BytesIO(FILM), progress=progress)
    assert seen == [0, 1000, 1000, 2000, 2000, 3000, 3000, 4000, 4000, 5000]


def test_a_slow_request_commits_by_time(upload, monkeypatch):
    monkeypatch.setattr(writing, "PIECE_BYTES", 1000)
    monkeypatch.setattr(writing, "STEP_SECONDS", 0.0)
    seen = []
    writing.write(upload.pk, 0, io.BytesIO(FILM), progress=lambda offset: seen.append(Upload.objects.get().offset_bytes))
    assert seen == [1000, 2000, 3000, 4000, 5000]


def test_more_than_the_length_from_a_source_that_does_not_say_is_refused(upload):
    with pytest.raises(UploadRefused, match="比申报的大小多"):
        writing.write(upload.pk, 0, io.BytesIO(FILM + b"x"))
    assert writing.current(upload.pk).offset_bytes == 0


def test_every_byte_is_durable_before_the_row_says_so(upload, monkeypatch):
    steps = []
    monkeypatch.setattr(os, "fdatasync", lambda file: steps.append("durable"))
    change = writing.change
    monkeypatch.setattr(
        writing, "change", lambda upload, was, **values: (steps.append(f"offset {values['offset_bytes']}"), change(upload, was, **values))
    )
    writing.write(upload.pk, 0, io.BytesIO(FILM[:100]))
    assert steps == ["durable", "offset 100"]
