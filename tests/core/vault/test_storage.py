"""Putting content into the vault: once, durable, checked, and nothing left of what was refused."""

from __future__ import annotations

import hashlib
import io
import os
import signal
import stat
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction

from mingzhi.core import vault
from mingzhi.core.vault import storage
from mingzhi.core.vault.models import Blob

from .conftest import SAMPLES, package, picture

pytestmark = pytest.mark.django_db
PDF = SAMPLES["责令改正.pdf"][0]


def files(directory: Path) -> list[Path]:
    return [found for found in directory.rglob("*") if found.is_file()]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_listed_kind_is_taken_and_recognised_by_its_content(name):
    content, media_type = SAMPLES[name]
    blob = vault.put(content, declared_name=name)
    assert blob.media_type == media_type
    assert (blob.sha256, blob.sm3) == (hashlib.sha256(content).hexdigest(), hashlib.new("sm3", content).hexdigest())
    assert blob.size_bytes == len(content)
    with vault.open(blob) as file:
        assert file.read() == content
    vault.check(blob)


@pytest.mark.parametrize("name", SAMPLES)
def test_no_kind_passes_under_the_name_of_another(name):
    content, media_type = SAMPLES[name]
    for other, (_, other_type) in SAMPLES.items():
        if other_type != media_type:
            with pytest.raises(vault.NameMismatch, match="扩展名"):
                vault.put(content, declared_name=other)
    with pytest.raises(vault.NameMismatch):
        vault.put(content, declared_name="programme.exe")


@pytest.mark.parametrize(
    "content",
    [
        b"MZ\x90\0" + bytes(100),
        b"\x7fELF" + bytes(100),
        package("a.txt"),
        package("word/document.xml", "xl/workbook.xml"),
        package("word/document.xml", "word/vbaProject.bin"),
        b"PK\x03\x04 broken",
        b"GIF89a" + bytes(20),
        b"\0\0\0\x18ftypqq  ",
        b"\xff\xfe\x00",
        b"\xff\xff\xff\xff" + bytes(10),
        b"text with \x00 inside",
    ],
)
def test_content_of_no_listed_kind_is_refused_in_words(content, vault_dir):
    with pytest.raises(vault.UnknownKind, match="可以上传：PDF、JPEG"):
        vault.put(content, declared_name="材料.pdf")
    assert files(vault_dir) == []
    assert not Blob.objects.exists()


def test_an_empty_file_is_refused():
    with pytest.raises(vault.EmptyFile):
        vault.put(b"", declared_name="空.txt")


def test_a_name_without_extension_claims_nothing():
    assert vault.put(PDF, declared_name="扫描件").media_type == "application/pdf"


def test_the_same_content_twice_is_one_row_and_one_file(vault_dir):
    first = vault.put(PDF, declared_name="a.pdf", at=datetime(2026, 1, 1, tzinfo=UTC))
    second = vault.put(io.BytesIO(PDF), declared_name="另一个名字.pdf")
    assert first == second
    assert second.created_at == datetime(2026, 1, 1, tzinfo=UTC)
    assert files(vault_dir) == [vault.path(first)]


def test_a_file_of_exactly_the_limit_is_taken_and_one_byte_more_is_not(vault_dir, settings):
    vault.put(PDF, declared_name="a.pdf", limit_bytes=len(PDF))
    settings.UPLOAD_BYTES = len(PDF)
    with pytest.raises(vault.FileTooLarge, match="上限"):
        vault.put(PDF + b"\n", declared_name="b.pdf")
    assert len(files(vault_dir)) == 1


def test_reading_stops_as_soon_as_the_limit_is_passed():
    class Endless:
        given = 0

        def read(self, size: int) -> bytes:
            self.given += size
            return b"a" * size

    endless = Endless()
    with pytest.raises(vault.FileTooLarge):
        vault.put(endless, declared_name="a.txt", limit_bytes=3 << 20)
    assert endless.given <= (4 << 20)


def test_a_stored_file_is_read_only_and_lies_under_its_digest(vault_dir):
    blob = vault.put(PDF, declared_name="a.pdf")
    place = vault.path(blob)
    assert place == vault_dir / "sha256" / blob.sha256[:2] / blob.sha256[2:4] / blob.sha256
    assert stat.S_IMODE(place.stat().st_mode) == 0o444
    with vault.open(blob) as file, pytest.raises(io.UnsupportedOperation):
        file.write(b"x")


