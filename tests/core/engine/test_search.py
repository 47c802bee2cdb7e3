"""Search finds what LIKE finds, and only what the person may see."""

from __future__ import annotations

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mingzhi.core.engine import sampling, search_ways
from mingzhi.core.engine.models import Handler, Matter, SearchText
from mingzhi.core.engine.perform import perform
from mingzhi.core.engine.sampling import Sample
from mingzhi.core.engine.search import asked_words, find, index, index_many, plain, rebuild, searchable_text
from mingzhi.core.engine.terms import pieces_of, term_of, terms_of
from tests.cast import Town, at, make_town
from tests.core.engine.test_perform import CLUE, registered
from tests.procedures.penalty.story import propose

#: Few characters, so that pairs repeat; with what trips tokenizers: marks of LIKE, FTS5 and tsquery, wide forms, halves of words.
ALPHABET = "王雨涵石壕镇〔2026〕１٣aAbé%_'\"*&|:\\()-《𠮷 "
WAYS = ("the index", "the newest", "the newest, then the index")


def matters(town: Town, texts: list[str]) -> list[Matter]:
    rows = Matter.objects.bulk_create(
        Matter(
            authority=town.authority, region=town.authority.region, kind="clue", title="线索", stage="received",
            opened_at=at("2026-03-01"), changed_at=at("2026-03-01"),
        )
        for _ in texts
    )  # fmt: skip
    index_many([(row.pk, text) for row, text in zip(rows, texts, strict=True)])
    return rows


def found(question: str, town: Town, account: str = "lixuemei", **options) -> list[int]:
    return [hit.matter.pk for hit in find(question, town[account], **options)]


def force(monkeypatch: pytest.MonkeyPatch, way: str, newest: int) -> None:
    """Have every question go one way, whatever it asks: as if its words stood in every text, when three are read for each wanted."""
    read = {"the index": 0.0, "the newest": 100.0, "the newest, then the index": 5 / newest}[way]
    monkeypatch.setattr(search_ways, "_READ_FOR_ONE", {connection.vendor: read})
    monkeypatch.setattr(Sample, "share", lambda sample, words: 1.0)
    monkeypatch.setattr(sampling, "_kept", {})


def walked(question: str, town: Town, down_to: int) -> list[int]:
    """All that is found down to a matter, page by page of one."""
    pks: list[int] = []
    while page := found(question, town, limit=1, after=pks[-1] if pks else None):
        if page[0] < down_to:
            break
        pks += page
    return pks


def test_a_name_of_two_characters_is_found(town: Town):
    one, two = matters(town, ["王涵 违法建设案", "李王 涵洞积水案"])
    assert found("王涵", town) == [one.pk]
    assert found("涵", town) == [two.pk, one.pk]


def test_every_word_must_stand_in_the_text(town: Town):
    one, _ = matters(town, ["綦石壕府罚字〔2026〕12号 刘大成", "綦石壕府罚字〔2026〕13号 刘大明"])
    assert found("刘大 〔2026〕12", town) == [one.pk]
    assert found("刘大成 13号", town) == []


def test_an_empty_question_finds_nothing(town: Town):
    matters(town, ["石壕镇"])
    assert found("", town) == found("  \n", town) == found("\x00", town) == []


@st.composite
def asked_of_texts(draw: st.DrawFn) -> tuple[list[str], str]:
    """Some texts, and a question that mostly is a piece of one."""
    texts = draw(st.lists(st.text(ALPHABET, max_size=14), min_size=1, max_size=9))
    start, length = draw(st.integers(0, 12)), draw(st.integers(1, 5))
    return texts, draw(st.sampled_from(texts))[start : start + length] or draw(st.text(ALPHABET, min_size=1, max_size=5))


