"""What the lists show, to take away and to be found: the same rows as the pages, and no more."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from datetime import date, timedelta
from io import StringIO
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from mingzhi.core.organs.models import Certificate
from mingzhi.procedures.penalty.models import Power
from mingzhi.regulations.disclosure.masking import latest
from mingzhi.regulations.disclosure.models import Publication
from tests.cast import Town, at
from tests.procedures.house import Staged, Stages
from tests.procedures.penalty.trying import undone
from tests.regulations.disclosure import bulletin_story

from .conftest import ROOT

#: How a decision that was revoked stands on record.
WITHDRAWN = {"stage": "withdrawn", "withdrawn_on": date(2026, 4, 10), "public_reasons": "处罚决定已被依法撤销。"}
ATOM, MAP = "{http://www.w3.org/2005/Atom}", "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def staged(stages: Stages) -> Iterator[Staged]:
    """A decision that is public."""
    found = stages["publication: published"]
    with undone():
        Publication.objects.filter(pk=found.matter.pk).update(shown_until_on=timezone.localdate() + timedelta(days=1))
        yield found


def got(place: str, root: str = ROOT) -> str:
    response = Client().get(root + place)
    assert response.status_code == 200
    return response.content.decode()


def rows(place: str, root: str = ROOT) -> list[dict[str, str]]:
    """The rows of a list, which are the same as table and as data."""
    table = got(f"files/{place}.csv", root)
    assert table.startswith("\ufeff")
    read = list(csv.DictReader(StringIO(table[1:])))
    assert read == json.loads(got(f"files/{place}.json", root))
    return read


def of(staged: Staged) -> str:
    return f"/t/{staged.town.authority.code}/"


def test_decisions_are_taken_away_as_they_are_public(staged: Staged):
    """disclosure-11.1, disclosure-7.2"""
    (row,) = rows("decisions", of(staged))
    assert row["决定书文号"] == staged.matter.decision_number and row["公开形式"] == "摘要" and "刘某某" in row["内容"]
    assert row["网址"] == f"{settings.PUBLIC_URL}{of(staged)}decisions/{staged.matter.pk}" and "刘大成" not in str(row)
    Publication.objects.filter(pk=staged.matter.pk).update(**WITHDRAWN)
    (gone,) = rows("decisions", of(staged))
    told = {
        "决定书文号": staged.matter.decision_number,
        "状态": "已撤回",
        "撤回日期": "2026-04-10",
        "撤回理由": WITHDRAWN["public_reasons"],
    }
    assert {name: words for name, words in gone.items() if words} == told and list(gone) == list(row)


def test_officers_are_taken_away_with_nothing_but_what_is_public_of_them(town: Town):
    """disclosure-5.1, disclosure-11.1"""
    found = rows("officers")
    assert {row["执法证号"] for row in found} == set(Certificate.objects.values_list("number", flat=True))
    assert set(found[0]) == {"姓名", "执法证号", "执法类别", "单位", "职务", "有效期至"} and "钱新来" not in str(found)


def test_powers_are_taken_away_with_their_basis(town: Town):
    """disclosure-5.2, disclosure-11.1"""
    found = {row["编码"]: row for row in rows("powers")}
    assert set(found) == set(Power.objects.values_list("code", flat=True))
    assert "第六十五条" in found["法定-001"]["处罚依据"]


def test_no_spreadsheet_takes_a_name_for_a_formula(town: Town):
    Power.objects.filter(code="法定-001").update(name="=HYPERLINK(1)")
    assert "\n法定-001,'=HYPERLINK(1)" in got("files/powers.csv").replace("\r\n", "\n")


@pytest.mark.parametrize("place", ["files/parties.csv", "files/decisions.xml", "files/decisions"])
def test_nothing_else_can_be_taken_away(town: Town, place: str):
    assert Client().get(ROOT + place).status_code == 404


def test_news_of_decisions_can_be_followed(staged: Staged):
    """disclosure-11.1"""
    read = ElementTree.fromstring(got("feed.atom", of(staged)))
    (entry,) = read.findall(f"{ATOM}entry")
    assert "刘某某" in (entry.findtext(f"{ATOM}title") or "") and str(entry.findtext(f"{ATOM}updated")).startswith("2026-04-07")
    assert f'type="application/atom+xml" title="新公开的信息" href="{of(staged)}feed.atom"' in got("", of(staged))


def test_whoever_follows_the_news_learns_that_a_decision_was_withdrawn(staged: Staged):
    """disclosure-13-withdraw: under the name it had, so that a reader's copy is replaced; nothing of its title stays."""
    before = ElementTree.fromstring(got("feed.atom", of(staged))).find(f"{ATOM}entry")
    Publication.objects.filter(pk=staged.matter.pk).update(**WITHDRAWN)
    (entry,) = ElementTree.fromstring(text := got("feed.atom", of(staged))).findall(f"{ATOM}entry")
    assert before is not None and entry.findtext(f"{ATOM}id") == before.findtext(f"{ATOM}id") and "刘某某" not in text
    assert entry.findtext(f"{ATOM}title") == f"已撤回：{staged.matter.decision_number}"
    assert entry.findtext(f"{ATOM}summary") == WITHDRAWN["public_reasons"]
    assert str(entry.findtext(f"{ATOM}updated")).startswith("2026-04-10")


