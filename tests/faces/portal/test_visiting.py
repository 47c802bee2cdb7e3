"""What every public page keeps to: no sign-in, no cookie, kept by caches, in the look that its address asks for."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.cast import Town, make_town

from .conftest import FILES, PLACES, ROOT


@pytest.mark.parametrize("place", (*PLACES, *FILES))
def test_a_page_may_be_kept_and_sets_no_cookie(town: Town, place: str):
    first = Client().get(ROOT + place)
    assert first.status_code == (404 if "不存在" in place else 200)
    assert (
        not first.cookies and set(first["Cache-Control"].split(", ")) == {"public", "max-age=60"} and "Cookie" not in first.get("Vary", "")
    )
    assert "<script" not in first.content.decode()
    if first.status_code == 200:
        again = Client().get(ROOT + place, headers={"If-None-Match": first["ETag"]})
        assert again.status_code == 304 and not again.content


def test_somebody_signed_in_gets_the_very_same_page(town: Town):
    client = Client()
    client.force_login(town["lixuemei"])
    assert client.get(ROOT).content == Client().get(ROOT).content


def test_a_page_is_only_read(town: Town):
    assert Client().post(ROOT).status_code == 405


def test_the_look_goes_along_with_every_link_and_form(town: Town):
    page = Client().get(ROOT + "officers?look=large&q=李").content.decode()
    assert '<body class="large">' in page and '<input type="hidden" name="look" value="large">' in page
    links = [link for link in re.findall(r'href="(/(?:t|d)[^"]*)"', page) if not re.search(r"/files/|feed\.atom", link)]
    plain = [link for link in links if "look=" not in link]
    # Only the switch back to ordinary type leaves the look behind, and it keeps what was asked.
    assert len(links) > 5 and plain == [f"{ROOT}officers?q=%E6%9D%8E"]
    assert "look=contrast-large" in page


def test_a_look_that_does_not_exist_is_passed_over(town: Town):
    assert "<body>" in Client().get(ROOT, {"look": "<script>-huge"}).content.decode()


def test_the_only_town_is_found_without_its_code(town: Town):
    assert Client().get("/t/")["Location"] == ROOT
    assert Client().get("/t/500110999/").status_code == 404
    assert Client().get("/t/500110/").status_code == 404, "a district has no site of its own"


@pytest.mark.parametrize("address", [f"{ROOT}nowhere", f"{ROOT}decisions/999999", f"{ROOT}attachments/999999", "/t/500110999/", "/d/a/b"])
def test_an_address_that_is_none_leads_on_within_the_site(town: Town, address: str):
    """A citizen is not sent to the desk, which asks for an account."""
    answer = Client().get(address, {"look": "large"})
    page = answer.content.decode()
    assert answer.status_code == 404 and "没有找到" in page and '<body class="large">' in page
    assert f'href="{ROOT}?look=large"' in page and f'action="{ROOT}search?look=large"' in page and "工作台" not in page


def test_of_several_towns_the_reader_chooses(town: Town):
    make_town(code="500110113", place="安稳镇", word="綦安稳府", prefix="b-")
    page = Client().get("/t/").content.decode()
    assert "石壕镇" in page and "安稳镇" in page and f'href="{ROOT}"' in page


def test_without_a_town_the_page_says_so(db):
    assert "还没有录入执法机关的信息" in Client().get("/t/").content.decode()