@pytest.mark.django_db
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=asked_of_texts(), way=st.sampled_from(WAYS))
def test_recall_and_precision_equal_those_of_like(town: Town, monkeypatch: pytest.MonkeyPatch, asked: tuple[list[str], str], way: str):
    """Neither the index nor the sample decides."""
    texts, question = asked
    rows = matters(town, texts)
    force(monkeypatch, way, rows[-1].pk)
    words = asked_words(question)
    expected = [row.pk for row, text in zip(rows, texts, strict=True) if words and all(word in plain(text) for word in words)][::-1]
    liked = SearchText.objects.filter(pk__in=[row.pk for row in rows]).order_by("-pk")
    for word in words:
        liked = liked.filter(text__contains=word)
    assert walked(question, town, rows[0].pk) == expected
    assert not words or [row.pk for row in liked] == expected


@given(st.text(ALPHABET, max_size=20), st.integers(0, 20), st.integers(1, 8))
def test_every_piece_of_a_word_is_filed_under_the_text_it_stands_in(text: str, start: int, length: int):
    """Without this the index would hide what LIKE finds."""
    text = plain(text)
    for word in text[start : start + length].split():
        assert {term_of(piece) for piece in pieces_of(word)} <= set(terms_of(text))


def test_a_number_of_thousands_of_digits_is_found(town: Town):
    (one,) = matters(town, ["卷" + "7" * 5000 + "号"])
    assert found("7" * 50 + "号", town) == [one.pk]


def test_terms_fit_both_databases():
    pieces = ("\U0010ffff", "\U0010ffff" * 2, "999", "\U0010ffff999999\U0010ffff", "〕77号", "77", "7", "〕7")
    terms = [term_of(piece) for piece in pieces]
    assert len(set(terms)) == len(pieces)
    assert all(-(2**63) <= term < 2**63 for term in terms)


def test_a_changed_text_is_found_by_its_new_words_only(town: Town):
    (one,) = matters(town, ["刘大成 立案"])
    index(one, "刘大明 立案")
    assert found("刘大成", town) == []
    assert found("刘大明", town) == [one.pk]


def test_an_unchanged_text_is_read_and_not_written(town: Town):
    (one,) = matters(town, ["刘大成"])
    with CaptureQueriesContext(connection) as queries:
        index(one, "刘大成")
    assert len(queries) == 1


@pytest.mark.parametrize("way", WAYS)
def test_a_foreign_matter_is_not_found(town: Town, monkeypatch: pytest.MonkeyPatch, way: str):
    other = make_town("500110113", "安稳镇", "綦安稳府", prefix="b_")
    (own,) = matters(town, ["刘大成"])
    (foreign,) = matters(other, ["刘大成"])
    force(monkeypatch, way, foreign.pk)
    assert found("刘大成", town) == [own.pk]
    assert found("刘大成", other) == [foreign.pk]


@pytest.mark.parametrize("way", WAYS)
def test_who_reads_no_matters_finds_only_what_they_handle(town: Town, monkeypatch: pytest.MonkeyPatch, way: str):
    rows = matters(town, ["刘大成", "刘大成", "刘大成"])
    force(monkeypatch, way, rows[-1].pk)
    assert found("刘大成", town, "sysadmin") == []
    Handler.objects.create(matter=rows[1], person=town["sysadmin"], since_at=at("2026-03-01"))
    assert found("刘大成", town, "sysadmin") == [rows[1].pk]


def test_pages_follow_each_other_without_gap_or_repetition(town: Town):
    rows = [row.pk for row in matters(town, ["刘大成"] * 7)][::-1]
    first = found("刘大成", town, limit=3)
    second = found("刘大成", town, limit=3, after=first[-1])
    assert first + second + found("刘大成", town, limit=3, after=second[-1]) == rows


def test_one_page_is_one_query_beside_the_posts(town: Town):
    matters(town, ["刘大成"] * 30)
    viewer = town["lixuemei"]
    sampling.sample()
    with CaptureQueriesContext(connection) as queries:
        assert len(find("刘大", viewer, limit=20)) == 20
    assert len(queries) <= 2


def test_a_sample_serves_many_questions(town: Town, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sampling, "_kept", {})
    matters(town, ["刘大成"] * 4)
    viewer = town["lixuemei"]
    find("刘大", viewer, limit=2)
    with CaptureQueriesContext(connection) as queries:
        find("刘大", viewer, limit=2)
    assert len(queries) <= 2
    assert sampling.sample().share(["刘大"]) == 1.0


