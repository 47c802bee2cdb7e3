"""tus 1.0 as a client sees it: every promise of the protocol, and every refusal in words with its status."""

from __future__ import annotations

import hashlib

import pytest
from django.test import Client

from mingzhi.core import vault
from mingzhi.core.vault.models import Blob, Upload

from .conftest import STREAM, Sender, checksum, told, video

pytestmark = pytest.mark.django_db
FILM = video(5000)
ROOT = "/vault/uploads/"


def says(answer) -> str:
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    return answer.content.decode()


def test_a_file_sent_in_pieces_lies_in_the_vault_and_was_taken(sender, taken, vault_dir):
    path = sender.at(len(FILM), filename="现场.mp4", sha256=hashlib.sha256(FILM).hexdigest())
    assert sender.offset(path) == 0
    first = sender.patch(path, 0, FILM[:2000])
    assert (first.status_code, first["Upload-Offset"], first["Tus-Resumable"]) == (204, "2000", "1.0.0")
    assert sender.offset(path) == 2000
    assert sender.patch(path, 2000, FILM[2000:]).status_code == 204
    blob = Blob.objects.get()
    assert (blob.sha256, blob.sm3) == (hashlib.sha256(FILM).hexdigest(), hashlib.new("sm3", FILM).hexdigest())
    assert (blob.media_type, blob.size_bytes) == ("video/mp4", 5000)
    vault.check(blob)
    assert taken.uploads == [("现场.mp4", blob.sha256)]
    assert sender.state(path)["state"] == "taken"
    assert [file for file in vault_dir.rglob("*") if file.is_file()] == [vault.path(blob)]


def test_options_tell_what_is_offered_without_asking_who(settings):
    answer = Client().options(ROOT)
    assert answer.status_code == 204
    assert (answer["Tus-Version"], answer["Tus-Max-Size"]) == ("1.0.0", str(settings.RESUMABLE_BYTES))
    assert set(answer["Tus-Extension"].split(",")) == {"creation", "creation-with-upload", "checksum", "expiration", "termination"}
    assert answer["Tus-Checksum-Algorithm"] == "sha1,sha256"


def test_the_first_bytes_may_come_with_the_creation(sender):
    answer = sender.begin(len(FILM), FILM[:100], filename="a.mp4")
    assert (answer.status_code, answer["Upload-Offset"]) == (201, "100")
    assert "GMT" in answer["Upload-Expires"]
    assert sender.patch(answer["Location"], 100, FILM[100:]).status_code == 204
    assert Blob.objects.get().size_bytes == 5000


def test_a_file_that_comes_whole_with_its_creation_is_taken_at_once(sender, taken):
    answer = sender.begin(len(FILM), FILM, filename="a.mp4")
    assert (answer.status_code, answer["Upload-Offset"]) == (201, "5000")
    assert sender.state(answer["Location"])["title"] == "已入库"


@pytest.mark.parametrize("size", ["-1", "", "abc", "1.5", "0x10", None, "1" * 30, "１２"])
def test_a_length_that_is_none_is_refused(sender, size):
    answer = sender.ask("POST", ROOT, Upload_Length=size, Upload_Metadata=told(purpose="sample"))
    assert answer.status_code == 400
    assert "Upload-Length" in says(answer)
    assert not Upload.objects.exists()


def test_too_large_empty_and_without_room_are_refused_before_the_first_byte(sender, settings, monkeypatch):
    settings.RESUMABLE_BYTES = 1 << 20
    assert sender.begin(1 << 20).status_code == 201
    large = sender.begin((1 << 20) + 1)
    assert (large.status_code, "1 MiB 的上限" in says(large)) == (413, True)
    empty = sender.begin(0)
    assert (empty.status_code, "空的" in says(empty)) == (422, True)
    monkeypatch.setattr("shutil.disk_usage", lambda path: type("Usage", (), {"free": 1 << 20})())
    full = sender.begin(1000)
    assert (full.status_code, "空间" in says(full)) == (507, True)


