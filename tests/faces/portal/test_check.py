"""The public check page: it confirms what a paper's foot shows, never what the paper says."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from mingzhi.core.documents.models import Document
from tests.cast import CITIZEN, Town, make_town
from tests.procedures.penalty.story import filed


@pytest.fixture
def paper(town: Town) -> Document:
    return filed(town).documents[0]


def test_a_genuine_paper_is_confirmed_without_its_content(paper: Document):
    """penalty-law-50"""
    response = Client().get(f"/d/{paper.check_code}")
    page = response.content.decode()
    assert response.status_code == 200 and "这份文书是真的" in page
    assert paper.number in page and paper.title in page and "2026-03-03" in page
    assert paper.sha256[:4] in page and paper.sm3[-4:] in page
    for secret in (CITIZEN["party_name"], CITIZEN["party_address"], CITIZEN["party_identifier"], paper.matter.title, "李雪梅"):
        assert secret not in page


def test_a_voided_paper_says_so(paper: Document):
    Document.objects.filter(pk=paper.pk).update(voided_at=timezone.now(), voided_because="刘大成的姓名写错")
    page = Client().get(f"/d/{paper.check_code}").content.decode()
    assert "已经作废" in page and "是真的" not in page and "刘大成" not in page


def test_an_unknown_code_is_told_in_words(town: Town):
    response = Client().get("/d/no-such-code")
    assert response.status_code == 404 and "没有查到这份文书" in response.content.decode()
    assert town.authority.phone in response.content.decode()


def test_number_and_fingerprint_find_the_paper_however_they_are_typed(paper: Document):
    for number, digits in (
        (paper.number, paper.sha256[:8]),
        (paper.number.replace("〔", " [").replace("〕", "] "), paper.sha256[:12].upper()),
    ):
        response = Client().get("/d", {"number": number, "digits": f"{digits[:4]} {digits[4:]}"})
        assert "这份文书是真的" in response.content.decode()


def test_a_number_alone_reveals_nothing(paper: Document):
    """Numbers run on and can be guessed; whoever has no file learns nothing from them."""
    for digits in ("", paper.sha256[:7], "zzzzzzzz", "%", "0" * 65):
        response = Client().get("/d", {"number": paper.number, "digits": digits})
        assert response.status_code == 400 and paper.title not in response.content.decode()
    wrong = ("0" if paper.sha256[0] != "0" else "1") + paper.sha256[1:8]
    assert Client().get("/d", {"number": paper.number, "digits": wrong}).status_code == 404


def test_the_empty_form_asks(town: Town):
    response = Client().get("/d")
    assert response.status_code == 200 and "核验文书" in response.content.decode()


def test_no_cookie_is_set_and_none_is_read(paper: Document):
    for address in ("/d", f"/d/{paper.check_code}", "/d/none"):
        response = Client().get(address)
        assert not response.cookies and "Cookie" not in response.get("Vary", "")


def test_the_same_answer_is_not_sent_twice_and_a_voided_paper_is_sent_anew(paper: Document):
    client, address = Client(), f"/d/{paper.check_code}"
    tag = client.get(address)["ETag"]
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304
    Document.objects.filter(pk=paper.pk).update(voided_at=timezone.now())
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 200


def test_nothing_but_reading_is_answered(paper: Document):
    assert Client().post(f"/d/{paper.check_code}").status_code == 405


def test_with_several_towns_the_paper_says_whose_it_is(paper: Document):
    make_town("500110113", "安稳镇", "綦安稳府", prefix="b_")
    assert "石壕镇行政执法公示" in Client().get(f"/d/{paper.check_code}").content.decode()
    assert Client().get("/d").status_code == 200


def test_a_check_is_one_question(paper: Document, django_assert_num_queries):
    with django_assert_num_queries(1):
        Client().get(f"/d/{paper.check_code}")
