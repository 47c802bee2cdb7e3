"""Bulletins and yearly figures in the files for the district's site: sent like decisions, replaced and taken down where they went."""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
from datetime import date
from typing import Any

import pytest
from django.test import Client

from mingzhi.core.ledger.models import LedgerEntry
from mingzhi.regulations.disclosure.models import Bulletin, Sheet
from mingzhi.regulations.dispatch.due import Due, due
from mingzhi.regulations.dispatch.files import made
from mingzhi.regulations.dispatch.models import Channel, Dispatch, Sent
from mingzhi.regulations.dispatch.reconciling import Line, lines
from mingzhi.regulations.dispatch.stages import Stage
from tests.cast import at
from tests.procedures.house import Staged
from tests.procedures.penalty.refusing import refused
from tests.regulations.disclosure import bulletin_story as bulletins
from tests.regulations.figures import story as figures

from . import story
from .reading_files import contents_of, everything
from .test_answering import publication, rows

SPAN = (date(2026, 1, 1), date(2026, 5, 31))
SITE_SENT = {"how": "交区政府网站公示专栏录入"}


def until(day: str) -> dict[str, str]:
    return {"from_on": "2026-01-01", "until_on": day}


def told(staged: Staged, day: str) -> Dispatch:
    """A file for the district's site with everything due, sent and acknowledged the same day."""
    town = staged.town
    dispatch = story.prepared(town, "site", f"{day} 09:00", **until(day))
    dispatch = story.act(town, "send", dispatch, f"{day} 09:10", sent_on=day, **SITE_SENT).matter
    return story.act(town, "acknowledge", dispatch, f"{day} 09:20", rows=rows(dispatch), answered_on=day).matter


def lacking(staged: Staged) -> dict[str, Due]:
    return {one.subject.number: one for one in due(staged.town.authority, Channel.SITE, *SPAN)}


def words(staged: Staged, matter: Any, today: str = "2026-05-07") -> str:
    """What the page of reconciliation says of something and the district's site."""
    found: dict[int, Line] = {one.subject[1]: one for one in lines(staged.town["wangli"], date.fromisoformat(today))}
    return found[matter.pk].standings[1].words


def test_lists_and_figures_go_to_the_site_beside_the_decisions_and_nowhere_else(nothing_sent: Staged):
    """disclosure-11.1"""
    town = nothing_sent.town
    listed, year = bulletins.published(town), figures.is_public(town)
    dispatch = story.prepared(town, "site", "2026-04-08 09:00", **until("2026-04-08"))
    decision = publication(nothing_sent)
    sent = {row.subject_id: row for row in dispatch.dispatch_sents.all()}
    assert sent.keys() == {decision.pk, listed.pk, year.pk}
    assert (sent[listed.pk].number, sent[listed.pk].title, sent[listed.pk].draft) == (listed.number, "2026年随机抽查事项清单", 1)
    assert [one.subject.pk for one in due(town.authority, Channel.CREDIT, *SPAN)] == [decision.pk]
    files = contents_of(dispatch)
    for name in (f"{listed.number}.html", f"{listed.number}.docx"):
        assert all(word in everything(files[name]) for word in (bulletins.ROW["object"], "抽查主体", "形成（变更）日期"))
    for name in (f"{year.number}.html", f"{year.number}.docx"):
        assert all(word in everything(files[name]) for word in (figures.WORDS["work"], "表一", "46 次"))


def test_the_list_in_a_delivery_names_each_file_with_its_digest(nothing_sent: Staged):
    """disclosure-11.1"""
    bulletins.published(nothing_sent.town)
    package = made(nothing_sent.town.authority, Channel.SITE, *SPAN, date(2026, 5, 31))
    manifest, *files = package.files
    head, *listed = csv.reader(io.StringIO(manifest.content.decode("utf-8-sig")))
    assert [row[head.index("种类")] for row in listed] == ["行政处罚决定", "随机抽查事项清单"]
    named = {row[place]: row[place + 1] for row in listed for place in (head.index("网页文件（附件）"), head.index("Word 文件"))}
    assert named == {file.name: hashlib.sha256(file.content).hexdigest() for file in files}


def test_a_newer_version_goes_in_place_of_the_older_one(nothing_sent: Staged):
    """disclosure-13-update"""
    town, old = nothing_sent.town, bulletins.published(nothing_sent.town)
    told(nothing_sent, "2026-04-08")
    assert lacking(nothing_sent) == {}
    new = bulletins.renewed(town, old)
    assert {number: (one.purpose, one.instead_of) for number, one in lacking(nothing_sent).items()} == {
        new.number: (Sent.Purpose.CHANGED, old.number)
    }
    assert "等新版本收妥后更换" in words(nothing_sent, old)
    assert words(nothing_sent, new) == "还没有报送（变更后报送）"
    told(nothing_sent, "2026-05-07")
    assert lacking(nothing_sent) == {}
    assert words(nothing_sent, old) == "2026-05-07已换成新版本"


