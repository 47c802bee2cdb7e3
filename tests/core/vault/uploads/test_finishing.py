"""From the last byte to the record: again and again until it is done, and never twice."""

from __future__ import annotations

import hashlib
import io
from datetime import timedelta

import pytest
from django.utils import timezone

from mingzhi.core import vault
from mingzhi.core.vault import receiving
from mingzhi.core.vault.duties import duties
from mingzhi.core.vault.models import Blob, Upload
from mingzhi.core.vault.uploads import finishing, opening, places, sweeping, writing

from .conftest import video

pytestmark = pytest.mark.django_db
FILM = video(5000)


def files(directory) -> list[str]:
    return sorted(file.name for file in directory.rglob("*") if file.is_file())


@pytest.fixture
def whole(town, taken) -> Upload:
    upload = opening.begin(town["lixuemei"], len(FILM), {"purpose": "sample", "filename": "a.mp4"}, timezone.now())
    return writing.write(upload.pk, 0, io.BytesIO(FILM))


def later(minutes: int = 5):
    return timezone.now() + timedelta(minutes=minutes)


class Killed(BaseException):
    """The process ends here."""


@pytest.mark.parametrize("step", ["settle", "row", "unlink", "change"])
def test_a_kill_at_any_step_ends_in_nothing_or_everything_and_the_next_round_finishes(whole, taken, vault_dir, monkeypatch, step):
    def killed(*args, **kwargs):
        raise Killed

    with monkeypatch.context() as patched:
        if step == "unlink":
            patched.setattr(type(places.part_of(whole.pk)), "unlink", killed)
        else:
            patched.setattr(finishing if step == "change" else finishing.storage, step, killed)
        with pytest.raises(Killed):
            finishing.finish(whole, timezone.now())
    assert taken.uploads == []
    assert sweeping.finish_whole(later()) == 1
    whole.refresh_from_db()
    assert whole.state == "taken"
    assert taken.uploads == [("a.mp4", hashlib.sha256(FILM).hexdigest())]
    assert files(vault_dir) == [whole.blob.sha256]
    assert sweeping.finish_whole(later()) == 0


def test_a_failing_taker_is_asked_again_and_nothing_of_its_first_try_is_kept(whole, taken, monkeypatch):
    taker = receiving.taker_of("sample")

    def failing(upload, blob, at):
        Upload.objects.filter(pk=upload.pk).update(name="half done")
        raise RuntimeError("disk full")

    monkeypatch.setitem(receiving._takers, "sample", receiving.Taker(failing, None, taker.refused))
    with pytest.raises(RuntimeError):
        finishing.finish(whole, timezone.now())
    whole.refresh_from_db()
    assert (whole.state, whole.name) == ("verified", "a.mp4")
    monkeypatch.setitem(receiving._takers, "sample", taker)
    assert sweeping.finish_whole(later()) == 1
    assert len(taken.uploads) == 1


def test_what_rots_between_receiving_and_reading_again_is_an_alarm(whole, vault_dir, caplog):
    with places.part_of(whole.pk).open("r+b") as file:
        file.seek(3000)
        file.write(b"?")
    assert finishing.finish(whole, timezone.now()).state == "damaged"
    assert any(record.levelname == "CRITICAL" for record in caplog.records)
    assert (files(vault_dir), Blob.objects.count()) == ([], 0)


def test_the_same_content_again_is_the_same_blob_and_is_taken_again(whole, town, taken, vault_dir):
    first = finishing.finish(whole, timezone.now())
    again = opening.begin(town["chenzhiqiang"], len(FILM), {"purpose": "sample", "filename": "b.mp4"}, timezone.now())
    second = finishing.finish(writing.write(again.pk, 0, io.BytesIO(FILM)), timezone.now())
    assert first.blob_id == second.blob_id
    assert [name for name, _ in taken.uploads] == ["a.mp4", "b.mp4"]
    assert files(vault_dir) == [first.blob.sha256]


def test_a_recording_cut_short_is_kept_as_evidence(town, taken):
    """No `moov`: nothing plays it yet, and it may be all there is."""
    upload = opening.begin(town["lixuemei"], len(FILM), {"purpose": "sample", "filename": "断.MP4"}, timezone.now())
    assert finishing.finish(writing.write(upload.pk, 0, io.BytesIO(FILM)), timezone.now()).state == "taken"
    assert b"moov" not in FILM


def test_the_bytes_are_linked_and_never_copied(whole):
    before = places.part_of(whole.pk).stat().st_ino
    finishing.finish(whole, timezone.now())
    assert vault.path(Blob.objects.get()).stat().st_ino == before


def test_an_unfinished_upload_is_thrown_away_when_its_time_is_over(town, taken, vault_dir, settings):
    settings.UNFINISHED_DAYS = 7
    upload = opening.begin(town["lixuemei"], len(FILM), {"purpose": "sample"}, timezone.now())
    writing.write(upload.pk, 0, io.BytesIO(FILM[:100]))
    assert sweeping.expire_unfinished(timezone.now() + timedelta(days=6)) == 0
    assert sweeping.expire_unfinished(timezone.now() + timedelta(days=8)) == 1
    upload.refresh_from_db()
    assert (upload.state, "从头上传" in upload.reason) == ("lapsed", True)
    assert files(vault_dir) == []


def test_files_that_no_row_needs_are_cleared_and_others_stay(town, taken, vault_dir, whole):
    upload = opening.begin(town["lixuemei"], len(FILM), {"purpose": "sample"}, timezone.now())
    places.make_part("f" * 32)
    places.hold_of("e" * 32).write_bytes(b"x")
    assert sweeping.clear_leftovers(timezone.now()) == 0
    assert sweeping.clear_leftovers(later()) == 2
    assert files(vault_dir) == sorted([f"{upload.pk}.part", f"{whole.pk}.part", f"{whole.pk}.hold"])


def test_an_upload_whose_folder_is_not_there_yet_waits(whole, monkeypatch):
    monkeypatch.setattr(receiving, "_takers", {})
    assert finishing.finish(whole, timezone.now()).state == "verified"
    assert sweeping.finish_whole(later()) == 0


def test_the_duties_about_uploads_are_registered():
    assert {"finish-uploads", "expire-uploads", "clear-uploads"} <= {one.name for one in duties()}


def test_one_purpose_has_one_taker(taken):
    with pytest.raises(ValueError, match="sample"):
        receiving.takes("sample")(lambda upload, blob, at: None)


def test_finishing_in_hand_elsewhere_is_left_alone(whole):
    from mingzhi.core.vault.uploads.holding import Hold

    with Hold(places.hold_of(whole.pk)) as hold, hold.mine():
        assert finishing.finish(whole, timezone.now()).state == "whole"
    assert places.part_of(whole.pk).exists()
