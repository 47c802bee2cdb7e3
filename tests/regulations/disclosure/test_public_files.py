"""Files that become public with a bulletin or a decision: scanned, bare, looked at by a second person, public as long as it is."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from mingzhi.core import vault
from mingzhi.core.engine.errors import InvalidInput, Refused
from mingzhi.core.engine.perform import perform
from mingzhi.core.engine.standing import Standing, possible
from mingzhi.core.ledger import verify
from mingzhi.regulations.disclosure.files import keeping
from mingzhi.regulations.disclosure.models import Bulletin, PublicFile
from mingzhi.regulations.dispatch.files import made
from mingzhi.regulations.dispatch.models import Channel
from tests.cast import at
from tests.core.documents.brought import MAKER, PHONE, pdf, photograph, sheet, word
from tests.procedures.house import Staged, Stages
from tests.procedures.penalty.refusing import refused
from tests.procedures.penalty.trying import undone

from . import bulletin_story as told
from . import story as decisions

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def attach(staged: Staged, name: str, content: bytes, **said: Any) -> PublicFile:
    files = {"file": SimpleUploadedFile(name, content)}
    perform("bulletin.attach", staged.matter, actor=staged.town["lixuemei"], data=said, files=files, at=at("2026-04-03 10:00"))
    return PublicFile.objects.latest("pk")


def answer(staged: Staged, name: str, content: bytes, **said: Any) -> str:
    with pytest.raises(Refused) as caught:
        attach(staged, name, content, **said)
    return caught.value.refusals[0].sentence


def copy_of(row: PublicFile) -> bytes:
    with vault.open(row.copy) as file:
        return file.read()


@pytest.mark.parametrize(
    ("name", "content", "where"),
    [
        ("名单.pdf", pdf(PHONE), "第1页"),
        ("名单.docx", word(f"联系电话：{PHONE}"), "正文"),
        ("名单.xlsx", sheet([["电话", int(PHONE)]]), "工作表1"),
        ("名单.csv", f"电话,{PHONE}\n".encode(), "正文"),
        (f"{PHONE}.txt", "一".encode(), "文件名"),
    ],
)
def test_a_file_that_tells_too_much_is_refused_with_which_where_and_what_now(
    bulletin_sent_back: Staged, name: str, content: bytes, where: str
):
    """disclosure-8.2"""
    said = answer(bulletin_sent_back, name, content)
    assert f"文件“{name}”" in said and f"{where}：{PHONE}" in said and "删去（不是涂黑）" in said
    assert not PublicFile.objects.filter(matter=bulletin_sent_back.matter_id).exists()


def test_what_is_no_number_after_all_is_kept_when_somebody_says_so(bulletin_sent_back: Staged):
    """disclosure-8.2"""
    assert attach(bulletin_sent_back, "表.csv", PHONE.encode(), kept_words=PHONE).kept_words == [PHONE]


def test_a_kind_that_cannot_be_made_bare_is_refused(bulletin_sent_back: Staged):
    assert "请换成 PDF、Word" in answer(bulletin_sent_back, "录音.mp3", b"ID3" + bytes(200))


def test_everybody_gets_a_copy_without_its_maker_and_the_original_stays(bulletin_sent_back: Staged, settings: Any):
    """disclosure-8.2"""
    settings.PASSWORD_DAYS = 0
    row = attach(bulletin_sent_back, "公告栏照片.jpg", photograph())
    assert (row.name, row.pictures, "拍摄位置" in row.left_out) == ("公告栏照片", True, True)
    assert MAKER.encode() not in copy_of(row) and row.copy_id != row.original.blob_id
    page = Client()
    page.force_login(bulletin_sent_back.town["zhaomingyuan"], backend="mingzhi.core.organs.sign_in.Accounts")
    assert b"".join(page.get(f"/public-files/{row.pk}/")) == copy_of(row)


def test_either_a_file_is_sent_or_one_that_lies_there_is_chosen(bulletin_sent_back: Staged):
    for files, data in (({}, {}), ({"file": SimpleUploadedFile("一.txt", b"1")}, {"of": bulletin_sent_back.matter.attachments.get().pk})):
        with pytest.raises(InvalidInput) as caught:
            perform("bulletin.attach", bulletin_sent_back.matter, actor=bulletin_sent_back.town["lixuemei"], data=data, files=files)
        assert set(caught.value.errors) == {"file"}


def test_more_than_a_page_carries_are_not_taken(bulletin_sent_back: Staged, monkeypatch: pytest.MonkeyPatch):
    attach(bulletin_sent_back, "一.txt", b"1")
    monkeypatch.setattr("mingzhi.regulations.disclosure.files.forms.MOST", 1)
    with pytest.raises(InvalidInput):
        attach(bulletin_sent_back, "二.txt", b"2")


def test_pictures_wait_for_a_second_person_to_look_at_each(bulletin_to_be_looked_at: Staged):
    """disclosure-4"""
    staged, said = bulletin_to_be_looked_at, {"opinion": "同意公开。"}
    found = refused("bulletin.check", staged.matter, actor=staged.town["zhaomingyuan"], data=said, at=at("2026-04-03 15:00"))
    assert found["disclosure-8.1"].mend == "bulletin.look" and "抽查流程图" in found["disclosure-8.1"].sentence
    row = keeping.files_of(staged.matter).get()
    matter = told.act(staged.town, "look", staged.matter, "zhaomingyuan", "2026-04-03 15:00", seen=[row.pk]).matter
    row.refresh_from_db()
    assert row.seen_by == staged.town["zhaomingyuan"]
    assert told.checked(staged.town, matter).stage == "ready"
    assert verify(staged.town.authority).ok


def offered(staged: Staged, name: str, who: str, when: str) -> Standing:
    """The act as the page has it for somebody who holds the post."""
    found = next(row for row in possible(staged.matter, staged.town[who], at(when)) if row.action.name == name)
    assert found.mine
    return found


@pytest.mark.parametrize(
    ("state", "name", "who", "words"),
    [
        ("bulletin: begun", "detach", "lixuemei", "没有可以去掉的"),
        ("publication: begun", "detach", "lixuemei", "没有可以去掉的"),
        ("bulletin: collected", "look", "zhaomingyuan", "没有随本件公开的附件"),
        ("publication: confirmed", "look", "zhaomingyuan", "没有随本件公开的附件"),
    ],
)
def test_without_a_file_there_is_none_to_look_at_or_take_out(stages: Stages, state: str, name: str, who: str, words: str):
    """disclosure-4, disclosure-14-correct"""
    staged = stages[state]
    with undone():
        assert words in offered(staged, name, who, "2026-04-03 15:00").refusals[0].sentence
        data = {"reasons": "看得清人脸。"}
        found = refused(f"{staged.kind}.{name}", staged.matter, actor=staged.town[who], data=data, at=at("2026-04-03 15:00"))
        assert words in found["disclosure-4"].sentence


def test_what_was_scanned_whole_or_looked_at_is_not_looked_at_again(bulletin_to_be_looked_at: Staged):
    """disclosure-4"""
    staged, when, files = bulletin_to_be_looked_at, "2026-04-03 15:00", keeping.files_of(bulletin_to_be_looked_at.matter)
    assert offered(staged, "look", "zhaomingyuan", when).allowed
    files.update(pictures=False)
    assert "不需要逐件看" in offered(staged, "look", "zhaomingyuan", when).refusals[0].sentence
    files.update(pictures=True, seen_by=staged.town["zhaomingyuan"], seen_at=at(when))
    assert offered(staged, "look", "zhaomingyuan", when).refusals[0].done


def test_a_file_that_lies_there_may_be_taken_out(bulletin_sent_back: Staged):
    """disclosure-4, disclosure-14-correct"""
    attach(bulletin_sent_back, "一.txt", b"1")
    assert offered(bulletin_sent_back, "detach", "lixuemei", "2026-04-03 10:00").allowed


def test_whoever_added_it_does_not_look_at_it(bulletin_to_be_looked_at: Staged):
    """disclosure-4, town-separation"""
    staged = bulletin_to_be_looked_at
    keeping.files_of(staged.matter).update(added_by=staged.town["zhaomingyuan"])
    data = {"seen": [row.pk for row in keeping.files_of(staged.matter)]}
    found = refused("bulletin.look", staged.matter, actor=staged.town["zhaomingyuan"], data=data, at=at("2026-04-03 15:00"))
    assert "是您添加的" in found["disclosure-4"].sentence


def test_a_last_scan_reads_the_files_too(bulletin_published_with_file: Staged):
    """disclosure-8.2: the scan may have learned since"""
    staged = bulletin_published_with_file
    keeping.files_of(staged.matter).update(said=[["第1页", PHONE]])
    Bulletin.objects.filter(pk=staged.matter_id).update(stage="ready")
    found = refused("bulletin.publish", staged.matter, actor=staged.town["wangli"], data={}, at=at("2026-04-07 10:00"))
    assert f"附件“抽查流程图”：扫描发现1处应当隐去的信息：“第1页：{PHONE}”" in found["disclosure-8.1"].sentence


def public(staged: Staged, row: PublicFile, **headers: str) -> Any:
    return Client().get(f"/t/{staged.town.authority.code}/attachments/{row.pk}", headers=headers)


def test_a_public_file_goes_out_as_what_it_is_and_only_once(bulletin_published_with_file: Staged):
    """disclosure-11.1"""
    staged = bulletin_published_with_file
    row = keeping.files_of(staged.matter).get()
    page = Client().get(f"/t/{staged.town.authority.code}/bulletins/{staged.matter_id}").content.decode()
    assert f"/attachments/{row.pk}" in page and "抽查流程图</a>（JPEG 图片，" in page
    found = public(staged, row)
    assert b"".join(found) == copy_of(row)
    assert (found["Content-Type"], found["X-Content-Type-Options"], found["ETag"]) == ("image/jpeg", "nosniff", f'"{row.copy.sha256}"')
    assert (
        found["Cache-Control"].startswith("public")
        and ".jpg" in found["Content-Disposition"]
        and "sandbox" in found["Content-Security-Policy"]
    )
    assert public(staged, row, if_none_match=found["ETag"]).status_code == 304


@pytest.mark.parametrize("stage", ["checking", "ready", "withheld", "ended"])
def test_what_is_not_public_is_not_there(bulletin_published_with_file: Staged, stage: str):
    """disclosure-9.5"""
    staged = bulletin_published_with_file
    Bulletin.objects.filter(pk=staged.matter_id).update(stage=stage)
    assert public(staged, keeping.files_of(staged.matter).get()).status_code == 404


def test_a_file_taken_out_of_what_is_public_is_gone_and_that_is_a_correction(bulletin_published_with_file: Staged):
    """disclosure-14-correct"""
    staged, row = bulletin_published_with_file, keeping.files_of(bulletin_published_with_file.matter).get()
    wrong = told.act(staged.town, "find_error", staged.matter, "wangli", "2026-04-20 10:00", reasons="流程图过时。").matter
    wrong = told.act(staged.town, "detach", wrong, "wangli", "2026-04-20 10:10", file=row.pk, reasons="流程图过时。").matter
    assert public(staged, row).status_code == 404
    assert told.act(staged.town, "correct", wrong, "wangli", "2026-04-20 10:20", changes="去掉流程图").matter.stage == "published"


def test_files_go_to_the_districts_site_too(bulletin_published_with_file: Staged):
    """disclosure-11.1"""
    staged = bulletin_published_with_file
    row = keeping.files_of(staged.matter).get()
    manifest, page, document, carried = made(staged.town.authority, Channel.SITE, *YEAR, date(2026, 4, 8)).files
    assert (carried.name, carried.content) == (f"{staged.matter.number} 附件1 抽查流程图.jpg", copy_of(row))
    assert carried.sha256 in manifest.content.decode() and "附件：</strong>1. 抽查流程图" in page.content.decode()
    assert zipfile.is_zipfile(io.BytesIO(document.content))


def test_a_file_of_a_decision_names_nobody_of_its_case(photographed: Staged):
    """disclosure-8.1, disclosure-7.2-mask: the party too, and no word of theirs is kept"""
    staged, who = photographed, photographed.town["lixuemei"]
    for said, words in (({}, "正文：刘大成"), ({"kept_words": "刘大成"}, "不能作为保留的字词")):
        files = {"file": SimpleUploadedFile("说明.txt", "刘大成已经清理。".encode())}
        with pytest.raises(Refused) as caught:
            perform("publication.attach", staged.matter, actor=who, data=said, files=files, at=at("2026-04-03 10:00"))
        assert words in caught.value.refusals[0].sentence


def test_a_file_goes_along_with_its_decision_and_is_gone_with_it(published_with_file: Staged):
    """disclosure-11.1, disclosure-13-withdraw"""
    staged, row = published_with_file, keeping.files_of(published_with_file.matter).get()
    page = Client().get(f"/t/{staged.town.authority.code}/decisions/{staged.matter_id}").content.decode()
    assert f"/attachments/{row.pk}" in page and "公告张贴照片</a>（JPEG 图片，" in page
    assert b"".join(public(staged, row)) == copy_of(row)
    carried = made(staged.town.authority, Channel.SITE, *YEAR, date(2026, 4, 8)).files[-1]
    assert carried.name == f"{staged.matter.decision_number} 附件1 公告张贴照片.jpg"
    decisions.act(
        staged.town, "order_withdrawal", staged.matter, "wangli", "2026-04-20 10:00", because="区政府撤销（綦江府复决〔2026〕18号）"
    )
    decisions.act(
        staged.town, "withdraw", staged.matter, "wangli", "2026-04-21 09:00", public_reasons="该决定已被撤销，原公示信息予以撤回。"
    )
    assert public(staged, row).status_code == 404