@pytest.mark.parametrize("metadata", ["", "   ", None])
def test_metadata_may_be_empty_or_absent(sender, metadata, monkeypatch):
    monkeypatch.setattr("mingzhi.core.vault.uploads.opening.DEFAULT_PURPOSE", "sample")
    assert sender.ask("POST", ROOT, Upload_Length="10", Upload_Metadata=metadata).status_code == 201


@pytest.mark.parametrize(
    "metadata", ["filename !!!", "filename YQ==,filename Yg==", ",", "filename YQ==,", "文件 YQ==", "filename /w==", "filename AA=="]
)
def test_metadata_that_is_unclear_is_refused_in_words(sender, metadata):
    answer = sender.ask("POST", ROOT, Upload_Length="10", Upload_Metadata=metadata)
    assert answer.status_code == 400
    assert "Upload-Metadata" in says(answer)


def test_metadata_comes_back_and_a_key_may_have_no_value(sender):
    given = told(purpose="sample", filename="现场 一.mp4") + ",confidential"
    path = sender.ask("POST", ROOT, Upload_Length="10", Upload_Metadata=given)["Location"]
    head = sender.ask("HEAD", path)
    assert head["Upload-Metadata"] == given
    assert (head["Upload-Length"], head["Cache-Control"]) == ("10", "no-store")


def test_a_purpose_nobody_takes_and_a_digest_that_is_none_are_refused(sender):
    answer = sender.begin(10, purpose="nothing")
    assert (answer.status_code, "可用的用途：sample" in says(answer)) == (422, True)
    assert sender.begin(10, sha256="abc").status_code == 422
    assert sender.begin(10, filename="长" * 256).status_code == 422


def test_the_taker_may_refuse_before_anything_is_sent(sender, taken):
    taken.admits = "没有编号为 X9 的执法记录仪。请核对设备编号。"
    answer = sender.begin(10, device="X9")
    assert (answer.status_code, says(answer).strip()) == (422, taken.admits)
    (asked,) = taken.asked
    assert (asked.metadata["device"], asked.key, asked.size_bytes) == ("X9", "执法记录仪 3 号", 10)
    assert not Upload.objects.exists()


@pytest.mark.parametrize("header", ["Upload_Concat", "Upload_Defer_Length"])
def test_what_is_not_offered_is_refused_in_words(sender, header):
    answer = sender.ask("POST", ROOT, Upload_Length=None if "Defer" in header else "10", **{header: "1"})
    assert answer.status_code == 400
    assert says(answer)


@pytest.mark.parametrize("version", [None, "0.2.2", "2.0.0"])
def test_another_version_is_412_and_told_which_there_is(sender, version):
    answer = sender.ask("POST", ROOT, Upload_Length="10", Tus_Resumable=version)
    assert (answer.status_code, answer["Tus-Version"]) == (412, "1.0.0")


def test_another_content_type_is_415_and_nothing_is_kept(sender):
    path = sender.at(len(FILM))
    assert sender.ask("PATCH", path, FILM, kind="application/octet-stream", Upload_Offset="0").status_code == 415
    assert sender.ask("POST", ROOT, FILM, kind="multipart/form-data; boundary=x", Upload_Length="5000").status_code == 415
    assert sender.offset(path) == 0
    assert Upload.objects.count() == 1


def test_post_may_stand_for_other_methods(sender):
    path = sender.at(len(FILM))
    answer = sender.ask("POST", path, FILM[:100], Upload_Offset="0", X_HTTP_Method_Override="PATCH")
    assert (answer.status_code, answer["Upload-Offset"]) == (204, "100")
    assert sender.ask("POST", path, X_HTTP_Method_Override="HEAD")["Upload-Offset"] == "100"


def test_another_offset_is_409_and_says_where_to_go_on(sender):
    path = sender.at(len(FILM))
    sender.patch(path, 0, FILM[:100])
    for offset in (0, 99, 101, 5000):
        answer = sender.patch(path, offset, b"x")
        assert (answer.status_code, "100 字节" in says(answer)) == (409, True)
    assert sender.ask("PATCH", path, b"x", Upload_Offset=None).status_code == 400
    assert sender.ask("PATCH", path, b"x", Upload_Offset="-1").status_code == 400
    assert sender.offset(path) == 100