def test_whoever_follows_the_news_learns_that_a_text_was_corrected(staged: Staged):
    """disclosure-14-correct: a reader keeps what it has until it is told of something newer."""
    edition = latest(staged.matter)
    assert edition is not None
    edition.pk, edition.number, edition.title, edition.published_at = None, edition.number + 1, "更正后的案件名称", at("2026-05-12 09:00")
    edition.save()
    (entry,) = ElementTree.fromstring(got("feed.atom", of(staged))).findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "更正后的案件名称" and str(entry.findtext(f"{ATOM}updated")).startswith("2026-05-12")
    (row,) = rows("decisions", of(staged))
    assert row["公开日期"] == "2026-04-07"


@pytest.fixture
def told_of(stages: Stages) -> Iterator[Staged]:
    """A list of random inspections that is public since 2026-04-07."""
    found = stages["bulletin: published"]
    with undone():
        yield found


def test_lists_are_in_the_news_and_can_be_taken_away(told_of: Staged):
    """disclosure-5.5, disclosure-11.1"""
    entry = ElementTree.fromstring(got("feed.atom", of(told_of))).find(f"{ATOM}entry")
    assert entry is not None and entry.findtext(f"{ATOM}title") == told_of.matter.title
    (row,) = rows("bulletins", of(told_of))
    assert row["栏目"] == "随机抽查事项清单" and bulletin_story.ROW["share"] in row["内容"] and row["状态"] == "公开中"
    assert row["网址"].endswith(f"/bulletins/{told_of.matter.pk}") and "files/bulletins.csv" in got("bulletins", of(told_of))


def test_of_a_list_that_was_ended_only_number_day_and_reason_are_told(told_of: Staged):
    """disclosure-13-update"""
    bulletin_story.act(told_of.town, "end", told_of.matter, "wangli", "2026-05-07 09:00", because="抽查改由区里统一组织。")
    (row,) = rows("bulletins", of(told_of))
    told = {"编号": told_of.matter.number, "状态": "已停止公开", "撤回日期": "2026-05-07", "撤回理由": "抽查改由区里统一组织。"}
    assert {name: words for name, words in row.items() if words} == told
    entry = ElementTree.fromstring(got("feed.atom", of(told_of))).find(f"{ATOM}entry")
    assert entry is not None and entry.findtext(f"{ATOM}title") == f"已停止公开：{told_of.matter.number}"


def test_search_engines_are_led_to_every_page_that_is_there(staged: Staged):
    """disclosure-2"""
    found = [one.text or "" for one in ElementTree.fromstring(got("sitemap.xml", of(staged))).iter(f"{MAP}loc")]
    assert f"{settings.PUBLIC_URL}{of(staged)}decisions/{staged.matter.pk}" in found and len(found) == len(set(found))
    for address in found:
        assert Client().get(address.removeprefix(settings.PUBLIC_URL)).status_code == 200, address


def test_search_engines_are_kept_from_the_desk(town: Town):
    text = Client().get("/robots.txt").content.decode()
    assert "Disallow: /\n" in text and "Allow: /t/\n" in text and f"Sitemap: {settings.PUBLIC_URL}{ROOT}sitemap.xml" in text
