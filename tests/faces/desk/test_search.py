"""The search page: matters, documents and provisions by any piece of their words, within what one may see."""

from __future__ import annotations

from mingzhi.core.engine.models import Matter
from mingzhi.core.engine.search import index, index_many, searchable_text
from mingzhi.faces.desk.views.search import excerpt
from tests.cast import Town, at, make_town
from tests.procedures.penalty.story import filed, propose

from .seats import seat, shown


def indexed(case):
    index(case, searchable_text(case))
    return case


def test_a_case_is_found_by_its_party_and_the_words_are_marked(town: Town):
    case = indexed(propose(town))
    page = shown(seat(town, "lixuemei").get("/search?q=刘大"))
    assert f'href="/penalty/{case.pk}/"' in page and "<mark>刘大</mark>" in page


def test_a_document_is_found_by_its_number(town: Town):
    done = filed(town)
    indexed(done.matter)
    page = shown(seat(town, "lixuemei").get("/search?q=立字〔2026〕1号"))
    assert f'href="/documents/{done.documents[0].pk}/"' in page
    page = shown(seat(town, "lixuemei").get("/search?q=刘大成&tab=documents"))
    assert f'href="/documents/{done.documents[0].pk}/"' in page and f'href="/penalty/{done.matter.pk}/"' not in page


def test_a_provision_is_found_by_its_words(town: Town):
    desk = seat(town, "lixuemei")
    assert "/provisions/penalty-law-60/" in shown(desk.get("/search?q=行政处罚法 第六十条"))
    assert "/provisions/penalty-law-60/" in shown(desk.get("/search?q=penalty-law-60&tab=provisions"))


def test_what_one_may_not_see_is_not_found(town: Town):
    other = make_town("500110113", "安稳镇", "綦安稳府", prefix="b_")
    indexed(filed(other).matter)
    for viewer in (seat(town, "lixuemei"), seat(other, "sysadmin")):
        for tab in ("", "matters", "documents"):
            assert "没有找到" in shown(viewer.get(f"/search?q=刘大成&tab={tab}"))


def test_an_empty_question_asks_for_one(town: Town):
    assert "输入要找的内容" in shown(seat(town, "lixuemei").get("/search"))


def test_many_matters_come_page_by_page(town: Town):
    rows = Matter.objects.bulk_create(
        Matter(
            authority=town.authority, region=town.authority.region, kind="clue", title=f"线索{n:02}", stage="received",
            opened_at=at("2026-03-01"), changed_at=at("2026-03-01"),
        )
        for n in range(45)
    )  # fmt: skip
    index_many([(row.pk, row.title) for row in rows])
    desk, seen, address = seat(town, "lixuemei"), [], "/search?q=线索&tab=matters"
    while address:
        page = shown(desk.get(address))
        seen += [row.title for row in rows if f"<b>{row.title}</b>" in page]
        address = page.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0].replace("&amp;", "&") if 'rel="next"' in page else ""
    assert sorted(seen) == [row.title for row in rows]


def test_an_excerpt_shows_what_surrounds_the_find():
    assert excerpt("甲乙丙丁", [(1, 3)]) == [("甲", False), ("乙丙", True), ("丁", False)]
    assert excerpt("甲乙丙丁", [(0, 2), (1, 3)]) == [("甲乙丙", True), ("丁", False)]
    pieces = excerpt("前" * 200 + "中" + "后" * 200, [(200, 201)])
    assert pieces[0] == pieces[-1] == ("…", False) and ("中", True) in pieces
    assert excerpt("", []) == []


def test_the_page_asks_a_fixed_number_of_questions(town: Town, django_assert_max_num_queries):
    indexed(filed(town).matter)
    desk = seat(town, "lixuemei")
    with django_assert_max_num_queries(8):
        desk.get("/search?q=刘大成")