def test_more_than_the_length_is_413_and_nothing_of_it_is_kept(sender):
    path = sender.at(len(FILM))
    assert sender.patch(path, 0, FILM + b"x").status_code == 413
    assert sender.offset(path) == 0


@pytest.mark.parametrize("algorithm", ["sha1", "sha256"])
def test_a_chunk_under_its_checksum_is_kept_and_under_another_none_of_it(sender, algorithm):
    path = sender.at(len(FILM))
    assert sender.patch(path, 0, FILM[:100], Upload_Checksum=checksum(FILM[:100], algorithm)).status_code == 204
    wrong = sender.patch(path, 100, FILM[100:], Upload_Checksum=checksum(b"other", algorithm))
    assert (wrong.status_code, "校验值" in says(wrong)) == (460, True)
    assert sender.offset(path) == 100
    assert sender.patch(path, 100, FILM[100:], Upload_Checksum=checksum(FILM[100:], algorithm)).status_code == 204
    assert Blob.objects.get().sha256 == hashlib.sha256(FILM).hexdigest()


@pytest.mark.parametrize("given", ["md5 AAAA", "sha1", "sha1 !!!", "crc32 AAAA", ""])
def test_a_checksum_that_is_not_offered_is_refused_and_nothing_is_read(sender, given):
    path = sender.at(len(FILM))
    answer = sender.patch(path, 0, FILM, Upload_Checksum=given)
    assert answer.status_code in (400, 460)
    assert sender.offset(path) == 0
    assert (
        sender.ask("POST", ROOT, FILM, Upload_Length="5000", Upload_Metadata=told(purpose="sample"), Upload_Checksum="md5 AAAA").status_code
        == 400
    )
    assert Upload.objects.count() == 1


def test_a_whole_that_differs_from_the_senders_digest_is_refused_and_nothing_is_kept(sender, vault_dir, taken):
    path = sender.at(len(FILM), sha256=hashlib.sha256(b"other").hexdigest())
    answer = sender.patch(path, 0, FILM)
    assert (answer.status_code, "没有保留" in says(answer)) == (460, True)
    gone = sender.ask("HEAD", path)
    assert gone.status_code == 410
    assert sender.state(path)["state"] == "refused"
    assert [file for file in vault_dir.rglob("*") if file.is_file()] == []
    assert (Blob.objects.count(), taken.uploads) == (0, [])


def test_a_kind_the_vault_does_not_take_is_refused_in_words_and_nothing_is_kept(sender, vault_dir):
    path = sender.at(100, filename="a.mp4")
    answer = sender.patch(path, 0, b"MZ" + bytes(98))
    assert (answer.status_code, "不收这类文件" in says(answer)) == (422, True)
    assert [file for file in vault_dir.rglob("*") if file.is_file()] == []


def test_what_the_taker_refuses_waits_with_its_reason_and_is_taken_once_it_is_answered(sender, taken):
    from django.utils import timezone

    from mingzhi.core.vault.uploads.finishing import answer

    taken.says = "没有编号为 X9 的执法记录仪。请核对设备编号后重新登记。"
    path = sender.at(len(FILM), device="X9")
    assert sender.patch(path, 0, FILM).status_code == 204
    assert sender.state(path)["state"] == "held"
    assert sender.state(path)["reason"] == taken.says
    taken.says = ""
    upload = answer(Upload.objects.get(), {"device": "X1"}, timezone.now())
    assert (upload.state, upload.reason, upload.metadata["device"]) == ("taken", "", "X1")


def test_an_upload_that_is_whole_takes_no_more_and_tells_so(sender):
    path = sender.at(len(FILM))
    sender.patch(path, 0, FILM)
    assert sender.patch(path, 5000, b"").status_code == 204
    assert sender.patch(path, 5000, b"x").status_code == 409
    assert sender.patch(path, 0, FILM).status_code == 409
    assert sender.offset(path) == 5000
    assert sender.ask("DELETE", path).status_code == 403