@pytest.mark.parametrize("name", ["../../etc/passwd.pdf", "/etc/passwd.pdf", "a\0b.pdf", "..\\..\\a.pdf", "a" * 5000 + ".pdf"])
def test_no_name_ever_becomes_part_of_a_path(vault_dir, name):
    blob = vault.put(PDF, declared_name=name)
    assert files(vault_dir) == [vault.path(blob)]


@pytest.mark.parametrize("digest", ["../../../etc/passwd", "", "A" * 64, "a" * 63, "a" * 64 + "\n"])
def test_a_row_whose_digest_is_no_digest_leads_nowhere(digest):
    with pytest.raises(ValueError, match="SHA-256"):
        vault.path(Blob(sha256=digest))


def test_a_put_interrupted_by_its_source_leaves_no_litter(vault_dir):
    class Broken:
        def __init__(self) -> None:
            self.parts = [b"%PDF-1.7", ConnectionResetError()]

        def read(self, size: int) -> bytes:
            part = self.parts.pop(0)
            if isinstance(part, Exception):
                raise part
            return part

    with pytest.raises(ConnectionResetError):
        vault.put(Broken(), declared_name="a.pdf")
    assert files(vault_dir) == []
    assert not Blob.objects.exists()


WRITER = """
import pathlib, sys, time
from django.conf import settings
settings.configure(VAULT_DIR=pathlib.Path(sys.argv[1]))
from mingzhi.core.vault import storage
with storage._incoming() as (file, temporary):
    file.write(b"half"); file.flush()
    print("writing", flush=True)
    time.sleep(60)
"""


def test_what_a_killed_writer_left_is_swept_and_what_a_living_one_writes_is_not(vault_dir):
    environment = os.environ | {"PYTHONPATH": str(Path(storage.__file__).parents[3])}
    with subprocess.Popen([sys.executable, "-c", WRITER, str(vault_dir)], stdout=subprocess.PIPE, text=True, env=environment) as writer:
        assert writer.stdout.readline() == "writing\n"
        assert vault.sweep(abandoned_seconds=-1) == 0
        writer.send_signal(signal.SIGKILL)
    assert len(files(vault_dir)) == 1
    assert vault.sweep() == 0
    assert vault.sweep(abandoned_seconds=-1) == 1
    assert files(vault_dir) == []


def test_a_file_that_is_already_there_is_never_overwritten(vault_dir):
    blob = vault.put(PDF, declared_name="a.pdf")
    before = vault.path(blob).stat()
    vault.put(PDF, declared_name="a.pdf")
    after = vault.path(blob).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_put_over_a_damaged_file_raises_the_alarm_instead_of_hiding_it(vault_dir):
    blob = vault.put(PDF, declared_name="a.pdf")
    vault.path(blob).chmod(0o644)
    vault.path(blob).write_bytes(b"forged")
    with pytest.raises(vault.VaultDamaged, match="已被改动"):
        vault.put(PDF, declared_name="a.pdf")
    assert vault.path(blob).read_bytes() == b"forged"


def test_a_changed_or_missing_file_is_found_by_the_check():
    blob = vault.put(PDF, declared_name="a.pdf")
    vault.path(blob).chmod(0o644)
    vault.path(blob).write_bytes(PDF.replace(b"7", b"6"))
    with pytest.raises(vault.VaultDamaged, match="SHA-256、SM3"):
        vault.check(blob)
    vault.path(blob).unlink()
    with pytest.raises(vault.VaultDamaged, match="不在证据库中"):
        vault.check(blob)


def test_a_row_of_the_vault_cannot_be_changed_or_deleted_in_the_database():
    blob = vault.put(PDF, declared_name="a.pdf")
    for attempt in (
        lambda: Blob.objects.filter(pk=blob.pk).update(media_type="text/html"),
        lambda: Blob.objects.filter(pk=blob.pk).delete(),
    ):
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            attempt()


def test_a_rolled_back_put_can_be_repeated():
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        vault.put(PDF, declared_name="a.pdf")
        raise ZeroDivisionError
    assert not Blob.objects.exists()
    vault.check(vault.put(PDF, declared_name="a.pdf"))


@pytest.mark.django_db(transaction=True)
def test_the_same_content_put_by_many_at_once_is_one_row(vault_dir):
    found, failures = [], []
    content = picture("JPEG", (300, 300))
    start = threading.Barrier(6)

    def work() -> None:
        try:
            start.wait()
            found.append(vault.put(content, declared_name="a.jpg").pk)
        except Exception as failure:
            failures.append(failure)
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(set(found)) == 1
    assert len(files(vault_dir)) == 1
