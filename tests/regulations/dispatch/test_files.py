"""What goes into the files: exactly the columns of the table, exactly the masked text, and nothing that names anybody else."""

from __future__ import annotations

from datetime import date

from mingzhi.law.credit_report import COLUMNS
from mingzhi.regulations.disclosure.masking import latest
from mingzhi.regulations.disclosure.models import Publication
from mingzhi.regulations.dispatch.due import due
from mingzhi.regulations.dispatch.files import made
from mingzhi.regulations.dispatch.models import Channel
from tests.cast import CITIZEN, at
from tests.procedures.house import Staged
from tests.procedures.penalty.refusing import refused

from . import story
from .reading_files import contents_of, everything, sheet

APRIL = (date(2026, 4, 1), date(2026, 4, 8))


def publication(staged: Staged) -> Publication:
    return Publication.objects.get(authority=staged.town.authority)


def test_the_platforms_file_has_the_columns_of_the_table_and_one_row_a_party(prepared: Staged):
    """disclosure-7.2, credit-report"""
    ((name, file),) = contents_of(prepared.matter).items()
    head, row = sheet(file)
    assert head == list(COLUMNS)
    said = dict(zip(head, row, strict=True))
    assert (said["行政相对人名称"], said["行政相对人类别"], said["证件号码"]) == ("刘大成", "自然人", CITIZEN["party_identifier"])
    assert said["行政处罚决定书文号"] == publication(prepared).decision_number
    assert (said["处罚类别"], said["罚款金额(万元)"], said["处罚决定日期"]) == ("罚款", "0.03", "2026/04/01")
    assert (said["公示截止期"], said["处罚有效期"]) == ("2027/04/01", "2099/12/31")
    assert said["处罚机关统一社会信用代码"] == prepared.town.authority.credit_code
    assert said["违法事实"] and "刘大成" not in said["违法事实"] + said["处罚内容"] + name


def test_a_citizens_telephone_and_address_stay_in_the_house(prepared: Staged):
    """disclosure-8.2: the table asks for name and number alone"""
    ((_, file),) = contents_of(prepared.matter).items()
    for kept in (CITIZEN["party_phone"], CITIZEN["party_address"]):
        assert kept not in everything(file)


def test_the_file_that_is_kept_is_the_one_on_record(prepared: Staged):
    """disclosure-11.1"""
    row = prepared.matter.attachments.select_related("blob").get()
    assert (row.name, row.blob.sha256) == (prepared.matter.file_name, prepared.matter.sha256)
    again = made(prepared.town.authority, Channel.CREDIT, *APRIL, date(2026, 4, 8))
    assert again.files[0].content == contents_of(prepared.matter)[row.name]


def test_the_sites_files_hold_the_masked_text_and_nobodys_name(nothing_sent: Staged):
    """disclosure-11.1, disclosure-7.2-mask"""
    dispatch = story.prepared(nothing_sent.town, "site")
    files = contents_of(dispatch)
    number, edition = publication(nothing_sent).decision_number, latest(publication(nothing_sent))
    assert [name.rpartition(".")[2] for name in files] == ["csv", "html", "docx"]
    assert f"{number}.html" in files and f"{number}.docx" in files
    for name, file in files.items():
        told = name + everything(file)
        assert edition.title in told
        assert not [word for word in ("刘大成", CITIZEN["party_identifier"], CITIZEN["party_phone"]) if word in told]
    page = files[f"{number}.html"].decode()
    assert all(line.partition("：")[2] in page for line in edition.text.splitlines())


def test_a_word_file_tells_of_its_maker_no_more_than_the_organ(nothing_sent: Staged):
    """disclosure-11.1"""
    town = nothing_sent.town
    files = made(town.authority, Channel.SITE, *APRIL, date(2026, 4, 8)).files
    (word,) = [file.content for file in files if file.name.endswith(".docx")]
    told = everything(word)
    assert "python-docx" not in told and town.authority.name in told
    assert word == [file.content for file in made(town.authority, Channel.SITE, *APRIL, date(2026, 4, 9)).files][2]


def test_a_row_that_the_platform_would_refuse_is_listed_with_what_to_do_and_not_sent(nothing_sent: Staged):
    """credit-report"""
    town = nothing_sent.town
    type(town.authority).objects.filter(pk=town.authority.pk).update(credit_code="115003990000000198")
    fresh = type(town["wangli"]).objects.select_related("authority").get(pk=town["wangli"].pk)
    package = made(fresh.authority, Channel.CREDIT, *APRIL, date(2026, 4, 8))
    assert (package.files, package.taken) == ([], [])
    assert "处罚机关统一社会信用代码：第 18 位校验码应为" in package.left_out[0]["faults"][0]
    answer = refused("dispatch.prepare", None, actor=fresh, data={"channel": "credit", **story.DAYS}, at=at("2026-04-08 09:00"))
    assert "请对照证照改正" in answer["disclosure-7.2"].sentence


def test_what_names_somebody_after_all_goes_nowhere(nothing_sent: Staged):
    """disclosure-8.1: a fresh scan of what would be sent"""
    edition = latest(publication(nothing_sent))
    type(edition).objects.filter(pk=edition.pk).update(text=f"{edition.text}\n备注：刘大成", title=edition.title)
    package = made(nothing_sent.town.authority, Channel.SITE, *APRIL, date(2026, 4, 8))
    assert not package.files
    assert "刘大成" in package.left_out[0]["faults"][0]


def test_a_warning_does_not_go_to_the_platform_but_to_the_site(nothing_sent: Staged):
    """credit-minor"""
    case = publication(nothing_sent).case
    type(case).objects.filter(pk=case.pk).update(decided_penalties=[{"kind": "warning", "content": "警告"}])
    authority = nothing_sent.town.authority
    assert due(authority, Channel.CREDIT, *APRIL) == []
    assert len(due(authority, Channel.SITE, *APRIL)) == 1


def test_what_was_published_on_other_days_is_not_in_it(nothing_sent: Staged):
    """disclosure-11.1"""
    assert due(nothing_sent.town.authority, Channel.CREDIT, date(2026, 4, 8), date(2026, 4, 30)) == []