def test_a_sample_meets_what_returns_in_a_rhythm_as_often_as_it_stands():
    """A village that stands in every seventh text was once in all of the sample or in none, for its places lay 1001 apart."""
    ids = list(sampling._spread(1_000_000))
    for rhythm in range(2, 40):
        shares = [sum(one % rhythm == rest for one in ids) * rhythm / len(ids) for rest in range(rhythm)]
        assert 0.4 < min(shares) <= max(shares) < 2, rhythm
    assert min(ids) < 1500 and max(ids) > 998_500
    assert list(sampling._spread(3)) == [1, 2, 3]


def test_a_case_is_found_by_its_party_and_never_by_an_identifier(town: Town):
    case = propose(town)
    text = searchable_text(case)
    assert "刘大成" in text and "500399198503121238" not in text


def test_a_clue_is_not_found_by_its_informant(town: Town):
    """complaint-8"""
    given_names = {"informant_name": "举报人甲", "informant_contact": "13900000009"}
    clue = perform("clue.register", actor=town["wangli"], data={**CLUE, **given_names}, at=at("2026-03-02")).matter
    assert clue.clue_informants.exists()
    assert "举报人甲" not in searchable_text(clue)


def test_the_index_can_be_built_anew(town: Town):
    clue = registered(town)
    index(clue, "旧的文字")
    rebuild()
    assert found("旧的文字", town) == []
    assert found(clue.title[:4], town) == [clue.pk]


@pytest.mark.parametrize("way", WAYS)
def test_a_single_character_is_found_however_old(town: Town, monkeypatch: pytest.MonkeyPatch, way: str):
    rows = matters(town, ["刘大成", "王涵", "刘雨", "刘静", "张三", "李四", "赵五", "孙六"])
    force(monkeypatch, way, rows[-1].pk)
    assert found("刘", town) == [rows[3].pk, rows[2].pk, rows[0].pk]
    assert found("刘", town, limit=1) == [rows[3].pk]
    assert found("刘", town, limit=1, after=rows[2].pk) == [rows[0].pk]
    assert found("刘", town, limit=1, after=10**30) == [rows[3].pk]


def test_the_newest_that_were_read_are_not_found_again_by_the_index(town: Town, monkeypatch: pytest.MonkeyPatch):
    rows = matters(town, ["刘大成", "刘雨", *["张三"] * 4, "刘静", *["李四"] * 4])
    force(monkeypatch, "the newest", rows[-1].pk)
    # Of eleven the newest nine, and no more.
    monkeypatch.setattr(search_ways, "_READ_FOR_ONE", {connection.vendor: 9.5 / rows[-1].pk})
    assert found("刘", town, limit=3) == [rows[6].pk, rows[1].pk, rows[0].pk]


@pytest.mark.parametrize("question", ["〔2026〕12号", "罚字〔2026〕12号", "〔2026〕", "〔2026〕1", "字〔2026"])
def test_a_number_is_found_with_its_year_or_a_part_of_it(town: Town, question: str):
    """The year stands in nearly every text."""
    rows = matters(town, ["綦石壕府罚字〔2026〕12号 刘大成", "綦石壕府罚字〔2025〕12号 刘大明"])
    assert found(question, town) == [rows[0].pk]


def test_the_older_index_becomes_the_newer(town: Town):
    """Of an installation that already has matters."""
    rows = matters(town, ["刘大成 〔2026〕77号", "刘大明"])
    connection.check_constraints()
    editor = SimpleNamespace(connection=connection, execute=lambda statement: connection.cursor().execute(statement))
    migration = import_module("mingzhi.core.engine.migrations.0002_search_terms")
    migration.tear_down(apps, editor)
    migration.build(apps, editor)
    assert found("〔2026〕77号", town) == [rows[0].pk]
    index(rows[1], "刘大白")
    assert found("大明", town) == [] and found("大白", town) == [rows[1].pk]