@pytest.mark.parametrize("which", ["old", "new"])
def test_what_is_ended_is_taken_down_where_it_went(nothing_sent: Staged, which: str):
    """disclosure-13-update, disclosure-13-withdraw: also an older version that stands there because its successor never went"""
    town, old = nothing_sent.town, bulletins.published(nothing_sent.town)
    told(nothing_sent, "2026-04-08")
    ended, still = old, old
    if which == "new":
        ended = bulletins.renewed(town, old)
    bulletins.act(town, "end", ended, bulletins.PUBLISHER, "2026-05-06 15:00", because="该清单已经废止。")
    (one,) = lacking(nothing_sent).values()
    assert (one.subject.pk, one.purpose) == (still.pk, Sent.Purpose.WITHDRAWN)
    assert words(nothing_sent, still) == "还没有报送（停止公开）"
    dispatch = told(nothing_sent, "2026-05-07")
    notice = everything(contents_of(dispatch)[f"{still.number}（停止公开）.docx"])
    assert bulletins.ROW["object"] not in notice and "停止公开理由" in notice
    assert lacking(nothing_sent) == {}


def test_what_never_went_there_need_not_be_taken_down_there(nothing_sent: Staged):
    """disclosure-13-update"""
    old = bulletins.published(nothing_sent.town)
    new = bulletins.renewed(nothing_sent.town, old)
    assert set(lacking(nothing_sent)) == {publication(nothing_sent).decision_number, new.number}
    assert words(nothing_sent, old) == "没有报送过"


def test_a_correction_goes_again(nothing_sent: Staged):
    """disclosure-14-correct"""
    town, listed = nothing_sent.town, bulletins.published(nothing_sent.town)
    told(nothing_sent, "2026-04-08")
    wrong = bulletins.act(town, "find_error", listed, bulletins.PUBLISHER, "2026-04-20 10:00", reasons="抽查比例写错。").matter
    bulletins.act(town, "correct", wrong, bulletins.PUBLISHER, "2026-04-20 11:00", text="抽查由大队组织。", changes="组织单位")
    assert lacking(nothing_sent)[listed.number].purpose == Sent.Purpose.CORRECTED


def test_a_file_made_before_a_newer_version_does_not_leave(nothing_sent: Staged):
    """disclosure-13-update"""
    town, old = nothing_sent.town, bulletins.published(nothing_sent.town)
    dispatch = story.prepared(town, "site", "2026-04-08 09:00", **until("2026-04-08"))
    bulletins.renewed(town, old)
    answer = refused(
        "dispatch.send", dispatch, actor=town["wangli"], data={"sent_on": "2026-05-06", **SITE_SENT}, at=at("2026-05-06 10:00")
    )
    assert answer["disclosure-13-withdraw"].mend == "dispatch.discard" and old.number in answer["disclosure-13-withdraw"].sentence


def test_a_list_that_names_somebody_after_all_goes_nowhere(nothing_sent: Staged):
    """disclosure-8.1, disclosure-8.2: a fresh scan of what would be sent"""
    listed = bulletins.published(nothing_sent.town)
    Sheet.objects.filter(matter_id=listed.pk).update(text="联系人手机13883550001。")
    package = made(nothing_sent.town.authority, Channel.SITE, *SPAN, date(2026, 5, 31))
    assert [row["number"] for row in package.left_out] == [listed.number]
    assert "13883550001" in package.left_out[0]["faults"][0]


def test_the_clerk_sees_what_is_due_makes_one_file_and_has_it_acknowledged(nothing_sent: Staged, settings: Any):
    """disclosure-11.1: by the pages of the desk"""
    settings.PASSWORD_DAYS = 0
    listed, decision = bulletins.published(nothing_sent.town), publication(nothing_sent)
    client = Client()
    client.force_login(nothing_sent.town["wangli"], backend="mingzhi.core.organs.sign_in.Accounts")
    page = client.get("/reconciliation", {"only": "site"}).content.decode()
    assert listed.number in page and decision.decision_number in page and "channel=site" in page
    client.post("/dispatch/new/prepare", {"channel": "site", **until("2026-05-31")})
    dispatch = Dispatch.objects.get(authority=nothing_sent.town.authority)
    assert dispatch.stage == Stage.PREPARED
    looks = LedgerEntry.objects.filter(kind="attachment.opened")
    before = looks.count()
    package = client.post(f"/dispatch/{dispatch.pk}/package")
    with zipfile.ZipFile(io.BytesIO(package.content)) as packed:
        assert {name: packed.read(name) for name in packed.namelist()} == contents_of(dispatch)
    assert looks.count() - before == dispatch.attachments.count() == len(contents_of(dispatch))
    client.post(f"/dispatch/{dispatch.pk}/send/do", {"sent_on": "2026-05-31", **SITE_SENT})
    client.post(f"/dispatch/{dispatch.pk}/acknowledge/do", {"rows": rows(dispatch), "answered_on": "2026-05-31"})
    dispatch.refresh_from_db()
    assert dispatch.stage == Stage.SETTLED
    assert listed.number not in client.get("/reconciliation", {"only": "site"}).content.decode()
    assert Bulletin.objects.get(pk=listed.pk).title in client.get(f"/dispatch/{dispatch.pk}/").content.decode()


def test_the_page_says_what_stands_in_the_way_before_a_file_is_made(nothing_sent: Staged):
    """disclosure-8.2"""
    listed = bulletins.published(nothing_sent.town)
    Sheet.objects.filter(matter_id=listed.pk).update(text="联系人手机13883550001。")
    found = next(one for one in lines(nothing_sent.town["wangli"], date(2026, 4, 9)) if one.subject[1] == listed.pk)
    assert "13883550001" in found.standings[1].because[0] and found.lacking