def test_an_unfinished_upload_may_be_given_up_and_leaves_nothing(sender, vault_dir):
    path = sender.at(len(FILM))
    sender.patch(path, 0, FILM[:100])
    assert sender.ask("DELETE", path).status_code == 204
    assert sender.patch(path, 100, FILM[100:]).status_code == 410
    assert [file for file in vault_dir.rglob("*") if file.is_file()] == []


def test_uploads_beyond_what_a_process_receives_at_once_are_asked_to_come_back(sender, settings):
    path = sender.at(len(FILM))
    settings.UPLOADS_AT_ONCE = 0
    answer = sender.patch(path, 0, FILM)
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    settings.UPLOADS_AT_ONCE = 1
    assert sender.patch(path, 0, FILM).status_code == 204


# Who


def test_somebody_elses_upload_does_not_exist(sender, town):
    path = sender.at(len(FILM))
    other = Sender(town["chenzhiqiang"])
    assert {other.ask(method, path, Upload_Offset="0").status_code for method in ("HEAD", "PATCH", "DELETE", "GET")} == {404}
    assert other.ask("HEAD", ROOT + "nothing").status_code == 404


@pytest.mark.parametrize("given", [None, "Bearer wrong", "Basic abc", "Bearer "])
def test_nobody_known_is_401_in_words(sender, given):
    answer = sender.ask("POST", ROOT, Upload_Length="10", Authorization=given)
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")
    assert says(answer)


@pytest.mark.parametrize("scope", ["read", "act", "clues"])
def test_a_key_of_another_scope_is_403(town, taken, scope):
    answer = Sender(town["lixuemei"], scope).begin(10)
    assert (answer.status_code, "换用上传密钥" in says(answer)) == (403, True)


def test_a_revoked_key_sends_nothing_more(sender):
    from django.utils import timezone

    from mingzhi.core.organs.keys import revoke_key

    path = sender.at(len(FILM))
    revoke_key(sender.key, timezone.now())
    assert sender.patch(path, 0, FILM).status_code == 401


def test_a_session_needs_the_token_of_its_forms(town, taken, settings):
    settings.PASSWORD_DAYS = 0
    client = Client(enforce_csrf_checks=True)
    client.force_login(town["lixuemei"], backend="mingzhi.core.organs.sign_in.Accounts")
    tus = {"Tus-Resumable": "1.0.0", "Upload-Length": "10", "Upload-Metadata": told(purpose="sample")}
    without = client.generic("POST", ROOT, b"", content_type=STREAM, headers=tus)
    assert (without.status_code, "刷新页面" in says(without)) == (403, True)
    client.cookies["csrftoken"] = "a" * 32
    assert client.generic("POST", ROOT, b"", headers=tus | {"X-CSRFToken": "b" * 32}).status_code == 403
    begun = client.generic("POST", ROOT, b"", headers=tus | {"X-CSRFToken": "a" * 32})
    assert begun.status_code == 201
    assert client.generic("GET", begun["Location"]).json()["state"] == "receiving"


def test_a_password_that_ran_out_must_be_changed_first(town, taken, settings):
    settings.PASSWORD_DAYS = 1
    client = Client()
    client.force_login(town["lixuemei"], backend="mingzhi.core.organs.sign_in.Accounts")
    client.cookies["csrftoken"] = "a" * 32
    type(town["lixuemei"]).objects.update(password_changed_at=None)
    answer = client.generic("POST", ROOT, b"", headers={"Tus-Resumable": "1.0.0", "Upload-Length": "10", "X-CSRFToken": "a" * 32})
    assert (answer.status_code, "修改密码" in says(answer)) == (403, True)


@pytest.mark.parametrize(("method", "path"), [("PUT", ROOT), ("GET", ROOT), ("PUT", "item")])
def test_other_methods_are_405_and_told_which_there_are(sender, method, path):
    target = sender.at(10) if path == "item" else path
    answer = sender.ask(method, target)
    assert answer.status_code == 405
    assert "OPTIONS" in answer["Allow"]
